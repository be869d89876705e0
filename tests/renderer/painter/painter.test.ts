// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPainter } from '../../../renderer/painter/painter';
import type { PaintJob } from '../../../shared/contract/hall-api';

const slide = { role: 'banner', lines: ['HỘI NGHỊ'] } as const;
let tell: (job: PaintJob) => void;
let answers: { id: number; png: ArrayBuffer | null; reason: string | null }[];
const painter = {
  onJob(listener: (job: PaintJob) => void) {
    tell = listener;
    return () => undefined;
  },
  done(id: number, png: ArrayBuffer | null, reason: string | null) {
    answers.push({ id, png, reason });
  },
};
const fonts = { load: () => Promise.resolve([]) };

/** A canvas that draws nothing: where the letters land is the layouts' own test. */
class FakeCanvas {
  static encode: () => Promise<Blob> = async () => new Blob(['png']);
  readonly width: number;
  readonly height: number;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }
  getContext(): unknown {
    const gradient = { addColorStop: () => undefined };
    const known: Record<string, unknown> = {
      measureText: () => ({ width: 100, actualBoundingBoxAscent: 10, actualBoundingBoxDescent: 2 }),
      createRadialGradient: () => gradient,
      createLinearGradient: () => gradient,
    };
    return new Proxy(known, { get: (t, key) => t[String(key)] ?? (() => undefined), set: () => true });
  }
  convertToBlob(): Promise<Blob> {
    return FakeCanvas.encode();
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  FakeCanvas.encode = async () => new Blob(['png']);
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const soon = () => vi.advanceTimersByTimeAsync(50);

describe('the painter', () => {
  it('answers each job with a picture, in order', async () => {
    startPainter(painter, fonts);
    tell({ id: 1, slide, width: 1920, height: 1080 });
    tell({ id: 2, slide, width: 1280, height: 720 });
    await soon();
    expect(answers.map((a) => [a.id, a.png !== null, a.reason])).toEqual([
      [1, true, null],
      [2, true, null],
    ]);
  });

  it.each([
    [0, 1080],
    [1920.5, 1080],
    [40_000, 10],
    [16_000, 16_000],
    [Number.NaN, 10],
  ])('refuses a picture of %d x %d with the reason', async (width, height) => {
    startPainter(painter, fonts);
    tell({ id: 7, slide, width, height });
    await soon();
    expect(answers).toEqual([{ id: 7, png: null, reason: expect.stringContaining('no picture of') }]);
  });

  it('says why a picture could not be made, and goes on with the next', async () => {
    startPainter(painter, fonts);
    FakeCanvas.encode = () => Promise.reject(new Error('out of memory'));
    tell({ id: 1, slide, width: 100, height: 100 });
    await soon();
    FakeCanvas.encode = async () => new Blob(['png']);
    tell({ id: 2, slide, width: 100, height: 100 });
    await soon();
    expect(answers.map((a) => [a.id, a.reason])).toEqual([
      [1, 'out of memory'],
      [2, null],
    ]);
  });

  it('gives up an encoding that does not end', async () => {
    startPainter(painter, fonts);
    FakeCanvas.encode = () => new Promise(() => undefined);
    tell({ id: 1, slide, width: 100, height: 100 });
    await vi.advanceTimersByTimeAsync(11_000);
    expect(answers[0]?.png).toBeNull();
    expect(answers[0]?.reason).toMatch(/not encoded/);
  });

  it('draws with what there is when the letters do not come', async () => {
    startPainter(painter, { load: () => new Promise(() => undefined) });
    tell({ id: 1, slide, width: 100, height: 100 });
    await soon();
    expect(answers).toEqual([]);
    await vi.advanceTimersByTimeAsync(3500);
    expect(answers[0]?.png).not.toBeNull();
  });
});
