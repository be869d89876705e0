import { elapsed, type Run, remaining } from '../../../shared/domain/timer/timer';
import { countdown, elapsedFigure } from '../../../shared/time/format';
import { type Instant, instant } from '../../../shared/time/time';

/** What the stage shows too: the time left, or the time gone where the plan gives no length. */
export function figureOf(run: Run, now: Instant): string {
  const left = remaining(run, now);
  return left === null ? elapsedFigure(elapsed(run, now)) : countdown(left);
}

/** When the figure changes next; null while it stands still. */
export function nextFigure(run: Run, now: Instant): Instant | null {
  if (run.pausedAt !== null) return null;
  const left = remaining(run, now);
  // a time left is rounded up and a time gone down, so both change when the milliseconds of the figure are used up
  const gone = left === null ? elapsed(run, now) : -left;
  const into = ((gone % 1000) + 1000) % 1000;
  return instant(now + (1000 - into));
}
