import { type TextLine, textOf } from './pdf-lines';

interface Page {
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** In page heights: what stands nearer to an edge can be a page number, */
const NUMBER_ZONE = { top: 0.12, bottom: 0.9 };
/** and what stands as near as this is no line of the text itself. */
const MARGIN = { top: 0.07, bottom: 0.945 };

/** The same place on two pages, in points. */
const SAME_PLACE = 3;

/**
 * The lines of every page without what only says which page it is: bare page numbers, and headers and footers that
 * stand again on most pages. Of a line that begins both of two pages the first stays: it may as well be a heading.
 */
export function withoutMargins(pages: readonly Page[]): readonly (readonly TextLine[])[] {
  const edges = pages.map((page, i) => edgeLines(page, i + 1, pages.length));
  const seen = new Map<string, Place[]>();
  edges.forEach((lines, page) => {
    for (const { key, line } of lines) {
      const places = seen.get(key) ?? [];
      seen.set(key, places);
      places.push({ page, y: line.y });
    }
  });
  const written = pages.flatMap(({ lines }, i) => (lines.length > 0 ? [i] : []));
  return pages.map(({ height, lines }, i) => {
    const dropped = new Set(
      (edges[i] ?? [])
        .filter(({ key, line, isNumber, isNumbered }) => {
          if (isNumber) return true;
          const own = (seen.get(key) ?? []).filter(({ y }) => Math.abs(y - line.y) <= SAME_PLACE);
          const places = [...new Set(own.map(({ page }) => page))];
          const isFirst = places[0] === i && line.y < height / 2 && !isNumbered;
          return isRunning(places, written) && !(isFirst && written.length === 2);
        })
        .map(({ line }) => line),
    );
    return dropped.size === 0 ? lines : lines.filter((line) => !dropped.has(line));
  });
}

interface Place {
  readonly page: number;
  readonly y: number;
}

/** Whether what stands on these pages runs through all that have text; the first often goes without. */
function isRunning(places: readonly number[], written: readonly number[]): boolean {
  if (places.length < 2) return false;
  if (places.length >= 3 && places.length * 2 > written.length) return true;
  return written.every((page, i) => i === 0 || places.includes(page));
}

interface EdgeLine {
  readonly line: TextLine;
  /** Its text, the number of the page and of all pages made the same everywhere. */
  readonly key: string;
  readonly isNumber: boolean;
  /** It says by a word or by a count that its figure is a page's. */
  readonly isNumbered: boolean;
}

function edgeLines({ height, lines }: Page, number: number, count: number): readonly EdgeLine[] {
  const ends = lines.length < 4 ? lines : [...lines.slice(0, 2), ...lines.slice(-2)];
  return ends.flatMap((line) => {
    const at = line.y / height;
    if (at > NUMBER_ZONE.top && at < NUMBER_ZONE.bottom) return [];
    const text = textOf(line);
    const key = text.replace(/(?<!\p{N})\p{Nd}{1,3}(?!\p{N})/gu, (figure) =>
      [number, count].includes(Number(figure)) ? '#' : figure,
    );
    const isOuter = line === lines[0] || line === lines.at(-1);
    const isNumber = isOuter && isPageNumber(text, number);
    const isNumbered = key !== text && NUMBERED.test(key);
    // the second annex on the second page, the second session
    const isText = at > MARGIN.top && at < MARGIN.bottom;
    if (!isNumber && !isNumbered && isText) return [];
    return [{ line, key: isNumbered ? key : text, isNumber, isNumbered }];
  });
}

const NUMBERED = /(?:trang|tr\.|page|p\.)\s*#|#\s*\/\s*#/i;

/** Papers are numbered on from others now and then, but not by much. */
function isPageNumber(text: string, number: number): boolean {
  const figure = /^(?:[-–—]\s*)?(?:trang\s*)?(\d{1,3})(?:\s*\/\s*\d{1,3})?(?:\s*[-–—])?$/i.exec(text)?.[1];
  return figure !== undefined && Math.abs(Number(figure) - number) <= 2;
}
