import type { HallState } from '../../shared/domain/hall';
import { attendanceReport } from '../../shared/domain/reports/attendance-report';
import { OFFICIAL_FORM } from '../../shared/domain/reports/official-form';
import type { Instant } from '../../shared/time/time';
import type { PAPERS } from '../../shared/words/papers';
import { messageOf } from '../error-message';
import { TimeLimitError, within } from '../time-limit';
import { attendanceCsv } from './csv';
import { paperName, writeNew } from './file';
import { type PaperPage, printPaper } from './pdf';

export type PaperKind = 'attendance';
export type PaperFormat = 'csv' | 'pdf';

/** What papers are made from, and where they go. */
export interface PaperContext {
  state(): HallState;
  /** Hall time. */
  now(): Instant;
  /** Where papers are kept; made when it is not there. */
  folder(): string;
  openPaperPage(): Promise<PaperPage>;
  log(line: string): void;
}

export type PaperOutcome =
  | { readonly ok: true; readonly path: string }
  | {
      readonly ok: false;
      /** A code of words/papers. */
      readonly code: keyof typeof PAPERS;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** A stick that hangs must not hang the desk. */
const WRITE_LIMIT_MS = 20_000;

const busy = new WeakSet<PaperContext>();

/** Makes a paper of how things stand now, as a new file. Every failure is an outcome; it never throws. */
export async function makePaper(kind: PaperKind, format: PaperFormat, ctx: PaperContext): Promise<PaperOutcome> {
  // one hidden page lays out one paper at a time
  if (busy.has(ctx)) return { ok: false, code: 'paper-busy', params: {} };
  busy.add(ctx);
  try {
    return await made(kind, format, ctx);
  } finally {
    busy.delete(ctx);
  }
}

async function made(kind: PaperKind, format: PaperFormat, ctx: PaperContext): Promise<PaperOutcome> {
  const failed = (outcome: Failure, error: unknown): Failure => {
    ctx.log(`paper ${kind}.${format}: ${outcome.code} (${messageOf(error)})`);
    return outcome;
  };
  const report = attendanceReport(ctx.state(), ctx.now());
  if (report === null) return { ok: false, code: 'paper-no-event', params: {} };
  let data: string | Uint8Array;
  try {
    const model = { paper: kind, report, form: OFFICIAL_FORM };
    data = format === 'csv' ? attendanceCsv(report) : await printPaper(() => ctx.openPaperPage(), model);
  } catch (error) {
    return failed(drawingFailure(error), error);
  }
  const folder = ctx.folder();
  try {
    const path = await within(WRITE_LIMIT_MS, writeNew(folder, paperName(report.takenAt), format, data));
    return { ok: true, path };
  } catch (error) {
    return failed(writingFailure(error, folder), error);
  }
}

type Failure = Extract<PaperOutcome, { ok: false }>;

function drawingFailure(error: unknown): Failure {
  return error instanceof TimeLimitError
    ? { ok: false, code: 'paper-slow', params: { seconds: Math.round(error.ms / 1000) } }
    : { ok: false, code: 'paper-not-drawn', params: { detail: messageOf(error) } };
}

function writingFailure(error: unknown, folder: string): Failure {
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { ok: false, code: 'paper-disk-full', params: { folder } };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { ok: false, code: 'paper-not-allowed', params: { folder } };
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENODEV':
      return { ok: false, code: 'paper-no-folder', params: { folder } };
    default:
      return { ok: false, code: 'paper-not-written', params: { folder, detail: messageOf(error) } };
  }
}
