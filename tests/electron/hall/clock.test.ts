import { describe, expect, it } from 'vitest';
import { HallClock } from '../../../electron/hall/clock';
import { FakeMachine } from '../../fakes/machine';

const HOUR = 3_600_000;

describe.each([
  ['a system that tells its uptime', true],
  ['a system that does not', false],
])('hall time on %s', (_name, tells) => {
  it.each([2_000, -2_000, HOUR, -HOUR, 24 * HOUR])(
    'is not moved by a wall clock stepped by %i ms, and tells the step once',
    (by) => {
      const m = new FakeMachine(tells);
      const clock = new HallClock(m, null, 0);
      const begin = clock.now();
      m.run(10_000);
      m.step(by);
      expect(clock.sample()).toEqual([{ kind: 'step', byMs: by, wallOffset: by }]);
      m.run(5_000);
      expect(clock.sample()).toEqual([]);
      expect(clock.now() - begin).toBe(15_000);
      expect(clock.now() + clock.wallOffset).toBe(m.wall());
    },
  );

  it('goes on by the time the machine slept, and calls it sleep, not a step', () => {
    const m = new FakeMachine(tells);
    const clock = new HallClock(m, null, 0);
    const begin = clock.now();
    m.run(1_000);
    clock.doze();
    m.sleep(600_000);
    expect(clock.sample()).toEqual([{ kind: 'sleep', ms: 600_000 }]);
    expect(clock.now() - begin).toBe(601_000);
    expect(clock.wallOffset).toBe(0);
    m.run(1_000);
    expect(clock.sample()).toEqual([]);
  });

  it('takes no notice of the time service steering the wall clock by little', () => {
    const m = new FakeMachine(tells);
    const clock = new HallClock(m, null, 0);
    m.run(1_000);
    m.step(40);
    expect(clock.sample()).toEqual([]);
  });

  it('counts the time that passed while the app was not running', () => {
    const m = new FakeMachine(tells);
    const before = new HallClock(m, null, 0);
    const anchor = before.anchor();
    const at = before.now();
    m.run(42_000);
    m.restartProcess();
    const after = new HallClock(m, anchor, at);
    expect(after.now() - at).toBe(42_000);
    expect(after.sample()).toEqual([]);
  });

  it('never goes back behind what is recorded, even when the wall clock starts in another year', () => {
    const m = new FakeMachine(tells);
    const before = new HallClock(m, null, 0);
    const anchor = before.anchor();
    const at = before.now();
    m.step(-365 * 24 * HOUR);
    m.reboot();
    const after = new HallClock(m, anchor, at);
    expect(after.now()).toBeGreaterThanOrEqual(at);
    expect(after.sample()).toHaveLength(1);
    expect(after.now() + after.wallOffset).toBe(m.wall());
  });
});

it('tells a step during a restart from time that passed, where the system knows its uptime', () => {
  const m = new FakeMachine(true);
  const before = new HallClock(m, null, 0);
  const anchor = before.anchor();
  const at = before.now();
  m.run(8_000);
  m.step(-HOUR);
  m.restartProcess();
  const after = new HallClock(m, anchor, at);
  expect(after.now() - at).toBe(8_000);
  expect(after.sample()).toEqual([{ kind: 'step', byMs: -HOUR, wallOffset: -HOUR }]);
});

it('tells a wall step apart from a sleep that happened in the same second', () => {
  const m = new FakeMachine(true);
  const clock = new HallClock(m, null, 0);
  m.sleep(60_000);
  m.step(HOUR);
  expect(clock.sample()).toEqual([
    { kind: 'sleep', ms: 60_000 },
    { kind: 'step', byMs: HOUR, wallOffset: HOUR },
  ]);
});
