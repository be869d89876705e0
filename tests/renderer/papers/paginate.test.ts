import { describe, expect, it } from 'vitest';
import { type Line, type Measured, paginate, type Sheet } from '../../../renderer/papers/paginate';

const ROOM = 100;
/** Units of so many persons each; every line 10 high, the header 10, the head 30. */
function measured(units: readonly number[], more: Partial<Measured> = {}): Measured {
  const lines = units.flatMap((persons, unit): Line[] => [
    { kind: 'band', height: 10, unit },
    ...Array.from({ length: persons }, (): Line => ({ kind: 'row', height: 10, unit })),
  ]);
  return { head: 30, header: 10, lines, tail: 20, ...more };
}
function heightOf(m: Measured, sheet: Sheet, first: boolean): number {
  const lines = sheet.lines.reduce((sum, at) => sum + (m.lines[at]?.height ?? 0), 0);
  return (first ? m.head : 0) + m.header + (sheet.continued === null ? 0 : 10) + lines + (sheet.tail ? m.tail : 0);
}

describe('dealing a list out to sheets', () => {
  it('leaves a short list on one sheet, with its signatures', () => {
    expect(paginate(measured([2]), ROOM)).toEqual([{ lines: [0, 1, 2], continued: null, tail: true }]);
  });
  it('loses and doubles no line, and fills no sheet beyond its room, for any list', () => {
    for (let a = 0; a < 30; a++) {
      for (let b = 1; b < 9; b++) {
        const m = measured([a, b, 3, a], { tail: 10 + (a % 5) * 10 });
        const sheets = paginate(m, ROOM);
        expect(sheets.flatMap((s) => s.lines)).toEqual(m.lines.map((_, i) => i));
        expect(sheets.filter((s) => s.tail)).toHaveLength(1);
        expect(sheets.at(-1)?.tail).toBe(true);
        sheets.forEach((s, i) => {
          expect(heightOf(m, s, i === 0)).toBeLessThanOrEqual(ROOM);
        });
      }
    }
  });
  it('never ends a sheet with the heading of a unit, unless nobody is in it', () => {
    for (let a = 1; a < 30; a++) {
      for (const sheet of paginate(measured([a, 4, 4]), ROOM)) {
        const last = measured([a, 4, 4]).lines[sheet.lines.at(-1) ?? -1];
        expect(last?.kind).toBe('row');
      }
    }
  });
  it('repeats the heading of a unit that goes on', () => {
    const sheets = paginate(measured([12]), ROOM);
    expect(sheets[0]?.continued).toBeNull();
    expect(sheets[1]?.continued).toBe(0);
  });
  it('never leaves the signatures alone on a sheet', () => {
    for (let a = 1; a < 40; a++) {
      const m = measured([a], { tail: 40 });
      const sheets = paginate(m, ROOM);
      expect(sheets.at(-1)?.lines.some((at) => m.lines[at]?.kind === 'row')).toBe(true);
    }
  });
  it('gives a line that is higher than a sheet its own, and ends', () => {
    const m = measured([3], { tail: 10 });
    const tall = { ...m, lines: m.lines.map((l, i) => (i === 2 ? { ...l, height: 500 } : l)) };
    expect(paginate(tall, ROOM).flatMap((s) => s.lines)).toEqual([0, 1, 2, 3]);
  });
  it('makes one sheet of an empty list', () => {
    expect(paginate(measured([]), ROOM)).toEqual([{ lines: [], continued: null, tail: true }]);
  });
});
