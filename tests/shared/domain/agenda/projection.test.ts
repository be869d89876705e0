import { describe, expect, it } from 'vitest';
import { type Projected, type Projection, project } from '../../../../shared/domain/agenda/projection';
import { schedule } from '../../../../shared/domain/agenda/schedule';
import type { Duration, Instant } from '../../../../shared/time/time';
import { at, DAY_PLAN, min, openHall, planOf, segment, start, type TestHall } from '../../plans';

function projectionOf(hall: TestHall, now: Instant): Projection {
  const { plan, timer, actuals, clock } = hall.state;
  if (plan === null) throw new Error('no plan');
  return project(schedule(plan), timer, actuals, clock.wallOffset, now);
}
function of(p: Projection, id: string): Projected {
  const found = p.segments.find((s) => s.id === id);
  if (found === undefined) throw new Error(`no segment ${id}`);
  return found;
}

describe('where the day is going', () => {
  it('is the plan while nothing is late', () => {
    const p = projectionOf(openHall(), at('08:00'));
    expect(of(p, 'cd1')).toEqual({ id: 'cd1', state: 'to come', start: at('08:25'), end: at('09:05'), lateBy: 0 });
    expect(p.overUnder).toBe(0);
    expect(p.endsAt).toBe(at('17:00'));
  });
  it('waits for planned starts when the programme is early', () => {
    const hall = openHall();
    hall.do(at('08:10'), start('mo'));
    const p = projectionOf(hall, at('08:12'));
    expect(p.overUnder).toBe(min(-5));
    expect(of(p, 'cd1').start).toBe(at('08:25'));
    expect(of(p, 'mo').lateBy).toBe(min(-5));
  });
  it('passes lateness on to what follows', () => {
    const hall = openHall();
    hall.do(at('08:35'), start('cd1'));
    const p = projectionOf(hall, at('08:40'));
    expect(p.overUnder).toBe(min(10));
    expect(of(p, 'mo').state).toBe('skipped');
    expect(of(p, 'cd2')).toMatchObject({ start: at('09:15'), end: at('09:40'), lateBy: min(10) });
  });
  it('lets a break give its time back, down to five minutes', () => {
    const hall = openHall();
    hall.do(at('08:31'), start('cd1'));
    let p = projectionOf(hall, at('08:40'));
    expect(of(p, 'nghi1')).toMatchObject({ start: at('09:36'), end: at('09:45'), lateBy: min(6) });
    expect(of(p, 'cd3')).toMatchObject({ start: at('09:45'), lateBy: 0 });
    hall.do(at('08:40'), { type: 'timer.add', ms: min(14) });
    p = projectionOf(hall, at('08:41'));
    expect(of(p, 'nghi1')).toMatchObject({ start: at('09:50'), end: at('09:55') });
    expect(of(p, 'cd3').lateBy).toBe(min(10));
  });
  it('does not change its mind when the late break really starts', () => {
    const hall = openHall();
    hall.do(at('09:11'), start('cd2'));
    const before = of(projectionOf(hall, at('09:35')), 'cd3').start;
    hall.do(at('09:36'), start('nghi1'));
    expect(of(projectionOf(hall, at('09:36')), 'cd3').start).toBe(before);
    expect(before).toBe(at('09:45'));
  });
  it('lets lunch swallow the morning', () => {
    const hall = openHall();
    hall.do(at('10:15'), start('cd3'));
    const p = projectionOf(hall, at('10:20'));
    expect(of(p, 'cd3').end).toBe(at('12:00'));
    expect(of(p, 'cd6')).toMatchObject({ start: at('14:00'), lateBy: 0 });
    expect(p.overUnder).toBe(min(30));
  });
  it('moves on with overtime, minute by minute', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    expect(projectionOf(hall, at('09:05')).overUnder).toBe(0);
    const p = projectionOf(hall, at('09:12'));
    expect(p.overUnder).toBe(min(7));
    expect(of(p, 'cd1').end).toBe(at('09:12'));
    expect(of(p, 'cd2').start).toBe(at('09:12'));
  });
  it('moves on while paused, and back at once when minutes are taken away', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    hall.do(at('08:30'), { type: 'timer.pause' });
    expect(projectionOf(hall, at('08:40')).overUnder).toBe(min(10));
    hall.do(at('08:40'), { type: 'timer.add', ms: min(-5) });
    expect(projectionOf(hall, at('08:40')).overUnder).toBe(min(5));
  });
  it('says how late the next item is while nothing runs', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    hall.do(at('09:20'), { type: 'timer.stop' });
    const p = projectionOf(hall, at('09:20'));
    expect(of(p, 'cd1')).toMatchObject({ state: 'done', start: at('08:25'), end: at('09:20') });
    expect(p.overUnder).toBe(min(15));
  });
  it('claims no start for the second item of a block before the first has ended', () => {
    const hall = openHall();
    expect(of(projectionOf(hall, at('08:00')), 'be-mac')).toMatchObject({ start: null, end: at('17:00') });
    hall.do(at('15:50'), start('phatbieu'));
    expect(of(projectionOf(hall, at('16:00')), 'be-mac').start).toBeNull();
    hall.do(at('16:30'), { type: 'timer.stop' });
    expect(of(projectionOf(hall, at('16:31')), 'be-mac')).toMatchObject({ start: at('16:31'), end: at('17:00') });
  });
  it('ends the day with the last item, also when it runs past the block', () => {
    const hall = openHall();
    hall.do(at('16:50'), start('be-mac'));
    expect(projectionOf(hall, at('17:10')).endsAt).toBe(at('17:10'));
  });
  it('knows no end for a day whose last item has none', () => {
    const hall = openHall(planOf([segment('a', '16:00', null)], { endsAt: null }));
    hall.do(at('16:00'), start('a'));
    const p = projectionOf(hall, at('16:10'));
    expect(p).toMatchObject({ endsAt: null, overUnder: null });
  });
  it('measures against the corrected wall clock', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    const ahead = 3_600_000 as Duration;
    hall.do(at('08:30'), { type: 'clock.step', byMs: ahead, wallOffset: ahead });
    const p = projectionOf(hall, at('08:30'));
    expect(of(p, 'cd1').end).toBe(at('09:05'));
    expect(p.overUnder).toBe(min(60));
  });
  it('keeps every start at or after the end before it, whatever the hour', () => {
    for (let m = 0; m < 600; m += 7) {
      const hall = openHall();
      const now = (at('08:15') + m * 60_000) as Instant;
      hall.do(now, start('mo'));
      let end = 0;
      for (const s of projectionOf(hall, now).segments) {
        if (s.start !== null) expect(s.start).toBeGreaterThanOrEqual(end);
        end = s.end ?? end;
      }
    }
  });
  it('has one place for each segment of the plan', () => {
    expect(projectionOf(openHall(), at('08:00')).segments.map((s) => s.id)).toEqual(DAY_PLAN.segments.map((s) => s.id));
  });
});
