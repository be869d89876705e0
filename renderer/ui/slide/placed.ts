import type { PALETTE } from './palette';
import type { Face } from './text';

export type Colour = keyof typeof PALETTE;

/** A finished drawing, as data: what a layout hands to the brush. All in pixels from the top left. */
export type Placed =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly face: Face;
      readonly x: number;
      /** The line the letters stand on. */
      readonly baseline: number;
      readonly align: 'left' | 'center' | 'right';
      readonly colour: Colour;
    }
  | {
      readonly kind: 'bar';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly colour: Colour;
    }
  /** A gold line that fades at its ends, with a lozenge in its middle. */
  | { readonly kind: 'rule'; readonly x: number; readonly y: number; readonly width: number; readonly thick: number }
  /** A triangle that points right, at the row that is on now. */
  | { readonly kind: 'pointer'; readonly x: number; readonly y: number; readonly size: number; readonly colour: Colour }
  | { readonly kind: 'frame'; readonly inset: number; readonly thick: number };

export interface Area {
  readonly width: number;
  readonly height: number;
}
