import type { DraftEvent, DraftPlace, Finding, FindingCode, Reading } from '../../../shared/plan/draft';
import { doubtsOfTimes, newFindings } from '../../../shared/plan/findings';

/** A finding as it stands now. */
export interface Standing {
  readonly finding: Finding;
  /** `seen`: the person said so, or took an answer; `settled`: what it was about has been changed since. */
  readonly done: 'seen' | 'settled' | null;
}

/** These follow from the times of the draft alone, so they are asked for anew whenever a time changes. */
const OF_TIMES: readonly FindingCode[] = ['overlap', 'gap', 'no-end', 'end-before-start'];

/**
 * What is doubtful about the draft as the person has it by now: what the reader found, each with whether it has been
 * dealt with, and times that only fell out with each other since. Doubts before notes, each kind in the order of the
 * document, so that what has been dealt with stays in its place.
 */
export function standing(reading: Reading, draft: DraftEvent, handled: readonly string[]): readonly Standing[] {
  const was = timesOf(reading.draft);
  const now = draft.segments === reading.draft.segments ? was : timesOf(draft);
  const met = new Set<string>();
  const found = reading.findings.map((f): Standing => {
    const key = keyOf(f);
    met.add(key);
    const live = OF_TIMES.includes(f.code) && was.has(key) ? now.get(key) : f;
    if (handled.includes(f.id)) return { finding: f, done: 'seen' };
    if (live === undefined || isSettled(live, reading.draft, draft)) return { finding: f, done: 'settled' };
    return { finding: { ...live, id: f.id }, done: null };
  });
  const since = [...now.values()].flatMap((f): readonly Standing[] => {
    const key = keyOf(f);
    if (met.has(key) || was.has(key)) return [];
    const id = `now ${key}`;
    return [{ finding: { ...f, id }, done: handled.includes(id) ? 'seen' : null }];
  });
  return [...found, ...since].sort(inOrder);
}

const keyOf = (f: Finding): string => `${f.code} ${f.place.part === 'segment' ? f.place.id : ''}`;

function timesOf(d: DraftEvent): ReadonlyMap<string, Finding> {
  const findings = newFindings();
  doubtsOfTimes(findings, d.segments);
  return new Map(findings.list.map((f) => [keyOf(f), f]));
}

/** Whether what the finding is about is no longer as it was read. */
function isSettled(f: Finding, was: DraftEvent, now: DraftEvent): boolean {
  if (was === now || OF_TIMES.includes(f.code)) return false;
  return f.place.part === 'document' ? isAnswered(f, was, now) : partOf(was, f.place) !== partOf(now, f.place, was);
}

/** What concerns the whole document is answered by what was added for it. */
function isAnswered(f: Finding, was: DraftEvent, now: DraftEvent): boolean {
  if (f.code === 'no-agenda') return now.segments.length > 0;
  const old = new Set<object>([...was.segments, ...was.deadlines].map((x) => x.passages));
  const [at] = f.passages;
  return (
    at !== undefined &&
    [...now.segments, ...now.deadlines].some(
      (x) => !old.has(x.passages) && x.passages.some((p) => p.from < at.to && p.to > at.from),
    )
  );
}

/** The text of a part of the draft. A line of the banner has no name: it is told by what it said in `was`. */
function partOf(d: DraftEvent, place: DraftPlace, was: DraftEvent = d): string {
  switch (place.part) {
    case 'name':
    case 'place':
      return d[place.part]?.value ?? '';
    case 'days':
      return d.days.map((x) => x.value).join();
    case 'delegates':
      return String(d.expectedDelegates?.value ?? '');
    case 'banner': {
      const line = was.banner[place.line]?.value;
      return String(d.banner.some((l) => l.value === line));
    }
    case 'segment': {
      const s = d.segments.find((x) => x.id === place.id);
      return s === undefined ? '' : JSON.stringify([s.day, s.start, s.end, s.title, s.presenter]);
    }
    case 'deadline': {
      const x = d.deadlines.find((o) => o.id === place.id);
      return x === undefined ? '' : JSON.stringify([x.day, x.time, x.what]);
    }
    case 'document':
      return '';
  }
}

const inOrder = (a: Standing, b: Standing): number =>
  a.finding.level !== b.finding.level
    ? a.finding.level === 'doubt'
      ? -1
      : 1
    : (a.finding.passages[0]?.from ?? 0) - (b.finding.passages[0]?.from ?? 0);
