import type { Weight } from './palette';
import type { Area, Placed } from './placed';
import { balanceLines, type Face, type Measure } from './text';

type Part = 'organiser' | 'name' | 'title' | 'foot';

/** Size of each part against a title line, and the weight it is set in. */
const STYLE: Readonly<Record<Part, { readonly scale: number; readonly weight: Weight }>> = {
  organiser: { scale: 0.66, weight: 600 },
  name: { scale: 1.62, weight: 800 },
  title: { scale: 1, weight: 700 },
  foot: { scale: 0.6, weight: 500 },
};
/** Air above a line, in title sizes. */
const AIR: Readonly<Record<Part, number>> = { organiser: 0.22, name: 0.55, title: 0.42, foot: 1.05 };
/** Title letters smaller than this part of the height are not read from the last row: the line is then broken. */
const SMALLEST = 0.034;

interface Line {
  readonly text: string;
  readonly part: Part;
}

/**
 * A banner: the lines as they were given, each on a line of its own, as large as the field allows. A line that
 * would come out too small to read is broken in two balanced halves.
 */
export function layoutBanner(given: readonly string[], area: Area, measure: Measure): readonly Placed[] {
  const inset = Math.min(area.width, area.height) * 0.035;
  const frame: Placed = { kind: 'frame', inset, thick: Math.max(1.5, area.height / 360) };
  let lines = parts(given);
  if (lines.length === 0) return [frame];
  const width = area.width - 2 * inset - area.width * 0.055;
  const height = area.height - 2 * inset - area.height * 0.16;
  let size = titleSize(lines, width, height, measure);
  // breaking makes a line shorter and the block higher; it stops as soon as it no longer helps
  for (let i = 0; i < lines.length && size < area.height * SMALLEST; i++) {
    const broken = breakWidest(lines, measure);
    const after = titleSize(broken, width, height, measure);
    if (after <= size) break;
    lines = broken;
    size = after;
  }
  const scale = { title: size, grow: growth(lines, size, width, height, measure) };
  return [frame, ...stack(lines, scale, width, area, measure)];
}

/** Which line is what, by the way such banners are always written. */
export function parts(given: readonly string[]): readonly Line[] {
  const texts = given.map((t) => t.normalize('NFC').replace(/\s+/g, ' ').trim()).filter((t) => t !== '');
  const foot = texts.length > 1 && isFoot(texts.at(-1) ?? '') ? texts.length - 1 : texts.length;
  const name = texts.findIndex((t, i) => i < foot && isName(t));
  return texts.map((text, i): Line => {
    if (i >= foot) return { text, part: 'foot' };
    if (i === name) return { text, part: 'name' };
    if (name >= 0 ? i < name : i === 0 && foot > 2 && BODIES.test(text)) return { text, part: 'organiser' };
    return { text, part: 'title' };
  });
}

const BODIES =
  /^(ĐẢNG|BAN|ỦY BAN|UBND|TỈNH|THÀNH|HUYỆN|QUẬN|XÃ|PHƯỜNG|SỞ|BỘ|CỤC|VIỆN|TRƯỜNG|CÔNG TY|TẬP ĐOÀN|HỘI ĐỒNG|LIÊN ĐOÀN)(\s|$)/u;
const NAMES = /^(HỘI NGHỊ|ĐẠI HỘI|HỘI THẢO|HỘI THI|TỌA ĐÀM|TOẠ ĐÀM|DIỄN ĐÀN|LỄ)(\s|$)/u;

/** "HỘI NGHỊ", "ĐẠI HỘI", "LỄ KỶ NIỆM": short, in capitals, with its own word for a gathering. */
function isName(text: string): boolean {
  return NAMES.test(text) && text.split(' ').length <= 4;
}

/** Place and date: small letters, or nothing but a date. */
function isFoot(text: string): boolean {
  return /^[\d\s./-]+$/.test(text) || (text !== text.toUpperCase() && /\d{4}|ngày|tháng|năm/.test(text));
}

/** A title size, and how much the rest has grown beside it. */
interface Scale {
  readonly title: number;
  readonly grow: number;
}
/** Where the titles are held by the width, the other lines and the air take up the height, up to this. */
const MOST_GROWTH = 1.5;

function face(part: Part, { title, grow }: Scale): Face {
  const grown = part === 'title' ? 1 : part === 'name' ? grow : 1 + (grow - 1) * 0.6;
  return { size: title * STYLE[part].scale * grown, weight: STYLE[part].weight, figures: false };
}

const unit: Scale = { title: 100, grow: 1 };

/** The title size at which the block fits; only title lines and the name bind it by their width. */
function titleSize(lines: readonly Line[], width: number, height: number, measure: Measure): number {
  const binding = lines.filter((l) => l.part === 'title' || l.part === 'name');
  const widest = Math.max(
    ...(binding.length > 0 ? binding : lines).map((l) => measure(l.text, face(l.part, unit)).width),
  );
  const byWidth = (unit.title * width) / Math.max(1, widest);
  const byHeight = (unit.title * height) / blockHeight(lines, unit, Number.POSITIVE_INFINITY, measure);
  return Math.min(byWidth, byHeight);
}

function growth(lines: readonly Line[], title: number, width: number, height: number, measure: Measure): number {
  for (let grow = MOST_GROWTH; grow > 1; grow -= 0.05) {
    if (blockHeight(lines, { title, grow }, width, measure) <= height) return grow;
  }
  return 1;
}

interface Sized {
  readonly face: Face;
  readonly ascent: number;
  readonly descent: number;
}

function sized(line: Line, scale: Scale, width: number, measure: Measure): Sized {
  const wished = face(line.part, scale);
  const wide = measure(line.text, wished).width;
  const at = wide > width ? { ...wished, size: (wished.size * width) / wide } : wished;
  const extent = measure(line.text, at);
  // plain capitals still keep the room that their marks would take, or lines would sit unevenly
  return {
    face: at,
    ascent: Math.max(extent.ascent, at.size * 0.86),
    descent: Math.max(extent.descent, at.size * 0.16),
  };
}

const airAbove = (part: Part, { title, grow }: Scale): number => AIR[part] * title * grow;

function blockHeight(lines: readonly Line[], scale: Scale, width: number, measure: Measure): number {
  return lines.reduce((sum, l, i) => {
    const { ascent, descent } = sized(l, scale, width, measure);
    return sum + ascent + descent + (i === 0 ? 0 : airAbove(l.part, scale));
  }, 0);
}

function breakWidest(lines: readonly Line[], measure: Measure): readonly Line[] {
  const width = (l: Line): number => measure(l.text, face(l.part, unit)).width;
  const breakable = lines.filter((l) => l.part === 'title' || l.part === 'name');
  const widest = Math.max(...breakable.map(width));
  return lines.flatMap((l): readonly Line[] =>
    breakable.includes(l) && width(l) === widest
      ? balanceLines(l.text, 2, face(l.part, unit), measure).map((text) => ({ text, part: l.part }))
      : [l],
  );
}

function stack(lines: readonly Line[], scale: Scale, width: number, area: Area, measure: Measure): readonly Placed[] {
  const placed: Placed[] = [];
  let y = (area.height - blockHeight(lines, scale, width, measure)) / 2;
  lines.forEach((line, i) => {
    const { face: at, ascent, descent } = sized(line, scale, width, measure);
    const air = i === 0 ? 0 : airAbove(line.part, scale);
    if (line.part === 'foot' && i > 0 && lines[i - 1]?.part !== 'foot') {
      const rule = Math.min(width * 0.42, area.height * 0.62);
      const thick = Math.max(1.5, scale.title / 26);
      placed.push({ kind: 'rule', x: (area.width - rule) / 2, y: y + air / 2, width: rule, thick });
    }
    y += air + ascent;
    placed.push({
      kind: 'text',
      text: line.text,
      face: at,
      x: area.width / 2,
      baseline: y,
      align: 'center',
      colour: 'gold',
    });
    y += descent;
  });
  return placed;
}
