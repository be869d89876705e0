import type { HallEvent } from '../../contract/events';
import type { Instant } from '../../time/time';
import type { EventPlan } from '../agenda/agenda';
import type { Delegate } from '../attendance/attendance';

/** An event in the library. Deleted ones stay, out of sight, so that a deletion can be undone. */
export interface LibraryEntry {
  readonly plan: EventPlan;
  readonly delegates: readonly Delegate[];
  readonly archived: boolean;
  readonly deleted: boolean;
  readonly changedAt: Instant;
}
/** By the id of the event. */
export type LibraryState = Readonly<Record<string, LibraryEntry>>;

type LibraryEvent = Extract<HallEvent, { type: `library.${string}` }>;

export function evolveLibrary(library: LibraryState, e: LibraryEvent, at: Instant): LibraryState {
  switch (e.type) {
    case 'library.kept':
      return keepEvent(library, e.plan, e.delegates, at);
    case 'library.archived':
      return change(library, e.id, { archived: e.archived });
    case 'library.deleted':
      return change(library, e.id, { deleted: e.deleted });
  }
}

/** The event as it is now; one that was archived or deleted is back, because somebody uses it. */
export function keepEvent(
  library: LibraryState,
  plan: EventPlan,
  delegates: readonly Delegate[],
  at: Instant,
): LibraryState {
  return { ...library, [plan.id]: { plan, delegates, archived: false, deleted: false, changedAt: at } };
}

/** Another plan for an event that is there; nothing where it is not (public screens have no library). */
export function replaceEvent(library: LibraryState, plan: EventPlan, at: Instant): LibraryState {
  return change(library, plan.id, { plan, changedAt: at });
}

function change(library: LibraryState, id: string, part: Partial<LibraryEntry>): LibraryState {
  const entry = library[id];
  return entry === undefined ? library : { ...library, [id]: { ...entry, ...part } };
}
