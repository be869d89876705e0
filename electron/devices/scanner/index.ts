import type { PortInfo } from '../../../shared/contract/hall-api';
import type { ScannerLive } from '../../../shared/contract/live';
import { after, type Instant } from '../../../shared/time/time';
import type { FromProcess, Params } from './messages';
import type { ScannerProcess } from './scanner-process';
import type { KeptScanner, ScannerSettings } from './settings';
import { counted, type Entry, entryOf, orphaned, reported } from './state';
import { TUNING, type Tuning } from './tuning';
import { Worker } from './worker';

export type { ScannerProcess } from './scanner-process';
export type { KeptScanner, ScannerSettings } from './settings';

export interface ScannerContext {
  log(line: string): void;
  /** Hall time. */
  now(): Instant;
  /** What is shown of the scanners; settings may have moved with it, so `settings()` is worth saving again. */
  changed(scanners: readonly ScannerLive[]): void;
  scan(scan: {
    readonly door: string;
    readonly source: 'serial';
    readonly text: string;
    readonly raw: string;
    /** When the last byte of it arrived. */
    readonly receivedAt: Instant;
    readonly readable: boolean;
  }): void;
  /** Starts dist/main/scanner-process.cjs. @throws when it cannot */
  spawn(): ScannerProcess;
}

export type ScannerOutcome =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly code: string; readonly params: Params };

export interface Scanners {
  /**
   * Opens a port for a door. Refused, with nothing left behind, when the port cannot be opened now. A port that is
   * in use already gets the new settings; where they do not work it goes back to the old ones.
   */
  open(settings: ScannerSettings): Promise<ScannerOutcome>;
  /** Takes over a scanner of an earlier day. It need not be there: it is looked for until it is, or closed. */
  restore(kept: KeptScanner | ScannerSettings): string;
  /** Gives the port free. An unknown id is closed already. */
  close(id: string): Promise<void>;
  /** The ports that the system knows now; none, with a line in the log, where it does not say. */
  list(): Promise<readonly PortInfo[]>;
  /** What to keep, for `restore`. Where a device was found again elsewhere, with its new path. */
  settings(): readonly KeptScanner[];
  /** Closes all ports and ends the process; ends by itself within seconds. */
  stop(): Promise<void>;
}

/** The badge scanners. The serial process behind them runs only while there is a port to hear. */
export function createScanners(ctx: ScannerContext, tuning: Tuning = TUNING): Scanners {
  return new ScannerDesk(ctx, tuning);
}

class ScannerDesk implements Scanners {
  readonly #ctx: ScannerContext;
  readonly #tuning: Tuning;
  readonly #worker: Worker;
  readonly #entries = new Map<string, Entry>();
  /** Scanners that a person is opening just now: not kept, not reopened, gone if the answer is no. */
  readonly #tentative = new Set<string>();
  #lastId = 0;
  #busy = 0;
  #stopped = false;
  #countsTimer: NodeJS.Timeout | null = null;
  #idleTimer: NodeJS.Timeout | null = null;

  constructor(ctx: ScannerContext, tuning: Tuning) {
    this.#ctx = ctx;
    this.#tuning = tuning;
    this.#worker = new Worker({
      tuning,
      spawn: () => ctx.spawn(),
      ready: () => this.#reopenAll(),
      said: (message) => this.#said(message),
      gone: (code) => this.#gone(code),
      needed: () => this.#entries.size > this.#tentative.size,
      log: (line) => ctx.log(line),
    });
  }

  async open(settings: ScannerSettings): Promise<ScannerOutcome> {
    if (this.#stopped) return { ok: false, code: 'scanner-stopping', params: {} };
    const before = [...this.#entries.values()].find((e) => e.kept.path === settings.path);
    if (before !== undefined && this.#tentative.has(before.live.id)) {
      return { ok: false, code: 'scanner-busy', params: { path: settings.path, door: before.kept.door, detail: '' } };
    }
    if (before !== undefined) await this.close(before.live.id);
    const id = before?.live.id ?? this.#newId();
    this.#tentative.add(id);
    this.#put(id, entryOf(id, { ...settings, device: null }, this.#ctx.now()));
    this.#show();
    const told = await this.#using(this.#openNow(id, false));
    this.#tentative.delete(id);
    if (told.ok) {
      this.#show();
      return { ok: true, id };
    }
    this.#entries.delete(id);
    if (before !== undefined) this.#take(before.live.id, before.kept);
    this.#show();
    this.#restSoon();
    return { ok: false, code: told.code, params: { path: settings.path, door: settings.door, ...told.params } };
  }

  restore(kept: KeptScanner | ScannerSettings): string {
    const id = this.#newId();
    this.#take(id, 'device' in kept ? kept : { ...kept, device: null });
    this.#show();
    return id;
  }

  async close(id: string): Promise<void> {
    if (!this.#entries.delete(id)) return;
    this.#show();
    if (this.#worker.isReady) {
      const told = await this.#using(this.#worker.ask({ type: 'close', id }));
      if (!told.ok) this.#ctx.log(`closing ${id}: ${told.code}`);
    }
    this.#restSoon();
  }

  async list(): Promise<readonly PortInfo[]> {
    const told = await this.#using(this.#worker.ask({ type: 'list' }));
    this.#restSoon();
    if (!told.ok) {
      this.#ctx.log(`no list of serial ports: ${told.code} ${String(told.params.detail ?? '')}`);
      return [];
    }
    // a built-in port without a name may exist only on paper: those come last
    return [...told.ports]
      .sort((a, b) => Number(a.label === '') - Number(b.label === ''))
      .map(({ path, label }) => ({ path, label }));
  }

  settings(): readonly KeptScanner[] {
    return [...this.#entries].filter(([id]) => !this.#tentative.has(id)).map(([, entry]) => entry.kept);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#countsTimer !== null) clearTimeout(this.#countsTimer);
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer);
    await this.#worker.stop();
  }

  #newId(): string {
    return `scanner-${++this.#lastId}`;
  }

  /** One that stays, whether it is there or not. */
  #take(id: string, kept: KeptScanner): void {
    this.#put(id, entryOf(id, kept, this.#ctx.now()));
    if (this.#worker.isReady) void this.#openNow(id, true);
    else this.#worker.ensure();
  }

  #openNow(id: string, insist: boolean) {
    const scanner = this.#entries.get(id)?.kept;
    if (scanner === undefined) return Promise.resolve({ ok: false, code: 'scanner-failed', params: {} } as const);
    return this.#worker.ask({ type: 'open', id, scanner, insist });
  }

  /** A new process knows of no port. */
  #reopenAll(): void {
    for (const id of this.#entries.keys()) if (!this.#tentative.has(id)) void this.#openNow(id, true);
  }

  #gone(code: string): void {
    for (const [id, entry] of this.#entries) this.#put(id, orphaned(entry, code, this.#ctx.now()));
    this.#show();
  }

  #said(message: Exclude<FromProcess, { type: 'ready' | 'answer' }>): void {
    if (message.type === 'note') {
      this.#ctx.log(message.line);
      return;
    }
    const entry = this.#entries.get(message.id);
    if (entry === undefined || this.#stopped) return;
    switch (message.type) {
      case 'state': {
        const next = reported(entry, message, this.#ctx.now());
        this.#put(message.id, next);
        if (next.live.since !== entry.live.since || next.live.code !== entry.live.code) {
          this.#ctx.log(`${message.id} ${next.live.path}: ${next.live.state}, ${next.live.code}`);
        }
        this.#show();
        return;
      }
      case 'counts':
        this.#put(message.id, counted(entry, message.counts));
        this.#showSoon();
        return;
      case 'frame': {
        const { text, raw, readable, ageMs, counts } = message;
        this.#put(message.id, counted(entry, counts));
        this.#showSoon();
        const receivedAt = after(this.#ctx.now(), -Math.round(ageMs));
        this.#ctx.scan({ door: entry.kept.door, source: 'serial', text, raw, receivedAt, readable });
      }
    }
  }

  #put(id: string, entry: Entry): void {
    this.#entries.set(id, entry);
  }

  #show(): void {
    if (this.#countsTimer !== null) clearTimeout(this.#countsTimer);
    this.#countsTimer = null;
    if (!this.#stopped) this.#ctx.changed([...this.#entries.values()].map((e) => e.live));
  }

  /** Counters move with every scan; the screens need them a few times a second at most. */
  #showSoon(): void {
    this.#countsTimer ??= setTimeout(() => this.#show(), this.#tuning.countsMs);
  }

  async #using<T>(work: Promise<T>): Promise<T> {
    this.#busy++;
    try {
      return await work;
    } finally {
      this.#busy--;
    }
  }

  /** Gives the process's memory back some time after the last port was closed. */
  #restSoon(): void {
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      this.#idleTimer = null;
      if (this.#entries.size > 0 || this.#stopped) return;
      if (this.#busy > 0) this.#restSoon();
      else void this.#worker.rest();
    }, this.#tuning.idleMs);
  }
}
