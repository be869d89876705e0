import type { Recorded } from '../contract/events';
import type { Duration, Instant } from '../time/time';
import type { EventPlan, SegmentId } from './agenda/agenda';
import { type AttendanceState, NO_ATTENDANCE } from './attendance/attendance';
import { evolveAttendance } from './attendance/evolve';
import { type EditingState, evolveEditing, NOTHING_EDITED } from './editing/evolve';
import { evolveLibrary, type LibraryState } from './library/library';
import { evolveScenes } from './scenes/evolve';
import { NO_SCENES, type ScenesState } from './scenes/scenes';
import type { StageMessage } from './stage/stage';
import { evolveTimer } from './timer/evolve';
import { type Actual, IDLE, type TimerState } from './timer/timer';

/** All that the hall knows. What a screen shows is computed from this and the hall time, nothing else. */
export interface HallState {
  /** How many events made it; the journal's number of the last one. */
  readonly revision: number;
  readonly plan: EventPlan | null;
  readonly timer: TimerState;
  readonly actuals: Readonly<Record<SegmentId, Actual>>;
  readonly message: StageMessage | null;
  readonly scenes: ScenesState;
  readonly attendance: AttendanceState;
  readonly editing: EditingState;
  readonly library: LibraryState;
  readonly clock: ClockState;
}

export interface ClockState {
  /** Wall time minus hall time. Changes when the wall clock is stepped; hall time never jumps. */
  readonly wallOffset: Duration;
  /** The last step or sleep that was noticed, for the notice on the desk. */
  readonly last: { readonly kind: 'step' | 'sleep'; readonly ms: Duration; readonly at: Instant } | null;
}

export const EMPTY_HALL: HallState = {
  revision: 0,
  plan: null,
  timer: IDLE,
  actuals: {},
  message: null,
  scenes: NO_SCENES,
  attendance: NO_ATTENDANCE,
  editing: NOTHING_EDITED,
  library: {},
  clock: { wallOffset: 0 as Duration, last: null },
};

/** The state after one more event. Total: an event this version does not know changes only the revision. */
export function evolve(state: HallState, r: Recorded): HallState {
  const base: HallState = { ...state, revision: r.seq };
  const e = r.event;
  switch (e.type) {
    case 'plan.edited':
    case 'plan.undone':
    case 'plan.redone':
      return { ...base, ...evolveEditing(state, e, r.at) };
    case 'library.kept':
    case 'library.archived':
    case 'library.deleted':
      return { ...base, library: evolveLibrary(state.library, e, r.at) };
    case 'event.opened':
      return {
        ...base,
        editing: NOTHING_EDITED,
        plan: e.plan,
        timer: IDLE,
        actuals: {},
        message: null,
        attendance: { ...NO_ATTENDANCE, delegates: e.delegates },
      };
    case 'app.started':
      return { ...base, clock: { ...state.clock, wallOffset: e.wallOffset } };
    case 'clock.stepped':
      return { ...base, clock: { wallOffset: e.wallOffset, last: { kind: 'step', ms: e.byMs, at: r.at } } };
    case 'clock.slept':
      return { ...base, clock: { ...state.clock, last: { kind: 'sleep', ms: e.ms, at: r.at } } };
    case 'message.shown':
      return { ...base, message: { text: e.text, at: r.at } };
    case 'message.cleared':
      return { ...base, message: null };
    case 'timer.loaded':
    case 'timer.started':
    case 'timer.returned':
    case 'timer.paused':
    case 'timer.resumed':
    case 'timer.added':
    case 'timer.stopped':
      return { ...base, ...evolveTimer(state.timer, state.actuals, e, r.at) };
    case 'scene.wanted':
    case 'programme.reported':
    case 'scene.renamed':
      return { ...base, scenes: evolveScenes(state.scenes, e) };
    case 'scan.judged':
    case 'presence.undone':
      return { ...base, attendance: evolveAttendance(state.attendance, e, r) };
    case 'lamp.changed':
      return base;
    default:
      return base;
  }
}

export function evolveAll(state: HallState, events: readonly Recorded[]): HallState {
  return events.reduce(evolve, state);
}
