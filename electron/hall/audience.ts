import type { Recorded } from '../../shared/contract/events';
import type { PageRole } from '../../shared/contract/hall-api';
import type { EventPlan } from '../../shared/domain/agenda/agenda';
import { NO_ATTENDANCE } from '../../shared/domain/attendance/attendance';
import type { HallState } from '../../shared/domain/hall';
import { CONFIDENTIAL_TITLE } from '../../shared/domain/scenes/slide';

/** Desks see everything; the stage and the slides are seen by the whole hall, so names and titles are kept from them. */
const isDesk = (role: PageRole): boolean => role === 'operator' || role === 'checkin';

/** The state as this page may know it. The same `evolve` goes on working on it, because whole slices are left empty. */
export function stateFor(role: PageRole, state: HallState): HallState {
  if (isDesk(role)) return state;
  return {
    ...state,
    plan: state.plan === null ? null : publicPlan(state.plan),
    attendance: NO_ATTENDANCE,
    // what undo leads to must be as public as the plan itself
    editing: { undo: state.editing.undo.map(publicPlan), redo: state.editing.redo.map(publicPlan) },
    library: {},
  };
}

/** The events as this page may know them; what it may not know is left out, and the revision says that it was. */
export function eventsFor(role: PageRole, events: readonly Recorded[]): readonly Recorded[] {
  if (isDesk(role)) return events;
  return events.flatMap((r): Recorded[] => {
    switch (r.event.type) {
      case 'scan.judged':
      case 'presence.undone':
      case 'lamp.changed':
      case 'library.kept':
      case 'library.archived':
      case 'library.deleted':
        return [];
      case 'plan.edited':
      case 'plan.undone':
      case 'plan.redone':
        return [{ ...r, event: { ...r.event, plan: publicPlan(r.event.plan) } }];
      case 'event.opened':
        return [{ ...r, event: { ...r.event, plan: publicPlan(r.event.plan), delegates: [] } }];
      default:
        return [r];
    }
  });
}

function publicPlan(plan: EventPlan): EventPlan {
  return {
    ...plan,
    segments: plan.segments.map(({ note: _note, ...s }) =>
      s.confidential ? { ...s, title: CONFIDENTIAL_TITLE, presenter: null } : s,
    ),
  };
}
