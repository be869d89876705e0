import { clockHm } from '../../time/format';
import { dayOf, type Instant, type IsoDay, toWall, type WallInstant, wallOf } from '../../time/time';
import type { EventPlan } from '../agenda/agenda';
import type { Delegate, DelegateId, ScanSource } from '../attendance/attendance';
import type { HallState } from '../hall';
import { officialDate, officialMoment, percent } from './figures';

/** One person of the list. */
export interface ReportRow {
  /** Counted through the whole paper. */
  readonly number: number;
  readonly id: DelegateId;
  readonly name: string;
  readonly position: string;
  readonly unit: string;
  readonly badges: readonly string[];
  /** Null for whoever has not come. */
  readonly arrival: Arrival | null;
  readonly note: string;
}

export interface Arrival {
  readonly wall: WallInstant;
  /** `07:18`; on an event of several days `07:18 08/02`. */
  readonly time: string;
  readonly door: string;
  readonly source: ScanSource;
}

export interface ReportTotals {
  readonly summoned: number;
  readonly present: number;
  readonly missing: number;
  /** Null where nobody was summoned. */
  readonly percent: string | null;
}

export interface ReportUnit extends ReportTotals {
  readonly unit: string;
  readonly rows: readonly ReportRow[];
}

export interface AttendanceReport {
  readonly event: string;
  readonly organiser: string;
  readonly place: string;
  readonly days: readonly IsoDay[];
  /** `ngày 07 tháng 02 năm 2026`, or the first and the last day. */
  readonly daysText: string;
  readonly takenAt: WallInstant;
  /** `07 giờ 30 phút, ngày 07 tháng 02 năm 2026`. */
  readonly takenText: string;
  /** From the reporting deadline on, whoever has not come is absent; before it nobody is. */
  readonly afterDeadline: boolean;
  readonly totals: ReportTotals;
  readonly units: readonly ReportUnit[];
}

/**
 * The attendance as it stands at `now` (hall time), in the organiser's order; a unit stands where its first person
 * does.
 * @returns null while no event is open.
 */
export function attendanceReport(state: HallState, now: Instant): AttendanceReport | null {
  const { plan, attendance, clock } = state;
  if (plan === null) return null;
  const takenAt = toWall(now, clock.wallOffset);
  const afterDeadline = takenAt >= (absentFrom(plan) ?? Number.POSITIVE_INFINITY);
  const arrivalOf = (id: DelegateId): Arrival | null => {
    const presence = attendance.present[id];
    if (presence === undefined) return null;
    const wall = toWall(presence.at, clock.wallOffset);
    return { wall, time: arrivalTime(wall, plan.days.length > 1), door: presence.door, source: presence.source };
  };
  let number = 0;
  const units = byUnit(attendance.delegates).map(([unit, delegates]): ReportUnit => {
    const rows = delegates.map((d): ReportRow => {
      number++;
      const { id, name, position, badges } = d;
      const arrival = arrivalOf(id);
      const note = arrival !== null ? '' : afterDeadline ? 'Vắng' : 'Chưa đến';
      return { number, id, name, position, unit, badges, arrival, note };
    });
    return { unit, rows, ...totalsOf(rows) };
  });
  return {
    event: plan.name,
    organiser: plan.organiser,
    place: plan.place,
    days: plan.days,
    daysText: daysText(plan.days),
    takenAt,
    takenText: officialMoment(takenAt),
    afterDeadline,
    totals: totalsOf(units.flatMap((u) => u.rows)),
    units,
  };
}

function byUnit(delegates: readonly Delegate[]): readonly (readonly [string, readonly Delegate[]])[] {
  const groups = new Map<string, Delegate[]>();
  for (const d of delegates.toSorted((a, b) => a.order - b.order)) {
    const group = groups.get(d.unit);
    if (group === undefined) groups.set(d.unit, [d]);
    else group.push(d);
  }
  return [...groups];
}

/**
 * From when on the missing are absent: the first reporting deadline on a day of the event (one on a day before is
 * about something else); without one, the first planned start. Null where the plan has neither.
 */
function absentFrom(plan: EventPlan): WallInstant | null {
  const first = (moments: readonly { readonly day: IsoDay; readonly at: WallInstant }[]): WallInstant | null =>
    moments
      .filter((m) => plan.days.includes(m.day))
      .map((m) => m.at)
      .toSorted((a, b) => a - b)[0] ?? null;
  return (
    first(plan.deadlines.map((d) => ({ day: d.day, at: wallOf(d.day, d.time) }))) ??
    first(plan.segments.flatMap((s) => (s.start === null ? [] : [{ day: s.day, at: wallOf(s.day, s.start) }])))
  );
}

function totalsOf(rows: readonly ReportRow[]): ReportTotals {
  const present = rows.filter((r) => r.arrival !== null).length;
  const summoned = rows.length;
  return { summoned, present, missing: summoned - present, percent: percent(present, summoned) };
}

function arrivalTime(wall: WallInstant, severalDays: boolean): string {
  const day = dayOf(wall);
  return clockHm(wall, 'wall') + (severalDays ? ` ${day.slice(8, 10)}/${day.slice(5, 7)}` : '');
}

function daysText(days: readonly IsoDay[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? officialDate(first) : `từ ${officialDate(first)} đến ${officialDate(last)}`;
}
