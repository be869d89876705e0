import type { SegmentKind } from '../domain/agenda/agenda';
import type { IsoDay, TimeOfDay } from '../time/time';
import type { Passage } from './document';

/** Something the reader took from the document, with where it stood. `passages` is empty for what was inferred. */
export interface Found<T> {
  readonly value: T;
  readonly passages: readonly Passage[];
}

export type DocumentKind = 'plan' | 'programme' | 'invitation' | 'other';

export interface DraftSegment {
  /** Stable within one reading: findings and the review refer to it. */
  readonly id: string;
  readonly day: IsoDay | null;
  readonly session: 'morning' | 'afternoon' | 'evening' | null;
  readonly start: TimeOfDay | null;
  readonly end: TimeOfDay | null;
  /** The block of time that several items share, as the document gives it. */
  readonly block: readonly [TimeOfDay, TimeOfDay | null] | null;
  readonly title: string;
  readonly presenter: string | null;
  readonly kind: SegmentKind;
  readonly origin: 'central' | 'local';
  readonly confidential: boolean;
  /** Every passage it was made from: time, title, presenter. */
  readonly passages: readonly Passage[];
}

export interface DraftDeadline {
  readonly id: string;
  readonly day: IsoDay;
  readonly time: TimeOfDay;
  /** The document named a day and no hour; `time` is then 00:00. */
  readonly dayOnly: boolean;
  readonly what: string;
  readonly passages: readonly Passage[];
}

/** What a careful reader takes from the document; nothing in it has been taken over by the hall yet. */
export interface DraftEvent {
  readonly kind: DocumentKind;
  readonly name: Found<string> | null;
  readonly organiser: Found<string> | null;
  readonly days: readonly Found<IsoDay>[];
  /** Dates as they are written that do not exist (30/02/2026). */
  readonly impossibleDates: readonly Found<string>[];
  readonly place: Found<string> | null;
  readonly endsAt: Found<TimeOfDay> | null;
  readonly expectedDelegates: Found<number> | null;
  readonly banner: readonly Found<string>[];
  readonly segments: readonly DraftSegment[];
  readonly deadlines: readonly DraftDeadline[];
}

/** Which part of the draft a finding is about. */
export type DraftPlace =
  | { readonly part: 'days' | 'place' | 'name' | 'delegates' | 'document' }
  | { readonly part: 'banner'; readonly line: number }
  | { readonly part: 'segment'; readonly id: string }
  | { readonly part: 'deadline'; readonly id: string };

export type FindingCode =
  | 'impossible-date'
  | 'weekday-disagrees'
  | 'blank-date'
  | 'overlap'
  | 'gap'
  | 'no-end'
  | 'ocr-slip'
  | 'several-dates'
  | 'agenda-twice'
  | 'no-agenda'
  | 'no-date'
  | 'end-before-start'
  | 'year-assumed'
  | 'row-unread'
  | 'delegates-range'
  | 'encoding-converted'
  | 'text-cut'
  | 'struck-through';

/** Something doubtful: what, where in the document, where in the draft, and what could be done about it. */
export interface Finding {
  readonly id: string;
  readonly code: FindingCode;
  readonly level: 'doubt' | 'note';
  readonly params: Readonly<Record<string, string | number>>;
  readonly passages: readonly Passage[];
  readonly place: DraftPlace;
  /** Ready-made answers; the first is what the draft holds now. Empty where only editing helps. */
  readonly choices: readonly Choice[];
}

/** One possible answer, as a change of the draft. */
export type Choice =
  | { readonly set: 'day'; readonly days: readonly IsoDay[] }
  | { readonly set: 'segment-day'; readonly segment: string; readonly day: IsoDay }
  | { readonly set: 'segment-end'; readonly segment: string; readonly end: TimeOfDay | null }
  | { readonly set: 'segment-title'; readonly segment: string; readonly title: string }
  | { readonly set: 'banner-line'; readonly line: number; readonly text: string }
  | { readonly set: 'delegates'; readonly count: number | null };

export interface Reading {
  readonly draft: DraftEvent;
  readonly findings: readonly Finding[];
}
