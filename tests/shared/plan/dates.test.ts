import { describe, expect, it } from 'vitest';
import { datesIn, weekdayIn } from '../../../shared/plan/dates';

const days = (text: string): string =>
  datesIn(text, 2026)
    .map((d) => d.days.join(' '))
    .join(' | ');

describe('dates in Vietnamese plans', () => {
  it.each([
    ['07/02/2026', '2026-02-07'],
    ['7/2/2026', '2026-02-07'],
    ['17.4.2026', '2026-04-17'],
    ['20 - 6 - 2025', '2025-06-20'],
    ['20-6-2025', '2025-06-20'],
    ['2026-02-07', '2026-02-07'],
    ['ngày 07 tháng 02 năm 2026', '2026-02-07'],
    ['ngày 07 tháng 02', '2026-02-07'],
    ['ngày 07/02', '2026-02-07'],
    ['ngày 07 và 08/02/2026', '2026-02-07 2026-02-08'],
    ['ngày 7, 8 và 9 tháng 2 năm 2026', '2026-02-07 2026-02-08 2026-02-09'],
    ['từ ngày 7 đến ngày 9/02/2026', '2026-02-07 2026-02-08 2026-02-09'],
    ['ngày 07-09/02/2026', '2026-02-07 2026-02-08 2026-02-09'],
    ['từ 28/02 đến 02/3/2026', '2026-02-28 2026-03-01 2026-03-02'],
    ['7h30, ngày 10/7/2026', '2026-07-10'],
  ])('reads %s', (text, expected) => {
    expect(days(text)).toBe(expected);
  });

  it.each(['2025 - 2030', '1/2 ngày', '½ ngày', 'số 31-KH/TU', '10.250.000 đồng', '15/KH-UBND'])(
    'does not take %s for a date',
    (text) => {
      expect(days(text)).toBe('');
    },
  );

  it.each(['30/02/2026', '31/4/2026', '29/02/2027', '32/01/2026', '10/13/2026'])(
    'tells that %s does not exist',
    (text) => {
      const found = datesIn(`trước ngày ${text}`, 2026)[0];
      expect(found?.days).toEqual([]);
      expect(found?.impossible).toEqual([text]);
    },
  );

  it.each([
    'ngày … tháng … năm',
    'ngày ... tháng ... năm 2026',
    'ngày ... tháng 02 năm 2026',
    'ngày    tháng 02 năm 2026',
    'ngày ……/……/2026',
    'ngày ___ tháng ___ năm ____',
  ])('tells that %s is left blank', (text) => {
    expect(datesIn(text, 2026)[0]).toMatchObject({ blank: true, days: [] });
  });

  it('says when the year was not written', () => {
    expect(datesIn('ngày 07/02', 2026)[0]?.yearAssumed).toBe(true);
    expect(datesIn('ngày 07/02/2026', 2020)[0]?.yearAssumed).toBe(false);
  });

  it.each([
    ['thứ Bảy, ngày 07/02/2026', 6],
    ['07/02/2026 (Chủ nhật)', 0],
    ['Ngày 20 tháng 06 năm 2025 - Thứ sáu', 5],
    ['ngày 19/11/2025 (Chiều thứ tư)', 3],
    ['ngày 19/11/2025', null],
  ])('reads the weekday beside %s', (text, weekday) => {
    expect(datesIn(text, 2026)[0]?.weekday).toBe(weekday);
  });

  it('passes over the same day in the lunar calendar', () => {
    expect(days('ngày 22/8/2026 (tức ngày 10 tháng 7 năm Bính Ngọ)')).toBe('2026-08-22');
  });

  it('reads weekdays in words and figures', () => {
    expect(weekdayIn('Thứ Hai')).toBe(1);
    expect(weekdayIn('thứ 7')).toBe(6);
    expect(weekdayIn('Chủ Nhật')).toBe(0);
    expect(weekdayIn('thứ nhất')).toBeNull();
  });
});
