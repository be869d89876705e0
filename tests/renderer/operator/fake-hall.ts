import type { Answer, Command } from '../../../shared/contract/commands';
import type { HallEvent, Recorded } from '../../../shared/contract/events';
import type { HallApi, HallUpdate, PageRole, PortInfo } from '../../../shared/contract/hall-api';
import type { Live } from '../../../shared/contract/live';
import type { EventPlan } from '../../../shared/domain/agenda/agenda';
import type { Delegate } from '../../../shared/domain/attendance/attendance';
import { decide } from '../../../shared/domain/decide';
import { EMPTY_HALL, evolve, type HallState } from '../../../shared/domain/hall';
import { type Duration, type Instant, instant } from '../../../shared/time/time';
import { LIVE } from '../a-hall';

/**
 * The far end of a page: the real `decide` and `evolve`, a disk that saves when it is told to, and devices that say
 * what the test puts into `live`.
 */
export class FakeHall implements HallApi {
  readonly role: PageRole;
  state: HallState = EMPTY_HALL;
  live: Live = LIVE;
  /** Every command as it came. */
  readonly commands: Command[] = [];
  /** What `sample.open` opens. */
  readonly sample: { readonly plan: EventPlan; readonly delegates: readonly Delegate[] };
  portList: readonly PortInfo[] = [];
  /** The next answer to a desk command; null lets it through. */
  refuseNext: { readonly code: string; readonly params: Readonly<Record<string, string | number>> } | null = null;
  /** False: what happens from now on stays off the disk. */
  saves = true;
  /** Hall time; a page's own clock goes on from it. */
  now: () => Instant = () => instant(Date.now());
  readonly journal: Recorded[] = [];
  readonly #listeners: ((update: HallUpdate) => void)[] = [];

  constructor(role: PageRole, sample: FakeHall['sample']) {
    this.role = role;
    this.sample = sample;
  }

  hello(): ReturnType<HallApi['hello']> {
    return Promise.resolve(structuredClone({ state: this.state, live: this.live, role: this.role }));
  }

  onUpdate(listener: (update: HallUpdate) => void): () => void {
    this.#listeners.push(listener);
    return () => void this.#listeners.splice(this.#listeners.indexOf(listener), 1);
  }

  clock(): Promise<Instant> {
    return Promise.resolve(this.now());
  }

  log(last: number): Promise<readonly Recorded[]> {
    return Promise.resolve(this.journal.slice(-last));
  }

  ports(): Promise<readonly PortInfo[]> {
    return Promise.resolve(this.portList);
  }

  command(c: Command): Promise<Answer> {
    this.commands.push(c);
    const refused = this.refuseNext;
    if (refused !== null) {
      this.refuseNext = null;
      return Promise.resolve({ ok: false, ...refused });
    }
    return Promise.resolve(this.#answer(c));
  }

  #answer(c: Command): Answer {
    const done = { ok: true, revision: this.state.revision, saved: this.saves } as const;
    switch (c.type) {
      case 'sample.open':
        this.tell({ type: 'event.opened', ...this.sample, mode: c.mode });
        return { ...done, revision: this.state.revision };
      case 'language.set':
        this.show({ desk: { ...this.live.desk, language: c.language } });
        return done;
      case 'paper.make':
        return { ...done, path: `/giay-to/Danh sách đại biểu.${c.format}` };
      case 'obs.link':
      case 'obs.unlink':
      case 'scanner.open':
      case 'scanner.close':
      case 'window.open':
      case 'window.close':
      case 'paper.reveal':
      case 'library.export':
      case 'library.import':
        return done;
      default: {
        const decision = decide(this.state, c, this.now());
        if (!decision.ok) return { ok: false, ...decision.refusal };
        this.tell(...decision.events);
        return { ...done, revision: this.state.revision };
      }
    }
  }

  /** Something happened: recorded, told to the page, and on disk while `saves`. */
  tell(...events: readonly HallEvent[]): void {
    const from = this.state.revision;
    const at = this.now();
    const recorded = events.map((event, i): Recorded => ({ seq: from + i + 1, at, event }));
    for (const r of recorded) this.state = evolve(this.state, r);
    this.journal.push(...recorded);
    const savedRevision = this.saves ? this.state.revision : this.live.storage.savedRevision;
    this.#send({ type: 'events', from, to: this.state.revision, events: recorded, savedRevision });
    const { storage } = this.live;
    this.show({
      storage: this.saves
        ? { savedRevision: this.state.revision, pending: 0, code: null, notice: null }
        : { ...storage, pending: storage.pending + events.length },
    });
  }

  /** A device or the disk says something new. */
  show(part: Partial<Live>): void {
    this.live = { ...this.live, ...part };
    this.#send({ type: 'live', live: this.live });
  }

  thumbnail(jpeg: string | null): void {
    this.#send({ type: 'thumbnail', jpeg });
  }

  /** A badge at a door. */
  scan(text: string, door = 'Cửa chính', readable = true): void {
    const taken = decide(
      this.state,
      { type: 'scan.take', door, source: 'serial', text, raw: '', receivedAt: this.now(), readable },
      this.now(),
    );
    if (taken.ok) this.tell(...taken.events);
  }

  #send(update: HallUpdate): void {
    // a copy, as the bridge gives one: no page may rely on getting the same object twice
    for (const listener of this.#listeners) listener(structuredClone(update));
  }
}

export const ms = (n: number): Duration => n as Duration;
