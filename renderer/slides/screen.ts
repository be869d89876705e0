import type { Slide } from '../../shared/domain/scenes/slide';
import type { WallInstant } from '../../shared/time/time';
import { breakFigure } from '../ui/slide/break-layout';
import { drawBlack, drawSlide } from '../ui/slide/draw';

/** The glass: draws only what has changed, and never lets a half-drawn picture be seen. */
export class SlideScreen {
  readonly #canvas: HTMLCanvasElement;
  readonly #behind = document.createElement('canvas');
  #shown = '';

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
  }

  /** @param slide null for black. */
  show(slide: Slide | null, nowWall: WallInstant | null): void {
    const scale = window.devicePixelRatio;
    const width = Math.max(1, Math.round(this.#canvas.clientWidth * scale));
    const height = Math.max(1, Math.round(this.#canvas.clientHeight * scale));
    const figure = slide?.role === 'break' ? breakFigure(slide.untilWall, nowWall) : null;
    const wanted = JSON.stringify([width, height, slide, figure]);
    if (wanted === this.#shown) return;
    const behind = this.#behind.getContext('2d', { alpha: false });
    const front = this.#canvas.getContext('2d', { alpha: false });
    if (behind === null || front === null) return;
    resize(this.#behind, width, height);
    if (slide === null) drawBlack(behind, { width, height });
    else drawSlide(behind, slide, { width, height }, nowWall);
    // sizing a canvas empties it, so it happens in the same task as the copy: no frame lies between them
    resize(this.#canvas, width, height);
    front.drawImage(this.#behind, 0, 0);
    this.#shown = wanted;
  }

  /** The letters have changed under it: the next `show` draws whatever it is given. */
  forget(): void {
    this.#shown = '';
  }
}

function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
