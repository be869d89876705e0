import { describe, expect, it } from 'vitest';
import {
  addDays,
  type Duration,
  dayOf,
  daysBetween,
  type IsoDay,
  instant,
  isIsoDay,
  parseTimeOfDay,
  timeOfDayOf,
  toHall,
  toWall,
  wallInstant,
  wallOf,
} from '../../../shared/time/time';

const day = (s: string): IsoDay => s as IsoDay;

describe('days and times in Vietnam', () => {
  it('put midnight in Vietnam at 17:00 UTC of the day before', () => {
    expect(new Date(wallOf(day('2026-02-07'), parseTimeOfDay('00:00'))).toISOString()).toBe('2026-02-06T17:00:00.000Z');
    expect(dayOf(wallInstant(Date.UTC(2026, 1, 6, 17)))).toBe('2026-02-07');
    expect(dayOf(wallInstant(Date.UTC(2026, 1, 6, 17) - 1))).toBe('2026-02-06');
  });
  it('give back the day and the time they were made from', () => {
    for (const hm of ['00:00', '07:30', '16:59', '17:00', '23:59']) {
      const t = wallOf(day('2026-03-01'), parseTimeOfDay(hm));
      expect([dayOf(t), timeOfDayOf(t)]).toEqual(['2026-03-01', parseTimeOfDay(hm)]);
    }
  });
  it('refuse days that do not exist', () => {
    expect(isIsoDay('2026-02-30')).toBe(false);
    expect(isIsoDay('2024-02-29')).toBe(true);
    expect(isIsoDay('2026-2-7')).toBe(false);
    expect(isIsoDay('2026-13-01')).toBe(false);
    expect(() => wallOf(day('2026-02-30'), parseTimeOfDay('07:30'))).toThrow(RangeError);
  });
  it('refuse times that do not exist', () => {
    for (const bad of ['24:00', '7:30', '07:60', '', '07h30']) expect(() => parseTimeOfDay(bad)).toThrow(RangeError);
  });
  it('count days over a leap day and backwards', () => {
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2);
    expect(daysBetween(day('2026-02-07'), day('2026-02-06'))).toBe(-1);
    expect(addDays(day('2026-02-28'), 1)).toBe('2026-03-01');
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
  });
  it('go from hall time to wall time and back without loss', () => {
    const offset = -3_600_123 as Duration;
    expect(toHall(toWall(instant(1_000_000_000_000), offset), offset)).toBe(1_000_000_000_000);
  });
});
