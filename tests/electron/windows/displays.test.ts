import { describe, expect, it } from 'vitest';
import { assignDisplays, type DisplayKey, likeness, pickDisplay } from '../../../electron/windows/displays';

const display = (id: number, label: string, x: number, width = 1920, height = 1080): DisplayKey => ({
  id,
  label,
  x,
  y: 0,
  width,
  height,
});
const NONE: ReadonlySet<number> = new Set();
const DESK = display(1, 'OPERATOR', 0, 1366, 768);
const STAGE = display(2, 'STAGE LG', 1366);
const SLIDES = display(3, 'PROJECTOR', 3286);

describe('knowing a display again', () => {
  it('knows it by its id, also after its size and place have changed', () => {
    expect(pickDisplay(STAGE, [DESK, { ...STAGE, x: 5000, width: 1280, height: 720 }], NONE)?.id).toBe(2);
  });

  it('knows it by its name on another port', () => {
    expect(pickDisplay(STAGE, [DESK, display(9, 'STAGE LG', 0, 1280, 720)], NONE)?.id).toBe(9);
  });

  it('knows a nameless one by size and place together', () => {
    expect(pickDisplay(display(2, '', 1366), [DESK, display(8, '', 1366)], NONE)?.id).toBe(8);
  });

  it('does not take size alone or place alone for it', () => {
    expect(pickDisplay(display(2, '', 1366), [display(8, '', 4000)], NONE)).toBeNull();
    expect(pickDisplay(display(2, '', 1366), [display(8, '', 1366, 800, 600)], NONE)).toBeNull();
  });

  it('does not take a monitor with another name for it, whatever its size and place', () => {
    expect(likeness(STAGE, { ...SLIDES, x: STAGE.x })).toBe(0);
    expect(pickDisplay(STAGE, [{ ...SLIDES, x: STAGE.x }], NONE)).toBeNull();
  });

  it('takes the best fit of several', () => {
    expect(pickDisplay(STAGE, [display(9, 'STAGE LG', 1366), STAGE], NONE)?.id).toBe(2);
  });

  it('does not take one that is barred, even if it is the very one', () => {
    expect(pickDisplay(STAGE, [DESK, STAGE], new Set([2]))).toBeNull();
  });
});

describe('sharing out the displays', () => {
  it('gives each window its own', () => {
    const given = assignDisplays(
      [
        { role: 'stage', key: STAGE, not: NONE },
        { role: 'slides', key: SLIDES, not: NONE },
      ],
      [DESK, STAGE, SLIDES],
    );
    expect([...given].map(([role, d]) => [role, d.id])).toEqual(
      expect.arrayContaining([
        ['stage', 2],
        ['slides', 3],
      ]),
    );
  });

  it('never takes the like display of another window for the one that is gone', () => {
    const a = display(20, 'LG 24', 1366);
    const b = display(21, 'LG 24', 3286);
    const given = assignDisplays(
      [
        { role: 'stage', key: a, not: NONE },
        { role: 'slides', key: b, not: NONE },
      ],
      [DESK, { ...b, x: 1366 }],
    );
    expect(given.get('slides')?.id).toBe(21);
    expect(given.has('stage')).toBe(false);
  });

  it('never puts two windows on one display', () => {
    const given = assignDisplays(
      [
        { role: 'stage', key: STAGE, not: NONE },
        { role: 'slides', key: STAGE, not: NONE },
      ],
      [STAGE],
    );
    expect(given.size).toBe(1);
  });
});
