import iconv from 'iconv-lite';
import type { PlanConversion } from '../../shared/contract/plan-api';
import { type Block, line, mapTexts, PAGE, textsOf } from './blocks';
import { fromTcvn3, fromVni } from './legacy';
import { IntakeError, TextBudget } from './limits';
import { syllables } from './syllables';

/** A text, and what it was converted from. */
export interface Decoded {
  readonly text: string;
  readonly conversion: PlanConversion | null;
}

const SAMPLE = 160;

/** @returns before and after of the first place that a conversion changed */
export function conversionOf(from: string, before: string, after: string): PlanConversion {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  if (at === before.length) at = 0;
  const start = Math.max(0, before.lastIndexOf('\n', at) + 1, at - SAMPLE / 2);
  return { from, before: sample(before, start), after: sample(after, start) };
}

/** The first place at which bytes of a UTF-8 text were lost. There is no other encoding to show before it. */
function damageOf(text: string): PlanConversion {
  const at = Math.max(0, text.indexOf('\ufffd'));
  const piece = sample(text, Math.max(0, text.lastIndexOf('\n', at) + 1, at - SAMPLE / 2));
  return { from: 'UTF-8', before: piece, after: piece };
}

const sample = (text: string, from: number): string =>
  text
    .slice(from, from + SAMPLE)
    .split('\n', 3)
    .join('\n')
    .trim();

/**
 * Bytes as text: by their mark, else as UTF-8 if they are wholly that, else in the encoding in which most of the words
 * are Vietnamese.
 * @throws IntakeError `not-text`
 */
export function decode(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = byMark(buffer);
  if (marked !== null) return { text: marked, conversion: null };
  const wide = wideWithoutMark(buffer);
  if (wide !== null) {
    const text = buffer.length % 2 === 0 ? buffer : buffer.subarray(0, -1);
    const after = iconv.decode(text, wide);
    return { text: after, conversion: conversionOf('UTF-16', buffer.toString('latin1', 0, 400), after) };
  }
  const utf8 = strictUtf8(buffer);
  if (utf8 !== null) {
    refuseBinary(utf8);
    return { text: utf8, conversion: null };
  }
  const raw = iconv.decode(buffer, 'win1252');
  refuseBinary(raw);
  return byWords(raw, [
    ['UTF-8', buffer.toString('utf8')],
    ['TCVN3', fromTcvn3(raw)],
    ['VNI', fromVni(raw)],
    ['Windows-1258', iconv.decode(buffer, 'win1258').normalize('NFC')],
  ]);
}

function byMark(b: Buffer): string | null {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return b.toString('utf8', 3);
  if (b[0] === 0xff && b[1] === 0xfe) return b.toString('utf16le', 2);
  if (b[0] === 0xfe && b[1] === 0xff) return iconv.decode(b.subarray(2), 'utf16be');
  return null;
}

/** Vietnamese in UTF-16 has a zero in every second byte of most letters, always on the same side. */
function wideWithoutMark(b: Buffer): 'utf16le' | 'utf16be' | null {
  const head = b.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (const [i, byte] of head.entries()) if (byte === 0) i % 2 === 0 ? even++ : odd++;
  const half = head.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf16le';
  return even > half * 0.4 && odd < half * 0.05 ? 'utf16be' : null;
}

/** A file that was cut inside its last letter is UTF-8 all the same. */
function strictUtf8(b: Buffer): string | null {
  for (let cut = 0; cut < 4; cut++) {
    // only the beginning of a letter may be missing its end
    if (cut > 0 && !b.subarray(b.length - cut).every((byte, i) => (i === 0 ? byte >= 0xc2 : (byte & 0xc0) === 0x80)))
      continue;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(b.subarray(0, b.length - cut));
    } catch {
      // tried without the last byte
    }
  }
  return null;
}

function refuseBinary(text: string): void {
  const head = text.slice(0, 65_536);
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    const c = head.charCodeAt(i);
    if (c === 0) throw new IntakeError('not-text');
    if (c < 9 || (c > 13 && c < 32) || (c >= 0x7f && c < 0xa0)) odd++;
  }
  if (odd > head.length * 0.02 + 2) throw new IntakeError('not-text');
}

/** @throws IntakeError `not-text` where no encoding makes words of it */
function byWords(raw: string, candidates: readonly (readonly [string, string])[]): Decoded {
  const best = bestOf(candidates);
  const own = scoreOf(raw);
  if (best !== null && best.score > own && best.score >= 0.5)
    return {
      text: best.text,
      conversion: best.from === 'UTF-8' ? damageOf(best.text) : conversionOf(best.from, raw, best.text),
    };
  // neither Vietnamese nor UTF-8: a text of some other country, shown as it is
  const letters = raw.replace(/\s+/g, '');
  if (letters.replace(/[\x21-\x7e]+/g, '').length < letters.length * 0.3)
    return { text: raw, conversion: conversionOf('Windows-1252', raw, raw) };
  throw new IntakeError('not-text');
}

const scoreOf = (text: string): number => {
  const { marked, vietnamese } = syllables(text);
  return marked === 0 ? 0 : vietnamese / marked;
};

function bestOf(candidates: readonly (readonly [string, string])[]) {
  let best: { from: string; text: string; score: number } | null = null;
  for (const [from, text] of candidates) {
    const score = scoreOf(text);
    if (best === null || score > best.score) best = { from, text, score };
  }
  return best;
}

/** Letters that only Unicode has: where they are, the text is not in an old encoding. */
const MODERN =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|[\u0300-\u0323]/g;

/**
 * A whole document in Unicode: texts that Word, PDF or the clipboard bring in an old encoding converted, letters
 * composed, blanks made plain. What was not converted comes back as it was.
 * @param known a conversion that took place before; it is the one to be shown then
 */
export function toUnicode(
  blocks: readonly Block[],
  known: PlanConversion | null,
): { readonly blocks: readonly Block[]; readonly conversion: PlanConversion | null } {
  const before = textsOf(blocks);
  const change = oldEncoding(before);
  const unicode = change === null ? blocks : mapTexts(blocks, change.convert);
  const clean = mapTexts(unicode, tidy);
  if (known !== null) return { blocks: clean, conversion: known };
  if (change !== null) return { blocks: clean, conversion: conversionOf(change.from, before, textsOf(unicode)) };
  return { blocks: clean, conversion: smallConversion(before) };
}

function oldEncoding(text: string): { readonly from: string; readonly convert: (text: string) => string } | null {
  const { marked } = syllables(text);
  if (marked < 2 || (text.match(MODERN) ?? []).length > marked / 10) return null;
  const own = scoreOf(text);
  const best = bestOf([
    ['TCVN3', fromTcvn3(text)],
    ['VNI', fromVni(text)],
  ]);
  if (best === null || best.score < 0.75 || best.score < own + 0.2) return null;
  return { from: best.from, convert: best.from === 'VNI' ? fromVni : fromTcvn3 };
}

const LOOSE_MARK = /\p{L}[\u0300-\u036f]/u;
const NO_BREAK = /[\u00a0\u2007\u202f]/;

/** What changes no letter, only how it is stored. The sample makes visible what would look the same. */
function smallConversion(text: string): PlanConversion | null {
  const loose = LOOSE_MARK.exec(text);
  if (loose !== null) {
    const from = Math.max(0, text.lastIndexOf('\n', loose.index) + 1);
    const piece = sample(text, from);
    return { from: 'NFD', before: piece.replace(/[\u0300-\u036f]/g, '\u25cc$&'), after: piece.normalize('NFC') };
  }
  const blank = NO_BREAK.exec(text);
  if (blank === null) return null;
  const piece = sample(text, Math.max(0, text.lastIndexOf('\n', blank.index) + 1));
  // Word shows a no-break space like this too
  return { from: 'NBSP', before: piece.replace(/[\u00a0\u2007\u202f]/g, '°'), after: tidy(piece) };
}

/** Composed letters, plain blanks, one kind of line end, nothing invisible. Page marks stay. */
export function tidy(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?|[\u0085\u2028\u2029\v]/g, '\n')
      .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
      .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
      .split('\n')
      .map(withoutTail)
      .join('\n')
  );
}

/** A TAB at the end is an empty cell. No pattern, because one takes ages on a line of a million blanks. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === ' ') end--;
  return text.slice(0, end);
}

/** A text as blocks: one a line. A form feed, as PDF tools write it, begins a page. @throws IntakeError `text-too-long` */
export function textBlocks(text: string): readonly Block[] {
  new TextBudget().take(text.length);
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029\v]/g, '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((l) => line(l.replace(/\f+/g, PAGE)));
}
