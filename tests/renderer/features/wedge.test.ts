import { describe, expect, it } from 'vitest';
import { characterOf, Wedge, type WedgeResult } from '../../../renderer/features/wedge/wedge';

const feed = (wedge: Wedge, codes: readonly string[], gap: number, from = 0): WedgeResult[] =>
  codes.map((code, i) => wedge.feed({ code, key: code, shift: false, at: from + i * gap }));

describe('a reader that acts as a keyboard', () => {
  it('is told by its gaps: keys 50 ms apart are a badge, 51 ms apart are a person', () => {
    expect(feed(new Wedge(), ['KeyA', 'Digit1', 'Digit2', 'Enter'], 50).at(-1)).toEqual({ kind: 'code', text: 'a12' });
    expect(feed(new Wedge(), ['KeyA', 'Digit1', 'Digit2', 'Enter'], 51).map((r) => r.kind)).toEqual([
      'first',
      'first',
      'first',
      'none',
    ]);
  });

  it('ends on Tab as well', () => {
    expect(feed(new Wedge(), ['Digit1', 'Digit2', 'Digit3', 'Tab'], 5).at(-1)).toEqual({ kind: 'code', text: '123' });
  });

  it('leaves Enter alone after fewer than three keys', () => {
    expect(feed(new Wedge(), ['KeyA', 'KeyB', 'Enter'], 5).at(-1)).toEqual({ kind: 'none' });
  });

  it('never joins two badges', () => {
    const wedge = new Wedge();
    feed(wedge, ['Digit1', 'Digit2', 'Digit3'], 5);
    expect(feed(wedge, ['Digit4', 'Digit5', 'Digit6', 'Enter'], 5, 500).at(-1)).toEqual({ kind: 'code', text: '456' });
  });

  it('ignores the Shift key itself', () => {
    const wedge = new Wedge();
    wedge.feed({ code: 'KeyA', key: 'A', shift: true, at: 0 });
    wedge.feed({ code: 'ShiftLeft', key: 'Shift', shift: true, at: 1 });
    wedge.feed({ code: 'KeyB', key: 'B', shift: true, at: 2 });
    wedge.feed({ code: 'Minus', key: '-', shift: false, at: 3 });
    expect(wedge.feed({ code: 'Enter', key: 'Enter', shift: false, at: 4 })).toEqual({ kind: 'code', text: 'AB-' });
  });

  it('refuses a burst with a Backspace or a key without a place in it', () => {
    expect(feed(new Wedge(), ['KeyA', 'KeyA', 'Backspace', 'Digit1', 'Enter'], 5).at(-1)).toEqual({ kind: 'spoiled' });
    const wedge = new Wedge();
    feed(wedge, ['KeyA', 'KeyB', 'KeyC'], 1);
    wedge.feed({ code: '', key: 'Â', shift: false, at: 4 });
    expect(wedge.feed({ code: 'Enter', key: 'Enter', shift: false, at: 5 })).toEqual({ kind: 'spoiled' });
  });

  it('follows a code that is too long to its end and drops it', () => {
    const wedge = new Wedge();
    const codes = Array.from({ length: 600 }, () => 'Digit7');
    expect(feed(wedge, [...codes, 'Enter'], 1).at(-1)).toEqual({ kind: 'too long' });
    expect(feed(wedge, ['Digit1', 'Digit2', 'Digit3', 'Enter'], 1, 5000).at(-1)).toEqual({ kind: 'code', text: '123' });
  });

  it('knows the characters of a US keyboard', () => {
    expect([
      characterOf('Backslash', true),
      characterOf('Numpad7', true),
      characterOf('Digit3', true),
      characterOf('F9', false),
    ]).toEqual(['|', '7', '#', null]);
  });
});
