import type { HallEvent } from '../../contract/events';
import type { Instant } from '../../time/time';
import type { EventPlan } from '../agenda/agenda';
import { type LibraryState, replaceEvent } from '../library/library';

/** The plans that undo and redo lead to, the nearest last. */
export interface EditingState {
  readonly undo: readonly EventPlan[];
  readonly redo: readonly EventPlan[];
}
export const NOTHING_EDITED: EditingState = { undo: [], redo: [] };

/** A day's plan is some kilobytes; more steps than this nobody goes back. */
export const UNDO_STEPS = 30;

type EditingEvent = Extract<HallEvent, { type: 'plan.edited' | 'plan.undone' | 'plan.redone' }>;
interface Edited {
  readonly plan: EventPlan;
  readonly editing: EditingState;
  readonly library: LibraryState;
}

export function evolveEditing(
  s: { readonly plan: EventPlan | null; readonly editing: EditingState; readonly library: LibraryState },
  e: EditingEvent,
  at: Instant,
): Edited {
  const { undo, redo } = s.editing;
  const before = s.plan === null ? [] : [s.plan];
  const editing: EditingState =
    e.type === 'plan.edited'
      ? { undo: [...undo, ...before].slice(-UNDO_STEPS), redo: [] }
      : e.type === 'plan.undone'
        ? { undo: undo.slice(0, -1), redo: [...redo, ...before] }
        : { undo: [...undo, ...before], redo: redo.slice(0, -1) };
  return { plan: e.plan, editing, library: replaceEvent(s.library, e.plan, at) };
}
