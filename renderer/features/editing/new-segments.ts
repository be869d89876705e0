import type { EventPlan, Segment, SegmentId } from '../../../shared/domain/agenda/agenda';
import { HOUR, type IsoDay, type TimeOfDay } from '../../../shared/time/time';
import type { PastedItem } from '../desk/pasted-table';

/** A segment for each item; ids are free in the plan, the day is `day`. */
export function segmentsOf(items: readonly PastedItem[], plan: EventPlan, day: IsoDay): readonly Segment[] {
  const segments: Segment[] = [];
  for (const item of items) {
    const session = sessionAt(item.start ?? segments.at(-1)?.start ?? null);
    segments.push({ ...newSegment(plan, day, item.title, segments), ...item, session });
  }
  return segments;
}

/** An item with nothing but a title, its id free in the plan and among `others`. */
export function newSegment(plan: EventPlan, day: IsoDay, title: string, others: readonly Segment[] = []): Segment {
  const taken = new Set<string>([...plan.segments, ...others].map((s) => s.id));
  let n = taken.size + 1;
  while (taken.has(`s-${n}`)) n++;
  return {
    id: `s-${n}` as SegmentId,
    day,
    session: plan.segments.at(-1)?.session ?? 'morning',
    start: null,
    end: null,
    block: null,
    title,
    presenter: null,
    kind: 'other',
    origin: 'central',
    confidential: false,
  };
}

/** The part of the day a time belongs to; the morning where there is none. */
export const sessionAt = (t: TimeOfDay | null): Segment['session'] =>
  t === null || t < 12 * HOUR ? 'morning' : t < 18 * HOUR ? 'afternoon' : 'evening';
