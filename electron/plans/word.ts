import { type Block, type CellBlock, line, PAGE, type RowBlock } from './blocks';
import { fontEncoding, type Legacy, type LegacyText } from './legacy';
import { IntakeError, TextBudget } from './limits';
import { WordNumbering } from './word-numbering';
import { WordStyles } from './word-styles';
import { readXml, type XmlListener } from './xml';
import type { Zip } from './zip';

const MAIN_PART = 'word/document.xml';

/**
 * A Word document (.docx) as blocks: its paragraphs with the numbers that Word draws, its tables with merged cells and
 * heading rows, its page breaks. What a reviser deleted is left out, what he inserted is kept. Headers, footers,
 * footnotes and comments are not part of it.
 * @param convert makes Unicode of a text that stands in a font of an old encoding
 * @throws IntakeError `broken`, `inflates-too-far`, `text-too-long`
 */
export function readWord(zip: Zip, convert: (text: LegacyText) => string): readonly Block[] {
  const main = partOf(zip, MAIN_PART) ?? partOf(zip, mainPartName(zip));
  if (main === null) throw new IntakeError('broken');
  const styles = new WordStyles(partOf(zip, 'word/styles.xml'));
  const numbering = new WordNumbering(partOf(zip, 'word/numbering.xml'));
  const walker = new Walker(styles, numbering, convert);
  readXml(main, walker);
  return walker.done();
}

/** Some programs call the main part differently and only the content types say how. */
function mainPartName(zip: Zip): string {
  return zip.names.find((name) => /^word\/document\d*\.xml$/.test(name)) ?? MAIN_PART;
}

function partOf(zip: Zip, name: string): string | null {
  const data = zip.read(name);
  if (data === null) return null;
  const wide = data.length > 1 && data[0] === 0xff && data[1] === 0xfe;
  return data.toString(wide ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
}

/** Everything below these is not shown, or is shown a second time. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'mc:Fallback',
  'w:sectPr',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:tblPrExChange',
  'w:footnoteReference',
  'w:rt',
]);

const DRAWN: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:br': '\n',
  'w:lastRenderedPageBreak': PAGE,
  'w:noBreakHyphen': '-',
  'w:sym': '-',
};

interface OpenCell {
  readonly column: number;
  columns: number;
  rows: number;
  /** It belongs to the cell above it. */
  continues: boolean;
  readonly flow: Flow;
}
interface OpenRow {
  header: boolean;
  deleted: boolean;
  /** Where the next cell begins. */
  column: number;
  readonly cells: OpenCell[];
}
interface OpenTable {
  readonly rows: OpenRow[];
  row: OpenRow | null;
}
/** Something that holds paragraphs and tables: the body, a cell, a text box. */
interface Flow {
  readonly cell: OpenCell | null;
  readonly blocks: Block[];
  table: OpenTable | null;
  paragraph: Paragraph | null;
  /** The mark at the end of the last paragraph was deleted: the next one goes on in its line. */
  joins: Paragraph | null;
}
interface Paragraph {
  readonly pieces: { text: string; readonly legacy: Legacy | null }[];
  readonly boxes: Flow[];
  style: string | null;
  listId: string | null;
  level: number | null;
  markDeleted: boolean;
  pageBefore: boolean;
}

class Walker implements XmlListener {
  readonly #styles: WordStyles;
  readonly #numbering: WordNumbering;
  readonly #convert: (text: LegacyText) => string;
  readonly #budget = new TextBudget();
  readonly #body: Flow = { cell: null, blocks: [], table: null, paragraph: null, joins: null };
  /** The innermost one last. */
  readonly #flows: Flow[] = [];
  /** Names of open elements below a skipped one. */
  #skipped = 0;
  #inText = false;
  #run: { font: string | null; style: string | null; hidden: boolean } | null = null;
  #in: 'paragraph properties' | 'row properties' | null = null;

  constructor(styles: WordStyles, numbering: WordNumbering, convert: (text: LegacyText) => string) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#convert = convert;
    this.#flows.push(this.#body);
  }

  done(): readonly Block[] {
    return this.#body.blocks;
  }

  get #flow(): Flow {
    return this.#flows.at(-1) ?? this.#body;
  }

  open(name: string, attribute: (local: string) => string | null): void {
    if (this.#skipped > 0) {
      this.#skipped++;
      return;
    }
    // inside properties a deletion is a remark about the mark or row itself
    if (SKIPPED.has(name) && !(name === 'w:del' && this.#in !== null)) {
      this.#skipped = 1;
      return;
    }
    const flow = this.#flow;
    switch (name) {
      case 'w:p':
        flow.paragraph = this.#newParagraph(flow);
        break;
      case 'w:tbl':
        flow.table = { rows: [], row: null };
        break;
      case 'w:txbxContent': {
        const box: Flow = { cell: null, blocks: [], table: null, paragraph: null, joins: null };
        flow.paragraph?.boxes.push(box);
        this.#flows.push(box);
        break;
      }
      case 'w:r':
        this.#run = { font: null, style: null, hidden: false };
        break;
      case 'w:t':
        this.#inText = true;
        break;
      case 'w:pPr':
        this.#in = 'paragraph properties';
        break;
      case 'w:trPr':
        this.#in = 'row properties';
        break;
      default:
        this.#mark(name, attribute);
        if (flow.paragraph !== null) this.#property(flow.paragraph, name, attribute);
        else if (flow.table !== null) this.#tablePart(flow.table, name, attribute);
        else if (flow.cell !== null) this.#cellPart(flow.cell, name, attribute);
    }
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    switch (name) {
      case 'w:t':
        this.#inText = false;
        break;
      case 'w:r':
        this.#run = null;
        break;
      case 'w:pPr':
      case 'w:trPr':
        this.#in = null;
        break;
      case 'w:p':
        this.#endParagraph(this.#flow);
        break;
      case 'w:txbxContent':
        this.#flows.pop();
        break;
      case 'w:tc':
        this.#endCell();
        break;
      case 'w:tr':
        if (this.#flow.table !== null) this.#flow.table.row = null;
        break;
      case 'w:tbl':
        this.#endTable(this.#flow);
        break;
    }
  }

  text(text: string): void {
    if (this.#skipped === 0 && this.#inText) this.#put(text.replaceAll(PAGE, ' '));
  }

  #put(text: string): void {
    const { paragraph } = this.#flow;
    if (paragraph === null || this.#run?.hidden === true) return;
    this.#budget.take(text.length);
    const legacy = fontEncoding(this.#fontOf(paragraph));
    const last = paragraph.pieces.at(-1);
    // marks of an old encoding follow their letter, also over the end of a run
    if (last !== undefined && last.legacy === legacy) last.text += text;
    else paragraph.pieces.push({ text, legacy });
  }

  #fontOf(paragraph: Paragraph): string | null {
    const run = this.#run;
    return (
      run?.font ??
      (run?.style ? this.#styles.style(run.style).font : null) ??
      this.#styles.style(paragraph.style).font ??
      this.#styles.defaultFont
    );
  }

  /** What is drawn without being text. */
  #mark(name: string, attribute: (local: string) => string | null): void {
    if (this.#in !== null) return;
    const text = name === 'w:br' && attribute('type') === 'page' ? PAGE : DRAWN[name];
    if (text !== undefined) this.#put(text);
  }

  #property(paragraph: Paragraph, name: string, attribute: (local: string) => string | null): void {
    const value = attribute('val');
    switch (name) {
      case 'w:pStyle':
        paragraph.style = value;
        break;
      case 'w:numId':
        paragraph.listId = value;
        break;
      case 'w:ilvl':
        paragraph.level = Number(value ?? 0);
        break;
      case 'w:pageBreakBefore':
        paragraph.pageBefore = isOn(value);
        break;
      case 'w:del':
        if (this.#in === 'paragraph properties') paragraph.markDeleted = true;
        break;
      case 'w:rFonts':
        if (this.#run !== null) this.#run.font = attribute('ascii') ?? attribute('hAnsi');
        break;
      case 'w:rStyle':
        if (this.#run !== null) this.#run.style = value;
        break;
      case 'w:vanish':
        if (this.#run !== null) this.#run.hidden = isOn(value);
        break;
    }
  }

  #tablePart(table: OpenTable, name: string, attribute: (local: string) => string | null): void {
    if (name === 'w:tr') {
      table.row = { header: false, deleted: false, column: 0, cells: [] };
      table.rows.push(table.row);
      return;
    }
    const { row } = table;
    if (row === null) return;
    switch (name) {
      case 'w:tblHeader':
        row.header = isOn(attribute('val'));
        break;
      case 'w:del':
        row.deleted = true;
        break;
      case 'w:gridBefore':
        row.column = spanOf(attribute('val'));
        break;
      case 'w:tc': {
        const cell: OpenCell = {
          column: row.column,
          columns: 1,
          rows: 1,
          continues: false,
          // the flow must know its cell, and the cell its flow
          get flow() {
            return flow;
          },
        };
        const flow: Flow = { cell, blocks: [], table: null, paragraph: null, joins: null };
        row.cells.push(cell);
        this.#flows.push(flow);
      }
    }
  }

  #cellPart(cell: OpenCell, name: string, attribute: (local: string) => string | null): void {
    if (name === 'w:gridSpan') cell.columns = Math.max(1, spanOf(attribute('val')));
    else if (name === 'w:vMerge') cell.continues = attribute('val') !== 'restart';
  }

  #newParagraph(flow: Flow): Paragraph {
    const before = flow.joins;
    flow.joins = null;
    return {
      pieces: before?.pieces ?? [],
      boxes: before?.boxes ?? [],
      style: null,
      listId: null,
      level: null,
      markDeleted: false,
      pageBefore: before?.pageBefore ?? false,
    };
  }

  #endParagraph(flow: Flow): void {
    const { paragraph } = flow;
    flow.paragraph = null;
    if (paragraph === null) return;
    if (paragraph.markDeleted) {
      flow.joins = paragraph;
      return;
    }
    const text = paragraph.pieces.map((piece) => this.#unicode(piece)).join('');
    flow.blocks.push(line(`${paragraph.pageBefore ? PAGE : ''}${this.#listMark(paragraph)}${text}`));
    for (const box of paragraph.boxes) flow.blocks.push(...box.blocks);
  }

  #unicode({ text, legacy }: Paragraph['pieces'][number]): string {
    return legacy === null ? text : this.#convert({ text, legacy });
  }

  #listMark(paragraph: Paragraph): string {
    const style = this.#styles.style(paragraph.style);
    const listId = paragraph.listId ?? style.listId;
    if (listId === null || listId === '0') return '';
    const mark = this.#numbering.next(listId, paragraph.level ?? style.level ?? 0);
    return mark === '' ? '' : `${mark} `;
  }

  #endCell(): void {
    const flow = this.#flow;
    if (flow.cell === null) return;
    this.#flows.pop();
    const row = this.#flow.table?.row;
    if (row) row.column += flow.cell.columns;
  }

  #endTable(flow: Flow): void {
    const { table } = flow;
    flow.table = null;
    if (table === null) return;
    const rows = table.rows.filter((row) => !row.deleted && row.cells.length > 0);
    const cells = rows.flatMap((row) => row.cells);
    // a frame around a text, or a table that only arranges others on the page
    const layout = cells.length === 1 || cells.some((cell) => cell.flow.blocks.some((b) => b.kind === 'table'));
    if (layout) for (const cell of cells) flow.blocks.push(...cell.flow.blocks);
    else flow.blocks.push({ kind: 'table', rows: rowsOf(rows) });
  }
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

function cellOf({ column, columns, rows, flow }: OpenCell): CellBlock {
  const lines = flow.blocks.flatMap((b) => (b.kind === 'line' && b.text.trim() !== '' ? [b.text] : []));
  return { text: lines.join('\n'), column, columns, rows };
}

/** Every cell of a row that is broken by a page says so; the row is broken once. */
function onePageMark(cells: readonly CellBlock[]): readonly CellBlock[] {
  const marks = cells.map((cell) => cell.text.split(PAGE).length - 1);
  const most = marks.indexOf(Math.max(0, ...marks));
  return cells.map((cell, i) => (i === most ? cell : { ...cell, text: cell.text.replaceAll(PAGE, '') }));
}

const isOn = (value: string | null): boolean => value === null || !/^(0|false|off)$/.test(value);
/** More columns than any sheet of paper has are an error of the file. */
const spanOf = (value: string | null): number => Math.min(200, Math.max(0, Number.parseInt(value ?? '1', 10) || 0));
