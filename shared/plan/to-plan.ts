import type { EventPlan, Segment, SegmentId } from '../domain/agenda/agenda';
import type { IsoDay, TimeOfDay } from '../time/time';
import { HOUR } from '../time/time';
import type { DraftEvent, DraftSegment } from './draft';

const NOON = (12 * HOUR) as TimeOfDay;
const EVENING = (18 * HOUR) as TimeOfDay;

/**
 * The draft as an event the hall can keep. A segment without a day belongs to the day of the one before it, else to
 * the first day.
 * @param today stands in for a date that the document does not give.
 * @param id the wished id; the hall gives another one where it is taken.
 */
export function planOf(draft: DraftEvent, today: IsoDay, id: string): EventPlan {
  const stated = draft.days.map((d) => d.value);
  const first = stated[0] ?? today;
  let day = first;
  let session: Segment['session'] = 'morning';
  const segments = draft.segments.map((s, i): Segment => {
    if (s.day !== null && s.day !== day) session = 'morning';
    day = s.day ?? day;
    session = sessionOf(s) ?? session;
    return {
      id: `s${i + 1}` as SegmentId,
      day,
      session,
      start: s.start,
      end: s.end,
      block: s.block,
      title: s.title,
      presenter: s.presenter,
      kind: s.kind,
      origin: s.origin,
      confidential: s.confidential,
    };
  });
  const days = [...new Set([...(stated.length > 0 ? stated : [first]), ...segments.map((s) => s.day)])].sort();
  const expected = draft.expectedDelegates?.value;
  return {
    id,
    name: draft.name?.value ?? draft.banner.map((l) => l.value).join(' '),
    organiser: draft.organiser?.value ?? '',
    place: draft.place?.value ?? '',
    days,
    endsAt: draft.endsAt?.value ?? null,
    ...(expected === undefined ? {} : { expectedDelegates: expected }),
    banner: draft.banner.map((l) => l.value),
    segments,
    deadlines: draft.deadlines.map((d, i) => ({ id: `d${i + 1}`, day: d.day, time: d.time, what: d.what })),
  };
}

function sessionOf(s: DraftSegment): Segment['session'] | null {
  if (s.session !== null) return s.session;
  const at = s.start ?? s.block?.[0] ?? null;
  if (at === null) return null;
  return at < NOON ? 'morning' : at < EVENING ? 'afternoon' : 'evening';
}
