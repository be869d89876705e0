import { countdown, elapsedFigure } from '../../time/format';
import { type Duration, type Instant, instant } from '../../time/time';
import { elapsed, type Phase, phase, type Run, remaining } from './timer';

/** What stands on the stage for a run at one moment. */
export interface Figure {
  /** `38:24`, `1:05:00`, `-12:34`. */
  readonly text: string;
  readonly phase: Phase;
  readonly kind: 'down' | 'up';
}

/**
 * The figure of a run. Times are taken to the whole millisecond first: at the very moment of a boundary a fraction
 * lost in floating point must not leave the second before on the glass. For the same reason "over" begins with the
 * figure 00:00. A screen whose clock runs a little behind never shows more than the allowance.
 */
export function figure(run: Run, now: Instant): Figure {
  const exact = remaining(run, now);
  if (run.allowanceMs === null || exact === null) {
    return { text: elapsedFigure(wholeElapsed(run, now)), phase: 'normal', kind: 'up' };
  }
  const whole = run.allowanceMs + run.addedMs;
  const left = Math.round(Math.min(exact, whole));
  // the same run from moment 0: small numbers, exact thresholds
  const still: Run = { ...run, startedAt: instant(0), pausedAt: null, pausedMs: 0 as Duration };
  return {
    text: countdown(left as Duration),
    phase: left <= 0 ? 'over' : phase(still, instant(whole - left)),
    kind: 'down',
  };
}

/**
 * The next moment at which `figure` changes by time alone, later than `now`; null while the run is paused.
 *
 * Counting down the figure is rounded up, so it changes when what is left comes down to a whole second, in overtime
 * as before. Counting up it is rounded down, so it changes when a whole second is gone.
 */
export function nextFigureChange(run: Run, now: Instant): Instant | null {
  if (run.pausedAt !== null) return null;
  const left = remaining(run, now);
  if (left === null) {
    const next = (Math.floor(wholeElapsed(run, now) / 1000) + 1) * 1000;
    return instant(now + next - elapsed(run, now));
  }
  const next = (Math.ceil(Math.round(left) / 1000) - 1) * 1000;
  return instant(now + left - next);
}

function wholeElapsed(run: Run, now: Instant): Duration {
  return Math.max(0, Math.round(elapsed(run, now))) as Duration;
}
