import type { DraftEvent, Finding } from '../../../shared/plan/draft';
import { PLANNING } from '../../../shared/words/planning';
import { Button } from '../../ui/button';
import type { Speaker } from '../desk/words';
import { choiceText, findingText, isTaken } from './finding-text';
import { act } from './session';

interface Props {
  readonly findings: readonly Finding[];
  readonly handled: readonly string[];
  readonly draft: DraftEvent;
  readonly words: Speaker;
  readonly onPick: (f: Finding) => void;
}

/** Doubts first, in the order of the document; what has been dealt with stays in its place. */
export function FindingsList({ findings, handled, draft, words, onPick }: Props) {
  if (findings.length === 0) return <p className="empty">{words.say(PLANNING['findings-none'])}</p>;
  return (
    <ol className="plan-findings">
      {findings.map((f, i) => (
        <Item key={f.id} i={i} f={f} done={handled.includes(f.id)} draft={draft} words={words} onPick={onPick} />
      ))}
    </ol>
  );
}

interface ItemProps extends Pick<Props, 'draft' | 'words' | 'onPick'> {
  readonly i: number;
  readonly f: Finding;
  readonly done: boolean;
}

function Item({ i, f, done, draft, words, onPick }: ItemProps) {
  return (
    <li data-testid={`plan-finding-${i}`} data-code={f.code} data-level={f.level} data-handled={done}>
      <button type="button" className="plan-finding-say" onClick={() => onPick(f)}>
        <b>{words.say(done ? PLANNING.handled : PLANNING[f.level])}</b>
        <span>{findingText(f, words)}</span>
      </button>
      <div className="plan-finding-acts">
        {f.choices.map((c, k) => (
          <button
            type="button"
            // biome-ignore lint/suspicious/noArrayIndexKey: the answers of a finding never change
            key={k}
            className="plan-choice"
            data-testid={`plan-choice-${i}-${k}`}
            aria-pressed={isTaken(c, draft)}
            onClick={() => {
              act({ do: 'choose', finding: f.id, choice: c });
              onPick(f);
            }}
          >
            {choiceText(c, words)}
          </button>
        ))}
        <Button
          small
          look="bare"
          testid={`plan-handle-${i}`}
          onClick={() => act({ do: 'handle', finding: f.id, handled: !done })}
        >
          {words.say(done ? PLANNING.reopen : PLANNING['handle-doubt'])}
        </Button>
      </div>
    </li>
  );
}
