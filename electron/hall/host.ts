import type { Answer, HallCommand } from '../../shared/contract/commands';
import type { Recorded } from '../../shared/contract/events';
import type { StorageLive, StorageNotice } from '../../shared/contract/live';
import { EMPTY_HALL, evolveAll, type HallState } from '../../shared/domain/hall';
import { type Instant, instant } from '../../shared/time/time';
import { messageOf } from '../error-message';
import { type ClockAnchor, HallClock, type MachineClocks } from './clock';
import { type DiskStanding, Hall, type HallJournal, type Told } from './hall';

export interface HostJournal extends Omit<HallJournal, 'mend'> {
  recover(): Promise<{
    readonly snapshot: HallState | null;
    readonly events: readonly Recorded[];
    readonly anchor: ClockAnchor | null;
    /** `replaced`: the file was damaged and lies beside the new one. */
    readonly integrity: 'ok' | 'replaced';
    readonly params: StorageNotice['params'];
  }>;
  tail(last: number): Promise<readonly Recorded[]>;
  saveAnchor(anchor: ClockAnchor): Promise<void>;
}

export interface HostContext {
  readonly journal: HostJournal;
  readonly clocks: MachineClocks;
  readonly version: string;
  told(change: Told): void;
  storage(live: StorageLive): void;
  log(line: string): void;
}

const CLOCK_EVERY_MS = 1000;
/** Steering of the wall clock adds up; a young anchor keeps a restart after days exact. */
const ANCHOR_EVERY_MS = 10 * 60_000;
const RECOVER_AGAIN_MS = 2000;

/**
 * The hall with its memory and its clock: recovers what the journal holds, watches the machine's clocks, and answers
 * commands. Where the journal does not open it refuses with `not-ready`, says why, and keeps trying.
 */
export class HallHost {
  readonly #ctx: HostContext;
  #hall: Hall | null = null;
  #clock: HallClock;
  #timers: NodeJS.Timeout[] = [];
  #closed = false;
  #settle: () => void = () => undefined;
  /** Resolves when the journal is open, when it first refused (then there is something to show), or at the end. */
  readonly settled = new Promise<void>((resolve) => {
    this.#settle = resolve;
  });
  #standing: DiskStanding = { savedRevision: 0, pending: 0, code: null };
  #notice: StorageNotice | null = null;

  constructor(ctx: HostContext) {
    this.#ctx = ctx;
    this.#clock = new HallClock(ctx.clocks, null, 0);
  }

  get state(): HallState {
    return this.#hall?.state ?? EMPTY_HALL;
  }

  get savedRevision(): number {
    return this.#hall?.savedRevision ?? 0;
  }

  now(): Instant {
    return this.#clock.now();
  }

  /** A command that comes while the journal is still being opened waits until it is, or has refused. */
  async command(c: HallCommand): Promise<Answer> {
    if (this.#hall === null) await this.settled;
    return this.#hall?.command(c) ?? { ok: false, code: 'not-ready', params: {} };
  }

  /** Resolves when the hall is recovered; tries until then, or until it is closed. */
  async start(): Promise<void> {
    for (;;) {
      try {
        const { snapshot, events, anchor } = await this.#recover();
        // a snapshot may hold everything, and then no event comes with it
        const [last] = await this.#ctx.journal.tail(1);
        if (this.#closed) return;
        this.#begin(evolveAll(snapshot ?? EMPTY_HALL, events), anchor, last?.at ?? instant(0));
        this.#settle();
        return;
      } catch (e) {
        if (this.#closed) return;
        const code = e instanceof Error && 'code' in e ? String(e.code) : 'failed';
        this.#ctx.log(`journal: not open (${code}): ${messageOf(e)}`);
        this.#report({ savedRevision: 0, pending: 0, code });
        this.#settle();
        await new Promise((r) => setTimeout(r, RECOVER_AGAIN_MS));
      }
    }
  }

  async #recover(): ReturnType<HostJournal['recover']> {
    const recovered = await this.#ctx.journal.recover();
    if (recovered.integrity === 'replaced') this.note({ code: 'replaced', params: recovered.params });
    return recovered;
  }

  /** Something about the disk that a person should know of and that no write tells; null when it is over. */
  note(notice: StorageNotice | null): void {
    this.#notice = notice;
    this.#report(this.#standing);
  }

  #report(standing: DiskStanding): void {
    this.#standing = standing;
    this.#ctx.storage({ ...standing, notice: this.#notice });
  }

  #begin(recovered: HallState, anchor: ClockAnchor | null, lastAt: Instant): void {
    this.#clock = new HallClock(this.#ctx.clocks, anchor, lastAt);
    const { journal, log } = this.#ctx;
    this.#hall = new Hall(
      {
        journal: {
          append: (batch) => journal.append(batch),
          lastSeq: () => journal.lastSeq(),
          saveSnapshot: (state) => journal.saveSnapshot(state),
          mend: async (state) => {
            await this.#recover();
            await journal.saveSnapshot(state);
          },
        },
        log,
        now: () => this.now(),
        told: (t) => this.#ctx.told(t),
        storage: (standing) => this.#report(standing),
      },
      recovered,
    );
    this.#report({ savedRevision: recovered.revision, pending: 0, code: null });
    void this.command({ type: 'app.start', version: this.#ctx.version, wallOffset: this.#clock.wallOffset });
    this.#keepAnchor();
    this.#timers = [
      setInterval(() => this.watchClocks(), CLOCK_EVERY_MS),
      setInterval(() => this.#keepAnchor(), ANCHOR_EVERY_MS),
    ];
    this.watchClocks();
  }

  /** The system is about to sleep. */
  doze(): void {
    this.#clock.doze();
  }

  /** Looks at the machine's clocks now; called each second by itself, and by whoever knows that the machine woke up. */
  watchClocks(): void {
    for (const change of this.#clock.sample()) {
      this.#ctx.log(`clock: ${JSON.stringify(change)}`);
      void this.command(
        change.kind === 'step'
          ? { type: 'clock.step', byMs: change.byMs, wallOffset: change.wallOffset }
          : { type: 'clock.sleep', ms: change.ms },
      );
      this.#keepAnchor();
    }
  }

  #keepAnchor(): void {
    this.#ctx.journal
      .saveAnchor(this.#clock.anchor())
      .catch((e: unknown) => this.#ctx.log(`anchor not kept: ${messageOf(e)}`));
  }

  /** Ends within about `limitMs`; what is not on disk by then was never said to be. */
  async close(limitMs: number): Promise<void> {
    this.#closed = true;
    this.#settle();
    for (const t of this.#timers) clearInterval(t);
    await this.#hall?.close(limitMs);
  }
}
