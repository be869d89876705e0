import type { AnswerParams, HallCommand } from '../contract/commands';
import type { HallEvent } from '../contract/events';
import { type Instant, toWall } from '../time/time';
import type { SegmentId } from './agenda/agenda';
import { allowance, type ScheduledSegment, schedule } from './agenda/schedule';
import { type DelegateId, delegateOfBadge } from './attendance/attendance';
import { decideEditing } from './editing/decide';
import type { HallState } from './hall';
import { decideLibrary } from './library/decide';
import { sceneAtStart } from './scenes/scenes';

export interface Refusal {
  /** A code of words/refusals. */
  readonly code: RefusalCode;
  readonly params: AnswerParams;
}
export type RefusalCode =
  | 'no-event'
  | 'no-such-segment'
  | 'nothing-runs'
  | 'already-running'
  | 'already-paused'
  | 'counts-up'
  | 'not-paused'
  | 'last-segment'
  | 'first-segment'
  | 'event-over'
  | 'no-such-delegate'
  | 'not-present'
  | 'already-present'
  | 'no-message'
  | 'segment-exists'
  | 'segment-is-on'
  | 'no-days'
  | 'no-such-difference'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'no-such-event'
  | 'event-is-open'
  | 'event-running';

export type Decision =
  | { readonly ok: true; readonly events: readonly HallEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

const yes = (...events: HallEvent[]): Decision => ({ ok: true, events });
const no = (code: RefusalCode, params: AnswerParams = {}): Decision => ({ ok: false, refusal: { code, params } });

/** What comes of a command, now. Pure: the same state, command and moment always give the same answer. */
export function decide(state: HallState, c: HallCommand, now: Instant): Decision {
  switch (c.type) {
    case 'event.open':
      return yes(
        { type: 'library.kept', plan: c.plan, delegates: c.delegates },
        { type: 'event.opened', plan: c.plan, delegates: c.delegates, mode: c.mode },
      );
    case 'app.start':
      return yes({ type: 'app.started', version: c.version, wallOffset: c.wallOffset });
    case 'clock.step':
      return yes({ type: 'clock.stepped', byMs: c.byMs, wallOffset: c.wallOffset });
    case 'clock.sleep':
      return yes({ type: 'clock.slept', ms: c.ms });
    case 'message.show':
      return yes({ type: 'message.shown', text: c.text });
    case 'message.clear':
      return state.message === null ? no('no-message') : yes({ type: 'message.cleared' });
    case 'scene.show':
      return yes({ type: 'scene.wanted', role: c.role, by: 'operator' });
    case 'scene.rename':
      return state.scenes.names[c.role] === c.name ? yes() : yes({ type: 'scene.renamed', role: c.role, name: c.name });
    case 'programme.report':
      return programme(state, c);
    case 'lamp.change':
      return yes({ type: 'lamp.changed', lamp: c.lamp, level: c.level, code: c.code, params: c.params });
    case 'scan.take':
      return scan(state, c);
    case 'checkin.code':
      return scan(state, { ...c, source: 'wedge', raw: '', receivedAt: now, readable: true });
    case 'checkin.mark':
      return mark(state, c.delegateId, c.door, now);
    case 'checkin.undo':
      return state.attendance.present[c.delegateId] === undefined
        ? no('not-present')
        : yes({ type: 'presence.undone', delegateId: c.delegateId });
    case 'plan.edit':
    case 'plan.undo':
    case 'plan.redo': {
      const d = decideEditing(state, c);
      return d.ok ? d : no(d.code);
    }
    case 'library.keep':
    case 'library.open':
    case 'library.duplicate':
    case 'library.archive':
    case 'library.delete': {
      const d = decideLibrary(state, c);
      return d.ok ? d : no(d.code);
    }
    default:
      return timer(state, c, now);
  }
}

type TimerCommand = Extract<HallCommand, { type: `timer.${string}` }>;

function timer(state: HallState, c: TimerCommand, now: Instant): Decision {
  if (state.plan === null) return no('no-event');
  const items = schedule(state.plan);
  const run = state.timer.run;
  switch (c.type) {
    case 'timer.load':
      return items.some((s) => s.id === c.segmentId)
        ? yes({ type: 'timer.loaded', segmentId: c.segmentId })
        : no('no-such-segment');
    case 'timer.start': {
      if (c.segmentId !== null || state.timer.loaded !== null || run === null) {
        const id = c.segmentId ?? state.timer.loaded ?? following(items, lastRun(state, items))?.id;
        return id === undefined ? no('event-over') : start(state, items, id, now);
      }
      // the key that starts also resumes: nobody looks for another one in a hurry
      return run.pausedAt === null ? no('already-running') : yes({ type: 'timer.resumed' });
    }
    case 'timer.next': {
      const id = state.timer.loaded ?? following(items, run?.segmentId ?? lastRun(state, items))?.id;
      return id === undefined ? no('last-segment') : start(state, items, id, now);
    }
    case 'timer.previous': {
      const at = run?.segmentId ?? null;
      const here = at === null ? lastRun(state, items) : before(state, items, at);
      return here === null
        ? no('first-segment')
        : yes({ type: 'timer.returned', segmentId: here }, wanted(items, here));
    }
    case 'timer.stop':
      return run === null && state.timer.loaded === null ? no('nothing-runs') : yes({ type: 'timer.stopped' });
  }
  if (run === null) return no('nothing-runs');
  switch (c.type) {
    case 'timer.pause':
      return run.pausedAt !== null ? no('already-paused') : yes({ type: 'timer.paused' });
    case 'timer.resume':
      return run.pausedAt === null ? no('not-paused') : yes({ type: 'timer.resumed' });
    case 'timer.add':
      return run.allowanceMs === null ? no('counts-up') : yes({ type: 'timer.added', ms: c.ms });
  }
}

function start(state: HallState, items: readonly ScheduledSegment[], id: SegmentId, now: Instant): Decision {
  const item = items.find((s) => s.id === id);
  if (item === undefined) return no('no-such-segment');
  const allowanceMs = allowance(item, toWall(now, state.clock.wallOffset));
  return yes({ type: 'timer.started', segmentId: id, allowanceMs }, wanted(items, id));
}

function wanted(items: readonly ScheduledSegment[], id: SegmentId): HallEvent {
  const kind = items.find((s) => s.id === id)?.segment.kind ?? 'other';
  return { type: 'scene.wanted', role: sceneAtStart(kind), by: 'timer' };
}

function following(items: readonly ScheduledSegment[], id: SegmentId | null): ScheduledSegment | undefined {
  return items[id === null ? 0 : items.findIndex((s) => s.id === id) + 1];
}

function lastRun(state: HallState, items: readonly ScheduledSegment[]): SegmentId | null {
  return items.findLast((s) => state.actuals[s.id] !== undefined)?.id ?? null;
}

/** The segment that has run and stands before this one in the agenda. */
function before(state: HallState, items: readonly ScheduledSegment[], id: SegmentId): SegmentId | null {
  const at = items.findIndex((s) => s.id === id);
  return items.slice(0, at).findLast((s) => state.actuals[s.id] !== undefined)?.id ?? null;
}

function programme(state: HallState, c: Extract<HallCommand, { type: 'programme.report' }>): Decision {
  const known = state.scenes.programme;
  const same = known?.role === c.role && known.sceneName === c.sceneName;
  const followed = !c.byApp && state.scenes.wanted !== c.role;
  if (same && !followed) return yes();
  return yes({ type: 'programme.reported', role: c.role, sceneName: c.sceneName, followed });
}

function scan(state: HallState, c: Omit<Extract<HallCommand, { type: 'scan.take' }>, 'type'>): Decision {
  const who = c.readable ? delegateOfBadge(state.attendance.delegates, c.text) : null;
  const verdict = !c.readable
    ? 'unreadable'
    : who === null
      ? 'unknown'
      : state.attendance.present[who.id]
        ? 'already'
        : 'new';
  return yes({
    type: 'scan.judged',
    door: c.door,
    source: c.source,
    text: c.text,
    raw: c.raw,
    receivedAt: c.receivedAt,
    verdict,
    delegateId: who?.id ?? null,
  });
}

function mark(state: HallState, id: DelegateId, door: string, now: Instant): Decision {
  if (!state.attendance.delegates.some((d) => d.id === id)) return no('no-such-delegate');
  if (state.attendance.present[id] !== undefined) return no('already-present');
  return yes({
    type: 'scan.judged',
    door,
    source: 'manual',
    text: '',
    raw: '',
    receivedAt: now,
    verdict: 'new',
    delegateId: id,
  });
}
