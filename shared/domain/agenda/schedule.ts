import { DAY, type Duration, MINUTE, type TimeOfDay, type WallInstant, wallOf } from '../../time/time';
import type { EventPlan, Segment, SegmentId } from './agenda';

/** A segment with the gaps of the plan filled in; what was filled in is marked, so that a screen can say so. */
export interface ScheduledSegment {
  readonly id: SegmentId;
  readonly segment: Segment;
  /** Null for an item that shares a block and is not its first: it starts when the one before it ends. */
  readonly start: WallInstant | null;
  readonly end: WallInstant | null;
  /** The plan gave no end: the next planned start of the day, or the end of the event, is taken. */
  readonly endAssumed: boolean;
  /** Its place among the items of one block, where `end` is the end of the whole block; null where it stands alone. */
  readonly share: 'first' | 'inner' | 'last' | null;
}

/**
 * The planned times of every segment as wall instants.
 *
 * An end is looked for in this order: the segment's own; its block's; the next planned start on the same day;
 * the end of the event on that day. Null where none exists.
 */
export function schedule(plan: EventPlan): readonly ScheduledSegment[] {
  const at = (s: Segment, t: TimeOfDay): WallInstant => wallOf(s.day, t);
  const lastDay = plan.days.at(-1);
  return plan.segments.map((s, i) => {
    const startTime = s.start ?? null;
    const from = startTime ?? s.block?.[0] ?? null;
    const own = s.end ?? s.block?.[1] ?? null;
    let end = own;
    if (end === null) {
      const next = plan.segments
        .slice(i + 1)
        .find((o) => o.day === s.day && o.start !== null && !sameBlock(o, s) && (from === null || o.start > from));
      end = next?.start ?? (s.day === lastDay ? plan.endsAt : null);
    }
    return {
      id: s.id,
      segment: s,
      start: startTime === null ? null : at(s, startTime),
      end: end === null ? null : at(s, end),
      endAssumed: own === null && end !== null,
      share: shareOf(plan.segments, i),
    };
  });
}

function shareOf(all: readonly Segment[], i: number): ScheduledSegment['share'] {
  const s = all[i] as Segment;
  const before = all.slice(0, i).some((o) => sameBlock(o, s));
  const behind = all.slice(i + 1).some((o) => sameBlock(o, s));
  return before ? (behind ? 'inner' : 'last') : behind ? 'first' : null;
}

function sameBlock(a: Segment, b: Segment): boolean {
  return a.block !== null && b.block !== null && a.day === b.day && a.block[0] === b.block[0];
}

/** A break gives its time back to a late programme down to this. */
export const SHORTEST_BREAK = (5 * MINUTE) as Duration;

/** Whoever starts this long after the plan is not running late but on another day: a rehearsal, or the sample. */
const ANOTHER_DAY = DAY / 2;

/**
 * The length of a segment that has a planned start and end, when it begins `late` after its planned start
 * (negative is early). Only a break gets shorter; the projection and the timer both ask here, so that what was
 * announced is what the timer then counts.
 */
export function lengthWhenLate(segment: Segment, planned: Duration, late: Duration): Duration {
  if (segment.kind !== 'break' || late <= 0 || late >= ANOTHER_DAY) return planned;
  return Math.max(Math.min(planned, SHORTEST_BREAK), planned - late) as Duration;
}

/**
 * How long a segment may take if it starts at `startWall`: its planned length (a late break gives time back), or for
 * an item inside a shared block what is left of the block. Null where the plan gives no way to know; the timer then
 * counts up.
 */
export function allowance(s: ScheduledSegment, startWall: WallInstant): Duration | null {
  if (s.end === null) return null;
  if (s.start !== null) {
    return lengthWhenLate(s.segment, (s.end - s.start) as Duration, (startWall - s.start) as Duration);
  }
  const left = s.end - startWall;
  return left > 0 ? (left as Duration) : null;
}
