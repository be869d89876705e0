import { type Frame, Framer } from './framing';
import type { Tuning } from './tuning';

/** A timer that fires this late tells that the process was held up, and bytes may be waiting unread. */
const HELD_UP_MS = 15;

/**
 * Gives the bytes of one open port to its framer, and the framer its silences. Where the process itself was held up,
 * a silence is only counted from then on: else a frame would be cut in two by our own slowness. Readers without end
 * marks are the exception, since for them two frames would become one.
 */
export class Listener {
  readonly #framer: Framer;
  readonly #now: () => number;
  readonly #heard: (frames: readonly Frame[]) => void;
  #timer: NodeJS.Timeout | null = null;

  /** @param now ms, monotonic; the port was opened at this moment. */
  constructor(tuning: Tuning, now: () => number, heard: (frames: readonly Frame[]) => void) {
    this.#framer = new Framer(tuning.framing, now());
    this.#now = now;
    this.#heard = heard;
  }

  /** Bytes dropped as noise of the plug. */
  get noise(): number {
    return this.#framer.noise;
  }

  bytes(chunk: Uint8Array): void {
    const now = this.#now();
    this.#excuse(now);
    this.#tell(this.#framer.feed(chunk, now));
  }

  /** The port is closed; a frame that was begun is told as cut. */
  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const frames = this.#framer.close();
    if (frames.length > 0) this.#heard(frames);
  }

  #silent(): void {
    this.#timer = null;
    const now = this.#now();
    this.#excuse(now);
    this.#tell(this.#framer.idle(now));
  }

  #excuse(now: number): void {
    const due = this.#framer.dueAt;
    if (due !== null && now - due > HELD_UP_MS && !this.#framer.endedBySilence) this.#framer.notListenedUntil(now);
  }

  #tell(frames: readonly Frame[]): void {
    const due = this.#framer.dueAt;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = due === null ? null : setTimeout(() => this.#silent(), Math.max(1, Math.ceil(due - this.#now())));
    if (frames.length > 0) this.#heard(frames);
  }
}
