import { beforeEach, expect, it, vi } from 'vitest';
import type { Recorded } from '../../../shared/contract/events';
import type { HallApi, HallUpdate, Hello } from '../../../shared/contract/hall-api';
import type { Live } from '../../../shared/contract/live';
import { EMPTY_HALL, evolveAll, type HallState } from '../../../shared/domain/hall';
import { instant } from '../../../shared/time/time';

const LIVE = { storage: { savedRevision: 0, pending: 0, code: null, notice: null } } as unknown as Live;
const message = (seq: number): Recorded => ({
  seq,
  at: instant(seq),
  event: { type: 'message.shown', text: `lời ${seq}` },
});
const events = (from: number, to: number, saved = to): HallUpdate => ({
  type: 'events',
  from,
  to,
  events: Array.from({ length: to - from }, (_, i) => message(from + i + 1)),
  savedRevision: saved,
});
const stateAt = (revision: number): HallState =>
  evolveAll(
    EMPTY_HALL,
    Array.from({ length: revision }, (_, i) => message(i + 1)),
  );

/** The far end: answers hello with what the hall is now, when told to. */
class FarHall {
  revision = 0;
  refusing = 0;
  asked = 0;
  readonly answers: (() => void)[] = [];
  hold = false;
  tell: (u: HallUpdate) => void = () => undefined;
  readonly api: HallApi = {
    role: 'operator',
    hello: () => {
      this.asked++;
      if (this.refusing-- > 0) return Promise.reject(new Error('refused'));
      const hello: Hello = { state: stateAt(this.revision), live: LIVE, role: 'operator' };
      if (!this.hold) return Promise.resolve(hello);
      return new Promise((r) => this.answers.push(() => r(hello)));
    },
    onUpdate: (l) => {
      this.tell = l;
      return () => undefined;
    },
    command: () => Promise.resolve({ ok: true, revision: 0, saved: true }),
    clock: () => Promise.resolve(instant(0)),
    log: () => Promise.resolve([]),
    ports: () => Promise.resolve([]),
  };
}

let store: typeof import('../../../renderer/store/hall-store');
let far: FarHall;
beforeEach(async () => {
  vi.resetModules();
  store = await import('../../../renderer/store/hall-store');
  far = new FarHall();
});
const settle = (): Promise<void> => new Promise((r) => setTimeout(r, 5));

it('follows the events and comes to the same state as the hall', async () => {
  await store.startMirror(far.api);
  far.tell(events(0, 2));
  far.tell(events(2, 3));
  expect(store.mirror().state).toEqual(stateAt(3));
  expect(far.asked).toBe(1);
});

it('asks for everything again when a revision is missing, and loses nothing that comes meanwhile', async () => {
  await store.startMirror(far.api);
  far.revision = 5;
  far.hold = true;
  far.tell(events(4, 5));
  far.tell(events(5, 6));
  far.answers[0]?.();
  await settle();
  expect(store.mirror().state).toEqual(stateAt(6));
  expect(far.asked).toBe(2);
});

it('puts late news aside', async () => {
  far.revision = 4;
  await store.startMirror(far.api);
  far.tell(events(2, 4));
  expect(store.mirror().state).toEqual(stateAt(4));
  expect(far.asked).toBe(1);
});

it('keeps asking when the hall refuses to answer at first', async () => {
  far.refusing = 2;
  far.revision = 1;
  await store.startMirror(far.api);
  expect(store.mirror().state).toEqual(stateAt(1));
});

it('knows what is on disk from the same update that brings the events', async () => {
  await store.startMirror(far.api);
  far.tell(events(0, 2, 1));
  expect(store.mirror().live?.storage.savedRevision).toBe(1);
});

it('answers a click on a page that lost the hall instead of keeping silent', async () => {
  expect(await store.send({ type: 'timer.pause' })).toEqual({ ok: false, code: 'not-connected', params: {} });
});
