import { Fragment, useMemo, useState } from 'react';
import type { EventPlan, Segment } from '../../../shared/domain/agenda/agenda';
import { type Difference, differences } from '../../../shared/domain/editing/difference';
import { clockHm, dayDmy } from '../../../shared/time/format';
import { PLANNING } from '../../../shared/words/planning';
import { useMirror } from '../../store/hall-store';
import { closeDialog, toast } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { run } from '../desk/run';
import { hallToday } from '../desk/today';
import { type Speaker, useWords } from '../desk/words';
import { forget, type Session, setMerging } from './session';
import { keepable } from './tidy';
import { wordChanges } from './word-changes';
import './merge.css';

/** What the new plan says differently from the open event, taken one by one. */
export function MergeView({ session }: { readonly session: Extract<Session, { phase: 'review' }> }) {
  const words = useWords();
  const plan = useMirror((m) => m.state?.plan ?? null);
  const newer = useMemo(() => keepable(session.review.draft, hallToday()), [session.review.draft]);
  const list = useMemo(() => (plan === null ? [] : differences(plan, newer)), [plan, newer]);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const running = useMirror((m) => m.state?.timer.run?.segmentId ?? null);
  const isHeld = (d: Difference): boolean => d.kind === 'gone' && d.before.id === running;
  const keys = list.filter((d) => !isHeld(d) && !left.includes(d.key)).map((d) => d.key);
  const take = async (): Promise<void> => {
    setBusy(true);
    const answer = await run({ type: 'plan.edit', edit: { edit: 'take', from: newer, keys } });
    setBusy(false);
    if (!answer.ok) return;
    toast('ok', words.say(PLANNING['merge-taken'], { n: keys.length }), {
      label: words.say(PLANNING.undo),
      run: () => void run({ type: 'plan.undo' }),
    });
    forget();
    closeDialog();
  };
  return (
    <div className="plan-merge" data-testid="plan-merge-list">
      <h3>{words.say(PLANNING['merge-title'])}</h3>
      {plan === null || list.length === 0 ? (
        <p className="empty">{words.say(PLANNING['merge-none'])}</p>
      ) : (
        <ol className="plan-differences">
          <li className="plan-difference-head" aria-hidden="true">
            <span />
            <span />
            <span>{words.say(PLANNING.before)}</span>
            <span>{words.say(PLANNING.after)}</span>
          </li>
          {list.map((d, i) => (
            <Row
              key={d.key}
              i={i}
              d={d}
              plan={plan}
              newer={newer}
              words={words}
              on={keys.includes(d.key)}
              held={isHeld(d)}
              onTick={(on) => setLeft(on ? left.filter((k) => k !== d.key) : [...left, d.key])}
            />
          ))}
        </ol>
      )}
      <footer className="plan-agree">
        <Button look="bare" testid="plan-merge-back" onClick={() => setMerging(false)}>
          {words.say(PLANNING['merge-back'])}
        </Button>
        <Button testid="plan-merge-all" disabled={left.length === 0} onClick={() => setLeft([])}>
          {words.say(PLANNING['merge-all'])}
        </Button>
        <Button testid="plan-merge-none" disabled={keys.length === 0} onClick={() => setLeft(list.map((d) => d.key))}>
          {words.say(PLANNING['merge-nothing'])}
        </Button>
        <Button look="gold" testid="plan-merge-take" disabled={busy || keys.length === 0} onClick={() => void take()}>
          {words.say(PLANNING['merge-take'], { n: keys.length })}
        </Button>
      </footer>
    </div>
  );
}

interface RowProps {
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

function Row({ i, d, plan, newer, words, on, held, onTick }: RowProps) {
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
