/** How alike two pieces of a plan are to a lenient reader: case, marks, numbering and stops aside. */

const DURATION = /\(\s*\d{1,3}\s*(?:phút|['’′])\s*\)/giu;
const LEADING = /^(?:[-–—•❖+.·●○▪]+\s*|\(?\d{1,2}[.)]\s+|\d{1,2}\.(?=\p{L}))+/u;
const HONOUR = /^\s*(?:đồng chí|đ\s*\/\s*c|ông|bà)\s+/iu;
const CLOCK = /(\d{1,2})\s*(?:[:hHgG.]|giờ)\s*(\d{2})?/u;

/** The words of `text` in lower case, without leftover tags, list marks, durations in brackets and punctuation. */
export function wordsOf(text: unknown): readonly string[] {
  if (text === null || text === undefined) return [];
  const plain = String(text)
    .normalize('NFC')
    .replace(/<[^>]{1,20}>/g, ' ')
    .replace(/[*_`#|]+/g, ' ')
    .replace(DURATION, ' ')
    .replace(/[“”„"«»‘’‚']/g, ' ')
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim()
    .replace(LEADING, '')
    .toLocaleLowerCase('vi');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Sørensen–Dice over the words of both, each counted as often as it stands: 0 to 1. */
export function likeness(a: unknown, b: unknown): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0;
  const free = new Map<string, number>();
  for (const word of left) free.set(word, (free.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const count = free.get(word) ?? 0;
    if (count === 0) continue;
    free.set(word, count - 1);
    shared += 1;
  }
  return (2 * shared) / (left.length + right.length);
}

/** Likeness to the closest of several wordings that all are right; empty wordings do not count. */
export function closest(wordings: readonly unknown[], found: unknown): number {
  return wordings.reduce<number>((most, wording) => (wording ? Math.max(most, likeness(wording, found)) : most), 0);
}

/** A presenter without the form of address in front. */
export const withoutHonour = (name: unknown): string =>
  String(name ?? '')
    .normalize('NFC')
    .replace(HONOUR, '');

/** A place without its label in front; null where nothing is left. */
export function placeIn(text: unknown): string | null {
  if (!text) return null;
  return String(text).replace(/^\s*(?:địa điểm[^:]*:|tại)\s*/iu, '') || null;
}

/** "7h5", "07:30", "7 giờ 30" as "HH:MM"; null for no time; what is no time stays as it is, to match nothing. */
export function clock(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  const text = String(value);
  const found = CLOCK.exec(text);
  return found === null ? text : `${String(found[1]).padStart(2, '0')}:${found[2] ?? '00'}`;
}

/** A date as it is written, by its numbers alone: "30/02/2026" and "ngày 30 tháng 2 năm 2026" are one. */
export const dateNumbers = (text: unknown): string => (String(text).match(/\d+/g) ?? []).map(Number).join('/');
