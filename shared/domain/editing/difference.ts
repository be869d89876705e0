import type { Deadline, EventPlan, Segment } from '../agenda/agenda';

/** One difference between the open event and a newer version of its plan, taken or left by itself. */
export type Difference =
  | {
      readonly key: string;
      readonly kind: 'fact';
      readonly fact: 'name' | 'organiser' | 'place' | 'days' | 'endsAt' | 'expectedDelegates' | 'banner';
    }
  | { readonly key: string; readonly kind: 'new'; readonly after: Segment }
  | { readonly key: string; readonly kind: 'gone'; readonly before: Segment }
  | {
      readonly key: string;
      readonly kind: 'changed';
      readonly before: Segment;
      readonly after: Segment;
      /** What of it is different; `moved` is another time or day, `renamed` another title. */
      readonly what: readonly ('moved' | 'renamed' | 'presenter' | 'kind')[];
    }
  | { readonly key: string; readonly kind: 'deadline'; readonly change: 'new' | 'gone'; readonly deadline: Deadline };

const FACTS = ['name', 'organiser', 'place', 'days', 'endsAt', 'expectedDelegates', 'banner'] as const;
/** Below this two titles are two items. */
const ALIKE = 0.6;

/**
 * What a newer version of the plan says differently, in the order of the newer one. Segments are paired by title and
 * time, so a renamed item and a moved item are changes, not one gone and one new.
 */
export function differences(plan: EventPlan, newer: EventPlan): readonly Difference[] {
  const facts = FACTS.filter((f) => JSON.stringify(plan[f] ?? null) !== JSON.stringify(newer[f] ?? null)).map(
    (fact): Difference => ({ key: `fact:${fact}`, kind: 'fact', fact }),
  );
  const partners = pair(plan.segments, newer.segments);
  const segments = newer.segments.flatMap((after): Difference[] => {
    const before = partners.get(after);
    if (before === undefined) return [{ key: `new:${after.id}`, kind: 'new', after }];
    const what = changes(before, after);
    return what.length === 0 ? [] : [{ key: `changed:${before.id}`, kind: 'changed', before, after, what }];
  });
  const kept = new Set(partners.values());
  const gone = plan.segments
    .filter((s) => !kept.has(s))
    .map((before): Difference => ({ key: `gone:${before.id}`, kind: 'gone', before }));
  return [...facts, ...segments, ...gone, ...deadlineDifferences(plan, newer)];
}

/** The plan with the chosen differences taken; null when one of the keys is no difference of these two. */
export function applyDifferences(plan: EventPlan, newer: EventPlan, keys: readonly string[]): EventPlan | null {
  const all = differences(plan, newer);
  if (keys.some((k) => !all.some((d) => d.key === k))) return null;
  const wanted = all.filter((d) => keys.includes(d.key));
  let result = plan;
  for (const d of wanted) result = take(result, newer, d);
  return { ...result, segments: inOrder(result.segments, wanted) };
}

function take(plan: EventPlan, newer: EventPlan, d: Difference): EventPlan {
  switch (d.kind) {
    case 'fact': {
      const { [d.fact]: _old, ...rest } = plan;
      return { ...rest, ...(newer[d.fact] === undefined ? {} : { [d.fact]: newer[d.fact] }) } as EventPlan;
    }
    case 'new':
      return { ...plan, segments: [...plan.segments, fresh(plan, d.after)] };
    case 'gone':
      return { ...plan, segments: plan.segments.filter((s) => s.id !== d.before.id) };
    case 'changed': {
      // the item keeps its id, and what only this hall knows of it
      const { id, origin, confidential, note } = d.before;
      const changed: Segment = { ...d.after, id, origin, confidential, ...(note === undefined ? {} : { note }) };
      return { ...plan, segments: plan.segments.map((s) => (s.id === id ? changed : s)) };
    }
    case 'deadline':
      return {
        ...plan,
        deadlines:
          d.change === 'new' ? [...plan.deadlines, d.deadline] : plan.deadlines.filter((x) => x.id !== d.deadline.id),
      };
  }
}

/** A new item's id must not be that of another one; the two plans numbered theirs apart. */
function fresh(plan: EventPlan, s: Segment): Segment {
  let id = s.id;
  for (let n = 2; plan.segments.some((o) => o.id === id); n++) id = `${s.id}-${n}` as Segment['id'];
  return { ...s, id };
}

/** By day and time, as a programme stands; items without a time stay behind the one they followed. */
function inOrder(segments: readonly Segment[], taken: readonly Difference[]): readonly Segment[] {
  if (!taken.some((d) => d.kind === 'new' || (d.kind === 'changed' && d.what.includes('moved')))) return segments;
  let last = '';
  const keyed = segments.map((s, i) => {
    const start = s.start ?? s.block?.[0] ?? null;
    if (start !== null) last = `${s.day} ${String(start).padStart(9, '0')}`;
    return { s, i, key: start === null && last !== '' ? last : `${s.day} ${String(start ?? 0).padStart(9, '0')}` };
  });
  return keyed.sort((a, b) => (a.key === b.key ? a.i - b.i : a.key < b.key ? -1 : 1)).map((k) => k.s);
}

function changes(a: Segment, b: Segment): ('moved' | 'renamed' | 'presenter' | 'kind')[] {
  const moved = a.day !== b.day || a.start !== b.start || a.end !== b.end;
  return [
    ...(moved ? (['moved'] as const) : []),
    ...(a.title !== b.title ? (['renamed'] as const) : []),
    ...(a.presenter !== b.presenter ? (['presenter'] as const) : []),
    ...(a.kind !== b.kind ? (['kind'] as const) : []),
  ];
}

/** The best pairs first: same title anywhere, then like titles, then the same time of the same day. */
function pair(old: readonly Segment[], newer: readonly Segment[]): ReadonlyMap<Segment, Segment> {
  const scored = newer.flatMap((b, j) =>
    old.map((a, i) => {
      const title = likeness(a.title, b.title);
      const sameTime = a.day === b.day && a.start !== null && a.start === b.start;
      const score = (title >= ALIKE ? title * 4 : 0) + (sameTime ? 2 : 0) - Math.abs(i - j) * 0.001;
      return { a, b, score, enough: title >= ALIKE || (sameTime && a.kind === b.kind) };
    }),
  );
  const partners = new Map<Segment, Segment>();
  const used = new Set<Segment>();
  for (const { a, b, enough } of scored.sort((x, y) => y.score - x.score)) {
    if (!enough || used.has(a) || partners.has(b)) continue;
    used.add(a);
    partners.set(b, a);
  }
  return partners;
}

/** How much of their words two titles share, 0..1. */
function likeness(a: string, b: string): number {
  const words = (t: string): string[] =>
    t
      .normalize('NFC')
      .toLocaleLowerCase('vi')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const left = words(a);
  const right = words(b);
  if (left.length + right.length === 0) return 1;
  const count = new Map<string, number>();
  for (const w of left) count.set(w, (count.get(w) ?? 0) + 1);
  let shared = 0;
  for (const w of right) {
    const n = count.get(w) ?? 0;
    if (n === 0) continue;
    shared++;
    count.set(w, n - 1);
  }
  return (2 * shared) / (left.length + right.length);
}

function deadlineDifferences(plan: EventPlan, newer: EventPlan): Difference[] {
  const same = (a: Deadline, b: Deadline): boolean => a.day === b.day && a.time === b.time && a.what === b.what;
  const key = (d: Deadline): string => `${d.day}-${d.time}-${d.what}`;
  return [
    ...newer.deadlines
      .filter((d) => !plan.deadlines.some((o) => same(o, d)))
      .map((deadline): Difference => ({ key: `deadline+${key(deadline)}`, kind: 'deadline', change: 'new', deadline })),
    ...plan.deadlines
      .filter((d) => !newer.deadlines.some((o) => same(o, d)))
      .map(
        (deadline): Difference => ({ key: `deadline-${key(deadline)}`, kind: 'deadline', change: 'gone', deadline }),
      ),
  ];
}
