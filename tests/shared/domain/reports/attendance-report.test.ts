import { describe, expect, it } from 'vitest';
import { EMPTY_HALL } from '../../../../shared/domain/hall';
import { type AttendanceReport, attendanceReport } from '../../../../shared/domain/reports/attendance-report';
import type { Duration, Instant, IsoDay } from '../../../../shared/time/time';
import {
  at,
  DAY_ONE,
  DAY_PLAN,
  delegate,
  did,
  min,
  openHall,
  planOf,
  scan,
  segment,
  type TestHall,
  tod,
} from '../../plans';

const DEADLINE = planOf(DAY_PLAN.segments, {
  deadlines: [
    { id: 'kt', day: '2026-02-06' as IsoDay, time: tod('09:00'), what: 'kiểm tra' },
    { id: 'bc', day: DAY_ONE, time: tod('07:30'), what: 'báo cáo' },
  ],
});
function reportOf(hall: TestHall, now: Instant): AttendanceReport {
  const report = attendanceReport(hall.state, now);
  if (report === null) throw new Error('no report');
  return report;
}

describe('the attendance report', () => {
  it('does not exist without an event', () => {
    expect(attendanceReport(EMPTY_HALL, at('07:00'))).toBeNull();
  });
  it('counts present, summoned and missing, whole and by unit', () => {
    const hall = openHall(DEADLINE);
    hall.do(at('07:10'), scan('HP0001', at('07:10')));
    hall.do(at('07:11'), scan('HP0003', at('07:11'), { door: 'Cửa 2' }));
    hall.do(at('07:12'), scan('HP0003', at('07:12')));
    const r = reportOf(hall, at('07:20'));
    expect(r.totals).toEqual({ summoned: 6, present: 2, missing: 4, percent: '33,3%' });
    expect(r.units.map((u) => [u.unit, u.present, u.summoned, u.percent])).toEqual([
      ['Chi bộ Lẻ', 2, 3, '66,7%'],
      ['Chi bộ Chẵn', 0, 3, '0%'],
    ]);
  });
  it('names event, place, day and the moment it was taken', () => {
    expect(reportOf(openHall(DEADLINE), at('07:20', 59))).toMatchObject({
      event: 'Hội nghị thử',
      place: 'Hội trường A',
      daysText: 'ngày 07 tháng 02 năm 2026',
      takenText: '07 giờ 20 phút, ngày 07 tháng 02 năm 2026',
    });
  });
  it('keeps the organiser’s order, groups by unit, and numbers through', () => {
    const shuffled = [5, 2, 6, 1, 4, 3].map((n) => delegate(n));
    const rows = reportOf(openHall(DEADLINE, shuffled), at('07:00')).units.flatMap((u) => u.rows);
    expect(rows.map((x) => x.id)).toEqual(['d1', 'd3', 'd5', 'd2', 'd4', 'd6']);
    expect(rows.map((x) => x.number)).toEqual([1, 2, 3, 4, 5, 6]);
  });
  it('gives the first time and door of whoever has come, and how', () => {
    const hall = openHall(DEADLINE);
    hall.do(at('07:10', 42), scan('HP0001', at('07:10', 42), { door: 'Cửa 2' }));
    hall.do(at('07:15'), { type: 'checkin.mark', delegateId: did('d2'), door: 'Bàn đón tiếp' });
    const rows = reportOf(hall, at('07:20')).units.flatMap((u) => u.rows);
    expect(rows.find((x) => x.id === 'd1')).toMatchObject({
      arrival: { time: '07:10', door: 'Cửa 2', source: 'serial' },
      note: '',
    });
    expect(rows.find((x) => x.id === 'd2')?.arrival).toMatchObject({ door: 'Bàn đón tiếp', source: 'manual' });
  });
  it('calls nobody absent before the deadline, and everybody missing absent from it on', () => {
    const hall = openHall(DEADLINE);
    const notes = (now: Instant) => new Set(reportOf(hall, now).units.flatMap((u) => u.rows.map((x) => x.note)));
    expect(notes((at('07:30') - 1) as Instant)).toEqual(new Set(['Chưa đến']));
    expect(reportOf(hall, at('07:29')).afterDeadline).toBe(false);
    expect(notes(at('07:30'))).toEqual(new Set(['Vắng']));
    expect(reportOf(hall, at('07:30')).afterDeadline).toBe(true);
  });
  it('takes the first planned start where the plan sets no deadline', () => {
    const hall = openHall();
    expect(reportOf(hall, at('08:14')).afterDeadline).toBe(false);
    expect(reportOf(hall, at('08:15')).afterDeadline).toBe(true);
  });
  it('speaks wall time, also after the clock was put right', () => {
    const hall = openHall(DEADLINE);
    hall.do(at('07:00'), { type: 'clock.step', byMs: min(5), wallOffset: min(5) as Duration });
    hall.do(at('07:10'), scan('HP0001', at('07:10')));
    const r = reportOf(hall, at('07:25'));
    expect(r.units[0]?.rows[0]?.arrival?.time).toBe('07:15');
    expect(r.takenText).toContain('07 giờ 30 phút');
    expect(r.afterDeadline).toBe(true);
  });
  it('says the day of an arrival where the event has several', () => {
    const other = '2026-02-08' as IsoDay;
    const hall = openHall(planOf([segment('a', '08:00', '09:00')], { days: [DAY_ONE, other] }));
    hall.do(at('07:10'), scan('HP0001', at('07:10')));
    const r = reportOf(hall, at('07:20'));
    expect(r.units[0]?.rows[0]?.arrival?.time).toBe('07:10 07/02');
    expect(r.daysText).toBe('từ ngày 07 tháng 02 năm 2026 đến ngày 08 tháng 02 năm 2026');
  });
  it('knows no share of an empty roster', () => {
    const r = reportOf(openHall(DEADLINE, []), at('07:20'));
    expect(r.totals).toEqual({ summoned: 0, present: 0, missing: 0, percent: null });
    expect(r.units).toEqual([]);
  });
});
