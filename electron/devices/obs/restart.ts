/** Tells one OBS process from the next: no request names the process, but it counts the frames since its start. */
export interface Restarts {
  /** This OBS is the one that is linked from now on. */
  began(frames: number): void;
  /** A sign of life of it. */
  seen(frames: number): void;
  /** It has said that it closes. */
  exiting(): void;
  /** Whether an OBS that has drawn this many frames is another process than the one seen last. */
  isAnother(frames: number, fps: number): boolean;
  forget(): void;
}

/**
 * OBS counts a frame for each that was due, drawn or not, so the count tells when the process started to within a
 * few frames. Another process starts later by the life of the first and the time that a start takes.
 */
const MARGIN_MS = 700;

/** @param now a monotonic clock, in milliseconds. */
export function createRestarts(now: () => number): Restarts {
  let last: { readonly frames: number; readonly at: number } | null = null;
  let exited = false;
  return {
    began(frames) {
      last = { frames, at: now() };
      exited = false;
    },
    seen(frames) {
      last = { frames, at: now() };
    },
    exiting() {
      exited = true;
    },
    isAnother(frames, fps) {
      if (last === null) return false;
      const startOf = (count: number, at: number): number => at - (count / Math.max(1, fps)) * 1000;
      return exited || frames < last.frames || startOf(frames, now()) > startOf(last.frames, last.at) + MARGIN_MS;
    },
    forget() {
      last = null;
      exited = false;
    },
  };
}
