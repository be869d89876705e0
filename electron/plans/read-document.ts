import { basename } from 'node:path';
import type { PlanConversion, PlanNotice } from '../../shared/contract/plan-api';
import type { Passage, PlanDocument } from '../../shared/plan/document';
import { assemble, type Block, textsOf } from './blocks';
import { joinTables } from './join-tables';
import { kindOf } from './kinds';
import { fromLegacy } from './legacy';
import { checkSize, IntakeError } from './limits';
import { readPdf } from './pdf';
import { readCsv, readWorkbook } from './sheet';
import { conversionOf, decode, textBlocks, toUnicode } from './text';
import { readWord } from './word';

/** A document in the form the plan reader takes, and what became of it on the way. */
export interface ReadDocument {
  readonly document: PlanDocument;
  /** What its text was converted from. */
  readonly conversion: PlanConversion | null;
  /** There was more than was taken. */
  readonly cut: boolean;
  /** What of its text is struck through, in order. */
  readonly struck: readonly Passage[];
  readonly notices: readonly PlanNotice[];
}

interface Found {
  readonly blocks: readonly Block[];
  readonly conversion: PlanConversion | null;
  readonly cut: boolean;
  /** Its texts carry the marks of what is struck through. */
  readonly marked: boolean;
  readonly notices: readonly PlanNotice[];
}
const WHOLE = { conversion: null, cut: false, marked: false, notices: [] } as const;

/**
 * Any file that a plan comes in.
 * @param name the file's name or path; its folder is not looked at
 * @param progress told while pages are read: how much is done, 0..1
 * @throws IntakeError with the code of the sentence that says why not
 */
export async function readDocument(
  name: string,
  bytes: Uint8Array,
  progress: (fraction: number) => void,
): Promise<ReadDocument> {
  checkSize(bytes.byteLength);
  return finish(await blocksOf(basename(name), bytes, progress));
}

/** What was pasted. @throws IntakeError `no-text` or `text-too-long` */
export const readText = (text: string): ReadDocument => finish({ ...WHOLE, blocks: textBlocks(text) });

async function blocksOf(name: string, bytes: Uint8Array, progress: (fraction: number) => void): Promise<Found> {
  const found = kindOf(name, bytes);
  switch (found.kind) {
    case 'word': {
      let conversion: PlanConversion | null = null;
      const blocks = readWord(found.zip, (piece) => {
        const after = fromLegacy(piece);
        if (after !== piece.text)
          conversion ??= conversionOf(piece.legacy === 'VNI' ? 'VNI' : 'TCVN3', piece.text, after);
        return after;
      });
      if (found.zip.names.some((part) => part.startsWith('word/media/')) && !hasText(blocks))
        throw new IntakeError('pictures-only');
      return { ...WHOLE, blocks, conversion, marked: true };
    }
    case 'workbook':
      return { ...WHOLE, ...readWorkbook(bytes, found.zip) };
    case 'pdf': {
      const { blocks, pictures } = await readPdf(bytes, progress);
      const notices = pictures.length === 0 ? [] : [{ code: 'pages-scanned', params: { pages: pagesText(pictures) } }];
      return { ...WHOLE, blocks, notices };
    }
    case 'csv': {
      const { text, conversion } = decode(bytes);
      return { ...WHOLE, ...readCsv(text), conversion };
    }
    case 'text': {
      const { text, conversion } = decode(bytes);
      return { ...WHOLE, blocks: textBlocks(text), conversion };
    }
  }
}

function finish({ blocks, conversion, cut, marked, notices }: Found): ReadDocument {
  if (!hasText(blocks)) throw new IntakeError('no-text');
  const clean = toUnicode(blocks, conversion);
  const { document, struck } = assemble(joinTables(clean.blocks));
  return { document, conversion: clean.conversion, cut, struck: marked ? struck : [], notices };
}

const hasText = (blocks: readonly Block[]): boolean => /\S/.test(textsOf(blocks));

/** Numbers that follow each other as a stretch: `2, 4–6`. @param pages in order */
function pagesText(pages: readonly number[]): string {
  const stretches: { from: number; to: number }[] = [];
  for (const page of pages) {
    const last = stretches.at(-1);
    if (last !== undefined && last.to === page - 1) last.to = page;
    else stretches.push({ from: page, to: page });
  }
  return stretches.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
