import type { Slide } from '../../../shared/domain/scenes/slide';
import type { WallInstant } from '../../../shared/time/time';
import { layoutAgenda } from './agenda-layout';
import { layoutBanner } from './banner-layout';
import { layoutBreak } from './break-layout';
import { FIGURE_FAMILY, PALETTE, TEXT_FAMILY, WORD_SPACING } from './palette';
import type { Area, Placed } from './placed';
import type { Face, Measure } from './text';

export type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Draws a slide over the whole field, every pixel opaque.
 * @param area size of the field in pixels of the canvas.
 * @param nowWall the wall time a break counts down from; null leaves the countdown out (a picture that stands still).
 */
export function drawSlide(brush: Brush, slide: Slide, area: Area, nowWall: WallInstant | null): void {
  brush.save();
  brush.textBaseline = 'alphabetic';
  drawField(brush, area);
  for (const item of layout(slide, area, nowWall, measureWith(brush))) drawItem(brush, item, area);
  brush.restore();
}

/** Neither a slide nor a picture of the app: black. */
export function drawBlack(brush: Brush, area: Area): void {
  brush.fillStyle = PALETTE.black;
  brush.fillRect(0, 0, area.width, area.height);
}

function layout(slide: Slide, area: Area, nowWall: WallInstant | null, measure: Measure): readonly Placed[] {
  switch (slide.role) {
    case 'banner':
      return layoutBanner(slide.lines, area, measure);
    case 'agenda':
      return layoutAgenda(slide, area, measure);
    case 'break':
      return layoutBreak(slide, area, nowWall, measure);
  }
}

const fontOf = (f: Face): string => `${f.weight} ${f.size.toFixed(2)}px ${f.figures ? FIGURE_FAMILY : TEXT_FAMILY}`;

function setFace(brush: Brush, face: Face): void {
  brush.font = fontOf(face);
  brush.wordSpacing = `${(WORD_SPACING * face.size).toFixed(2)}px`;
}

/** Measures with the letters that this brush would draw. */
export function measureWith(brush: Brush): Measure {
  return (text, face) => {
    setFace(brush, face);
    const m = brush.measureText(text);
    return { width: m.width, ascent: m.actualBoundingBoxAscent, descent: m.actualBoundingBoxDescent };
  };
}

function drawField(brush: Brush, area: Area): void {
  const reach = Math.hypot(area.width, area.height) / 2;
  const light = brush.createRadialGradient(
    area.width / 2,
    area.height * 0.46,
    0,
    area.width / 2,
    area.height * 0.46,
    reach,
  );
  light.addColorStop(0, PALETTE.fieldMiddle);
  light.addColorStop(1, PALETTE.fieldEdge);
  brush.fillStyle = light;
  brush.fillRect(0, 0, area.width, area.height);
}

function drawItem(brush: Brush, item: Placed, area: Area): void {
  switch (item.kind) {
    case 'text':
      setFace(brush, item.face);
      brush.textAlign = item.align;
      brush.fillStyle = PALETTE[item.colour];
      brush.fillText(item.text, item.x, item.baseline);
      return;
    case 'bar':
      brush.fillStyle = PALETTE[item.colour];
      brush.beginPath();
      brush.roundRect(item.x, item.y, item.width, item.height, item.radius);
      brush.fill();
      return;
    case 'rule':
      drawRule(brush, item);
      return;
    case 'pointer':
      brush.fillStyle = PALETTE[item.colour];
      brush.beginPath();
      brush.moveTo(item.x, item.y - item.size / 2);
      brush.lineTo(item.x + item.size * 0.86, item.y);
      brush.lineTo(item.x, item.y + item.size / 2);
      brush.closePath();
      brush.fill();
      return;
    case 'frame':
      drawFrame(brush, item.inset, item.thick, area);
  }
}

function drawRule(brush: Brush, rule: Extract<Placed, { kind: 'rule' }>): void {
  const middle = rule.x + rule.width / 2;
  const stone = rule.thick * 3.2;
  const fade = brush.createLinearGradient(rule.x, 0, rule.x + rule.width, 0);
  fade.addColorStop(0, 'rgba(227, 181, 60, 0)');
  fade.addColorStop(0.3, PALETTE.goldLine);
  fade.addColorStop(0.7, PALETTE.goldLine);
  fade.addColorStop(1, 'rgba(227, 181, 60, 0)');
  brush.fillStyle = fade;
  brush.fillRect(rule.x, rule.y - rule.thick / 2, rule.width / 2 - stone * 1.8, rule.thick);
  brush.fillRect(middle + stone * 1.8, rule.y - rule.thick / 2, rule.width / 2 - stone * 1.8, rule.thick);
  brush.fillStyle = PALETTE.gold;
  brush.beginPath();
  brush.moveTo(middle, rule.y - stone);
  brush.lineTo(middle + stone, rule.y);
  brush.lineTo(middle, rule.y + stone);
  brush.lineTo(middle - stone, rule.y);
  brush.closePath();
  brush.fill();
}

/** Two gold lines around the field; the inner one steps inwards at the corners, as on lacquer boards. */
function drawFrame(brush: Brush, inset: number, thick: number, area: Area): void {
  brush.strokeStyle = PALETTE.goldLine;
  brush.lineJoin = 'miter';
  brush.lineWidth = thick * 1.5;
  brush.strokeRect(inset * 0.55, inset * 0.55, area.width - inset * 1.1, area.height - inset * 1.1);
  brush.lineWidth = thick * 0.75;
  const step = inset * 0.85;
  const [l, t, r, b] = [inset, inset, area.width - inset, area.height - inset];
  brush.beginPath();
  brush.moveTo(l + step, t);
  brush.lineTo(r - step, t);
  brush.lineTo(r - step, t + step);
  brush.lineTo(r, t + step);
  brush.lineTo(r, b - step);
  brush.lineTo(r - step, b - step);
  brush.lineTo(r - step, b);
  brush.lineTo(l + step, b);
  brush.lineTo(l + step, b - step);
  brush.lineTo(l, b - step);
  brush.lineTo(l, t + step);
  brush.lineTo(l + step, t + step);
  brush.closePath();
  brush.stroke();
  const corner = inset * 0.5;
  for (const [x, y] of [
    [l + step / 2, t + step / 2],
    [r - step / 2, t + step / 2],
    [l + step / 2, b - step / 2],
    [r - step / 2, b - step / 2],
  ] as const) {
    brush.strokeRect(x - corner / 2, y - corner / 2, corner, corner);
  }
}
