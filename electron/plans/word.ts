import { type Block, line, PAGE, unmarked } from './blocks';
import { fontEncoding, type LegacyText } from './legacy';
import { IntakeError, TextBudget } from './limits';
import { WordNumbering } from './word-numbering';
import { drawnText, markOf, type Reading, WordRun } from './word-run';
import { WordStyles } from './word-styles';
import { cellProperty, isOn, type OpenCell, WordTable } from './word-table';
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
  'w:sectPr',
  'w:sdtPr',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:tblPrExChange',
  'w:footnoteReference',
  'w:rt',
]);

/** Something that holds paragraphs and tables: the body, a cell, a text box. */
interface Flow {
  readonly cell: OpenCell | null;
  readonly blocks: Block[];
  table: WordTable | null;
  paragraph: Paragraph | null;
  /** The mark at the end of the last paragraph was deleted: the next one goes on in its line. */
  joins: Paragraph | null;
  run: WordRun | null;
}
interface Paragraph {
  readonly pieces: (Reading & { text: string })[];
  readonly boxes: Flow[];
  style: string | null;
  listId: string | null;
  level: number | null;
  markDeleted: boolean;
  pageBefore: boolean;
}

const flowOf = (cell: OpenCell | null): Flow => ({
  cell,
  blocks: cell?.blocks ?? [],
  table: null,
  paragraph: null,
  joins: null,
  run: null,
});

class Walker implements XmlListener {
  readonly #styles: WordStyles;
  readonly #numbering: WordNumbering;
  readonly #convert: (text: LegacyText) => string;
  readonly #budget = new TextBudget();
  readonly #body = flowOf(null);
  /** The innermost one last. */
  readonly #flows: Flow[] = [this.#body];
  /** Names of open elements below a skipped one. */
  #skipped = 0;
  /** Of texts that are there in several ways: whether one of them has been taken. The innermost last. */
  readonly #alternatives: boolean[] = [];
  /** Fields that are open: whether their instruction is still being told. The innermost last. */
  readonly #fields: boolean[] = [];
  /** How many of them. */
  #instructions = 0;
  #inText = false;
  #in: 'paragraph properties' | 'row properties' | null = null;

  constructor(styles: WordStyles, numbering: WordNumbering, convert: (text: LegacyText) => string) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#convert = convert;
  }

  done(): readonly Block[] {
    return this.#body.blocks;
  }

  get #flow(): Flow {
    return this.#flows.at(-1) ?? this.#body;
  }

  open(name: string, attribute: (local: string) => string | null): void {
    if (this.#skipped > 0 || this.#isSkipped(name)) {
      this.#skipped++;
      return;
    }
    const flow = this.#flow;
    switch (name) {
      case 'w:p':
        flow.paragraph = newParagraph(flow);
        break;
      case 'w:tbl':
        flow.table = new WordTable();
        break;
      case 'w:tr':
        flow.table?.beginRow();
        break;
      case 'w:tc': {
        const cell = flow.table?.beginCell() ?? null;
        if (cell !== null) this.#flows.push(flowOf(cell));
        break;
      }
      case 'w:txbxContent': {
        const box = flowOf(null);
        flow.paragraph?.boxes.push(box);
        this.#flows.push(box);
        break;
      }
      case 'mc:AlternateContent':
        this.#alternatives.push(false);
        break;
      case 'w:r':
        flow.run = new WordRun();
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
      case 'w:fldChar':
        this.#field(attribute('fldCharType'));
        break;
      default:
        this.#part(flow, name, attribute);
    }
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    const flow = this.#flow;
    switch (name) {
      case 'w:t':
        this.#inText = false;
        break;
      case 'w:r':
        flow.run = null;
        break;
      case 'w:pPr':
      case 'w:trPr':
        this.#in = null;
        break;
      case 'w:p':
        this.#endParagraph(flow);
        break;
      case 'w:txbxContent':
        if (flow !== this.#body) this.#flows.pop();
        break;
      case 'mc:AlternateContent':
        this.#alternatives.pop();
        break;
      case 'w:tc':
        if (flow.cell === null) break;
        this.#flows.pop();
        this.#flow.table?.endCell(flow.cell);
        break;
      case 'w:tr':
        flow.table?.endRow();
        break;
      case 'w:tbl':
        flow.blocks.push(...(flow.table?.blocks() ?? []));
        flow.table = null;
        break;
    }
  }

  text(text: string): void {
    if (this.#skipped === 0 && this.#inText) this.#put(unmarked(text).replaceAll(PAGE, ' '));
  }

  #isSkipped(name: string): boolean {
    // inside properties a deletion is a remark about the mark or row itself
    if (SKIPPED.has(name)) return !(name === 'w:del' && this.#in !== null);
    if (name !== 'mc:Choice' && name !== 'mc:Fallback') return false;
    const last = this.#alternatives.length - 1;
    const taken = this.#alternatives[last] ?? false;
    if (last >= 0) this.#alternatives[last] = true;
    return taken;
  }

  /** An instruction may be made of other fields, whose results are not drawn. */
  #field(mark: string | null): void {
    const last = this.#fields.length - 1;
    if (mark === 'begin') {
      this.#fields.push(true);
      this.#instructions++;
      return;
    }
    if (this.#fields[last] === true) this.#instructions--;
    if (mark === 'end') this.#fields.pop();
    else if (last >= 0) this.#fields[last] = false;
  }

  get #inInstruction(): boolean {
    // a field that stands alone and was never ended would hide the rest of the document
    return this.#instructions > (this.#fields.at(-1) === true ? 1 : 0);
  }

  #put(text: string): void {
    const { paragraph, run } = this.#flow;
    if (paragraph === null || this.#inInstruction) return;
    const look = (run ?? new WordRun()).look(this.#styles, paragraph.style);
    if (look.hidden) return;
    this.#budget.take(text.length);
    const legacy = fontEncoding(look.font);
    const last = paragraph.pieces.at(-1);
    // marks of an old encoding follow their letter, also over the end of a run
    const { capitals, struck } = look;
    if (last !== undefined && last.legacy === legacy && last.capitals === capitals && last.struck === struck)
      last.text += text;
    else paragraph.pieces.push({ text, legacy, capitals, struck });
  }

  #part(flow: Flow, name: string, attribute: (local: string) => string | null): void {
    const mark = this.#in === null ? markOf(name, attribute) : null;
    if (mark !== null) this.#put(mark);
    else if (flow.paragraph !== null) {
      if (flow.run !== null) flow.run.property(name, attribute);
      else if (this.#in === 'paragraph properties') paragraphProperty(flow.paragraph, name, attribute);
    } else if (flow.table !== null) flow.table.rowProperty(name, attribute);
    else if (flow.cell !== null) cellProperty(flow.cell, name, attribute);
  }

  #endParagraph(flow: Flow): void {
    const { paragraph } = flow;
    flow.paragraph = null;
    if (paragraph === null) return;
    if (paragraph.markDeleted) {
      flow.joins = paragraph;
      return;
    }
    const text = paragraph.pieces.map((piece) => drawnText(piece, this.#convert)).join('');
    flow.blocks.push(line(`${paragraph.pageBefore ? PAGE : ''}${this.#listMark(paragraph)}${text}`));
    for (const box of paragraph.boxes) flow.blocks.push(...box.blocks);
  }

  #listMark(paragraph: Paragraph): string {
    const style = this.#styles.style(paragraph.style);
    const listId = paragraph.listId ?? style.listId;
    if (listId === null || listId === '0') return '';
    const mark = this.#numbering.next(listId, paragraph.level ?? style.level ?? 0);
    return mark === '' ? '' : `${mark} `;
  }
}

function newParagraph(flow: Flow): Paragraph {
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

function paragraphProperty(paragraph: Paragraph, name: string, attribute: (local: string) => string | null): void {
  switch (name) {
    case 'w:pStyle':
      paragraph.style = attribute('val');
      break;
    case 'w:numId':
      paragraph.listId = attribute('val');
      break;
    case 'w:ilvl':
      paragraph.level = Number(attribute('val') ?? 0);
      break;
    case 'w:pageBreakBefore':
      paragraph.pageBefore = isOn(attribute('val'));
      break;
    case 'w:del':
      paragraph.markDeleted = true;
      break;
  }
}
