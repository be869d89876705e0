import type { CellPlace, Passage, PlanDocument, RowPlace, TablePlace } from '../../shared/plan/document';
import { TextBudget } from './limits';

/*
 * A document between its file and its text: what every kind of file is first turned into. Texts may hold `\n` for a
 * line break, PAGE where a new page begins, and marks around what is struck through.
 */
export type Block = LineBlock | TableBlock;

export interface LineBlock {
  readonly kind: 'line';
  readonly text: string;
  /** A page mark behind a page that has no text: both pages begin at the same place. */
  readonly behindEmptyPage?: true;
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
/** No text holds these: Unicode keeps them for programs. */
const STRUCK = '\ufdd0';
const STRUCK_END = '\ufdd1';
const STRUCK_MARKS = /[\ufdd0\ufdd1]/g;
const MARKS = /[\f\ufdd0\ufdd1]/g;

/** The text with marks around what of it can be seen as struck through. */
export function struck(text: string): string {
  const core = text.trim();
  if (core === '') return text;
  const from = text.indexOf(core);
  return `${text.slice(0, from)}${STRUCK}${core}${STRUCK_END}${text.slice(from + core.length)}`;
}

/** The text without such marks. */
export const unmarked = (text: string): string => text.replace(STRUCK_MARKS, '');

export const line = (text: string): LineBlock => ({ kind: 'line', text });

/** Every text of the document, changed. */
export function mapTexts(blocks: readonly Block[], change: (text: string) => string): readonly Block[] {
  return blocks.map((block) =>
    block.kind === 'line'
      ? { ...block, text: change(block.text) }
      : {
          kind: 'table',
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, text: change(cell.text) })),
          })),
        },
  );
}

/** Every text of the document as it is read, in order, one under the other. */
export function textsOf(blocks: readonly Block[]): string {
  const texts = blocks
    .flatMap((b) => (b.kind === 'line' ? [b.text] : b.rows.flatMap((row) => row.cells.map((cell) => cell.text))))
    .join('\n');
  return unmarked(texts);
}

/** The text of a document with its places, and which of it is struck through. */
export interface Assembled {
  readonly document: PlanDocument;
  readonly struck: readonly Passage[];
}

/**
 * Puts the blocks together to one text with its places. A cell that is missing in its row, because one above reaches
 * down over it, leaves its TAB, so that columns stand where they belong in the text too.
 * @throws IntakeError `text-too-long`
 */
export function assemble(blocks: readonly Block[]): Assembled {
  const writer = new Writer();
  const tables: TablePlace[] = [];
  for (const block of blocks) {
    if (block.kind === 'line') {
      if (block.behindEmptyPage === true) writer.pages.push(writer.length);
      else writer.put(block.text);
      // a lone page mark is no line
      if (block.text !== PAGE) writer.put('\n');
    } else if (block.rows.length > 0) tables.push(putTable(writer, block));
  }
  return { document: { text: writer.text(), tables, pages: writer.pages }, struck: writer.struck };
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
  readonly struck: Passage[] = [];
  length = 0;
  #struckFrom: number | null = null;

  put(text: string): void {
    let from = 0;
    for (const { 0: mark, index } of text.matchAll(MARKS)) {
      this.#add(text.slice(from, index));
      this.#mark(mark);
      from = index + 1;
    }
    this.#add(text.slice(from));
  }

  text(): string {
    return this.#parts.join('');
  }

  #mark(mark: string): void {
    if (mark === STRUCK) this.#struckFrom = this.length;
    else if (mark === STRUCK_END) {
      if (this.#struckFrom !== null) this.struck.push({ from: this.#struckFrom, to: this.length });
      this.#struckFrom = null;
    }
    // the beginning is page one without being told
    else if (this.length > 0 && this.pages.at(-1) !== this.length) this.pages.push(this.length);
  }

  #add(text: string): void {
    this.#budget.take(text.length);
    this.#parts.push(text);
    this.length += text.length;
  }
}
