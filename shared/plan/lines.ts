/** A stretch of the normal text. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** One line: its words, without the blanks around them. */
export interface Line extends Piece {
  /** The line as it stands, blanks and tabs included. */
  readonly raw: string;
  readonly rawFrom: number;
  /** Lines without a word between the line before and this one. */
  readonly gap: number;
}

/** The foot of a page that was left between the lines. */
const PAGE_MARK = /^[-–—]?\s?(?:trang|page)\s\d{1,3}(?:\s?[/-]\s?\d{1,3})?\s?[-–—]?$/iu;

/** The lines that hold something, with their places. A break inside a cell (U+2028) does not end a line. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let from = 0;
  while (from <= text.length) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    const raw = text.slice(from, to);
    const words = piece(text, from, to);
    if (words.text === '') gap++;
    else if (!PAGE_MARK.test(words.text)) {
      lines.push({ ...words, raw, rawFrom: from, gap });
      gap = 0;
    }
    from = to + 1;
  }
  return lines;
}

/** The stretch without the blanks around it. */
export function piece(text: string, from: number, to: number): Piece {
  let a = from;
  let b = to;
  while (a < b && isBlank(text.charCodeAt(a))) a++;
  while (b > a && isBlank(text.charCodeAt(b - 1))) b--;
  return { from: a, to: b, text: text.slice(a, b) };
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 0x2028 || code === 10;

/** The piece cut to a part of it, blanks around taken off. */
export function within(p: Piece, from: number, to: number = p.text.length): Piece {
  const inner = piece(p.text, Math.max(0, from), Math.max(from, Math.min(to, p.text.length)));
  return { from: p.from + inner.from, to: p.from + inner.to, text: inner.text };
}

/** One text of several pieces: a break at a hyphen inside a word keeps no blank. */
export function joined(pieces: readonly Piece[]): string {
  return pieces
    .map((p) => p.text.replace(/[\s\u2028]+/g, ' '))
    .filter((t) => t !== '')
    .join(' ');
}

/** The pieces of a cell or a paragraph line by line. */
export function broken(p: Piece): readonly Piece[] {
  if (!p.text.includes('\u2028') && !p.text.includes('\n')) return p.text === '' ? [] : [p];
  const parts: Piece[] = [];
  let from = 0;
  for (let i = 0; i <= p.text.length; i++) {
    const code = i === p.text.length ? 10 : p.text.charCodeAt(i);
    if (code !== 0x2028 && code !== 10) continue;
    const part = within(p, from, i);
    if (part.text !== '') parts.push(part);
    from = i + 1;
  }
  return parts;
}

/** Vietnamese has no rule of its own for small letters, and the plain way is ten times as fast. */
export const lower = (text: string): string => text.toLowerCase();

export const startsLower = (text: string): boolean => /^\p{Ll}/u.test(text);

/** Mostly capitals: what a banner or a title page is set in. */
export function isUpper(text: string): boolean {
  let up = 0;
  let low = 0;
  for (const c of text.slice(0, 400)) {
    if (/\p{Lu}/u.test(c)) up++;
    else if (/\p{Ll}/u.test(c)) low++;
  }
  return up >= 2 && low * 6 <= up;
}

const LIST_MARK =
  /^(?:[-–—•❖+●○▪■◦✓➢*·⁃]+\s*|\.\s+(?=\p{Lu})|\(?\d{1,2}\s?[.)]\s+|\(?\d{1,2}[.)](?=\p{L})|(?!\d{1,2}\.[0-5]\d\s*(?:[-–—:÷]|đến))\d{1,2}\.\d{1,2}\.?\s+|[a-hA-Hđ][.)]\s+)/u;

/** How many units of list numbers and bullets stand before the words. */
export function listMark(text: string): number {
  let at = 0;
  for (let turn = 0; turn < 4; turn++) {
    const m = LIST_MARK.exec(text.slice(at, at + 24));
    if (!m) break;
    at += m[0].length;
  }
  return at;
}

const HEADING =
  /^(?:[IVX]{1,5}\s?[.):/-]\s*|(\d{1,2}(?:\.\d{1,2}){0,3})\s?[.)]\s*|(?:Phần|PHẦN|Mục|MỤC|Điều)\s+(?:[IVX]+|\d+|thứ)\s?[.:-]?\s*|[a-hA-H][.)]\s+)(?=\p{L}|["“])/u;

/** Whether the line begins with the number of a section ("5. Ma két", "III. TỔ CHỨC", "3.1. Điểm cầu"). */
export const isNumberedHeading = (text: string): boolean => HEADING.test(text.slice(0, 40));
