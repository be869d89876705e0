import { type Block, type CellBlock, line, PAGE, type RowBlock } from './blocks';
import { IntakeError, inflatesTooFar, LIMITS, TextBudget } from './limits';
import { columnTables } from './pdf-columns';
import { cellOf, type Grid, gridsOf, holds, splitAt } from './pdf-grid';
import { pdfLibrary } from './pdf-library';
import { type Edges, goesOn, isFullWord, isHeading, joined, linesOf, type TextLine, textOf } from './pdf-lines';
import { withoutMargins } from './pdf-margins';
import { type Item, type PageContent, pageContent } from './pdf-page';
import { inflatedLength } from './pdf-streams';

export interface ReadPdf {
  readonly blocks: readonly Block[];
  /** Numbers of the pages, from 1, whose text is only a picture. */
  readonly pictures: readonly number[];
}

/**
 * A PDF with text as blocks: tables by their rules, or by how their columns stand where there are none; paragraphs put
 * together again from their lines; a table that goes on over a page as one.
 * @param progress told after each page: how much is done, 0..1
 * @throws IntakeError `broken`, `password-pdf`, `too-many-pages`, `scanned`, `inflates-too-far`, `text-too-long`
 */
export async function readPdf(bytes: Uint8Array, progress: (fraction: number) => void): Promise<ReadPdf> {
  const tail = Buffer.from(bytes.subarray(-4096)).toString('latin1');
  // pages that are not there would be missing silently
  if (!tail.includes('%%EOF') && !tail.includes('startxref')) throw new IntakeError('broken');
  if (inflatedLength(bytes, LIMITS.inflatedBytes) > LIMITS.inflatedBytes) throw inflatesTooFar();
  const library = await pdfLibrary();
  // the library keeps the buffer for itself
  const task = library.getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > LIMITS.pages)
      throw new IntakeError('too-many-pages', { pages: document.numPages, max: LIMITS.pages });
    const budget = new TextBudget();
    const pages: PageContent[] = [];
    for (let n = 1; n <= document.numPages; n++) {
      const page = await pageContent(library, await document.getPage(n));
      for (const item of page.items) budget.take(item.text.length);
      pages.push(page);
      progress(n / document.numPages);
    }
    const pictures = pages.flatMap((page, i) => (isPicture(page) ? [i + 1] : []));
    if (pages.every((page) => page.items.length === 0 || isPicture(page))) {
      if (pictures.length > 0) throw new IntakeError('scanned', { pages: pictures.length });
      throw hasPictures(bytes) ? new IntakeError('scanned', { pages: pages.length }) : new IntakeError('no-text');
    }
    return { blocks: joinPages(blocksOf(pages)), pictures };
  } catch (e) {
    if (e instanceof IntakeError) throw e;
    const password = e instanceof Error && e.name === 'PasswordException';
    throw new IntakeError(password ? 'password-pdf' : 'broken');
  } finally {
    await task.destroy();
  }
}

/** Letters of a page that may still be a stamp of the scanning program. */
const STAMP = 60;
/** Painted shapes on a page without text that are letters drawn as outlines, not rules and frames. */
const OUTLINES = 40;

/** Whether what is to be read on the page is a picture: no text, or next to none beside a picture of its size. */
function isPicture({ items, pictured, drawings }: PageContent): boolean {
  if (items.length === 0) return pictured >= 0.2 || drawings >= OUTLINES;
  return pictured >= 0.5 && items.reduce((sum, item) => sum + item.text.length, 0) < STAMP;
}

/** The pictures themselves are not unpacked: that they are there is told by the file. */
const hasPictures = (bytes: Uint8Array): boolean =>
  /\/Subtype\s*\/Image/.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));

/** A block with where its columns are parted, to know a table again on the next page. */
interface Placed {
  readonly block: Block;
  readonly top: number;
  readonly edges: readonly number[];
}

function blocksOf(pages: readonly PageContent[]): readonly (readonly Placed[])[] {
  const laid = pages.map((page) => {
    const grids = gridsOf(page.rules).filter((grid) => page.items.some((item) => holds(grid, item)));
    const ruled = grids.map((): Item[] => []);
    const loose: Item[] = [];
    for (const item of page.items) {
      const at = grids.findIndex((grid) => holds(grid, item));
      const grid = grids[at];
      if (grid === undefined) loose.push(item);
      else for (const piece of splitAt(grid, item)) (cellOf(grid, piece) ? ruled[at] : loose)?.push(piece);
    }
    return { page, grids, ruled, height: page.height, lines: linesOf(loose) };
  });
  const lines = withoutMargins(laid);
  // one page may have no full line to tell its margins; others of its width have the same
  const alike = new Map<number, TextLine[]>();
  const ofWidth = (width: number): TextLine[] => {
    const found = alike.get(Math.round(width)) ?? [];
    alike.set(Math.round(width), found);
    return found;
  };
  laid.forEach(({ page }, i) => {
    ofWidth(page.width).push(...(lines[i] ?? []));
  });
  const edges = new Map([...alike].map(([width, own]) => [width, edgesOf(own, width)]));
  return laid.map(({ page, grids, ruled }, i) => {
    const own = edges.get(Math.round(page.width)) ?? edgesOf([], page.width);
    return pageBlocks(own, grids, ruled, lines[i] ?? []);
  });
}

function pageBlocks(
  edges: Edges,
  grids: readonly Grid[],
  ruled: readonly (readonly Item[])[],
  lines: readonly TextLine[],
): readonly Placed[] {
  const placed: Placed[] = grids.map((grid, i) => ({
    block: tableOf(grid, ruled[i] ?? []),
    top: grid.top,
    edges: grid.edges,
  }));
  // lines between two tables belong together, and so does what a table interrupts not
  let from = 0;
  for (const grid of [...grids, null]) {
    const to = grid === null ? lines.length : lines.findIndex((l) => l.y > grid.top);
    const end = to < 0 ? lines.length : to;
    if (end > from) placed.push(...looseBlocks(lines.slice(from, end), edges));
    from = Math.max(from, end);
  }
  return placed.sort((a, b) => a.top - b.top);
}

function looseBlocks(lines: readonly TextLine[], edges: Edges): readonly Placed[] {
  const placed: Placed[] = [];
  for (const group of columnTables(lines)) {
    if (group.kind === 'table') {
      placed.push({ block: { kind: 'table', rows: group.rows }, top: group.top, edges: [] });
      continue;
    }
    const pitch = pitchOf(lines);
    let bottom: number | null = null;
    for (const paragraph of paragraphsOf(group.lines, edges, true)) {
      if (bottom !== null && paragraph.first.y - bottom > pitch * BLANK_LINE)
        placed.push({ block: line(''), top: bottom, edges: [] });
      placed.push({ block: line(paragraph.text), top: paragraph.first.y - paragraph.first.size, edges: [] });
      bottom = paragraph.last.y;
    }
  }
  return placed;
}

/** In line pitches: above it an empty line was typed. */
const BLANK_LINE = 1.7;

/** How far apart the lines of a paragraph are, in points: the smaller half of all distances tells it. */
function pitchOf(lines: readonly TextLine[]): number {
  const gaps = lines
    .slice(1)
    .map((l, i) => l.y - (lines[i]?.y ?? l.y))
    .filter((gap) => gap > 4)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 3)] ?? Number.POSITIVE_INFINITY;
}

/** In page widths: right margins are a fifth at most, and a tenth where no two lines are full to tell. */
const LEAST_EDGE = 0.8;
const USUAL_EDGE = 0.9;
/** Points before the right edge: in ragged lines as many end here as at the edge itself. */
const SHORT = 25;

/** Between which full lines go. One line that stands out, or a table's, does not say it. */
function edgesOf(lines: readonly TextLine[], width: number): Edges {
  const whole = lines.filter((l) => l.parts.length === 1 && l.right <= width);
  const ends = whole.map((l) => l.right).filter((x) => x >= width * LEAST_EDGE);
  const begins = whole.map((l) => -l.x).filter((x) => -x <= width * (1 - LEAST_EDGE));
  const right = shared(ends) ?? width * USUAL_EDGE;
  const full = ends.filter((x) => Math.abs(x - right) <= 1).length;
  const short = ends.filter((x) => x > right - SHORT && x < right - 3).length;
  return { left: -(shared(begins) ?? right - width), right, justified: full >= 3 && full > short };
}

/** The greatest that at least two agree on. */
function shared(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => b - a);
  return sorted.find((value, i) => value - (sorted[i + 1] ?? Number.NEGATIVE_INFINITY) <= 3);
}

/** Lines put together to what was typed without a line break. */
function paragraphsOf(lines: readonly TextLine[], edges: Edges, free: boolean) {
  const found: { text: string; readonly first: TextLine; last: TextLine }[] = [];
  for (const l of lines) {
    const before = found.at(-1);
    const closed =
      before === undefined || (free && before.first === before.last && isHeading(before.last) && /\s/.test(textOf(l)));
    if (!closed && goesOn(before.last, l, edges, free)) {
      before.text = joined(before.text, textOf(l), !free && isFullWord(before.last, l, edges));
      before.last = l;
    } else found.push({ text: textOf(l), first: l, last: l });
  }
  return found;
}

/** Points that word processors leave at the edges of a cell, at least. */
const CELL_MARGIN = 2;

function tableOf(grid: Grid, items: readonly Item[]): Block {
  const rows: { header: boolean; cells: CellBlock[] }[] = Array.from({ length: grid.rows }, () => ({
    header: false,
    cells: [],
  }));
  for (const cell of grid.cells) {
    const lines = linesOf(items.filter((item) => cellOf(grid, item) === cell));
    const indent = Math.min(...lines.map((l) => l.x - cell.left));
    // what is left free on the left is left free on the right, unless the text stands in the middle
    const right = cell.right - Math.max(CELL_MARGIN, Math.min(8, indent));
    const text = paragraphsOf(lines, { left: cell.left, right, justified: false }, false)
      .map((p) => p.text)
      .join('\n');
    rows[cell.row]?.cells.push({ text, column: cell.column, columns: cell.columns, rows: cell.rows });
  }
  for (const row of rows) row.cells.sort((a, b) => a.column - b.column);
  return { kind: 'table', rows: rows.filter((row) => row.cells.some((c) => c.text !== '')) };
}

function joinPages(pages: readonly (readonly Placed[])[]): readonly Block[] {
  const blocks: Placed[] = [];
  pages.forEach((page, i) => {
    const last = blocks.at(-1);
    const first = page[0];
    if (i > 0 && last !== undefined && first !== undefined && continues(last, first)) {
      blocks[blocks.length - 1] = { ...last, block: { kind: 'table', rows: joinRows(rowsIn(last), rowsIn(first)) } };
      blocks.push(...page.slice(1));
      return;
    }
    if (i > 0) {
      const mark: Block = pages[i - 1]?.length === 0 ? { ...line(PAGE), behindEmptyPage: true } : line(PAGE);
      blocks.push({ block: mark, top: 0, edges: [] });
    }
    blocks.push(...page);
  });
  return blocks.map((placed) => placed.block);
}

const rowsIn = ({ block }: Placed): readonly RowBlock[] => (block.kind === 'table' ? block.rows : []);

/** The same columns at the end of a page and at the beginning of the next. */
function continues(last: Placed, first: Placed): boolean {
  if (last.edges.length < 2 || last.edges.length !== first.edges.length) return false;
  return last.edges.every((edge, i) => Math.abs(edge - (first.edges[i] ?? Number.NaN)) <= 4);
}

/** A heading row that stands again on the next page is one by that. */
function joinRows(before: readonly RowBlock[], after: readonly RowBlock[]): readonly RowBlock[] {
  const heading = before[0];
  const again = after[0];
  const repeated = heading !== undefined && again !== undefined && sameTexts(heading, again);
  const upper = before.map((row, i) => (i === 0 && repeated ? { ...row, header: true } : row));
  const last = upper.at(-1);
  const rest = after[repeated ? 1 : 0];
  if (last !== undefined && rest !== undefined && isCutIn(last, rest)) {
    const whole = after.slice(repeated ? 2 : 1);
    return [...upper.slice(0, -1), wholeRow(last, rest), ...whole];
  }
  const lower = after.map((row, i) => (i === 0 ? { ...pageAt(row), header: row.header || repeated } : row));
  return [...upper, ...lower];
}

/** Whether the page cut a row inside its time: `07h30 -` above, `08h00` below. */
const isCutIn = (last: RowBlock, rest: RowBlock): boolean =>
  last.cells.length === rest.cells.length &&
  last.cells.some((cell, i) => /\d.*[-–—]$/.test(cell.text) && /^\d/.test(rest.cells[i]?.text ?? ''));

const wholeRow = (last: RowBlock, rest: RowBlock): RowBlock => {
  const cut = last.cells.findIndex((_, i) => (rest.cells[i]?.text ?? '') !== '');
  return {
    ...last,
    cells: last.cells.map((cell, i) => {
      const below = rest.cells[i]?.text ?? '';
      return below === '' ? cell : { ...cell, text: `${cell.text} ${i === cut ? PAGE : ''}${below}`.trimStart() };
    }),
  };
};

const sameTexts = (a: RowBlock, b: RowBlock): boolean =>
  a.cells.length === b.cells.length && a.cells.every((cell, i) => cell.text === b.cells[i]?.text);

const pageAt = (row: RowBlock): RowBlock => ({
  ...row,
  cells: row.cells.map((cell, i) => (i === 0 ? { ...cell, text: PAGE + cell.text } : cell)),
});
