import type { Slide, SlideRow } from '../../../shared/domain/scenes/slide';
import { LABELS } from './labels';
import type { Area, Colour, Placed } from './placed';
import { clampLines, cut, type Face, LEADING, type Measure } from './text';

type AgendaSlide = Extract<Slide, { role: 'agenda' }>;

/** From this ratio on the presenter has a column of his own; on a narrower field he stands below the title. */
const WIDE = 1.5;
const TITLE_LINES = 2;

interface Columns {
  readonly left: number;
  readonly right: number;
  readonly time: number;
  readonly title: number;
  readonly titleWidth: number;
  /** Null where the presenter stands below. */
  readonly presenter: number | null;
  readonly presenterWidth: number;
}

interface Row {
  readonly row: SlideRow;
  readonly title: readonly string[];
  readonly presenter: readonly string[];
  readonly height: number;
}

/** The agenda around "now": time, title on at most two lines, presenter; the row that is on stands out in gold. */
export function layoutAgenda(slide: AgendaSlide, area: Area, measure: Measure): readonly Placed[] {
  const inset = Math.min(area.width, area.height) * 0.035;
  const frame: Placed = { kind: 'frame', inset, thick: Math.max(1.5, area.height / 360) };
  const heading: Face = { size: headingSize(slide.heading, area, measure), weight: 800, figures: false };
  const top = inset + area.height * 0.03;
  const headingExtent = measure(slide.heading, heading);
  const headingBase = top + headingExtent.ascent + area.height * 0.012;
  const ruleY = headingBase + headingExtent.descent + area.height * 0.028;
  const rule = Math.min(area.width * 0.4, area.height * 0.9);
  const placed: Placed[] = [
    frame,
    {
      kind: 'text',
      text: slide.heading,
      face: heading,
      x: area.width / 2,
      baseline: headingBase,
      align: 'center',
      colour: 'gold',
    },
    { kind: 'rule', x: (area.width - rule) / 2, y: ruleY, width: rule, thick: Math.max(1.5, area.height / 420) },
  ];
  if (slide.rows.length === 0) return placed;
  const from = ruleY + area.height * 0.032;
  const room = area.height - inset - area.height * 0.035 - from;
  const gap = area.height * 0.009;
  const { size, rows } = fitRows(slide.rows, area, inset, room - gap * (slide.rows.length - 1), measure);
  const used = rows.reduce((sum, r) => sum + r.height, 0) + gap * (rows.length - 1);
  // what is left over goes into the rows, up to a point: an agenda of three items must not look stretched
  const extra = Math.min((room - used) / rows.length, size * 0.9);
  let y = from + Math.max(0, (room - used - extra * rows.length) / 2) * 0.6;
  for (const row of rows) {
    placed.push(...placeRow(row, y, row.height + extra, size, columns(area, inset, size, measure), measure));
    y += row.height + extra + gap;
  }
  return placed;
}

function headingSize(heading: string, area: Area, measure: Measure): number {
  const wished = area.height * 0.072;
  const wide = measure(heading, { size: wished, weight: 800, figures: false }).width;
  return Math.min(wished, (wished * area.width * 0.84) / Math.max(1, wide));
}

const titleFace = (size: number, mark: SlideRow['mark']): Face => ({
  size,
  weight: mark === 'now' ? 700 : 600,
  figures: false,
});
const timeFace = (size: number): Face => ({ size: size * 1.16, weight: 700, figures: true });
const presenterFace = (size: number): Face => ({ size: size * 0.76, weight: 500, figures: false });
const labelFace = (size: number): Face => ({ size: size * 0.64, weight: 800, figures: false });

function columns(area: Area, inset: number, size: number, measure: Measure): Columns {
  const left = inset + area.width * 0.022;
  const right = area.width - left;
  const time = left + size * 1.5;
  const title = time + measure('00:00', timeFace(size)).width + size * 1.1;
  const end = right - size * 0.9;
  if (area.width / area.height < WIDE) {
    return { left, right, time, title, titleWidth: end - title, presenter: null, presenterWidth: end - title };
  }
  const presenterWidth = (end - title) * 0.27;
  const presenter = end - presenterWidth;
  return { left, right, time, title, titleWidth: presenter - title - size * 1.2, presenter, presenterWidth };
}

/** The largest letters at which all rows stand in the room; at the smallest the rows are what they are. */
function fitRows(
  given: readonly SlideRow[],
  area: Area,
  inset: number,
  room: number,
  measure: Measure,
): { size: number; rows: readonly Row[] } {
  const least = area.height * 0.02;
  let size = area.height * 0.046;
  for (;;) {
    const at = columns(area, inset, size, measure);
    const rows = given.map((r) => wrap(r, size, at, measure));
    if (rows.reduce((sum, r) => sum + r.height, 0) <= room || size <= least) return { size, rows };
    size = Math.max(least, size * 0.96);
  }
}

function wrap(row: SlideRow, size: number, at: Columns, measure: Measure): Row {
  const title = clampLines(row.title, TITLE_LINES, at.titleWidth, titleFace(size, row.mark), measure);
  const presenter =
    row.presenter === null
      ? []
      : clampLines(row.presenter, at.presenter === null ? 1 : 2, at.presenterWidth, presenterFace(size), measure);
  const titleHeight = title.length * size * LEADING;
  const presenterHeight = presenter.length * presenterFace(size).size * LEADING;
  const labelHeight = row.mark === 'now' ? labelFace(size).size * LEADING * 1.15 : 0;
  const text = at.presenter === null ? titleHeight + presenterHeight : Math.max(titleHeight, presenterHeight);
  return { row, title, presenter, height: labelHeight + text + size * (row.mark === 'now' ? 0.62 : 0.42) };
}

function placeRow(r: Row, y: number, height: number, size: number, at: Columns, measure: Measure): readonly Placed[] {
  const now = r.row.mark === 'now';
  const done = r.row.mark === 'done';
  const ink: Colour = now ? 'onGold' : done ? 'creamDim' : 'cream';
  const timeInk: Colour = now ? 'onGold' : done ? 'goldDim' : 'gold';
  const placed: Placed[] = [
    {
      kind: 'bar',
      x: at.left,
      y,
      width: at.right - at.left,
      height,
      radius: size * 0.24,
      colour: now ? 'gold' : 'panel',
    },
  ];
  const label = now ? labelFace(size).size * LEADING * 1.15 : 0;
  const block = label + blockOf(r, size, at);
  let top = y + (height - block) / 2;
  const middle = y + height / 2;
  const time = timeFace(size);
  const digits = measure('0', time);
  if (now) {
    placed.push({ kind: 'pointer', x: at.left + size * 0.44, y: middle, size: size * 0.72, colour: 'onGold' });
    placed.push({
      kind: 'text',
      text: LABELS.now,
      face: labelFace(size),
      x: at.title,
      baseline: top + labelFace(size).size,
      align: 'left',
      colour: 'onGold',
    });
    top += label;
  }
  placed.push({
    kind: 'text',
    text: r.row.time,
    face: time,
    x: at.time,
    baseline: middle + (digits.ascent - digits.descent) / 2,
    align: 'left',
    colour: timeInk,
  });
  const title = titleFace(size, r.row.mark);
  r.title.forEach((text, i) => {
    placed.push({
      kind: 'text',
      text,
      face: title,
      x: at.title,
      baseline: top + size * (LEADING * i + 1.02),
      align: 'left',
      colour: ink,
    });
  });
  const small = presenterFace(size);
  const presenterTop =
    at.presenter === null
      ? top + r.title.length * size * LEADING
      : middle - (r.presenter.length * small.size * LEADING) / 2;
  r.presenter.forEach((text, i) => {
    placed.push({
      kind: 'text',
      text: cut(text, at.presenterWidth, small, measure),
      face: small,
      x: at.presenter ?? at.title,
      baseline: presenterTop + small.size * (LEADING * i + 1.02),
      align: 'left',
      colour: ink,
    });
  });
  return placed;
}

function blockOf(r: Row, size: number, at: Columns): number {
  const title = r.title.length * size * LEADING;
  return at.presenter === null ? title + r.presenter.length * presenterFace(size).size * LEADING : title;
}
