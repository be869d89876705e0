import { expect, it } from 'vitest';
import { eventsFor, stateFor } from '../../../electron/hall/audience';
import type { HallEvent, Recorded } from '../../../shared/contract/events';
import type { EventPlan, Segment, SegmentId } from '../../../shared/domain/agenda/agenda';
import type { DelegateId } from '../../../shared/domain/attendance/attendance';
import { EMPTY_HALL, evolveAll } from '../../../shared/domain/hall';
import { type IsoDay, instant, parseTimeOfDay } from '../../../shared/time/time';

const segment: Segment = {
  id: 's1' as SegmentId,
  day: '2026-02-07' as IsoDay,
  session: 'morning',
  start: parseTimeOfDay('08:00'),
  end: parseTimeOfDay('09:00'),
  block: null,
  title: 'Chuyện kín',
  presenter: 'Người kín',
  kind: 'talk',
  origin: 'local',
  confidential: true,
};
const plan = (s: Segment): EventPlan => ({
  id: 'e',
  name: '',
  organiser: '',
  place: '',
  days: [s.day],
  endsAt: null,
  banner: [],
  segments: [s],
  deadlines: [],
});
const events: HallEvent[] = [
  {
    type: 'event.opened',
    mode: 'planned',
    plan: {
      id: 'e',
      name: '',
      organiser: '',
      place: '',
      days: [segment.day],
      endsAt: null,
      banner: [],
      segments: [segment],
      deadlines: [],
    },
    delegates: [{ id: 'd' as DelegateId, order: 1, name: 'Tên Riêng', position: '', unit: 'U', badges: ['B1'] }],
  },
  {
    type: 'scan.judged',
    door: 'A',
    source: 'serial',
    text: 'B1',
    raw: '',
    receivedAt: instant(1),
    verdict: 'new',
    delegateId: 'd' as DelegateId,
  },
  { type: 'timer.loaded', segmentId: segment.id },
  { type: 'library.kept', plan: plan(segment), delegates: [] },
  {
    type: 'plan.edited',
    plan: plan({ ...segment, note: 'Ghi chú kín', title: 'Chuyện kín hơn' }),
    what: 'segment.set',
  },
  { type: 'plan.undone', plan: plan(segment) },
];
const journal: Recorded[] = events.map((event, i) => ({ seq: i + 1, at: instant(i), event }));

it.each(['stage', 'slides'] as const)('a %s page never learns a confidential title, a delegate or a badge', (role) => {
  const state = evolveAll(EMPTY_HALL, journal);
  const words = JSON.stringify([stateFor(role, state), eventsFor(role, journal)]);
  for (const secret of ['Chuyện kín', 'Người kín', 'Tên Riêng', 'B1', 'Ghi chú']) expect(words).not.toContain(secret);
});

it('a page that follows its own events comes to the same state as one that asks for everything', () => {
  const whole = evolveAll(EMPTY_HALL, journal);
  const followed = {
    ...evolveAll(stateFor('stage', EMPTY_HALL), eventsFor('stage', journal)),
    revision: whole.revision,
  };
  expect(followed).toEqual(stateFor('stage', whole));
});

it('the desk sees everything', () => {
  expect(eventsFor('operator', journal)).toBe(journal);
  expect(eventsFor('checkin', journal)).toBe(journal);
});
