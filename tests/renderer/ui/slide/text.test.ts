import { describe, expect, it } from 'vitest';
import { balanceLines, clampLines, cut, type Face, fillLines, fitBox, words } from '../../../../renderer/ui/slide/text';
import { fakeMeasure as measure } from './fake-measure';

const face: Face = { size: 20, weight: 600, figures: false };
const widthOf = (letters: number): number => letters * 10;

describe('the words of a text', () => {
  it('keep numbers, Roman numerals and dashes with the word before them', () => {
    expect(words('Đại hội XIV năm 2021 - 2030 của Đảng')).toEqual(['Đại', 'hội XIV', 'năm 2021 - 2030', 'của', 'Đảng']);
  });

  it('are composed, however the plan was typed', () => {
    expect(words('HỘI NGHỊ'.normalize('NFD'))).toEqual(['HỘI', 'NGHỊ']);
  });
});

describe('breaking lines', () => {
  it('fills each line as far as it goes', () => {
    expect(fillLines('một hai ba bốn năm', widthOf(8), face, measure)).toEqual(['một hai', 'ba bốn', 'năm']);
  });

  it('gives a word that is too wide a line of its own', () => {
    expect(fillLines('a dàidàidàidài b', widthOf(5), face, measure)).toEqual(['a', 'dàidàidàidài', 'b']);
  });

  it('balances lines and breaks where the sentence does', () => {
    expect(balanceLines('NGHIÊN CỨU, HỌC TẬP VÀ TRIỂN KHAI THỰC HIỆN', 2, face, measure)).toEqual([
      'NGHIÊN CỨU, HỌC TẬP',
      'VÀ TRIỂN KHAI THỰC HIỆN',
    ]);
  });

  it('does not tear what a dash joins', () => {
    const lines = balanceLines('phát triển kinh tế - xã hội vùng núi', 2, face, measure);
    expect(lines.some((l) => l.endsWith('xã'))).toBe(false);
  });

  it('makes no more lines than there are words, and one of an empty text', () => {
    expect(balanceLines('một', 3, face, measure)).toEqual(['một']);
    expect(balanceLines('', 2, face, measure)).toEqual(['']);
  });
});

describe('a text with too little room', () => {
  it('ends in "…" on its last line, at a whole word and without a comma before it', () => {
    const lines = clampLines('một hai ba, bốn năm sáu bảy tám', 2, widthOf(10), face, measure);
    expect(lines).toEqual(['một hai', 'ba, bốn…']);
    expect(cut('một, hai ba', widthOf(6), face, measure)).toBe('một…');
  });

  it('is cut inside a word where not even one fits', () => {
    expect(cut('dàidàidài', widthOf(4), face, measure)).toBe('dài…');
  });

  it('is left alone when it fits', () => {
    expect(clampLines('một hai', 2, widthOf(10), face, measure)).toEqual(['một hai']);
  });
});

describe('fitting a text into a box', () => {
  const sizes = { most: 100, least: 20 };
  const plain = { weight: 600, figures: false } as const;

  it('takes the largest letters for a short text', () => {
    expect(fitBox('ngắn', { width: 1000, height: 300, lines: 2 }, sizes, plain, measure)).toEqual({
      size: 100,
      lines: ['ngắn'],
    });
  });

  it('takes smaller ones for a long text, and stays inside the box', () => {
    const text = 'một câu dài hơn nhiều so với chiều ngang của khung và phải xuống dòng';
    const { size, lines } = fitBox(text, { width: 600, height: 300, lines: 3 }, sizes, plain, measure);
    expect(size).toBeLessThan(100);
    expect(size).toBeGreaterThan(20);
    expect(lines.length).toBeLessThanOrEqual(3);
    for (const l of lines) expect(measure(l, { ...plain, size }).width).toBeLessThanOrEqual(600);
    expect(lines.join(' ')).toBe(text);
  });

  it('cuts at the smallest ones', () => {
    const { size, lines } = fitBox(
      'chữ '.repeat(100).trim(),
      { width: 200, height: 60, lines: 2 },
      sizes,
      plain,
      measure,
    );
    expect(size).toBe(20);
    expect(lines.at(-1)).toMatch(/…$/);
  });
});
