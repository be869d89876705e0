import { isCut } from './assembly';
import type { Cell, GridRow } from './grids';
import type { Role } from './heads';
import { type Line, listMark, type Piece, piece, startsLower } from './lines';
import { hasAction, isAddressed, isOffice, isPerson, namesPlace } from './vocabulary';

/** Where a table whose cells are lines stands, and how to read its rows. */
export interface Layout {
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

/** How many of the lines behind a time are talks with their names; 0 where nothing is counted. */
export function talksOf(lines: readonly Line[], more: boolean): number {
  const marked = lines.flatMap((l, k) => (listMark(l.text) > 0 ? [k] : []));
  const last = marked[marked.length - 1];
  if (marked.length < 2 || last === undefined) return 0;
  const left = lines.length - last - 1;
  return last + 1 + (left > (more ? 1 : 0) && isPerson(lines[last + 1]?.text ?? '') ? 1 : 0);
}

/** How many of the lines behind a time are the cell of its room. */
export function roomOf(l: Layout, lines: readonly Line[], more: boolean): number {
  const place = l.roles.indexOf('place');
  if (place < 0 || place < l.roles.indexOf('time') || place > l.roles.indexOf('presenter')) return 0;
  const least = (l.roles.includes('presenter') ? 2 : 1) + (more ? 1 : 0);
  return namesPlace(lines[0]?.text ?? '') || lines.length >= least ? Math.min(1, lines.length) : 0;
}

/** How many of the lines between two times name who does the first; the rest is the title of the second. */
export function peopleOf(l: Layout, lines: readonly Line[], more: boolean): number {
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

export const timed = (l: Layout, times: readonly Line[]): readonly { p: Piece; column: number }[] =>
  cellOf(l, times, 'time');

export function cellOf(l: Layout, lines: readonly Line[], role: Role): readonly { p: Piece; column: number }[] {
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
export function placed(l: Layout, body: readonly Line[]): readonly (readonly { p: Piece; column: number }[])[] {
  const units: Unit[] = [];
  for (const line of body) {
    // how long it takes, in a column of its own
    if (l.roles.includes('duration') && /^\d{1,3}\s?(?:['’′]|phút|p)?$/u.test(line.text)) continue;
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
  // "Hồ Núi Một" before an office is where the title ends
  while (
    at < units.length - 1 &&
    isOffice(units[at + 1]?.text ?? '') &&
    !isAddressed(units[at]?.text ?? '') &&
    !isOffice(units[at]?.text ?? '')
  )
    at++;
  // a remark stands behind the name
  const remarked =
    l.roles.indexOf('note') > presenter && units.length - at >= 2 && !isPerson(units[units.length - 1]?.text ?? '');
  if (remarked && at > 0)
    return [
      [
        { p: span(0, at - 1), column: title },
        { p: span(at, units.length - 2), column: presenter },
      ],
    ];
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

export function rowOf(cells: readonly { p: Piece; column: number }[], columns = 1): GridRow {
  const made = cells.map(
    ({ p, column }): Cell => ({ from: p.from, to: p.to, text: p.text, column: Math.max(0, column), columns, rows: 1 }),
  );
  return { cells: made, from: made[0]?.from ?? 0, to: made[made.length - 1]?.to ?? 0 };
}
