import type { LibraryEntry } from '../../../shared/domain/library/library';

/** The order of events in a list: by their first day, the latest first; of one day what was changed last. */
export function latestFirst(a: LibraryEntry, b: LibraryEntry): number {
  const [x, y] = [a.plan.days[0] ?? '', b.plan.days[0] ?? ''];
  return x === y ? b.changedAt - a.changedAt : x < y ? 1 : -1;
}
