import type { Weight } from './palette';

/** How a text is set. `size` is the height of an em in pixels. */
export interface Face {
  readonly size: number;
  readonly weight: Weight;
  readonly figures: boolean;
}

/** What a text takes up, in pixels. Ascent and descent are those of these very letters, marks included. */
export interface Extent {
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
}
export type Measure = (text: string, face: Face) => Extent;

/** Line height for texts of several lines: two marks above a capital and a dot below must never touch. */
export const LEADING = 1.32;

/** Words that open a part of a sentence; a line breaks well in front of them. */
const OPENERS = new Set(
  'và của về trong tại theo với do để nhằm cho từ đến là được vào giữa trên gắn nhiệm phương giai'.split(' '),
);
/** What belongs to the word before it: numbers, Roman numerals, a dash between two numbers. */
const CLINGING = /^(?:[-–—/&]|\d[\d.,/%]*[)”"]?|[IVXLC]+[)”",.;:]?)$/;

/** The words of a text, with no break where one would tear a name apart. Composed letters only (NFC). */
export function words(text: string): readonly string[] {
  const found: string[] = [];
  for (const word of text.normalize('NFC').split(/\s+/).filter(Boolean)) {
    const last = found.at(-1);
    if (last !== undefined && (CLINGING.test(word) || /(?:^|\s)[-–—/&]$/.test(last)))
      found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found;
}

/** As few lines as possible, each filled; a word that is wider than a line stands alone. */
export function fillLines(text: string, width: number, face: Face, measure: Measure): readonly string[] {
  const lines: string[] = [];
  for (const word of words(text)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer, face).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * The text on `count` lines of like width, broken where the sentence allows. Lines may be wider than wished where
 * nothing else can be.
 */
export function balanceLines(text: string, count: number, face: Face, measure: Measure): readonly string[] {
  const all = words(text);
  const n = Math.min(Math.max(1, count), Math.max(1, all.length));
  if (n === 1) return [all.join(' ')];
  const ideal = measure(all.join(' '), face).width / n;
  const widthOf = new Map<string, number>();
  const width = (from: number, to: number): number => {
    const key = `${from}-${to}`;
    const known = widthOf.get(key) ?? measure(all.slice(from, to).join(' '), face).width;
    widthOf.set(key, known);
    return known;
  };
  // best[k][i]: the least cost of the first i words on k lines, and where the last of these lines begins
  const best: { cost: number; from: number }[][] = [[{ cost: 0, from: 0 }]];
  for (let k = 1; k <= n; k++) {
    const row: { cost: number; from: number }[] = [];
    for (let i = k; i <= all.length - (n - k); i++) {
      for (let from = k - 1; from < i; from++) {
        const before = best[k - 1]?.[from];
        if (before === undefined) continue;
        const cost = before.cost + (width(from, i) / ideal - 1) ** 2 + (i < all.length ? breakCost(all, i) : 0);
        if (cost < (row[i]?.cost ?? Number.POSITIVE_INFINITY)) row[i] = { cost, from };
      }
    }
    best[k] = row;
  }
  const lines: string[] = [];
  let to = all.length;
  for (let k = n; k >= 1; k--) {
    const from = best[k]?.[to]?.from ?? 0;
    lines.unshift(all.slice(from, to).join(' '));
    to = from;
  }
  return lines;
}

/** How badly the sentence takes a break in front of word `i`. */
function breakCost(all: readonly string[], i: number): number {
  const before = all[i - 1] ?? '';
  if (/[,;:.”"]$/.test(before)) return 0;
  // "kinh tế - xã | hội": what a dash joins goes on behind it
  if (/ [-–] \p{Ll}+$/u.test(before)) return 0.2;
  return OPENERS.has((all[i] ?? '').toLowerCase()) ? 0.01 : 0.05;
}

/** At most `max` lines no wider than `width`: balanced when the text fits, filled and cut with "…" when not. */
export function clampLines(text: string, max: number, width: number, face: Face, measure: Measure): readonly string[] {
  const filled = fillLines(text, width, face, measure);
  if (filled.length <= max) {
    const balanced = balanceLines(text, filled.length, face, measure);
    return balanced.every((l) => measure(l, face).width <= width) ? balanced : filled;
  }
  const kept = filled.slice(0, max);
  const last = kept.length - 1;
  kept[last] = cut(filled.slice(last).join(' '), width, face, measure);
  return kept;
}

/** The beginning of the text with "…" behind it, no wider than `width`; whole words where one fits. */
export function cut(text: string, width: number, face: Face, measure: Measure): string {
  const whole = text.normalize('NFC');
  if (measure(whole, face).width <= width) return whole;
  const fits = (t: string): boolean => measure(`${t}…`, face).width <= width;
  const parts = whole.split(' ');
  for (let n = parts.length - 1; n > 0; n--) {
    const t = parts
      .slice(0, n)
      .join(' ')
      .replace(/[\s,;:.–-]+$/, '');
    if (fits(t)) return `${t}…`;
  }
  const letters = [...whole];
  while (letters.length > 1 && !fits(letters.join(''))) letters.pop();
  return `${letters.join('')}…`;
}

/** The largest size from `most` down to `least` at which the text stands in the box, with its lines there. */
export function fitBox(
  text: string,
  box: { readonly width: number; readonly height: number; readonly lines: number },
  sizes: { readonly most: number; readonly least: number },
  face: Omit<Face, 'size'>,
  measure: Measure,
): { readonly size: number; readonly lines: readonly string[] } {
  for (let size = sizes.most; size > sizes.least; size *= 0.95) {
    const at = { ...face, size };
    const lines = fillLines(text, box.width, at, measure);
    const high = lines.length * size * LEADING <= box.height;
    const wide = lines.every((l) => measure(l, at).width <= box.width);
    if (high && wide && lines.length <= box.lines)
      return { size, lines: clampLines(text, box.lines, box.width, at, measure) };
  }
  const at = { ...face, size: sizes.least };
  const rows = Math.max(1, Math.min(box.lines, Math.floor(box.height / (sizes.least * LEADING))));
  return { size: sizes.least, lines: clampLines(text, rows, box.width, at, measure) };
}
