/** One look each second; a page that leaves this many in a row unanswered hangs. */
export const BEAT_MS = 1000;
export const BEATS_TO_DEATH = 6;

/**
 * Decides from counted pings whether a page hangs. It counts pings and not milliseconds: after the machine slept, or
 * while the main process was busy, time has passed in which nobody asked the page anything.
 */
export class Heartbeat {
  #unanswered = 0;

  /** The page answered, or is being loaded and cannot. */
  alive(): void {
    this.#unanswered = 0;
  }

  /** To be called for every ping that is about to be sent. @returns true when the page is to be given up. */
  beat(): boolean {
    if (this.#unanswered >= BEATS_TO_DEATH) {
      this.#unanswered = 0;
      return true;
    }
    this.#unanswered += 1;
    return false;
  }
}

const PATIENCE_MS = 60_000;
const QUICK_MS = 100;
const SLOW_MS = 10_000;

/**
 * How long to wait before a page that died is loaded again: at once, but slowly for one that keeps dying. It is never
 * given up, because the hall may go on for hours.
 */
export class Deaths {
  #at: number[] = [];

  /** @param now monotonic milliseconds @returns milliseconds to wait */
  next(now: number): number {
    this.#at = [...this.#at.filter((t) => now - t < PATIENCE_MS), now];
    return this.#at.length > 3 ? SLOW_MS : QUICK_MS;
  }
}
