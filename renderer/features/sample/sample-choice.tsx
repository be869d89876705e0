import { useState } from 'react';
import { OPERATOR } from '../../../shared/words/operator';
import { useMirror } from '../../store/hall-store';
import { closeDialog, openDialog, select } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { run } from '../desk/run';
import { useWords } from '../desk/words';
import './sample.css';

const CHOICES = [
  { mode: 'planned', testid: 'open-sample-planned', word: 'sample-planned', about: 'sample-planned-about' },
  { mode: 'shifted', testid: 'open-sample-shifted', word: 'sample-shifted', about: 'sample-shifted-about' },
] as const;

type SampleMode = (typeof CHOICES)[number]['mode'];

/** The two ways to open the sample event. */
export function SampleChoice() {
  const words = useWords();
  const replaces = useMirror((m) => m.state !== null && m.state.plan !== null);
  const [opening, setOpening] = useState<SampleMode | null>(null);
  const open = async (mode: SampleMode): Promise<void> => {
    setOpening(mode);
    const answer = await run({ type: 'sample.open', mode });
    setOpening(null);
    if (!answer.ok) return;
    select(null);
    closeDialog();
  };
  return (
    <div className="sample">
      <p>{words.say(OPERATOR['first-run-about'])}</p>
      {replaces ? <p className="sample-warning">{words.say(OPERATOR['sample-replaces'])}</p> : null}
      {CHOICES.map((c) => (
        <button
          type="button"
          key={c.mode}
          className="sample-choice"
          data-testid={c.testid}
          disabled={opening !== null}
          onClick={() => void open(c.mode)}
        >
          <b>{words.say(opening === c.mode ? OPERATOR.opening : OPERATOR[c.word])}</b>
          <span>{words.say(OPERATOR[c.about])}</span>
        </button>
      ))}
    </div>
  );
}

/** Covers the desk until there is an event: nothing else makes sense before. */
export function FirstRun() {
  const words = useWords();
  return (
    <div
      className="first-run"
      data-testid="first-run"
      role="dialog"
      aria-modal="true"
      aria-label={words.say(OPERATOR['first-run'])}
    >
      <div className="first-run-card">
        <h1>{words.say(OPERATOR.app)}</h1>
        <h2>{words.say(OPERATOR['first-run'])}</h2>
        <div className="first-run-ways">
          <Button look="gold" testid="first-run-plan" shortcut="V" onClick={() => openDialog('plan')}>
            {words.say(OPERATOR['plan-open'])}
          </Button>
          <Button testid="first-run-library" shortcut="H" onClick={() => openDialog('library')}>
            {words.say(OPERATOR['library-open'])}
          </Button>
        </div>
        <SampleChoice />
      </div>
    </div>
  );
}
