import type { EventPlan, Segment, SegmentId } from '../../../shared/domain/agenda/agenda';
import { HOUR, type IsoDay, type TimeOfDay } from '../../../shared/time/time';
import { typedTime } from '../../ui/clock-text';

/** The rows of what a spreadsheet or a word processor puts on the clipboard; a quoted cell may hold line breaks. */
export function tableRows(text: string): readonly (readonly string[])[] {
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
function columnsOf(rows: readonly (readonly string[])[]): { readonly columns: Columns; readonly body: number } | null {
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

const KIND_WORDS: readonly (readonly [RegExp, Segment['kind']])[] = [
  [/giải lao|nghỉ|break/i, 'break'],
  [/đón tiếp|đón đại biểu/i, 'reception'],
  [/khai mạc|tuyên bố lý do/i, 'opening'],
  [/bế mạc/i, 'closing'],
  [/thảo luận/i, 'discussion'],
  [/phát biểu/i, 'speech'],
];

/** A segment for each row that has a title; ids are free in the plan, the day is `day`. */
export function pastedSegments(text: string, plan: EventPlan, day: IsoDay): readonly Segment[] {
  const rows = tableRows(text);
  const found = columnsOf(rows);
  if (found === null) return [];
  const { columns } = found;
  const segments: Segment[] = [];
  for (const row of rows.slice(found.body)) {
    const title = row[columns.title] ?? '';
    if (title === '' || NUMBER.test(title)) continue;
    const times = columns.time === null ? null : timesIn(row[columns.time] ?? '');
    const ends = columns.end === null ? null : timesIn(row[columns.end] ?? '');
    const presenter = columns.presenter === null ? '' : (row[columns.presenter] ?? '');
    segments.push({
      ...newSegment(plan, day, title.slice(0, 2000), segments),
      start: times?.[0] ?? null,
      end: ends?.[0] ?? times?.[1] ?? null,
      session: sessionAt(times?.[0] ?? segments.at(-1)?.start ?? null),
      presenter: presenter === '' ? null : presenter.slice(0, 2000),
      kind: KIND_WORDS.find(([word]) => word.test(title))?.[1] ?? 'other',
    });
  }
  return segments;
}

/** An item with nothing but a title, its id free in the plan and among `others`. */
export function newSegment(plan: EventPlan, day: IsoDay, title: string, others: readonly Segment[] = []): Segment {
  const taken = new Set<string>([...plan.segments, ...others].map((s) => s.id));
  let n = taken.size + 1;
  while (taken.has(`s-${n}`)) n++;
  return {
    id: `s-${n}` as SegmentId,
    day,
    session: plan.segments.at(-1)?.session ?? 'morning',
    start: null,
    end: null,
    block: null,
    title,
    presenter: null,
    kind: 'other',
    origin: 'central',
    confidential: false,
  };
}

/** The part of the day a time belongs to; the morning where there is none. */
export const sessionAt = (t: TimeOfDay | null): Segment['session'] =>
  t === null || t < 12 * HOUR ? 'morning' : t < 18 * HOUR ? 'afternoon' : 'evening';
