import type { HallCommand } from '../../contract/commands';
import type { HallEvent } from '../../contract/events';
import { addDays, daysBetween } from '../../time/time';
import type { EventPlan } from '../agenda/agenda';
import type { HallState } from '../hall';

type LibraryCommand = Extract<HallCommand, { type: `library.${string}` }>;
export type LibraryDecision =
  | { readonly ok: true; readonly events: readonly HallEvent[] }
  | { readonly ok: false; readonly code: 'no-such-event' | 'event-is-open' | 'event-running' };

/**
 * What comes of a wish about the library. The open event cannot be archived or deleted, and none is opened over a
 * running timer: the hall would lose what is on.
 */
export function decideLibrary(state: HallState, c: LibraryCommand): LibraryDecision {
  const running = state.timer.run !== null;
  if (c.type === 'library.keep') {
    if (c.open && running) return { ok: false, code: 'event-running' };
    const plan = { ...c.plan, id: freeId(state, c.plan.id) };
    const { delegates } = c;
    const kept: HallEvent = { type: 'library.kept', plan, delegates };
    return c.open ? yes(kept, { type: 'event.opened', plan, delegates, mode: 'library' }) : yes(kept);
  }
  const entry = state.library[c.id];
  if (entry === undefined) return { ok: false, code: 'no-such-event' };
  switch (c.type) {
    case 'library.open':
      if (running) return { ok: false, code: 'event-running' };
      return yes({ type: 'event.opened', plan: entry.plan, delegates: entry.delegates, mode: 'library' });
    case 'library.duplicate': {
      const first = entry.plan.days[0];
      const plan = { ...movedTo(entry.plan, first === undefined ? 0 : daysBetween(first, c.day)) };
      return yes({ type: 'library.kept', plan: { ...plan, id: freeId(state, plan.id) }, delegates: entry.delegates });
    }
    case 'library.archive':
      if (c.archived && state.plan?.id === c.id) return { ok: false, code: 'event-is-open' };
      return yes({ type: 'library.archived', id: c.id, archived: c.archived });
    case 'library.delete':
      if (c.deleted && state.plan?.id === c.id) return { ok: false, code: 'event-is-open' };
      return yes({ type: 'library.deleted', id: c.id, deleted: c.deleted });
  }
}

const yes = (...events: HallEvent[]): LibraryDecision => ({ ok: true, events });

/** The same event on other days; its times of day stay. */
function movedTo(plan: EventPlan, days: number): EventPlan {
  return {
    ...plan,
    days: plan.days.map((d) => addDays(d, days)),
    segments: plan.segments.map((s) => ({ ...s, day: addDays(s.day, days) })),
    deadlines: plan.deadlines.map((d) => ({ ...d, day: addDays(d.day, days) })),
  };
}

function freeId(state: HallState, wish: string): string {
  const taken = (id: string): boolean => state.library[id] !== undefined || state.plan?.id === id;
  let id = wish;
  for (let n = 2; taken(id); n++) id = `${wish}-${n}`;
  return id;
}
