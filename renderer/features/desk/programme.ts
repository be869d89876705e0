import { useMemo } from 'react';
import { type Projected, type Projection, project } from '../../../shared/domain/agenda/projection';
import { type ScheduledSegment, schedule } from '../../../shared/domain/agenda/schedule';
import type { HallState } from '../../../shared/domain/hall';
import { instant } from '../../../shared/time/time';
import { useMirror } from '../../store/hall-store';
import { hallNow, useHallNow } from '../../store/hall-time';

/** The day as it stands: what was planned, what is expected, what comes next. */
export interface Programme {
  readonly items: readonly ScheduledSegment[];
  readonly projection: Projection;
  /** What `next` would start; null when nothing is left. */
  readonly next: { readonly item: ScheduledSegment; readonly projected: Projected } | null;
}

type Parts = Pick<HallState, 'timer' | 'actuals'> & {
  items: readonly ScheduledSegment[];
  offset: HallState['clock']['wallOffset'];
};

export function programmeOf(parts: Parts, now: number): Programme {
  const { items, timer, actuals, offset } = parts;
  const projection = project(items, timer, actuals, offset, instant(now));
  const at = projection.segments.findIndex(
    timer.loaded === null ? (s) => s.state === 'on' : (s) => s.id === timer.loaded,
  );
  const last = projection.segments.findLastIndex((s) => s.state === 'done' || s.state === 'on');
  const index = timer.loaded !== null ? at : at >= 0 ? at + 1 : last + 1;
  const item = items[index];
  const projected = projection.segments[index];
  return { items, projection, next: item === undefined || projected === undefined ? null : { item, projected } };
}

/** The projection moves with time only while something overruns, in minutes: a few seconds late is soon enough. */
const RENEW_MS = 5_000;

/** Null while no event is open or the page does not know the time yet. */
export function useProgramme(): Programme | null {
  const plan = useMirror((m) => m.state?.plan ?? null);
  const timer = useMirror((m) => m.state?.timer ?? null);
  const actuals = useMirror((m) => m.state?.actuals ?? null);
  const offset = useMirror((m) => m.state?.clock.wallOffset ?? null);
  const tick = useHallNow(hallNow() === null ? 50 : RENEW_MS);
  const items = useMemo(() => (plan === null ? null : schedule(plan)), [plan]);
  return useMemo(() => {
    const now = hallNow() ?? tick;
    if (items === null || timer === null || actuals === null || offset === null || now === null) return null;
    return programmeOf({ items, timer, actuals, offset }, now);
  }, [items, timer, actuals, offset, tick]);
}
