import type { SegmentKind } from '../domain/agenda/agenda';
import type { IsoDay, TimeOfDay } from '../time/time';
import type { DocumentKind, Reading } from './draft';
import { clockText } from './times';

/** A reading in plain words and clock times, for the command line. */
export interface PlanAnswer {
  readonly kind: DocumentKind;
  readonly dates: readonly IsoDay[];
  readonly invalidDates: readonly string[];
  readonly place: string | null;
  readonly banner: readonly string[];
  readonly expectedDelegates: number | null;
  readonly segments: readonly AnswerSegment[];
  readonly deadlines: readonly { readonly at: string; readonly what: string }[];
}

export interface AnswerSegment {
  readonly date: IsoDay | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly title: string;
  readonly presenter: string | null;
  readonly kind: SegmentKind;
  readonly block?: readonly [string, string | null];
}

const clock = (t: TimeOfDay | null): string | null => (t === null ? null : clockText(t));

export function toAnswer(reading: Reading): PlanAnswer {
  const d = reading.draft;
  return {
    kind: d.kind,
    dates: d.days.map((x) => x.value),
    invalidDates: d.impossibleDates.map((x) => x.value),
    place: d.place?.value ?? null,
    banner: d.banner.map((x) => x.value),
    expectedDelegates: d.expectedDelegates?.value ?? null,
    segments: d.segments.map((s) => {
      const plain = {
        date: s.day,
        start: clock(s.start),
        end: clock(s.end),
        title: s.title,
        presenter: s.presenter,
        kind: s.kind,
      };
      return s.block === null ? plain : { ...plain, block: [clockText(s.block[0]), clock(s.block[1])] as const };
    }),
    deadlines: d.deadlines.map((x) => ({ at: `${x.day}T${clockText(x.time)}`, what: x.what })),
  };
}
