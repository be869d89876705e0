import { expect, it } from 'vitest';
import { eventsFor, stateFor } from '../../../electron/hall/audience';
import type { HallEvent, Recorded } from '../../../shared/contract/events';
import type { DelegateId } from '../../../shared/domain/attendance/attendance';
import { EMPTY_HALL, evolveAll } from '../../../shared/domain/hall';
import { instant } from '../../../shared/time/time';
import { planOf, segment } from '../../shared/plans';

const secret = segment('s1', '08:00', '09:00', {
  title: 'Chuyện kín',
  presenter: 'Người kín',
  origin: 'local',
  confidential: true,
});
const events: HallEvent[] = [
  {
    type: 'event.opened',
    mode: 'planned',
    plan: planOf([secret]),
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
  { type: 'timer.loaded', segmentId: secret.id },
  { type: 'library.kept', plan: planOf([secret]), delegates: [] },
  {
    type: 'plan.edited',
    plan: planOf([{ ...secret, note: 'Ghi chú kín', title: 'Chuyện kín hơn' }]),
    what: 'segment.set',
  },
  { type: 'plan.undone', plan: planOf([secret]) },
];
const journal: Recorded[] = events.map((event, i) => ({ seq: i + 1, at: instant(i), event }));

it.each(['stage', 'slides'] as const)('a %s page never learns a confidential title, a delegate or a badge', (role) => {
  const state = evolveAll(EMPTY_HALL, journal);
  const words = JSON.stringify([stateFor(role, state), eventsFor(role, journal)]);
  for (const word of ['Chuyện kín', 'Người kín', 'Tên Riêng', 'B1', 'Ghi chú']) expect(words).not.toContain(word);
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
