import { within } from '../../time-limit';
import { type Frame, Framer } from './framing';
import type { Tuning } from './tuning';

/** A timer that fires this late tells that the process was held up, and bytes may be waiting unread. */
const HELD_UP_MS = 15;
/** The longest wait for the system's word on whether the device is there, when a silence ends a frame. */
const PRESENCE_LIMIT_MS = 100;

/**
 * Gives the bytes of one open port to its framer, and the framer its silences. Where the process itself was held up,
 * a silence is only counted from then on: else a frame would be cut in two by our own slowness. Readers without end
 * marks are the exception, since for them two frames would become one.
 *
 * A silence can also be that of a plug which is out although the system has not said so. Then half a badge would look
 * like a whole one, so the device is looked for before a silence counts as an end.
 */
export class Listener {
  readonly #framer: Framer;
  readonly #now: () => number;
  readonly #heard: (frames: readonly Frame[]) => void;
  readonly #present: () => Promise<boolean>;
  #closed = false;
  #timer: NodeJS.Timeout | null = null;

  /**
   * @param now ms, monotonic; the port was opened at this moment
   * @param present whether the device is there as far as can be told; may close this listener where it is not
   */
  constructor(
    tuning: Tuning,
    now: () => number,
    heard: (frames: readonly Frame[]) => void,
    present: () => Promise<boolean>,
  ) {
    this.#present = present;
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
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const frames = this.#framer.close();
    if (frames.length > 0) this.#heard(frames);
  }

  #silent(): void {
    this.#timer = null;
    const now = this.#now();
    this.#excuse(now);
    const due = this.#framer.dueAt;
    if (due === null || due > now) {
      this.#tell([]);
      return;
    }
    const end = () => {
      // more bytes may have come while the system was asked
      if (!this.#closed && this.#framer.dueAt === due) this.#tell(this.#framer.idle(now));
    };
    within(PRESENCE_LIMIT_MS, this.#present()).then((there) => there && end(), end);
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
