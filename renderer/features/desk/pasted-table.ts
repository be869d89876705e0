import type { SegmentKind } from '../../../shared/domain/agenda/agenda';
import type { TimeOfDay } from '../../../shared/time/time';
import { typedTime } from '../../ui/clock-text';

type Rows = readonly (readonly string[])[];

/**
 * The rows of the table on the clipboard; none where there is no table. What a word processor or a spreadsheet copies
 * as HTML is asked first: a cell with two paragraphs is still one cell there.
 */
export function clipboardRows(clipboard: Pick<DataTransfer, 'getData'>): Rows {
  const html = htmlRows(clipboard.getData('text/html'));
  // one cell of a spreadsheet is text for the field it is pasted into
  if (html.some((row) => row.length > 1)) return html;
  const text = clipboard.getData('text/plain');
  return text.includes('\t') ? tableRows(text) : [];
}

/** The rows of the tables in a piece of HTML; a merged cell has its text in its first place and none in the others. */
export function htmlRows(html: string): Rows {
  if (!/<table/i.test(html)) return [];
  const rows: string[][] = [];
  for (const table of new DOMParser().parseFromString(html, 'text/html').querySelectorAll('table')) {
    /** For each column, how many further rows the cell above still covers. */
    const covered: number[] = [];
    for (const tr of table.querySelectorAll('tr')) {
      if (tr.closest('table') !== table) continue;
      const row: string[] = [];
      const skip = (): void => {
        while ((covered[row.length] ?? 0) > 0) {
          covered[row.length] = (covered[row.length] ?? 0) - 1;
          row.push('');
        }
      };
      for (const cell of tr.querySelectorAll<HTMLTableCellElement>('td, th')) {
        if (cell.closest('tr') !== tr) continue;
        skip();
        for (let i = 0; i < Math.min(MOST_SPAN, Math.max(1, cell.colSpan)); i++) {
          covered[row.length] = Math.min(MOST_SPAN, Math.max(1, cell.rowSpan)) - 1;
          row.push(i === 0 ? cellText(cell) : '');
        }
      }
      skip();
      if (row.some((c) => c !== '')) rows.push(row);
    }
  }
  return rows;
}

/** No agenda has more columns; a page that claims more is not believed. */
const MOST_SPAN = 50;

/** Without this the last word of a paragraph and the first of the next would be one. */
function cellText(cell: Element): string {
  for (const end of cell.querySelectorAll('br, p, div, li')) end.after(' ');
  return (cell.textContent ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The rows of what a spreadsheet or a word processor puts on the clipboard; a quoted cell may hold line breaks. */
export function tableRows(text: string): Rows {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell.replace(/\s+/g, ' ').trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (row.some((c) => c !== '')) rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && cell === '' && closes(text, i)) quoted = true;
    else if (c === '\t') endCell();
    else if (c === '\n') endRow();
    else if (c !== '\r') cell += c;
  }
  endRow();
  return rows;
}

/** Whether the quote at `at` is that of a cell: its partner stands before a TAB, a line break or the end. */
const closes = (text: string, at: number): boolean => /^"(?:[^"]|"")*"(?=[\t\r\n]|$)/.test(text.slice(at));

interface Columns {
  readonly time: number | null;
  readonly end: number | null;
  readonly title: number;
  readonly presenter: number | null;
}

const HEADINGS = {
  time: /^(thời gian|giờ|bắt đầu|time|start|từ)/i,
  end: /^(kết thúc|đến|end)/i,
  title: /^(nội dung|công việc|chương trình|chuyên đề|title|item|content)/i,
  presenter: /^(người|chủ trì|trình bày|báo cáo viên|đơn vị|thực hiện|phụ trách|presenter|speaker)/i,
} as const;

const NUMBER = /^(\d{1,3}|[ivxIVX]+)[.)]?$/;

/** What a cell says of the time: a start, and an end where there is one; null where it is no time. */
export function timesIn(cell: string): readonly [TimeOfDay, TimeOfDay | null] | null {
  const parts = cell
    .replace(/^(từ|lúc|from)\s+/i, '')
    .split(/\s*[-–—]\s*|\s+(?:đến|to)\s+/iu)
    .map((p) => p.trim())
    .filter((p) => p !== '');
  const [a, b] = parts.map((p) => (/[:hg.]|giờ/i.test(p) ? typedTime(p) : ({ ok: false } as const)));
  if (a === undefined || !a.ok || a.value === null || parts.length > 2) return null;
  return [a.value, b?.ok === true ? b.value : null];
}

/** Which column is which: by the heading where there is one, else times by their look and titles by their length. */
function columnsOf(rows: Rows): { readonly columns: Columns; readonly body: number } | null {
  const [head] = rows;
  if (head === undefined) return null;
  const width = Math.max(...rows.map((r) => r.length));
  const named = (what: keyof typeof HEADINGS): number | null => {
    const at = head.findIndex((c) => HEADINGS[what].test(c));
    return at < 0 ? null : at;
  };
  const headed = named('title') !== null;
  const body = headed ? 1 : 0;
  const cells = (c: number): readonly string[] => rows.slice(body).map((r) => r[c] ?? '');
  const filled = (c: number): number => cells(c).filter((t) => t !== '').length;
  const all = Array.from({ length: width }, (_, i) => i);
  const timed = all.filter((c) => cells(c).filter((t) => timesIn(t) !== null).length * 2 >= Math.max(1, filled(c)));
  const time = (headed ? named('time') : null) ?? timed[0] ?? null;
  const end = (headed ? named('end') : null) ?? timed.find((c) => c !== time) ?? null;
  const length = (c: number): number => cells(c).reduce((n, t) => n + (NUMBER.test(t) ? 0 : t.length), 0);
  const texts = all.filter((c) => c !== time && c !== end && length(c) > 0).sort((a, b) => length(b) - length(a));
  const title = (headed ? named('title') : null) ?? texts[0];
  if (title === undefined) return null;
  const presenter = (headed ? named('presenter') : null) ?? texts.find((c) => c !== title) ?? null;
  return { columns: { time, end, title, presenter }, body };
}

const KIND_WORDS: readonly (readonly [RegExp, SegmentKind])[] = [
  [/giải lao|nghỉ|break/i, 'break'],
  [/đón tiếp|đón đại biểu/i, 'reception'],
  [/khai mạc|tuyên bố lý do/i, 'opening'],
  [/bế mạc/i, 'closing'],
  [/thảo luận/i, 'discussion'],
  [/phát biểu/i, 'speech'],
];

/** What a row says of one item of the agenda. */
export interface PastedItem {
  readonly start: TimeOfDay | null;
  readonly end: TimeOfDay | null;
  readonly title: string;
  readonly presenter: string | null;
  readonly kind: SegmentKind;
}

/** A row that only says which part of the day follows. */
const PART_OF_DAY = /^(buổi\s+)?(sáng|trưa|chiều|tối)(\s+(thứ|ngày)\b.*)?:?$/iu;
const LONGEST = 2000;

/** An item for each row that has a title; none where no column looks like titles. */
export function pastedItems(rows: Rows): readonly PastedItem[] {
  const found = columnsOf(rows);
  if (found === null) return [];
  const { columns } = found;
  const items: PastedItem[] = [];
  for (const row of rows.slice(found.body)) {
    const title = (row[columns.title] ?? '').slice(0, LONGEST);
    if (title === '' || NUMBER.test(title) || PART_OF_DAY.test(title)) continue;
    const times = columns.time === null ? null : timesIn(row[columns.time] ?? '');
    const ends = columns.end === null ? null : timesIn(row[columns.end] ?? '');
    const presenter = columns.presenter === null ? '' : (row[columns.presenter] ?? '').slice(0, LONGEST);
    items.push({
      start: times?.[0] ?? null,
      end: ends?.[0] ?? times?.[1] ?? null,
      title,
      presenter: presenter === '' ? null : presenter,
      kind: KIND_WORDS.find(([word]) => word.test(title))?.[1] ?? 'other',
    });
  }
  return items;
}
