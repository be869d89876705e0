import { COPY_EVERY_MS, copyDue } from './copies';
import { type CopyingJournal, JournalError } from './journal';
import type { StorageNotice, StorageReply, StorageRequest } from './messages';

/** Does one request. Never rejects: a refusal is an answer. */
export async function serve(journal: CopyingJournal, request: StorageRequest): Promise<StorageReply> {
  try {
    return { kind: 'done', id: request.id, value: await obey(journal, request) };
  } catch (e) {
    return { kind: 'refused', id: request.id, ...reasonOf(e) };
  }
}

function obey(journal: CopyingJournal, r: StorageRequest) {
  switch (r.call) {
    case 'recover':
      return journal.recover(...r.args);
    case 'append':
      return journal.append(...r.args);
    case 'lastSeq':
      return journal.lastSeq(...r.args);
    case 'saveSnapshot':
      return journal.saveSnapshot(...r.args);
    case 'saveAnchor':
      return journal.saveAnchor(...r.args);
    case 'tail':
      return journal.tail(...r.args);
    case 'page':
      return journal.page(...r.args);
    case 'copy':
      return journal.copy(...r.args);
    case 'close':
      return journal.close(...r.args);
  }
}

function reasonOf(e: unknown): Pick<Extract<StorageReply, { kind: 'refused' }>, 'code' | 'message'> {
  return e instanceof JournalError ? { code: e.code, message: e.message } : { code: 'io', message: String(e) };
}

/** How often it is asked whether a copy is due; also how soon a failed one is tried again. */
const LOOK_EVERY_MS = 60_000;

export interface CopyKeeperContext {
  readonly journal: Pick<CopyingJournal, 'copy'>;
  /** When the newest copy was made; null for none. Wall milliseconds. */
  newestCopyAt(): number | null;
  now(): number;
  tell(notice: StorageNotice): void;
}

/**
 * Makes a copy whenever the newest one is old enough, also one from before the last start.
 * @returns the function that stops it.
 */
export function keepCopies(ctx: CopyKeeperContext): () => void {
  let busy = false;
  const timer = setInterval(() => {
    if (busy || !copyDue(newest(ctx), ctx.now())) return;
    busy = true;
    ctx.journal
      .copy()
      .then((file) => {
        if (file !== null) ctx.tell({ kind: 'copied', file });
      })
      .catch((e: unknown) => ctx.tell({ kind: 'copy-failed', ...reasonOf(e) }))
      .finally(() => {
        busy = false;
      });
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function newest(ctx: CopyKeeperContext): number | null {
  try {
    return ctx.newestCopyAt();
  } catch {
    return ctx.now() - COPY_EVERY_MS; // the folder cannot be read: the copy itself will say why
  }
}
