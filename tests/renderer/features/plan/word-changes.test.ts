import { describe, expect, it } from 'vitest';
import { wordChanges } from '../../../../renderer/features/plan/word-changes';

const marked = (before: string, after: string): readonly string[] =>
  wordChanges(before, after).map((list) => list.map((s) => (s.changed ? `[${s.text}]` : s.text)).join(''));

describe('the words that two versions of a text do not share', () => {
  it('are marked in each of them, the others left alone', () => {
    expect(marked('Báo cáo quý I năm 2026', 'Báo cáo tổng kết quý II năm 2026')).toEqual([
      'Báo cáo quý [I ]năm 2026',
      'Báo cáo [tổng kết ]quý [II ]năm 2026',
    ]);
  });

  it('are none where the texts are the same, and all where one is empty', () => {
    expect(marked('Khai mạc', 'Khai mạc')).toEqual(['Khai mạc', 'Khai mạc']);
    expect(marked('', 'Khai mạc')).toEqual(['', '[Khai mạc]']);
  });

  it('keep line breaks, and come together to the text', () => {
    const [a, b] = wordChanges('HỘI NGHỊ\nSƠ KẾT', 'HỘI NGHỊ\nTỔNG KẾT\nNĂM 2026');
    expect(a.map((s) => s.text).join('')).toBe('HỘI NGHỊ\nSƠ KẾT');
    expect(b.map((s) => s.text).join('')).toBe('HỘI NGHỊ\nTỔNG KẾT\nNĂM 2026');
  });

  it('of a very long text are not looked for', () => {
    const long = 'chữ '.repeat(400);
    expect(wordChanges(long, `${long}nữa`).map((l) => l.length)).toEqual([1, 1]);
  });
});
