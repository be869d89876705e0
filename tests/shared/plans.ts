import type { HallCommand } from '../../shared/contract/commands';
import type { Recorded } from '../../shared/contract/events';
import type { EventPlan, Segment, SegmentId } from '../../shared/domain/agenda/agenda';
import type { Delegate, DelegateId } from '../../shared/domain/attendance/attendance';
import { decide } from '../../shared/domain/decide';
import { EMPTY_HALL, evolve, type HallState } from '../../shared/domain/hall';
import {
  type Duration,
  type Instant,
  type IsoDay,
  parseTimeOfDay,
  type TimeOfDay,
  toHall,
  wallOf,
} from '../../shared/time/time';

export const DAY_ONE = '2026-02-07' as IsoDay;
export const tod = (hm: string): TimeOfDay => parseTimeOfDay(hm);
/** Hall time equals wall time in these tests unless one says otherwise. */
export const at = (hm: string, seconds = 0): Instant =>
  (toHall(wallOf(DAY_ONE, tod(hm)), 0 as Duration) + seconds * 1000) as Instant;
export const min = (n: number): Duration => (n * 60_000) as Duration;
export const sid = (id: string): SegmentId => id as SegmentId;
export const did = (id: string): DelegateId => id as DelegateId;

export function segment(id: string, start: string | null, end: string | null, more: Partial<Segment> = {}): Segment {
  return {
    id: sid(id),
    day: DAY_ONE,
    session: start !== null && start < '12:00' ? 'morning' : 'afternoon',
    start: start === null ? null : tod(start),
    end: end === null ? null : tod(end),
    block: null,
    title: `Mục ${id}`,
    presenter: null,
    kind: 'talk',
    origin: 'central',
    confidential: false,
    ...more,
  };
}

export function planOf(segments: readonly Segment[], more: Partial<EventPlan> = {}): EventPlan {
  return {
    id: 'thu',
    name: 'Hội nghị thử',
    organiser: 'Ban Tổ chức',
    place: 'Hội trường A',
    days: [DAY_ONE],
    endsAt: tod('17:00'),
    banner: ['HỘI NGHỊ', 'THỬ'],
    segments,
    deadlines: [],
    ...more,
  };
}

const block = [tod('15:45'), null] as const;

/** A day in the shape of a real one: two breaks, lunch, an open end, two items in one block. */
export const DAY_PLAN = planOf([
  segment('mo', '08:15', '08:25', { kind: 'opening' }),
  segment('cd1', '08:25', '09:05'),
  segment('cd2', '09:05', '09:30'),
  segment('nghi1', '09:30', '09:45', { kind: 'break' }),
  segment('cd3', '09:45', '11:30'),
  segment('cd6', '14:00', '15:00'),
  segment('nghi2', '15:00', '15:15', { kind: 'break' }),
  segment('cd8', '15:15', '15:45'),
  segment('phatbieu', '15:45', null, { kind: 'speech', block }),
  segment('be-mac', null, null, { kind: 'closing', block }),
]);

export function delegate(n: number, more: Partial<Delegate> = {}): Delegate {
  return {
    id: did(`d${n}`),
    order: n,
    name: `Nguyễn Văn ${n}`,
    position: 'Đảng viên',
    unit: n % 2 === 0 ? 'Chi bộ Chẵn' : 'Chi bộ Lẻ',
    badges: [`HP${String(n).padStart(4, '0')}`],
    ...more,
  };
}
export const ROSTER: readonly Delegate[] = [1, 2, 3, 4, 5, 6].map((n) => delegate(n));

/** A hall in memory: what was asked when, and everything that was recorded. */
export class TestHall {
  state: HallState = EMPTY_HALL;
  readonly journal: Recorded[] = [];

  /** @returns the code of the refusal, or null where the command was carried out. */
  do(now: Instant, c: HallCommand): string | null {
    const decision = decide(this.state, c, now);
    if (!decision.ok) return decision.refusal.code;
    for (const event of decision.events) {
      const r: Recorded = { seq: this.state.revision + 1, at: now, event };
      this.journal.push(r);
      this.state = evolve(this.state, r);
    }
    return null;
  }
}

export function openHall(plan: EventPlan = DAY_PLAN, delegates: readonly Delegate[] = ROSTER): TestHall {
  const hall = new TestHall();
  hall.do(at('07:00'), { type: 'event.open', plan, delegates, mode: 'planned' });
  return hall;
}

export const start = (id: string | null): HallCommand => ({
  type: 'timer.start',
  segmentId: id === null ? null : sid(id),
});

export const scan = (text: string, now: Instant, more: { door?: string; readable?: boolean } = {}): HallCommand => ({
  type: 'scan.take',
  door: more.door ?? 'Cửa 1',
  source: 'serial',
  text,
  raw: '',
  receivedAt: now,
  readable: more.readable ?? true,
});
