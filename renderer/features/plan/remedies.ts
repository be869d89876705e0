import type { Passage, PlanDocument } from '../../../shared/plan/document';
import type { DraftEvent, DraftPlace, DraftSegment, Finding } from '../../../shared/plan/draft';
import { clockHm } from '../../../shared/time/format';
import { HOUR, type IsoDay, type TimeOfDay } from '../../../shared/time/time';
import { PLANNING } from '../../../shared/words/planning';
import type { Speaker } from '../desk/words';
import type { ReviewAction } from './review-state';

/** What the screen can do about a finding, beside the answers that came with it. */
export type Remedy = { readonly text: string } & (
  | { readonly do: 'change'; readonly change: ReviewAction }
  /** Puts the focus into the field that says it; null is the first one there. */
  | { readonly do: 'edit'; readonly place: DraftPlace; readonly field: Field | null }
  /** Shows one of several places of the document. */
  | { readonly do: 'show'; readonly passage: Passage }
);

/** A field of an item or a deadline, as the class of its box names it (`plan-field-start`). */
export type Field = 'start' | 'end' | 'title' | 'day';

interface Asked {
  readonly finding: Finding;
  readonly draft: DraftEvent;
  readonly document: PlanDocument;
  readonly today: IsoDay;
  readonly words: Speaker;
}

/** What can be done about a finding. Something that is only to be known (a conversion, a cut) has nothing. */
export function remediesOf(asked: Asked): readonly Remedy[] {
  const { finding: f, words } = asked;
  const edit = (place: DraftPlace, field: Field | null = null): Remedy => ({
    do: 'edit',
    text: words.say(PLANNING['remedy-edit']),
    place,
    field,
  });
  switch (f.code) {
    case 'overlap':
      return [...parted(asked), edit(f.place, 'start')];
    case 'gap':
      return [...filled(asked), edit(f.place, 'start')];
    case 'end-before-start':
    case 'no-end':
      return [edit(f.place, 'end')];
    case 'agenda-twice':
    case 'several-dates':
      return [...shown(f, words), ...(f.place.part === 'document' ? [] : [edit(f.place)])];
    case 'row-unread':
      return [addedItem(asked)];
    case 'no-agenda':
      return [...shown(f, words), addedItem(asked)];
    case 'impossible-date':
      return f.place.part === 'document' ? [addedDeadline(asked)] : [edit(f.place)];
    case 'struck-through':
      return [...shown(f, words), ...removed(asked), ...(f.place.part === 'document' ? [] : [edit(f.place, 'title')])];
    case 'encoding-converted':
    case 'text-cut':
      return [];
    default:
      return f.place.part === 'document' ? [] : [edit(f.place, f.place.part === 'segment' ? 'title' : null)];
  }
}

/** The item above that a gap or an overlap is about: the last one before with a start. */
export function otherOf(f: Finding, draft: DraftEvent): DraftSegment | null {
  const { place } = f;
  if (place.part !== 'segment' || (f.code !== 'overlap' && f.code !== 'gap')) return null;
  const at = draft.segments.findIndex((s) => s.id === place.id);
  return draft.segments.slice(0, Math.max(0, at)).findLast((s) => s.start !== null) ?? null;
}

/** The two items of an overlap or a gap, as they are now; null where a time is missing. */
function neighbours({ finding, draft }: Asked): {
  readonly above: DraftSegment;
  readonly below: DraftSegment;
  readonly start: TimeOfDay;
} | null {
  const above = otherOf(finding, draft);
  const { place } = finding;
  const below = place.part === 'segment' ? draft.segments.find((s) => s.id === place.id) : undefined;
  if (above === null || below === undefined || below.start === null || above.start === null) return null;
  return above.start < below.start ? { above, below, start: below.start } : null;
}

/** The item above is over when this one begins. */
function parted(asked: Asked): readonly Remedy[] {
  const pair = neighbours(asked);
  if (pair === null) return [];
  const { above, start } = pair;
  return [
    {
      do: 'change',
      text: asked.words.say(PLANNING['remedy-end-above'], { time: clockHm(start) }),
      change: { do: 'segment', id: above.id, part: { end: start } },
    },
  ];
}

/** The time between two items belongs to the one above, or is a break. */
function filled(asked: Asked): readonly Remedy[] {
  const pair = neighbours(asked);
  if (pair === null || pair.above.end === null) return [];
  const { above, below, start } = pair;
  const { words } = asked;
  const span = { from: clockHm(pair.above.end), to: clockHm(start) };
  return [
    {
      do: 'change',
      text: words.say(PLANNING['remedy-break'], span),
      change: {
        do: 'segment-add',
        segments: [{ title: words.say(PLANNING['break-title']), kind: 'break', start: above.end, end: start }],
        before: below.id,
      },
    },
    ...parted(asked),
  ];
}

const MOST_SHOWN = 4;
function shown(f: Finding, words: Speaker): readonly Remedy[] {
  if (f.passages.length < 2) return [];
  return f.passages
    .slice(0, MOST_SHOWN)
    .map((passage, i) => ({ do: 'show', text: words.say(PLANNING['remedy-show'], { n: i + 1 }), passage }));
}

/** What is struck through is often gone as a whole. */
function removed({ finding: { place }, draft, words }: Asked): readonly Remedy[] {
  if (place.part === 'segment' && draft.segments.some((s) => s.id === place.id))
    return [
      { do: 'change', text: words.say(PLANNING['remedy-drop-item']), change: { do: 'segment-remove', id: place.id } },
    ];
  if (place.part === 'deadline' && draft.deadlines.some((d) => d.id === place.id))
    return [
      {
        do: 'change',
        text: words.say(PLANNING['remedy-drop-deadline']),
        change: { do: 'deadline-remove', id: place.id },
      },
    ];
  return [];
}

/** An item of what the row says, in the place the row has in the document. */
function addedItem({ finding: f, draft, document, words }: Asked): Remedy {
  const [at] = f.passages;
  const isRow = f.code === 'row-unread' && at !== undefined;
  const title = isRow ? lineOf(document, at) : '';
  const behind = !isRow ? undefined : draft.segments.find((s) => (s.passages[0]?.from ?? -1) > at.from);
  return {
    do: 'change',
    text: words.say(PLANNING[isRow ? 'remedy-add-row' : 'add']),
    change: {
      do: 'segment-add',
      segments: [
        {
          title: title === '' ? words.say(PLANNING['new-item']) : title,
          start: null,
          passages: isRow ? [...f.passages] : [],
        },
      ],
      before: behind?.id ?? null,
    },
  };
}

/** The hour of the first report of a day, where none is known. */
export const FIRST_DEADLINE = (7.5 * HOUR) as TimeOfDay;

/** A deadline whose date cannot be: what is due stands beside it; its day is to be typed. */
function addedDeadline({ finding: f, draft, document, today, words }: Asked): Remedy {
  const [at] = f.passages;
  return {
    do: 'change',
    text: words.say(PLANNING['deadline-add']),
    change: {
      do: 'deadline-add',
      what: at === undefined ? words.say(PLANNING['deadline-what']) : lineOf(document, at),
      day: draft.days[0]?.value ?? today,
      time: FIRST_DEADLINE,
      passages: [...f.passages],
    },
  };
}

const LONGEST_LINE = 300;
/** The line a passage stands in, without the dash it begins with. */
function lineOf({ text }: PlanDocument, at: Passage): string {
  const from = text.lastIndexOf('\n', at.from - 1) + 1;
  const end = text.indexOf('\n', at.to);
  const line = text.slice(from, end < 0 ? text.length : end);
  return line
    .replace(/[\s\u2028]+/gu, ' ')
    .replace(/\*\*/g, '')
    .replace(/^[\s\-–—+•*]+/u, '')
    .trim()
    .slice(0, LONGEST_LINE);
}
