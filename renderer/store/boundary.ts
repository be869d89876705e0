import { type Instant, instant } from '../../shared/time/time';
import { FrameInterval } from './frame-interval';

/** What the boundary follower needs of its page, handed in so that a test can be the page. */
export interface PageTime {
  /** Hall time; null while it is not known. */
  hallNow(): Instant | null;
  /** The page's monotonic clock in milliseconds; frames begin on it. */
  pageNow(): number;
  /** @returns what `dropFrame` takes. */
  onFrame(callback: (startedAt: number) => void): number;
  dropFrame(id: number): void;
  after(ms: number, callback: () => void): ReturnType<typeof setTimeout>;
  drop(timer: ReturnType<typeof setTimeout>): void;
}

/** So long before a boundary the page begins to follow its frames, in frames. */
const LEAD_FRAMES = 3;
/** So long after a boundary frames are taken as stopped (a hidden window), in frames. */
const PATIENCE_FRAMES = 1.5;
/** Until hall time is known it is looked for so often, in milliseconds. */
const SEARCH_MS = 20;
/** A boundary is never slept towards longer than this, so that a corrected hall time is noticed soon. */
const LONGEST_SLEEP_MS = 500;
/** A boundary that was drawn counts as passed; one that lies further ahead than this was drawn on a wrong hall time. */
const EARLIEST_MS = 100;

/**
 * Calls `draw` for each boundary, and once as soon as hall time is known.
 *
 * `nextChange(from)` says when the picture changes next (hall time, later than `from`), or null when it stands still.
 * The page sleeps until shortly before and then follows its frames. What a frame draws reaches the glass about one
 * frame after it began, so the last frame that begins before the boundary is the one to draw in: the page changes
 * less than a frame early, the glass less than a frame late, and one frame that is lost still leaves the second
 * right. Where no frames come (a hidden window) a timer draws instead.
 * @returns the function that stops it.
 */
export function followBoundary(
  page: PageTime,
  nextChange: (from: Instant) => Instant | null,
  draw: (at: Instant) => void,
): () => void {
  const frames = new FrameInterval();
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | null = null;
  let drawn: Instant | null = null;

  const sleep = (ms: number): void => {
    frames.rest();
    timer = page.after(ms, plan);
  };
  const rest = (): void => {
    if (timer !== undefined) page.drop(timer);
    if (frame !== null) page.dropFrame(frame);
    timer = undefined;
    frame = null;
  };
  const plan = (): void => {
    rest();
    if (stopped) return;
    const now = page.hallNow();
    if (now === null) {
      sleep(SEARCH_MS);
      return;
    }
    if (drawn === null) {
      drawn = now;
      draw(now);
    }
    // a boundary is drawn a little before it is reached and must not be found again
    const from = drawn > now && drawn - now < EARLIEST_MS ? drawn : now;
    const target = nextChange(from);
    if (target === null) return;
    const wait = target - now - LEAD_FRAMES * frames.ms;
    if (wait >= 1) sleep(Math.min(wait, LONGEST_SLEEP_MS));
    else follow(target);
  };
  const follow = (target: Instant): void => {
    frame = page.onFrame((startedAt) => {
      frame = null;
      frames.saw(startedAt);
      const now = page.hallNow();
      if (now === null || nextFrameBegins(startedAt, now) >= target) finish(target);
      else follow(target);
    });
    const now = page.hallNow();
    if (timer === undefined && now !== null) {
      timer = page.after(Math.max(0, target - now) + PATIENCE_FRAMES * frames.ms, () => finish(target));
    }
  };
  const nextFrameBegins = (startedAt: number, now: Instant): number => now - (page.pageNow() - startedAt) + frames.ms;
  const finish = (target: Instant): void => {
    rest();
    if (stopped) return;
    drawn = instant(Math.max(target, page.hallNow() ?? target));
    draw(drawn);
    plan();
  };

  plan();
  return () => {
    stopped = true;
    rest();
  };
}
