import { type Duration, type Instant, since } from '../../time/time';
import type { SegmentId } from '../agenda/agenda';

/** The run of one segment, in moments. Nothing in here changes while it merely runs. */
export interface Run {
  readonly segmentId: SegmentId;
  readonly startedAt: Instant;
  /** Null while it runs. */
  readonly pausedAt: Instant | null;
  /** The sum of the pauses that are over. */
  readonly pausedMs: Duration;
  readonly addedMs: Duration;
  /** What it counts down from, fixed at the start; null counts up. */
  readonly allowanceMs: Duration | null;
}

export interface TimerState {
  /** Armed, not started. */
  readonly loaded: SegmentId | null;
  readonly run: Run | null;
}

/** What happened to a segment today; the as-run side of the agenda. A segment that was run again has its last run. */
export interface Actual {
  readonly run: Run;
  /** Null while it is on. */
  readonly endedAt: Instant | null;
}

export const IDLE: TimerState = { loaded: null, run: null };

export const WARNING_MS = 5 * 60_000;
export const DANGER_MS = 60_000;

export type Phase = 'normal' | 'warning' | 'danger' | 'over';

/** Never negative: a screen whose clock is a little behind must not show more time than was given. */
export function elapsed(run: Run, now: Instant): Duration {
  return Math.max(0, since(run.pausedAt ?? now, run.startedAt) - run.pausedMs) as Duration;
}

/** Negative in overtime, null where the segment counts up. */
export function remaining(run: Run, now: Instant): Duration | null {
  return run.allowanceMs === null ? null : ((run.allowanceMs + run.addedMs - elapsed(run, now)) as Duration);
}

/** The moment the time is up if nothing more changes; while paused it moves on with `now`. */
export function dueAt(run: Run, now: Instant): Instant | null {
  const left = remaining(run, now);
  return left === null ? null : ((now + left) as Instant);
}

/**
 * Warning and danger begin 5 minutes and 1 minute before the end; in a short segment at a quarter and a tenth of
 * its time, so that a 3-minute item is not all warning.
 */
export function phase(run: Run, now: Instant): Phase {
  const left = remaining(run, now);
  if (left === null) return 'normal';
  if (left < 0) return 'over';
  // time taken away hurries the speaker: the thresholds then stay those of the planned length
  const whole = (run.allowanceMs ?? 0) + Math.max(0, run.addedMs);
  if (left <= Math.min(DANGER_MS, whole / 10)) return 'danger';
  if (left <= Math.min(WARNING_MS, whole / 4)) return 'warning';
  return 'normal';
}

/** Progress 0..1; null where it counts up. */
export function progress(run: Run, now: Instant): number | null {
  const left = remaining(run, now);
  if (left === null || run.allowanceMs === null) return null;
  const whole = run.allowanceMs + run.addedMs;
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, 1 - left / whole));
}
