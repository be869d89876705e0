/** Why a frame cannot be read. Codes of words/scanner. */
export type Unreadable = 'frame-control' | 'frame-utf8' | 'frame-too-long' | 'frame-cut';

/** One thing that a reader sent, whole. */
export interface Frame {
  /** The content without its marks; for an unreadable frame what is printable of it, the rest as `·`. */
  readonly text: string;
  /** The bytes as they came, marks included, in hex. Of a frame that is too long only the part that was kept. */
  readonly raw: string;
  readonly readable: boolean;
  readonly why: Unreadable | null;
  /** When its last byte came, in ms on the clock that `feed` was given. */
  readonly at: number;
}

export interface FramingOptions {
  /** This long without a byte, in ms, ends a frame whose reader sends no end mark. */
  readonly silenceMs: number;
  /** For this long after opening, in ms, electrical noise of the plug is to be expected. */
  readonly settleMs: number;
  /** The longest content in bytes. */
  readonly longest: number;
}

export const FRAMING: FramingOptions = { silenceMs: 60, settleMs: 200, longest: 512 };

const STX = 0x02;
const ETX = 0x03;
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
/** Separates fields in GS1 and insurance codes: content, although it is a control byte. */
const GS = 0x1d;
const DEL = 0x7f;
/** Marks and repeated line ends around the content. */
const ROOM_FOR_MARKS = 8;

/**
 * - `idle`: between frames.
 * - `plain`: in a frame that ends with CR, LF, TAB, ETX or silence.
 * - `marked`: in a frame that began with STX.
 * - `ended`: such a frame had its line end; some readers send ETX after it, some nothing.
 * - `skipping`: the frame was too long and was told as such; waiting for its end.
 */
type Phase = 'idle' | 'plain' | 'marked' | 'ended' | 'skipping';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Cuts the bytes of one open port into frames. Holds no clock and no timer: the caller gives the moment of every
 * chunk and calls `idle` when `dueAt` has come. A port that is opened again needs a new one, so that nothing from
 * before can join what comes after.
 *
 * Noise after opening: a plug that slides in sends stray bytes, and a port opened in the middle of a transmission
 * sends the tail of a frame. While settling, bytes that cannot begin a text are skipped in front of a frame, and a
 * frame that began then and cannot be read is dropped and counted in `noise`. A frame that can be read is never
 * dropped, however early it comes.
 */
export class Framer {
  readonly #options: FramingOptions;
  readonly #settledAt: number;
  readonly #bytes: Uint8Array;
  #length = 0;
  #phase: Phase = 'idle';
  #startedAt = 0;
  /** When the last byte came. */
  #byteAt = 0;
  /** Since when nothing has been heard; later than `#byteAt` where the caller was not listening for a while. */
  #quietSince = 0;
  #noise = 0;
  #endedBySilence = false;
  #out: Frame[] = [];

  /** @param openedAt ms, on the same clock as all other moments. */
  constructor(options: FramingOptions, openedAt: number) {
    this.#options = options;
    this.#settledAt = openedAt + options.settleMs;
    this.#bytes = new Uint8Array(options.longest + ROOM_FOR_MARKS);
  }

  /** Bytes dropped as noise of the plug. */
  get noise(): number {
    return this.#noise;
  }

  /** Whether the last whole frame had no end mark, which tells what kind of reader this is. */
  get endedBySilence(): boolean {
    return this.#endedBySilence;
  }

  /** When silence ends the frame that is on, in ms; null between frames. */
  get dueAt(): number | null {
    return this.#phase === 'idle' ? null : this.#quietSince + this.#options.silenceMs;
  }

  /** The frames that these bytes complete, oldest first. @param at when they came, ms. */
  feed(bytes: Uint8Array, at: number): readonly Frame[] {
    this.#endIfSilent(at);
    for (const b of bytes) this.#take(b, at);
    return this.#told();
  }

  /** Time has passed: a frame that has been silent long enough is over. */
  idle(at: number): readonly Frame[] {
    this.#endIfSilent(at);
    return this.#told();
  }

  /** The caller could not listen until now, so the silence up to now says nothing. */
  notListenedUntil(at: number): void {
    this.#quietSince = Math.max(this.#quietSince, at);
  }

  /** The port is gone: what was begun and has no end mark will never be whole. */
  close(): readonly Frame[] {
    this.#end(this.#phase === 'ended' ? 'whole' : 'cut');
    return this.#told();
  }

  #endIfSilent(at: number): void {
    const due = this.dueAt;
    if (due === null || at < due) return;
    if (this.#phase === 'plain' || this.#phase === 'marked') this.#endedBySilence = true;
    this.#end('whole');
  }

  #take(b: number, at: number): void {
    if (b === STX) {
      // a new frame begins although the one before had no end
      this.#end(this.#phase === 'ended' ? 'whole' : 'cut');
      this.#begin('marked', b, at);
    } else if (b === ETX) {
      this.#takeEtx(b, at);
    } else if (b === CR || b === LF || b === TAB) {
      this.#takeLineEnd(b, at);
    } else {
      this.#takeContent(b, at);
    }
  }

  #takeEtx(b: number, at: number): void {
    if (this.#phase === 'idle') return;
    // an end whose beginning came before the port was open; later it may be a reader that sends only the end
    const tail = this.#phase === 'plain' && this.#startedAt < this.#settledAt;
    this.#keep(b, at);
    this.#end(tail ? 'cut' : 'marked');
  }

  #takeLineEnd(b: number, at: number): void {
    if (this.#phase === 'idle') return;
    if (this.#phase === 'marked' || this.#phase === 'ended') {
      this.#keep(b, at);
      if (this.#phase === 'marked' && this.#length > 2) this.#phase = 'ended';
      return;
    }
    this.#keep(b, at);
    this.#end('marked');
  }

  #takeContent(b: number, at: number): void {
    if (this.#phase === 'ended') this.#end('marked');
    if (this.#phase === 'idle') {
      if (at < this.#settledAt && !canBeginText(b)) {
        this.#noise++;
        return;
      }
      this.#begin('plain', b, at);
      return;
    }
    const marks = this.#phase === 'marked' ? 1 : 0;
    if (this.#phase !== 'skipping' && this.#length - marks >= this.#options.longest) {
      this.#tell('frame-too-long');
      this.#phase = 'skipping';
    }
    this.#keep(b, at);
  }

  #begin(phase: 'plain' | 'marked', b: number, at: number): void {
    this.#phase = phase;
    this.#startedAt = at;
    this.#length = 0;
    this.#keep(b, at);
  }

  #keep(b: number, at: number): void {
    this.#byteAt = at;
    this.#quietSince = Math.max(this.#quietSince, at);
    if (this.#phase === 'skipping' || this.#length >= this.#bytes.length) return;
    this.#bytes[this.#length++] = b;
  }

  /** `marked`: by an end mark. `whole`: by silence, or by silence after an end mark. `cut`: before its end. */
  #end(how: 'marked' | 'whole' | 'cut'): void {
    const phase = this.#phase;
    this.#phase = 'idle';
    if (phase === 'idle' || phase === 'skipping') return;
    if (how === 'marked') this.#endedBySilence = false;
    const content = this.#content();
    if (content.length > 0) this.#tell(how === 'cut' ? 'frame-cut' : whyUnreadable(content));
  }

  /** What stands between the marks. */
  #content(): Uint8Array {
    const from = this.#bytes[0] === STX ? 1 : 0;
    let to = this.#length;
    while (to > from && isMark(this.#bytes[to - 1])) to--;
    const content = this.#bytes.subarray(from, to);
    return content.every((b) => b === 0x20) ? content.subarray(0, 0) : content;
  }

  #tell(why: Unreadable | null): void {
    const content = this.#content();
    const whole = this.#bytes.subarray(0, this.#length);
    if (why !== null && this.#startedAt < this.#settledAt) {
      this.#noise += whole.length;
      return;
    }
    this.#out.push({
      text: why === null ? utf8.decode(content) : printable(content),
      raw: hex(whole),
      readable: why === null,
      why,
      at: this.#byteAt,
    });
  }

  #told(): readonly Frame[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }
}

function isMark(b: number | undefined): boolean {
  return b === CR || b === LF || b === TAB || b === ETX;
}

function isControl(b: number): boolean {
  return (b < 0x20 && b !== GS) || b === DEL;
}

/** Neither a control byte nor one that UTF-8 never has at the beginning of a letter. */
function canBeginText(b: number): boolean {
  return b < 0x80 ? !isControl(b) : b >= 0xc2 && b <= 0xf4;
}

function whyUnreadable(content: Uint8Array): Unreadable | null {
  if (content.some(isControl)) return 'frame-control';
  try {
    utf8.decode(content);
    return null;
  } catch {
    return 'frame-utf8';
  }
}

const LONGEST_SHOWN = 64;

function printable(content: Uint8Array): string {
  return Array.from(content.subarray(0, LONGEST_SHOWN), (b) =>
    b >= 0x20 && b < DEL ? String.fromCharCode(b) : '·',
  ).join('');
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}
