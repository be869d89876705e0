import { describe, expect, it } from 'vitest';
import { isTimeLine } from '../../../shared/plan/cell-headings';

describe('a line that is a time and nothing else', () => {
  it.each(['7h30', '7h30 - 8h00', 'Từ 7h30 đến 8h00', '7h30 -', 'Đến 9h00', '(7h30)'])('is "%s"', (text) => {
    expect(isTimeLine(text)).toBe(true);
  });

  it.each(['7h30: Khai mạc', 'Khai mạc', '', '15 phút', 'Hội trường 7h30'])('is not "%s"', (text) => {
    expect(isTimeLine(text)).toBe(false);
  });
});
