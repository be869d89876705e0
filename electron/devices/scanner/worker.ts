import { messageOf } from '../../error-message';
import type { ListedPort } from './match';
import { type FromProcess, isFromProcess, type Params, type ToProcess } from './messages';
import type { ScannerProcess } from './scanner-process';
import { backoff, type Tuning } from './tuning';

type WithoutNumber<T> = T extends unknown ? Omit<T, 'request'> : never;
export type Ask = WithoutNumber<ToProcess>;

export type Told =
  | { readonly ok: true; readonly ports: readonly ListedPort[] }
  | { readonly ok: false; readonly code: string; readonly params: Params };

export interface WorkerContext {
  readonly tuning: Tuning;
  /** @throws when no process can be started */
  spawn(): ScannerProcess;
  /** It is there, anew: it knows of no port yet. */
  ready(): void;
  said(message: Exclude<FromProcess, { type: 'ready' | 'answer' }>): void;
  /** It is gone or silent; another is on its way unless nobody needs one. @param code of words/scanner */
  gone(code: string): void;
  /** Whether somebody needs it now: then it is started again after a death. */
  needed(): boolean;
  log(line: string): void;
}

const DOWN: Told = { ok: false, code: 'scanner-process-down', params: {} };
/** Alive for this long, ms: the next death is a first one again. */
const HEALTHY_MS = 10_000;
const LAST_WORDS_MS = 2000;

/**
 * Keeps one serial process for as long as somebody needs it: starts it, asks it with time limits, finds out that it
 * died or hangs, starts it again.
 */
export class Worker {
  readonly #ctx: WorkerContext;
  #process: ScannerProcess | null = null;
  #ready = false;
  #stopped = false;
  #deaths = 0;
  #missed = 0;
  #request = 0;
  readonly #asked = new Map<number, (told: Told) => void>();
  #waiting: (() => void)[] = [];
  #startLimit: NodeJS.Timeout | null = null;
  #restart: NodeJS.Timeout | null = null;
  #ping: NodeJS.Timeout | null = null;
  #healthy: NodeJS.Timeout | null = null;

  constructor(ctx: WorkerContext) {
    this.#ctx = ctx;
  }

  get isReady(): boolean {
    return this.#ready;
  }

  /** Starts the process where there is none and none is on its way. */
  ensure(): void {
    if (this.#process !== null || this.#restart !== null || this.#stopped) return;
    let child: ScannerProcess;
    try {
      child = this.#ctx.spawn();
    } catch (e) {
      this.#ctx.log(`serial process cannot be started: ${messageOf(e)}`);
      this.#over('scanner-process-down');
      return;
    }
    this.#process = child;
    child.onMessage((message) => {
      if (this.#process === child && isFromProcess(message)) this.#take(message);
    });
    child.onExit((why) => {
      if (this.#process !== child) return;
      this.#ctx.log(`serial process ended: ${why}`);
      this.#over('scanner-process-down');
    });
    this.#startLimit = setTimeout(() => this.#end('scanner-process-silent'), this.#ctx.tuning.startLimitMs);
  }

  /** Never rejects and always ends: by the answer, the death of the process or the time limit. */
  async ask(message: Ask): Promise<Told> {
    this.ensure();
    if (!this.#ready && this.#process !== null) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const child = this.#process;
    if (child === null || !this.#ready) return DOWN;
    const request = ++this.#request;
    return new Promise((resolve) => {
      const limit = setTimeout(() => {
        this.#asked.delete(request);
        resolve({ ok: false, code: 'scanner-process-silent', params: {} });
      }, this.#ctx.tuning.requestLimitMs);
      this.#asked.set(request, (told) => {
        clearTimeout(limit);
        this.#asked.delete(request);
        resolve(told);
      });
      child.post({ ...message, request });
    });
  }

  /** Lets the process go because nobody needs it; `ensure` or `ask` bring a new one. */
  async rest(): Promise<void> {
    const child = this.#process;
    if (child === null) {
      this.#clear();
      return;
    }
    const exited = new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, LAST_WORDS_MS + this.#ctx.tuning.deviceLimitMs);
      child.onExit(() => {
        clearTimeout(limit);
        resolve();
      });
    });
    const wasReady = this.#ready;
    this.#clear();
    if (wasReady) child.post({ type: 'stop', request: ++this.#request });
    else child.kill();
    await exited;
    child.kill();
  }

  /** Like `rest`, for good. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.rest();
  }

  #take(message: FromProcess): void {
    this.#missed = 0;
    switch (message.type) {
      case 'ready':
        this.#begin();
        return;
      case 'answer':
        this.#asked.get(message.request)?.(message);
        return;
      default:
        this.#ctx.said(message);
    }
  }

  #begin(): void {
    if (this.#startLimit !== null) clearTimeout(this.#startLimit);
    this.#startLimit = null;
    this.#ready = true;
    const { tuning } = this.#ctx;
    void this.ask({ type: 'tune', tuning });
    this.#ping = setInterval(() => this.#check(), tuning.pingMs);
    this.#healthy = setTimeout(() => {
      this.#deaths = 0;
    }, HEALTHY_MS);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
    this.#ctx.ready();
  }

  /** Missed pings are counted, not timed: a machine that slept has missed none. */
  #check(): void {
    if (this.#missed >= this.#ctx.tuning.missedPings) {
      this.#end('scanner-process-silent');
      return;
    }
    this.#missed++;
    void this.ask({ type: 'ping' });
  }

  #end(code: string): void {
    this.#ctx.log('serial process does not answer; ending it');
    this.#process?.kill();
    this.#over(code);
  }

  #over(code: string): void {
    this.#clear();
    this.#deaths++;
    if (this.#stopped) return;
    this.#ctx.gone(code);
    if (!this.#ctx.needed()) return;
    const { restartFirstMs, restartMostMs } = this.#ctx.tuning;
    this.#restart = setTimeout(
      () => {
        this.#restart = null;
        this.ensure();
      },
      backoff(restartFirstMs, restartMostMs, this.#deaths),
    );
  }

  /** Forgets the process; everybody who waits for it has an answer. */
  #clear(): void {
    for (const timer of [this.#startLimit, this.#restart, this.#healthy]) if (timer !== null) clearTimeout(timer);
    if (this.#ping !== null) clearInterval(this.#ping);
    this.#startLimit = this.#restart = this.#healthy = this.#ping = null;
    this.#process = null;
    this.#ready = false;
    this.#missed = 0;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
    for (const answer of [...this.#asked.values()]) answer(DOWN);
  }
}
