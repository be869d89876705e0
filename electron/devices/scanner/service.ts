import { messageOf } from '../../error-message';
import { within } from '../../time-limit';
import { Connection, type Others } from './connection';
import type { Frame } from './framing';
import { type Held, NOTHING_HELD, sieve } from './hold';
import type { DeviceKeys } from './match';
import { type Counts, type FromProcess, NO_COUNTS, type Params, type PortState, type ToProcess } from './messages';
import type { SerialSystem } from './serial-system';
import type { KeptScanner } from './settings';
import { TUNING, type Tuning } from './tuning';

/** This many unreadable frames in a row look like a wrong speed or parity rather than a bad badge. */
export const GARBLED_AFTER = 3;

interface Port {
  readonly connection: Connection;
  counts: Counts;
  held: Held;
  unreadableInARow: number;
  /** Whether the app was told that nothing readable comes. */
  garbled: boolean;
  /** The last state that was told, to tell nothing twice. */
  told: string;
}

/**
 * The serial process without its process: answers the app's requests and tells what the ports say. Runs behind any
 * channel, so that tests run it beside a fake serial system.
 */
export class ScannerService {
  readonly #system: SerialSystem;
  readonly #say: (message: FromProcess) => void;
  readonly #leave: () => void;
  readonly #ports = new Map<string, Port>();
  #tuning: Tuning = TUNING;
  #countsTimer: NodeJS.Timeout | null = null;
  readonly #countsDue = new Set<string>();

  /** @param leave ends the process, after everything is closed and answered */
  constructor(system: SerialSystem, say: (message: FromProcess) => void, leave: () => void) {
    this.#system = system;
    this.#say = say;
    this.#leave = leave;
  }

  /** Never rejects: what goes wrong is the answer. */
  async take(message: ToProcess): Promise<void> {
    try {
      await this.#obey(message);
    } catch (e) {
      this.#refuse(message.request, 'scanner-failed', { detail: messageOf(e) });
    }
  }

  /** Closes every port within the device limit. */
  async stop(): Promise<void> {
    if (this.#countsTimer !== null) clearTimeout(this.#countsTimer);
    const ports = [...this.#ports.values()];
    await Promise.all(ports.map((p) => p.connection.close()));
    this.#ports.clear();
  }

  async #obey(message: ToProcess): Promise<void> {
    switch (message.type) {
      case 'tune':
        this.#tuning = message.tuning;
        return this.#done(message.request);
      case 'ping':
        return this.#done(message.request);
      case 'list': {
        const ports = await within(this.#tuning.deviceLimitMs, this.#system.list());
        return this.#say({ type: 'answer', request: message.request, ok: true, ports });
      }
      case 'open':
        return this.#open(message.request, message.id, message.scanner, message.insist);
      case 'close': {
        const port = this.#ports.get(message.id);
        await port?.connection.close();
        this.#ports.delete(message.id);
        return this.#done(message.request);
      }
      case 'stop':
        await this.stop();
        this.#done(message.request);
        return this.#leave();
    }
  }

  async #open(request: number, id: string, scanner: KeptScanner, insist: boolean): Promise<void> {
    const before = this.#ports.get(id);
    if (before !== undefined) await before.connection.close();
    const connection = new Connection(scanner, {
      system: this.#system,
      tuning: this.#tuning,
      others: () => this.#others(id),
      state: (state, code, params) => this.#state(id, state, code, params),
      frame: (frame) => this.#frame(id, frame),
      note: (line) => this.#say({ type: 'note', line }),
    });
    this.#ports.set(id, {
      connection,
      counts: before?.counts ?? NO_COUNTS,
      held: NOTHING_HELD,
      unreadableInARow: 0,
      garbled: false,
      told: '',
    });
    const outcome = await connection.start(insist);
    if (outcome.ok) return this.#done(request);
    if (!insist) {
      await connection.close();
      if (this.#ports.get(id)?.connection === connection) this.#ports.delete(id);
    }
    this.#refuse(request, outcome.code, outcome.params);
  }

  #others(id: string): Others {
    const taken = new Set<string>();
    const rivals: DeviceKeys[] = [];
    for (const [other, { connection }] of this.#ports) {
      if (other === id) continue;
      if (connection.taken !== null) taken.add(connection.taken);
      if (connection.seeks !== null) rivals.push(connection.seeks);
    }
    return { taken, rivals };
  }

  #state(id: string, state: PortState, code: string, params: Params): void {
    const port = this.#ports.get(id);
    if (port === undefined) return;
    if (state !== 'open') {
      port.garbled = false;
      port.unreadableInARow = 0;
    }
    const { scanner } = port.connection;
    const told = JSON.stringify([state, code, params, scanner]);
    if (told === port.told) return;
    port.told = told;
    this.#say({ type: 'state', id, state, code, params, scanner });
  }

  #frame(id: string, frame: Frame): void {
    const port = this.#ports.get(id);
    if (port === undefined) return;
    const { held, as } = sieve(port.held, frame, this.#tuning.hold);
    port.held = held;
    const { frames, unreadable, repeats } = port.counts;
    port.counts = {
      frames: frames + (as === 'scan' ? 1 : 0),
      unreadable: unreadable + (frame.readable || as === 'repeat' ? 0 : 1),
      repeats: repeats + (as === 'repeat' ? 1 : 0),
    };
    if (as === 'scan') {
      const { text, raw, readable, why } = frame;
      if (why !== null) this.#say({ type: 'note', line: `${id}: ${why}, ${raw}` });
      const ageMs = Math.max(0, this.#system.now() - frame.at);
      this.#say({ type: 'frame', id, text, raw, readable, ageMs, counts: port.counts });
    } else {
      this.#countsSoon(id);
    }
    this.#judgeLine(id, port, frame);
  }

  /** A person is told when nothing readable comes any more, and when it does again. */
  #judgeLine(id: string, port: Port, frame: Frame): void {
    // a frame cut by the plug says nothing about the speed
    if (frame.why === 'frame-cut') return;
    port.unreadableInARow = frame.readable ? 0 : port.unreadableInARow + 1;
    const garbled = port.unreadableInARow >= GARBLED_AFTER;
    if (garbled === port.garbled || port.connection.taken === null) return;
    port.garbled = garbled;
    const { door, path, baudRate } = port.connection.scanner;
    this.#state(id, 'open', garbled ? 'scanner-garbled' : 'scanner-open', { path, door, baudRate });
  }

  #countsSoon(id: string): void {
    this.#countsDue.add(id);
    this.#countsTimer ??= setTimeout(() => {
      this.#countsTimer = null;
      for (const due of this.#countsDue) {
        const port = this.#ports.get(due);
        if (port !== undefined) this.#say({ type: 'counts', id: due, counts: port.counts });
      }
      this.#countsDue.clear();
    }, this.#tuning.countsMs);
  }

  #done(request: number): void {
    this.#say({ type: 'answer', request, ok: true, ports: [] });
  }

  #refuse(request: number, code: string, params: Params): void {
    this.#say({ type: 'answer', request, ok: false, code, params });
  }
}
