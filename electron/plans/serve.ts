import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PlanIntake } from '../../shared/contract/plan-api';
import { readPlan } from '../../shared/plan/read';
import { withIntakeFindings } from './intake-findings';
import { checkSize, IntakeError } from './limits';
import type { FromPlan, PlanSource, ToPlan } from './messages';
import { type ReadDocument, readDocument, readText } from './read-document';

/** The document itself is all but the last of the work. */
const DOCUMENT_SHARE = 0.9;

/** Reads one document. Never rejects: a document that cannot be read is an answer. */
export async function serve({ id, source, today }: ToPlan, say: (message: FromPlan) => void): Promise<void> {
  const progress = (fraction: number): void => say({ type: 'progress', id, fraction: fraction * DOCUMENT_SHARE });
  let intake: PlanIntake;
  try {
    const found = await read(source, progress);
    progress(1);
    const { document, conversion, notices } = found;
    const reading = withIntakeFindings(readPlan(document, today), found);
    intake = { ok: true, name: nameOf(source), document, reading, conversion, notices };
  } catch (e) {
    if (!(e instanceof IntakeError)) {
      const what = e instanceof Error ? (e.stack ?? e.message) : String(e);
      say({ type: 'note', line: `the document was given up: ${what}` });
    }
    intake = e instanceof IntakeError ? refusal(e) : { ok: false, code: 'reader-crashed', params: {} };
  }
  say({ type: 'done', id, intake });
}

const refusal = ({ code, params }: IntakeError): PlanIntake => ({ ok: false, code, params });

async function read(source: PlanSource, progress: (fraction: number) => void): Promise<ReadDocument> {
  switch (source.kind) {
    case 'text':
      return readText(source.text);
    case 'file':
      return readDocument(source.name, source.bytes, progress);
    case 'path':
      return readDocument(source.path, await bytesOf(source.path), progress);
  }
}

function nameOf(source: PlanSource): string {
  if (source.kind === 'text') return '';
  return basename(source.kind === 'file' ? source.name : source.path);
}

/** Asks what it is before reading: a pipe or a device would never come to an end. */
async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new IntakeError('not-a-file', { path });
    checkSize(found.size);
    return await readFile(path);
  } catch (e) {
    if (e instanceof IntakeError) throw e;
    const code = e instanceof Error && 'code' in e ? String(e.code) : String(e);
    throw code === 'ENOENT'
      ? new IntakeError('not-found', { path })
      : new IntakeError('not-opened', { path, detail: code });
  }
}
