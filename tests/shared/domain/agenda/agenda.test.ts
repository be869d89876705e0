import { describe, expect, it } from 'vitest';
import { shiftPlan } from '../../../../shared/domain/agenda/agenda';
import { schedule } from '../../../../shared/domain/agenda/schedule';
import { type Duration, type IsoDay, wallOf } from '../../../../shared/time/time';
import { DAY_ONE, DAY_PLAN, min, planOf, segment, tod } from '../../plans';

const TODAY = '2026-11-22' as IsoDay;

describe('moving an event to another day', () => {
  it('moves every time by the same amount', () => {
    const moved = shiftPlan(DAY_PLAN, TODAY, min(90));
    expect(moved.days).toEqual([TODAY]);
    expect(moved.endsAt).toBe(tod('18:30'));
    const before = schedule(DAY_PLAN);
    const gap = wallOf(TODAY, tod('01:30')) - wallOf(DAY_ONE, tod('00:00'));
    schedule(moved).forEach((s, i) => {
      const old = before[i];
      expect(s.start).toBe(old?.start == null ? null : old.start + gap);
      expect(s.end).toBe(old?.end == null ? null : old.end + gap);
      expect(s.share).toBe(old?.share);
    });
  });
  it('leaves unknown times unknown and the open block open', () => {
    const last = shiftPlan(DAY_PLAN, TODAY, min(90)).segments.at(-1);
    expect(last).toMatchObject({ start: null, end: null, block: [tod('17:15'), null] });
  });
  it('keeps a deadline of the day before on the day before', () => {
    const plan = planOf([segment('a', '07:30', '08:00')], {
      deadlines: [
        { id: 'x', day: '2026-02-06' as IsoDay, time: tod('09:00'), what: 'kiểm tra' },
        { id: 'y', day: DAY_ONE, time: tod('07:30'), what: 'báo cáo' },
      ],
    });
    expect(shiftPlan(plan, TODAY, min(60)).deadlines.map((d) => [d.day, d.time])).toEqual([
      ['2026-11-21', tod('10:00')],
      [TODAY, tod('08:30')],
    ]);
  });
  it('keeps the days of a longer event apart', () => {
    const other = '2026-02-08' as IsoDay;
    const plan = planOf([segment('a', '08:00', '09:00'), segment('b', '08:00', '09:00', { day: other })], {
      days: [DAY_ONE, other],
    });
    const moved = shiftPlan(plan, TODAY, 0 as Duration);
    expect(moved.days).toEqual([TODAY, '2026-11-23']);
    expect(moved.segments.map((s) => s.day)).toEqual([TODAY, '2026-11-23']);
  });
});
