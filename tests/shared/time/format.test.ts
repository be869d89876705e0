import { describe, expect, it } from 'vitest';
import {
  clockHm,
  clockHms,
  countdown,
  dayDmy,
  elapsedFigure,
  hoursMinutes,
  signedMinutes,
} from '../../../shared/time/format';
import { type Duration, type IsoDay, type TimeOfDay, wallOf } from '../../../shared/time/time';

const ms = (n: number): Duration => n as Duration;

describe('the countdown figure', () => {
  it('stands for its whole first second and reaches 00:00 when the time is over', () => {
    expect(countdown(ms(2_400_000))).toBe('40:00');
    expect(countdown(ms(2_399_001))).toBe('40:00');
    expect(countdown(ms(2_399_000))).toBe('39:59');
    expect(countdown(ms(1))).toBe('00:01');
    expect(countdown(ms(0))).toBe('00:00');
  });
  it('counts overtime up from -00:01 and never shows -00:00', () => {
    expect(countdown(ms(-1))).toBe('00:00');
    expect(countdown(ms(-999))).toBe('00:00');
    expect(countdown(ms(-1000))).toBe('-00:01');
    expect(countdown(ms(-60_000))).toBe('-01:00');
    expect(countdown(ms(-3_600_000))).toBe('-1:00:00');
  });
  it('shows hours only from an hour on', () => {
    expect(countdown(ms(3_600_000))).toBe('1:00:00');
    expect(countdown(ms(3_599_000))).toBe('59:59');
    expect(countdown(ms(3_599_001))).toBe('1:00:00');
    expect(countdown(ms(36_061_000))).toBe('10:01:01');
  });
  it('changes exactly once a second over an hour of milliseconds', () => {
    let changes = 0;
    for (let left = 3_600_000; left > 3_540_000; left -= 50) {
      if (countdown(ms(left)) !== countdown(ms(left - 50))) {
        changes++;
        expect(left % 1000).toBe(50);
      }
    }
    expect(changes).toBe(60);
  });
});

describe('other figures', () => {
  it('round elapsed time down and never below zero', () => {
    expect(elapsedFigure(ms(999))).toBe('00:00');
    expect(elapsedFigure(ms(1000))).toBe('00:01');
    expect(elapsedFigure(ms(-5))).toBe('00:00');
  });
  it('write clock times past midnight, and before it, as a clock does', () => {
    const t = (n: number): TimeOfDay => n as TimeOfDay;
    expect(clockHm(t(8.5 * 3_600_000))).toBe('08:30');
    expect(clockHm(t(24 * 3_600_000 + 600_000))).toBe('00:10');
    expect(clockHm(t(-600_000))).toBe('23:50');
  });
  it('write wall instants as they are in Vietnam', () => {
    const t = wallOf('2026-02-07' as IsoDay, (7.5 * 3_600_000 + 7000) as TimeOfDay);
    expect(clockHm(t, 'wall')).toBe('07:30');
    expect(clockHms(t)).toBe('07:30:07');
  });
  it('write days as dd/mm/yyyy', () => {
    expect(dayDmy('2026-02-07' as IsoDay)).toBe('07/02/2026');
  });
  it('never give a negative zero minute', () => {
    expect(Object.is(signedMinutes(ms(-20_000)), 0)).toBe(true);
    expect(signedMinutes(ms(-750_000))).toBe(-12);
    expect(hoursMinutes(ms(125 * 60_000))).toEqual({ hours: 2, minutes: 5 });
  });
});
