import { basename } from 'node:path';
import type { PlanConversion } from '../../shared/contract/plan-api';
import type { PlanDocument } from '../../shared/plan/document';
import { assemble, type Block, textsOf } from './blocks';
import { joinTables } from './join-tables';
import { kindOf } from './kinds';
import { fromLegacy } from './legacy';
import { checkSize, IntakeError } from './limits';
import { readPdf } from './pdf';
import { readCsv, readWorkbook } from './sheet';
import { conversionOf, decode, textBlocks, toUnicode } from './text';
import { readWord } from './word';

/** A document in the form the plan reader takes, and what its text was converted from. */
export interface ReadDocument {
  readonly document: PlanDocument;
  readonly conversion: PlanConversion | null;
}

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
  const { blocks, conversion } = await blocksOf(basename(name), bytes, progress);
  return finish(blocks, conversion);
}

/** What was pasted. @throws IntakeError `no-text` or `text-too-long` */
export const readText = (text: string): ReadDocument => finish(textBlocks(text), null);

async function blocksOf(name: string, bytes: Uint8Array, progress: (fraction: number) => void) {
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
      return { blocks, conversion };
    }
    case 'workbook':
      return { blocks: readWorkbook(bytes, found.zip), conversion: null };
    case 'pdf':
      return { blocks: await readPdf(bytes, progress), conversion: null };
    case 'csv': {
      const { text, conversion } = decode(bytes);
      return { blocks: readCsv(text), conversion };
    }
    case 'text': {
      const { text, conversion } = decode(bytes);
      return { blocks: textBlocks(text), conversion };
    }
  }
}

function finish(blocks: readonly Block[], known: PlanConversion | null): ReadDocument {
  if (!/\S/.test(textsOf(blocks))) throw new IntakeError('no-text');
  const clean = toUnicode(blocks, known);
  return { document: assemble(joinTables(clean.blocks)), conversion: clean.conversion };
}
