import { describe, expect, it } from 'vitest';
import type { HallCommand } from '../../../../shared/contract/commands';
import type { EventPlan, SegmentId } from '../../../../shared/domain/agenda/agenda';
import { decide } from '../../../../shared/domain/decide';
import { EMPTY_HALL, evolve, type HallState } from '../../../../shared/domain/hall';
import { type IsoDay, instant, parseTimeOfDay } from '../../../../shared/time/time';

const DAY = '2026-02-07' as IsoDay;
const plan = (id: string): EventPlan => ({
  id,
  name: `Hội nghị ${id}`,
  organiser: '',
  place: '',
  days: [DAY, '2026-02-08' as IsoDay],
  endsAt: null,
  banner: [],
  segments: [
    {
      id: 's' as SegmentId,
      day: '2026-02-08' as IsoDay,
      session: 'morning',
      start: parseTimeOfDay('08:00'),
      end: parseTimeOfDay('09:00'),
      block: null,
      title: 'Mục',
      presenter: null,
      kind: 'talk',
      origin: 'central',
      confidential: false,
    },
  ],
  deadlines: [{ id: 'd', day: '2026-02-06' as IsoDay, time: parseTimeOfDay('09:00'), what: 'Báo cáo' }],
});

function hall() {
  let state: HallState = EMPTY_HALL;
  const act = (c: HallCommand): string | null => {
    const d = decide(state, c, instant(5));
    if (!d.ok) return d.refusal.code;
    for (const event of d.events) state = evolve(state, { seq: state.revision + 1, at: instant(5), event });
    return null;
  };
  return { act, state: () => state };
}
const keep = (id: string, open: boolean): HallCommand => ({
  type: 'library.keep',
  plan: plan(id),
  delegates: [],
  open,
});

describe('the library', () => {
  it('keeps an event beside the open one, and opens it when asked', () => {
    const { act, state } = hall();
    act(keep('a', true));
    act(keep('b', false));
    expect(state().plan?.id).toBe('a');
    act({ type: 'library.open', id: 'b' });
    expect(state().plan?.id).toBe('b');
    expect(Object.keys(state().library)).toEqual(['a', 'b']);
  });

  it('gives a second event with the same id another one', () => {
    const { act, state } = hall();
    act(keep('a', true));
    act(keep('a', false));
    expect(Object.keys(state().library)).toEqual(['a', 'a-2']);
  });

  it('duplicates an event for another day with all its days and deadlines', () => {
    const { act, state } = hall();
    act(keep('a', true));
    act({ type: 'library.duplicate', id: 'a', day: '2026-03-01' as IsoDay });
    const copy = state().library['a-2']?.plan;
    expect(copy?.days).toEqual(['2026-03-01', '2026-03-02']);
    expect(copy?.segments[0]?.day).toBe('2026-03-02');
    expect(copy?.deadlines[0]?.day).toBe('2026-02-28');
  });

  it('deletes an event out of sight and gives it back', () => {
    const { act, state } = hall();
    act(keep('a', true));
    act(keep('b', false));
    act({ type: 'library.delete', id: 'b', deleted: true });
    expect(state().library.b?.deleted).toBe(true);
    act({ type: 'library.delete', id: 'b', deleted: false });
    expect(state().library.b?.deleted).toBe(false);
  });

  it('refuses to archive or delete the open event, to open one over a running timer, and what it does not know', () => {
    const { act } = hall();
    act(keep('a', true));
    act(keep('b', false));
    expect(act({ type: 'library.delete', id: 'a', deleted: true })).toBe('event-is-open');
    expect(act({ type: 'library.archive', id: 'a', archived: true })).toBe('event-is-open');
    expect(act({ type: 'library.open', id: 'z' })).toBe('no-such-event');
    act({ type: 'timer.start', segmentId: null });
    expect(act({ type: 'library.open', id: 'b' })).toBe('event-running');
    expect(act(keep('c', true))).toBe('event-running');
  });
});
