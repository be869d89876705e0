import { messageOf } from '../../error-message';
import { TimeLimitError, within } from '../../time-limit';
import type { Frame } from './framing';
import { Listener } from './listener';
import { type DeviceKeys, findDevice, isAnonymous } from './match';
import type { Params, PortState } from './messages';
import { needsPerson, type OpenCode, openCode } from './open-error';
import type { OpenPort, SerialSystem } from './serial-system';
import type { KeptScanner } from './settings';
import { backoff, type Tuning } from './tuning';

/** What the other connections have and seek, so that no two readers take one port. */
export interface Others {
  readonly taken: ReadonlySet<string>;
  readonly rivals: readonly DeviceKeys[];
}

export interface ConnectionContext {
  readonly system: SerialSystem;
  readonly tuning: Tuning;
  others(): Others;
  state(state: PortState, code: string, params: Params): void;
  frame(frame: Frame): void;
  note(line: string): void;
}

export type OpenOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: OpenCode; readonly params: Params };

/** After this many refusals in a row it is not the system that is still settling after a plug. */
const QUICK_REFUSALS = 4;
/** A device that seems gone is looked for once more after this long, since a link may just be in the making. */
const SECOND_LOOK_MS = 100;

/**
 * One reader on its port: opens it, hears it, notices its loss, and finds it again, also under another path. Every
 * opening has a listener of its own, and what an earlier opening still says is not heard.
 */
export class Connection {
  readonly #ctx: ConnectionContext;
  #scanner: KeptScanner;
  /** Changes with every attempt, loss and close: whoever awaited something compares it before going on. */
  #turn = 0;
  #failures = 0;
  #wasOpen = false;
  #port: OpenPort | null = null;
  #listener: Listener | null = null;
  /** The device in use or about to be, links followed. */
  #device: string | null = null;
  /** An attempt that passed its limit and has not ended; another one beside it would only hang too. */
  #hanging = false;
  #retry: NodeJS.Timeout | null = null;
  #watch: NodeJS.Timeout | null = null;

  constructor(scanner: KeptScanner, ctx: ConnectionContext) {
    this.#scanner = scanner;
    this.#ctx = ctx;
  }

  get scanner(): KeptScanner {
    return this.#scanner;
  }

  /** The device it holds, for the others to leave alone. */
  get taken(): string | null {
    return this.#device;
  }

  /** The device it looks for, which the others must not be given. */
  get seeks(): DeviceKeys | null {
    return this.#device === null ? this.#scanner.device : null;
  }

  /** @param insist keep trying after a first failure; otherwise the connection is then at its end. */
  async start(insist: boolean): Promise<OpenOutcome> {
    this.#say('opening', 'scanner-opening', {});
    const outcome = await this.#attempt();
    if (outcome === null) return { ok: false, code: 'scanner-failed', params: { ...this.#where(), detail: 'closed' } };
    if (!outcome.ok && insist) this.#failed(outcome);
    return outcome;
  }

  /** Ends it for good. Waits for the system at most the device limit. */
  async close(): Promise<void> {
    this.#turn++;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    await this.#release();
  }

  /** Null: something else happened meanwhile, and this attempt is of no interest any more. */
  async #attempt(): Promise<OpenOutcome | null> {
    const turn = ++this.#turn;
    if (this.#hanging) return this.#no('scanner-slow', '');
    const place = await this.#locate();
    if (turn !== this.#turn) return null;
    if (!('path' in place)) return place;
    this.#device = place.device;
    const outcome = await this.#open(place.path, turn);
    if (turn !== this.#turn) return null;
    if (!outcome.ok) {
      await this.#release();
      return outcome;
    }
    this.#scanner = { ...this.#scanner, path: place.path };
    this.#failures = 0;
    this.#wasOpen = true;
    this.#say('open', 'scanner-open', {});
    this.#watchFrom(turn);
    this.#learn(turn);
    return outcome;
  }

  async #open(path: string, turn: number): Promise<OpenOutcome> {
    const { system, tuning } = this.#ctx;
    const opening = Promise.resolve().then(() =>
      system.open(path, this.#scanner, {
        bytes: (chunk) => {
          // a system may give bytes before it says that the port is open
          if (turn === this.#turn) this.#listening().bytes(chunk);
        },
        closed: (reason) => {
          if (turn === this.#turn) this.#lost(reason);
        },
      }),
    );
    try {
      const port = await within(tuning.deviceLimitMs, opening);
      if (turn === this.#turn) {
        this.#port = port;
        this.#listening();
      } else {
        await this.#shut(port);
      }
      return { ok: true };
    } catch (e) {
      if (!(e instanceof TimeLimitError)) return this.#no(openCode(messageOf(e), system.platform), messageOf(e));
      this.#hanging = true;
      const over = () => {
        this.#hanging = false;
      };
      opening.then((port) => this.#shut(port)).then(over, over);
      return this.#no('scanner-slow', messageOf(e));
    }
  }

  #listening(): Listener {
    const heard = (frames: readonly Frame[]) => {
      for (const frame of frames) this.#ctx.frame(frame);
    };
    this.#listener ??= new Listener(this.#ctx.tuning, this.#ctx.system.now, heard, () => this.#isPresent());
    return this.#listener;
  }

  /** Where the device is now: by what is known of it, or by its path where nothing is known. */
  async #locate(): Promise<{ path: string; device: string } | OpenOutcome> {
    const { system, tuning } = this.#ctx;
    const { path, device: keys } = this.#scanner;
    const limit = tuning.deviceLimitMs;
    const { taken, rivals } = this.#ctx.others();
    const here = await within(limit, system.whereTo(path)).catch(() => null);
    if (keys !== null && !isAnonymous(keys)) {
      const listed = await within(limit, system.list()).catch(() => null);
      if (listed !== null) {
        const free = listed.filter((p) => !taken.has(p.path));
        const found = findDevice(keys, free, rivals);
        if (found.is === 'missing') return this.#no('scanner-missing', '');
        if (found.is === 'ambiguous') return this.#no('scanner-ambiguous', '');
        // the path that a person chose stays where it still leads there
        return { path: found.port.path === here ? path : found.port.path, device: found.port.path };
      }
    }
    if (here === null) return this.#no('scanner-missing', '');
    if (taken.has(here)) return this.#no('scanner-busy', '');
    return { path, device: here };
  }

  /** Asks the system what it knows of the device, so that it is found again elsewhere. */
  #learn(turn: number): void {
    within(this.#ctx.tuning.deviceLimitMs, this.#ctx.system.list()).then(
      (listed) => {
        if (turn !== this.#turn) return;
        const device = listed.find((p) => p.path === this.#device)?.device;
        if (device === undefined || isAnonymous(device)) return;
        this.#scanner = { ...this.#scanner, device };
        this.#say('open', 'scanner-open', {});
      },
      (e: unknown) => this.#ctx.note(`no list of ports: ${messageOf(e)}`),
    );
  }

  #watchFrom(turn: number): void {
    const { tuning, system } = this.#ctx;
    const every = system.platform === 'win32' ? tuning.watchByListMs : tuning.watchMs;
    const look = async () => {
      const gone = await this.#isGone();
      if (turn !== this.#turn) return;
      if (gone === true) {
        await new Promise((r) => setTimeout(r, Math.min(SECOND_LOOK_MS, every)));
        if (turn !== this.#turn) return;
        if ((await this.#isGone()) === true && turn === this.#turn) return this.#lost('the device is gone');
        if (turn !== this.#turn) return;
      }
      this.#watch = setTimeout(look, every);
    };
    this.#watch = setTimeout(look, every);
  }

  /** For a frame that silence is about to end: without its device it is half a frame, and the port is lost. */
  async #isPresent(): Promise<boolean> {
    const { system } = this.#ctx;
    const turn = this.#turn;
    const device = this.#device;
    // on Windows the answer would take longer than the silence, and a lost port is told there
    if (device === null || system.platform === 'win32') return true;
    const there = await system.whereTo(device).catch(() => device);
    if (there === device) return true;
    if (turn === this.#turn) this.#lost('the device is gone');
    return false;
  }

  /** Null: the system could not tell, which is no reason to close a port that works. */
  async #isGone(): Promise<boolean | null> {
    const { system, tuning } = this.#ctx;
    // a link may rightly be given to another device; that of a known one is found by the list anyway
    const path = this.#scanner.device === null ? this.#scanner.path : this.#device;
    if (path === null) return null;
    return within(tuning.deviceLimitMs, system.whereTo(path)).then(
      (now) => now !== this.#device,
      () => null,
    );
  }

  #lost(reason: string): void {
    this.#turn++;
    this.#ctx.note(`${this.#scanner.path} lost: ${reason}`);
    void this.#release();
    this.#say('lost', 'scanner-unplugged', {});
    this.#failures = 0;
    this.#again(this.#ctx.tuning.retryFirstMs);
  }

  #failed(outcome: Extract<OpenOutcome, { ok: false }>): void {
    const { tuning } = this.#ctx;
    this.#failures++;
    const refused = needsPerson(outcome.code);
    const settled = this.#failures >= QUICK_REFUSALS;
    if (refused && (settled || !this.#wasOpen)) this.#say('refused', outcome.code, outcome.params);
    else if (outcome.code === 'scanner-missing' && this.#wasOpen) this.#say('lost', 'scanner-unplugged', {});
    else if (!refused) this.#say('lost', outcome.code, outcome.params);
    const wait = backoff(tuning.retryFirstMs, tuning.retryMostMs, this.#failures);
    this.#again(refused && settled ? tuning.retryRefusedMs : wait);
  }

  #again(ms: number): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#retry = null;
      this.#attempt().then(
        (outcome) => {
          if (outcome !== null && !outcome.ok) this.#failed(outcome);
        },
        (e: unknown) => this.#failed(this.#no('scanner-failed', messageOf(e))),
      );
    }, ms);
  }

  async #release(): Promise<void> {
    if (this.#watch !== null) clearTimeout(this.#watch);
    this.#watch = null;
    const port = this.#port;
    this.#port = null;
    this.#device = null;
    const listener = this.#listener;
    this.#listener = null;
    listener?.close();
    if (listener !== null && listener.noise > 0) {
      this.#ctx.note(`${this.#scanner.path}: ${listener.noise} bytes of plug noise dropped`);
    }
    if (port !== null) await this.#shut(port);
  }

  async #shut(port: OpenPort): Promise<void> {
    try {
      await within(this.#ctx.tuning.deviceLimitMs, port.close());
    } catch (e) {
      this.#ctx.note(`${this.#scanner.path} did not close: ${messageOf(e)}`);
    }
  }

  #say(state: PortState, code: string, params: Params): void {
    this.#ctx.state(state, code, { ...this.#where(), ...params });
  }

  #where(): Params {
    const { path, door, baudRate } = this.#scanner;
    return { path, door, baudRate };
  }

  #no(code: OpenCode, detail: string): Extract<OpenOutcome, { ok: false }> {
    return { ok: false, code, params: { ...this.#where(), detail } };
  }
}
