import type { Answer, HallCommand } from '../../shared/contract/commands';
import type { Recorded } from '../../shared/contract/events';
import type { StorageLive } from '../../shared/contract/live';
import { decide } from '../../shared/domain/decide';
import { evolve, type HallState } from '../../shared/domain/hall';
import { type Instant, instant } from '../../shared/time/time';

/** What the hall needs of the journal. A rejection carries a `code` of words/storage. */
export interface HallJournal {
  append(batch: readonly Recorded[]): Promise<void>;
  lastSeq(): Promise<number>;
  saveSnapshot(state: HallState): Promise<void>;
  /** After a write failed with `corrupt`: puts the damaged file aside and begins a new one that holds this state. */
  mend(state: HallState): Promise<void>;
}

/** What the hall knows of the disk; the host adds what only it knows. */
export type DiskStanding = Pick<StorageLive, 'savedRevision' | 'pending' | 'code'>;

export interface HallContext {
  readonly journal: HallJournal;
  now(): Instant;
  /** Told once per change, after it is on disk (or, while the disk refuses, with `savedRevision` below `to`). */
  told(change: Told): void;
  storage(standing: DiskStanding): void;
  log(line: string): void;
}

export interface Told {
  readonly from: number;
  readonly to: number;
  readonly events: readonly Recorded[];
  readonly state: HallState;
  readonly savedRevision: number;
}

const RETRY_FIRST_MS = 250;
const RETRY_LAST_MS = 2000;
const SNAPSHOT_EVERY = 500;

interface Asked {
  readonly command: HallCommand;
  readonly answer: (a: Answer) => void;
}

/**
 * The one truth. Commands wait while a write is under way, then all that wait are decided in order and written as one
 * batch: so `state` is always what was told, and one fsync serves many scans.
 *
 * When a write fails the show goes on: changes are told at once and marked as not saved (`savedRevision` stays
 * behind), and the same events are offered to the disk again, in order, until it takes them.
 */
export class Hall {
  readonly #ctx: HallContext;
  #state: HallState;
  #saved: number;
  #unsaved: readonly Recorded[] = [];
  #inbox: Asked[] = [];
  #busy = false;
  #failure: string | null = null;
  #snapshotAt: number;
  #closed = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(ctx: HallContext, recovered: HallState) {
    this.#ctx = ctx;
    this.#state = recovered;
    this.#saved = recovered.revision;
    this.#snapshotAt = recovered.revision;
  }

  get state(): HallState {
    return this.#state;
  }

  get savedRevision(): number {
    return this.#saved;
  }

  /** Answers when the outcome is on disk, or at once with `saved: false` while the disk refuses. Never rejects. */
  command(command: HallCommand): Promise<Answer> {
    if (this.#closed) return Promise.resolve({ ok: false, code: 'closing', params: {} });
    return new Promise((answer) => {
      this.#inbox.push({ command, answer });
      void this.#pump();
    });
  }

  /** Waits for what is under way (at most `limitMs`) and keeps a last snapshot. Later commands are refused. */
  async close(limitMs: number): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    const end = Date.now() + limitMs;
    while (this.#busy && Date.now() < end) await new Promise((r) => setTimeout(r, 10));
    if (this.#unsaved.length > 0) await this.#offerAgain().catch(() => undefined);
    if (this.#unsaved.length === 0) await this.#ctx.journal.saveSnapshot(this.#state).catch(() => undefined);
  }

  async #pump(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#inbox.length > 0) {
        const asked = this.#inbox;
        this.#inbox = [];
        await this.#take(asked);
      }
    } finally {
      this.#busy = false;
    }
  }

  async #take(asked: readonly Asked[]): Promise<void> {
    const from = this.#state;
    let state = from;
    const batch: Recorded[] = [];
    const answers: (() => void)[] = [];
    for (const { command, answer } of asked) {
      const now = instant(Math.round(this.#ctx.now()));
      const decision = decide(state, command, now);
      if (!decision.ok) {
        answers.push(() => answer({ ok: false, code: decision.refusal.code, params: decision.refusal.params }));
        continue;
      }
      for (const event of decision.events) {
        const recorded: Recorded = { seq: state.revision + 1, at: now, event };
        batch.push(recorded);
        state = evolve(state, recorded);
      }
      const revision = state.revision;
      answers.push(() => answer({ ok: true, revision, saved: this.#saved >= revision }));
    }
    if (batch.length > 0) {
      await this.#write(batch);
      this.#state = state;
      this.#tell(from, batch);
    }
    for (const say of answers) say();
    this.#keepSnapshot();
  }

  async #write(batch: readonly Recorded[]): Promise<void> {
    if (this.#failure === null) {
      try {
        await this.#ctx.journal.append(batch);
        this.#saved = batch.at(-1)?.seq ?? this.#saved;
        return;
      } catch (e) {
        this.#failure = codeOf(e);
        this.#ctx.log(`journal: write failed (${this.#failure}), ${batch.length} events wait`);
        this.#tryLater(RETRY_FIRST_MS);
      }
    }
    this.#unsaved = [...this.#unsaved, ...batch];
    this.#report();
  }

  #tryLater(ms: number): void {
    this.#retry = setTimeout(() => {
      this.#offerAgain().then(
        () => {
          if (this.#unsaved.length > 0) this.#tryLater(RETRY_FIRST_MS);
        },
        (e: unknown) => {
          this.#failure = codeOf(e);
          this.#report();
          this.#tryLater(Math.min(ms * 2, RETRY_LAST_MS));
        },
      );
    }, ms);
  }

  /** A write that ended in doubt may have been done: so the disk is asked first what it has. */
  async #offerAgain(): Promise<void> {
    if (this.#failure === 'corrupt') await this.#ctx.journal.mend(this.#state);
    const have = await this.#ctx.journal.lastSeq();
    const offer = this.#unsaved.filter((r) => r.seq > have);
    if (offer.length > 0) await this.#ctx.journal.append(offer);
    const last = Math.max(have, offer.at(-1)?.seq ?? have);
    this.#unsaved = this.#unsaved.filter((r) => r.seq > last);
    this.#saved = Math.max(this.#saved, Math.min(last, this.#state.revision));
    if (this.#unsaved.length === 0) {
      this.#failure = null;
      this.#ctx.log('journal: writing again, nothing waits');
    }
    this.#report();
  }

  #tell(before: HallState, events: readonly Recorded[]): void {
    this.#ctx.told({
      from: before.revision,
      to: this.#state.revision,
      events,
      state: this.#state,
      savedRevision: this.#saved,
    });
  }

  #report(): void {
    this.#ctx.storage({ savedRevision: this.#saved, pending: this.#unsaved.length, code: this.#failure });
  }

  #keepSnapshot(): void {
    if (this.#failure !== null || this.#state.revision - this.#snapshotAt < SNAPSHOT_EVERY) return;
    this.#snapshotAt = this.#state.revision;
    this.#ctx.journal.saveSnapshot(this.#state).catch((e: unknown) => this.#ctx.log(`snapshot failed (${codeOf(e)})`));
  }
}

function codeOf(e: unknown): string {
  return e instanceof Error && 'code' in e && typeof e.code === 'string' ? e.code : 'failed';
}
