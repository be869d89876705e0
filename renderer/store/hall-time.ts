import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { HallApi } from '../../shared/contract/hall-api';
import { type Instant, instant } from '../../shared/time/time';
import { followBoundary } from './boundary';
import { betterOffset, disagree, type Offset, offsetOf, type RoundTrip } from './offset';

/** Two clocks drift apart, so the offset is measured anew this often. All in milliseconds. */
const MEASURE_EVERY = 20_000;
const TRIPS = 5;
/** The hall is asked this often whether it is there; the same answer tells when its time has moved. */
const HEARTBEAT_EVERY = 500;
/** Silence of this length is a lost hall: with the heartbeat it is noticed within 2 s. */
const SILENCE = 1400;
/** An answer of the clock that takes longer is worth nothing. */
const TRIP_LIMIT = 1000;

const store = createStore<{ readonly offset: Offset | null; readonly lost: boolean }>(() => ({
  offset: null,
  lost: false,
}));

/**
 * Keeps this page's idea of hall time (its own monotonic clock plus an offset), and watches whether the hall answers.
 * @returns the function that stops it.
 */
export function startHallTime(hall: Pick<HallApi, 'clock'>): () => void {
  let heard = performance.now();
  let beatAt = heard;
  let measuring = false;
  let stopped = false;

  const trip = async (): Promise<RoundTrip | null> => {
    const sent = performance.now();
    const there = await limited(hall.clock(), TRIP_LIMIT);
    if (there === null || stopped) return null;
    const back = performance.now();
    heard = back;
    if (store.getState().lost) store.setState({ lost: false });
    return { sent, back, there };
  };
  const measure = async (): Promise<void> => {
    if (measuring) return;
    measuring = true;
    const trips: RoundTrip[] = [];
    for (let i = 0; i < TRIPS; i++) {
      const t = await trip();
      if (t === null) break;
      trips.push(t);
      // a page that starts cannot draw a thing without the time: the first answer serves until there are better ones
      if (store.getState().offset === null) store.setState({ offset: offsetOf(trips) });
    }
    measuring = false;
    const found = offsetOf(trips);
    if (found !== null && !stopped) store.setState({ offset: betterOffset(store.getState().offset, found) });
  };
  const beat = async (): Promise<void> => {
    const now = performance.now();
    // a page that was stopped itself (a sleeping machine) has no right to call the hall silent
    if (now - beatAt > SILENCE) heard = now;
    beatAt = now;
    if (now - heard > SILENCE && !store.getState().lost) store.setState({ lost: true });
    const t = await trip();
    const known = store.getState().offset;
    const found = t === null ? null : offsetOf([t]);
    if (found !== null && (known === null || disagree(known, found))) await measure();
  };
  const measuringAgain = setInterval(() => void measure(), MEASURE_EVERY);
  const beating = setInterval(() => void beat(), HEARTBEAT_EVERY);
  void measure();
  return () => {
    stopped = true;
    clearInterval(measuringAgain);
    clearInterval(beating);
    store.setState({ offset: null, lost: false });
  };
}

/** The answer, or null when there is none in time or the hall refuses. */
function limited<T>(answer: Promise<T>, ms: number): Promise<T | null> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve(null), ms);
    const end = (value: T | null): void => {
      clearTimeout(limit);
      resolve(value);
    };
    answer.then(end, () => end(null));
  });
}

/** Hall time now; null for the first few milliseconds of a page. */
export function hallNow(): Instant | null {
  const { offset } = store.getState();
  return offset === null ? null : instant(performance.now() + offset.ms);
}

/** True while the hall has not answered for about two seconds. What the page shows goes on from what it knows. */
export const useSignalLost = (): boolean => useStore(store, (s) => s.lost);

/**
 * Calls `draw` for the frame in which each boundary reaches the glass, and once at the start.
 * `nextChange(from)` gives the next boundary later than `from`, or null when the picture stands still.
 * @returns the function that stops it.
 */
export function onBoundary(nextChange: (from: Instant) => Instant | null, draw: (at: Instant) => void): () => void {
  return followBoundary(
    {
      hallNow,
      pageNow: () => performance.now(),
      onFrame: (callback) => requestAnimationFrame(callback),
      dropFrame: (id) => cancelAnimationFrame(id),
      after: (ms, callback) => setTimeout(callback, ms),
      drop: (timer) => clearTimeout(timer),
    },
    nextChange,
    draw,
  );
}

/** Hall time for things that need not be exact (a clock in a corner): renews itself every `everyMs`. */
export function useHallNow(everyMs: number): Instant | null {
  const [now, set] = useState(hallNow);
  useEffect(() => {
    const renew = (): void => set(hallNow());
    renew();
    const t = setInterval(renew, everyMs);
    return () => clearInterval(t);
  }, [everyMs]);
  return now;
}
