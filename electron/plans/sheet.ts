import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import Papa from 'papaparse';
import { type Block, type CellBlock, line, PAGE, type RowBlock } from './blocks';
import { IntakeError, TextBudget } from './limits';
import type { Zip } from './zip';

/** An agenda has some hundred rows; what is below in a sheet is dragged formats. */
const MAX_ROWS = 5000;
const MAX_SHEETS = 20;
/** Rows that are looked at beyond, to see whether anything was left out. */
const ROWS_BEYOND = 100;

/** A table file as blocks, and whether there was more than was taken. */
export interface ReadSheet {
  readonly blocks: readonly Block[];
  readonly cut: boolean;
}

/**
 * The sheets of a workbook (.xlsx, .xls), each as what stands above its table, the table, and what stands below.
 * @param zip null for .xls, which is none
 * @throws IntakeError `broken`, `password-document`, `inflates-too-far`
 */
export function readWorkbook(bytes: Uint8Array, zip: Zip | null): ReadSheet {
  // the library unpacks without a limit: what comes out is counted beforehand
  if (zip !== null) for (const name of zip.names) zip.read(name);
  const book = open(bytes);
  const hidden = book.Workbook?.Sheets ?? [];
  const shown = book.SheetNames.filter((_, i) => !hidden[i]?.Hidden);
  const filled = shown.flatMap((name) => {
    const sheet = book.Sheets[name];
    const rows = sheet === undefined ? [] : rowsOf(sheet);
    return rows.length === 0 ? [] : [{ name, rows }];
  });
  const sheets = filled.slice(0, MAX_SHEETS);
  const blocks = sheets.flatMap(({ name, rows }, i) => [
    ...(i === 0 ? [] : [line(PAGE)]),
    // sheets are often called after the day
    ...(sheets.length > 1 && !/^(sheet|trang[ _]?tính|bảng)\s*\d+$/i.test(name) ? [line(name)] : []),
    ...around(rows.slice(0, MAX_ROWS)),
  ]);
  return { blocks, cut: filled.length > MAX_SHEETS || sheets.some(({ rows }) => rows.length > MAX_ROWS) };
}

/** A table in text (.csv, .tsv), parted by whatever it is parted by. */
export function readCsv(text: string): ReadSheet {
  new TextBudget().take(text.length);
  const { data } = Papa.parse<readonly string[]>(text, { skipEmptyLines: 'greedy' });
  const rows = data.slice(0, MAX_ROWS).map(
    (cells): RowBlock => ({
      header: false,
      cells: cells.map((cell, column) => ({ text: cell.trim(), column, columns: 1, rows: 1 })),
    }),
  );
  return { blocks: around(rows), cut: data.length > MAX_ROWS };
}

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      sheetRows: MAX_ROWS + ROWS_BEYOND,
      cellNF: true,
      cellHTML: false,
    });
  } catch (e) {
    const why = e instanceof Error ? e.message : '';
    throw new IntakeError(/password|encrypt/i.test(why) ? 'password-document' : 'broken');
  }
}

/** Only cells that are there are looked at: a sheet may claim a billion. */
function rowsOf(sheet: WorkSheet): readonly RowBlock[] {
  const data: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  const spans = new Map<string, { columns: number; rows: number }>();
  for (const { s, e } of (sheet['!merges'] ?? []).slice(0, MAX_ROWS))
    spans.set(`${s.r}/${s.c}`, { columns: e.c - s.c + 1, rows: e.r - s.r + 1 });
  const found: RowBlock[] = [];
  const taken = new Map<number, number>();
  data.forEach((cells, r) => {
    const row: CellBlock[] = [];
    cells?.forEach((cell, column) => {
      const span = spans.get(`${r}/${column}`) ?? { columns: 1, rows: 1 };
      for (let c = column; c < column + Math.min(span.columns, 200); c++)
        if (span.rows > 1) taken.set(c, r + span.rows - 1);
      if (row.some((left) => left.column + left.columns > column)) return;
      const text = shown(cell);
      // the rest of a merged cell is stored as empty cells
      if (text === '' && (taken.get(column) ?? -1) >= r && !spans.has(`${r}/${column}`)) return;
      row.push({ text, column, ...span });
    });
    const filled = row.findLastIndex((cell) => cell.text !== '');
    if (filled >= 0) found.push({ header: false, cells: row.slice(0, filled + 1) });
  });
  return found;
}

/** A date and a time as they are written in Vietnam, whatever country the workbook's own format is of. */
function shown(cell: CellObject | undefined): string {
  if (cell === undefined || cell.v === undefined || cell.t === 'z' || cell.t === 'e') return '';
  if (cell.t === 'n' && typeof cell.v === 'number' && typeof cell.z === 'string' && SSF.is_date(cell.z))
    return moment(cell.v, cell.z);
  return (cell.w ?? String(cell.v)).replace(/\r\n?/g, '\n').trim();
}

function moment(value: number, format: string): string {
  const { y, m, d, H, M } = SSF.parse_date_code(value);
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = `${two(H)}:${two(M)}`;
  // a number below 1 is a time of no day
  if (value < 1) return time;
  const day = `${two(d)}/${two(m)}/${y}`;
  return /[hs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, '')) ? `${day} ${time}` : day;
}

/** Titles above a table and remarks below it stand alone in their rows; between them is the table. */
function around(rows: readonly RowBlock[]): readonly Block[] {
  const wide = (row: RowBlock): boolean => row.cells.filter((cell) => cell.text !== '').length > 1;
  const first = rows.findIndex(wide);
  if (first < 0) return rows.flatMap(linesOf);
  const last = rows.findLastIndex(wide);
  return [
    ...rows.slice(0, first).flatMap(linesOf),
    { kind: 'table', rows: rows.slice(first, last + 1) },
    ...rows.slice(last + 1).flatMap(linesOf),
  ];
}

const linesOf = (row: RowBlock): readonly Block[] =>
  row.cells.filter((cell) => cell.text !== '').map((cell) => line(cell.text));
