import type { Cell, Grid, GridRow } from './grids';
import { headRole } from './heads';
import { isNumberedHeading, type Line, type Piece, piece, startsLower } from './lines';
import { timesIn } from './times';
import { endsList, isDayOrSession } from './vocabulary';

const GAP = /\s{3,}|\s?(?:…{2,}|\.{4,})\s?/gu;

/**
 * Parts of a line between three blanks or more, or leaders; null where it is one. Ragged ranges stay whole. In a table a
 * time ends its cell, however narrow the blank behind it.
 */
function partsOf(text: string, line: Line, inTable = false): readonly Piece[] | null {
  if (line.text.length > 600 || line.raw.includes('\t') || line.raw.includes('|')) return null;
  const parts: Piece[] = [];
  let from = 0;
  // behind a time two blanks are enough
  const time = timesIn(line.text.slice(0, 60))[0];
  // "7h30 đến 7h45   :   Văn nghệ" is a line of a list, typed with many blanks
  if (time !== undefined && time.from <= 5 && /^\s*:/u.test(line.text.slice(time.to))) return null;
  if (
    time !== undefined &&
    time.from <= 1 &&
    (inTable ? time.to < line.text.length : /^\s{2}/u.test(line.text.slice(time.to)))
  ) {
    const indent = line.from - line.rawFrom;
    parts.push(piece(text, line.from, line.from + time.to));
    from = indent + time.to;
  }
  for (const m of line.raw.matchAll(GAP)) {
    if (m.index < from + 1) continue;
    const before = line.raw.slice(from, m.index).trim();
    const behind = line.raw.slice(m.index + m[0].length, m.index + m[0].length + 12);
    if (before === '' && parts.length === 0) continue;
    if (behind.trim() === '') break;
    if (/^(?:từ|đến|lúc)$|(?:[-–—]|đến|từ)$/iu.test(before) || /^\s*(?:[-–—]|đến\s)/iu.test(behind)) continue;
    parts.push(piece(text, line.rawFrom + from, line.rawFrom + m.index));
    from = m.index + m[0].length;
  }
  if (parts.length === 0) return null;
  parts.push(piece(text, line.rawFrom + from, line.rawFrom + line.raw.length));
  return parts.length <= 8 ? parts : null;
}

const isTime = (text: string): boolean => text.length < 80 && (timesIn(text)[0]?.from ?? 99) <= 3;

const isHead = (parts: readonly Piece[]): boolean => parts.filter((p) => headRole(p.text) !== null).length >= 2;

/** A row that has a time among its first cells, and is no "Thời gian:   7h30". */
const isRow = (parts: readonly Piece[] | null): boolean =>
  parts?.slice(0, 3).some((p) => isTime(p.text)) === true && !/:$/u.test(parts[0]?.text ?? '');

/** Tables whose columns only blanks part, as text drawn from a page has them. */
export function spacedTables(text: string, lines: readonly Line[], free: (line: Line) => boolean): readonly Grid[] {
  const grids: Grid[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || !free(line)) continue;
    const parts = partsOf(text, line);
    if (parts === null || !(isRow(parts) || (isHead(parts) && rowsWithin(text, lines, i + 1, 4) > 0))) continue;
    if (rowsWithin(text, lines, i, 8) < 2) continue;
    const [grid, next] = tableFrom(text, lines, i, free);
    if (grid.rows.length >= 2) grids.push(grid);
    i = Math.max(next, i + 1) - 1;
  }
  return grids;
}

function rowsWithin(text: string, lines: readonly Line[], from: number, count: number): number {
  let rows = 0;
  for (let k = from; k < Math.min(lines.length, from + count); k++) {
    const line = lines[k];
    if (line !== undefined && isRow(partsOf(text, line))) rows++;
  }
  return rows;
}

function tableFrom(text: string, lines: readonly Line[], start: number, free: (line: Line) => boolean): [Grid, number] {
  const starts = startsFrom(text, lines, start);
  const width = starts.length;
  const second = starts[1] ?? 0;
  const rows: GridRow[] = [];
  let i = start;
  for (; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || !free(line) || (i > start && line.gap > 1)) break;
    const parts = partsOf(text, line, true);
    if (parts !== null && isHead(parts)) {
      rows.push(rowOf(parts.map((p, column) => ({ p, column: Math.min(column, width - 1) }))));
      continue;
    }
    if (isDayOrSession(line.text)) {
      rows.push(rowOf([{ p: line, column: 0 }], width));
      continue;
    }
    const indent = line.from - line.rawFrom;
    const inside = parts ?? (indent >= second - 3 ? [line] : null);
    // a page ends a table with a line of another kind; a short one between rows is a caption
    if (inside === null || /:$/u.test(inside[0]?.text ?? '') || endsList(line.text)) {
      if (!isCaption(text, lines, i)) break;
      rows.push({ ...rowOf([{ p: line, column: 0 }], width), caption: true });
      continue;
    }
    if (!isRow(parts) && line.gap > 0 && rowsWithin(text, lines, i + 1, 3) === 0) break;
    const cells = placedAt(inside, line, starts);
    const wrapped = !isRow(parts) && line.gap === 0 && rows.length > 0 && isWrapped(cells, rows, starts);
    rows.push({ ...rowOf(cells), ...(wrapped ? { wrapped } : {}) });
  }
  const last = rows[rows.length - 1];
  return [{ rows, from: rows[0]?.from ?? 0, to: last?.to ?? 0, columns: width }, i];
}

const isCaption = (text: string, lines: readonly Line[], at: number): boolean => {
  const line = lines[at];
  return (
    line !== undefined &&
    line.text.length < 100 &&
    !endsList(line.text) &&
    !/[:.;]$/u.test(line.text) &&
    !/^\d{1,2}[.)]\s/u.test(line.text) &&
    (!isNumberedHeading(line.text) || line.gap === 0) &&
    rowsWithin(text, lines, at + 1, 2) > 0
  );
};

/** Where the columns begin: as in the row with the most cells. */
function startsFrom(text: string, lines: readonly Line[], start: number): readonly number[] {
  let starts: readonly number[] = [0];
  for (let k = start; k < Math.min(lines.length, start + 24); k++) {
    const line = lines[k];
    if (line === undefined) break;
    const parts = partsOf(text, line);
    if (parts === null) continue;
    if (parts.length > starts.length || (parts.length === starts.length && isRow(parts) && k === start + 1))
      starts = parts.map((p) => p.from - line.rawFrom);
  }
  return starts;
}

/** Each part in the last column that begins before it, or next to it. */
function placedAt(
  parts: readonly Piece[],
  line: Line,
  starts: readonly number[],
): readonly { readonly p: Piece; readonly column: number }[] {
  let least = 0;
  return parts.map((p) => {
    const at = p.from - line.rawFrom;
    let column = least;
    for (let c = least; c < starts.length; c++) if ((starts[c] ?? 0) <= at + 4) column = c;
    least = Math.min(column + 1, starts.length - 1);
    return { p, column };
  });
}

/** The line goes on with the row above: its words begin small, or the cell above is full to its edge. */
function isWrapped(
  cells: readonly { readonly p: Piece; readonly column: number }[],
  rows: readonly GridRow[],
  starts: readonly number[],
): boolean {
  return cells.every(({ p, column }) => {
    if (startsLower(p.text)) return true;
    if (/^[-–+•*]\s/u.test(p.text)) return false;
    const above = [...rows].reverse().find((r) => r.cells.some((c) => c.column === column));
    const cell = above?.cells.find((c) => c.column === column);
    if (cell === undefined) return false;
    const next = starts[column + 1];
    const room = next === undefined ? 30 : next - (starts[column] ?? 0);
    return (
      /[,;(–-]$/u.test(cell.text) ||
      cell.text.length >= room * 0.78 ||
      cell.text.length + (p.text.split(/\s/u)[0] ?? '').length + 3 >= room
    );
  });
}

function rowOf(cells: readonly { readonly p: Piece; readonly column: number }[], columns = 1): GridRow {
  const made = cells.map(({ p, column }): Cell => ({ from: p.from, to: p.to, text: p.text, column, columns, rows: 1 }));
  return { cells: made, from: made[0]?.from ?? 0, to: made[made.length - 1]?.to ?? 0 };
}
