import type { PlanDocument } from './document';
import { headRole } from './heads';
import { isNumberedHeading, isUpper, type Line, type Piece, piece, startsLower } from './lines';
import type { NormalText } from './normal';
import { timesIn } from './times';
import { endsList, isDayOrSession } from './vocabulary';

export interface Cell extends Piece {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

export interface GridRow {
  readonly cells: readonly Cell[];
  readonly from: number;
  readonly to: number;
  /** A line of its own between the rows: it heads what follows and is no item. */
  readonly caption?: boolean;
  /** It goes on with the row before, cell by cell. */
  readonly wrapped?: boolean;
}

/** Rows of cells, whatever they were written with. */
export interface Grid {
  readonly rows: readonly GridRow[];
  readonly from: number;
  readonly to: number;
  readonly columns: number;
}

/** Tables the file itself had. */
export function tablesOf(doc: PlanDocument, normal: NormalText): readonly Grid[] {
  return doc.tables.map((table) => {
    let columns = 0;
    const rows = table.rows.map((row) => {
      const cells = row.cells.map((c): Cell => {
        columns = Math.max(columns, c.column + Math.max(1, c.columns));
        const p = piece(normal.text, normal.find(c.from), normal.find(c.to));
        return { ...p, column: c.column, columns: Math.max(1, c.columns), rows: Math.max(1, c.rows) };
      });
      return { cells, from: normal.find(row.from), to: normal.find(row.to) };
    });
    return { rows, from: normal.find(table.from), to: normal.find(table.to), columns: Math.min(columns, 64) };
  });
}

/**
 * Cells of a line: parted by TAB or by pipes, where the line has them. `leading` says that
 * rows of the table begin with a pipe; else a pipe at the begin is behind an empty cell.
 */
function cellsOf(text: string, line: Line, leading = true): readonly Piece[] | null {
  const tab = line.raw.includes('\t');
  const sign = tab ? '\t' : '|';
  if (!tab && !isPiped(line.raw)) return null;
  const parts: Piece[] = [];
  let from = 0;
  for (;;) {
    const at = line.raw.indexOf(sign, from);
    const to = at < 0 ? line.raw.length : at;
    parts.push(piece(text, line.rawFrom + from, line.rawFrom + to));
    if (at < 0 || parts.length >= 64) break;
    from = at + 1;
  }
  if (!tab) {
    if (leading && line.text.startsWith('|')) parts.shift();
    if (line.text.endsWith('|')) parts.pop();
  }
  return parts;
}

const isPiped = (raw: string): boolean => {
  const first = raw.indexOf('|');
  if (first < 0) return false;
  return (
    raw.indexOf('|', first + 1) >= 0 ||
    /\s\|\s|\|\s*$/u.test(raw.slice(Math.max(0, first - 1)).slice(0, 200)) ||
    raw.trimEnd().endsWith('|')
  );
};

const isRule = (line: Line): boolean =>
  line.text.length < 400 && line.text.includes('-') && /^[|\s:+=-]+$/.test(line.text);

const beginsRow = (parts: readonly Piece[]): boolean => {
  const first = parts[0]?.text ?? '';
  if (first === '') return parts.length > 1;
  return /^\d{1,3}[.)]?$/.test(first) || isTime(first) || (isTime(parts[1]?.text ?? '') && first.length < 60);
};

const isTime = (text: string): boolean => text.length < 80 && (timesIn(text)[0]?.from ?? 99) <= 3;

/** Tables that tabs or pipes were left of. `free` says which lines no other table holds. */
export function flattenedTables(text: string, lines: readonly Line[], free: (line: Line) => boolean): readonly Grid[] {
  const grids: Grid[] = [];
  let i = 0;
  while (i < lines.length) {
    const line = lines[i];
    const parts = line !== undefined && free(line) ? cellsOf(text, line) : null;
    if (line === undefined || parts === null) {
      i++;
      continue;
    }
    const [grid, next] = flattened(text, lines, i, free);
    if (grid.rows.length >= 2) grids.push(grid);
    i = Math.max(next, i + 1);
  }
  return grids;
}

function flattened(text: string, lines: readonly Line[], start: number, free: (line: Line) => boolean): [Grid, number] {
  const leading = lines[start]?.text.startsWith('|') === true;
  const tabbed = lines[start]?.raw.includes('\t') === true;
  const piped = !tabbed && lines[start]?.text.endsWith('|') === true;
  const width = widthFrom(text, lines, start, free, leading);
  const rows: Piece[][] = [];
  const captions = new Set<Piece[]>();
  let i = start;
  for (; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || !free(line)) break;
    if (i > start && line.gap > 3) break;
    if (isRule(line)) continue;
    const parts = cellsOf(text, line, leading);
    // rows of another sort are another table
    if (parts !== null && line.raw.includes('\t') !== tabbed) break;
    // column headings below a line that only looks like a row begin the table
    const heads = (parts ?? []).filter((p) => headRole(p.text) !== null).length >= 2;
    if (
      heads &&
      rows.length > 0 &&
      !rows.some((r) => r.some((p) => isTime(p.text)) || r.filter((p) => headRole(p.text) !== null).length >= 2)
    )
      break;
    // lines behind the table that were closed as its rows are
    if (
      piped &&
      parts !== null &&
      parts.length === 1 &&
      line.gap > 0 &&
      rows.length > 1 &&
      !isParted(text, lines, i + 1, 3)
    )
      break;
    const row = rows[rows.length - 1];
    // a row of pipes that was not closed goes on, whatever it holds
    const unclosed =
      piped && parts !== null && parts.length === 1 && line.gap === 0 && !(lines[i - 1]?.text.endsWith('|') ?? true);
    if (unclosed && row !== undefined && row.length > 1) {
      extend(text, row, parts[0]);
      continue;
    }
    if (parts !== null) {
      const open = row !== undefined && row.length < width && row.length + parts.length - 1 <= width && line.gap === 0;
      if (open && parts.length < width && !beginsRow(parts) && row !== undefined && row.length > 1) {
        extend(text, row, parts[0]);
        row.push(...parts.slice(1));
      } else rows.push([...parts]);
      continue;
    }
    const following = tabledWithin(text, lines, i + 1, 4, free);
    if (rows.length > 1 && following && headsAnother(text, lines, i, leading)) break;
    if (isDayOrSession(line.text) && following) {
      rows.push([line]);
      continue;
    }
    if (/^(?:-\s?)?\d{1,3}(?:\s?-)?$/.test(line.text) && following) continue;
    const complete =
      /^(?:phần|phiên)\s+(?:[IVX]{1,4}|\d|thứ)(?!\p{L})/iu.test(line.text) ||
      row === undefined ||
      row.length >= width ||
      line.gap > 0;
    if (
      following &&
      complete &&
      line.text.length < 120 &&
      (line.gap > 0 ||
        isUpper(line.text) ||
        (row !== undefined && row.length >= width && namesRoom(line.text.replace(/^[*•+-]\s*/u, ''))) ||
        /^(?:[A-HIVX]{1,4}|\d{1,2})[.)]\s+\p{Lu}{2}/u.test(line.text)) &&
      !endsList(line.text)
    ) {
      const caption = [line];
      captions.add(caption);
      rows.push(caption);
      continue;
    }
    if (row === undefined || row.length < 2 || line.gap > 0 || endsList(line.text)) break;
    if (isNumberedHeading(line.text) && row.length >= width && !following) break;
    const last = row[row.length - 1];
    const unfinished = row.length < width || startsLower(line.text) || /[,;:(–-]$/u.test(last?.text ?? '') || following;
    if (!unfinished) break;
    extend(text, row, line);
  }
  const cells = rows.map((row): GridRow => {
    const first = row[0];
    const last = row[row.length - 1];
    const made = row.map((p, column): Cell => ({ ...p, column, columns: row.length === 1 ? width : 1, rows: 1 }));
    return { cells: made, from: first?.from ?? 0, to: last?.to ?? 0, caption: captions.has(row) };
  });
  return [{ rows: cells, from: cells[0]?.from ?? 0, to: cells[cells.length - 1]?.to ?? 0, columns: width }, i];
}

/** "Phòng Bồ Câu - Vận tải bộ và kho": whose rows come now, where several rooms are at work. */
const namesRoom = (text: string): boolean =>
  /^(?:phòng|tiểu ban|phân ban|nhóm|phiên|hội trường)\s\S.*(?:[-–—:(]|\d$)/iu.test(text);

/** A line over column headings: what follows is a table of its own, and not the next page of this one. */
function headsAnother(text: string, lines: readonly Line[], at: number, leading: boolean): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (line === undefined || next === undefined || line.text.length > 160 || line.text.includes('|')) return false;
  if (!isNumberedHeading(line.text) && line.gap === 0 && next.gap === 0) return false;
  const heads = (cellsOf(text, next, leading) ?? []).map((p) => headRole(p.text));
  return heads.filter((r) => r !== null).length >= 2 && !/^\d{1,3}$/u.test(line.text);
}

function extend(text: string, row: Piece[], p: Piece | undefined): void {
  const last = row[row.length - 1];
  if (last === undefined || p === undefined || p.text === '') return;
  row[row.length - 1] = last.text === '' ? p : piece(text, last.from, p.to);
}

/** Whether one of the next lines has several cells. */
function isParted(text: string, lines: readonly Line[], from: number, count: number): boolean {
  for (const line of lines.slice(from, from + count)) if ((cellsOf(text, line, false)?.length ?? 0) >= 2) return true;
  return false;
}

/** The usual number of cells: the widest of the next rows. */
function widthFrom(
  text: string,
  lines: readonly Line[],
  start: number,
  free: (line: Line) => boolean,
  leading: boolean,
): number {
  let width = 0;
  for (let i = start; i < Math.min(lines.length, start + 12); i++) {
    const line = lines[i];
    if (line === undefined || !free(line)) break;
    const parts = cellsOf(text, line, leading);
    if (parts !== null) width = Math.max(width, parts.length);
  }
  return width;
}

function tabledWithin(
  text: string,
  lines: readonly Line[],
  from: number,
  count: number,
  free: (line: Line) => boolean,
): boolean {
  for (let i = from; i < Math.min(lines.length, from + count); i++) {
    const line = lines[i];
    if (line === undefined || !free(line)) return false;
    if (cellsOf(text, line) !== null) return true;
    if (isNumberedHeading(line.text) || endsList(line.text)) return false;
  }
  return false;
}
