import type { Recorded } from '../../shared/contract/events';
import type { HallState } from '../../shared/domain/hall';
import type { ClockAnchor } from '../hall/clock';
import { type CopyingJournal, JournalError, type Recovered } from './journal';
import type {
  StorageCall,
  StorageChild,
  StorageMessage,
  StorageNotice,
  StorageRequest,
  StorageValue,
} from './messages';

/** Milliseconds until a call ends as `timeout`. What it asked for may still be done: the answer is what is missing. */
export type Limits = Readonly<Record<StorageCall, number>>;

export const LIMITS: Limits = {
  append: 2000,
  lastSeq: 2000,
  saveAnchor: 2000,
  saveSnapshot: 5000,
  tail: 5000,
  page: 5000,
  recover: 10_000,
  copy: 30_000,
  close: 3000,
};

/** Waits before the process is started again, by how often in a row it has died without answering. */
const BACKOFF_MS = [0, 250, 500, 1000, 2000] as const;
/** A process that lets so many calls in a row time out without saying anything hangs, and is ended. */
const SILENT_CALLS = 2;

export interface RemoteJournalContext {
  /** Starts the storage process. Never throws: one that cannot start ends at once. */
  spawn(): StorageChild;
  readonly limits: Limits;
  /** The monotonic clock in milliseconds. */
  mono(): number;
  /** Told what the storage process did by itself: copies made, copies that failed. */
  notice(notice: StorageNotice): void;
  /** The process ended though nobody asked it to. It is started again by the next call. */
  died(): void;
}

interface Waiting {
  readonly resolve: (value: StorageValue<StorageCall>) => void;
  readonly reject: (error: JournalError) => void;
  readonly timer: NodeJS.Timeout;
}

interface Running {
  readonly child: StorageChild;
  readonly waiting: Map<number, Waiting>;
  /** Calls that timed out since it last said anything. */
  silent: number;
}

/**
 * The journal as the main process has it: every call is one message to the storage process and ends by its answer,
 * by the end of the process (`gone`) or by its time limit (`timeout`). After its end the next call starts it again.
 */
export class RemoteJournal implements CopyingJournal {
  readonly #ctx: RemoteJournalContext;
  #running: Running | null = null;
  #nextId = 1;
  #deaths = 0;
  #notBefore = 0;
  #closed = false;

  constructor(ctx: RemoteJournalContext) {
    this.#ctx = ctx;
  }

  /** Starts the process ahead of the first call, which then need not wait for it. Does nothing to one that runs. */
  wake(): void {
    if (!this.#closed && this.#running === null) this.#start();
  }

  recover(): Promise<Recovered> {
    return this.#ask('recover', []);
  }
  append(batch: readonly Recorded[]): Promise<void> {
    return this.#ask('append', [batch]);
  }
  lastSeq(): Promise<number> {
    return this.#ask('lastSeq', []);
  }
  saveSnapshot(state: HallState): Promise<void> {
    return this.#ask('saveSnapshot', [state]);
  }
  saveAnchor(anchor: ClockAnchor): Promise<void> {
    return this.#ask('saveAnchor', [anchor]);
  }
  tail(last: number): Promise<readonly Recorded[]> {
    return this.#ask('tail', [last]);
  }
  page(after: number, limit: number): Promise<readonly Recorded[]> {
    return this.#ask('page', [after, limit]);
  }
  copy(): Promise<string | null> {
    return this.#ask('copy', []);
  }

  /** Lets the process finish what it was asked, then ends it. Never rejects, and lasts at most its limit. */
  async close(): Promise<void> {
    if (this.#closed) return;
    const running = this.#running;
    const done = running === null ? Promise.resolve() : this.#ask('close', []).catch(() => undefined);
    this.#closed = true;
    await done;
    if (running !== null) this.#end(running, 'closed');
  }

  #ask<K extends StorageCall>(call: K, args: Extract<StorageRequest, { call: K }>['args']): Promise<StorageValue<K>> {
    if (this.#closed) return Promise.reject(new JournalError('closed', 'the journal is closed'));
    const running = this.#running ?? this.#start();
    if (running === null) return Promise.reject(new JournalError('gone', 'the storage process keeps ending'));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#late(running, id, call), this.#ctx.limits[call]);
      // the number ties the answer to the call, so the value is of the call's kind
      running.waiting.set(id, { resolve: (value) => resolve(value as StorageValue<K>), reject, timer });
      running.child.post({ id, call, args } as Extract<StorageRequest, { call: K }>);
    });
  }

  /** Null while it is too early to try again. */
  #start(): Running | null {
    if (this.#ctx.mono() < this.#notBefore) return null;
    const running: Running = { child: this.#ctx.spawn(), waiting: new Map(), silent: 0 };
    running.child.onMessage((message) => this.#heard(running, message));
    running.child.onExit(() => {
      if (this.#running !== running) return;
      this.#end(running, 'gone');
      if (!this.#closed) this.#ctx.died();
    });
    this.#running = running;
    return running;
  }

  #heard(running: Running, message: StorageMessage): void {
    running.silent = 0;
    this.#deaths = 0;
    if (message.kind === 'copied' || message.kind === 'copy-failed') {
      this.#ctx.notice(message);
      return;
    }
    const waiting = running.waiting.get(message.id);
    if (waiting === undefined) return; // too late: its caller was told so
    running.waiting.delete(message.id);
    clearTimeout(waiting.timer);
    if (message.kind === 'done') waiting.resolve(message.value);
    else waiting.reject(new JournalError(message.code, message.message));
  }

  #late(running: Running, id: number, call: StorageCall): void {
    const waiting = running.waiting.get(id);
    running.waiting.delete(id);
    waiting?.reject(new JournalError('timeout', `no answer to ${call} in ${this.#ctx.limits[call]} ms`));
    running.silent++;
    if (running.silent < SILENT_CALLS || this.#running !== running) return;
    this.#end(running, 'gone');
    this.#ctx.died();
  }

  /** Ends the process and whatever still waits for it. A process that will not die is left behind, not waited for. */
  #end(running: Running, code: 'gone' | 'closed'): void {
    if (this.#running === running) this.#running = null;
    this.#notBefore = this.#ctx.mono() + (BACKOFF_MS[Math.min(this.#deaths, BACKOFF_MS.length - 1)] ?? 0);
    this.#deaths++;
    running.child.kill();
    for (const { reject, timer } of running.waiting.values()) {
      clearTimeout(timer);
      reject(new JournalError(code, 'the storage process ended before it answered'));
    }
    running.waiting.clear();
  }
}
