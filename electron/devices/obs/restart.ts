/** Tells one OBS process from the next: no request names the process, but it counts the frames since its start. */
export interface Restarts {
  /** This OBS is the one that is linked from now on. @param at when it told its frames. */
  began(frames: number, fps: number, at: number): void;
  /** A sign of life of it. */
  seen(frames: number, at: number): void;
  /** It has said that it closes. */
  exiting(): void;
  /** Whether an OBS that had drawn this many frames at a moment is another process than the one seen last. */
  isAnother(frames: number, fps: number, at: number): boolean;
  forget(): void;
}

/**
 * OBS counts a frame for each that was due, drawn or not, so the count tells when the process started to within a
 * few frames. Another process starts later by the life of the first and the time that a start takes.
 */
const MARGIN_MS = 400;

/** Moments are of a monotonic clock, in milliseconds, taken when the answer with the count came. */
export function createRestarts(): Restarts {
  let last: { readonly frames: number; readonly fps: number; readonly started: number } | null = null;
  let exited = false;
  const startOf = (frames: number, fps: number, at: number): number => at - (frames / Math.max(1, fps)) * 1000;
  return {
    began(frames, fps, at) {
      last = { frames, fps, started: startOf(frames, fps, at) };
      exited = false;
    },
    seen(frames, at) {
      if (last === null) return;
      // a late answer and a stalled OBS make the start look later, never earlier
      last = { ...last, frames, started: Math.min(last.started, startOf(frames, last.fps, at)) };
    },
    exiting() {
      exited = true;
    },
    isAnother(frames, fps, at) {
      if (last === null) return false;
      return exited || frames < last.frames || startOf(frames, fps, at) > last.started + MARGIN_MS;
    },
    forget() {
      last = null;
      exited = false;
    },
  };
}
