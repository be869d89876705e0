import type { EventPlan } from '../../../shared/domain/agenda/agenda';
import type { LibraryState } from '../../../shared/domain/library/library';
import type { IsoDay } from '../../../shared/time/time';
import { latestFirst } from '../desk/latest-first';

/** An event that a newer version of its plan may be merged into, and why it stands where it does in the list. */
export interface MergeTarget {
  readonly plan: EventPlan;
  readonly why: 'open' | 'same-day' | 'other';
}

const RANKS = ['open', 'same-day', 'other'] as const satisfies readonly MergeTarget['why'][];

/** Every event but deleted ones: the open one, then those of a day of the newer plan, then the others, latest first. */
export function mergeTargets(
  open: EventPlan | null,
  library: LibraryState,
  days: readonly IsoDay[],
): readonly MergeTarget[] {
  const others = Object.values(library).filter((e) => !e.deleted && e.plan.id !== open?.id);
  const found = [
    ...(open === null ? [] : [{ plan: open, why: 'open' as const }]),
    ...others.sort(latestFirst).map(
      ({ plan }): MergeTarget => ({
        plan,
        why: plan.days.some((d) => days.includes(d)) ? 'same-day' : 'other',
      }),
    ),
  ];
  return RANKS.flatMap((why) => found.filter((t) => t.why === why));
}
