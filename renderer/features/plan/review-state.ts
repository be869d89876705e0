import type { Passage } from '../../../shared/plan/document';
import type { Choice, DraftDeadline, DraftEvent, DraftSegment, Found } from '../../../shared/plan/draft';
import type { IsoDay, TimeOfDay } from '../../../shared/time/time';
import { movedBefore } from '../desk/moved-before';

/** The draft as the person has it by now, and which findings they have dealt with. */
export interface ReviewState {
  /** The draft as it was read. */
  readonly read: DraftEvent;
  readonly draft: DraftEvent;
  readonly handled: readonly string[];
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}
type Step = Pick<ReviewState, 'draft' | 'handled'>;

/** What a person does in the review. */
export type ReviewAction =
  | { readonly do: 'choose'; readonly finding: string; readonly choice: Choice }
  | { readonly do: 'handle'; readonly findings: readonly string[]; readonly handled: boolean }
  | { readonly do: 'text'; readonly field: 'name' | 'organiser' | 'place'; readonly text: string }
  | { readonly do: 'days'; readonly days: readonly IsoDay[] }
  | { readonly do: 'ends-at'; readonly time: TimeOfDay | null }
  | { readonly do: 'delegates'; readonly count: number | null }
  | { readonly do: 'banner-line'; readonly line: number; readonly text: string }
  | { readonly do: 'banner-add' }
  /** `before`: where the line is to stand, by the places as they are now; null is the end. */
  | { readonly do: 'banner-move'; readonly line: number; readonly before: number | null }
  | { readonly do: 'banner-remove'; readonly line: number }
  | { readonly do: 'segment'; readonly id: string; readonly part: Partial<DraftSegment> }
  /** New items, a pasted table among them, before this one or at the end; they follow the day of the one above. */
  | {
      readonly do: 'segment-add';
      readonly segments: readonly (Partial<DraftSegment> & { readonly title: string })[];
      readonly before: string | null;
    }
  | { readonly do: 'segment-move'; readonly id: string; readonly before: string | null }
  | { readonly do: 'segment-remove'; readonly id: string }
  /** `passages`: where in the document it was found, when it was. */
  | {
      readonly do: 'deadline-add';
      readonly what: string;
      readonly day: IsoDay;
      readonly time: TimeOfDay;
      readonly passages: readonly Passage[];
    }
  | { readonly do: 'deadline'; readonly id: string; readonly part: Partial<DraftDeadline> }
  | { readonly do: 'deadline-remove'; readonly id: string }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' };

export const beginReview = (draft: DraftEvent): ReviewState => ({
  read: draft,
  draft,
  handled: [],
  past: [],
  future: [],
});

const MOST_STEPS = 100;

/** The review after an action; undo and redo go over everything, the marks of the findings included. */
export function review(s: ReviewState, a: ReviewAction): ReviewState {
  if (a.do === 'undo' || a.do === 'redo') {
    const [from, to] = a.do === 'undo' ? [s.past, s.future] : [s.future, s.past];
    const step = from.at(-1);
    if (step === undefined) return s;
    const rest = from.slice(0, -1);
    const other = [...to, { draft: s.draft, handled: s.handled }];
    const [past, future] = a.do === 'undo' ? [rest, other] : [other, rest];
    return { ...s, ...step, past, future };
  }
  const draft = edited(s.draft, a, s.read);
  const handled = marked(s.handled, a);
  if (draft === s.draft && handled === s.handled) return s;
  return {
    ...s,
    draft,
    handled,
    past: [...s.past, { draft: s.draft, handled: s.handled }].slice(-MOST_STEPS),
    future: [],
  };
}

function marked(handled: readonly string[], a: ReviewAction): readonly string[] {
  if (a.do !== 'choose' && a.do !== 'handle') return handled;
  const meant = a.do === 'choose' ? [a.finding] : a.findings;
  if (a.do === 'handle' && !a.handled) {
    const rest = handled.filter((f) => !meant.includes(f));
    return rest.length === handled.length ? handled : rest;
  }
  const fresh = meant.filter((f) => !handled.includes(f));
  return fresh.length === 0 ? handled : [...handled, ...fresh];
}

type Edit = Exclude<ReviewAction, { do: 'undo' | 'redo' }>;

function edited(d: DraftEvent, a: Edit, read: DraftEvent): DraftEvent {
  switch (a.do) {
    case 'choose':
      return applyChoice(d, a.choice, read);
    case 'handle':
      return d;
    case 'text':
      return { ...d, [a.field]: a.text === '' ? null : found(a.text, d[a.field]) };
    case 'days':
      return withDays(d, a.days);
    case 'ends-at':
      return { ...d, endsAt: a.time === null ? null : found(a.time, d.endsAt) };
    case 'delegates':
      return { ...d, expectedDelegates: a.count === null ? null : found(a.count, d.expectedDelegates) };
    case 'banner-line':
      return { ...d, banner: d.banner.map((l, i) => (i === a.line ? found(a.text, l) : l)) };
    case 'banner-add':
      return { ...d, banner: [...d.banner, { value: '', passages: [] }] };
    case 'banner-move': {
      const banner = movedBefore(d.banner, a.line, a.before);
      return banner.every((l, i) => l === d.banner[i]) ? d : { ...d, banner };
    }
    case 'banner-remove':
      return { ...d, banner: d.banner.filter((_, i) => i !== a.line) };
    case 'segment':
      return { ...d, segments: d.segments.map((s) => (s.id === a.id ? { ...s, ...a.part } : s)) };
    case 'segment-add':
      return a.segments.reduce((so, part) => inserted(so, newSegment(so, part, a.before), a.before), d);
    case 'segment-move': {
      const moved = d.segments.find((s) => s.id === a.id);
      if (moved === undefined || a.before === a.id) return d;
      return inserted({ ...d, segments: d.segments.filter((s) => s !== moved) }, moved, a.before);
    }
    case 'segment-remove':
      return { ...d, segments: d.segments.filter((s) => s.id !== a.id) };
    case 'deadline-add': {
      const { what, day, time, passages } = a;
      const id = freeId('added', d.deadlines);
      return { ...d, deadlines: [...d.deadlines, { id, day, time, dayOnly: false, what, passages }] };
    }
    case 'deadline':
      return { ...d, deadlines: d.deadlines.map((x) => (x.id === a.id ? { ...x, ...a.part } : x)) };
    case 'deadline-remove':
      return { ...d, deadlines: d.deadlines.filter((x) => x.id !== a.id) };
  }
}

/** Where a line of the banner that was read stands now; -1 when it is gone. */
export const bannerLineNow = (now: DraftEvent, line: number, read: DraftEvent): number =>
  now.banner.findIndex((l) => l.passages === read.banner[line]?.passages);

/**
 * The draft with a ready-made answer taken. An answer about something that is gone changes nothing.
 * @param read the draft that the answer came with: lines of the banner are counted as they were there
 */
export function applyChoice(d: DraftEvent, c: Choice, read: DraftEvent): DraftEvent {
  switch (c.set) {
    case 'day':
      return withDays(d, c.days);
    case 'segment-day':
      return changeSegment(d, c.segment, { day: c.day });
    case 'segment-end':
      return changeSegment(d, c.segment, { end: c.end });
    case 'segment-title':
      return changeSegment(d, c.segment, { title: c.title });
    case 'banner-line': {
      const at = bannerLineNow(d, c.line, read);
      return at < 0 ? d : { ...d, banner: d.banner.map((l, i) => (i === at ? found(c.text, l) : l)) };
    }
    case 'delegates':
      return { ...d, expectedDelegates: c.count === null ? null : found(c.count, d.expectedDelegates) };
  }
}

const changeSegment = (d: DraftEvent, id: string, part: Partial<DraftSegment>): DraftEvent => ({
  ...d,
  segments: d.segments.map((s) => (s.id === id ? { ...s, ...part } : s)),
});

/**
 * Other days for the event. As many as before: each item moves with its day; else items of a day that is gone have
 * none, and follow the one before them.
 */
function withDays(d: DraftEvent, days: readonly IsoDay[]): DraftEvent {
  const old = d.days.map((x) => x.value);
  const moved = (day: IsoDay | null): IsoDay | null => {
    if (day === null || days.includes(day) || !old.includes(day)) return day;
    return old.length === days.length ? (days[old.indexOf(day)] ?? null) : null;
  };
  return {
    ...d,
    days: days.map(
      (value, i) => d.days.find((x) => x.value === value) ?? { value, passages: d.days[i]?.passages ?? [] },
    ),
    segments: d.segments.map((s) => ({ ...s, day: moved(s.day) })),
  };
}

/** Corrected by hand it still comes from the same place of the document. */
const found = <T>(value: T, before: Found<unknown> | null): Found<T> => ({ value, passages: before?.passages ?? [] });

/** Before an item that is gone is at the end. */
function inserted(d: DraftEvent, s: DraftSegment, before: string | null): DraftEvent {
  const at = before === null ? -1 : d.segments.findIndex((o) => o.id === before);
  if (at < 0) return { ...d, segments: [...d.segments, s] };
  return { ...d, segments: [...d.segments.slice(0, at), s, ...d.segments.slice(at)] };
}

function newSegment(d: DraftEvent, part: Partial<DraftSegment>, before: string | null): DraftSegment {
  const at = before === null ? -1 : d.segments.findIndex((o) => o.id === before);
  const above = d.segments[(at < 0 ? d.segments.length : at) - 1];
  return {
    day: above?.day ?? null,
    // by its time, or that of the one above
    session: null,
    start: above?.end ?? null,
    end: null,
    block: null,
    title: '',
    presenter: null,
    kind: 'other',
    origin: 'central',
    confidential: false,
    passages: [],
    ...part,
    id: freeId('added', d.segments),
  };
}

function freeId(stem: string, taken: readonly { readonly id: string }[]): string {
  let n = taken.length + 1;
  while (taken.some((x) => x.id === `${stem}-${n}`)) n++;
  return `${stem}-${n}`;
}
