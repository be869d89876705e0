/** A line of the table: the heading of a unit, or a person. */
export interface Line {
  readonly kind: 'band' | 'row';
  readonly height: number;
  /** Which unit it belongs to, counted from 0. */
  readonly unit: number;
}

export interface Measured {
  /** Everything above the table on the first page. */
  readonly head: number;
  /** The header row of the table, which every page repeats. */
  readonly header: number;
  readonly lines: readonly Line[];
  /** The totals and the signatures, which stay together. */
  readonly tail: number;
}

/** One sheet: the lines it carries, and the unit whose heading is repeated above them (null where it begins one). */
export interface Sheet {
  readonly lines: readonly number[];
  readonly continued: number | null;
  readonly tail: boolean;
}

/** So many persons stand above the signatures at least: a signature alone on a sheet could belong to any list. */
const ROWS_WITH_TAIL = 2;

/**
 * Deals the lines out to sheets. A line is never split, a unit's heading never ends a sheet, a unit that goes on has its
 * heading again, and the signatures never stand alone. A line higher than a sheet still gets its own.
 * @param room what a sheet can hold, in the unit of the heights
 */
export function paginate(m: Measured, room: number): readonly Sheet[] {
  const bands = new Map(m.lines.flatMap((l) => (l.kind === 'band' ? [[l.unit, l.height] as const] : [])));
  const sheets: { lines: number[]; continued: number | null; left: number }[] = [];
  const open = (first: number | null): { lines: number[]; continued: number | null; left: number } => {
    const line = first === null ? undefined : m.lines[first];
    const continued = line?.kind === 'row' && sheets.length > 0 ? line.unit : null;
    const above = (sheets.length === 0 ? m.head : 0) + m.header;
    const sheet = { lines: [], continued, left: room - above - (continued === null ? 0 : (bands.get(continued) ?? 0)) };
    sheets.push(sheet);
    return sheet;
  };

  let sheet = open(0);
  m.lines.forEach((line, i) => {
    // a heading needs room for its first person as well
    const needed = line.kind === 'band' ? line.height + (m.lines[i + 1]?.height ?? 0) : line.height;
    if (needed > sheet.left && sheet.lines.length > 0) sheet = open(i);
    sheet.lines.push(i);
    sheet.left -= line.height;
  });

  if (m.tail > sheet.left && sheet.lines.length > 0) {
    const moved = movedWithTail(m, sheet.lines);
    const kept = sheet.lines.slice(0, sheet.lines.length - moved.length);
    sheet.lines = kept;
    sheet = open(moved[0] ?? null);
    sheet.lines.push(...moved);
  }
  return sheets.map((s, i) => ({ lines: s.lines, continued: s.continued, tail: i === sheets.length - 1 }));
}

/** The last lines of a sheet that go along with the signatures; none where the sheet has none to spare. */
function movedWithTail(m: Measured, lines: readonly number[]): readonly number[] {
  for (let rows = ROWS_WITH_TAIL; rows > 0; rows--) {
    let from = lines.length - rows;
    // a heading is not left behind at the foot of the sheet
    if (m.lines[lines[from - 1] ?? -1]?.kind === 'band') from--;
    if (from > 0) return lines.slice(from);
  }
  return [];
}
