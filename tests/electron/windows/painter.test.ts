import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPainter, PAINT_LIMIT_MS, PaintError, type PainterPage, pngOf } from '../../../electron/windows/painter';
import type { PaintJob } from '../../../shared/contract/hall-api';
import type { Slide } from '../../../shared/domain/scenes/slide';

const banner = (line: string): Slide => ({ role: 'banner', lines: [line] });
const agenda: Slide = { role: 'agenda', heading: 'CHƯƠNG TRÌNH', rows: [] };

function png(width: number, height: number): ArrayBuffer {
  const bytes = new Uint8Array(40);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes.buffer;
}

/** A drawing page that is told by the test when to answer and when to die. */
class Page implements PainterPage {
  readonly jobs: PaintJob[] = [];
  readonly #done = new Set<(id: unknown, png: unknown, reason: unknown) => void>();
  readonly #gone = new Set<() => void>();
  send = (job: PaintJob): void => void this.jobs.push(job);
  onDone = (f: (id: unknown, png: unknown, reason: unknown) => void): (() => void) => {
    this.#done.add(f);
    return () => void this.#done.delete(f);
  };
  onGone = (f: () => void): (() => void) => {
    this.#gone.add(f);
    return () => void this.#gone.delete(f);
  };
  get listeners(): number {
    return this.#done.size + this.#gone.size;
  }
  answer(id: unknown, picture: unknown, reason: string | null = null): void {
    for (const f of [...this.#done]) f(id, picture, reason);
  }
  die(): void {
    for (const f of [...this.#gone]) f();
  }
  last(): PaintJob {
    const job = this.jobs.at(-1);
    if (job === undefined) throw new Error('no job was sent');
    return job;
  }
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const faultOf = (p: Promise<unknown>): Promise<unknown> =>
  p.then(
    () => 'drawn',
    (e: unknown) => (e instanceof PaintError ? e.fault : e),
  );

describe('drawing slides', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const start = (page = new Page()) => ({
    page,
    painter: createPainter({ page: async () => page, log: () => undefined }),
  });

  it('answers with the picture that the page drew', async () => {
    const { page, painter } = start();
    const drawn = painter.paint(banner('một'), 1920, 1080);
    await settle();
    expect(page.last()).toMatchObject({ slide: banner('một'), width: 1920, height: 1080 });
    page.answer(page.last().id, png(1920, 1080));
    expect((await drawn).length).toBe(40);
    expect(page.listeners).toBe(0);
  });

  it('does not take a picture of another size, or one that is none', async () => {
    const { page, painter } = start();
    for (const wrong of [png(1280, 720), new ArrayBuffer(3), 'PNG', { length: 40 }]) {
      const fault = faultOf(painter.paint(agenda, 1920, 1080));
      await settle();
      page.answer(page.last().id, wrong);
      expect(await fault).toBe('refused');
    }
  });

  it('hands on why the page could not draw', async () => {
    const { page, painter } = start();
    const drawn = painter.paint(agenda, 10, 10);
    const told = expect(drawn).rejects.toThrow('font missing');
    await settle();
    page.answer(page.last().id, null, 'font missing');
    await told;
  });

  it('draws one slide at a time', async () => {
    const { page, painter } = start();
    const first = painter.paint(banner('một'), 10, 10);
    const second = painter.paint(agenda, 10, 10);
    await settle();
    expect(page.jobs.length).toBe(1);
    page.answer(page.last().id, png(10, 10));
    await first;
    await settle();
    expect(page.last().slide.role).toBe('agenda');
    page.answer(page.last().id, png(10, 10));
    await second;
  });

  it('gives a waiting slide and one being drawn up for a newer one of the same role', async () => {
    const { page, painter } = start();
    const first = faultOf(painter.paint(banner('một'), 10, 10));
    await settle();
    const stale = page.last().id;
    const second = faultOf(painter.paint(banner('hai'), 10, 10));
    const third = painter.paint(banner('ba'), 10, 10);
    expect(await first).toBe('superseded');
    expect(await second).toBe('superseded');
    await settle();
    expect(page.last().slide).toEqual(banner('ba'));
    page.answer(stale, png(10, 10));
    page.answer(page.last().id, png(10, 10));
    expect((await third).length).toBe(40);
    expect(page.jobs.length).toBe(2);
  });

  it('gives up after the time limit and goes on with the next', async () => {
    const { page, painter } = start();
    const fault = faultOf(painter.paint(banner('một'), 10, 10));
    const next = painter.paint(agenda, 10, 10);
    await vi.advanceTimersByTimeAsync(PAINT_LIMIT_MS);
    expect(await fault).toBe('late');
    page.answer(page.last().id, png(10, 10));
    await next;
  });

  it('draws again once after the page died, and not a second time', async () => {
    const { page, painter } = start();
    const drawn = painter.paint(banner('một'), 10, 10);
    await settle();
    page.die();
    await settle();
    expect(page.jobs.length).toBe(2);
    page.answer(page.last().id, png(10, 10));
    await drawn;

    const fault = faultOf(painter.paint(banner('hai'), 10, 10));
    await settle();
    page.die();
    await settle();
    page.die();
    expect(await fault).toBe('crashed');
    expect(page.jobs.length).toBe(4);
  });

  it('says so when the page does not come up', async () => {
    const painter = createPainter({
      page: () => Promise.reject(new Error('not loaded')),
      log: () => undefined,
    });
    expect(await faultOf(painter.paint(agenda, 10, 10))).toBe('late');
  });

  it('lets nobody wait when the app closes', async () => {
    const { painter } = start();
    const first = faultOf(painter.paint(banner('một'), 10, 10));
    const second = faultOf(painter.paint(agenda, 10, 10));
    await settle();
    painter.stop();
    expect([await first, await second]).toEqual(['closing', 'closing']);
    expect(await faultOf(painter.paint(agenda, 10, 10))).toBe('closing');
  });

  it('reads the size of a picture that starts inside a larger buffer', () => {
    const whole = new Uint8Array(100);
    whole.set(new Uint8Array(png(7, 9)), 30);
    expect(pngOf(whole.subarray(30, 70), 7, 9)?.length).toBe(40);
    expect(pngOf(whole, 7, 9)).toBeNull();
  });
});
