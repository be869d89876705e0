import type { IntakeCode } from '../../shared/words/intake';

const MB = 1024 * 1024;

/** How much of a document is taken. A plan is far below each of them; what is above would cost the desk its machine. */
export const LIMITS = {
  fileBytes: 40 * MB,
  /** Everything that is unpacked from one file, together. */
  inflatedBytes: 200 * MB,
  pages: 500,
  /** UTF-16 units of the whole text. */
  textLength: 2_000_000,
  /** Milliseconds from the request to the answer. */
  readMs: 20_000,
} as const;

/** Milliseconds without a document after which the process gives its memory back. */
export const IDLE_MS = 30_000;

export type IntakeParams = Readonly<Record<string, string | number>>;

/** A document that is not taken, with the code of its sentence. */
export class IntakeError extends Error {
  readonly code: IntakeCode;
  readonly params: IntakeParams;

  constructor(code: IntakeCode, params: IntakeParams = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
  }
}

/** @throws IntakeError `too-large` or `file-empty` */
export function checkSize(bytes: number): void {
  if (bytes === 0) throw new IntakeError('file-empty');
  if (bytes > LIMITS.fileBytes) throw new IntakeError('too-large', { most: LIMITS.fileBytes / MB });
}

export const inflatesTooFar = (): IntakeError =>
  new IntakeError('inflates-too-far', { max: LIMITS.inflatedBytes / MB });

/** Counts text as it is found, so that an endless document is given up before it fills the memory. */
export class TextBudget {
  #left: number = LIMITS.textLength;

  /** @throws IntakeError `text-too-long` */
  take(length: number): void {
    this.#left -= length;
    if (this.#left < 0) throw new IntakeError('text-too-long', { max: LIMITS.textLength / 1_000_000 });
  }
}
