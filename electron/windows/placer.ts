import type { WindowRole } from '../../shared/contract/live';
import { assignDisplays, type DisplayFacts, type DisplayKey, keyOf } from './displays';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a window that is moved about. */
export interface PlacedWindow {
  isDestroyed(): boolean;
  isVisible(): boolean;
  isFullScreen(): boolean;
  getBounds(): Rectangle;
  setBounds(r: Rectangle): void;
  setFullScreen(on: boolean): void;
  showInactive(): void;
  hide(): void;
}

/** What the placer may see and say. */
export interface PlacerContext {
  displays(): readonly DisplayFacts[];
  /** The display that the operator's console is on; null while there is no console. */
  operatorDisplay(): number | null;
  /** A window was put on a display that is now known by this key. */
  placed(role: WindowRole, key: DisplayKey): void;
  /** Something was moved, hidden or brought back. */
  changed(): void;
  log(line: string): void;
}

interface Place {
  readonly window: PlacedWindow;
  readonly key: DisplayKey;
  /** Displays that were there together with its own: none of them can be its own under another id. */
  readonly others: ReadonlySet<number>;
  readonly parked: boolean;
  /** The display that the operator moved the console to although this window is on it; that is the operator's choice. */
  readonly shared: number | null;
}

/** Why windows are looked at: the displays changed, or only a window was moved on them. */
type Cause = 'displays' | 'moved';

/** Display events come in bursts: one cable gives up to five. */
export const SETTLE_MS = 300;

/**
 * Keeps full-screen windows on their displays. A window whose display goes is hidden, never dropped on the operator's
 * screen, and is back when the display is, also on another port.
 */
export class Placer {
  readonly #ctx: PlacerContext;
  readonly #places = new Map<WindowRole, Place>();
  #settling: { readonly timer: NodeJS.Timeout; readonly cause: Cause } | null = null;

  constructor(ctx: PlacerContext) {
    this.#ctx = ctx;
  }

  /** Puts the window on the display with this key, or parks it until that display is there. */
  put(role: WindowRole, window: PlacedWindow, key: DisplayKey): void {
    this.#places.set(role, { window, key, others: new Set(), parked: false, shared: null });
    this.apply('displays');
  }

  /** Forgets the window; it stays where it is. */
  drop(role: WindowRole): void {
    this.#places.delete(role);
  }

  /** Where the window is: on a display, parked, or not the placer's business. */
  stateOf(role: WindowRole): { readonly displayId: number } | 'parked' | null {
    const place = this.#places.get(role);
    if (place === undefined) return null;
    return place.parked ? 'parked' : { displayId: place.key.id };
  }

  /** The role whose window holds this display; null when it is free. */
  holderOf(displayId: number): WindowRole | null {
    for (const [role, place] of this.#places) if (!place.parked && place.key.id === displayId) return role;
    return null;
  }

  /** Something has changed; acts when it has settled. */
  soon(cause: Cause): void {
    const before = this.#settling;
    if (before !== null) clearTimeout(before.timer);
    // a display that goes also pushes the console about, and that is no choice of the operator's
    const why: Cause = before?.cause === 'displays' ? 'displays' : cause;
    const timer = setTimeout(() => {
      this.#settling = null;
      this.apply(why);
    }, SETTLE_MS);
    this.#settling = { timer, cause: why };
  }

  stop(): void {
    if (this.#settling !== null) clearTimeout(this.#settling.timer);
    this.#settling = null;
    this.#places.clear();
  }

  /** Compares where windows belong with where they are, and moves those that differ. */
  apply(cause: Cause): void {
    const displays = this.#ctx.displays().map(keyOf);
    const own = this.#ctx.operatorDisplay();
    for (const [role, p] of [...this.#places]) {
      if (p.window.isDestroyed()) this.#places.delete(role);
      else this.#places.set(role, { ...p, shared: sharedAfter(p, own, cause) });
    }
    const claims = [...this.#places].map(([role, p]) => ({ role, key: p.key, not: barredFor(p, own) }));
    const given = assignDisplays(claims, displays);
    for (const [role, place] of [...this.#places]) {
      const d = given.get(role);
      if (d === undefined) this.#park(role, place);
      else this.#place(role, place, d, new Set(displays.filter((x) => x.id !== d.id).map((x) => x.id)));
    }
    this.#ctx.changed();
  }

  #park(role: WindowRole, place: Place): void {
    if (!place.parked) this.#ctx.log(`${role}: its display is gone, hidden until it is back`);
    // on every pass: a window manager may have moved a hidden window and shown it again
    if (place.window.isFullScreen()) place.window.setFullScreen(false);
    if (place.window.isVisible()) place.window.hide();
    this.#places.set(role, { ...place, parked: true });
  }

  #place(role: WindowRole, place: Place, d: DisplayKey, others: ReadonlySet<number>): void {
    const w = place.window;
    const asBefore = !place.parked && sameKey(place.key, d);
    const at: Rectangle = { x: d.x, y: d.y, width: d.width, height: d.height };
    if (place.parked || !w.isVisible() || !w.isFullScreen() || !same(w.getBounds(), at)) {
      this.#ctx.log(`${role}: on display ${d.id} at ${d.x},${d.y} ${d.width}x${d.height}`);
      // full screen goes to the display that the window is on, so it is moved first
      if (w.isFullScreen()) w.setFullScreen(false);
      w.setBounds(at);
      w.showInactive();
      w.setFullScreen(true);
    }
    this.#places.set(role, { ...place, key: d, others, parked: false });
    if (!asBefore) this.#ctx.placed(role, d);
  }
}

/** The console was moved by hand onto a display that a window is on: the window stays there. */
function sharedAfter(p: Place, own: number | null, cause: Cause): number | null {
  if (p.parked || own !== p.key.id) return null;
  return cause === 'moved' ? own : p.shared;
}

function barredFor(p: Place, own: number | null): ReadonlySet<number> {
  const barred = new Set(p.others);
  if (own !== null && own !== p.shared) barred.add(own);
  return barred;
}

const sameKey = (a: DisplayKey, b: DisplayKey): boolean => a.id === b.id && a.label === b.label && same(a, b);
const same = (a: Rectangle, b: Rectangle): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
