import { describe, expect, it } from 'vitest';
import {
  broken,
  isNumberedHeading,
  isUpper,
  joined,
  linesOf,
  listMark,
  piece,
  within,
} from '../../../shared/plan/lines';
import { pieceOf } from './reading';

describe('the lines of a text', () => {
  it('are those that hold words, with their places and the blank lines before them', () => {
    const text = '  KẾ HOẠCH \n\n\n\tThời gian: 8h00\nHết';
    const lines = linesOf(text);
    expect(lines.map((l) => [l.text, l.gap])).toEqual([
      ['KẾ HOẠCH', 0],
      ['Thời gian: 8h00', 2],
      ['Hết', 0],
    ]);
    for (const l of lines) {
      expect(text.slice(l.from, l.to)).toBe(l.text);
      expect(text.slice(l.rawFrom, l.rawFrom + l.raw.length)).toBe(l.raw);
    }
  });

  it('are none of the foot of a page', () => {
    expect(linesOf('A\nTrang 2/5\n- Trang 3 -\nPage 4\nB').map((l) => l.text)).toEqual(['A', 'B']);
  });

  it('keep a break inside a cell', () => {
    expect(linesOf('Chào cờ\u2028Khai mạc')).toHaveLength(1);
  });

  it('are none of an empty text', () => {
    expect(linesOf('')).toEqual([]);
  });
});

describe('a stretch of a text', () => {
  it('is cut to a part, never beyond its ends', () => {
    const p = piece('ab  8h00 - 9h00  cd', 2, 17);
    expect(p).toEqual({ from: 4, to: 15, text: '8h00 - 9h00' });
    expect(within(p, 4)).toEqual({ from: 9, to: 15, text: '- 9h00' });
    expect(within(p, -5, 99)).toEqual(p);
  });

  it('is parted at the breaks in its cell and put together again in one line', () => {
    const parts = broken(pieceOf('Chào cờ\u2028 Khai mạc\nBáo cáo\u2028'));
    expect(parts.map((p) => p.text)).toEqual(['Chào cờ', 'Khai mạc', 'Báo cáo']);
    expect(joined(parts)).toBe('Chào cờ Khai mạc Báo cáo');
  });
});

describe('marks before the words of a line', () => {
  it.each([
    ['- Khai mạc', 2],
    ['1. Khai mạc', 3],
    ['(2) Khai mạc', 4],
    ['+ 1.2. Khai mạc', 7],
    ['a) Khai mạc', 3],
    ['• Khai mạc', 2],
    ['Khai mạc', 0],
    ['20 năm', 0],
  ])('of "%s" take %i units', (text, length) => {
    expect(listMark(text)).toBe(length);
  });

  it.each(['I. MỤC ĐÍCH', '5. Ma két', '3.1. Điểm cầu', 'a) Cấp xã', 'Điều 2. Thành phần', 'IV/ TỔ CHỨC'])(
    'make a heading of "%s"',
    (text) => {
      expect(isNumberedHeading(text)).toBe(true);
    },
  );

  it.each(['- Ma két', '12/3/2026', 'Ma két', '8h00: Khai mạc', '20 đại biểu'])('make none of "%s"', (text) => {
    expect(isNumberedHeading(text)).toBe(false);
  });
});

describe('a line in capitals', () => {
  it('may hold a few small letters', () => {
    expect(['HỘI NGHỊ TỔNG KẾT', 'HỘI NGHỊ TỔNG KẾT CÔNG TÁC lần 2', 'Hội nghị', '2025', 'A'].map(isUpper)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
