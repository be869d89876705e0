import type { Slide } from '../../../shared/domain/scenes/slide';
import { countdown } from '../../../shared/time/format';
import type { Duration, WallInstant } from '../../../shared/time/time';
import { LABELS } from './labels';
import type { Area, Colour, Placed } from './placed';
import { type Face, fitBox, LEADING, type Measure } from './text';

type BreakSlide = Extract<Slide, { role: 'break' }>;

interface Piece {
  readonly text: string;
  readonly face: Face;
  readonly colour: Colour;
  /** Room above, in pixels. */
  readonly air: number;
  readonly ascent: number;
  readonly descent: number;
}

/**
 * What is left of the break at `nowWall`: `12:34`. Null where nobody knows when it goes on, on a picture that stands
 * still, and once it is over.
 */
export function breakFigure(untilWall: WallInstant | null, nowWall: WallInstant | null): string | null {
  if (untilWall === null || nowWall === null) return null;
  const left = Math.round(untilWall - nowWall);
  return left <= 0 ? null : countdown(left as Duration);
}

/** The break: its name, when it goes on, how long that is from now, what comes then. */
export function layoutBreak(
  slide: BreakSlide,
  area: Area,
  nowWall: WallInstant | null,
  measure: Measure,
): readonly Placed[] {
  const inset = Math.min(area.width, area.height) * 0.035;
  const width = area.width - 2 * inset - area.width * 0.1;
  const h = area.height;
  const figure = breakFigure(slide.untilWall, nowWall);
  const over = slide.untilWall !== null && nowWall !== null && figure === null;
  const plain = { weight: 600, figures: false } as const;
  const pieces: Piece[] = [
    piece(slide.heading, one(slide.heading, width, h * 0.15, 800, false, measure), 'gold', 0, measure),
  ];
  const resumes = over ? LABELS.resumesSoon : slide.until === null ? null : `${LABELS.resumes} ${slide.until}`;
  if (resumes !== null) {
    const at = one(resumes, width, h * (figure === null ? 0.085 : 0.066), 600, true, measure);
    pieces.push(piece(resumes, at, 'cream', h * 0.1, measure));
  }
  if (figure !== null) {
    const at = one(figure, width, h * 0.26, 800, true, measure);
    pieces.push(piece(figure, at, 'cream', h * 0.04, measure));
  }
  if (slide.next !== null) {
    pieces.push(
      piece(LABELS.next, one(LABELS.next, width, h * 0.034, 600, false, measure), 'gold', h * 0.075, measure),
    );
    const fitted = fitBox(
      slide.next,
      { width: width * 0.92, height: h * 0.15, lines: 2 },
      { most: h * 0.048, least: h * 0.03 },
      plain,
      measure,
    );
    fitted.lines.forEach((text, i) => {
      pieces.push(leaded(text, { ...plain, size: fitted.size }, i === 0 ? h * 0.012 : 0));
    });
  }
  return [{ kind: 'frame', inset, thick: Math.max(1.5, h / 360) }, ...stack(pieces, area, width)];
}

/** The face in which a text stands on one line. */
function one(
  text: string,
  width: number,
  most: number,
  weight: Face['weight'],
  figures: boolean,
  measure: Measure,
): Face {
  const wished: Face = { size: most, weight, figures };
  const wide = measure(text, wished).width;
  return wide > width ? { ...wished, size: (most * width) / wide } : wished;
}

function piece(text: string, face: Face, colour: Colour, air: number, measure: Measure): Piece {
  const { ascent, descent } = measure(text, face);
  return { text, face, colour, air, ascent, descent };
}

/** A line of a paragraph: every line takes the same height, whatever its letters. */
function leaded(text: string, face: Face, air: number): Piece {
  return { text, face, colour: 'cream', air, ascent: face.size * 1.02, descent: face.size * (LEADING - 1.02) };
}

function stack(pieces: readonly Piece[], area: Area, width: number): readonly Placed[] {
  const height = pieces.reduce((sum, p) => sum + p.air + p.ascent + p.descent, 0);
  const placed: Placed[] = [];
  let y = (area.height - height) / 2;
  pieces.forEach((p, i) => {
    if (i === 1) {
      const rule = Math.min(width * 0.42, area.height * 0.7);
      placed.push({
        kind: 'rule',
        x: (area.width - rule) / 2,
        y: y + p.air * 0.48,
        width: rule,
        thick: Math.max(1.5, area.height / 420),
      });
    }
    y += p.air + p.ascent;
    placed.push({
      kind: 'text',
      text: p.text,
      face: p.face,
      x: area.width / 2,
      baseline: y,
      align: 'center',
      colour: p.colour,
    });
    y += p.descent;
  });
  return placed;
}
