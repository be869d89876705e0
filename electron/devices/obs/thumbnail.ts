import type { Connection } from './connection';

export interface ThumbnailContext {
  readonly call: Connection['call'];
  /** The scene to show; null while there is none, or while OBS is better left alone. */
  scene(): { readonly name: string; readonly canvas: { readonly width: number; readonly height: number } } | null;
  /** Null when there is none any more. */
  show(jpegBase64: string | null): void;
}

export interface Thumbnail {
  start(): void;
  stop(): void;
}

const EVERY_MS = 1000;
const LIMIT_MS = 2000;
const WIDTH = 320;
const QUALITY = 60;

/** A small picture of the programme scene about once a second; the next is asked for only when one has come. */
export function createThumbnail(ctx: ThumbnailContext): Thumbnail {
  let timer: NodeJS.Timeout | null = null;
  let turn = 0;
  let shown = false;

  async function take(mine: number): Promise<void> {
    const scene = ctx.scene();
    if (scene !== null) {
      try {
        const { imageData } = await ctx.call(
          'GetSourceScreenshot',
          {
            sourceName: scene.name,
            imageFormat: 'jpg',
            imageWidth: WIDTH,
            imageHeight: Math.max(8, Math.round((WIDTH * scene.canvas.height) / scene.canvas.width)),
            imageCompressionQuality: QUALITY,
          },
          LIMIT_MS,
        );
        if (mine === turn) {
          shown = true;
          ctx.show(imageData.slice(imageData.indexOf(',') + 1));
        }
      } catch {
        // a scene that has just gone, or a link that has: the lamp speaks of that
      }
    }
    if (mine === turn) timer = setTimeout(() => void take(mine), EVERY_MS);
  }

  function pause(): void {
    turn++;
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  return {
    start() {
      pause();
      void take(turn);
    },
    stop() {
      pause();
      if (shown) ctx.show(null);
      shown = false;
    },
  };
}
