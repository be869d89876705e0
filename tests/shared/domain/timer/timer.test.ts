import { describe, expect, it } from 'vitest';
import { dueAt, elapsed, phase, progress, type Run, remaining } from '../../../../shared/domain/timer/timer';
import type { Duration, Instant } from '../../../../shared/time/time';
import { at, min, openHall, planOf, segment, sid, start, type TestHall } from '../../plans';

function runOf(hall: TestHall): Run {
  if (hall.state.timer.run === null) throw new Error('nothing runs');
  return hall.state.timer.run;
}
const later = (t: Instant, ms: number): Instant => (t + ms) as Instant;
const leftOf = (hall: TestHall, now: Instant): number | null => remaining(runOf(hall), now);

describe('a running timer', () => {
  it('counts down from the planned length, from the moment it was started', () => {
    const hall = openHall();
    hall.do(at('08:26'), start('cd1'));
    expect(leftOf(hall, at('08:26'))).toBe(min(40));
    expect(leftOf(hall, at('08:46'))).toBe(min(20));
    expect(dueAt(runOf(hall), at('08:46'))).toBe(at('09:06'));
  });
  it('stands still while paused, however often', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    hall.do(at('08:30'), { type: 'timer.pause' });
    expect(leftOf(hall, at('08:50'))).toBe(min(35));
    hall.do(at('08:50'), { type: 'timer.resume' });
    hall.do(at('08:55'), { type: 'timer.pause' });
    hall.do(at('08:56'), { type: 'timer.resume' });
    expect(leftOf(hall, at('09:00'))).toBe(min(26));
    expect(elapsed(runOf(hall), at('09:00'))).toBe(min(14));
  });
  it('takes minutes given and taken away, also while paused and in overtime', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    hall.do(at('08:30'), { type: 'timer.add', ms: min(5) });
    hall.do(at('08:30'), { type: 'timer.pause' });
    hall.do(at('08:31'), { type: 'timer.add', ms: min(-1) });
    expect(leftOf(hall, at('08:40'))).toBe(min(39));
    hall.do(at('08:40'), { type: 'timer.resume' });
    expect(leftOf(hall, at('09:29'))).toBe(min(-10));
    hall.do(at('09:29'), { type: 'timer.add', ms: min(11) });
    expect(leftOf(hall, at('09:29'))).toBe(min(1));
  });
  it('goes on below zero', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    expect(leftOf(hall, at('09:06'))).toBe(min(-1));
    expect(phase(runOf(hall), at('09:06'))).toBe('over');
  });
  it('never shows more than was given to a screen whose clock is behind', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    expect(leftOf(hall, later(at('08:25'), -0.4))).toBe(min(40));
  });
  it('is not moved by a stepped wall clock, nor by midnight', () => {
    const hall = openHall(planOf([segment('khuya', '23:30', null)], { endsAt: (25 * 3_600_000) as never }));
    hall.do(at('23:50'), start('khuya'));
    expect(leftOf(hall, at('23:59'))).toBe(min(81));
    for (const step of [2000, -2000, 3_600_000, -3_600_000, 86_400_000]) {
      hall.do(at('23:59'), { type: 'clock.step', byMs: step as Duration, wallOffset: step as Duration });
      expect(leftOf(hall, later(at('23:59'), 120_000))).toBe(min(79));
    }
    hall.do(at('23:59'), { type: 'clock.sleep', ms: min(30) });
    expect(leftOf(hall, later(at('23:59'), 120_000))).toBe(min(79));
  });
  it('counts up where no length is known', () => {
    const hall = openHall(planOf([segment('a', '16:00', null)], { endsAt: null }));
    hall.do(at('16:00'), start('a'));
    const run = runOf(hall);
    expect(remaining(run, at('16:10'))).toBeNull();
    expect(dueAt(run, at('16:10'))).toBeNull();
    expect(progress(run, at('16:10'))).toBeNull();
    expect(phase(run, at('16:10'))).toBe('normal');
    expect(elapsed(run, at('16:10'))).toBe(min(10));
  });
  it('starts anew when it is started again', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    hall.do(at('08:27'), { type: 'timer.add', ms: min(5) });
    hall.do(at('08:30'), start('cd1'));
    expect(leftOf(hall, at('08:30'))).toBe(min(40));
  });
});

describe('the phases of a segment', () => {
  const run = (minutes: number, added = 0): Run => ({
    segmentId: sid('x'),
    startedAt: 0 as Instant,
    pausedAt: null,
    pausedMs: 0 as Duration,
    addedMs: min(added),
    allowanceMs: min(minutes),
  });
  const mark = (minutes: number): Instant => min(minutes) as number as Instant;

  it('warn five minutes before the end and call danger one minute before it', () => {
    expect(phase(run(40), later(mark(35), -1))).toBe('normal');
    expect(phase(run(40), mark(35))).toBe('warning');
    expect(phase(run(40), later(mark(39), -1))).toBe('warning');
    expect(phase(run(40), mark(39))).toBe('danger');
    expect(phase(run(40), mark(40))).toBe('danger');
    expect(phase(run(40), later(mark(40), 1))).toBe('over');
  });
  it('begin later in a short segment', () => {
    expect(phase(run(4), mark(2.9))).toBe('normal');
    expect(phase(run(4), mark(3))).toBe('warning');
    expect(phase(run(4), mark(3.6))).toBe('danger');
  });
  it('go back when minutes are given', () => {
    expect(phase(run(40), mark(39.5))).toBe('danger');
    expect(phase(run(40, 10), mark(39.5))).toBe('normal');
  });
  it('are over at once when more is taken away than there was', () => {
    expect(phase(run(10, -10), later(mark(0), 1))).toBe('over');
    expect(progress(run(10, -15), mark(0))).toBe(1);
  });
  it('move the bar from empty to full and no further', () => {
    expect(progress(run(40), mark(0))).toBe(0);
    expect(progress(run(40), mark(10))).toBe(0.25);
    expect(progress(run(40), mark(90))).toBe(1);
  });
});

describe('moving through the agenda', () => {
  it('goes to the next item and ends the one that was on', () => {
    const hall = openHall();
    hall.do(at('08:15'), start(null));
    expect(runOf(hall).segmentId).toBe('mo');
    hall.do(at('08:24'), { type: 'timer.next' });
    expect(runOf(hall).segmentId).toBe('cd1');
    expect(hall.state.actuals[sid('mo')]?.endedAt).toBe(at('08:24'));
    expect(hall.state.actuals[sid('cd1')]?.endedAt).toBeNull();
  });
  it('comes back to an item started over too early as if it had never been left', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    hall.do(at('08:30'), { type: 'timer.add', ms: min(2) });
    hall.do(at('08:50'), { type: 'timer.next' });
    hall.do(at('08:51'), { type: 'timer.previous' });
    expect(runOf(hall)).toMatchObject({ segmentId: 'cd1', startedAt: at('08:25'), addedMs: min(2) });
    expect(leftOf(hall, at('08:51'))).toBe(min(16));
    expect(hall.state.actuals[sid('cd2')]).toBeUndefined();
  });
  it('counts a pause that was on when the item was left', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    hall.do(at('08:30'), { type: 'timer.pause' });
    hall.do(at('08:40'), { type: 'timer.next' });
    hall.do(at('08:41'), { type: 'timer.previous' });
    expect(leftOf(hall, at('08:41'))).toBe(min(34));
  });
  it('takes a stop back with previous', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    hall.do(at('08:30'), { type: 'timer.stop' });
    hall.do(at('08:31'), { type: 'timer.previous' });
    expect(leftOf(hall, at('08:35'))).toBe(min(30));
    expect(hall.state.actuals[sid('cd1')]?.endedAt).toBeNull();
  });
  it('starts the loaded item rather than the next one, and nothing stays loaded', () => {
    const hall = openHall();
    hall.do(at('08:15'), start('mo'));
    hall.do(at('08:16'), { type: 'timer.load', segmentId: sid('cd6') });
    expect(runOf(hall).segmentId).toBe('mo');
    hall.do(at('08:20'), { type: 'timer.next' });
    expect(runOf(hall).segmentId).toBe('cd6');
    expect(hall.state.timer.loaded).toBeNull();
  });
  it('resumes a paused timer with the start key', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    hall.do(at('08:30'), { type: 'timer.pause' });
    hall.do(at('08:35'), start(null));
    expect(leftOf(hall, at('08:35'))).toBe(min(35));
  });
  it('asks for the scene that goes with each item', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    expect(hall.state.scenes.wanted).toBe('agenda');
    hall.do(at('09:30'), start('nghi1'));
    expect(hall.state.scenes.wanted).toBe('break');
    hall.do(at('09:31'), { type: 'timer.previous' });
    expect(hall.state.scenes.wanted).toBe('agenda');
  });
  it('continues behind the last item that ran after a stop', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    hall.do(at('09:05'), { type: 'timer.stop' });
    hall.do(at('09:06'), start(null));
    expect(runOf(hall).segmentId).toBe('cd2');
  });
});
