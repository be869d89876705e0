import { useEffect, useMemo, useState } from 'react';
import type { EventPlan } from '../../../shared/domain/agenda/agenda';
import { type Difference, differences } from '../../../shared/domain/editing/difference';
import type { LibraryState } from '../../../shared/domain/library/library';
import { dayDmy } from '../../../shared/time/format';
import { PLANNING } from '../../../shared/words/planning';
import { useMirror } from '../../store/hall-store';
import { closeDialog, select, toast } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { run } from '../desk/run';
import { hallToday } from '../desk/today';
import { useWords } from '../desk/words';
import { DifferenceRow } from './difference-row';
import { type MergeTarget, mergeTargets } from './merge-targets';
import { forget, type Session, setMerging } from './session';
import { keepable } from './tidy';
import './merge.css';

const NOTHING: LibraryState = {};

/** What the new plan says differently from an event that is there, taken one by one. */
export function MergeView({ session }: { readonly session: Extract<Session, { phase: 'review' }> }) {
  const words = useWords();
  const open = useMirror((m) => m.state?.plan ?? null);
  const library = useMirror((m) => m.state?.library ?? NOTHING);
  const running = useMirror((m) => m.state?.timer.run?.segmentId ?? null);
  const newer = useMemo(() => keepable(session.review.draft, hallToday()), [session.review.draft]);
  const targets = useMemo(() => mergeTargets(open, library, newer.days), [open, library, newer]);
  const [chosen, setChosen] = useState<string | null>(null);
  const target = targets.find((t) => t.plan.id === chosen) ?? targets[0] ?? null;
  const plan = target?.plan ?? null;
  /** The hall has to change over to this event first. */
  const opens = target !== null && target.why !== 'open';
  const list = useMemo(() => (plan === null ? [] : differences(plan, newer)), [plan, newer]);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  /** The hall was asked once to change over. */
  const [asked, setAsked] = useState(false);
  const isHeld = (d: Difference): boolean => !opens && d.kind === 'gone' && d.before.id === running;
  const keys = list.filter((d) => !isHeld(d) && !left.includes(d.key)).map((d) => d.key);
  const id = plan?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another event is another question
  useEffect(() => {
    setLeft([]);
    setAsked(false);
  }, [id]);

  const take = async (): Promise<void> => {
    if (plan === null) return;
    // over a running timer nothing is opened: the hall says so at once
    if (opens && !asked && running === null) {
      setAsked(true);
      return;
    }
    setBusy(true);
    const done = (!opens || (await openIt(plan.id))) && (await takeInto(keys));
    setBusy(false);
    setAsked(false);
    if (!done) return;
    if (opens) toast('ok', words.say(PLANNING.opened, { name: plan.name }));
    toast('ok', words.say(PLANNING['merge-taken'], { n: keys.length }), {
      label: words.say(PLANNING.undo),
      run: () => void run({ type: 'plan.undo' }),
    });
    forget();
    closeDialog();
  };
  const takeInto = async (wanted: readonly string[]): Promise<boolean> =>
    (await run({ type: 'plan.edit', edit: { edit: 'take', from: newer, keys: [...wanted] } })).ok;

  return (
    <div className="plan-merge" data-testid="plan-merge-list">
      <h3>{words.say(PLANNING['merge-title'])}</h3>
      {target === null || plan === null ? null : <Targets targets={targets} target={target} onChoose={setChosen} />}
      {opens ? (
        <p className="dialog-warning" data-testid="plan-merge-opens">
          {running === null
            ? words.say(PLANNING[open === null ? 'merge-opens' : 'merge-opens-instead'], { open: open?.name ?? '' })
            : words.refusal('event-running', {})}
        </p>
      ) : null}
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
            <DifferenceRow
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
        <Button
          look={asked ? 'lacquer' : 'gold'}
          testid="plan-merge-take"
          disabled={busy || keys.length === 0}
          onClick={() => void take()}
        >
          {words.say(PLANNING[!opens ? 'merge-take' : asked ? 'merge-take-again' : 'merge-take-open'], {
            n: keys.length,
          })}
        </Button>
      </footer>
    </div>
  );
}

async function openIt(id: string): Promise<boolean> {
  const answer = await run({ type: 'library.open', id });
  if (answer.ok) select(null);
  return answer.ok;
}

interface TargetsProps {
  readonly targets: readonly MergeTarget[];
  readonly target: MergeTarget;
  readonly onChoose: (id: string) => void;
}

/** Which event the new plan is laid beside. */
function Targets({ targets, target, onChoose }: TargetsProps) {
  const words = useWords();
  const groups = (['open', 'same-day', 'other'] as const).map((why) => ({
    why,
    plans: targets.filter((t) => t.why === why).map((t) => t.plan),
  }));
  return (
    <label className="plan-merge-into">
      {words.say(PLANNING['merge-into'])}
      <select
        className="choose"
        data-testid="plan-merge-into"
        value={target.plan.id}
        onChange={(e) => onChoose(e.currentTarget.value)}
      >
        {groups.map(({ why, plans }) =>
          plans.length === 0 ? null : (
            <optgroup key={why} label={words.say(PLANNING[`merge-into-${why}`])}>
              {plans.map((p) => (
                <option key={p.id} value={p.id}>
                  {titleOf(p)}
                </option>
              ))}
            </optgroup>
          ),
        )}
      </select>
    </label>
  );
}

const titleOf = ({ days, name }: EventPlan): string => `${days.map(dayDmy).join(', ')} · ${name}`;
