import { describe, expect, it } from 'vitest';
import type { HallCommand } from '../../../shared/contract/commands';
import type { Recorded } from '../../../shared/contract/events';
import { EMPTY_HALL, evolve, evolveAll, type HallState } from '../../../shared/domain/hall';
import { SCENE_ROLES } from '../../../shared/domain/scenes/scenes';
import type { Duration, Instant } from '../../../shared/time/time';
import { at, DAY_PLAN, did, min, openHall, ROSTER, scan, sid, start, TestHall } from '../plans';

/** A small seeded generator (mulberry32), so that a failing stream can be run again. */
function prng(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function randomCommand(random: () => number, now: Instant): HallCommand {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const segmentId = pick(DAY_PLAN.segments).id;
  const delegateId = pick(ROSTER).id;
  return pick<() => HallCommand>([
    () => ({ type: 'timer.start', segmentId: random() < 0.5 ? null : segmentId }),
    () => ({ type: 'timer.load', segmentId }),
    () => ({ type: 'timer.pause' }),
    () => ({ type: 'timer.resume' }),
    () => ({ type: 'timer.next' }),
    () => ({ type: 'timer.previous' }),
    () => ({ type: 'timer.add', ms: min(Math.floor(random() * 11) - 5) }),
    () => ({ type: 'timer.stop' }),
    () => ({ type: 'message.show', text: `Nhắn ${Math.floor(random() * 100)}` }),
    () => ({ type: 'message.clear' }),
    () => ({ type: 'scene.show', role: pick(SCENE_ROLES) }),
    () => ({
      type: 'programme.report',
      role: random() < 0.3 ? null : pick(SCENE_ROLES),
      sceneName: pick(['A', 'B']),
      byApp: random() < 0.5,
    }),
    () => ({ type: 'scene.rename', role: pick(SCENE_ROLES), name: pick(['Một', 'Hai']) }),
    () => scan(pick([...ROSTER.flatMap((d) => d.badges), 'ZZ']), now, { readable: random() < 0.9 }),
    () => ({ type: 'checkin.mark', delegateId, door: 'Bàn' }),
    () => ({ type: 'checkin.undo', delegateId }),
    () => ({ type: 'checkin.code', text: 'HP0001', door: 'Bàn' }),
    () => ({ type: 'clock.step', byMs: 2000 as Duration, wallOffset: Math.floor(random() * 5000) as Duration }),
    () => ({ type: 'clock.sleep', ms: min(3) }),
    () => ({ type: 'app.start', version: '0', wallOffset: 0 as Duration }),
    () => ({ type: 'lamp.change', lamp: 'obs', level: pick(['ok', 'bad'] as const), code: 'x', params: {} }),
  ])();
}

const onDisk = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the journal', () => {
  for (let seed = 1; seed <= 20; seed++) {
    it(`gives the same hall again, whole and from any snapshot (stream ${seed})`, () => {
      const random = prng(seed);
      const hall = openHall();
      const states: HallState[] = [hall.state];
      let now = at('07:30');
      for (let i = 0; i < 300; i++) {
        now = (now + Math.floor(random() * 90_000)) as Instant;
        hall.do(now, randomCommand(random, now));
        states.push(hall.state);
      }
      expect(hall.journal.length).toBeGreaterThan(100);
      const journal = onDisk(hall.journal);
      expect(evolveAll(EMPTY_HALL, journal)).toEqual(hall.state);
      for (let i = 0; i < 10; i++) {
        const snapshot = onDisk(states[Math.floor(random() * states.length)] ?? EMPTY_HALL);
        const rest = journal.filter((r) => r.seq > snapshot.revision);
        expect(evolveAll(snapshot, rest)).toEqual(hall.state);
      }
    });
  }
  it('numbers its entries without a gap', () => {
    const hall = openHall();
    hall.do(at('08:15'), start('mo'));
    hall.do(at('08:25'), { type: 'timer.next' });
    expect(hall.journal.map((r) => r.seq)).toEqual(hall.journal.map((_, i) => i + 1));
  });
});

describe('evolve', () => {
  it('changes nothing that it was given', () => {
    const hall = openHall();
    hall.do(at('08:15'), start('mo'));
    const before = hall.state;
    const copy = structuredClone(before);
    const random = prng(99);
    for (let i = 0; i < 100; i++) hall.do(at('08:16', i), randomCommand(random, at('08:16', i)));
    expect(before).toEqual(copy);
  });
  it('takes an event of a newer version and only counts it', () => {
    const hall = openHall();
    const strange = { seq: 2, at: at('08:00'), event: { type: 'seat.assigned', seat: 'A1' } } as unknown as Recorded;
    expect(evolve(hall.state, strange)).toEqual({ ...hall.state, revision: 2 });
  });
  it('survives events that make no sense where they stand', () => {
    const events = [
      { type: 'timer.paused' },
      { type: 'timer.resumed' },
      { type: 'timer.added', ms: min(1) },
      { type: 'timer.returned', segmentId: sid('nowhere') },
      { type: 'timer.stopped' },
      { type: 'message.cleared' },
      { type: 'presence.undone', delegateId: did('nobody') },
    ] as const;
    const end = events.reduce((s, event, i) => evolve(s, { seq: i + 1, at: at('08:00'), event }), EMPTY_HALL);
    expect(end).toEqual({ ...EMPTY_HALL, revision: events.length });
  });
  it('keeps the scenes but nothing else of the event before when another one is opened', () => {
    const hall = openHall();
    hall.do(at('08:15'), start('mo'));
    hall.do(at('08:15'), { type: 'message.show', text: 'Chào' });
    hall.do(at('08:15'), { type: 'scene.rename', role: 'hall', name: 'Máy quay' });
    hall.do(at('08:20'), { type: 'event.open', plan: DAY_PLAN, delegates: ROSTER, mode: 'shifted' });
    const fresh = new TestHall();
    fresh.do(at('08:20'), { type: 'event.open', plan: DAY_PLAN, delegates: ROSTER, mode: 'shifted' });
    expect(hall.state).toEqual({ ...fresh.state, revision: hall.state.revision, scenes: hall.state.scenes });
    expect(hall.state.scenes.names.hall).toBe('Máy quay');
  });
  it('keeps the clock’s last step and sleep for the desk', () => {
    const hall = openHall();
    hall.do(at('08:00'), { type: 'clock.step', byMs: min(60), wallOffset: min(60) });
    expect(hall.state.clock).toEqual({ wallOffset: min(60), last: { kind: 'step', ms: min(60), at: at('08:00') } });
    hall.do(at('08:10'), { type: 'clock.sleep', ms: min(10) });
    expect(hall.state.clock).toEqual({ wallOffset: min(60), last: { kind: 'sleep', ms: min(10), at: at('08:10') } });
  });
});
