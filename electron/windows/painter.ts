import type { PaintJob } from '../../shared/contract/hall-api';
import type { DrawnRole } from '../../shared/domain/scenes/scenes';
import type { Slide } from '../../shared/domain/scenes/slide';

/** The hidden page that draws, as the painter sees it. */
export interface PainterPage {
  send(job: PaintJob): void;
  /** @returns the function that stops listening. */
  onDone(listener: (id: unknown, png: unknown, reason: unknown) => void): () => void;
  /** The page died; it is loaded again by itself. @returns the function that stops listening. */
  onGone(listener: () => void): () => void;
}

export interface PainterContext {
  /** Resolves when the page can be sent a job. @throws Error when it does not come up in time. */
  page(): Promise<PainterPage>;
  log(line: string): void;
}

/** `superseded`: a newer slide of the same role was asked for meanwhile, so nobody waits for this one. */
export type PaintFault = 'superseded' | 'late' | 'crashed' | 'refused' | 'closing';

export class PaintError extends Error {
  readonly fault: PaintFault;
  constructor(fault: PaintFault, detail: string) {
    super(`slide not drawn: ${detail}`);
    this.fault = fault;
  }
}

export interface Painter {
  /**
   * Draws a slide. One at a time; of several for one role only the newest is drawn.
   * @param width in pixels, like `height`
   * @returns the bytes of a PNG of exactly that size
   * @throws PaintError
   */
  paint(slide: Slide, width: number, height: number): Promise<Uint8Array>;
  stop(): void;
}

/** A slide takes well under half a second; a page that needs this long will not draw it at all. */
export const PAINT_LIMIT_MS = 5000;

interface Order {
  readonly slide: Slide;
  readonly width: number;
  readonly height: number;
  readonly done: (png: Uint8Array) => void;
  readonly fail: (error: PaintError) => void;
}

/** Keeps the drawing page busy with one job at a time, and every job bounded. */
export function createPainter(ctx: PainterContext): Painter {
  const waiting = new Map<DrawnRole, Order>();
  let drawing: { readonly order: Order; readonly abandon: (error: PaintError) => void } | null = null;
  let nextId = 1;
  let stopped = false;

  async function work(): Promise<void> {
    if (drawing !== null) return;
    for (let order = take(); order !== null; order = take()) {
      try {
        order.done(await draw(order));
      } catch (error) {
        order.fail(error instanceof PaintError ? error : new PaintError('refused', String(error)));
      }
      drawing = null;
    }
  }

  function take(): Order | null {
    for (const [role, order] of waiting) {
      waiting.delete(role);
      return order;
    }
    return null;
  }

  async function draw(order: Order): Promise<Uint8Array> {
    try {
      return await attempt(order);
    } catch (error) {
      if (!(error instanceof PaintError) || error.fault !== 'crashed') throw error;
      ctx.log(`painter: page died while drawing ${order.slide.role}, drawing it once more`);
      return attempt(order);
    }
  }

  function attempt(order: Order): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      let ended = false;
      const undo: (() => void)[] = [];
      const end = (act: () => void): void => {
        if (ended) return;
        ended = true;
        for (const f of undo) f();
        act();
      };
      const fail = (error: PaintError): void => end(() => reject(error));
      drawing = { order, abandon: fail };
      const start = (page: PainterPage): void => {
        if (ended) return;
        const id = nextId++;
        const limit = setTimeout(() => fail(new PaintError('late', `nothing in ${PAINT_LIMIT_MS} ms`)), PAINT_LIMIT_MS);
        undo.push(() => clearTimeout(limit));
        undo.push(page.onGone(() => fail(new PaintError('crashed', 'the drawing page died'))));
        undo.push(
          page.onDone((answered, png, reason) => {
            // the answer to a job that was given up
            if (answered !== id) return;
            const bytes = pngOf(png, order.width, order.height);
            if (bytes === null)
              fail(new PaintError('refused', png === null ? String(reason) : 'not the picture asked'));
            else end(() => resolve(bytes));
          }),
        );
        page.send({ id, slide: order.slide, width: order.width, height: order.height });
      };
      ctx.page().then(start, (error: unknown) => fail(new PaintError('late', String(error))));
    });
  }

  return {
    paint(slide, width, height) {
      return new Promise((done, fail) => {
        if (stopped) {
          fail(new PaintError('closing', 'the app is closing'));
          return;
        }
        const newer = new PaintError('superseded', `a newer ${slide.role} slide was asked for`);
        waiting.get(slide.role)?.fail(newer);
        if (drawing?.order.slide.role === slide.role) drawing.abandon(newer);
        waiting.set(slide.role, { slide, width, height, done, fail });
        void work();
      });
    },
    stop() {
      stopped = true;
      const closing = new PaintError('closing', 'the app is closing');
      for (const order of waiting.values()) order.fail(closing);
      waiting.clear();
      drawing?.abandon(closing);
    },
  };
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Signature, length and name of the first chunk, then width and height. */
const HEAD_BYTES = 24;

/** The bytes, when they are a PNG of this size; a picture of another size would be stretched on air. */
export function pngOf(value: unknown, width: number, height: number): Uint8Array | null {
  const bytes = value instanceof Uint8Array ? value : value instanceof ArrayBuffer ? new Uint8Array(value) : null;
  if (bytes === null || bytes.length < HEAD_BYTES || SIGNATURE.some((b, i) => bytes[i] !== b)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(16) === width && view.getUint32(20) === height ? bytes : null;
}
