// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Recorded } from '../../../shared/contract/events';
import type { HallUpdate } from '../../../shared/contract/hall-api';
import type { HallState } from '../../../shared/domain/hall';
import { type Instant, instant } from '../../../shared/time/time';
import { at, hallAfter, LIVE, recorded, started } from '../a-hall';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
let tell: (update: HallUpdate) => void;
let mute: boolean;

/** The stage over a fake hall whose time is `now` at the start. */
async function open(state: HallState, now: Instant): Promise<void> {
  mute = false;
  const offset = now - performance.now();
  const hall = {
    role: 'stage' as const,
    hello: () => Promise.resolve({ state, live: LIVE, role: 'stage' as const }),
    onUpdate: (listener: (update: HallUpdate) => void) => {
      tell = listener;
      return () => undefined;
    },
    command: () => Promise.reject(new Error('not asked')),
    clock: () => (mute ? new Promise<Instant>(() => undefined) : Promise.resolve(instant(performance.now() + offset))),
    log: () => Promise.resolve([]),
    ports: () => Promise.resolve([]),
  };
  Reflect.set(window, 'hall', hall);
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  root = createRoot(place);
  // a page knows one hall for its whole life: each test is a page of its own
  vi.resetModules();
  const { App } = await import('../../../renderer/stage/App');
  await act(async () => root.render(<App />));
  await wait(60);
}
/** Tells events that begin behind `from`, as the hall does. */
const happen = (events: readonly Recorded[], from: number): void => {
  const to = from + events.length;
  tell({ type: 'events', from, to, events, savedRevision: to });
};
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const text = (id: string): string | null => document.querySelector(`[data-testid="${id}"]`)?.textContent ?? null;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.clearAllTimers();
  vi.useRealTimers();
});

describe("the MC's screen", () => {
  it('counts down by itself, with nothing told', async () => {
    await open(hallAfter(started('08:25', 'b', 40)), at('08:26'));
    expect(text('stage-figure')).toBe('39:00');
    expect(text('stage-title')).toBe('Mục b');
    expect(text('stage-phase')).toBe('CÒN LẠI');
    expect(text('stage-clock')).toBe('08:26:00');
    expect(text('stage-next')).toContain('Nội dung nội bộ');
    await wait(10_000);
    expect(text('stage-figure')).toBe('38:50');
    expect(text('stage-clock')).toBe('08:26:10');
  });

  it('goes over into overtime in words and look', async () => {
    await open(hallAfter(started('08:25', 'b', 40)), at('09:04:58'));
    expect(text('stage-phase')).toBe('ĐỀ NGHỊ KẾT THÚC');
    await wait(5000);
    expect(text('stage-figure')).toBe('-00:03');
    expect(text('stage-phase')).toBe('HẾT GIỜ');
    expect(document.documentElement.dataset.look).toBe('over');
  });

  it('shows a message from the desk until it is taken off, and keeps counting beside it', async () => {
    const state = hallAfter(started('08:25', 'b', 40));
    await open(state, at('08:26'));
    expect(text('stage-message')).toBeNull();
    const shown = recorded([['08:26', { type: 'message.shown', text: 'Còn 2 phút' }]], state.revision);
    await act(async () => happen(shown, state.revision));
    expect(text('stage-message')).toBe('Còn 2 phút');
    await wait(2000);
    expect(text('stage-figure')).toBe('38:58');
    const cleared = recorded([['08:26', { type: 'message.cleared' }]], state.revision + 1);
    await act(async () => happen(cleared, state.revision + 1));
    expect(text('stage-message')).toBeNull();
  });

  it('changes title and figure together when the next item starts', async () => {
    const state = hallAfter(started('08:15', 'a', 10));
    await open(state, at('08:25'));
    const next = recorded([started('08:25', 'b', 40)], state.revision);
    act(() => happen(next, state.revision));
    expect([text('stage-title'), text('stage-figure')]).toEqual(['Mục b', '40:00']);
  });

  it('says within two seconds that the hall is silent, and counts on', async () => {
    await open(hallAfter(started('08:25', 'b', 40)), at('08:26'));
    await wait(3000);
    mute = true;
    await wait(2000);
    expect(text('stage-lost')).toContain('MẤT LIÊN LẠC');
    expect(text('stage-figure')).toBe('38:55');
    await wait(60_000);
    expect(text('stage-figure')).toBe('37:55');
  });

  it('stays calm before the day begins', async () => {
    await open(hallAfter(), at('08:03'));
    expect(text('stage-phase')).toBe('CHƯA BẮT ĐẦU');
    expect(text('stage-start')).toBe('Bắt đầu lúc 08:15 · còn 12 phút');
  });
});
