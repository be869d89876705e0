import { useEffect, useState } from 'react';
import type { Delegate } from '../../../shared/domain/attendance/attendance';
import { CHECKIN } from '../../../shared/words/checkin';
import { toast } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { run } from '../desk/run';
import type { Speaker } from '../desk/words';

const ASKS_FOR_MS = 4_000;

interface Props {
  readonly delegate: Delegate;
  readonly testid: string;
  readonly words: Speaker;
}

/** Taking a presence back asks once more, in the same place. */
export function UndoButton({ delegate, testid, words }: Props) {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked) return;
    const t = setTimeout(() => setAsked(false), ASKS_FOR_MS);
    return () => clearTimeout(t);
  }, [asked]);
  const undo = async (): Promise<void> => {
    if (!asked) {
      setAsked(true);
      return;
    }
    setAsked(false);
    const answer = await run({ type: 'checkin.undo', delegateId: delegate.id });
    if (answer.ok) toast('ok', words.say(CHECKIN['undone-said'], { name: delegate.name }));
  };
  return (
    <Button testid={testid} look={asked ? 'lacquer' : 'plain'} data-asked={asked} onClick={() => void undo()}>
      {words.say(asked ? CHECKIN['undo-sure'] : CHECKIN.undo)}
    </Button>
  );
}
