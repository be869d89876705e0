import type { CellBlock, RowBlock } from './blocks';
import { cut } from './pdf-grid';
import { type LinePart, partOf, type TextLine } from './pdf-lines';
import type { Item } from './pdf-page';

/** Lines as they are, or lines that stand in columns. */
export type Group =
  | { readonly kind: 'lines'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'table'; readonly rows: readonly RowBlock[]; readonly top: number };

/** Points within which beginnings are of one column. */
const SAME = 7;
/** Fewer rows are two texts side by side: a letterhead, a place for signatures. */
const MIN_ROWS = 3;

/**
 * Tables without rules, where it is clear: at least three lines in parts that begin at the same places, and a first
 * column that tells where a row begins. Everything else stays lines, their parts parted by TAB.
 */
export function columnTables(lines: readonly TextLine[]): readonly Group[] {
  const groups: Group[] = [];
  let plain: TextLine[] = [];
  for (let i = 0; i < lines.length; ) {
    const found = tableFrom(lines, i);
    const l = lines[i];
    if (found === null) {
      if (l !== undefined) plain.push(l);
      i++;
      continue;
    }
    if (plain.length > 0) groups.push({ kind: 'lines', lines: plain });
    plain = [];
    groups.push({ kind: 'table', rows: found.rows, top: (l?.y ?? 0) - (l?.size ?? 0) });
    i = found.next;
  }
  if (plain.length > 0) groups.push({ kind: 'lines', lines: plain });
  return groups;
}

function tableFrom(
  lines: readonly TextLine[],
  start: number,
): { readonly rows: readonly RowBlock[]; readonly next: number } | null {
  const first = lines[start];
  if (first === undefined || first.parts.length < 2) return null;
  const columns = columnsFrom(lines, start);
  if (columns.length < 2) return null;
  const rows: LinePart[][][] = [];
  let full = 0;
  let next = start;
  for (; next < lines.length; next++) {
    const whole = lines[next];
    const l = whole === undefined ? undefined : parted(whole, columns);
    const before = lines[next - 1];
    if (l === undefined || (before !== undefined && next > start && l.y - before.y > l.size * 4)) break;
    const places = placesOf(columns, l.parts);
    if (places.some((place) => place < 0)) break;
    // one part that runs over the next column is no cell
    if (
      l.parts.length === 1 &&
      (l.parts[0]?.right ?? 0) > (columns[(places[0] ?? 0) + 1] ?? Number.POSITIVE_INFINITY)
    ) {
      // a session's or day's name goes through the whole table; a long line ends it
      if ((lines[next + 1]?.parts.length ?? 0) < 2) break;
      rows.push([[...l.parts]]);
      continue;
    }
    const time = rows.at(-1)?.[0]?.at(-1)?.text ?? '';
    const restOfTime = /\d.*[-–—]$/.test(time) && /^\d/.test(l.parts[0]?.text ?? '');
    // below a name that goes through the whole table a row begins, also without its first cell
    const isBelowName = rows.at(-1)?.length === 1;
    if ((places[0] === 0 && !restOfTime) || rows.length === 0 || isBelowName) rows.push(columns.map(() => []));
    if (l.parts.length > 1) full++;
    const row = rows.at(-1);
    for (const [i, part] of l.parts.entries()) row?.[places[i] ?? 0]?.push(part);
  }
  if (full < MIN_ROWS || rows.length < MIN_ROWS) return null;
  return { rows: rows.map((row) => rowOf(row, columns.length)), next };
}

/** A line with what the library joined across columns parted again: where a word begins just where a column does. */
function parted(l: TextLine, columns: readonly number[]): TextLine {
  if (l.parts.length < 2) return l;
  const begins = (x: number): boolean => columns.some((column) => Math.abs(column - x) <= SAME / 2);
  const parts = l.parts.flatMap((part): readonly LinePart[] => {
    const groups: Item[][] = [[]];
    for (const item of part.items) {
      let rest = item;
      if (groups.at(-1)?.length !== 0 && begins(item.x)) groups.push([]);
      for (
        let word = rest.words.find((w) => begins(w.x));
        word !== undefined;
        word = rest.words.find((w) => begins(w.x))
      ) {
        const [left, right] = cut(rest, word.index, word.x);
        groups.at(-1)?.push(left);
        groups.push([]);
        rest = right;
      }
      groups.at(-1)?.push(rest);
    }
    return groups.map(partOf);
  });
  return { ...l, parts };
}

/** Beginnings that several of the next lines share, from the left. */
function columnsFrom(lines: readonly TextLine[], start: number): readonly number[] {
  const found: { x: number; count: number }[] = [];
  for (const l of lines.slice(start, start + 12))
    for (const part of l.parts) {
      const own = found.find((f) => Math.abs(f.x - part.x) <= SAME);
      if (own === undefined) found.push({ x: part.x, count: 1 });
      else own.count++;
    }
  return found
    .filter((f) => f.count >= MIN_ROWS)
    .map((f) => f.x)
    .sort((a, b) => a - b);
}

/** As many parts as columns are one each: what was put in place by blanks stands nowhere exactly. */
function placesOf(columns: readonly number[], parts: readonly LinePart[]): readonly number[] {
  const inTurn =
    parts.length === columns.length &&
    parts.every((part, i) => part.x > (columns[i - 1] ?? Number.NEGATIVE_INFINITY) + SAME);
  return parts.map((part, i) => (inTurn ? i : columnOf(columns, part)));
}

function columnOf(columns: readonly number[], part: LinePart): number {
  const exact = columns.findIndex((x) => Math.abs(x - part.x) <= SAME);
  if (exact >= 0) return exact;
  // headings and figures stand in the middle of their column
  const middle = (part.x + part.right) / 2;
  for (let i = 0; i < columns.length; i++)
    if (part.x > (columns[i] ?? 0) && middle < (columns[i + 1] ?? Number.POSITIVE_INFINITY)) return i;
  return -1;
}

function rowOf(row: readonly (readonly LinePart[])[], columns: number): RowBlock {
  if (row.length === 1) return { header: false, cells: [{ text: textOf(row[0] ?? []), column: 0, columns, rows: 1 }] };
  return {
    header: false,
    cells: row.map((parts, column): CellBlock => ({ text: textOf(parts), column, columns: 1, rows: 1 })),
  };
}

/** Without rules it is not known how wide a column is, so that a full line cannot be told from a short one. */
const textOf = (parts: readonly LinePart[]): string => parts.map((part) => part.text).join(' ');
