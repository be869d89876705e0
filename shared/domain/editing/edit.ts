import type { IsoDay, TimeOfDay } from '../../time/time';
import type { Deadline, EventPlan, Segment, SegmentId } from '../agenda/agenda';
import { applyDifferences } from './difference';

/** One thing a person changes in the open event; each is one step of undo. */
export type PlanEdit =
  | {
      readonly edit: 'facts';
      readonly facts: {
        readonly name: string;
        readonly organiser: string;
        readonly place: string;
        readonly days: readonly IsoDay[];
        readonly endsAt: TimeOfDay | null;
        readonly expectedDelegates: number | null;
      };
    }
  | { readonly edit: 'banner'; readonly lines: readonly string[] }
  | { readonly edit: 'deadlines'; readonly deadlines: readonly Deadline[] }
  | { readonly edit: 'segment.set'; readonly segment: Segment }
  /** New segments, a pasted table among them, before this one or at the end. */
  | { readonly edit: 'segment.add'; readonly segments: readonly Segment[]; readonly before: SegmentId | null }
  | { readonly edit: 'segment.remove'; readonly id: SegmentId }
  | { readonly edit: 'segment.move'; readonly id: SegmentId; readonly before: SegmentId | null }
  /** Differences to a newer version of the plan, by their keys (see `differences`). */
  | { readonly edit: 'take'; readonly from: EventPlan; readonly keys: readonly string[] };

export type EditFault = 'no-such-segment' | 'segment-exists' | 'no-days' | 'no-such-difference';

export type Edited =
  | { readonly ok: true; readonly plan: EventPlan }
  | { readonly ok: false; readonly fault: EditFault };

/** The plan after an edit. Segments keep their ids, so what has run stays tied to its item however it is moved. */
export function applyEdit(plan: EventPlan, e: PlanEdit): Edited {
  switch (e.edit) {
    case 'facts': {
      if (e.facts.days.length === 0) return { ok: false, fault: 'no-days' };
      const { expectedDelegates, ...facts } = e.facts;
      const { expectedDelegates: _before, ...rest } = plan;
      return done({ ...rest, ...facts, ...(expectedDelegates === null ? {} : { expectedDelegates }) });
    }
    case 'banner':
      return done({ ...plan, banner: e.lines });
    case 'deadlines':
      return done({ ...plan, deadlines: e.deadlines });
    case 'segment.set':
      return has(plan, e.segment.id)
        ? done({ ...plan, segments: plan.segments.map((s) => (s.id === e.segment.id ? e.segment : s)) })
        : { ok: false, fault: 'no-such-segment' };
    case 'segment.add':
      if (e.segments.some((s) => has(plan, s.id))) return { ok: false, fault: 'segment-exists' };
      return insert(plan, plan.segments, e.segments, e.before);
    case 'segment.remove':
      return has(plan, e.id)
        ? done({ ...plan, segments: plan.segments.filter((s) => s.id !== e.id) })
        : { ok: false, fault: 'no-such-segment' };
    case 'segment.move': {
      const moved = plan.segments.find((s) => s.id === e.id);
      if (moved === undefined) return { ok: false, fault: 'no-such-segment' };
      if (e.before === e.id) return done(plan);
      const others = plan.segments.filter((s) => s !== moved);
      return insert(plan, others, [moved], e.before);
    }
    case 'take': {
      const taken = applyDifferences(plan, e.from, e.keys);
      return taken === null ? { ok: false, fault: 'no-such-difference' } : done(taken);
    }
  }
}

const done = (plan: EventPlan): Edited => ({ ok: true, plan });
const has = (plan: EventPlan, id: SegmentId): boolean => plan.segments.some((s) => s.id === id);

function insert(
  plan: EventPlan,
  into: readonly Segment[],
  segments: readonly Segment[],
  before: SegmentId | null,
): Edited {
  const at = before === null ? into.length : into.findIndex((s) => s.id === before);
  if (at < 0) return { ok: false, fault: 'no-such-segment' };
  return done({ ...plan, segments: [...into.slice(0, at), ...segments, ...into.slice(at)] });
}
