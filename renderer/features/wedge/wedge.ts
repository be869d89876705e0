/** A key as the page gets it. `at` in ms; `code` is the place on the keyboard, which no layout or input method alters. */
export interface WedgeKey {
  readonly code: string;
  readonly key: string;
  readonly shift: boolean;
  readonly at: number;
}

export type WedgeResult =
  /** Not part of a badge. */
  | { readonly kind: 'none' }
  /** May be a person's key or the first of a badge: wait `WEDGE_GAP_MS` before acting on it. */
  | { readonly kind: 'first' }
  /** Inside a badge: nobody typed this. */
  | { readonly kind: 'burst' }
  | { readonly kind: 'code'; readonly text: string }
  /** An input method rewrote the burst, so its text can't be trusted. */
  | { readonly kind: 'spoiled' }
  | { readonly kind: 'too long' };

/** Readers type far faster than people do. */
export const WEDGE_GAP_MS = 50;
/** Below this a fast pair of keys and Enter could still be a person. */
const SHORTEST = 3;
const LONGEST = 512;

const PLAIN: Readonly<Record<string, string>> = {
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
  NumpadDecimal: '..',
  NumpadSubtract: '--',
  NumpadAdd: '++',
  NumpadDivide: '//',
  NumpadMultiply: '**',
};
const OVER_DIGITS = ')!@#$%^&*(';

/** The character at this place of a US keyboard, which is what a reader pretends to be; null for other keys. */
export function characterOf(code: string, shift: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const digit = /^(Digit|Numpad)([0-9])$/.exec(code);
  if (digit?.[2] !== undefined) return shift && digit[1] === 'Digit' ? OVER_DIGITS.charAt(Number(digit[2])) : digit[2];
  const pair = PLAIN[code];
  return pair === undefined ? null : pair.charAt(shift ? 1 : 0);
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock']);
const SPOILERS = new Set(['Backspace', 'Process', 'Unidentified', 'Dead']);

/** Tells a reader that acts as a keyboard from a person at the keys, by the gaps between them. */
export class Wedge {
  #text = '';
  #last = Number.NEGATIVE_INFINITY;
  #spoiled = false;

  feed(k: WedgeKey): WedgeResult {
    if (MODIFIERS.has(k.key)) return { kind: 'none' };
    const follows = k.at - this.#last <= WEDGE_GAP_MS;
    if (!follows) this.#forget();
    this.#last = k.at;
    if (k.code === 'Enter' || k.code === 'NumpadEnter' || k.code === 'Tab') return this.#end();
    if (SPOILERS.has(k.key) || k.code === '') {
      if (this.#text === '') return { kind: 'none' };
      this.#spoiled = true;
      return { kind: 'burst' };
    }
    const c = characterOf(k.code, k.shift);
    if (c === null) {
      this.#forget();
      return { kind: 'none' };
    }
    // a badge longer than any is still followed to its end, so that its tail is not taken for keys
    if (this.#text.length <= LONGEST) this.#text += c;
    return { kind: this.#text.length === 1 ? 'first' : 'burst' };
  }

  #end(): WedgeResult {
    const text = this.#text;
    const spoiled = this.#spoiled;
    this.#forget();
    if (text.length < SHORTEST) return { kind: 'none' };
    if (spoiled) return { kind: 'spoiled' };
    return text.length > LONGEST ? { kind: 'too long' } : { kind: 'code', text };
  }

  #forget(): void {
    this.#text = '';
    this.#spoiled = false;
  }
}
