import { headRole, type Role } from './heads';
import { isUpper, type Line, type Piece, startsLower } from './lines';
import { timesIn } from './times';
import { isDayOrSession } from './vocabulary';

/** Column headings that stand one a line. */
export interface Headings {
  readonly roles: readonly Role[];
  readonly cells: readonly Piece[];
  /** How many lines they take: a heading may be broken over two. */
  readonly lines: number;
}

/** The column headings from a place on; null where there are none. */
export function headingsAt(lines: readonly Line[], at: number, free: (line: Line) => boolean): Headings | null {
  const roles: Role[] = [];
  const cells: Piece[] = [];
  let i = at;
  while (i < lines.length && roles.length < 7) {
    const line = lines[i];
    if (line === undefined || !free(line) || line.text.length > 40 || timesIn(line.text).length > 0) break;
    const cell = withRest(lines, i, free);
    const said = headRole(cell.text);
    // "Thời lượng" stands over times as well
    const role = said === 'duration' && !roles.includes('time') ? 'time' : said;
    if (role === null || (line.gap > 1 && i > at)) break;
    roles.push(role);
    cells.push(cell);
    i += cell.text.length > line.text.length ? 2 : 1;
  }
  // a heading over the table ("Chương trình") is no column of it
  if (roles.indexOf('number') > 0 || (roles[0] === 'title' && roles.indexOf('title', 1) > 0)) return null;
  const named = roles.includes('time') && roles.includes('title');
  return named && new Set(roles).size >= 2 ? { roles, cells, lines: i - at } : null;
}

/** "Đơn vị, cá nhân" and "thực hiện", "Thời" and "gian": a heading with the rest of it on the next line. */
function withRest(lines: readonly Line[], at: number, free: (line: Line) => boolean): Piece {
  const line = lines[at] ?? { from: 0, to: 0, text: '' };
  const next = lines[at + 1];
  if (next === undefined || !free(next) || next.gap > 0 || !startsLower(next.text) || next.text.length > 20)
    return line;
  const whole = { from: line.from, to: next.to, text: `${line.text} ${next.text}` };
  return headRole(whole.text) === null ? line : whole;
}

/** The number of a row, alone in its line. */
export const isNumber = (text: string): boolean => /^\d{1,3}[.)]?$/.test(text);

/** A letter or a Roman number in a cell of its own, over a part of the programme ("A", then "Buổi sáng"). */
export function isPartMark(lines: readonly Line[], at: number): boolean {
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
