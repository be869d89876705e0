import { type Duration, type Instant, laterOf, toHall } from '../../time/time';
import { type Actual, dueAt, type TimerState } from '../timer/timer';
import type { SegmentId } from './agenda';
import { lengthWhenLate, type ScheduledSegment } from './schedule';

export interface Projected {
  readonly id: SegmentId;
  readonly state: 'done' | 'skipped' | 'on' | 'to come';
  /** Actual for what has begun, expected for what has not; null where nobody can know. */
  readonly start: Instant | null;
  readonly end: Instant | null;
  /** Expected start against planned start: positive is late, negative is never shown early (plans are waited for). */
  readonly lateBy: Duration | null;
}

export interface Projection {
  readonly segments: readonly Projected[];
  /** Over (+) or under (-) of the programme now: where the current segment will end against its planned end. */
  readonly overUnder: Duration | null;
  /** When the last segment is expected to end. */
  readonly endsAt: Instant | null;
}

/**
 * Where the rest of the day goes from here. A segment waits for its planned start, so a gap swallows lateness;
 * a break shrinks to `SHORTEST_BREAK` (schedule.ts) before it passes lateness on; every other segment keeps its planned length.
 */
export function project(
  items: readonly ScheduledSegment[],
  timer: TimerState,
  actuals: Readonly<Record<SegmentId, Actual>>,
  wallOffset: Duration,
  now: Instant,
): Projection {
  const hall = (t: ScheduledSegment['start']): Instant | null => (t === null ? null : toHall(t, wallOffset));
  const reached = lastReached(items, timer, actuals);
  const firstOpen = timer.run === null ? reached + 1 : reached;
  let cursor: Instant = now;
  let overUnder: Duration | null = null;
  const segments = items.map((it, i): Projected => {
    const plannedStart = hall(it.start);
    const plannedEnd = hall(it.end);
    const actual = actuals[it.id];
    const run = timer.run?.segmentId === it.id ? timer.run : null;
    if (run !== null) {
      const due = dueAt(run, now);
      const end = due === null ? null : laterOf(due, now);
      if (due !== null && plannedEnd !== null) overUnder = (laterOf(due, now) - plannedEnd) as Duration;
      cursor = end ?? now;
      const lateBy = plannedStart === null ? null : ((run.startedAt - plannedStart) as Duration);
      return { id: it.id, state: 'on', start: run.startedAt, end, lateBy };
    }
    if (actual !== undefined && i <= reached) {
      const lateBy = plannedStart === null ? null : ((actual.run.startedAt - plannedStart) as Duration);
      return { id: it.id, state: 'done', start: actual.run.startedAt, end: actual.endedAt, lateBy };
    }
    if (i < reached) return { id: it.id, state: 'skipped', start: null, end: null, lateBy: null };
    const start = plannedStart === null ? cursor : laterOf(cursor, plannedStart);
    const end = expectedEnd(it, start, plannedStart, plannedEnd);
    cursor = end ?? start;
    const lateBy = plannedStart === null ? null : ((start - plannedStart) as Duration);
    // nobody knows when the turn comes to a later item of a block while an earlier one has not ended
    const turnUnknown = (it.share === 'inner' || it.share === 'last') && i > firstOpen;
    return { id: it.id, state: 'to come', start: turnUnknown ? null : start, end, lateBy };
  });
  if (timer.run === null) {
    const next = segments.find((s, i) => i > reached && s.state === 'to come' && items[i]?.start !== null);
    overUnder = next?.lateBy ?? null;
  }
  return { segments, overUnder, endsAt: segments.at(-1)?.end ?? null };
}

function expectedEnd(
  it: ScheduledSegment,
  start: Instant,
  plannedStart: Instant | null,
  plannedEnd: Instant | null,
): Instant | null {
  // inside a shared block nobody knows where one item ends; only the block as a whole has an end
  if (plannedEnd === null || it.share === 'first' || it.share === 'inner') return null;
  if (it.share === 'last' || plannedStart === null) return laterOf(plannedEnd, start);
  const late = (start - plannedStart) as Duration;
  return (start + lengthWhenLate(it.segment, (plannedEnd - plannedStart) as Duration, late)) as Instant;
}

/** The furthest place the day has come to: everything before it without a run was left out. -1 before the first. */
function lastReached(
  items: readonly ScheduledSegment[],
  timer: TimerState,
  actuals: Readonly<Record<SegmentId, Actual>>,
): number {
  const current = timer.run?.segmentId;
  if (current !== undefined) return items.findIndex((it) => it.id === current);
  let at = -1;
  items.forEach((it, i) => {
    if (actuals[it.id] !== undefined) at = i;
  });
  return at;
}
