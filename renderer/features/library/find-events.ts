import { fold } from '../../../shared/domain/attendance/search';
import type { LibraryEntry, LibraryState } from '../../../shared/domain/library/library';
import { dayDmy } from '../../../shared/time/format';
import { latestFirst } from '../desk/latest-first';

/** Where an event of the library stands. */
export const SHELVES = ['used', 'archived', 'deleted'] as const;
export type Shelf = (typeof SHELVES)[number];

export const shelfOf = (e: LibraryEntry): Shelf => (e.deleted ? 'deleted' : e.archived ? 'archived' : 'used');

/** The events of a shelf that have a word beginning with each of those typed, the open one first, then the latest day. */
export function findEvents(
  library: LibraryState,
  shelf: Shelf,
  typed: string,
  openId: string | null,
): readonly LibraryEntry[] {
  const asked = fold(typed)
    .split(' ')
    .filter((w) => w !== '');
  return Object.values(library)
    .filter((e) => shelfOf(e) === shelf && asked.every((w) => textOf(e).includes(` ${w}`)))
    .sort((a, b) => rank(b, openId) - rank(a, openId) || latestFirst(a, b));
}

const rank = (e: LibraryEntry, openId: string | null): number => (e.plan.id === openId ? 1 : 0);

function textOf({ plan }: LibraryEntry): string {
  return ` ${fold([plan.name, plan.place, plan.organiser, ...plan.days.map(dayDmy)].join(' '))}`;
}
