import { type Block, type CellBlock, PAGE, type RowBlock } from './blocks';

/** A cell while it is read; what stands in it is gathered in `blocks`. */
export interface OpenCell {
  readonly column: number;
  columns: number;
  rows: number;
  /** It belongs to the cell above it. */
  continues: boolean;
  readonly blocks: Block[];
}
interface OpenRow {
  header: boolean;
  /** It was deleted, or it is hidden. */
  gone: boolean;
  /** Where the next cell begins. */
  column: number;
  readonly cells: OpenCell[];
}

type Attribute = (local: string) => string | null;

/** A table of a Word document while it is read. */
export class WordTable {
  readonly #rows: OpenRow[] = [];
  #row: OpenRow | null = null;

  beginRow(): void {
    this.#row = { header: false, gone: false, column: 0, cells: [] };
    this.#rows.push(this.#row);
  }

  endRow(): void {
    this.#row = null;
  }

  /** Takes what is said of the row that is open. */
  rowProperty(name: string, attribute: Attribute): void {
    const row = this.#row;
    if (row === null) return;
    if (name === 'w:tblHeader') row.header = isOn(attribute('val'));
    else if (name === 'w:del') row.gone = true;
    else if (name === 'w:hidden') row.gone = isOn(attribute('val'));
    else if (name === 'w:gridBefore') row.column = spanOf(attribute('val'));
  }

  /** @returns null where no row is open */
  beginCell(): OpenCell | null {
    if (this.#row === null) return null;
    const cell: OpenCell = { column: this.#row.column, columns: 1, rows: 1, continues: false, blocks: [] };
    this.#row.cells.push(cell);
    return cell;
  }

  endCell(cell: OpenCell): void {
    if (this.#row !== null) this.#row.column += cell.columns;
  }

  /** The whole table; what stands in it where it only arranges others on the page. */
  blocks(): readonly Block[] {
    const rows = this.#rows.filter((row) => !row.gone && row.cells.length > 0);
    if (isLayout(rows)) return rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks));
    return [{ kind: 'table', rows: rowsOf(rows) }];
  }
}

/** Takes what is said of a cell. */
export function cellProperty(cell: OpenCell, name: string, attribute: Attribute): void {
  if (name === 'w:gridSpan') cell.columns = Math.max(1, spanOf(attribute('val')));
  else if (name === 'w:vMerge') cell.continues = attribute('val') !== 'restart';
}

/** Rows from which on a table with another one in a single cell is a table itself. */
const REAL_ROWS = 3;

/** A frame around a text, or a table that holds others; one small table in a row of many is only a part of its cell. */
function isLayout(rows: readonly OpenRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  if (cells.length === 1) return true;
  const holding = rows.filter((row) => row.cells.some((cell) => cell.blocks.some((b) => b.kind === 'table'))).length;
  return holding > 0 && (rows.length < REAL_ROWS || holding * 2 >= rows.length);
}

/** Gives the rows that a merged cell reaches down over to its first cell. */
function rowsOf(rows: readonly OpenRow[]): readonly RowBlock[] {
  const above = new Map<number, OpenCell>();
  const kept = rows.map((row) => {
    const own = row.cells.filter((cell) => {
      const upper = above.get(cell.column);
      if (cell.continues && upper !== undefined && upper.columns === cell.columns) {
        upper.rows++;
        return false;
      }
      above.set(cell.column, cell);
      return true;
    });
    return { row, own };
  });
  return kept.map(({ row, own }) => ({ header: row.header, cells: onePageMark(own.map(cellOf)) }));
}

function cellOf({ column, columns, rows, blocks }: OpenCell): CellBlock {
  const lines = blocks.flatMap((b) =>
    b.kind === 'line' ? [b.text] : b.rows.map((row) => row.cells.map((cell) => cell.text).join(' ')),
  );
  return { text: lines.filter((l) => l.trim() !== '').join('\n'), column, columns, rows };
}

/** Every cell of a row that is broken by a page says so; the row is broken once. */
function onePageMark(cells: readonly CellBlock[]): readonly CellBlock[] {
  const marks = cells.map((cell) => cell.text.split(PAGE).length - 1);
  const most = marks.indexOf(Math.max(0, ...marks));
  return cells.map((cell, i) => (i === most ? cell : { ...cell, text: cell.text.replaceAll(PAGE, '') }));
}

/** A property that is named without a value is on. */
export const isOn = (value: string | null): boolean => value === null || !/^(0|false|off)$/.test(value);

/** More columns than any sheet of paper has are an error of the file. */
const spanOf = (value: string | null): number => Math.min(200, Math.max(0, Number.parseInt(value ?? '1', 10) || 0));
