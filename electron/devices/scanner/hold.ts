import type { Frame } from './framing';

/** What the sieve of one port remembers. All moments in ms on one monotonic clock. */
export interface Held {
  /** The last frame and when it was last seen; a card left on a reader keeps moving the moment. */
  readonly last: { readonly key: string; readonly at: number } | null;
  /** Unreadable frames passed on in the second that began at `from`. */
  readonly nonsense: { readonly from: number; readonly count: number };
}

export const NOTHING_HELD: Held = { last: null, nonsense: { from: Number.NEGATIVE_INFINITY, count: 0 } };

export interface HoldOptions {
  /** The same frame again within this long after it was last seen is the same scan, ms. */
  readonly holdMs: number;
  /** A port at the wrong speed can send hundreds of unreadable frames a second; this many become scans. */
  readonly nonsensePerSecond: number;
}

export const HOLD: HoldOptions = { holdMs: 150, nonsensePerSecond: 5 };

/**
 * - `scan`: something new at the door.
 * - `repeat`: the same frame again (an RFID reader sends its card 20 times a second); counted.
 * - `nonsense`: one unreadable frame too many in this second; counted as unreadable.
 */
export type Sieved = 'scan' | 'repeat' | 'nonsense';

/** What a frame is, after the ones before it on the same port. A readable frame is a scan or a repeat, never less. */
export function sieve(held: Held, frame: Frame, options: HoldOptions): { readonly held: Held; readonly as: Sieved } {
  const key = frame.readable ? frame.text : `\0${frame.raw}`;
  const last = { key, at: frame.at };
  if (held.last?.key === key && frame.at - held.last.at <= options.holdMs) {
    return { held: { ...held, last }, as: 'repeat' };
  }
  if (frame.readable) return { held: { ...held, last }, as: 'scan' };
  const fresh = frame.at - held.nonsense.from >= 1000;
  const nonsense = fresh ? { from: frame.at, count: 1 } : { ...held.nonsense, count: held.nonsense.count + 1 };
  return { held: { last, nonsense }, as: nonsense.count > options.nonsensePerSecond ? 'nonsense' : 'scan' };
}
