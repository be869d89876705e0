import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DisplayFacts, type DisplayKey, keyOf } from '../../../electron/windows/displays';
import { type PlacedWindow, Placer, type Rectangle, SETTLE_MS } from '../../../electron/windows/placer';
import type { WindowRole } from '../../../shared/contract/live';

const display = (id: number, label: string, x: number, width = 1920, height = 1080): DisplayFacts => ({
  id,
  label,
  bounds: { x, y: 0, width, height },
});
const DESK = display(1, 'OPERATOR', 0);
const STAGE = display(2, 'STAGE LG', 1920, 1280, 720);
const SLIDES = display(3, 'SLIDES', 3200);

class Pane implements PlacedWindow {
  bounds: Rectangle = { x: 0, y: 0, width: 10, height: 10 };
  visible = false;
  full = false;
  gone = false;
  moves = 0;
  isDestroyed = (): boolean => this.gone;
  isVisible = (): boolean => this.visible;
  isFullScreen = (): boolean => this.full;
  getBounds = (): Rectangle => this.bounds;
  setBounds = (r: Rectangle): void => {
    // a window manager does not move a window that is full screen
    if (!this.full) this.bounds = r;
    this.moves += 1;
  };
  setFullScreen = (on: boolean): void => {
    this.full = on;
  };
  showInactive = (): void => {
    this.visible = true;
  };
  hide = (): void => {
    this.visible = false;
  };
}

class Hall {
  displays: DisplayFacts[] = [DESK, STAGE, SLIDES];
  operator: number | null = 1;
  readonly kept: [WindowRole, DisplayKey][] = [];
  changes = 0;
  readonly placer = new Placer({
    displays: () => this.displays,
    operatorDisplay: () => this.operator,
    placed: (role, key) => this.kept.push([role, key]),
    changed: () => {
      this.changes += 1;
    },
    log: () => undefined,
  });
  put(role: WindowRole, on: DisplayFacts): Pane {
    const pane = new Pane();
    this.placer.put(role, pane, keyOf(on));
    return pane;
  }
  now(displays: DisplayFacts[]): void {
    this.displays = displays;
    this.placer.apply('displays');
  }
}

const fills = (pane: Pane, d: DisplayFacts): boolean =>
  pane.visible && pane.full && JSON.stringify(pane.bounds) === JSON.stringify(d.bounds);

describe('windows on displays', () => {
  it('fills the display that the window was given', () => {
    const hall = new Hall();
    const stage = hall.put('stage', STAGE);
    expect(fills(stage, STAGE)).toBe(true);
    expect(hall.placer.stateOf('stage')).toEqual({ displayId: 2 });
    expect(hall.placer.holderOf(2)).toBe('stage');
    expect(hall.placer.stateOf('slides')).toBeNull();
  });

  it('leaves a window alone that is where it belongs', () => {
    const hall = new Hall();
    const stage = hall.put('stage', STAGE);
    hall.now([...hall.displays]);
    expect(stage.moves).toBe(1);
  });

  it('hides the window when its display goes and brings it back when the display does', () => {
    const hall = new Hall();
    const stage = hall.put('stage', STAGE);
    hall.now([DESK, { ...SLIDES, bounds: { ...SLIDES.bounds, x: 1920 } }]);
    expect(stage.visible).toBe(false);
    expect(hall.placer.stateOf('stage')).toBe('parked');
    expect(hall.placer.holderOf(2)).toBeNull();
    hall.now([DESK, STAGE, SLIDES]);
    expect(fills(stage, STAGE)).toBe(true);
  });

  it('hides a window again that a window manager has shown while its display is gone', () => {
    const hall = new Hall();
    const stage = hall.put('stage', STAGE);
    hall.now([DESK]);
    stage.visible = true;
    hall.now([DESK]);
    expect(stage.visible).toBe(false);
  });

  it('follows the monitor to another port and keeps its new key', () => {
    const hall = new Hall();
    const stage = hall.put('stage', STAGE);
    hall.now([DESK, SLIDES]);
    const other = display(7, 'STAGE LG', 5120);
    hall.now([DESK, SLIDES, other]);
    expect(fills(stage, other)).toBe(true);
    expect(hall.kept.at(-1)).toEqual(['stage', keyOf(other)]);
  });

  it('does not move to a twin that was there all along', () => {
    const hall = new Hall();
    const twin = display(4, 'STAGE LG', 5120, 1280, 720);
    hall.displays = [DESK, STAGE, twin];
    const stage = hall.put('stage', STAGE);
    hall.now([DESK, { ...twin, bounds: STAGE.bounds }]);
    expect(stage.visible).toBe(false);
    expect(hall.placer.stateOf('stage')).toBe('parked');
  });

  it('moves along when the displays are laid out anew', () => {
    const hall = new Hall();
    const stage = hall.put('stage', STAGE);
    const moved = display(2, 'STAGE LG', 1366);
    hall.now([display(1, 'OPERATOR', 0, 1366, 768), moved]);
    expect(fills(stage, moved)).toBe(true);
  });

  it('never lands on the display of the operator, even if it is the very one', () => {
    const hall = new Hall();
    hall.operator = 2;
    const stage = hall.put('stage', STAGE);
    expect(stage.visible).toBe(false);
    hall.operator = 1;
    hall.placer.apply('moved');
    expect(fills(stage, STAGE)).toBe(true);
  });

  it('stays where it is when the operator moves the console onto its display', () => {
    const hall = new Hall();
    const stage = hall.put('stage', STAGE);
    hall.operator = 2;
    hall.placer.apply('moved');
    expect(fills(stage, STAGE)).toBe(true);
    hall.now([...hall.displays]);
    expect(fills(stage, STAGE)).toBe(true);
  });

  it('makes way when a display that goes pushes the console onto its own', () => {
    const hall = new Hall();
    const stage = hall.put('stage', STAGE);
    hall.operator = 2;
    hall.now([STAGE]);
    expect(stage.visible).toBe(false);
  });

  it('forgets a window that is closed', () => {
    const hall = new Hall();
    const stage = hall.put('stage', STAGE);
    stage.gone = true;
    hall.now([DESK]);
    expect(hall.placer.stateOf('stage')).toBeNull();
  });
});

describe('bursts of changes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('acts once, when they have settled', () => {
    const hall = new Hall();
    for (let i = 0; i < 5; i++) hall.placer.soon('displays');
    expect(hall.changes).toBe(0);
    vi.advanceTimersByTime(SETTLE_MS);
    expect(hall.changes).toBe(1);
  });

  it('takes a move within a burst for its consequence, not for a wish', () => {
    const hall = new Hall();
    const stage = hall.put('stage', STAGE);
    hall.displays = [STAGE];
    hall.placer.soon('displays');
    hall.operator = 2;
    hall.placer.soon('moved');
    vi.advanceTimersByTime(SETTLE_MS);
    expect(stage.visible).toBe(false);
  });

  it('does nothing any more once it is stopped', () => {
    const hall = new Hall();
    hall.placer.soon('displays');
    hall.placer.stop();
    vi.advanceTimersByTime(SETTLE_MS * 2);
    expect(hall.changes).toBe(0);
  });
});
