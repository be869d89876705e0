import { isCut } from './assembly';
import type { Cell, Grid, GridRow } from './grids';
import { headRole, type Role } from './heads';
import { isNumberedHeading, isUpper, type Line, type Piece, piece, startsLower } from './lines';
import { timesIn } from './times';
import { endsList, isDayOrSession, isPerson } from './vocabulary';

/** Tables of which every cell stands on a line of its own, found by their column headings. */
export function cellLineTables(text: string, lines: readonly Line[], free: (line: Line) => boolean): readonly Grid[] {
  const grids: Grid[] = [];
  let i = 0;
  while (i < lines.length) {
    const roles = headingsAt(lines, i, free);
    if (roles === null) {
      i++;
      continue;
    }
    const [grid, next] = readCells(text, lines, i, roles, free);
    if (grid.rows.length >= 3) {
      grids.push(grid);
      i = next;
    } else i += roles.length;
  }
  return grids;
}

function headingsAt(lines: readonly Line[], at: number, free: (line: Line) => boolean): readonly Role[] | null {
  const roles: Role[] = [];
  for (let i = at; i < Math.min(lines.length, at + 7); i++) {
    const line = lines[i];
    if (line === undefined || !free(line) || line.text.length > 40 || timesIn(line.text).length > 0) break;
    const role = headRole(line.text);
    if (role === null || (line.gap > 1 && i > at)) break;
    roles.push(role);
  }
  const named = roles.includes('time') && roles.includes('title');
  return named && roles.length >= 2 && new Set(roles).size >= 2 ? roles : null;
}

const isNumber = (text: string): boolean => /^\d{1,3}[.)]?$/.test(text);

/** A letter or a Roman number in a cell of its own, over a part of the programme ("A", then "Buổi sáng"). */
function isPartMark(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1];
  if (next === undefined || !/^(?:[A-H]|[IVX]{1,4})[.)]?$/u.test(lines[at]?.text ?? '')) return false;
  return isDayOrSession(next.text) || (isUpper(next.text) && next.text.length < 100);
}

/** The line is a time and nothing else, or the first half of a range. */
export function isTimeLine(text: string): boolean {
  if (text.length > 60) return false;
  const found = timesIn(text)[0];
  if (found === undefined) return false;
  const rest = `${text.slice(0, found.from)}${text.slice(found.to)}`;
  return !/\p{L}/u.test(rest.replace(/từ|đến|sáng|chiều|tối|phút|ngày|lúc/giu, ''));
}

function readCells(
  text: string,
  lines: readonly Line[],
  start: number,
  roles: readonly Role[],
  free: (line: Line) => boolean,
): [Grid, number] {
  const rows: GridRow[] = [rowOf(lines.slice(start, start + roles.length).map((p, column) => ({ p, column })))];
  const numbered = roles.includes('number');
  // where the cells themselves stand apart, a blank line between them ends nothing
  const spaced = (lines[start + 1]?.gap ?? 0) > 0;
  let i = start + roles.length;
  let expected = 1;
  const begins = (k: number): boolean => {
    const line = lines[k];
    const next = lines[k + 1];
    if (line === undefined) return false;
    if (numbered && isNumber(line.text)) {
      const n = Number.parseInt(line.text, 10);
      return (n === expected || n === expected + 1) && next !== undefined && !isNumber(next.text);
    }
    return isTimeLine(line.text);
  };
  while (i < lines.length) {
    const line = lines[i];
    if (line === undefined || !free(line)) break;
    if (isPartMark(lines, i)) {
      i++;
      const heading = lines[i];
      // what the letter counts is a part of the programme: its day or session, or words over the items
      if (heading !== undefined && !isDayOrSession(heading.text)) {
        rows.push({ ...rowOf([{ p: heading, column: roles.indexOf('title') }], roles.length), caption: true });
        i++;
      }
      continue;
    }
    if (isDayOrSession(line.text) && !isTimeLine(line.text)) {
      rows.push(rowOf([{ p: line, column: roles.indexOf('title') }], roles.length));
      i++;
      continue;
    }
    const again = headingsAt(lines, i, free);
    if (again !== null && again.length === roles.length) {
      rows.push(rowOf(lines.slice(i, i + roles.length).map((p, column) => ({ p, column }))));
      i += roles.length;
      // the rest of a title that the page broke
      const rest: Line[] = [];
      while (
        i < lines.length &&
        !begins(i) &&
        lines[i] !== undefined &&
        !ends(lines, i, spaced) &&
        !isDayOrSession(lines[i]?.text ?? '')
      ) {
        const l = lines[i];
        if (l !== undefined) rest.push(l);
        i++;
      }
      if (rest.length > 0) rows.push(rowOf(placed(text, rest, roles)));
      continue;
    }
    if (!begins(i)) break;
    const cells: { p: Piece; column: number }[] = [];
    if (numbered && isNumber(line.text)) {
      cells.push({ p: line, column: roles.indexOf('number') });
      expected = Number.parseInt(line.text, 10) + 1;
      i++;
    }
    const times: Line[] = [];
    while (i < lines.length && times.length < 3) {
      const l = lines[i];
      const open = times.length > 0 && /(?:[-–—]|đến|từ)$/iu.test(times[times.length - 1]?.text ?? '');
      const rest = times.length > 0 && /^(?:[-–—]|đến)/iu.test(l?.text ?? '');
      if (l === undefined || !isTimeLine(l.text) || (times.length > 0 && !open && !rest)) break;
      times.push(l);
      i++;
    }
    const firstTime = times[0];
    const lastTime = times[times.length - 1];
    if (firstTime !== undefined && lastTime !== undefined)
      cells.push({ p: piece(text, firstTime.from, lastTime.to), column: roles.indexOf('time') });
    const body: Line[] = [];
    while (i < lines.length && !begins(i)) {
      const l = lines[i];
      if (l === undefined || !free(l) || isDayOrSession(l.text) || headingsAt(lines, i, free) !== null) break;
      if (isPartMark(lines, i)) break;
      if (body.length > 0 && ends(lines, i, spaced)) break;
      body.push(l);
      i++;
    }
    cells.push(...placed(text, body, roles));
    rows.push(rowOf(cells));
    const next = lines[i];
    if (
      next !== undefined &&
      !begins(i) &&
      !isDayOrSession(next.text) &&
      !isPartMark(lines, i) &&
      headingsAt(lines, i, free) === null
    )
      break;
  }
  const last = rows[rows.length - 1];
  return [{ rows, from: rows[0]?.from ?? 0, to: last?.to ?? 0, columns: roles.length }, i];
}

function ends(lines: readonly Line[], i: number, spaced: boolean): boolean {
  const line = lines[i];
  if (line === undefined) return true;
  if (line.gap > (spaced ? 1 : 0)) return true;
  return (
    endsList(line.text) ||
    /^[IVX]{1,4}\.\s/u.test(line.text) ||
    (isNumberedHeading(line.text) && line.gap > 0 && line.text.length > 4)
  );
}

/** Lines of one row behind its time, laid into title and presenter. */
function placed(text: string, body: readonly Line[], roles: readonly Role[]): readonly { p: Piece; column: number }[] {
  const units: { from: number; to: number; text: string }[] = [];
  for (const line of body) {
    const prior = units[units.length - 1];
    if (prior !== undefined && (startsLower(line.text) || isCut(prior.text))) {
      prior.to = line.to;
      prior.text = `${prior.text} ${line.text}`;
    } else units.push({ from: line.from, to: line.to, text: line.text });
  }
  const first = units[0];
  if (first === undefined) return [];
  const title = roles.indexOf('title');
  const presenter = roles.indexOf('presenter');
  const span = (a: number, b: number): Piece => piece(text, units[a]?.from ?? 0, units[b]?.to ?? 0);
  if (presenter < 0 || units.length === 1) return [{ p: span(0, units.length - 1), column: title }];
  let at = units.findIndex((u, k) => k > 0 && isPerson(u.text));
  if (at < 0) at = units.length - 1;
  const bulleted = /^[-+•]/u.test(units[units.length - 1]?.text ?? '');
  if (bulleted && at === units.length - 1) return [{ p: span(0, units.length - 1), column: title }];
  return [
    { p: span(0, at - 1), column: title },
    { p: span(at, units.length - 1), column: presenter },
  ];
}

function rowOf(cells: readonly { p: Piece; column: number }[], columns = 1): GridRow {
  const made = cells.map(
    ({ p, column }): Cell => ({ from: p.from, to: p.to, text: p.text, column: Math.max(0, column), columns, rows: 1 }),
  );
  return { cells: made, from: made[0]?.from ?? 0, to: made[made.length - 1]?.to ?? 0 };
}
