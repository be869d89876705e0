import { measureWith } from '../ui/slide/draw';
import type { Measure } from '../ui/slide/text';

/** Digits fill this much of an em in height, marks and all. */
const DIGIT_HEIGHT = 0.78;

/** Digits are all of one width, so figures of the same shape have the same size: `-12:34` is `-00:00`. */
export const shapeOf = (figure: string): string => figure.replace(/\d/g, '0');

/** The size in pixels at which a figure fills its box. */
export function figureSize(
  shape: string,
  box: { readonly width: number; readonly height: number },
  measure: Measure,
): number {
  const unit = 100;
  const { width } = measure(shape, { size: unit, weight: 700, figures: true });
  return Math.max(8, Math.min((unit * box.width) / Math.max(1, width), box.height / DIGIT_HEIGHT));
}

/** Measures with this page's letters; half an em a letter where the page has no canvas. */
export function pageMeasure(): Measure {
  const brush = document.createElement('canvas').getContext('2d');
  if (brush !== null) return measureWith(brush);
  return (text, face) => ({
    width: text.length * face.size * 0.5,
    ascent: face.size * 0.75,
    descent: face.size * 0.25,
  });
}

/** Keeps the figure as large as its box allows. */
export class FigureFitter {
  readonly #box: HTMLElement;
  readonly #text: HTMLElement;
  readonly #measure = pageMeasure();
  #shape = '';

  constructor(box: HTMLElement, text: HTMLElement) {
    this.#box = box;
    this.#text = text;
  }

  /** The figure has changed; only another shape needs another size. */
  show(figure: string): void {
    if (shapeOf(figure) === this.#shape) return;
    this.#shape = shapeOf(figure);
    this.refit();
  }

  /** The box or the letters have changed. */
  refit(): void {
    if (this.#shape === '') return;
    const room = { width: this.#box.clientWidth, height: this.#box.clientHeight };
    this.#text.style.fontSize = `${figureSize(this.#shape, room, this.#measure).toFixed(1)}px`;
  }
}
