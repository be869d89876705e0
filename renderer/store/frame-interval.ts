/** How long a frame takes on this page's display, learnt from the frames that were followed. In milliseconds. */
export class FrameInterval {
  #recent: number[] = [];
  #last: number | null = null;

  /** A frame began at `startedAt` (the argument of requestAnimationFrame), directly behind the one told before. */
  saw(startedAt: number): void {
    const gap = this.#last === null ? null : startedAt - this.#last;
    this.#last = startedAt;
    // two frames of a busy page count as one long gap, and a gap of nothing is the same frame: neither teaches
    if (gap === null || gap < SHORTEST || gap > LONGEST) return;
    this.#recent = [...this.#recent, gap].slice(-KEPT);
  }

  /** The frames were not followed for a while. */
  rest(): void {
    this.#last = null;
  }

  /** The median of the last gaps; that of 60 Hz while nothing is known. */
  get ms(): number {
    const sorted = this.#recent.toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? USUAL;
  }
}

const USUAL = 1000 / 60;
/** 240 Hz and 24 Hz, with room. */
const SHORTEST = 3.5;
const LONGEST = 45;
const KEPT = 9;
