import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../shared/plan/draft';
import { daysOfWeekday, dayText, newFindings } from '../../../shared/plan/findings';
import { parseTimeOfDay } from '../../../shared/time/time';
import { codes, day, finding, HEAD, read, wordsAt } from './reading';

const PLAN = 'KẾ HOẠCH\nThời gian: 8h00, ngày 12/3/2026\n';
const agenda = (lines: string): string => HEAD + lines;

interface Doubt {
  readonly code: Finding['code'];
  readonly text: string;
  readonly words: readonly string[];
  readonly about: Finding['place']['part'];
}

/** One document for each doubt, and the words it has to point at. */
const DOUBTS: readonly Doubt[] = [
  { code: 'impossible-date', text: 'KẾ HOẠCH\nThời gian: 8h00, ngày 30/02/2026', words: ['30/02/2026'], about: 'days' },
  {
    code: 'weekday-disagrees',
    text: 'KẾ HOẠCH\nThời gian: 8h00, thứ Hai, ngày 12/3/2026',
    words: ['12/3/2026'],
    about: 'days',
  },
  {
    code: 'blank-date',
    text: `${PLAN}Ma két:\nHỘI NGHỊ TỔNG KẾT\nTân An, ngày ... tháng ... năm 2026`,
    words: ['Tân An, ngày ... tháng ... năm 2026'],
    about: 'banner',
  },
  {
    code: 'overlap',
    text: agenda('8h00 - 9h00: Khai mạc\n8h30 - 9h30: Báo cáo'),
    words: ['8h00 - 9h00', 'Khai mạc', '8h30 - 9h30', 'Báo cáo'],
    about: 'segment',
  },
  {
    code: 'gap',
    text: agenda('8h00 - 8h30: Khai mạc\n9h00 - 9h30: Báo cáo'),
    words: ['8h00 - 8h30', 'Khai mạc', '9h00 - 9h30', 'Báo cáo'],
    about: 'segment',
  },
  {
    code: 'no-end',
    text: agenda('8h00: Khai mạc\n9h00 - 9h30: Báo cáo'),
    words: ['8h00', 'Khai mạc'],
    about: 'segment',
  },
  {
    code: 'end-before-start',
    text: agenda('8h00 - 9h00: Khai mạc\n9h30 - 9h10: Báo cáo'),
    words: ['9h30 - 9h10', 'Báo cáo'],
    about: 'segment',
  },
  {
    code: 'ocr-slip',
    text: `${PLAN}Ma két:\nHỘI NGHỊ QUẢN TRIỆT NGHỊ QUYẾT`,
    words: ['HỘI NGHỊ QUẢN TRIỆT NGHỊ QUYẾT'],
    about: 'banner',
  },
  {
    code: 'several-dates',
    text: 'V/v tổ chức hội nghị ngày 13/3/2026\nThời gian: 8h00, ngày 12/3/2026',
    words: ['12/3/2026', '13/3/2026'],
    about: 'days',
  },
  {
    code: 'agenda-twice',
    text: 'GIẤY MỜI\nThời gian: ngày 12/3/2026\nChương trình:\n- 8h00: Khai mạc\n- 9h00: Bế mạc\n\nCHƯƠNG TRÌNH\nThời gian\tNội dung\n8h00\tKhai mạc\n9h00\tBế mạc',
    words: ['- 8h00: Khai mạc\n- 9h00: Bế mạc', 'Thời gian\tNội dung\n8h00\tKhai mạc\n9h00\tBế mạc'],
    about: 'document',
  },
  {
    code: 'no-agenda',
    text: `${PLAN}CHƯƠNG TRÌNH HỘI NGHỊ\n(Có chương trình riêng)`,
    words: ['CHƯƠNG TRÌNH HỘI NGHỊ', '(Có chương trình riêng)'],
    about: 'document',
  },
  {
    code: 'no-date',
    text: 'KẾ HOẠCH\nThời gian: ngày ... tháng ... năm 2026',
    words: ['ngày ... tháng ... năm 2026'],
    about: 'days',
  },
  { code: 'year-assumed', text: 'KẾ HOẠCH\nThời gian: 8h00, ngày 12/3', words: ['12/3'], about: 'days' },
  {
    code: 'row-unread',
    text: agenda('Thời gian\tNội dung\tThực hiện\n8h00\tKhai mạc\tĐ/c A\n8h15\t\tĐ/c B\n9h00\tBế mạc\tĐ/c C'),
    words: ['8h15\t\tĐ/c B'],
    about: 'document',
  },
  {
    code: 'delegates-range',
    text: `${PLAN}Đại biểu: khoảng 85 - 90 người`,
    words: ['Đại biểu: khoảng 85 - 90'],
    about: 'delegates',
  },
];

/** Nothing in it is doubtful. */
const CLEAR =
  'CHƯƠNG TRÌNH\nThời gian: 8h00, thứ Năm, ngày 12/3/2026\nSố lượng: 120 đại biểu\n8h00 - 8h30: Khai mạc\n8h30 - 9h30: Báo cáo';

describe('what is doubtful in a document', () => {
  it.each(DOUBTS)('is told and pointed at: $code', ({ code, text, words, about }) => {
    const found = finding(text, code);
    expect(found?.place.part).toBe(about);
    expect([...wordsAt(text, found?.passages)].sort()).toEqual([...words].sort());
  });

  it('is pointed at also where the document came with marks and composed otherwise', () => {
    for (const { code, text, words } of DOUBTS) {
      const marked = `\ufeff${text}`.normalize('NFD');
      const found = wordsAt(marked, finding(marked, code)?.passages).map((w) => w.normalize('NFC'));
      expect([...found].sort(), code).toEqual([...words].sort());
    }
  });

  it('is nothing where all is said and fits', () => {
    expect(codes(CLEAR)).toEqual([]);
  });

  it('has a number of its own each', () => {
    const all = read(agenda('8h00: Khai mạc\n8h30 - 8h10: Báo cáo\n9h00: Thảo luận\n10h00: Bế mạc')).findings;
    expect(all.length).toBeGreaterThan(2);
    expect(new Set(all.map((f) => f.id)).size).toBe(all.length);
  });

  it('is told up to a bound', () => {
    const findings = newFindings();
    for (let k = 0; k < 2000; k++) findings.add('no-date', { part: 'days' }, []);
    expect(findings.list).toHaveLength(500);
  });
});

describe('what can be done about a doubt', () => {
  const choices = (text: string, code: Finding['code']): Finding['choices'] => finding(text, code)?.choices ?? [];

  it('is to take one of the days that fit the weekday', () => {
    expect(choices('KẾ HOẠCH\nThời gian: 8h00, thứ Hai, ngày 12/3/2026', 'weekday-disagrees')).toEqual([
      { set: 'day', days: ['2026-03-12'] },
      { set: 'day', days: ['2026-03-09'] },
      { set: 'day', days: ['2026-03-16'] },
    ]);
  });

  it('is to leave the end open, to take the next start, or nothing where no start follows', () => {
    const text = agenda('8h00: Khai mạc\n9h00: Báo cáo');
    const ends = read(text).findings.filter((f) => f.code === 'no-end');
    expect(ends.map((f) => f.choices)).toEqual([
      [
        { set: 'segment-end', segment: 's1', end: null },
        { set: 'segment-end', segment: 's1', end: parseTimeOfDay('09:00') },
      ],
      [{ set: 'segment-end', segment: 's2', end: null }],
    ]);
    expect(ends.map((f) => f.params.end)).toEqual(['09:00', '']);
  });

  it('is to keep an end before the start, to drop it, or to take it for the afternoon', () => {
    expect(choices(agenda('8h00 - 9h00: Khai mạc\n10h00 - 2h00: Báo cáo'), 'end-before-start')).toEqual([
      { set: 'segment-end', segment: 's2', end: parseTimeOfDay('02:00') },
      { set: 'segment-end', segment: 's2', end: null },
      { set: 'segment-end', segment: 's2', end: parseTimeOfDay('14:00') },
    ]);
  });

  it('is to leave the day on the banner blank or to fill it', () => {
    const text = `${PLAN}Ma két:\nHỘI NGHỊ TỔNG KẾT\nTân An, ngày ... tháng ... năm 2026`;
    expect(choices(text, 'blank-date')).toEqual([
      { set: 'banner-line', line: 1, text: 'Tân An, ngày ... tháng ... năm 2026' },
      { set: 'banner-line', line: 1, text: 'Tân An, ngày 12 tháng 03 năm 2026' },
    ]);
  });

  it('is to expect the lower or the higher number', () => {
    expect(choices(`${PLAN}Đại biểu: khoảng 85 - 90 người`, 'delegates-range')).toEqual([
      { set: 'delegates', count: null },
      { set: 'delegates', count: 85 },
      { set: 'delegates', count: 90 },
    ]);
  });
});

describe('times of an agenda', () => {
  it.each([
    [
      'items side by side',
      'Thời gian\tPhòng A\tPhòng B\n8h00 - 9h00\tBáo cáo 1\tBáo cáo 2\n9h00 - 10h00\tThảo luận\tTrao đổi',
    ],
    ['the break at noon', '8h00 - 11h30: Báo cáo\n14h00 - 16h00: Thảo luận'],
    ['five minutes', '8h00 - 8h30: Khai mạc\n8h35 - 9h00: Báo cáo'],
  ])('leave no gap and no overlap at %s', (_, lines) => {
    const told = codes(agenda(lines));
    expect(told).not.toContain('gap');
    expect(told).not.toContain('overlap');
  });

  it('of two days do not meet', () => {
    const text = 'CHƯƠNG TRÌNH\nNgày 07/02/2026\n8h00 - 11h00: Khai mạc\nNgày 08/02/2026\n8h00 - 9h00: Bế mạc';
    expect(codes(text)).toEqual([]);
  });

  it('say how long a gap is and what stands around it', () => {
    expect(finding(agenda('8h00 - 8h30: Khai mạc\n9h00 - 9h30: Báo cáo'), 'gap')).toMatchObject({
      level: 'note',
      params: { title: 'Báo cáo', other: 'Khai mạc', start: '09:00', end: '08:30', minutes: 30 },
    });
  });
});

describe('days of a doubt', () => {
  it('are written as they are here', () => {
    expect(dayText(day('2026-02-07'))).toBe('07/02/2026');
  });

  it('are the nearest ones of a weekday on both sides, or the day itself', () => {
    expect(daysOfWeekday(day('2026-03-12'), 1)).toEqual(['2026-03-09', '2026-03-16']);
    expect(daysOfWeekday(day('2026-03-12'), 0)).toEqual(['2026-03-08', '2026-03-15']);
    expect(daysOfWeekday(day('2026-03-12'), 4)).toEqual(['2026-03-12']);
  });
});
