import { schedule } from '../../../shared/domain/agenda/schedule';
import { weekdayOf } from '../../../shared/plan/dates';
import type { Choice, DraftEvent, Finding } from '../../../shared/plan/draft';
import { planOf } from '../../../shared/plan/to-plan';
import { clockHm, dayDmy } from '../../../shared/time/format';
import { type IsoDay, isIsoDay } from '../../../shared/time/time';
import { FINDINGS } from '../../../shared/words/plan';
import { PLANNING } from '../../../shared/words/planning';
import { sayCode } from '../../../shared/words/words';
import type { Speaker } from '../desk/words';
import { bannerLineNow } from './review-state';

const days = (list: readonly string[]): string => list.map((d) => (isIsoDay(d) ? dayDmy(d) : d)).join(', ');

const LONGEST_TITLE = 64;
/** Enough of a title to know it by; the whole of it stands beside. */
const brief = (text: string): string =>
  text.length <= LONGEST_TITLE ? text : `${text.slice(0, LONGEST_TITLE).replace(/\s+\S*$/u, '')}…`;

/** When the schedule will take each item without an end to be over, by the ids of the draft: `09:30`. */
export function assumedEnds(draft: DraftEvent, today: IsoDay): ReadonlyMap<string, string> {
  const ends = new Map<string, string>();
  for (const [i, s] of schedule(planOf(draft, today, '')).entries()) {
    const id = draft.segments[i]?.id;
    if (id !== undefined && s.endAssumed && s.end !== null) ends.set(id, clockHm(s.end, 'wall'));
  }
  return ends;
}

/** The sentence of a finding, its days written as people write them. */
export function findingText(f: Finding, ends: ReadonlyMap<string, string>, words: Speaker): string {
  const params = Object.fromEntries(
    Object.entries(f.params).map(([name, value]) => [
      name,
      typeof value === 'string' ? brief(value.replace(/\d{4}-\d{2}-\d{2}/g, (d) => days([d]))) : value,
    ]),
  );
  if (f.code === 'no-end' && f.place.part === 'segment') {
    // what the hall's own schedule makes of it, as the draft is now
    const end = ends.get(f.place.id);
    return words.say(PLANNING[end === undefined ? 'no-end-open' : 'no-end-assumed'], { ...params, end: end ?? '' });
  }
  if (f.code === 'weekday-disagrees') {
    const [said, real] = [weekdayName(f.params.said, words), weekdayName(f.params.real, words)];
    if (said !== null && real !== null) return words.say(PLANNING['weekday-says'], { ...params, said, real });
  }
  // a value that the reader does not know leaves a blank behind
  return sayCode(FINDINGS, f.code, words.language, params).replace(/\s+([.;,])/g, '$1');
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** 0 is Sunday. */
function weekdayName(n: unknown, words: Speaker): string | null {
  const name = typeof n === 'number' ? WEEKDAYS[n] : undefined;
  return name === undefined ? null : words.say(PLANNING[name]);
}

/** `Thứ Bảy 07/02/2026`; of several days only the dates. */
function dayWithWeekday(list: readonly IsoDay[], words: Speaker): string {
  const [only] = list;
  if (only === undefined || list.length > 1) return days(list);
  return [weekdayName(weekdayOf(only), words), days(list)].join(' ');
}

/** What the button of a ready-made answer says. */
export function choiceText(c: Choice, words: Speaker): string {
  switch (c.set) {
    case 'day':
      return c.days.length === 0 ? words.say(PLANNING['choice-no-day']) : dayWithWeekday(c.days, words);
    case 'segment-day':
      return words.say(PLANNING['choice-segment-day'], { day: days([c.day]) });
    case 'segment-end':
      return c.end === null
        ? words.say(PLANNING['choice-no-end'])
        : words.say(PLANNING['choice-end'], { time: clockHm(c.end) });
    case 'segment-title':
      return words.say(PLANNING['choice-text'], { text: c.title });
    case 'banner-line':
      return words.say(PLANNING['choice-text'], { text: c.text });
    case 'delegates':
      return c.count === null
        ? words.say(PLANNING['choice-no-delegates'])
        : words.say(PLANNING['choice-delegates'], { n: c.count });
  }
}

/** Whether the draft holds this answer now. @param read the draft that the answer came with */
export function isTaken(c: Choice, d: DraftEvent, read: DraftEvent): boolean {
  const segment = (id: string) => d.segments.find((s) => s.id === id);
  switch (c.set) {
    case 'day':
      return c.days.length === d.days.length && c.days.every((x, i) => d.days[i]?.value === x);
    case 'segment-day':
      return segment(c.segment)?.day === c.day;
    case 'segment-end':
      return segment(c.segment)?.end === c.end;
    case 'segment-title':
      return segment(c.segment)?.title === c.title;
    case 'banner-line':
      return d.banner[bannerLineNow(d, c.line, read)]?.value === c.text;
    case 'delegates':
      return (d.expectedDelegates?.value ?? null) === c.count;
  }
}
