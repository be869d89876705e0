import type { Recorded } from '../../shared/contract/events';
import type { HallState } from '../../shared/domain/hall';
import type { ClockAnchor } from '../hall/clock';

/** What went wrong with the disk; each is a sentence of words/storage. */
export type JournalCode =
  | 'disk-full'
  | 'read-only'
  | 'no-folder'
  | 'corrupt'
  /** The file was deleted or replaced while it was open: what is written to it now would vanish. */
  | 'moved'
  /** Another program holds the file. */
  | 'locked'
  /** A newer version of the app wrote this file. */
  | 'newer'
  /** The storage process ended before it answered. */
  | 'gone'
  | 'timeout'
  /** Another event stands in the journal under this number. */
  | 'seq-taken'
  /** Events before these are not in the journal. */
  | 'gap'
  /** A snapshot of events that are not in the journal. */
  | 'ahead'
  | 'closed'
  | 'io';

/** A refusal of the journal. `message` is for the log, `code` for the person. */
export class JournalError extends Error {
  readonly code: JournalCode;
  constructor(code: JournalCode, message: string) {
    super(message);
    this.name = 'JournalError';
    this.code = code;
  }
}

/**
 * How the file was found. `replaced`: it was damaged and lies beside the new one under the name in `params.file`;
 * `params.kept` events could be carried over from it or from a copy.
 */
export type Integrity = 'ok' | 'replaced';

export interface Recovered {
  /** The newest whole snapshot; null means that `events` begin at the first. */
  readonly snapshot: HallState | null;
  /** Every event after the snapshot, in order and without a gap. */
  readonly events: readonly Recorded[];
  readonly anchor: ClockAnchor | null;
  readonly integrity: Integrity;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * The hall's memory on disk: events, in order, for ever; beside them the newest snapshots, which only save time.
 * Every method rejects with `JournalError` and with nothing else.
 */
export interface Journal {
  /**
   * Opens the file (creates it, upgrades it, checks it) and returns what is needed to go on. The only call that may
   * put a damaged file aside, because the only one that can say so. May be called again, after `corrupt`.
   */
  recover(): Promise<Recovered>;
  /**
   * Resolves when every one of these is on disk (fsync), all or none. The same events again are no error.
   * @throws JournalError `seq-taken` for another event under a used number, `gap` where events before it are missing.
   */
  append(batch: readonly Recorded[]): Promise<void>;
  /** The number of the last event on disk; 0 for none. */
  lastSeq(): Promise<number>;
  /**
   * Keeps the newest two.
   * @throws JournalError `ahead` for a state whose events are not in the journal. Only after `recover` had to
   *   replace a damaged file may the first snapshot be ahead: it bridges what could not be carried over.
   */
  saveSnapshot(state: HallState): Promise<void>;
  saveAnchor(anchor: ClockAnchor): Promise<void>;
  /** The newest `last` events, oldest first. */
  tail(last: number): Promise<readonly Recorded[]>;
  /** Up to `limit` events with a number above `after`, oldest first. */
  page(after: number, limit: number): Promise<readonly Recorded[]>;
  /** Later calls are refused with `closed`. */
  close(): Promise<void>;
}

/** A journal that can copy itself while it is written to. */
export interface CopyingJournal extends Journal {
  /** Writes a whole copy into the backup folder. @returns its path; null while there is nothing to copy. */
  copy(): Promise<string | null>;
}

const PAGE = 1000;

/** Every event there is, page by page: for exports, which must not hold a day in memory nor the disk for long. */
export async function* everyEvent(journal: Pick<Journal, 'page'>): AsyncGenerator<Recorded> {
  for (let after = 0; ; ) {
    const page = await journal.page(after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}
