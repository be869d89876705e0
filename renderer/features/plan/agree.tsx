import { useEffect, useState } from 'react';
import { PLANNING } from '../../../shared/words/planning';
import { useMirror } from '../../store/hall-store';
import { closeDialog, openDialog, select, toast } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { run } from '../desk/run';
import { hallToday } from '../desk/today';
import { useWords } from '../desk/words';
import type { Owner } from './marks';
import { forget, putAway, type Session, setMerging } from './session';
import { draftFault, keepable } from './tidy';

interface AgreeProps {
  readonly session: Extract<Session, { phase: 'review' }>;
  readonly doubts: number;
  readonly onFault: (owner: Owner) => void;
}

/**
 * The way into the hall, or into the library. With open doubts either takes a second press; what is missing is said
 * and shown.
 */
export function Agree({ session, doubts, onFault }: AgreeProps) {
  const words = useWords();
  /** What was pressed once while doubts were open. */
  const [asked, setAsked] = useState<'open' | 'keep' | null>(null);
  const [keepRoster, setKeepRoster] = useState(true);
  const [busy, setBusy] = useState(false);
  const roster = useMirror((m) => m.state?.attendance.delegates ?? null);
  const canMerge = useMirror(
    ({ state }) => state !== null && (state.plan !== null || Object.values(state.library).some((e) => !e.deleted)),
  );
  const { draft } = session.review;
  const people = roster?.length ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of doubts is another question
  useEffect(() => setAsked(null), [doubts]);

  const faultless = (): boolean => {
    const fault = draftFault(draft, hallToday());
    if (fault === null) return true;
    toast('bad', words.say(PLANNING[fault.code], { n: 'n' in fault ? fault.n : 0 }));
    onFault(fault.code === 'fault-title' ? `segment:${fault.segment}` : 'name');
    return false;
  };
  const keep = async (open: boolean): Promise<void> => {
    if (!faultless()) return;
    const wish = open ? 'open' : 'keep';
    if (doubts > 0 && asked !== wish) {
      setAsked(wish);
      return;
    }
    setBusy(true);
    const plan = keepable(draft, hallToday());
    const delegates = keepRoster && roster !== null ? roster : [];
    const answer = await run({ type: 'library.keep', plan, delegates, open });
    setBusy(false);
    if (!answer.ok) return;
    toast('ok', words.say(open ? PLANNING.opened : PLANNING['kept-only'], { name: plan.name }));
    forget();
    if (!open) {
      openDialog('library');
      return;
    }
    select(null);
    closeDialog();
  };
  return (
    <footer className="plan-agree">
      <Button look="bare" testid="plan-another" onClick={putAway}>
        {words.say(PLANNING['another-document'])}
      </Button>
      {people === 0 ? null : (
        <label className="plan-tick">
          <input
            type="checkbox"
            data-testid="plan-keep-roster"
            checked={keepRoster}
            onChange={(e) => setKeepRoster(e.currentTarget.checked)}
          />
          {words.say(PLANNING['keep-roster'], { n: people })}
        </label>
      )}
      <Button
        look={asked === 'keep' ? 'lacquer' : 'plain'}
        testid="plan-keep-only"
        disabled={busy}
        onClick={() => void keep(false)}
      >
        {words.say(PLANNING[asked === 'keep' ? 'keep-again' : 'keep-only'], { n: doubts })}
      </Button>
      {canMerge ? (
        <Button testid="plan-merge" disabled={busy} onClick={() => faultless() && setMerging(true)}>
          {words.say(PLANNING.merge)}
        </Button>
      ) : null}
      <Button
        look={asked === 'open' ? 'lacquer' : 'gold'}
        testid="plan-confirm"
        disabled={busy}
        onClick={() => void keep(true)}
      >
        {doubts === 0
          ? words.say(PLANNING.confirm)
          : words.say(PLANNING[asked === 'open' ? 'confirm-again' : 'confirm-doubts'], { n: doubts })}
      </Button>
    </footer>
  );
}
