import type { pdfLibrary } from './pdf-library';
import { isSyllable } from './syllables';

type Library = Awaited<ReturnType<typeof pdfLibrary>>;
type PdfDocument = Awaited<ReturnType<Library['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** A piece of text on a page. Points (1/72 inch) from the upper left corner; `y` is the line it stands on. */
export interface Item {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Where its words begin, but for the first: the library joins texts that stand near each other. */
  readonly words: readonly { readonly index: number; readonly x: number }[];
}

/** A drawn line, or a bar as thin as one. */
export interface Rule {
  readonly across: boolean;
  /** Its y where it goes across, its x where it goes down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
  readonly rules: readonly Rule[];
  /** Painted shapes. */
  readonly drawings: number;
  /** How much of the page pictures cover, 0..1. */
  readonly pictured: number;
}

type Matrix = readonly [number, number, number, number, number, number];

/** Thicker bars are areas of colour. */
const THICKEST = 3.5;
/** Shorter ones are underlines of a letter, dashes and drawings. */
const SHORTEST = 4;
/** More lines are a drawing, not a table. */
const MAX_RULES = 20_000;

/** What stands on a page, turned as a reader sees it: also one that lies on its side or stands on its head. */
export async function pageContent(library: Library, page: PdfPage): Promise<PageContent> {
  const text = await page.getTextContent({ disableNormalization: true });
  const parts = wholeWords(text.items.flatMap((part) => ('str' in part && part.str.trim() !== '' ? [part] : [])));
  const lies = directionOf(parts, matrixOf(page.getViewport({ scale: 1 }).transform));
  const view = page.getViewport({ scale: 1, rotation: (page.rotate + 360 - lies) % 360 });
  const turn = matrixOf(view.transform);
  const { rules, drawings, pictured, widths } = await drawn(library, page, turn);
  const items: Item[] = [];
  for (const part of parts) {
    const m = times(turn, matrixOf(part.transform));
    const size = Math.hypot(m[2], m[3]);
    // text that stands on its side is a remark in the margin
    if (size === 0 || sideOf(m) !== 0) continue;
    const x = m[4];
    const own = widths.get(part.fontName);
    const width = part.width + (uncounted(part.str, own) * size) / 1000;
    items.push({ text: part.str, x, right: x + width, y: m[5], size, words: wordsOf(part.str, x, width, own) });
  }
  page.cleanup();
  const area = view.width * view.height;
  return { width: view.width, height: view.height, items, rules, drawings, pictured: Math.min(1, pictured / area) };
}

/**
 * A letter that is stored apart from its mark has no width to the library: it hangs it on what it read before, however
 * far away that stands, and sees a gap behind it. What can only be spoken with the letter gets it back.
 */
function wholeWords<Part extends { readonly str: string }>(parts: readonly Part[]): readonly Part[] {
  const found: Part[] = [];
  for (const part of parts) {
    const before = found.at(-1);
    const end = before?.str.slice(-LONGEST_WORD) ?? '';
    const letter = /\p{L}\p{M}+$/u.exec(end)?.[0] ?? '';
    const word = /[\p{L}\p{M}]+$/u.exec(end.slice(0, end.length - letter.length))?.[0] ?? '';
    const tail = /^[\p{L}\p{M}]+/u.exec(part.str.slice(0, LONGEST_WORD))?.[0] ?? '';
    const together = isSyllable(letter + tail) && (!isSyllable(tail) || isBareU(letter, tail));
    const isOver = word === '' || !isSyllable(word + letter);
    if (before === undefined || letter === '' || !isOver || !together) {
      found.push(part);
      continue;
    }
    found.pop();
    const rest = before.str.slice(0, before.str.length - letter.length);
    if (rest.trim() !== '') found.push({ ...before, str: rest });
    found.push({ ...part, str: letter + part.str });
  }
  return found.map((part) => ({ ...part, str: withoutGaps(part.str) }));
}

/** `ủ y`: the only word that is a letter with a mark and then one that can stand alone. */
const isBareU = (letter: string, tail: string): boolean =>
  letter.normalize('NFC').toLowerCase() === 'ủ' && tail.toLowerCase() === 'y';

/** The blanks inside words left out that the library put behind letters without width. */
const withoutGaps = (text: string): string =>
  text.replace(/(?<![\p{L}\p{M}])([\p{L}\p{M}]+) (?=([\p{L}\p{M}]+))/gu, (apart, head: string, tail: string) => {
    if (!/\p{M}$/u.test(head) || head.length + tail.length > LONGEST_WORD) return apart;
    return isSyllable(head + tail) && (!isSyllable(tail) || isBareU(head, tail)) ? head : apart;
  });

/** Code units; no word is longer, its marks apart. */
const LONGEST_WORD = 30;

/** Where a text runs to, in degrees clockwise from the right. */
function sideOf(m: Matrix): 0 | 90 | 180 | 270 {
  if (Math.abs(m[1]) > Math.abs(m[0])) return m[1] > 0 ? 90 : 270;
  return m[0] < 0 ? 180 : 0;
}

/** Where most of the text runs to. */
function directionOf(parts: readonly { readonly str: string; readonly transform: unknown }[], turn: Matrix): number {
  const letters = new Map<number, number>([[0, 0]]);
  for (const part of parts) {
    const side = sideOf(times(turn, matrixOf(part.transform)));
    letters.set(side, (letters.get(side) ?? 0) + part.str.length);
  }
  return [...letters].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

/** Widths of letters in one font; only how they compare counts. */
type Widths = ReadonlyMap<string, number>;

function wordsOf(text: string, x: number, width: number, widths: Widths | undefined): Item['words'] {
  const letters = [...text];
  const wide = letters.map((letter) => widths?.get(letter) ?? USUAL_WIDTH);
  const scale =
    width /
    Math.max(
      1,
      wide.reduce((sum, w) => sum + w, 0),
    );
  const found: { index: number; x: number }[] = [];
  let at = x;
  let index = 0;
  letters.forEach((letter, i) => {
    if (i > 0 && letter !== ' ' && letters[i - 1] === ' ') found.push({ index, x: at });
    at += (wide[i] ?? 0) * scale;
    index += letter.length;
  });
  return found;
}

/** The widths of the letters that the library takes for marks, in thousandths of the letter's size. */
const uncounted = (text: string, widths: Widths | undefined): number =>
  [...text.matchAll(/\p{L}\p{M}+/gu)].reduce((sum, [letter]) => sum + (widths?.get(letter) ?? 0), 0);

/** Thousandths of the letter's size. */
const USUAL_WIDTH = 500;

async function drawn(library: Library, page: PdfPage, turn: Matrix) {
  const { OPS } = library;
  const { fnArray, argsArray } = await page.getOperatorList();
  const stack: Matrix[] = [];
  let now = turn;
  const rules: Rule[] = [];
  const widths = new Map<string, Map<string, number>>();
  let font = new Map<string, number>();
  let drawings = 0;
  let pictured = 0;
  fnArray.forEach((op, i) => {
    const args: unknown = argsArray[i];
    switch (op) {
      case OPS.save:
        stack.push(now);
        break;
      case OPS.restore:
        now = stack.pop() ?? now;
        break;
      case OPS.transform:
        now = times(now, matrixOf(args));
        // a picture is one by one, made as large as it is shown; too large ones the library leaves out itself
        if (areaOf(now) >= SMALLEST_PICTURE) pictured += areaOf(now);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push(now);
        if (Array.isArray(args) && args[0]) now = times(now, matrixOf(args[0]));
        break;
      case OPS.paintFormXObjectEnd:
        now = stack.pop() ?? now;
        break;
      case OPS.setFont: {
        const name = Array.isArray(args) ? String(args[0]) : '';
        font = widths.get(name) ?? new Map<string, number>();
        widths.set(name, font);
        break;
      }
      case OPS.showText:
        if (Array.isArray(args) && Array.isArray(args[0])) learnWidths(font, args[0]);
        break;
      case OPS.constructPath:
        if (Array.isArray(args) && args[0] !== OPS.endPath) drawings++;
        if (rules.length < MAX_RULES && Array.isArray(args)) rules.push(...rulesOf(OPS, args, now));
        break;
    }
  });
  return { rules, drawings, pictured, widths };
}

function learnWidths(font: Map<string, number>, glyphs: readonly unknown[]): void {
  for (const glyph of glyphs)
    if (typeof glyph === 'object' && glyph !== null && 'unicode' in glyph && 'width' in glyph)
      if (typeof glyph.unicode === 'string' && typeof glyph.width === 'number') font.set(glyph.unicode, glyph.width);
}

/** How pdf.js writes a path: a number for the kind of step, then its points. */
const MOVE = 0;
const LINE = 1;
const STEP_LENGTHS: Readonly<Record<number, number>> = { 2: 6, 3: 4, 4: 0 };

function rulesOf(OPS: Library['OPS'], args: readonly unknown[], m: Matrix): readonly Rule[] {
  const painted = new Set<unknown>([
    OPS.stroke,
    OPS.closeStroke,
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]);
  const path: unknown = Array.isArray(args[1]) ? args[1][0] : null;
  if (!painted.has(args[0]) || !isNumbers(path)) return [];
  const fills = args[0] !== OPS.stroke && args[0] !== OPS.closeStroke;
  const shapes: (readonly [number, number])[][] = [];
  for (let i = 0; i < path.length; ) {
    const step = path[i] ?? -1;
    if (step === MOVE || step === LINE) {
      const x = path[i + 1] ?? 0;
      const y = path[i + 2] ?? 0;
      const point = [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]] as const;
      if (step === MOVE || shapes.length === 0) shapes.push([point]);
      else shapes.at(-1)?.push(point);
      i += 3;
      continue;
    }
    const length = STEP_LENGTHS[step];
    if (length === undefined) return [];
    const first = shapes.at(-1)?.[0];
    if (step === 4 && first !== undefined) shapes.at(-1)?.push(first);
    i += 1 + length;
  }
  return shapes.flatMap((points) => (fills ? bar(points) : strokes(points)));
}

function strokes(points: readonly (readonly [number, number])[]): readonly Rule[] {
  return points.slice(1).flatMap(([x, y], i) => {
    const [fromX, fromY] = points[i] ?? [x, y];
    return segment(fromX, fromY, x, y);
  });
}

/** Word draws its rules as filled bars; a cell's shade is a bar that is too thick. */
function bar(points: readonly (readonly [number, number])[]): readonly Rule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THICKEST && right - left > SHORTEST) {
    const y = (top + bottom) / 2;
    return [{ across: true, at: y, from: left, to: right }];
  }
  if (right - left <= THICKEST && bottom - top > SHORTEST) {
    const x = (left + right) / 2;
    return [{ across: false, at: x, from: top, to: bottom }];
  }
  return [];
}

function segment(x0: number, y0: number, x1: number, y1: number): readonly Rule[] {
  if (Math.abs(y1 - y0) < 1 && Math.abs(x1 - x0) > SHORTEST)
    return [{ across: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }];
  if (Math.abs(x1 - x0) < 1 && Math.abs(y1 - y0) > SHORTEST)
    return [{ across: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }];
  return [];
}

/** Square points; what is set to a scale alone stays far below. */
const SMALLEST_PICTURE = 400;

const areaOf = (m: Matrix): number => Math.abs(m[0] * m[3] - m[1] * m[2]);

const isNumbers = (value: unknown): value is ArrayLike<number> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);

function matrixOf(value: unknown): Matrix {
  const list: ArrayLike<number> = isNumbers(value) ? value : [1, 0, 0, 1, 0, 0];
  return [list[0] ?? 1, list[1] ?? 0, list[2] ?? 0, list[3] ?? 1, list[4] ?? 0, list[5] ?? 0];
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}
