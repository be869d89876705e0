import { type Assembly, addItem, isCut, newAssembly, setBlocks, takeDay, timeOf, wordsOf } from './assembly';
import { type Columns, columnsOf, isHeaderRow } from './columns';
import { settleForms } from './forms';
import type { Cell, Grid, GridRow } from './grids';
import type { Role } from './heads';
import { broken, isUpper, type Piece, startsLower, within } from './lines';
import type { TimeFound } from './times';
import { timesIn } from './times';
import { listOf, partTitle, roleLabel, tidyPresenter, trimmed } from './titles';
import { isAddressed, isBarePerson, isDayCaption, isDayOrSession, isPerson } from './vocabulary';

export interface TableAgenda {
  readonly assembly: Assembly;
  readonly columns: Columns;
  /** Rows that hold words and became nothing. */
  readonly unread: readonly Piece[];
}

/** The items of a table; `above` is the label of day or session that stands before it. */
export function readTable(grid: Grid, year: number, above: string): TableAgenda {
  const columns = columnsOf(grid);
  const a = newAssembly(year);
  takeDay(a, above);
  const unread: Piece[] = [];
  const spans = new Map<number, { cell: Cell; left: number }>();
  let repeated = false;
  let seenHeader = false;
  for (const row of grid.rows) {
    if (isHeaderRow(row)) {
      repeated = seenHeader;
      seenHeader = true;
      spans.clear();
      continue;
    }
    const filled = row.cells.filter((c) => c.text !== '');
    if (filled.length === 0) continue;
    // the number of a page between the cells
    const only = filled[0];
    if (
      filled.length === 1 &&
      only !== undefined &&
      /^\d{1,3}$/u.test(only.text) &&
      columns.roles[only.column] !== 'number'
    )
      continue;
    if (row.caption === true || isCaption(filled, grid.columns, columns)) {
      if (isDayOrSession(filled[0]?.text ?? '')) takeDay(a, filled[0]?.text ?? '');
      continue;
    }
    if (isPartRow(filled, columns)) continue;
    if (isLabelRow(filled, columns)) {
      takeDay(a, filled.map((c) => c.text).join(' '));
      repeated = false;
      age(spans, row);
      continue;
    }
    takeRow(a, row, columns, spans, repeated, unread);
    repeated = false;
  }
  if (!columns.roles.includes('presenter')) settleForms(a);
  setBlocks(a.items);
  return { assembly: a, columns, unread };
}

/** One merged cell over the whole row that heads a part ("PHẦN I: NGHI LỄ") and has no time. */
function isCaption(filled: readonly Cell[], columns: number, known: Columns): boolean {
  const only = filled[0];
  if (
    filled.length !== 1 ||
    only === undefined ||
    columns < 2 ||
    (only.columns < columns && known.roles[only.column] !== 'time')
  )
    return false;
  if (timesIn(only.text).length > 0 || isDayOrSession(only.text)) return false;
  return isUpper(only.text) || /^(?:phần|phiên|tiểu ban|[IVX]{1,4}\.)\s/iu.test(only.text);
}

/** "II | | NỘI DUNG ĐẠI HỘI |": a part with a number of another sort than the items have. */
function isPartRow(filled: readonly Cell[], columns: Columns): boolean {
  const [mark, words] = filled;
  if (filled.length !== 2 || mark === undefined || words === undefined) return false;
  if (columns.roles[mark.column] !== 'number' || !/^(?:[IVX]{1,4}|[A-H])[.)]?$/u.test(mark.text)) return false;
  return (
    timesIn(words.text).length === 0 &&
    !isDayOrSession(words.text) &&
    !isDayCaption(words.text) &&
    (isUpper(words.text) || /^(?:phần|phiên)\s/iu.test(words.text))
  );
}

/** A row that only names a day or a session. */
function isLabelRow(filled: readonly Cell[], columns: Columns): boolean {
  const words = filled.filter((c) => columns.roles[c.column] !== 'number' || !/^[\dIVX]{1,4}[.)]?$/.test(c.text));
  if (words.length !== 1) return false;
  const text = (words[0]?.text ?? '').replace(/^[IVX\d]{1,4}[.)]\s*/u, '');
  if (isDayCaption(text) && timesIn(text).length === 0) return true;
  return isDayOrSession(text) && (timesIn(text).length === 0 || /buổi|sáng|chiều|tối|ngày/iu.test(text));
}

function age(spans: Map<number, { cell: Cell; left: number }>, row: GridRow): void {
  for (const [column, span] of spans) {
    span.left--;
    if (span.left <= 0) spans.delete(column);
  }
  for (const cell of row.cells) if (cell.rows > 1) spans.set(cell.column, { cell, left: cell.rows - 1 });
}

function takeRow(
  a: Assembly,
  row: GridRow,
  columns: Columns,
  spans: Map<number, { cell: Cell; left: number }>,
  repeated: boolean,
  unread: Piece[],
): void {
  const spanned = new Map([...spans].map(([column, s]) => [column, s.cell] as const));
  age(spans, row);
  const of = (role: Role): Cell | null =>
    row.cells.find((c) => columns.roles[c.column] === role && c.text !== '') ?? null;
  // day and session may have a column each
  for (const cell of row.cells) if (columns.roles[cell.column] === 'day' && cell.text !== '') takeDay(a, cell.text);
  const timeCell = of('time');
  let titleCell: Piece | null = of('title');
  let presenterCell: Piece | null = of('presenter');
  // a narrow cell may break a time: "10h1 5"
  let time: TimeFound | null =
    timeCell === null ? null : (timeOf(timeCell.text) ?? timeOf(timeCell.text.replace(/(\d)\s+(?=\d)/gu, '$1')));
  if (timeCell !== null) {
    const rest = time === null ? timeCell.text : `${timeCell.text.slice(0, time.from)} ${timeCell.text.slice(time.to)}`;
    if (/\d\s?[/.]\s?\d|ngày|sáng|chiều|tối|tháng/iu.test(rest)) takeDay(a, rest);
  }
  // one merged cell over time and title holds both
  if (titleCell === null && timeCell !== null && time !== null && timeCell.columns > 1) {
    titleCell = within(timeCell, time.to);
    if (time.from > 3) titleCell = within(timeCell, 0, time.from);
  } else if (titleCell === null && timeCell !== null && time === null && presenterCell === null) {
    titleCell = timeCell;
  }
  const until = of('until');
  const stop = until === null ? null : timeOf(until.text);
  if (time !== null && stop !== null && time.end === null) time = { ...time, end: stop.start ?? stop.end };
  const at: Piece[] = timeCell === null ? [] : [timeCell];
  if (until !== null) at.push(until);
  if (columns.tracks.length > 0 && time !== null) {
    const sides = row.cells.filter((c) => c.text !== '' && columns.tracks.includes(c.column));
    if (sides.length > 0) {
      for (const side of sides) addRow(a, time, at, side, null);
      return;
    }
  }
  if (time === null && titleCell !== null && !columns.roles.includes('time')) {
    const inTitle = timeOf(titleCell.text);
    if (inTitle !== null && (inTitle.from <= 3 || inTitle.to >= titleCell.text.length - 3)) {
      time = inTitle;
      at.push(within(titleCell, inTitle.from, inTitle.to));
      titleCell = inTitle.from <= 3 ? within(titleCell, inTitle.to) : within(titleCell, 0, inTitle.from);
      titleCell = within(titleCell, 0, titleCell.text.replace(/[\s(–-]+$/u, '').length);
    }
  }
  const last = a.items[a.items.length - 1];
  if (presenterCell === null && titleCell !== null) {
    for (const [column, cell] of spanned) if (columns.roles[column] === 'presenter') presenterCell = cell;
  }
  if (titleCell === null) {
    if (presenterCell !== null && last !== undefined && time === null) last.presenter.push(presenterCell);
    else if (row.cells.some((c) => /\p{L}/u.test(c.text))) unread.push({ from: row.from, to: row.to, text: '' });
    else if (time !== null && presenterCell === null) unread.push({ from: row.from, to: row.to, text: '' });
    return;
  }
  if (
    time === null &&
    last !== undefined &&
    last.title.length < 200 &&
    ((row.wrapped === true &&
      !(isBarePerson(titleCell.text) && last.presenter.length === 0 && !startsLower(titleCell.text))) ||
      continues(titleCell, last.title, of('presenter'), repeated, of('number')))
  ) {
    last.title.push(...broken(titleCell));
    const more = of('presenter');
    if (more !== null) last.presenter.push(more);
    return;
  }
  // without a column of names they stand below what is done
  if (
    time === null &&
    !columns.roles.includes('presenter') &&
    last?.timed === true &&
    last.presenter.length === 0 &&
    of('number') === null &&
    isBarePerson(titleCell.text)
  ) {
    last.presenter.push(...presenters(tidyPresenter(titleCell)));
    return;
  }
  // talks that are counted under an item without a mark: that item is their heading
  if (time === null && MARKED.test(titleCell.text) && last?.timed && !last.marked) last.heading = true;
  const begun = a.items.length;
  addRow(a, time, at, titleCell, presenterCell);
  const first = a.items[begun];
  if (first !== undefined) first.marked = MARKED.test(titleCell.text);
}

/** A bullet or a letter before the words. */
const MARKED = /^(?:[-–+•*●▪]\s*|[a-hđ][.)]\s+|\d{1,2}\.\d{1,2}\.?\s+|\d{1,2}[.)]\s+)(?=[\p{L}“"])/u;

/** Whether a row without a time is the rest of the row before it. */
function continues(
  title: Piece,
  before: readonly Piece[],
  presenter: Piece | null,
  repeated: boolean,
  number: Piece | null,
): boolean {
  if (number !== null && /\d/.test(number.text)) return false;
  if (MARKED.test(title.text)) return false;
  if (startsLower(title.text)) return true;
  // the end alone tells whether it breaks off; a hostile table would make the whole long without end
  const words = wordsOf(before.slice(-12));
  if (isCut(words) && !/^[-–+•]/u.test(title.text)) return true;
  return repeated && presenter === null && !/[.;!?”"]$/u.test(words);
}

function addRow(a: Assembly, time: TimeFound | null, at: readonly Piece[], cell: Piece, presenter: Piece | null): void {
  const list = listOf(cell);
  const who = presenter === null ? null : tidyPresenter(presenter);
  if (list === null) {
    const lines = broken(cell);
    const tail = lines[lines.length - 1];
    if (who === null && lines.length > 1 && tail !== undefined) {
      const label = roleLabel(tail.text);
      if (label > 0) {
        addItem(a, time, at, tidied(lines.slice(0, -1)), presenters(tidyPresenter(within(tail, label))));
        return;
      }
      const named = /^\((.{2,140})\)[.;]?$/u.exec(tail.text);
      const inner = named === null ? tail : within(tail, 1, 1 + (named[1]?.length ?? 0));
      if (named === null ? isBarePerson(inner.text) && isAddressed(inner.text) : isPerson(inner.text)) {
        addItem(a, time, at, tidied(lines.slice(0, -1)), presenters(tidyPresenter(inner)));
        return;
      }
    }
    const single =
      lines.length === 1 && lines[0] !== undefined && who === null ? partTitle(lines[0], presenter !== null) : null;
    const title = single === null ? tidied(lines) : [single.title];
    const item = addItem(a, time, at, title, single?.presenter ? [single.presenter] : presenters(who));
    if (lines.length === 1 && lines[0] !== undefined && presenter === null)
      a.forms.push({ item, said: lines[0], form: single?.form ?? null });
    return;
  }
  const names = presenter === null ? [] : broken(presenter);
  const heading = tidied(list.heading);
  let left = time;
  if (heading.some((p) => p.text !== '')) {
    const head = addItem(a, time, at, heading, names.length === list.items.length ? [] : presenters(who));
    head.heading = true;
    left = null;
  }
  list.items.forEach((lines, k) => {
    const parted = partTitle(lines.length === 1 && lines[0] !== undefined ? lines[0] : spanOf(lines), false);
    const own = names.length === list.items.length && names.length > 1 ? tidyPresenter(names[k] ?? cell) : null;
    const shared = heading.length > 0 && own === null ? [] : presenters(own ?? who);
    addItem(
      a,
      left,
      left === null ? [] : at,
      parted.presenter === null ? tidied(lines) : [parted.title],
      parted.presenter === null ? shared : [parted.presenter],
    );
    left = null;
  });
}

/** Who does it, line by line, so that a break in the cell is a blank in the text. */
function presenters(who: Piece | null): Piece[] {
  return who === null ? [] : broken(who).map((p) => p);
}

function spanOf(lines: readonly Piece[]): Piece {
  const from = lines[0]?.from ?? 0;
  const to = lines[lines.length - 1]?.to ?? from;
  return {
    from,
    to,
    text: lines
      .map((l) => l.text)
      .join(' ')
      .slice(0, to - from)
      .padEnd(to - from),
  };
}

/** The lines of a title: the first without list mark, the last without final stop. */
export function tidied(lines: readonly Piece[]): Piece[] {
  return lines.map((line, k) => {
    const cut = trimmed(line);
    const from = k === 0 ? cut.from - line.from : 0;
    const to = k === lines.length - 1 ? cut.to - line.from : line.text.length;
    return within(line, from, Math.max(from, to));
  });
}
