import fs from 'node:fs';
import path from 'node:path';
import type { Recorded } from '../../shared/contract/events';
import type { HallState } from '../../shared/domain/hall';
import type { ClockAnchor } from '../hall/clock';
import { freeName, listCopies, makeCopy, stamp } from './copies';
import { checkFile, first, identityOf, type OpenFile, openFile, transaction } from './database';
import { type CopyingJournal, JournalError, type Recovered } from './journal';
import { fromRow, isUnbroken, type Row, toRow } from './rows';
import { bestOf, readableEvents } from './salvage';
import { type PackedSnapshot, packSnapshot, unpackSnapshot } from './snapshots';
import { journalError } from './sqlite-errors';

export interface SqliteJournalContext {
  /** The journal's path; its folder is made when it is not there. */
  readonly file: string;
  readonly backupFolder: string;
  /** The wall clock in milliseconds, for the names of copies and of damaged files only. */
  now(): number;
}

const SNAPSHOTS_KEPT = 2;
const PARTS = ['', '-wal', '-shm'] as const;

/**
 * The journal in one SQLite file, in the process it is made in. Its work is synchronous inside: it belongs in a process
 * of its own (process.ts), where a slow disk holds up nobody.
 */
export class SqliteJournal implements CopyingJournal {
  readonly #ctx: SqliteJournalContext;
  #file: OpenFile | null = null;
  #closed = false;
  /** A damaged file was replaced and nothing has been written since: the next snapshot may be ahead. */
  #mayBridge = false;
  #copiedSeq = 0;

  constructor(ctx: SqliteJournalContext) {
    this.#ctx = ctx;
  }

  async recover(): Promise<Recovered> {
    return this.#guarded(() => {
      this.#drop();
      if (!fs.existsSync(this.#marker)) {
        try {
          const f = openFile(this.#ctx.file);
          this.#file = f;
          checkFile(f);
          return { ...readBack(f), integrity: 'ok', params: {} };
        } catch (e) {
          const error = journalError(e, this.#ctx.file);
          if (error.code !== 'corrupt') throw error;
          this.#drop();
          this.#putAside();
        }
      }
      return this.#beginAgain();
    });
  }

  async append(batch: readonly Recorded[]): Promise<void> {
    const head = batch[0];
    if (head === undefined) return;
    this.#guarded(() => {
      if (!isUnbroken(batch, head.seq)) throw new JournalError('gap', `not in order: ${batch.map((r) => r.seq)}`);
      const f = this.#open();
      transaction(f, () => {
        const have = lastOf(f);
        if (head.seq > have + 1 && head.seq > newestSnapshot(f) + 1)
          throw new JournalError('gap', `${head.seq} comes after ${have}`);
        for (const r of batch) {
          if (r.seq > have || !isThere(f, r)) f.insert.run(...toRow(r));
        }
      });
      this.#mayBridge = false;
    });
  }

  async lastSeq(): Promise<number> {
    return this.#guarded(() => lastOf(this.#open()));
  }

  async saveSnapshot(state: HallState): Promise<void> {
    this.#guarded(() => {
      const f = this.#open();
      const have = lastOf(f);
      if (state.revision > have && !this.#mayBridge)
        throw new JournalError('ahead', `snapshot of ${state.revision}, the journal ends at ${have}`);
      const packed = packSnapshot(state);
      transaction(f, () => {
        f.keepSnapshot.run(packed.revision, packed.format, packed.sha256, packed.body);
        f.pruneSnapshots.run(SNAPSHOTS_KEPT);
      });
    });
  }

  async saveAnchor(anchor: ClockAnchor): Promise<void> {
    this.#guarded(() => this.#open().keepAnchor.run(1, JSON.stringify(anchor)));
  }

  async tail(last: number): Promise<readonly Recorded[]> {
    return this.#guarded(() => recorded(this.#open().tail.all(last)));
  }

  async page(after: number, limit: number): Promise<readonly Recorded[]> {
    return this.#guarded(() => recorded(this.#open().after.all(after, limit)));
  }

  /**
   * Copies the file while it is in use. The only pause for an append is the writing of the copy, 16 ms for 20,000
   * events; the wait for the disk is asynchronous.
   */
  async copy(): Promise<string | null> {
    try {
      const seq = this.#guarded(() => lastOf(this.#open()));
      if (seq === this.#copiedSeq) return null;
      const { backupFolder, now } = this.#ctx;
      const to = await makeCopy(backupFolder, now(), (part) => {
        this.#open().db.prepare('VACUUM INTO ?').run(part);
      });
      this.#copiedSeq = seq;
      return to;
    } catch (e) {
      throw journalError(e, this.#ctx.file);
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    try {
      // leaves one whole file behind; without it the last events are only in the log beside it
      this.#file?.db.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // everything acknowledged is on disk already, and the next start reads the log
    } finally {
      this.#drop();
      this.#closed = true;
    }
  }

  /** Present while a damaged file is being replaced, with its name inside; so that a crash in between is made good. */
  get #marker(): string {
    return `${this.#ctx.file}.replacing`;
  }

  #open(): OpenFile {
    if (this.#file === null) {
      if (fs.existsSync(this.#marker)) throw new JournalError('corrupt', 'a damaged journal is not replaced yet');
      this.#file = openFile(this.#ctx.file);
    } else if (identityOf(this.#ctx.file) !== this.#file.identity) {
      this.#bringBack(this.#file);
    }
    return this.#file;
  }

  /**
   * The file was deleted under us. What was in it is still readable through the open connection, so it is written
   * anew under its name. Another file in its place is left alone.
   * @throws JournalError `moved`
   */
  #bringBack(f: OpenFile): void {
    const { file } = this.#ctx;
    if (fs.existsSync(file)) throw new JournalError('moved', 'another file has taken the place of the journal');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const part = `${file}.part`;
    fs.rmSync(part, { force: true });
    f.db.prepare('VACUUM INTO ?').run(part);
    syncFile(part);
    // a log left over from the deleted file would be taken for one of the new file
    for (const beside of ['-wal', '-shm']) fs.rmSync(file + beside, { force: true });
    fs.renameSync(part, file);
    this.#drop();
    this.#file = openFile(file);
  }

  #putAside(): void {
    const { file, now } = this.#ctx;
    const folder = path.dirname(file);
    const aside = freeName(folder, `${path.basename(file, '.db')}-damaged-${stamp(now())}`, '.db');
    fs.writeFileSync(this.#marker, path.basename(aside));
    for (const part of PARTS) if (fs.existsSync(file + part)) fs.renameSync(file + part, aside + part);
  }

  /** Builds the journal anew from what can be read of the damaged file and of the copies. */
  #beginAgain(): Recovered {
    const { file, backupFolder } = this.#ctx;
    const name = fs.readFileSync(this.#marker, 'utf8');
    // whatever is here now is an earlier, unfinished attempt at this very thing
    for (const part of PARTS) fs.rmSync(file + part, { force: true });
    const damaged = readableEvents(path.join(path.dirname(file), name));
    const events = bestOf(damaged, listCopies(backupFolder).map(readableEvents));
    const f = openFile(file);
    this.#file = f;
    transaction(f, () => {
      for (const r of events) f.insert.run(...toRow(r));
    });
    fs.rmSync(this.#marker);
    this.#mayBridge = true;
    return { snapshot: null, events, anchor: null, integrity: 'replaced', params: { file: name, kept: events.length } };
  }

  #drop(): void {
    // a closed connection must not be touched again: the library then ends the process
    this.#file?.db.close();
    this.#file = null;
  }

  #guarded<T>(work: () => T): T {
    if (this.#closed) throw new JournalError('closed', 'the journal is closed');
    try {
      return work();
    } catch (e) {
      const error = journalError(e, this.#ctx.file);
      // a disk that failed may be back under the same name: the next call opens anew
      if (error.code === 'io') this.#drop();
      throw error;
    }
  }
}

function lastOf(f: OpenFile): number {
  return Number(first(f.last));
}

function newestSnapshot(f: OpenFile): number {
  return Number(first(f.newestSnapshot));
}

/** @throws JournalError `seq-taken` */
function isThere(f: OpenFile, r: Recorded): boolean {
  const row = f.one.get(r.seq) as Row | undefined;
  if (row === undefined) return false;
  if (JSON.stringify(row) !== JSON.stringify(toRow(r)))
    throw new JournalError('seq-taken', `${r.seq} is ${row[2]} already, not this ${r.event.type}`);
  return true;
}

function recorded(rows: unknown[]): readonly Recorded[] {
  return (rows as readonly Row[]).map(fromRow);
}

/** @throws JournalError `corrupt` where no snapshot bridges a gap in the events. */
function readBack(f: OpenFile): Pick<Recovered, 'snapshot' | 'events' | 'anchor'> {
  const anchor = readAnchor(first(f.anchor, 1));
  const rows = f.snapshots.all() as readonly (readonly [number, string, string, string])[];
  const packed = rows.map(([revision, format, sha256, body]): PackedSnapshot => ({ revision, format, sha256, body }));
  for (const snapshot of [...packed.map(unpackSnapshot).filter((s) => s !== null), null]) {
    const from = snapshot?.revision ?? 0;
    const events = recorded(f.after.all(from, Number.MAX_SAFE_INTEGER));
    if (isUnbroken(events, from + 1)) return { snapshot, events, anchor };
  }
  throw new JournalError('corrupt', 'events are missing from the journal');
}

function readAnchor(body: unknown): ClockAnchor | null {
  if (typeof body !== 'string') return null;
  try {
    const a: unknown = JSON.parse(body);
    return isAnchor(a) ? a : null;
  } catch {
    return null; // without it hall time starts from the wall clock
  }
}

function isAnchor(a: unknown): a is ClockAnchor {
  if (typeof a !== 'object' || a === null || !('hall' in a && 'wall' in a && 'uptimeMs' in a && 'bootId' in a))
    return false;
  return (
    Number.isFinite(a.hall) &&
    Number.isFinite(a.wall) &&
    (a.uptimeMs === null || Number.isFinite(a.uptimeMs)) &&
    (a.bootId === null || typeof a.bootId === 'string')
  );
}

function syncFile(file: string): void {
  const fd = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}
