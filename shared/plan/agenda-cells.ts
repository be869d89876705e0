import { type Headings, headingsAt, isNumber, isPartMark, isTimeLine } from './cell-headings';
import { cellOf, type Layout, peopleOf, placed, roomOf, rowOf, talksOf, timed } from './cell-rows';
import type { Grid, GridRow } from './grids';
import { isNumberedHeading, type Line } from './lines';
import { endsList, isDayCaption, isDayOrSession } from './vocabulary';

/** Tables of which every cell stands on a line of its own, found by their column headings. */
export function cellLineTables(text: string, lines: readonly Line[], free: (line: Line) => boolean): readonly Grid[] {
  const grids: Grid[] = [];
  let i = 0;
  while (i < lines.length) {
    const heads = headingsAt(lines, i, free);
    if (heads === null) {
      i++;
      continue;
    }
    const [grid, next] = readCells(text, lines, i, heads, free);
    if (grid.rows.length >= 3) {
      grids.push(grid);
      i = next;
    } else i += heads.lines;
  }
  return grids;
}

function readCells(
  text: string,
  lines: readonly Line[],
  start: number,
  heads: Headings,
  free: (line: Line) => boolean,
): [Grid, number] {
  const { roles } = heads;
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
  const rows: GridRow[] = [rowOf(heads.cells.map((p, column) => ({ p, column })))];
  let i = start + heads.lines;
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
    if (again !== null && again.roles.length === roles.length) {
      rows.push(rowOf(again.cells.map((p, column) => ({ p, column }))));
      i += again.lines;
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
    const open = !layout.timeLast && (times.length > 0 || number.length > 0);
    const [body, next] = bodyFrom(layout, behind, expected, open);
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
    // right behind a time "Phiên khai mạc" is an item
    const first = begun && body.length === 0 && isTimeLine(l.lines[i - 1]?.text ?? '');
    if (
      (!first && isDayOrSession(line.text)) ||
      isDayCaption(line.text) ||
      isPartMark(l.lines, i) ||
      headingsAt(l.lines, i, l.free) !== null
    )
      break;
    if (isNumber(line.text) && headingsAt(l.lines, i + 1, l.free) !== null) break;
    if (/:$/u.test(line.text) && endsList(line.text)) break;
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
    setsLimit(line.text) ||
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

/** "Các đơn vị gửi báo cáo … trước ngày 10/3/2026.": a sentence behind the table. */
const setsLimit = (text: string): boolean =>
  text.length > 40 && /(?:trước|chậm nhất|muộn nhất|hạn)[^.;]{0,24}\d{1,2}\s?[/.-]\s?\d/u.test(text);

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
