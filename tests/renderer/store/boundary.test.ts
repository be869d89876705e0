import { beforeEach, describe, expect, it } from 'vitest';
import { followBoundary, type PageTime } from '../../../renderer/store/boundary';
import { type Instant, instant } from '../../../shared/time/time';

/** A page whose time only moves when told: frames begin every `frameMs`, timers fire exactly. */
class FakePage implements PageTime {
  now = 0;
  offset: number | null = 0;
  frameMs: number | null = 1000 / 60;
  /** Frames whose beginning lies in one of these spans are lost. */
  lost: readonly (readonly [number, number])[] = [];
  frameCallbacks = new Map<number, (startedAt: number) => void>();
  framesFollowed = 0;
  #ids = 0;
  #timers = new Map<number, { at: number; callback: () => void }>();

  hallNow = (): Instant | null => (this.offset === null ? null : instant(this.now + this.offset));
  pageNow = (): number => this.now;
  onFrame = (callback: (startedAt: number) => void): number => {
    this.frameCallbacks.set(++this.#ids, callback);
    return this.#ids;
  };
  dropFrame = (id: number): void => {
    this.frameCallbacks.delete(id);
  };
  after = (ms: number, callback: () => void): ReturnType<typeof setTimeout> => {
    this.#timers.set(++this.#ids, { at: this.now + ms, callback });
    return this.#ids as unknown as ReturnType<typeof setTimeout>;
  };
  drop = (timer: ReturnType<typeof setTimeout>): void => {
    this.#timers.delete(timer as unknown as number);
  };
  get waiting(): number {
    return this.#timers.size + this.frameCallbacks.size;
  }

  runTo(end: number, phase = 0): void {
    for (;;) {
      const timer = [...this.#timers].sort((a, b) => a[1].at - b[1].at)[0];
      const frame = this.frameMs === null ? Number.POSITIVE_INFINITY : this.#nextFrame(this.frameMs, phase);
      const next = Math.min(timer?.[1].at ?? Number.POSITIVE_INFINITY, frame);
      if (next > end) break;
      this.now = Math.max(this.now, next);
      if (timer !== undefined && timer[1].at <= next) {
        this.#timers.delete(timer[0]);
        timer[1].callback();
      } else {
        const due = [...this.frameCallbacks.values()];
        this.frameCallbacks.clear();
        this.framesFollowed += due.length;
        for (const callback of due) callback(next);
      }
    }
    this.now = end;
  }

  #nextFrame(frameMs: number, phase: number): number {
    if (this.frameCallbacks.size === 0) return Number.POSITIVE_INFINITY;
    let at = (Math.floor((this.now - phase) / frameMs + 1e-9) + 1) * frameMs + phase;
    while (this.lost.some(([from, to]) => at >= from && at <= to)) at += frameMs;
    return at;
  }
}

const everySecond = (from: Instant): Instant => instant((Math.floor(from / 1000) + 1) * 1000);

let page: FakePage;
let drawn: { at: number; page: number }[];
const follow = (next: (from: Instant) => Instant | null = everySecond): (() => void) =>
  followBoundary(page, next, (at) => drawn.push({ at, page: page.now }));

beforeEach(() => {
  page = new FakePage();
  drawn = [];
});

describe('a picture that changes on the second', () => {
  it('is drawn at once and then for every boundary, each exactly once', () => {
    page.now = 250;
    follow();
    page.runTo(10_400);
    expect(drawn.map((d) => Math.floor(d.at / 1000))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it.each([60, 59.94, 50, 30, 144])('reaches the glass within one frame behind the second at %d Hz', (hz) => {
    page.frameMs = 1000 / hz;
    follow();
    page.runTo(30_500, 0.37 * page.frameMs);
    // the first ones are still learning how long a frame is
    for (const d of drawn.slice(5)) {
      const second = Math.round(d.at / 1000) * 1000;
      const glass = d.page + (page.frameMs ?? 0);
      expect(glass).toBeGreaterThanOrEqual(second - 0.2);
      expect(glass).toBeLessThanOrEqual(second + page.frameMs + 0.2);
    }
    expect(drawn).toHaveLength(31);
  });

  it('is within 20 ms of the second when the frame before it is lost', () => {
    follow();
    page.lost = [[1980, 2000]];
    page.runTo(2500);
    const second = drawn.find((d) => d.at >= 2000);
    expect(Math.abs((second?.page ?? 0) - 2000)).toBeLessThan(20);
  });

  it('hands over the moment of the boundary, never one before it', () => {
    follow();
    page.runTo(5500);
    for (const d of drawn.slice(1)) expect(d.at % 1000).toBeLessThan(20);
  });

  it('goes on by timer where no frames come', () => {
    page.frameMs = null;
    follow();
    page.runTo(5500);
    expect(drawn).toHaveLength(6);
    for (const d of drawn.slice(1)) expect(d.page - Math.round(d.at / 1000) * 1000).toBeLessThan(40);
  });

  it('follows only a few frames of each second', () => {
    follow();
    page.runTo(60_000);
    expect(page.framesFollowed).toBeLessThan(60 * 5);
  });

  it('waits for hall time and draws as soon as it is known', () => {
    page.offset = null;
    follow();
    page.runTo(300);
    expect(drawn).toEqual([]);
    page.offset = 5_000_000;
    page.runTo(400);
    expect(drawn).toHaveLength(1);
    expect(drawn[0]?.at).toBeGreaterThanOrEqual(5_000_300);
  });

  it('moves to a hall time that was put right by half a minute, forward or back', () => {
    follow();
    page.runTo(2300);
    page.offset = 30_500;
    page.runTo(4300);
    expect(drawn.at(-1)?.at).toBeGreaterThanOrEqual(34_000);
    page.offset = -300;
    page.runTo(8500);
    expect(Math.floor((drawn.at(-1)?.at ?? 0) / 1000)).toBe(8);
    const pages = drawn.slice(-4).map((d) => Math.round(d.page / 100) * 100);
    expect(pages).toEqual([5300, 6300, 7300, 8300]);
  });

  it('draws a second only once when hall time is put back by a few milliseconds', () => {
    follow();
    page.runTo(1005);
    page.offset = -15;
    page.runTo(1900);
    expect(drawn).toHaveLength(2);
  });

  it('sleeps for good when nothing will change', () => {
    follow(() => null);
    page.runTo(10_000);
    expect(drawn).toHaveLength(1);
    expect(page.waiting).toBe(0);
  });

  it('leaves nothing behind when it is stopped, in its sleep or between two frames', () => {
    const stopAsleep = follow();
    page.runTo(400);
    stopAsleep();
    expect(page.waiting).toBe(0);
    const stopAwake = follow();
    page.runTo(1000 - 30);
    stopAwake();
    expect(page.waiting).toBe(0);
    const before = drawn.length;
    page.runTo(5000);
    expect(drawn).toHaveLength(before);
  });

  it('can be stopped from within its own drawing', () => {
    let stop: () => void = () => undefined;
    stop = followBoundary(page, everySecond, (at) => {
      drawn.push({ at, page: page.now });
      if (drawn.length === 3) stop();
    });
    page.runTo(9000);
    expect(drawn).toHaveLength(3);
    expect(page.waiting).toBe(0);
  });
});
