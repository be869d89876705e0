import type { Item } from './pdf-page';
import { isSyllable } from './syllables';

/** Text of one line, in parts where wide gaps part it. */
export interface TextLine {
  readonly parts: readonly LinePart[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}
export interface LinePart {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly items: readonly Item[];
}

/** Lines from the top, each from the left. */
export function linesOf(items: readonly Item[]): readonly TextLine[] {
  const sorted = [...items].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: Item[][] = [];
  for (const item of sorted) {
    const last = lines.at(-1);
    const base = last?.[0];
    // raised figures stand a little above their line
    if (last !== undefined && base !== undefined && item.y - base.y <= Math.max(base.size, item.size) * 0.35)
      last.push(item);
    else lines.push([item]);
  }
  return lines.map(lineOf);
}

function lineOf(unsorted: readonly Item[]): TextLine {
  const items = [...unsorted].sort((a, b) => a.x - b.x);
  const size = Math.max(...items.map((i) => i.size));
  const parts: Item[][] = [];
  for (const item of items) {
    const last = parts.at(-1)?.at(-1);
    if (last !== undefined && item.x - last.right < size * WIDE_GAP) parts.at(-1)?.push(item);
    else parts.push([item]);
  }
  const made = parts.map(partOf);
  return {
    parts: made,
    x: made[0]?.x ?? 0,
    right: made.at(-1)?.right ?? 0,
    y: Math.max(...items.map((i) => i.y)),
    size,
  };
}

/** In parts of the letter's size: blanks are a quarter, in justified lines up to one. */
const WIDE_GAP = 1.6;
const WORD_GAP = 0.12;

/** Texts that follow each other in a line, with blanks where there is room for one. */
export function partOf(items: readonly Item[]): LinePart {
  let text = '';
  let right = items[0]?.x ?? 0;
  for (const item of items) {
    if (text !== '' && !text.endsWith(' ') && !item.text.startsWith(' ') && item.x - right > item.size * WORD_GAP)
      text += ' ';
    text += item.text;
    right = Math.max(right, item.right);
  }
  return { text: mended(text.trim()), x: items[0]?.x ?? 0, right, items };
}

/** Where marks were drawn apart from their letters, a gap may stand inside a word: no word is consonants alone. */
function mended(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/(\p{L}+) (ch|ng|nh|[cmnpt])(?!\p{L})/gu, (apart, head: string, tail: string) =>
      isSyllable(head + tail) && (tail.length > 1 || !isSyllable(head)) ? head + tail : apart,
    );
}

export const textOf = (line: TextLine): string => line.parts.map((part) => part.text).join('\t');

/** Beginnings of an item of its own, however full the line before was. */
const BEGINS = /^([^\p{L}\p{N}\s"“”'‘’(«…/]|\d{1,2}([.)]|\.\d|\s*\|)|[a-zđA-ZĐ][.)]\s|[IVX]{1,5}[.-])/u;
/** So begins an item of an agenda; */
const BEGINS_WITH_SPAN = /^(từ|đến|lúc)\s+\d{1,2}\s?([hg:]|giờ)|^\d{1,2}\s?[hg:]\s?\d{0,2}['’]?\s?[-–—]\s?\d/i;
/** and so too, but in the middle of a paragraph a line may as well. */
const BEGINS_WITH_TIME = /^\d{1,2}\s?([hg:]|giờ)/i;
const CAPITALS = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u;
/** Banners and headings are set line by line, however long their lines are. */
export const isHeading = (line: TextLine): boolean =>
  line.parts.length === 1 && CAPITALS.test(line.parts[0]?.text ?? '');

/** In a cell what is wrapped may begin with a figure: only marks of a list count. */
const BEGINS_IN_CELL = /^([-–—+•]\s|\d{1,2}[.)]\s|[a-zđ]\)\s|[IVX]{1,5}\.\s)/;
/** The name of a field before what it says. */
const BEGINS_WITH_LABEL = /^\p{Lu}[\p{Ll} ]{2,30}:\s/u;
/** A line that ends so has not come to its end. */
const UNFINISHED = /[-–—,(]$/;

export interface Edges {
  readonly left: number;
  readonly right: number;
  /** Full lines are stretched to the right edge: one that ends short of it is the last of its paragraph. */
  readonly justified: boolean;
}

const isCentred = (a: TextLine, b: TextLine): boolean => Math.abs(a.x + a.right - b.x - b.right) <= 4;

/** No word is longer; what was put together before is not looked through again. */
const LONGEST_WORD = 60;

/**
 * Two lines of one paragraph. A word that was too long for its cell is broken without a hyphen: only together the
 * pieces can be spoken. A hyphen at the end of a line was put there by the program where neither piece is a syllable,
 * and belongs to the text else.
 * @param cut whether the line above is one word that fills its cell: only two whole words were parted by a blank then
 */
export function joined(before: string, after: string, cut: boolean): string {
  const end = before.slice(-LONGEST_WORD);
  if (cut && isCutWord(end, after.slice(0, LONGEST_WORD))) return before + after;
  if (end.endsWith('\u00ad')) return before.slice(0, -1) + after;
  const tail = /^\p{Ll}+/u.exec(after.slice(0, LONGEST_WORD))?.[0];
  if (tail === undefined) return `${before} ${after}`;
  const hyphened = /(\p{L}+)[-\u2010]$/u.exec(end)?.[1];
  if (hyphened !== undefined)
    return isSyllable(hyphened) || isSyllable(tail) ? before + after : before.slice(0, -1) + after;
  const head = /\p{L}+$/u.exec(end)?.[0];
  if (head === undefined) return `${before} ${after}`;
  const broken = isSyllable(head + tail) && !(isSyllable(head) && isSyllable(tail));
  return broken ? before + after : `${before} ${after}`;
}

/** A time or a year that nothing is missing from. */
const WHOLE_FIGURES = /(?:\d[h:]\d{2}|\/\d{4})$/;

/** Whether no blank stood between them: figures and signs of one word, or letters that are no two words. */
function isCutWord(before: string, after: string): boolean {
  if (WHOLE_FIGURES.test(before)) return false;
  if (/\p{N}$/u.test(before)) return /^[\p{N}/:.]/u.test(after) || /^[hg](?![\p{L}])/u.test(after);
  if (/\p{N}[/:hg.]$/u.test(before)) return /^\p{N}/u.test(after);
  const head = /\p{L}+$/u.exec(before)?.[0];
  const tail = /^\p{L}+/u.exec(after)?.[0];
  if (head === undefined || tail === undefined || /^\p{Lu}\p{Ll}/u.test(tail)) return false;
  // behind an abbreviation a word begins
  if (/^\p{Lu}{2,}$/u.test(head) && /^\p{Ll}/u.test(tail)) return false;
  return !(isSyllable(head) && isSyllable(tail));
}

/** Whether the line is one word, and not one letter more would have fitted. */
export function isFullWord(line: TextLine, next: TextLine, { right }: Edges): boolean {
  if (/\s/u.test(textOf(line))) return false;
  const letter = (next.right - next.x) / Math.max(1, textOf(next).length);
  return line.right + letter > right - 0.5;
}

/**
 * Whether the second line is the rest of the first, which was only full: its first word would not have fitted, and it
 * begins where the paragraph's lines do.
 * @param edges between which lines go
 * @param free whether the lines stand free on the page; else in a cell, where they may stand in the middle
 */
export function goesOn(first: TextLine, second: TextLine, edges: Edges, free: boolean): boolean {
  const { left, right } = edges;
  if (first.parts.length > 1 || second.parts.length > 1) return false;
  if (second.y - first.y > Math.max(first.size, second.size) * 2.2) return false;
  if (Math.abs(first.size - second.size) > 1) return false;
  const before = first.parts[0]?.text ?? '';
  const text = second.parts[0]?.text ?? '';
  if ((free ? BEGINS : BEGINS_IN_CELL).test(text)) return false;
  if (free && BEGINS_WITH_SPAN.test(text)) return false;
  if (free && BEGINS_WITH_TIME.test(text) && (first.right < right - 3 || /[.;:]$/.test(before))) return false;
  if (free && BEGINS_WITH_LABEL.test(text) && first.right < right - 3) return false;
  if (/\p{L}[-\u00ad\u2010]$/u.test(before.slice(-2)) && /^\p{Ll}/u.test(text)) return true;
  if (!free && (UNFINISHED.test(before) || /^\p{Ll}/u.test(text))) return true;
  const space = text.search(/\s/);
  const share = (space < 0 ? text.length : space) / Math.max(1, text.length);
  const word = (second.right - second.x) * share + first.size * 0.25;
  if (free && isCentred(first, second) && first.x - left > 2) return first.right - first.x + word > right - left - 0.5;
  if (first.right + word <= right + 0.5) return false;
  if (free && edges.justified && first.right < right - 3 && /^[^\p{Ll}]/u.test(text)) return false;
  // the first line of a paragraph is indented, the ones of a list hang
  return !free || (second.x - first.x < first.size * 2.5 && first.x - second.x < first.size * 5);
}
