import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble, type Block } from '../../electron/plans/blocks';
import { type PlanDocument, plainDocument } from '../../shared/plan/document';

const GIVEN = join(import.meta.dirname, '../fixtures/plans/given');

/** The real plans, one behind the other. */
const PLANS = readdirSync(GIVEN)
  .toSorted()
  .map((slug) => readFileSync(join(GIVEN, slug, 'source.txt'), 'utf8').normalize('NFC'))
  .join('\n\n');

/** The piece again and again, so many bytes of UTF-8 to the byte. */
export function repeated(piece: string, bytes: number): string {
  const once = Buffer.from(piece);
  const all = Buffer.alloc(bytes, once);
  // a letter that was cut at the end makes room for blanks
  let end = bytes;
  while (end > 0 && ((all[end - 1] ?? 0) & 0xc0) === 0x80) end--;
  if (end > 0 && (all[end - 1] ?? 0) >= 0xc0) end--;
  const whole = end < bytes && new TextDecoder().decode(all.subarray(end)).includes('\ufffd') ? end : bytes;
  return all.toString('utf8', 0, whole) + ' '.repeat(bytes - whole);
}

/** A plan as it comes: real ones up to that size. */
export const planOf = (bytes: number): PlanDocument => plainDocument(repeated(PLANS, bytes));

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}h${String(minutes % 60).padStart(2, '0')}`;
const rowOf = (i: number): readonly string[] => [
  `${clock(i * 5)} - ${clock(i * 5 + 5)}`,
  `Tham luận số ${i + 1} của đơn vị trực thuộc về kết quả thực hiện`,
  `Đơn vị ${i + 1}`,
];
const HEAD = ['Thời gian', 'Nội dung', 'Người thực hiện'];

/** Rows as there is room for: 10,000 in a megabyte. @param typed as text with tabs, not as a table of the file */
function tableOf(bytes: number, typed: boolean): PlanDocument {
  const rows = [HEAD];
  for (let size = 0, i = 0; size < bytes; i++) {
    const row = [...rowOf(i)];
    rows.push(row);
    size += Buffer.byteLength(row.join('\t')) + 1;
  }
  if (typed) return plainDocument(repeated(rows.map((row) => row.join('\t')).join('\n'), bytes));
  const block: Block = {
    kind: 'table',
    rows: rows.map((cells, i) => ({
      header: i === 0,
      cells: cells.map((text, column) => ({ text, column, columns: 1, rows: 1 })),
    })),
  };
  return assemble([{ kind: 'line', text: 'CHƯƠNG TRÌNH HỘI NGHỊ' }, block]).document;
}

const again = (piece: string) => (bytes: number) => plainDocument(repeated(piece, bytes));
const nested = (open: string, close: string) => (bytes: number) => {
  const depth = Math.floor(bytes / (Buffer.byteLength(open) + Buffer.byteLength(close)));
  return plainDocument(open.repeat(depth) + close.repeat(depth));
};

/** What a document may be made of that is to be read in a time that grows with its size and no faster. */
export const TEXTS: Readonly<Record<string, (bytes: number) => PlanDocument>> = {
  plans: planOf,
  'one-line': again(`${PLANS.replace(/\s+/g, ' ')} `),
  'table-rows': (bytes) => tableOf(bytes, false),
  'typed-rows': (bytes) => tableOf(bytes, true),
  'nested-brackets': nested('(', ')'),
  'nested-quotes': nested('“a ', ' b”'),
  'nested-lists': again('I. a\n 1. b\n  1.1. c\n   a) d\n    - e\n     + g\n      1.1.1.1. h\n'),
  'times-with-dashes': again('7h30 - '),
  'open-brackets': again('('),
  'half-dates': again('ngày 1/'),
  'times-one-a-line': again('7h30\n'),
  'items-one-a-line': again('7h30 - 8h00: Khai mạc\n'),
  'items-in-one-line': again('7h30: Khai mạc; '),
  'dates-one-a-line': again('ngày 12/3/2026\n'),
  'dates-in-one-line': again('ngày 12/3/2026, '),
  'days-that-differ': (bytes) => {
    const days = Array.from({ length: Math.ceil(bytes / 26) }, (_, i) => {
      const day = new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10).split('-').reverse().join('/');
      return `Ngày ${day}: Khai mạc`;
    });
    return plainDocument(repeated(days.join('\n'), bytes));
  },
  'blank-dates': again('ngày … tháng … năm … '),
  sessions: again('Buổi sáng\n7h30: Khai mạc\nBuổi chiều\n14h00: Bế mạc\n'),
  capitals: again('HỘI NGHỊ QUÁN TRIỆT '),
  'capital-lines': again('HỘI NGHỊ QUÁN TRIỆT\n'),
  presenters: again('Đồng chí Nguyễn Văn A - '),
  deadlines: again('trước 9h00 ngày 12/3/2026 báo cáo về Văn phòng; '),
  tabs: again('\t'),
  pipes: again('| '),
  blanks: again(' '),
  'empty-lines': again('\n'),
  letters: again('a'),
  figures: again('1'),
  hyphens: again('- '),
  dots: again('.'),
  slashes: again('1/'),
  'loose-marks': again('e\u0323\u0302'),
};
