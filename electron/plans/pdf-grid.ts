import type { Item, Rule } from './pdf-page';

/** A cell on the page, between its rules. */
export interface GridCell {
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Grid {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rows: number;
  /** Where its columns are parted, the outer edges with them. */
  readonly edges: readonly number[];
  readonly cells: readonly GridCell[];
}

/** Lines nearer than this are one: double rules, and rules drawn anew for every cell. */
const NEAR = 3;
/** A table of more edges than this is a drawing. */
const MAX_EDGES = 300;

/** The tables that rules draw on a page, from the top. */
export function gridsOf(rules: readonly Rule[]): readonly Grid[] {
  return groups(joined(rules))
    .flatMap((group) => gridOf(group))
    .sort((a, b) => a.top - b.top);
}

/** Pieces of one line put together. */
function joined(rules: readonly Rule[]): readonly Rule[] {
  const sorted = [...rules].sort((a, b) => Number(a.across) - Number(b.across) || a.at - b.at || a.from - b.from);
  const lines: { across: boolean; at: number; parts: { from: number; to: number }[] }[] = [];
  for (const rule of sorted) {
    const last = lines.at(-1);
    if (last !== undefined && last.across === rule.across && rule.at - last.at < 1) last.parts.push({ ...rule });
    else lines.push({ across: rule.across, at: rule.at, parts: [{ ...rule }] });
  }
  return lines.flatMap(({ across, at, parts }) => {
    const whole: { from: number; to: number }[] = [];
    for (const part of parts.sort((a, b) => a.from - b.from)) {
      const last = whole.at(-1);
      if (last !== undefined && part.from <= last.to + NEAR) last.to = Math.max(last.to, part.to);
      else whole.push({ ...part });
    }
    return whole.map(({ from, to }) => ({ across, at, from, to }));
  });
}

/** Rules that touch each other, directly or through others. */
function groups(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const parent = rules.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at && parent[at] !== undefined) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  const across = rules.flatMap((rule, i) => (rule.across ? [{ rule, i }] : []));
  const down = rules.flatMap((rule, i) => (rule.across ? [] : [{ rule, i }]));
  for (const v of down)
    for (const h of across) {
      const meet =
        v.rule.at >= h.rule.from - NEAR &&
        v.rule.at <= h.rule.to + NEAR &&
        h.rule.at >= v.rule.from - NEAR &&
        h.rule.at <= v.rule.to + NEAR;
      if (meet) parent[root(v.i)] = root(h.i);
    }
  const found = new Map<number, Rule[]>();
  rules.forEach((rule, i) => {
    const group = found.get(root(i)) ?? [];
    found.set(root(i), group);
    group.push(rule);
  });
  return [...found.values()];
}

function gridOf(rules: readonly Rule[]): readonly Grid[] {
  const xs = clusters(rules.filter((r) => !r.across).map((r) => r.at));
  const ys = clusters(rules.filter((r) => r.across).map((r) => r.at));
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  // a single frame is no table, and needs none
  if (columns < 1 || rows < 1 || columns * rows < 2 || xs.length + ys.length > MAX_EDGES) return [];
  const owner = Array.from({ length: columns * rows }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (owner[at] !== undefined && owner[at] !== at) at = owner[at] ?? at;
    return at;
  };
  const x = (i: number): number => xs[i] ?? 0;
  const y = (i: number): number => ys[i] ?? 0;
  const parted = (across: boolean, at: number, middle: number): boolean =>
    rules.some(
      (r) => r.across === across && Math.abs(r.at - at) <= NEAR && r.from <= middle + NEAR && r.to >= middle - NEAR,
    );
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const here = r * columns + c;
      const midX = (x(c) + x(c + 1)) / 2;
      const midY = (y(r) + y(r + 1)) / 2;
      if (c + 1 < columns && !parted(false, x(c + 1), midY)) owner[root(here + 1)] = root(here);
      if (r + 1 < rows && !parted(true, y(r + 1), midX)) owner[root(here + columns)] = root(here);
    }
  const boxes = new Map<number, { c0: number; c1: number; r0: number; r1: number }>();
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const key = root(r * columns + c);
      const box = boxes.get(key) ?? { c0: c, c1: c, r0: r, r1: r };
      boxes.set(key, box);
      box.c0 = Math.min(box.c0, c);
      box.c1 = Math.max(box.c1, c);
      box.r0 = Math.min(box.r0, r);
      box.r1 = Math.max(box.r1, r);
    }
  if (boxes.size < 2) return [];
  const cells = [...boxes.values()].map(
    ({ c0, c1, r0, r1 }): GridCell => ({
      column: c0,
      columns: c1 - c0 + 1,
      row: r0,
      rows: r1 - r0 + 1,
      left: x(c0),
      right: x(c1 + 1),
      top: y(r0),
      bottom: y(r1 + 1),
    }),
  );
  return [{ left: x(0), right: x(columns), top: y(0), bottom: y(rows), rows, edges: xs, cells }];
}

function clusters(values: readonly number[]): readonly number[] {
  const found: { first: number; sum: number; count: number }[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && value - last.sum / last.count <= NEAR) {
      last.sum += value;
      last.count++;
    } else found.push({ first: value, sum: value, count: 1 });
  }
  return found.map(({ sum, count }) => sum / count);
}

/** Whether the middle of a text is inside; its line stands near the lower edge of its letters. */
export function holds(box: Pick<GridCell, 'left' | 'right' | 'top' | 'bottom'>, item: Item): boolean {
  const middle = item.y - item.size * 0.3;
  const x = item.x + Math.min(2, (item.right - item.x) / 2);
  return middle >= box.top && middle <= box.bottom && x >= box.left - 1 && x <= box.right + 1;
}

/** The cell a text stands in; none for what the library joined to it from beside the table. */
export const cellOf = (grid: Grid, item: Item): GridCell | undefined => grid.cells.find((cell) => holds(cell, item));

/** A text that runs over a rule is two: the library joined the ends of neighbouring cells. */
export function splitAt(grid: Grid, item: Item): readonly Item[] {
  const own = cellOf(grid, item);
  if (own === undefined || item.right <= own.right + 2) return [item];
  // what stands behind the rule begins near it; a word that only runs over it begins before
  const next = item.words.find((word) => word.x > own.right - 1);
  if (next === undefined) return [item];
  const [left, rest] = cut(item, next.index, next.x);
  return [left, ...splitAt(grid, { ...rest, x: Math.max(rest.x, own.right + 1) })];
}

/** The two parts of a text, parted before one of its words. */
export function cut(item: Item, index: number, x: number): readonly [Item, Item] {
  return [
    {
      ...item,
      text: item.text.slice(0, index).trimEnd(),
      right: x - 1,
      words: item.words.filter((w) => w.index < index),
    },
    {
      ...item,
      text: item.text.slice(index),
      x,
      words: item.words.filter((w) => w.index > index).map((w) => ({ index: w.index - index, x: w.x })),
    },
  ];
}
