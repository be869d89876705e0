import { useMemo } from 'react';
import type { PlanDocument } from '../../../shared/plan/document';
import type { DraftEvent, Finding, FindingCode } from '../../../shared/plan/draft';
import { PLANNING } from '../../../shared/words/planning';
import { Button } from '../../ui/button';
import { hallToday } from '../desk/today';
import type { Speaker } from '../desk/words';
import { assumedEnds, choiceText, findingText, isTaken } from './finding-text';
import { type Remedy, remediesOf } from './remedies';
import { act } from './session';
import type { Standing } from './standing';

interface Props {
  readonly standing: readonly Standing[];
  /** Nothing of the document was left out. */
  readonly whole: boolean;
  readonly draft: DraftEvent;
  /** The draft as it was read. */
  readonly read: DraftEvent;
  readonly document: PlanDocument;
  readonly words: Speaker;
  readonly onPick: (f: Finding) => void;
  readonly onRemedy: (r: Remedy) => void;
}

/** So many of one kind may be looked at together. */
const MANY = 5;

/** Doubts first, in the order of the document; what has been dealt with stays in its place. */
export function FindingsList({ standing, whole, ...rest }: Props) {
  const { draft } = rest;
  const ends = useMemo(() => assumedEnds(draft, hallToday()), [draft]);
  if (standing.length === 0)
    return <p className="empty">{rest.words.say(PLANNING[whole ? 'findings-none' : 'findings-none-in-rest'])}</p>;
  const alike = new Map<FindingCode, string[]>();
  for (const { finding: f, done } of standing)
    if (done === null) alike.set(f.code, [...(alike.get(f.code) ?? []), f.id]);
  const told = new Set<FindingCode>();
  return (
    <ol className="plan-findings">
      {standing.map(({ finding: f, done }, i) => {
        const same = alike.get(f.code) ?? [];
        // offered once, at the first of them
        const many = done === null && same.length >= MANY && !told.has(f.code) ? same : NONE;
        if (many.length > 0) told.add(f.code);
        return <Item key={f.id} i={i} f={f} done={done} alike={many} ends={ends} {...rest} />;
      })}
    </ol>
  );
}

const NONE: readonly string[] = [];

interface ItemProps extends Omit<Props, 'standing' | 'whole'> {
  readonly i: number;
  readonly f: Finding;
  readonly done: Standing['done'];
  /** When items without an end are taken to be over, by their ids. */
  readonly ends: ReadonlyMap<string, string>;
  /** Others of this kind that are open, this one included, where they may be looked at together. */
  readonly alike: readonly string[];
}

function Item({ i, f, done, alike, ends, draft, read, document, words, onPick, onRemedy }: ItemProps) {
  const remedies = done === null ? remediesOf({ finding: f, draft, document, today: hallToday(), words }) : [];
  const state = done === null ? f.level : done === 'settled' ? 'settled' : 'handled';
  return (
    <li
      data-testid={`plan-finding-${i}`}
      data-code={f.code}
      data-level={f.level}
      data-handled={done !== null}
      data-finding={f.id}
    >
      <button type="button" className="plan-finding-say" onClick={() => onPick(f)}>
        <b>{words.say(PLANNING[state])}</b>
        <span>{findingText(f, ends, words)}</span>
      </button>
      <div className="plan-finding-acts">
        {f.choices.map((c, k) => (
          <button
            type="button"
            // biome-ignore lint/suspicious/noArrayIndexKey: the answers of a finding never change
            key={k}
            className="plan-choice"
            data-testid={`plan-choice-${i}-${k}`}
            aria-pressed={isTaken(c, draft, read)}
            onClick={() => {
              act({ do: 'choose', finding: f.id, choice: c });
              onPick(f);
            }}
          >
            {choiceText(c, words)}
          </button>
        ))}
        {remedies.map((r, k) => (
          <button
            type="button"
            // biome-ignore lint/suspicious/noArrayIndexKey: they are told apart by their place alone
            key={k}
            className="plan-choice"
            data-testid={`plan-remedy-${i}-${k}`}
            data-do={r.do}
            onClick={() => onRemedy(r)}
          >
            {r.text}
          </button>
        ))}
        {done === 'settled' ? null : (
          <Button
            small
            look="bare"
            testid={`plan-handle-${i}`}
            onClick={() => act({ do: 'handle', findings: [f.id], handled: done === null })}
          >
            {words.say(PLANNING[done === null ? 'handle-doubt' : 'reopen'])}
          </Button>
        )}
        {alike.length === 0 ? null : (
          <Button
            small
            look="bare"
            testid={`plan-handle-alike-${f.code}`}
            onClick={() => act({ do: 'handle', findings: alike, handled: true })}
          >
            {words.say(PLANNING['handle-alike'], { n: alike.length })}
          </Button>
        )}
      </div>
    </li>
  );
}
