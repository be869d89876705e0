/** One question to the hall's clock, in milliseconds of this page's monotonic clock and of hall time. */
export interface RoundTrip {
  readonly sent: number;
  readonly back: number;
  readonly there: number;
}

/** Hall time minus the page's clock, and by how much that may be wrong at most. */
export interface Offset {
  readonly ms: number;
  readonly within: number;
}

/** The fastest trip is the truest: the answer was given somewhere between sending and coming back. */
export function offsetOf(trips: readonly RoundTrip[]): Offset | null {
  const fastest = trips.reduce<RoundTrip | null>(
    (best, t) => (best === null || t.back - t.sent < best.back - best.sent ? t : best),
    null,
  );
  if (fastest === null) return null;
  return { ms: fastest.there - (fastest.sent + fastest.back) / 2, within: (fastest.back - fastest.sent) / 2 };
}

/** Two good measurements may differ by this much, in milliseconds: the drift of two clocks between them. */
const DRIFT_MS = 1;

/**
 * Which of two measurements to believe. The newer one, unless it is much coarser and agrees with the older: a slow
 * answer of a busy moment must not shake a clock that is right.
 */
export function betterOffset(known: Offset | null, found: Offset): Offset {
  if (known === null || found.within <= known.within + DRIFT_MS) return found;
  return disagree(known, found) ? found : { ms: known.ms, within: known.within + DRIFT_MS };
}

/** Whether both cannot be true: the machine slept, or the hall was started anew. */
export function disagree(known: Offset, found: Offset): boolean {
  return Math.abs(known.ms - found.ms) > known.within + found.within + DRIFT_MS;
}
