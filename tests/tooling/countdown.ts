import type { Page } from 'playwright-core';
import type { HallApi } from '../../shared/contract/hall-api';
import type { HallState } from '../../shared/domain/hall';

/** What the countdown has left, to the millisecond, and when that was by this process's own monotonic clock. */
export interface Countdown {
  readonly leftMs: number;
  readonly at: number;
  readonly state: HallState;
}

const TRIES = 15;

/**
 * Reads the running countdown from the hall. The quickest of several round trips counts, so that a busy machine does
 * not look like a wrong clock.
 * @throws Error when nothing counts down
 */
export async function readCountdown(page: Page): Promise<Countdown> {
  const state = await page.evaluate(async () => (await (window as unknown as { hall: HallApi }).hall.hello()).state);
  const run = state.timer.run;
  if (run === null || run.allowanceMs === null) throw new Error('nothing counts down');
  let quickest = Number.POSITIVE_INFINITY;
  let at = 0;
  let now = 0;
  for (let i = 0; i < TRIES; i++) {
    const sent = performance.now();
    const there = await page.evaluate(() => (window as unknown as { hall: HallApi }).hall.clock());
    const took = performance.now() - sent;
    if (took >= quickest) continue;
    quickest = took;
    at = sent + took / 2;
    now = there;
  }
  return { leftMs: run.allowanceMs + run.addedMs - ((run.pausedAt ?? now) - run.startedAt - run.pausedMs), at, state };
}
