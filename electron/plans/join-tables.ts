import type { Block, LineBlock, RowBlock, TableBlock } from './blocks';
import { PAGE } from './blocks';

/** More between two tables is a text of its own. */
const MAX_LINES = 3;
const MAX_LENGTH = 120;

/**
 * Puts tables together that were one: broken by hand at the end of a page, the heading typed again, or interrupted by
 * lines that name a day or a session. Such lines become rows over the whole width. A heading typed again is marked,
 * and so is the first one by that.
 */
export function joinTables(blocks: readonly Block[]): readonly Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const between = block.kind === 'table' ? linesSinceTable(found) : null;
    const before = between === null ? undefined : found.at(-1 - between.length);
    const joined =
      block.kind === 'table' && before?.kind === 'table' && between !== null ? join(before, between, block) : null;
    if (joined !== null && between !== null) found.splice(-1 - between.length, between.length + 1, joined);
    else found.push(block);
  }
  return found;
}

function linesSinceTable(blocks: readonly Block[]): readonly LineBlock[] | null {
  const lines: LineBlock[] = [];
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block === undefined) return null;
    if (block.kind === 'table') return lines.reverse();
    lines.push(block);
    if (lines.filter(isText).length > MAX_LINES || lines.length > 4 * MAX_LINES) return null;
  }
  return null;
}

const plain = (block: LineBlock): string => block.text.replaceAll(PAGE, '').trim();
const PAGE_NUMBER = /^([-–—]\s*)?\d{1,3}(\s*[-–—])?$/;
const isText = (block: LineBlock): boolean => plain(block) !== '' && !PAGE_NUMBER.test(plain(block));

const TIME = /\d\s?([hg:]|giờ)\s?\d?/i;

function join(before: TableBlock, between: readonly LineBlock[], after: TableBlock): TableBlock | null {
  const heading = before.rows[0];
  const again = after.rows[0];
  const columns = widthOf(before);
  if (heading === undefined || again === undefined || columns < 2 || columns !== widthOf(after)) return null;
  const texts = between.filter(isText);
  const repeated = sameTexts(heading, again);
  if (repeated ? texts.length > 0 : !goesOnWithItems(again) || texts.some((l) => !isTitle(plain(l)))) return null;
  const page = between.some((l) => l.text.includes(PAGE)) ? PAGE : '';
  const titles = texts.map(
    (l, i): RowBlock => ({
      header: false,
      cells: [{ text: (i === 0 ? page : '') + plain(l), column: 0, columns, rows: 1 }],
    }),
  );
  const marked = after.rows.map((row, i): RowBlock => {
    if (i > 0) return row;
    const cells = row.cells.map((c, at) => (at === 0 && titles.length === 0 ? { ...c, text: page + c.text } : c));
    return { header: row.header || repeated, cells };
  });
  const first = before.rows.map((row, i): RowBlock => (i === 0 && repeated ? { ...row, header: true } : row));
  return { kind: 'table', rows: [...first, ...titles, ...marked] };
}

/** The name of a day, a session or a track; a numbered heading begins something else. */
const isTitle = (text: string): boolean => text.length <= MAX_LENGTH && !/^(\d{1,2}[.)]|[IVX]{1,4}[.-])/.test(text);

/** A table of its own would begin with the names of its columns. */
const goesOnWithItems = (row: RowBlock): boolean => row.cells.slice(0, 3).some((cell) => TIME.test(cell.text));

const widthOf = (table: TableBlock): number =>
  Math.max(0, ...table.rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.columns)));

const sameTexts = (a: RowBlock, b: RowBlock): boolean =>
  a.cells.length > 1 &&
  a.cells.length === b.cells.length &&
  a.cells.every((cell, i) => cell.text.trim() === b.cells[i]?.text.replaceAll(PAGE, '').trim());
