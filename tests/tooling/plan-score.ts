import { clock, closest, dateNumbers, likeness, placeIn, withoutHonour, wordsOf } from './plan-likeness';

/** What a careful reader takes from a document, and where another careful reader could differ. */
export interface ExpectedPlan {
  readonly kind: string;
  readonly dates: readonly string[];
  readonly optionalDates?: readonly string[];
  readonly invalidDates: readonly string[];
  readonly place: string | null;
  readonly altPlaces?: readonly string[];
  readonly banner: readonly string[];
  readonly expectedDelegates: number | null;
  readonly segments: readonly ExpectedSegment[];
  readonly deadlines: readonly ExpectedDeadline[];
  /** Spans of the event that a reader may enter as items where there is no agenda. */
  readonly times?: readonly { readonly start: string }[];
  readonly ambiguousFields?: readonly string[];
  readonly traits?: readonly string[];
  readonly notes?: string;
}

export interface ExpectedSegment {
  readonly date: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly title: string;
  readonly presenter: string | null;
  readonly kind: string;
  readonly block?: readonly [string, string | null];
  readonly altTitles?: readonly string[];
  readonly altStarts?: readonly string[];
  readonly altPresenters?: readonly string[];
  readonly startOptional?: boolean;
  /** May be given or left out. */
  readonly ambiguous?: boolean;
  readonly ambiguousFields?: readonly string[];
}

export interface ExpectedDeadline {
  readonly at: string;
  readonly what: string;
  /** Any hour of the day is right. */
  readonly dateOnly?: boolean;
  readonly optional?: boolean;
}

export const FIELDS = [
  'dates',
  'invalidDates',
  'segments',
  'segDates',
  'ends',
  'presenters',
  'banner',
  'place',
  'delegates',
  'deadlines',
] as const;
export type Field = (typeof FIELDS)[number];

export interface Tally {
  /** Right, invented and missed. */
  tp: number;
  fp: number;
  fn: number;
  readonly log: string[];
}

export interface PlanScore {
  readonly fields: Readonly<Record<Field, Tally>>;
  readonly total: { readonly tp: number; readonly fp: number; readonly fn: number; readonly f1: number };
  /** Beside the total: was the kind of document right (null: not asked), and of how many items the day and the kind. */
  readonly beside: {
    readonly kind: boolean | null;
    readonly segDates: readonly [number, number];
    readonly segKinds: readonly [number, number];
  };
}

type Loose = Readonly<Record<string, unknown>>;

const TITLE_LIKENESS = 0.8;
const PLACE_LIKENESS = 0.6;
const ROUNDING = 1e-9;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
const day = (value: unknown): string => String(value).slice(0, 10);

/** Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found. */
export const f1 = (tp: number, fp: number, fn: number): number =>
  tp + fp + fn === 0 ? 1 : (2 * tp) / (2 * tp + fp + fn);

/** Compares an answer (of any shape: it may come from a broken reader) with the careful one, field by field. */
export function scorePlan(expected: ExpectedPlan, answer: unknown): PlanScore {
  const actual = isObject(answer) ? answer : {};
  const fields = Object.fromEntries(FIELDS.map((field) => [field, newTally()])) as Record<Field, Tally>;
  const skipped = new Set(expected.ambiguousFields);
  const beside = { segDates: [0, 0] as [number, number], segKinds: [0, 0] as [number, number] };

  compareSets(fields.dates, expected.dates, listed(actual.dates).map(day), expected.optionalDates ?? []);
  compareSets(
    fields.invalidDates,
    expected.invalidDates.map(dateNumbers),
    listed(actual.invalidDates).map(dateNumbers),
    [],
  );
  if (!skipped.has('place')) comparePlace(fields.place, expected, placeIn(actual.place));
  if (!skipped.has('expectedDelegates')) {
    const given = actual.expectedDelegates;
    const found = given === null || given === undefined || given === '' ? null : Number(given);
    settle(fields.delegates, expected.expectedDelegates, found, found === expected.expectedDelegates);
  }
  if (!skipped.has('banner')) compareBanner(fields.banner, expected.banner, actual.banner);
  compareSegments(fields, beside, expected, listed(actual.segments).filter(isObject));
  compareDeadlines(fields.deadlines, expected.deadlines, listed(actual.deadlines).filter(isObject));

  const sum = (part: 'tp' | 'fp' | 'fn'): number => FIELDS.reduce((all, field) => all + fields[field][part], 0);
  const [tp, fp, fn] = [sum('tp'), sum('fp'), sum('fn')];
  const kind = skipped.has('kind') || !actual.kind ? null : actual.kind === expected.kind;
  return { fields, total: { tp, fp, fn, f1: f1(tp, fp, fn) }, beside: { kind, ...beside } };
}

function newTally(): Tally {
  return { tp: 0, fp: 0, fn: 0, log: [] };
}

function miss(tally: Tally, what: unknown): void {
  tally.fn += 1;
  tally.log.push(`missed ${String(what)}`);
}

function invent(tally: Tally, what: unknown): void {
  tally.fp += 1;
  tally.log.push(`invented ${String(what)}`);
}

/** One value that is right, or else missed (where there was one) and invented (where one was given). */
function settle(tally: Tally, wanted: unknown, found: unknown, right: boolean): void {
  if (right && wanted !== null) {
    tally.tp += 1;
    return;
  }
  if (wanted !== null) miss(tally, wanted);
  if (found !== null) invent(tally, found);
}

function compareSets(
  tally: Tally,
  wanted: readonly string[],
  found: readonly string[],
  tolerated: readonly string[],
): void {
  const want = new Set(wanted);
  const have = new Set(found);
  for (const one of want) {
    if (have.has(one)) tally.tp += 1;
    else miss(tally, one);
  }
  for (const one of have) if (!want.has(one) && !tolerated.includes(one)) invent(tally, one);
}

function comparePlace(tally: Tally, expected: ExpectedPlan, found: string | null): void {
  const wanted = expected.place || null;
  const right =
    found !== null &&
    wanted !== null &&
    closest([wanted, ...(expected.altPlaces ?? [])], found) >= PLACE_LIKENESS - ROUNDING;
  settle(tally, wanted, found, right);
}

/** Lines that stand in both in the same order are right: the longest common run with gaps. */
function compareBanner(tally: Tally, wanted: readonly string[], given: unknown): void {
  const found = listed(given)
    .flatMap((line) => String(line).split(/\r?\n/))
    .filter((line) => wordsOf(line).length > 0);
  let above = new Array<number>(found.length + 1).fill(0);
  for (const line of wanted) {
    const row = [0];
    found.forEach((other, at) => {
      const same = likeness(line, other) >= TITLE_LIKENESS - ROUNDING;
      row.push(same ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
    });
    above = row;
  }
  tally.tp = above[found.length] ?? 0;
  tally.fn = wanted.length - tally.tp;
  tally.fp = found.length - tally.tp;
  if (tally.fn + tally.fp > 0) tally.log.push(`wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(found)}`);
}

interface Pairing {
  readonly wanted: number;
  readonly found: number;
  readonly weight: number;
}

/** Takes the heaviest pairs first, each side once: the found one of every wanted one. */
function paired(candidates: readonly Pairing[]): ReadonlyMap<number, number> {
  const taken = new Set<number>();
  const pairs = new Map<number, number>();
  for (const { wanted, found } of [...candidates].sort((a, b) => b.weight - a.weight)) {
    if (pairs.has(wanted) || taken.has(found)) continue;
    pairs.set(wanted, found);
    taken.add(found);
  }
  return pairs;
}

const open = (segment: ExpectedSegment, field: string): boolean => segment.ambiguousFields?.includes(field) ?? false;

/** Whether the found start of an item will do for the wanted one. */
function startFits(wanted: ExpectedSegment, found: string | null): boolean {
  const start = clock(wanted.start);
  if (start === found || open(wanted, 'start')) return true;
  if (found === null) return wanted.startOptional === true;
  if ((wanted.altStarts ?? []).some((other) => clock(other) === found)) return true;
  return start === null && wanted.block !== undefined && clock(wanted.block[0]) === found;
}

function pairSegments(wanted: readonly ExpectedSegment[], found: readonly Loose[]): ReadonlyMap<number, number> {
  const candidates: Pairing[] = [];
  wanted.forEach((segment, i) => {
    found.forEach((other, j) => {
      const alike = closest([segment.title, ...(segment.altTitles ?? [])], other.title);
      const start = clock(other.start);
      if (alike < TITLE_LIKENESS - ROUNDING || !startFits(segment, start)) return;
      const sameDay = (segment.date ?? null) === (other.date ?? null);
      const sameStart = clock(segment.start) === start;
      const firm = segment.ambiguous ? 0 : 0.5;
      const apart = Math.abs(i - j) * 1e-3;
      candidates.push({
        wanted: i,
        found: j,
        weight: alike * 10 + (sameDay ? 2 : 0) + (sameStart ? 1 : 0) + firm - apart,
      });
    });
  });
  return paired(candidates);
}

function compareSegments(
  fields: Readonly<Record<Field, Tally>>,
  beside: { readonly segDates: [number, number]; readonly segKinds: [number, number] },
  expected: ExpectedPlan,
  found: readonly Loose[],
): void {
  const pairs = pairSegments(expected.segments, found);
  const required = expected.segments.filter((segment) => !segment.ambiguous);
  const manyDays = new Set(required.flatMap((segment) => (segment.date ? [segment.date] : []))).size > 1;
  expected.segments.forEach((segment, i) => {
    if (segment.ambiguous) return;
    const other = found[pairs.get(i) ?? -1];
    if (other === undefined) {
      miss(fields.segments, `${segment.start ?? '--:--'} ${segment.title}`);
      // what hangs on a missed item is missed with it
      if (segment.end && !open(segment, 'end')) fields.ends.fn += 1;
      if (segment.presenter && !open(segment, 'presenter')) fields.presenters.fn += 1;
      if (manyDays && segment.date) fields.segDates.fn += 1;
      return;
    }
    fields.segments.tp += 1;
    if (!open(segment, 'end')) compareEnd(fields.ends, segment, clock(other.end));
    if (!open(segment, 'presenter')) comparePresenter(fields.presenters, segment, other.presenter);
    if (segment.date) {
      const date = other.date ? day(other.date) : null;
      beside.segDates[1] += 1;
      if (date === segment.date) beside.segDates[0] += 1;
      if (manyDays) settle(fields.segDates, segment.date, date, date === segment.date);
    }
    if (segment.kind && other.kind) {
      beside.segKinds[1] += 1;
      if (segment.kind === other.kind) beside.segKinds[0] += 1;
    }
  });
  countInvented(fields.segments, expected, required.length === 0, found, new Set(pairs.values()));
}

/** Items that stand for nothing. Without an agenda, one item for each start of the event itself is let pass. */
function countInvented(
  tally: Tally,
  expected: ExpectedPlan,
  noAgenda: boolean,
  found: readonly Loose[],
  taken: ReadonlySet<number>,
): void {
  const starts = new Set((expected.times ?? []).map((time) => clock(time.start)));
  let tolerated = noAgenda ? starts.size : 0;
  found.forEach((other, j) => {
    if (taken.has(j)) return;
    if (tolerated > 0 && starts.has(clock(other.start))) tolerated -= 1;
    else invent(tally, `${String(other.start ?? '--:--')} ${String(other.title)}`);
  });
}

function compareEnd(tally: Tally, segment: ExpectedSegment, found: string | null): void {
  const wanted = clock(segment.end);
  const blockEnd = segment.block === undefined ? null : clock(segment.block[1]);
  if (wanted === null && segment.block !== undefined && found === blockEnd) return;
  settle(tally, wanted, found, wanted === found);
}

function comparePresenter(tally: Tally, segment: ExpectedSegment, given: unknown): void {
  const found = wordsOf(given).length === 0 ? null : String(given);
  const wordings = [segment.presenter, ...(segment.altPresenters ?? [])].map(withoutHonour);
  const right =
    found !== null &&
    Boolean(segment.presenter) &&
    closest(wordings, withoutHonour(found)) >= TITLE_LIKENESS - ROUNDING;
  settle(tally, segment.presenter || null, found, right);
}

/** Day, and hour where there is one; what is no moment stays as it is. */
function moment(at: unknown): readonly [string, string | null] {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(String(at ?? ''));
  return found === null ? [String(at), null] : [String(found[1]), found[2] ?? null];
}

function compareDeadlines(tally: Tally, wanted: readonly ExpectedDeadline[], found: readonly Loose[]): void {
  const candidates: Pairing[] = [];
  wanted.forEach((deadline, i) => {
    const [date, hour] = moment(deadline.at);
    found.forEach((other, j) => {
      const [otherDate, otherHour] = moment(other.at);
      if (date !== otherDate || (!deadline.dateOnly && hour !== otherHour)) return;
      const weight = likeness(deadline.what, other.what) + (deadline.optional ? 0 : 0.05) - Math.abs(i - j) * 1e-4;
      candidates.push({ wanted: i, found: j, weight });
    });
  });
  const pairs = paired(candidates);
  wanted.forEach((deadline, i) => {
    if (deadline.optional) return;
    if (pairs.has(i)) tally.tp += 1;
    else miss(tally, `${deadline.at} ${deadline.what}`);
  });
  const taken = new Set(pairs.values());
  found.forEach((other, j) => {
    if (!taken.has(j)) invent(tally, `${String(other.at)} ${String(other.what)}`);
  });
}
