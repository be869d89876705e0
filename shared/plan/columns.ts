import type { Cell, Grid, GridRow } from './grids';
import { headRole, type Role } from './heads';
import { lower } from './lines';
import { timesIn } from './times';
import { isPerson } from './vocabulary';

/** A row of column headings: two roles at least, a title or time among them, and no clock time. */
export function isHeaderRow(row: GridRow): boolean {
  const texts = row.cells.map((c) => c.text).filter((t) => t !== '');
  if (texts.length < 2) return false;
  const roles = texts.map(headRole);
  const known = roles.filter((r) => r !== null);
  if (known.length < 2 || known.length * 2 < texts.length) return false;
  if (!known.includes('time') && !known.includes('title') && !known.includes('until')) return false;
  return !texts.some((t) => timesIn(t).length > 0);
}

export interface Columns {
  readonly roles: readonly (Role | null)[];
  /** Whether headings said so. */
  readonly named: boolean;
  /** Columns of tracks that run side by side, where there are several. */
  readonly tracks: readonly number[];
  /** The heading of the time column asks when a task is done, not when an item begins. */
  readonly dueTimes: boolean;
  readonly heads: readonly string[];
}

/** Roles of the columns, by heading where there is one, by what stands in them otherwise. */
export function columnsOf(grid: Grid): Columns {
  const header = grid.rows.slice(0, 4).find(isHeaderRow);
  const roles: (Role | null)[] = Array.from({ length: grid.columns }, () => null);
  const heads: string[] = Array.from({ length: grid.columns }, () => '');
  if (header !== undefined)
    for (const cell of header.cells) {
      roles[cell.column] = headRole(cell.text);
      heads[cell.column] = lower(cell.text);
      if (roles[cell.column] === 'title' && cell.columns > 1)
        for (let k = 1; k < cell.columns; k++) roles[cell.column + k] = null;
    }
  const shown = measure(grid);
  // "Thời lượng" over a column of times
  const lengths = roles.indexOf('duration');
  if (!roles.includes('time') && (shown[lengths]?.times ?? 0) * 2 >= Math.max(1, shown[lengths]?.filled ?? 1))
    roles[lengths] = 'time';
  keepOne(roles, heads, shown, 'presenter', [
    /thực hiện|trình bày|báo cáo viên|diễn giả/u,
    /chủ trì|điều hành/u,
    /phụ trách|trách nhiệm/u,
  ]);
  keepOne(roles, heads, shown, 'title', [/nội dung|chương trình/u]);
  const timed = roles.indexOf('time');
  if (timed < 0 || (shown[timed]?.times ?? 0) === 0) {
    const best = bestOf(shown, roles, (m) => m.times);
    if (best >= 0 && (shown[best]?.times ?? 0) * 2 >= (shown[best]?.filled ?? 0) && roles[best] !== 'title') {
      if (timed >= 0) roles[timed] = 'note';
      roles[best] = 'time';
    }
  }
  const begin = roles.indexOf('time');
  const beside = shown[begin + 1];
  // two columns of times side by side, without headings, are begin and end
  if (begin >= 0 && header === undefined && beside !== undefined && beside.times > 1 && beside.times === beside.filled)
    roles[begin + 1] = 'until';
  if (!roles.includes('number') && header === undefined) {
    const at = shown.findIndex((m, c) => roles[c] === null && m.numbers >= 2 && m.numbers === m.filled);
    if (at >= 0) roles[at] = 'number';
  }
  if (!roles.includes('title')) {
    // names can be longer than what is done
    const named = (m: Measure): boolean => m.people * 2 > m.filled;
    const best = bestOf(
      shown,
      roles,
      (m) => (m.length / Math.max(1, m.rows)) * (named(m) ? 0.1 : 1) * (m === shown[roles.indexOf('time') + 1] ? 2 : 1),
    );
    if (best >= 0) roles[best] = 'title';
  }
  if (!roles.includes('presenter')) {
    const title = roles.indexOf('title');
    const at = shown.findIndex((m, c) => c > title && roles[c] === null && m.people * 2 >= m.filled && m.filled > 0);
    if (at >= 0) roles[at] = 'presenter';
  }
  const found = heads.flatMap((h, c) =>
    /^(?:phòng|tiểu ban|hội trường|nhóm|phân ban|lớp|track|phiên|tổ)\s+\S/u.test(h) &&
    !/thực hiện|phụ trách|chủ trì/u.test(h)
      ? [c]
      : [],
  );
  const tracks = found.length >= 2 ? found : [];
  const timeHead = heads[roles.indexOf('time')] ?? '';
  return {
    roles,
    named: header !== undefined,
    dueTimes: /hoàn thành|thời hạn|hạn|thực hiện xong|tiến độ/u.test(timeHead),
    heads,
    tracks,
  };
}

/** Of several columns with one role the one whose heading says it most clearly keeps it. */
function keepOne(
  roles: (Role | null)[],
  heads: readonly string[],
  shown: readonly Measure[],
  role: Role,
  order: readonly RegExp[],
): void {
  const named = roles.flatMap((r, c) => (r === role ? [c] : []));
  const filled = named.filter((c) => (shown[c]?.filled ?? 0) > 0);
  const all = filled.length > 0 ? filled : named;
  for (const c of named) if (!all.includes(c)) roles[c] = 'note';
  if (all.length < 2) return;
  let keep = all[0] ?? 0;
  for (const pattern of order) {
    const hit = all.find((c) => pattern.test(heads[c] ?? ''));
    if (hit !== undefined) {
      keep = hit;
      break;
    }
  }
  for (const c of all) if (c !== keep) roles[c] = 'note';
}

interface Measure {
  rows: number;
  filled: number;
  times: number;
  numbers: number;
  people: number;
  length: number;
}

function measure(grid: Grid): readonly Measure[] {
  const all: Measure[] = Array.from({ length: grid.columns }, () => ({
    rows: 0,
    filled: 0,
    times: 0,
    numbers: 0,
    people: 0,
    length: 0,
  }));
  for (const row of grid.rows.slice(0, 200)) {
    if (isHeaderRow(row) || row.cells.length < 2) continue;
    for (const cell of row.cells) count(all[cell.column], cell);
  }
  return all;
}

function count(m: Measure | undefined, cell: Cell): void {
  if (m === undefined) return;
  m.rows++;
  if (cell.text === '') return;
  m.filled++;
  if (/^\d{1,3}[.)]?$/.test(cell.text)) m.numbers++;
  else if (cell.text.length < 80 && (timesIn(cell.text)[0]?.from ?? 99) <= 24) m.times++;
  else if (isPerson(cell.text)) m.people++;
  m.length += Math.min(cell.text.length, 400);
}

function bestOf(shown: readonly Measure[], roles: readonly (Role | null)[], value: (m: Measure) => number): number {
  let best = -1;
  let most = 0;
  shown.forEach((m, c) => {
    const v = roles[c] === null || roles[c] === 'title' ? value(m) : 0;
    if (v > most) {
      most = v;
      best = c;
    }
  });
  return best;
}
