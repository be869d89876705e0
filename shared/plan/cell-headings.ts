import { headRole, type Role } from './heads';
import { isUpper, type Line, startsLower } from './lines';
import { timesIn } from './times';
import { isDayOrSession } from './vocabulary';

/** "thực hiện" below "Đơn vị, cá nhân": the heading of the column goes on; other small words head nothing. */
function wrappedHead(lines: readonly Line[], i: number, roles: readonly Role[]): Role | null {
  const line = lines[i];
  const prior = lines[i - 1];
  if (line === undefined || prior === undefined || !startsLower(line.text) || line.text.length > 20) return null;
  return headRole(`${prior.text} ${line.text}`) === null ? null : (roles[roles.length - 1] ?? null);
}

/** The roles of column headings that stand one a line from a place on; null where there are none. */
export function headingsAt(lines: readonly Line[], at: number, free: (line: Line) => boolean): readonly Role[] | null {
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
  if (roles.indexOf('number') > 0 || (roles[0] === 'title' && roles.indexOf('title', 1) > 0)) return null;
  const named = roles.includes('time') && roles.includes('title');
  return named && roles.length >= 2 && new Set(roles).size >= 2 ? roles : null;
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
