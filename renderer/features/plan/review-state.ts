import type { Choice, DraftDeadline, DraftEvent, DraftSegment, Found } from '../../../shared/plan/draft';
import type { IsoDay, TimeOfDay } from '../../../shared/time/time';

/** The draft as the person has it by now, and which findings they have dealt with. */
export interface ReviewState {
  readonly draft: DraftEvent;
  readonly handled: readonly string[];
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}
type Step = Pick<ReviewState, 'draft' | 'handled'>;

/** What a person does in the review. */
export type ReviewAction =
  | { readonly do: 'choose'; readonly finding: string; readonly choice: Choice }
  | { readonly do: 'handle'; readonly finding: string; readonly handled: boolean }
  | { readonly do: 'text'; readonly field: 'name' | 'organiser' | 'place'; readonly text: string }
  | { readonly do: 'days'; readonly days: readonly IsoDay[] }
  | { readonly do: 'ends-at'; readonly time: TimeOfDay | null }
  | { readonly do: 'delegates'; readonly count: number | null }
  | { readonly do: 'banner-line'; readonly line: number; readonly text: string }
  | { readonly do: 'banner-add' }
  | { readonly do: 'banner-remove'; readonly line: number }
  | { readonly do: 'segment'; readonly id: string; readonly part: Partial<DraftSegment> }
  | { readonly do: 'segment-add'; readonly title: string }
  | { readonly do: 'segment-remove'; readonly id: string }
  | { readonly do: 'deadline'; readonly id: string; readonly part: Partial<DraftDeadline> }
  | { readonly do: 'deadline-remove'; readonly id: string }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' };

export const beginReview = (draft: DraftEvent): ReviewState => ({ draft, handled: [], past: [], future: [] });

const MOST_STEPS = 100;

/** The review after an action; undo and redo go over everything, the marks of the findings included. */
export function review(s: ReviewState, a: ReviewAction): ReviewState {
  if (a.do === 'undo' || a.do === 'redo') {
    const [from, to] = a.do === 'undo' ? [s.past, s.future] : [s.future, s.past];
    const step = from.at(-1);
    if (step === undefined) return s;
    const rest = from.slice(0, -1);
    const other = [...to, { draft: s.draft, handled: s.handled }];
    return a.do === 'undo' ? { ...step, past: rest, future: other } : { ...step, past: other, future: rest };
  }
  const draft = edited(s.draft, a);
  const handled = marked(s.handled, a);
  if (draft === s.draft && handled === s.handled) return s;
  return {
    draft,
    handled,
    past: [...s.past, { draft: s.draft, handled: s.handled }].slice(-MOST_STEPS),
    future: [],
  };
}

function marked(handled: readonly string[], a: ReviewAction): readonly string[] {
  if (a.do !== 'choose' && a.do !== 'handle') return handled;
  const now = a.do === 'choose' || a.handled;
  if (handled.includes(a.finding) === now) return handled;
  return now ? [...handled, a.finding] : handled.filter((f) => f !== a.finding);
}

type Edit = Exclude<ReviewAction, { do: 'undo' | 'redo' }>;

function edited(d: DraftEvent, a: Edit): DraftEvent {
  switch (a.do) {
    case 'choose':
      return applyChoice(d, a.choice);
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
    case 'banner-remove':
      return { ...d, banner: d.banner.filter((_, i) => i !== a.line) };
    case 'segment':
      return { ...d, segments: d.segments.map((s) => (s.id === a.id ? { ...s, ...a.part } : s)) };
    case 'segment-add':
      return { ...d, segments: [...d.segments, blankSegment(d, a.title)] };
    case 'segment-remove':
      return { ...d, segments: d.segments.filter((s) => s.id !== a.id) };
    case 'deadline':
      return { ...d, deadlines: d.deadlines.map((x) => (x.id === a.id ? { ...x, ...a.part } : x)) };
    case 'deadline-remove':
      return { ...d, deadlines: d.deadlines.filter((x) => x.id !== a.id) };
  }
}

/** The draft with a ready-made answer taken. An answer about something that is gone changes nothing. */
export function applyChoice(d: DraftEvent, c: Choice): DraftEvent {
  switch (c.set) {
    case 'day':
      return withDays(d, c.days);
    case 'segment-day':
      return changeSegment(d, c.segment, { day: c.day });
    case 'segment-end':
      return changeSegment(d, c.segment, { end: c.end });
    case 'segment-title':
      return changeSegment(d, c.segment, { title: c.title });
    case 'banner-line':
      return { ...d, banner: d.banner.map((l, i) => (i === c.line ? found(c.text, l) : l)) };
    case 'delegates':
      return { ...d, expectedDelegates: c.count === null ? null : found(c.count, d.expectedDelegates) };
    case 'drop-segments':
      return c.segments.length === 0 ? d : { ...d, segments: d.segments.filter((s) => !c.segments.includes(s.id)) };
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

function blankSegment(d: DraftEvent, title: string): DraftSegment {
  const last = d.segments.at(-1);
  let n = d.segments.length + 1;
  while (d.segments.some((s) => s.id === `added-${n}`)) n++;
  return {
    id: `added-${n}`,
    day: last?.day ?? null,
    session: last?.session ?? null,
    start: last?.end ?? null,
    end: null,
    block: null,
    title,
    presenter: null,
    kind: 'other',
    origin: 'central',
    confidential: false,
    passages: [],
  };
}
