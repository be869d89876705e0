import { Fragment } from 'react';
import type { EventPlan, Segment } from '../../../shared/domain/agenda/agenda';
import type { Difference } from '../../../shared/domain/editing/difference';
import { clockHm, dayDmy } from '../../../shared/time/format';
import { PLANNING } from '../../../shared/words/planning';
import type { Speaker } from '../desk/words';
import { wordChanges } from './word-changes';

interface Props {
  readonly i: number;
  readonly d: Difference;
  readonly plan: EventPlan;
  readonly newer: EventPlan;
  readonly words: Speaker;
  readonly on: boolean;
  /** The timer runs this item, so it cannot go. */
  readonly held: boolean;
  readonly onTick: (on: boolean) => void;
}

/** One difference: what it is, how it stands now, and how it would. */
export function DifferenceRow({ i, d, plan, newer, words, on, held, onTick }: Props) {
  const { what, lines } = told(d, plan, newer, words);
  const pairs = lines.map(([before, after]) => wordChanges(before, after));
  const side = (which: 0 | 1) => {
    const filled = pairs.map((pair) => pair[which]).filter((line) => line.length > 0);
    if (filled.length === 0) return words.say(PLANNING.nothing);
    return filled.map((line, k) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a difference never change
      <span className="plan-difference-line" key={k}>
        {line.map((s, n) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: nor do its words
          s.changed ? <em key={n}>{s.text}</em> : <Fragment key={n}>{s.text}</Fragment>,
        )}
      </span>
    ));
  };
  return (
    <li data-testid={`plan-difference-${i}`} data-kind={d.kind} data-on={on}>
      <label>
        <input type="checkbox" checked={on} disabled={held} onChange={(e) => onTick(e.currentTarget.checked)} />
        <b>
          {what}
          {held ? <span className="tag">{words.say(PLANNING['item-is-on'])}</span> : null}
        </b>
        <span className="plan-before">{side(0)}</span>
        <span className="plan-after">{side(1)}</span>
      </label>
    </li>
  );
}

type Line = readonly [before: string, after: string];

/** What changed, and line by line how it is and how it would be. */
function told(
  d: Difference,
  plan: EventPlan,
  newer: EventPlan,
  words: Speaker,
): { readonly what: string; readonly lines: readonly Line[] } {
  const days = new Set([...plan.days, ...newer.days]).size > 1;
  const withKind = d.kind !== 'changed' || d.what.includes('kind');
  const item = (s: Segment): readonly string[] => itemLines(s, words, days, withKind);
  switch (d.kind) {
    case 'fact':
      return { what: words.say(PLANNING[d.fact]), lines: [[factText(plan, d.fact), factText(newer, d.fact)]] };
    case 'new':
      return { what: words.say(PLANNING['diff-new']), lines: item(d.after).map((text) => ['', text]) };
    case 'gone':
      return { what: words.say(PLANNING['diff-gone']), lines: item(d.before).map((text) => [text, '']) };
    case 'changed': {
      const after = item(d.after);
      return {
        what: d.what.map((w) => words.say(PLANNING[`diff-${w}`])).join(', '),
        lines: item(d.before).map((text, i) => [text, after[i] ?? '']),
      };
    }
    case 'deadline': {
      const text = `${clockHm(d.deadline.time)} ${dayDmy(d.deadline.day)} · ${d.deadline.what}`;
      return {
        what: words.say(PLANNING[`diff-deadline-${d.change}`]),
        lines: [d.change === 'gone' ? [text, ''] : ['', text]],
      };
    }
  }
}

/** When, what, who, and of what kind: the same lines for both sides, empty where there is nothing to say. */
function itemLines(s: Segment, words: Speaker, withDay: boolean, withKind: boolean): readonly string[] {
  const from = s.start === null ? '' : clockHm(s.start);
  const time = s.end === null ? from : `${from} – ${clockHm(s.end)}`;
  const when = [withDay ? dayDmy(s.day) : '', time].filter((t) => t !== '').join(' ');
  return [
    when,
    s.title,
    s.presenter ?? '',
    withKind && s.kind !== 'other' ? words.say(PLANNING[`kind-${s.kind}`]) : '',
  ];
}

function factText(plan: EventPlan, fact: Extract<Difference, { kind: 'fact' }>['fact']): string {
  switch (fact) {
    case 'days':
      return plan.days.map(dayDmy).join(', ');
    case 'endsAt':
      return plan.endsAt === null ? '' : clockHm(plan.endsAt);
    case 'banner':
      return plan.banner.join('\n');
    default:
      return String(plan[fact] ?? '');
  }
}
