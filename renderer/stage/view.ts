import type { SegmentId } from '../../shared/domain/agenda/agenda';
import { type ScheduledSegment, schedule } from '../../shared/domain/agenda/schedule';
import type { HallState } from '../../shared/domain/hall';
import { CONFIDENTIAL_TITLE } from '../../shared/domain/scenes/slide';
import type { Run } from '../../shared/domain/timer/timer';
import { clockHm, dayDmy } from '../../shared/time/format';
import { dayOf, MINUTE, type WallInstant } from '../../shared/time/time';
import type { STAGE } from '../../shared/words/stage';
import type { Values } from '../../shared/words/words';

export type StageWord = keyof typeof STAGE;

/** An item as the hall may read it on the MC's screen: the screen stands where the audience sees it. */
export interface StageItem {
  readonly title: string;
  readonly presenter: string | null;
  /** The planned start; null where the item follows inside a shared block. */
  readonly start: WallInstant | null;
}

interface Items {
  /** The item on now; while nothing runs, the one that comes. */
  readonly item: StageItem | null;
  readonly next: StageItem | null;
}

/** What the MC's screen shows, apart from what the passing of time changes. */
export type StageView = Items &
  (
    | { readonly mode: 'running' | 'paused'; readonly run: Run }
    | { readonly mode: 'no event' | 'not begun' | 'between' | 'ended'; readonly run: null }
  );

/** All that the view is made of: a scan at the door changes none of it. */
export type StageSource = Pick<HallState, 'plan' | 'timer' | 'actuals'>;

export function stageView(state: StageSource): StageView {
  if (state.plan === null) return { mode: 'no event', run: null, item: null, next: null };
  const items = schedule(state.plan);
  const { run, loaded } = state.timer;
  const done = items.findLastIndex((s) => state.actuals[s.id] !== undefined);
  const at = run === null ? done : indexOf(items, run.segmentId);
  const armed = loaded === null ? -1 : indexOf(items, loaded);
  const coming = armed >= 0 ? armed : at + 1;
  if (run !== null) {
    return {
      mode: run.pausedAt === null ? 'running' : 'paused',
      run,
      item: itemOf(items[at]),
      next: itemOf(items[coming]),
    };
  }
  const item = itemOf(items[coming]);
  const mode = item === null ? 'ended' : done < 0 ? 'not begun' : 'between';
  return { mode, run: null, item, next: itemOf(items[coming + 1]) };
}

function indexOf(items: readonly ScheduledSegment[], id: SegmentId): number {
  return items.findIndex((s) => s.id === id);
}

function itemOf(s: ScheduledSegment | undefined): StageItem | null {
  if (s === undefined) return null;
  const { confidential, title, presenter } = s.segment;
  return {
    title: confidential ? CONFIDENTIAL_TITLE : title,
    presenter: confidential ? null : presenter,
    start: s.start,
  };
}

/** The sentence about a start that has not happened yet. Minutes are rounded up: "1 minute" until it is zero. */
export function startWords(
  start: WallInstant,
  nowWall: WallInstant,
): { readonly word: StageWord; readonly values: Values } {
  const time = clockHm(start, 'wall');
  if (dayOf(start) !== dayOf(nowWall)) return { word: 'starts-other-day', values: { time, day: dayDmy(dayOf(start)) } };
  const minutes = Math.ceil((start - nowWall) / MINUTE);
  if (minutes > 60) {
    return { word: 'starts-in-hours', values: { time, hours: Math.floor(minutes / 60), minutes: minutes % 60 } };
  }
  if (minutes > 0) return { word: 'starts-in-minutes', values: { time, minutes } };
  const late = Math.floor((nowWall - start) / MINUTE);
  return late < 1 ? { word: 'starts-now', values: { time } } : { word: 'starts-late', values: { time, minutes: late } };
}
