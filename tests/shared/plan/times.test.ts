import { describe, expect, it } from 'vitest';
import { clockText, inSession, timesIn } from '../../../shared/plan/times';
import { parseTimeOfDay } from '../../../shared/time/time';

const shown = (text: string): string[] =>
  timesIn(text).map((t) => `${t.start === null ? '' : clockText(t.start)}-${t.end === null ? '' : clockText(t.end)}`);

describe('times of day in Vietnamese plans', () => {
  it.each([
    ['7h30', '07:30-'],
    ["7h30'", '07:30-'],
    ['7h30’', '07:30-'],
    ['07:30', '07:30-'],
    ['7 giờ 30', '07:30-'],
    ['7 giờ 30 phút', '07:30-'],
    ['7giờ30', '07:30-'],
    ['7g30', '07:30-'],
    ['13G45', '13:45-'],
    ['7h', '07:00-'],
    ['7h.30', '07:30-'],
    ['8hOO', '08:00-'],
    ['1h30 chiều', '13:30-'],
    ['7 giờ 30 tối', '19:30-'],
    ['2:00 PM', '14:00-'],
  ])('reads %s as one time', (text, expected) => {
    expect(shown(text)).toEqual([expected]);
  });

  it.each([
    ['7-9h', '07:00-09:00'],
    ['7h30-8h', '07:30-08:00'],
    ['7h30 – 8h00', '07:30-08:00'],
    ['7h30—8h00', '07:30-08:00'],
    ["7h30' - 8h00'", '07:30-08:00'],
    ["7h30' ÷ 8h00'", '07:30-08:00'],
    ['14g00 đến 14g10', '14:00-14:10'],
    ['14:00-16:30', '14:00-16:30'],
    ['7 giờ đến 8 giờ 30', '07:00-08:30'],
    ['Từ 7h30 phút - 17h00', '07:30-17:00'],
    ['7h30\u2028- 8h00', '07:30-08:00'],
    ['7h30p - 8h', '07:30-08:00'],
  ])('reads %s as one range', (text, expected) => {
    expect(shown(text)).toEqual([expected]);
  });

  it.each([
    '2025 - 2030',
    '10 năm',
    '15 phút',
    'P.301',
    '24/24h',
    'trong 2 giờ',
    'kéo dài 3 giờ',
    '02 cấp',
    '31-KH/TU',
    '7ha',
    '1.250 đồng chí',
    '25h00',
    '8h75',
  ])('does not take %s for a time', (text) => {
    expect(shown(text)).toEqual([]);
  });

  it('gives an end only for a time that something lasts until', () => {
    expect(shown('Đến 15g00: Thảo luận')).toEqual(['-15:00']);
  });

  it('gives an end only for a range whose start was left out', () => {
    expect(shown('… - 9h00: Thảo luận')).toEqual(['-09:00']);
  });

  it('keeps the start of a range whose end was left out', () => {
    expect(shown('7h30 - : Đón tiếp')).toEqual(['07:30-']);
  });

  it('marks a time that is a limit', () => {
    expect(timesIn('trước 17h00')[0]?.before).toBe(true);
    expect(timesIn('lúc 17h00')[0]?.before).toBe(false);
  });

  it('says where the expression stands, its leading word included', () => {
    const text = 'họp Từ 7h30 phút - 17h00, ngày 07/02';
    const found = timesIn(text)[0];
    expect(text.slice(found?.from, found?.to)).toBe('Từ 7h30 phút - 17h00');
  });

  it('finds every time of a line', () => {
    expect(shown('sáng 7h30 - 11h30, chiều 14h00 - 17h00')).toEqual(['07:30-11:30', '14:00-17:00']);
  });

  it('moves small hours of a named afternoon or evening behind noon', () => {
    expect(inSession(parseTimeOfDay('02:00'), 'afternoon')).toBe(parseTimeOfDay('14:00'));
    expect(inSession(parseTimeOfDay('07:30'), 'evening')).toBe(parseTimeOfDay('19:30'));
    expect(inSession(parseTimeOfDay('07:30'), 'morning')).toBe(parseTimeOfDay('07:30'));
    expect(inSession(null, 'evening')).toBeNull();
  });
});
