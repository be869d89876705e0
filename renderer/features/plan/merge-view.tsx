import { useMemo, useState } from 'react';
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

/** What the new plan says differently from the open event, taken one by one. */
export function MergeView({ session }: { readonly session: Extract<Session, { phase: 'review' }> }) {
  const words = useWords();
  const plan = useMirror((m) => m.state?.plan ?? null);
  const newer = useMemo(() => keepable(session.review.draft, hallToday()), [session.review.draft]);
  const list = useMemo(() => (plan === null ? [] : differences(plan, newer)), [plan, newer]);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const keys = list.map((d) => d.key).filter((k) => !left.includes(k));
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
              on={!left.includes(d.key)}
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
  readonly onTick: (on: boolean) => void;
}

function Row({ i, d, plan, newer, words, on, onTick }: RowProps) {
  const [what, before, after] = told(d, plan, newer, words);
  return (
    <li data-testid={`plan-difference-${i}`} data-kind={d.kind}>
      <label>
        <input type="checkbox" checked={on} onChange={(e) => onTick(e.currentTarget.checked)} />
        <b>{what}</b>
        <span className="plan-before">{before ?? words.say(PLANNING.nothing)}</span>
        <span className="plan-after">{after ?? words.say(PLANNING.nothing)}</span>
      </label>
    </li>
  );
}

/** What changed, how it is, how it would be; null is nothing. */
function told(
  d: Difference,
  plan: EventPlan,
  newer: EventPlan,
  words: Speaker,
): readonly [string, string | null, string | null] {
  const item = (s: Segment): string => itemText(s, words, plan.days.length + newer.days.length > 2 || d.kind !== 'new');
  switch (d.kind) {
    case 'fact':
      return [words.say(PLANNING[d.fact]), factText(plan, d.fact), factText(newer, d.fact)];
    case 'new':
      return [words.say(PLANNING['diff-new']), null, item(d.after)];
    case 'gone':
      return [words.say(PLANNING['diff-gone']), item(d.before), null];
    case 'changed':
      return [d.what.map((w) => words.say(PLANNING[`diff-${w}`])).join(', '), item(d.before), item(d.after)];
    case 'deadline': {
      const text = `${clockHm(d.deadline.time)} ${dayDmy(d.deadline.day)} · ${d.deadline.what}`;
      return [
        words.say(PLANNING[`diff-deadline-${d.change}`]),
        d.change === 'gone' ? text : null,
        d.change === 'new' ? text : null,
      ];
    }
  }
}

function itemText(s: Segment, words: Speaker, withDay: boolean): string {
  const from = s.start === null ? '' : clockHm(s.start);
  const time = s.end === null ? from : `${from}–${clockHm(s.end)}`;
  return [
    [withDay ? dayDmy(s.day) : '', time].filter((t) => t !== '').join(' '),
    s.title,
    s.presenter ?? '',
    s.kind === 'other' ? '' : words.say(PLANNING[`kind-${s.kind}`]),
  ]
    .filter((t) => t !== '')
    .join(' · ');
}

function factText(plan: EventPlan, fact: Extract<Difference, { kind: 'fact' }>['fact']): string | null {
  const text =
    fact === 'days'
      ? plan.days.map(dayDmy).join(', ')
      : fact === 'endsAt'
        ? plan.endsAt === null
          ? ''
          : clockHm(plan.endsAt)
        : fact === 'banner'
          ? plan.banner.join('\n')
          : String(plan[fact] ?? '');
  return text === '' ? null : text;
}
