import { describe, expect, it } from 'vitest';
import {
  headcount,
  officialDate,
  officialMoment,
  percent,
  wholeNumber,
} from '../../../../shared/domain/reports/figures';
import type { IsoDay } from '../../../../shared/time/time';
import { wallInstant } from '../../../../shared/time/time';

describe('figures on papers', () => {
  it('set thousands apart by a dot', () => {
    expect([0, 420, 1234, 12_345, 1_234_567].map(wholeNumber)).toEqual(['0', '420', '1.234', '12.345', '1.234.567']);
  });
  it('write a number of people with two figures at least', () => {
    expect([0, 8, 10, 412, 1234].map(headcount)).toEqual(['00', '08', '10', '412', '1.234']);
  });
  it('write a share with a decimal comma, and no needless zero', () => {
    expect(percent(412, 420)).toBe('98,1%');
    expect(percent(1, 2)).toBe('50%');
    expect(percent(420, 420)).toBe('100%');
    expect(percent(0, 420)).toBe('0%');
  });
  it('never write nearly all as all, nor nearly nobody as nobody', () => {
    expect(percent(9999, 10_000)).toBe('99,9%');
    expect(percent(1, 10_000)).toBe('0,1%');
  });
  it('know no share of nobody', () => {
    expect(percent(0, 0)).toBeNull();
  });
  it('write dates as offices do', () => {
    expect(officialDate('2026-02-07' as IsoDay)).toBe('ngày 07 tháng 02 năm 2026');
    expect(officialDate('2026-03-05' as IsoDay)).toBe('ngày 05 tháng 3 năm 2026');
    expect(officialDate('2026-11-22' as IsoDay)).toBe('ngày 22 tháng 11 năm 2026');
    expect(officialMoment(wallInstant(Date.parse('2026-02-07T07:05:59+07:00')))).toBe(
      '07 giờ 05 phút, ngày 07 tháng 02 năm 2026',
    );
  });
});
