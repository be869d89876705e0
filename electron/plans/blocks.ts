import type { CellPlace, PlanDocument, RowPlace, TablePlace } from '../../shared/plan/document';
import { TextBudget } from './limits';

/*
 * A document between its file and its text: what every kind of file is first turned into. Texts may hold `\n` for a
 * line break and PAGE where a new page begins.
 */
export type Block = LineBlock | TableBlock;

export interface LineBlock {
  readonly kind: 'line';
  readonly text: string;
}
export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly RowBlock[];
}
export interface RowBlock {
  readonly header: boolean;
  /** By column from the left. What a cell above reaches down over is not here again. */
  readonly cells: readonly CellBlock[];
}
export interface CellBlock {
  readonly text: string;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

export const PAGE = '\f';
const LINE_IN_CELL = '\u2028';

export const line = (text: string): LineBlock => ({ kind: 'line', text });

/** Every text of the document, changed. */
export function mapTexts(blocks: readonly Block[], change: (text: string) => string): readonly Block[] {
  return blocks.map((block) =>
    block.kind === 'line'
      ? line(change(block.text))
      : {
          kind: 'table',
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, text: change(cell.text) })),
          })),
        },
  );
}

/** Every text of the document, in order, one under the other. */
export function textsOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((b) => (b.kind === 'line' ? [b.text] : b.rows.flatMap((row) => row.cells.map((cell) => cell.text))))
    .join('\n');
}

/**
 * Puts the blocks together to one text with its places. A cell that is missing in its row, because one above reaches
 * down over it, leaves its TAB, so that columns stand where they belong in the text too.
 * @throws IntakeError `text-too-long`
 */
export function assemble(blocks: readonly Block[]): PlanDocument {
  const writer = new Writer();
  const tables: TablePlace[] = [];
  for (const block of blocks) {
    if (block.kind === 'line') {
      writer.put(block.text);
      // a lone page mark is no line
      if (block.text !== PAGE) writer.put('\n');
    } else if (block.rows.length > 0) tables.push(putTable(writer, block));
  }
  return { text: writer.text(), tables, pages: writer.pages };
}

function putTable(writer: Writer, table: TableBlock): TablePlace {
  const from = writer.length;
  const rows = table.rows.map((row): RowPlace => {
    const rowFrom = writer.length;
    let column = 0;
    const cells = row.cells.map((cell, i): CellPlace => {
      if (i > 0) writer.put('\t');
      for (; column < cell.column; column++) writer.put('\t');
      const { text, ...place } = cell;
      const cellFrom = writer.length;
      writer.put(text.replaceAll('\t', ' ').replaceAll('\n', LINE_IN_CELL));
      column = cell.column + cell.columns;
      return { from: cellFrom, to: writer.length, ...place };
    });
    const to = writer.length;
    writer.put('\n');
    return { from: rowFrom, to, cells, header: row.header };
  });
  return { from, to: writer.length, rows };
}

class Writer {
  readonly #parts: string[] = [];
  readonly #budget = new TextBudget();
  readonly pages: number[] = [];
  length = 0;

  put(text: string): void {
    let from = 0;
    for (let mark = text.indexOf(PAGE); mark >= 0; mark = text.indexOf(PAGE, from)) {
      this.#add(text.slice(from, mark));
      // the beginning is page one without being told
      if (this.length > 0 && this.pages.at(-1) !== this.length) this.pages.push(this.length);
      from = mark + 1;
    }
    this.#add(text.slice(from));
  }

  text(): string {
    return this.#parts.join('');
  }

  #add(text: string): void {
    this.#budget.take(text.length);
    this.#parts.push(text);
    this.length += text.length;
  }
}
