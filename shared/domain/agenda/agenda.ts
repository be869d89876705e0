import { addDays, type Duration, daysBetween, type IsoDay, type TimeOfDay } from '../../time/time';

export type SegmentId = string & { readonly __id: 'segment' };

export type SegmentKind = 'reception' | 'opening' | 'talk' | 'break' | 'speech' | 'closing' | 'discussion' | 'other';

/** One agenda item, as planned. What the plan did not say stays null; `schedule` says what is assumed instead. */
export interface Segment {
  readonly id: SegmentId;
  readonly day: IsoDay;
  readonly session: 'morning' | 'afternoon' | 'evening';
  /** Null where several items share one block and this is not the first. */
  readonly start: TimeOfDay | null;
  readonly end: TimeOfDay | null;
  /** The shared block `[start, end]`; null where the item stands alone. The end may be unknown. */
  readonly block: readonly [TimeOfDay, TimeOfDay | null] | null;
  readonly title: string;
  readonly presenter: string | null;
  readonly kind: SegmentKind;
  readonly origin: 'central' | 'local';
  /** Its title never reaches a public screen. */
  readonly confidential: boolean;
  /** For the MC and the desk; never on a public screen. */
  readonly note?: string;
}

export interface Deadline {
  readonly id: string;
  readonly day: IsoDay;
  readonly time: TimeOfDay;
  readonly what: string;
}

/** The event as the hall keeps it: facts of the plan, the agenda in order, the banner line by line. */
export interface EventPlan {
  readonly id: string;
  readonly name: string;
  readonly organiser: string;
  readonly place: string;
  readonly days: readonly IsoDay[];
  /** When the last day ends; what an item without an end runs to. */
  readonly endsAt: TimeOfDay | null;
  /** How many the plan expects; the roster says who. */
  readonly expectedDelegates?: number;
  readonly banner: readonly string[];
  readonly segments: readonly Segment[];
  readonly deadlines: readonly Deadline[];
}

/**
 * The whole event moved: its first day becomes `day`, other days keep their distance from it (a report due the day
 * before stays the day before), and every time is later by `by`, which may be negative.
 * @throws RangeError when a day is not a real date.
 */
export function shiftPlan(plan: EventPlan, day: IsoDay, by: Duration): EventPlan {
  const first = plan.days[0] ?? day;
  const d = (x: IsoDay): IsoDay => addDays(day, daysBetween(first, x));
  const t = (x: TimeOfDay): TimeOfDay => (x + by) as TimeOfDay;
  const tn = (x: TimeOfDay | null): TimeOfDay | null => (x === null ? null : t(x));
  return {
    ...plan,
    days: plan.days.map(d),
    endsAt: tn(plan.endsAt),
    segments: plan.segments.map((s) => ({
      ...s,
      day: d(s.day),
      start: tn(s.start),
      end: tn(s.end),
      block: s.block === null ? null : ([t(s.block[0]), tn(s.block[1])] as const),
    })),
    deadlines: plan.deadlines.map((x) => ({ ...x, day: d(x.day), time: t(x.time) })),
  };
}
