import { useEffect, useState } from 'react';
import type { HallApi } from '../../shared/contract/hall-api';
import { type Instant, instant } from '../../shared/time/time';

// this page's monotonic clock + offset = hall time; the fastest of several round trips is the truest
let offset: number | null = null;
let best = Number.POSITIVE_INFINITY;

/** Keeps this page's idea of hall time. The offset is measured anew every 20 s, because two clocks drift. */
export function startHallTime(hall: HallApi): void {
  const measure = async (): Promise<void> => {
    let fastest = Number.POSITIVE_INFINITY;
    let found: number | null = null;
    for (let i = 0; i < 5; i++) {
      const sent = performance.now();
      const there = await hall.clock();
      const back = performance.now();
      if (back - sent < fastest) {
        fastest = back - sent;
        found = there - (sent + back) / 2;
      }
    }
    // a slow measurement must not replace a good one, unless the two disagree by more than it could be wrong
    if (found !== null && (offset === null || fastest <= best + 2 || Math.abs(found - offset) > fastest)) {
      offset = found;
      best = fastest;
    }
  };
  const again = (): void => {
    void measure().catch(() => undefined);
  };
  again();
  setInterval(again, 20_000);
}

/** Hall time now; null for the first few milliseconds of a page. */
export function hallNow(): Instant | null {
  return offset === null ? null : instant(performance.now() + offset);
}

/**
 * Calls `draw` for the frame in which each whole second of `figure` begins, and once at the start.
 *
 * `nextChange(now)` says when the shown figure changes next (hall time), or null when it stands still. The page
 * sleeps until shortly before, then follows the frames, and draws in the one that reaches the glass nearest to the
 * true moment: half a frame early or late, never a whole one.
 * @returns the function that stops it.
 */
export function onBoundary(nextChange: (now: Instant) => Instant | null, draw: (at: Instant) => void): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const plan = (): void => {
    if (stopped) return;
    const now = hallNow();
    if (now === null) {
      timer = setTimeout(plan, 20);
      return;
    }
    const target = nextChange(now);
    if (target === null) return;
    const wait = target - now - 2.5 * FRAME_MS;
    if (wait > 0) {
      // a long sleep is cut, so that a corrected offset is never noticed late
      timer = setTimeout(plan, Math.min(wait, 1000));
      return;
    }
    frame = requestAnimationFrame(() => {
      const shownAt = (hallNow() ?? now) + FRAME_MS;
      if (shownAt >= target - FRAME_MS / 2) {
        draw(instant(Math.max(target, shownAt)));
        timer = setTimeout(plan, FRAME_MS * 2);
      } else plan();
    });
  };
  const now = hallNow();
  if (now !== null) draw(now);
  plan();
  return () => {
    stopped = true;
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
}
const FRAME_MS = 1000 / 60;

/** Hall time for things that need not be exact (a clock in a corner): renews itself every `everyMs`. */
export function useHallNow(everyMs: number): Instant | null {
  const [now, set] = useState(hallNow);
  useEffect(() => {
    const t = setInterval(() => set(hallNow()), everyMs);
    return () => clearInterval(t);
  }, [everyMs]);
  return now;
}
