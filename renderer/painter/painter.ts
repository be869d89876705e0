import type { PainterApi, PaintJob } from '../../shared/contract/hall-api';
import { drawSlide } from '../ui/slide/draw';
import { loadFaces } from '../ui/slide/faces';

const FONT_LIMIT_MS = 3000;
/** A picture that is not encoded by then is given up; the app asks again when it still wants it. */
const ENCODE_LIMIT_MS = 10_000;
/** Larger than any wall; what is beyond it is a mistake and would only eat memory. */
const LARGEST = 16_384;
const MOST_PIXELS = 8192 * 4320;

/**
 * Draws each job it is given, one after the other, and answers every one: with a PNG, or with the reason why not.
 * @returns the function that stops it.
 */
export function startPainter(painter: PainterApi, fonts: Pick<FontFaceSet, 'load'>): () => void {
  let faces: Promise<boolean> | null = null;
  let last: Promise<void> = Promise.resolve();
  const paint = async (job: PaintJob): Promise<void> => {
    try {
      // faces that did not come are asked for again with the next job
      faces ??= loadFaces(fonts, FONT_LIMIT_MS);
      if (!(await faces)) faces = null;
      painter.done(job.id, await pngOf(job), null);
    } catch (error) {
      painter.done(job.id, null, error instanceof Error ? error.message : String(error));
    }
  };
  return painter.onJob((job) => {
    last = last.then(() => paint(job));
  });
}

/** @throws Error when the size is not one of a picture, there is no canvas, or it cannot be encoded in time. */
async function pngOf(job: PaintJob): Promise<ArrayBuffer> {
  const { width, height } = job;
  const sane = [width, height].every((n) => Number.isInteger(n) && n > 0 && n <= LARGEST);
  if (!sane || width * height > MOST_PIXELS) throw new Error(`no picture of ${width} x ${height} pixels`);
  const canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext('2d', { alpha: false });
  if (brush === null) throw new Error('the page has no canvas');
  drawSlide(brush, job.slide, { width, height }, null);
  const png = await within(canvas.convertToBlob({ type: 'image/png' }), ENCODE_LIMIT_MS);
  return png.arrayBuffer();
}

/** @throws Error when it takes longer than `ms`. */
function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`not encoded within ${ms} ms`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(limit));
  });
}
