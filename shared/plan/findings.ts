import { addDays, daysBetween, HOUR, type IsoDay, MINUTE, type TimeOfDay } from '../time/time';
import { weekdayOf } from './dates';
import type { Passage } from './document';
import type { Choice, DraftPlace, DraftSegment, Finding, FindingCode } from './draft';
import { clockText } from './times';

/** Collects findings and numbers them. */
export interface Findings {
  readonly list: Finding[];
  readonly add: (
    code: FindingCode,
    place: DraftPlace,
    passages: readonly Passage[],
    params?: Readonly<Record<string, string | number>>,
    choices?: readonly Choice[],
    level?: 'doubt' | 'note',
  ) => void;
}

export function newFindings(): Findings {
  const list: Finding[] = [];
  return {
    list,
    add: (code, place, passages, params = {}, choices = [], level = 'doubt') => {
      if (list.length < 500) list.push({ id: `f${list.length + 1}`, code, level, params, passages, place, choices });
    },
  };
}

/** The day in the way it is written here: 07/02/2026. */
export const dayText = (day: IsoDay): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** The nearest days that are the weekday the document names. */
export function daysOfWeekday(day: IsoDay, weekday: number): readonly IsoDay[] {
  const back = (weekdayOf(day) - weekday + 7) % 7;
  return back === 0 ? [day] : [addDays(day, -back), addDays(day, 7 - back)];
}

/** Times that cannot all be right, and what the schedule will have to assume. */
export function doubtsOfTimes(findings: Findings, segments: readonly DraftSegment[]): void {
  const place = (s: DraftSegment): DraftPlace => ({ part: 'segment', id: s.id });
  let prior: DraftSegment | null = null;
  let reached: TimeOfDay | null = null;
  segments.forEach((s, k) => {
    const start = s.start;
    const end = s.end ?? (s.block !== null && s.start !== null ? s.block[1] : null);
    if (start !== null && end !== null && end <= start) {
      const later = (end + 12 * HOUR) as TimeOfDay;
      const choices: Choice[] = [
        { set: 'segment-end', segment: s.id, end: s.end },
        { set: 'segment-end', segment: s.id, end: null },
      ];
      if (end + 12 * HOUR < 24 * HOUR && later > start) choices.push({ set: 'segment-end', segment: s.id, end: later });
      // past midnight: a time of day may be over 24 hours
      if (start >= 17 * HOUR && end <= 6 * HOUR)
        choices.push({ set: 'segment-end', segment: s.id, end: (end + 24 * HOUR) as TimeOfDay });
      findings.add(
        'end-before-start',
        place(s),
        s.passages,
        { title: s.title, start: clockText(start), end: clockText(end) },
        choices,
      );
    }
    if (start === null) return;
    const same = prior !== null && prior.day === s.day;
    if (same && prior !== null) {
      const parallel = prior.start === start;
      if (!parallel && reached !== null && start < reached)
        findings.add('overlap', place(s), [...prior.passages, ...s.passages], {
          title: s.title,
          other: prior.title,
          start: clockText(start),
          end: clockText(reached),
        });
      else if (
        reached !== null &&
        start - reached > 5 * MINUTE &&
        !(reached <= 12.5 * HOUR && start >= 13 * HOUR) &&
        prior.session === s.session
      )
        findings.add(
          'gap',
          place(s),
          [...prior.passages, ...s.passages],
          {
            title: s.title,
            other: prior.title,
            start: clockText(start),
            end: clockText(reached),
            minutes: Math.round((start - reached) / MINUTE),
          },
          [],
          'note',
        );
    }
    if (end === null) {
      const next = segments.slice(k + 1, k + 40).find((n) => n.start !== null && n.day === s.day);
      const assumed = next?.start ?? null;
      const choices: Choice[] = [{ set: 'segment-end', segment: s.id, end: null }];
      if (assumed !== null && assumed > start && s.block === null)
        choices.push({ set: 'segment-end', segment: s.id, end: assumed });
      findings.add(
        'no-end',
        place(s),
        s.passages,
        { title: s.title, start: clockText(start), end: assumed === null ? '' : clockText(assumed) },
        choices,
        'note',
      );
    }
    const stop = end ?? start;
    reached = same && reached !== null && prior?.start === start ? (Math.max(reached, stop) as TimeOfDay) : stop;
    if (end === null) reached = null;
    prior = s;
  });
}

/** Whether two days lie so near that one may be meant for the other. */
export const near = (a: IsoDay, b: IsoDay): boolean => Math.abs(daysBetween(a, b)) < 400;
