import type { HallCommand } from '../../contract/commands';
import type { HallEvent } from '../../contract/events';
import type { HallState } from '../hall';
import { applyEdit, type EditFault } from './edit';

type EditingCommand = Extract<HallCommand, { type: `plan.${string}` }>;
export type EditingDecision =
  | { readonly ok: true; readonly events: readonly HallEvent[] }
  | {
      readonly ok: false;
      readonly code: EditFault | 'no-event' | 'nothing-to-undo' | 'nothing-to-redo' | 'segment-is-on';
    };

/** What comes of an edit. The item that is on stays in the agenda until it is over, whatever is undone or removed. */
export function decideEditing(state: HallState, c: EditingCommand): EditingDecision {
  if (state.plan === null) return { ok: false, code: 'no-event' };
  const on = state.timer.run?.segmentId ?? null;
  switch (c.type) {
    case 'plan.edit': {
      const edited = applyEdit(state.plan, c.edit);
      if (!edited.ok) return { ok: false, code: edited.fault };
      if (on !== null && !edited.plan.segments.some((s) => s.id === on)) return { ok: false, code: 'segment-is-on' };
      return { ok: true, events: [{ type: 'plan.edited', plan: edited.plan, what: c.edit.edit }] };
    }
    case 'plan.undo':
    case 'plan.redo': {
      const back = c.type === 'plan.undo';
      const plan = (back ? state.editing.undo : state.editing.redo).at(-1);
      if (plan === undefined) return { ok: false, code: back ? 'nothing-to-undo' : 'nothing-to-redo' };
      if (on !== null && !plan.segments.some((s) => s.id === on)) return { ok: false, code: 'segment-is-on' };
      return { ok: true, events: [{ type: back ? 'plan.undone' : 'plan.redone', plan }] };
    }
  }
}
