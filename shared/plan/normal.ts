import type { Passage } from './document';

/**
 * The text as the reader works on it: composed (NFC), with plain blanks, without marks of markdown, tags and signs
 * that show nothing. Every unit of it knows where it stood in the text as it came, so passages stay right.
 */
export interface NormalText {
  readonly text: string;
  /** The passage in the text as it came of a stretch of the normal text. */
  readonly passage: (from: number, to: number) => Passage;
  /** Where an offset of the text as it came stands in the normal text. */
  readonly find: (original: number) => number;
}

const MARK = /^\p{M}$/u;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/;
const BLANK = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const TAG = /<\/?[a-zA-Z][^<>\n]{0,120}>/y;
const ENTITY = /&(nbsp|amp|quot|lt|gt|#160|#39);/y;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  '#160': ' ',
  '#39': "'",
};
const WORD = /[\p{L}\p{N}]/u;

/** Linear in the length of the text; never throws. */
export function normalise(original: string): NormalText {
  const n = original.length;
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let lineStart = true;
  const put = (text: string, from: number, to: number): void => {
    for (let k = 0; k < text.length; k++) {
      out.push(text.charAt(k));
      starts.push(from);
      ends.push(to);
    }
    // what is left out ends no begin of a line
    if (text !== '') lineStart = text === '\n' || (lineStart && (text === ' ' || text === '\t'));
  };
  let i = 0;
  while (i < n) {
    const code = original.charCodeAt(i);
    // most of a document is letters that stay as they are
    if (isPlain(code) && !composes(original.charCodeAt(i + 1))) {
      out.push(original.charAt(i));
      starts.push(i);
      ends.push(++i);
      if (code !== 32) lineStart = false;
      continue;
    }
    const c = original.charAt(i);
    const step = skipped(original, i, c, lineStart);
    if (step !== null) {
      put(step.text, i, i + step.length);
      i += step.length;
      continue;
    }
    let to = i + 1;
    if (code >= 0xd800 && code < 0xdc00 && to < n) to++;
    // A letter and its marks are composed together; a run of marks is bounded so that a hostile one stays linear.
    if (code > 0x40)
      while (to < n && to - i < 24 && original.charCodeAt(to) >= 0x300 && MARK.test(original.charAt(to))) to++;
    const cluster = to - i === 1 && code < 0x300 ? c : original.slice(i, to).normalize('NFC');
    put(cluster, i, to);
    i = to;
  }
  return {
    text: out.join(''),
    passage: (from, to) => {
      if (starts.length === 0) return { from: 0, to: 0 };
      const a = Math.max(0, Math.min(from, starts.length - 1));
      const b = Math.max(a, Math.min(to, starts.length) - 1);
      return { from: starts[a] ?? 0, to: ends[b] ?? 0 };
    },
    find: (offset) => {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const mid = (low + high) >> 1;
        if ((starts[mid] ?? 0) < offset) low = mid + 1;
        else high = mid;
      }
      return low;
    },
  };
}

/** Letters, digits and signs that mean only themselves; those with a mark are composed already. */
const isPlain = (code: number): boolean =>
  code === 32 ||
  (code >= 0x27 && code <= 0x3b && code !== 0x2a) ||
  (code >= 0x3f && code <= 0x5b) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xc0 && code <= 0x1b0) ||
  (code >= 0x1ea0 && code <= 0x1ef9);

/** Whether a unit may belong to the letter before it. */
const composes = (code: number): boolean =>
  code >= 0x300 && !(code >= 0x1ea0 && code <= 0x1ef9) && code !== 0x2013 && code !== 0x201c && code !== 0x201d;

/** Control characters other than TAB and the ends of lines. */
function isControl(c: string): boolean {
  const code = c.charCodeAt(0);
  return (code < 32 && code !== 9 && code !== 10) || code === 127;
}

/** What a sign that is no plain character becomes, and how many units it takes; null for a plain one. */
function skipped(s: string, i: number, c: string, lineStart: boolean): { text: string; length: number } | null {
  if (c === '\r') return s.charAt(i + 1) === '\n' ? { text: '\n', length: 2 } : { text: '\n', length: 1 };
  if (c === '\f' || c === '\u2029' || c === '\u0085') return { text: '\n', length: 1 };
  if (c === '\v') return { text: '\u2028', length: 1 };
  if (isControl(c) || INVISIBLE.test(c)) return { text: '', length: 1 };
  // little pictures of clocks, calendars and pins
  if (c === '\ufe0f' || (c >= '\u23e9' && c <= '\u23ff')) return { text: '', length: 1 };
  if (c === '\ud83d' && s.charAt(i + 1) === '\udccd') return { text: 'Địa điểm: ', length: 2 };
  if (c === '\ud83c' || c === '\ud83d' || c === '\ud83e')
    return { text: '', length: s.charCodeAt(i + 1) >= 0xdc00 && s.charCodeAt(i + 1) < 0xe000 ? 2 : 1 };
  if (BLANK.test(c)) return { text: ' ', length: 1 };
  if (c === '<') {
    TAG.lastIndex = i;
    const tag = TAG.exec(s);
    // the cells of a table in HTML
    if (tag && /^<\/t[dh]\b/i.test(tag[0])) return { text: '\t', length: tag[0].length };
    if (tag) return { text: /^<(?:br|\/p|\/div|\/li)\b/i.test(tag[0]) ? '\u2028' : '', length: tag[0].length };
  }
  if (c === '&') {
    ENTITY.lastIndex = i;
    const entity = ENTITY.exec(s);
    if (entity) return { text: ENTITIES[entity[1] ?? ''] ?? '', length: entity[0].length };
  }
  if (c === '*') {
    const bullet = lineStart && s.charAt(i + 1) === ' ' && s.charAt(i - 1) !== '*';
    return { text: bullet ? '•' : '', length: 1 };
  }
  if (c === '`' && !/\d/.test(s.charAt(i - 1))) return { text: '', length: 1 };
  if (c === '#' && lineStart) return { text: '', length: 1 };
  if (c === '\\' && /[*_#|.\-+()[\]\\]/.test(s.charAt(i + 1))) return { text: '', length: 1 };
  if (c === '_') return underscore(s, i);
  return null;
}

/** `_word_` and `__word__` are marks of markdown; a longer run is a blank to fill in. */
function underscore(s: string, i: number): { text: string; length: number } | null {
  if (s.charAt(i - 1) === '_') return null;
  let to = i + 1;
  while (to - i < 3 && s.charAt(to) === '_') to++;
  if (to - i >= 3) return null;
  const before = WORD.test(s.charAt(i - 1));
  const behind = WORD.test(s.charAt(to));
  return before === behind ? null : { text: '', length: to - i };
}
