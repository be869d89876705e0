import { isCut } from './assembly';
import type { Cell, Grid, GridRow } from './grids';
import { headRole, type Role } from './heads';
import { isNumberedHeading, isUpper, type Line, listMark, type Piece, piece, startsLower } from './lines';
import { timesIn } from './times';
import { endsList, hasAction, isAddressed, isDayCaption, isDayOrSession, isPerson, namesPlace } from './vocabulary';

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

/** "thực hiện" below "Đơn vị, cá nhân": the heading of the column goes on; other small words head nothing. */
function wrappedHead(lines: readonly Line[], i: number, roles: readonly Role[]): Role | null {
  const line = lines[i];
  const prior = lines[i - 1];
  if (line === undefined || prior === undefined || !startsLower(line.text) || line.text.length > 20) return null;
  return headRole(`${prior.text} ${line.text}`) === null ? null : (roles[roles.length - 1] ?? null);
}

function headingsAt(lines: readonly Line[], at: number, free: (line: Line) => boolean): readonly Role[] | null {
  const roles: Role[] = [];
  for (let i = at; i < Math.min(lines.length, at + 7); i++) {
    const line = lines[i];
    if (line === undefined || !free(line) || line.text.length > 40 || timesIn(line.text).length > 0) break;
    const said = wrappedHead(lines, i, roles) ?? headRole(line.text);
    // "Thời lượng" stands over times as well
    const role = said === 'duration' && !roles.includes('time') ? 'time' : said;
    if (role === null || (line.gap > 1 && i > at)) break;
    roles.push(role);
  }
  // a heading over the table ("Chương trình") is no column of it
  if (roles.indexOf('number') > 0) return null;
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

/** Where a table whose cells are lines stands, and how to read its rows. */
interface Layout {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly roles: readonly Role[];
  readonly free: (line: Line) => boolean;
  readonly numbered: boolean;
  /** The column of times is behind that of titles. */
  readonly titleFirst: boolean;
  /** The time is the last that is said of an item, behind those who do it. */
  readonly timeLast: boolean;
  /** Where the cells themselves stand apart, a blank line between them ends nothing. */
  readonly spaced: boolean;
}

function readCells(
  text: string,
  lines: readonly Line[],
  start: number,
  roles: readonly Role[],
  free: (line: Line) => boolean,
): [Grid, number] {
  const layout: Layout = {
    text,
    lines,
    roles,
    free,
    numbered: roles.includes('number'),
    titleFirst: roles.indexOf('title') < roles.indexOf('time'),
    timeLast:
      roles.includes('presenter') &&
      roles.indexOf('presenter') < roles.indexOf('time') &&
      roles.indexOf('title') < roles.indexOf('time'),
    spaced: (lines[start + 1]?.gap ?? 0) > 0,
  };
  const rows: GridRow[] = [rowOf(lines.slice(start, start + roles.length).map((p, column) => ({ p, column })))];
  let i = start + roles.length;
  let expected = 1;
  /** Without numbers the words before a time belong to it: what stood there when the last row was closed. */
  let carried: readonly Line[] = [];
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
    if ((isDayOrSession(line.text) || isDayCaption(line.text)) && !isTimeLine(line.text)) {
      rows.push(rowOf([{ p: line, column: roles.indexOf('title') }], roles.length));
      i++;
      continue;
    }
    // the number of a page, and the headings again
    if (isNumber(line.text) && headingsAt(lines, i + 1, free) !== null) i++;
    const again = headingsAt(lines, i, free);
    if (again !== null && again.length === roles.length) {
      rows.push(rowOf(lines.slice(i, i + roles.length).map((p, column) => ({ p, column }))));
      i += roles.length;
      // the rest of a title that the page broke
      const [rest, next] = bodyFrom(layout, i, expected, true);
      i = next;
      if (rest.length > 0 && !(layout.titleFirst && !layout.numbered)) rows.push(rowOf(placed(layout, rest)[0] ?? []));
      else carried = [...carried, ...rest];
      continue;
    }
    if (layout.titleFirst && !layout.numbered) {
      const [body, next] = bodyFrom(layout, i, expected, carried.length > 0);
      const [times, behind] = timesFrom(layout, next);
      if (times.length === 0) break;
      const title = [...carried, ...body];
      if (layout.timeLast) {
        carried = [];
        const [first, ...more] = placed(layout, title);
        rows.push(rowOf([...timed(layout, times), ...(first ?? [])]), ...more.map((c) => rowOf(c)));
        i = behind;
        if (!resumes(layout, i, expected)) break;
        continue;
      }
      const [after, end] = bodyFrom(layout, behind, expected, false);
      // talks that are counted under the item, each with its name, before the next title
      const talks = talksOf(after, isTimeAhead(layout, end));
      if (talks > 0) {
        rows.push(
          rowOf([...timed(layout, times), ...cellOf(layout, title, 'title')]),
          ...placed(layout, after.slice(0, talks)).map((c) => rowOf(c)),
        );
        carried = after.slice(talks);
        i = end;
        continue;
      }
      const room = roomOf(layout, after, isTimeAhead(layout, end));
      const people = room + peopleOf(layout, after.slice(room), isTimeAhead(layout, end));
      carried = after.slice(people);
      rows.push(
        rowOf([
          ...timed(layout, times),
          ...cellOf(layout, title, 'title'),
          ...cellOf(layout, after.slice(room, people), 'presenter'),
        ]),
      );
      i = end;
      if (carried.length > 0 && !isTimeAhead(layout, end)) {
        i = end - carried.length;
        break;
      }
      continue;
    }
    if (!begins(layout, i, expected)) break;
    const number: Line[] = [];
    if (layout.numbered && isNumber(line.text)) {
      number.push(line);
      expected = Number.parseInt(line.text, 10) + 1;
      i++;
    }
    const ahead: Line[] = [];
    if (layout.titleFirst) {
      const [words, next] = bodyFrom(layout, i, expected, true);
      ahead.push(...words);
      i = next;
    }
    const [times, behind] = timesFrom(layout, i);
    const [body, next] = bodyFrom(layout, behind, expected, times.length > 0 || number.length > 0);
    i = next;
    const head = [...number.map((p) => ({ p, column: roles.indexOf('number') })), ...timed(layout, times)];
    if (layout.titleFirst && times.length > 0 && !layout.timeLast)
      rows.push(rowOf([...head, ...cellOf(layout, ahead, 'title'), ...cellOf(layout, body, 'presenter')]));
    else {
      const cells = placed(layout, [...ahead, ...body]);
      cells.forEach((c, k) => {
        rows.push(rowOf(k === 0 ? [...head, ...c] : c));
      });
      if (cells.length === 0) rows.push(rowOf(head));
    }
    if (!goesOn(layout, i, expected)) break;
  }
  const last = rows[rows.length - 1];
  return [{ rows, from: rows[0]?.from ?? 0, to: last?.to ?? 0, columns: roles.length }, i];
}

/** Whether a row begins at a line: the number that is due, or a time. */
function begins(l: Layout, k: number, expected: number): boolean {
  const line = l.lines[k];
  const next = l.lines[k + 1];
  if (line === undefined) return false;
  if (l.numbered && isNumber(line.text)) {
    const n = Number.parseInt(line.text, 10);
    return (n === expected || n === expected + 1) && next !== undefined && !isNumber(next.text);
  }
  return isTimeLine(line.text) && !(l.numbered && l.titleFirst);
}

const goesOn = (l: Layout, k: number, expected: number): boolean => {
  const next = l.lines[k];
  if (next === undefined) return false;
  return (
    begins(l, k, expected) ||
    isDayOrSession(next.text) ||
    isDayCaption(next.text) ||
    isPartMark(l.lines, k) ||
    headingsAt(l.lines, k, l.free) !== null ||
    (isNumber(next.text) && headingsAt(l.lines, k + 1, l.free) !== null)
  );
};

/** The lines of one time: a range may be broken behind its dash. */
function timesFrom(l: Layout, from: number): [readonly Line[], number] {
  const times: Line[] = [];
  let i = from;
  while (i < l.lines.length && times.length < 3) {
    const line = l.lines[i];
    const open = times.length > 0 && /(?:[-–—]|đến|từ)$/iu.test(times[times.length - 1]?.text ?? '');
    const rest = times.length > 0 && /^(?:[-–—]|đến)/iu.test(line?.text ?? '');
    if (line === undefined || !isTimeLine(line.text) || (times.length > 0 && !open && !rest)) break;
    times.push(line);
    i++;
  }
  return [times, i];
}

/** The lines of words from a place to the next row; the first is one without question where `begun`. */
function bodyFrom(l: Layout, from: number, expected: number, begun: boolean): [readonly Line[], number] {
  const body: Line[] = [];
  let i = from;
  while (i < l.lines.length) {
    const line = l.lines[i];
    if (line === undefined || !l.free(line) || begins(l, i, expected) || isTimeLine(line.text)) break;
    if (
      isDayOrSession(line.text) ||
      isDayCaption(line.text) ||
      isPartMark(l.lines, i) ||
      headingsAt(l.lines, i, l.free) !== null
    )
      break;
    if (isNumber(line.text) && headingsAt(l.lines, i + 1, l.free) !== null) break;
    if ((body.length > 0 || !begun || line.gap > 0) && ends(l, i, expected)) break;
    body.push(line);
    i++;
  }
  return [body, i];
}

function ends(l: Layout, i: number, expected: number): boolean {
  const line = l.lines[i];
  if (line === undefined) return true;
  if (
    endsList(line.text) ||
    /^[IVX]{1,4}\.\s/u.test(line.text) ||
    (isNumberedHeading(line.text) && line.gap > 0 && line.text.length > 4)
  )
    return true;
  // "5. Đề nghị …" right below the last row
  if (
    /^\d{1,2}\.\s?\p{Lu}/u.test(line.text) &&
    line.text.length > 30 &&
    !isCounted(l, i) &&
    !resumes(l, i + 1, expected)
  )
    return true;
  return line.gap > (l.spaced ? 1 : 0) && !resumes(l, i, expected);
}

/** The number goes on from the line before, or counts from one: a list inside a cell. */
function isCounted(l: Layout, i: number): boolean {
  const n = Number.parseInt(l.lines[i]?.text ?? '', 10);
  return (
    n === 1 ||
    [1, 2].some(
      (k) =>
        Number.parseInt(l.lines[i - k]?.text ?? '', 10) === n - 1 && /^\d{1,2}\.\s/u.test(l.lines[i - k]?.text ?? ''),
    )
  );
}

/** A blank line inside a row: the table goes on not far behind it. */
function resumes(l: Layout, from: number, expected: number): boolean {
  for (let k = from; k < Math.min(l.lines.length, from + 12); k++) {
    const line = l.lines[k];
    if (line === undefined || !l.free(line)) return false;
    if (k > from && line.gap > 1) return false;
    if (l.numbered && isNumber(line.text) && Number.parseInt(line.text, 10) === expected) return true;
    if (headingsAt(l.lines, k, l.free) !== null) return true;
    if (isTimeLine(line.text)) return !l.numbered;
    if (endsList(line.text) || (isNumberedHeading(line.text) && line.text.length > 4)) return false;
  }
  return false;
}

const isTimeAhead = (l: Layout, k: number): boolean => {
  const line = l.lines[k];
  return line !== undefined && l.free(line) && isTimeLine(line.text);
};

/** How many of the lines behind a time are talks with their names; 0 where nothing is counted. */
function talksOf(lines: readonly Line[], more: boolean): number {
  const marked = lines.flatMap((l, k) => (listMark(l.text) > 0 ? [k] : []));
  const last = marked[marked.length - 1];
  if (marked.length < 2 || last === undefined) return 0;
  const left = lines.length - last - 1;
  return last + 1 + (left > (more ? 1 : 0) && isPerson(lines[last + 1]?.text ?? '') ? 1 : 0);
}

/** How many of the lines behind a time are the cell of its room. */
function roomOf(l: Layout, lines: readonly Line[], more: boolean): number {
  const place = l.roles.indexOf('place');
  if (place < 0 || place < l.roles.indexOf('time') || place > l.roles.indexOf('presenter')) return 0;
  const least = (l.roles.includes('presenter') ? 2 : 1) + (more ? 1 : 0);
  return namesPlace(lines[0]?.text ?? '') || lines.length >= least ? Math.min(1, lines.length) : 0;
}

/** How many of the lines between two times name who does the first; the rest is the title of the second. */
function peopleOf(l: Layout, lines: readonly Line[], more: boolean): number {
  if (!l.roles.includes('presenter')) return more ? 0 : lines.length;
  if (!more) return lines.length;
  // two lines between two times are a name and the next title, where every row has a room
  if (l.roles.includes('place') && lines.length === 2) return 1;
  let n = 0;
  while (n < lines.length - 1) {
    const line = lines[n];
    const prior = lines[n - 1];
    if (line === undefined) break;
    const wrapped = prior !== undefined && (startsLower(line.text) || isCut(prior.text));
    if (!wrapped && !(isPerson(line.text) && (n === 0 || !hasAction(line.text)))) break;
    n++;
  }
  return n;
}

const timed = (l: Layout, times: readonly Line[]): readonly { p: Piece; column: number }[] => cellOf(l, times, 'time');

function cellOf(l: Layout, lines: readonly Line[], role: Role): readonly { p: Piece; column: number }[] {
  const first = lines[0];
  const last = lines[lines.length - 1];
  const column = l.roles.indexOf(role);
  if (first === undefined || last === undefined) return [];
  return [{ p: piece(l.text, first.from, last.to), column: column < 0 ? l.roles.indexOf('title') : column }];
}

interface Unit {
  readonly from: number;
  to: number;
  text: string;
}

/** Lines of one row behind its time, laid into title and presenter; talks that name their own make rows of their own. */
function placed(l: Layout, body: readonly Line[]): readonly (readonly { p: Piece; column: number }[])[] {
  const units: Unit[] = [];
  for (const line of body) {
    const prior = units[units.length - 1];
    if (prior !== undefined && (startsLower(line.text) || isCut(prior.text))) {
      prior.to = line.to;
      prior.text = `${prior.text} ${line.text}`;
    } else units.push({ from: line.from, to: line.to, text: line.text });
  }
  if (units.length === 0) return [];
  const title = l.roles.indexOf('title');
  const presenter = l.roles.indexOf('presenter');
  const span = (a: number, b: number): Piece => piece(l.text, units[a]?.from ?? 0, units[b]?.to ?? 0);
  const bullets = units.flatMap((u, k) =>
    /^(?:[-–+•*]\s*|[a-hđ][.)]\s*|\d{1,2}[.)]\s)\p{L}/u.test(u.text) ? [k] : [],
  );
  const first = bullets[0] ?? 0;
  const between = units.some((_, k) => k > first && !bullets.includes(k) && k < (bullets[bullets.length - 1] ?? 0));
  if (presenter >= 0 && bullets.length >= 2 && between) {
    const starts = first > 0 ? [0, ...bullets] : bullets;
    return starts.map((from, n) => {
      const to = (starts[n + 1] ?? units.length) - 1;
      const own = [{ p: span(from, from), column: title }];
      return to > from ? [...own, { p: span(from + 1, to), column: presenter }] : own;
    });
  }
  const place = l.roles.indexOf('place');
  if (place >= 0 && units.length >= 3) {
    const room = units.findIndex((u, k) => k > 0 && namesPlace(u.text));
    if (room > 0 && room < units.length) {
      const rest = place < presenter ? span(room + 1, units.length - 1) : null;
      const cells = [
        { p: span(0, room - 1), column: title },
        { p: span(room, room), column: place },
      ];
      if (rest !== null && rest.text !== '' && room + 1 < units.length)
        return [[...cells, { p: rest, column: presenter }]];
    }
  }
  if (presenter < 0 || units.length === 1) return [[{ p: span(0, units.length - 1), column: title }]];
  const people = units.flatMap((u, k) => (k > 0 && isPerson(u.text) && !bullets.includes(k) ? [k] : []));
  let at = people.find((k) => isAddressed(units[k]?.text ?? '')) ?? trailing(people);
  if (at < 0) at = units.length - 1;
  const bulleted = bullets.includes(units.length - 1);
  if (bulleted && at === units.length - 1) return [[{ p: span(0, units.length - 1), column: title }]];
  return [
    [
      { p: span(0, at - 1), column: title },
      { p: span(at, units.length - 1), column: presenter },
    ],
  ];
}

/** The first of the numbers that stand one behind another at the end; -1 for none. */
function trailing(numbers: readonly number[]): number {
  let at = numbers[numbers.length - 1] ?? -1;
  for (let k = numbers.length - 2; k >= 0 && numbers[k] === at - 1; k--) at = numbers[k] ?? at;
  return at;
}

function rowOf(cells: readonly { p: Piece; column: number }[], columns = 1): GridRow {
  const made = cells.map(
    ({ p, column }): Cell => ({ from: p.from, to: p.to, text: p.text, column: Math.max(0, column), columns, rows: 1 }),
  );
  return { cells: made, from: made[0]?.from ?? 0, to: made[made.length - 1]?.to ?? 0 };
}
