import type { HallEvent } from '../../contract/events';
import { type Duration, type Instant, since } from '../../time/time';
import type { SegmentId } from '../agenda/agenda';
import type { Actual, Run, TimerState } from './timer';

type TimerEvent = Extract<HallEvent, { type: `timer.${string}` }>;
type Actuals = Readonly<Record<SegmentId, Actual>>;

export function evolveTimer(
  timer: TimerState,
  actuals: Actuals,
  e: TimerEvent,
  at: Instant,
): { timer: TimerState; actuals: Actuals } {
  const run = timer.run;
  switch (e.type) {
    case 'timer.loaded':
      return { timer: { ...timer, loaded: e.segmentId }, actuals };
    case 'timer.started': {
      const started: Run = {
        segmentId: e.segmentId,
        startedAt: at,
        pausedAt: null,
        pausedMs: 0 as Duration,
        addedMs: 0 as Duration,
        allowanceMs: e.allowanceMs,
      };
      return keep({ loaded: null, run: started }, ended(actuals, run, at));
    }
    case 'timer.returned': {
      const before = actuals[e.segmentId]?.run;
      if (before === undefined) return { timer, actuals };
      return keep({ loaded: null, run: { ...before, ...resumed(before, at) } }, without(actuals, run?.segmentId));
    }
    case 'timer.paused':
      return run === null ? { timer, actuals } : keep({ ...timer, run: { ...run, pausedAt: at } }, actuals);
    case 'timer.resumed':
      return run === null ? { timer, actuals } : keep({ ...timer, run: { ...run, ...resumed(run, at) } }, actuals);
    case 'timer.added':
      return run === null
        ? { timer, actuals }
        : keep({ ...timer, run: { ...run, addedMs: (run.addedMs + e.ms) as Duration } }, actuals);
    case 'timer.stopped':
      return { timer: { loaded: null, run: null }, actuals: ended(actuals, run, at) };
  }
}

/** The run that is on has its place among the actuals too, so the as-run side is one list. */
function keep(timer: TimerState, actuals: Actuals): { timer: TimerState; actuals: Actuals } {
  const run = timer.run;
  return { timer, actuals: run === null ? actuals : { ...actuals, [run.segmentId]: { run, endedAt: null } } };
}

function ended(actuals: Actuals, run: Run | null, at: Instant): Actuals {
  return run === null
    ? actuals
    : { ...actuals, [run.segmentId]: { run: { ...run, ...resumed(run, at) }, endedAt: at } };
}

/** Going back means that the segment just left was started by mistake: it has not run. */
function without(actuals: Actuals, id: SegmentId | undefined): Actuals {
  if (id === undefined) return actuals;
  const { [id]: _gone, ...rest } = actuals;
  return rest;
}

function resumed(run: Run, at: Instant): Pick<Run, 'pausedAt' | 'pausedMs'> {
  if (run.pausedAt === null) return { pausedAt: null, pausedMs: run.pausedMs };
  return { pausedAt: null, pausedMs: (run.pausedMs + since(at, run.pausedAt)) as Duration };
}
