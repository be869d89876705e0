// @vitest-environment happy-dom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hallNow, onBoundary, startHallTime, useSignalLost } from '../../../renderer/store/hall-time';
import { type Instant, instant } from '../../../shared/time/time';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

const Lamp = (): string => (useSignalLost() ? 'lost' : 'there');

/** A hall whose clock answers after `delay`, or never. */
class FakeHall {
  ahead = 1_000_000;
  delay = 1;
  mute = false;
  refuses = false;
  asked = 0;
  clock(): Promise<Instant> {
    this.asked++;
    if (this.refuses) return Promise.reject(new Error('closing'));
    if (this.mute) return new Promise(() => undefined);
    const there = instant(performance.now() + this.delay / 2 + this.ahead);
    return new Promise((resolve) => setTimeout(() => resolve(there), this.delay));
  }
}

let hall: FakeHall;
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  hall = new FakeHall();
  stop = () => undefined;
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const error = (): number => (hallNow() ?? 0) - (performance.now() + hall.ahead);

describe('hall time in a page', () => {
  it('is not known before the hall has answered', async () => {
    hall.mute = true;
    stop = startHallTime(hall);
    await vi.advanceTimersByTimeAsync(5000);
    expect(hallNow()).toBeNull();
  });

  it('is known with the first answer, as nothing can be drawn without it', async () => {
    hall.delay = 10;
    stop = startHallTime(hall);
    await vi.advanceTimersByTimeAsync(11);
    expect(hall.asked).toBe(2);
    expect(Math.abs(error())).toBeLessThanOrEqual(hall.delay / 2);
  });

  it('is known after a few round trips and stays right', async () => {
    stop = startHallTime(hall);
    await vi.advanceTimersByTimeAsync(50);
    expect(Math.abs(error())).toBeLessThan(0.6);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(Math.abs(error())).toBeLessThan(0.6);
  });

  it('is put right within a second after the machine slept', async () => {
    stop = startHallTime(hall);
    await vi.advanceTimersByTimeAsync(3000);
    hall.ahead += 900_000;
    await vi.advanceTimersByTimeAsync(1000);
    expect(Math.abs(error())).toBeLessThan(0.6);
  });

  it('goes on unmoved while the hall is silent or refuses', async () => {
    stop = startHallTime(hall);
    await vi.advanceTimersByTimeAsync(3000);
    hall.mute = true;
    await vi.advanceTimersByTimeAsync(60_000);
    hall.mute = false;
    hall.refuses = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(Math.abs(error())).toBeLessThan(0.6);
  });

  it('is not known any more after it was stopped, and asks nothing', async () => {
    const end = startHallTime(hall);
    await vi.advanceTimersByTimeAsync(100);
    end();
    const asked = hall.asked;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(hall.asked).toBe(asked);
    expect(hallNow()).toBeNull();
  });

  it('carries the boundary follower over real timers and frames', async () => {
    stop = startHallTime(hall);
    const seen: number[] = [];
    const end = onBoundary(
      (from) => instant((Math.floor(from / 1000) + 1) * 1000),
      (at) => seen.push(Math.floor(at / 1000)),
    );
    await vi.advanceTimersByTimeAsync(4500);
    end();
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(5);
  });
});

describe('the signal of the hall', () => {
  const show = (): { text: () => string; end: () => void } => {
    const place = document.createElement('div');
    const root = createRoot(place);
    act(() => root.render(createElement(Lamp)));
    return { text: () => place.textContent ?? '', end: () => act(() => root.unmount()) };
  };

  it('is called lost within two seconds of silence, and there again with the first answer', async () => {
    stop = startHallTime(hall);
    const lamp = show();
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(lamp.text()).toBe('there');
    hall.mute = true;
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(lamp.text()).toBe('there');
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(lamp.text()).toBe('lost');
    hall.mute = false;
    await act(() => vi.advanceTimersByTimeAsync(600));
    expect(lamp.text()).toBe('there');
    lamp.end();
  });

  it('counts a hall that only refuses as lost', async () => {
    stop = startHallTime(hall);
    const lamp = show();
    hall.refuses = true;
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(lamp.text()).toBe('lost');
    lamp.end();
  });
});
