import { describe, expect, it } from 'vitest';
import { allowance, type ScheduledSegment, schedule } from '../../../../shared/domain/agenda/schedule';
import { type IsoDay, type WallInstant, wallOf } from '../../../../shared/time/time';
import { DAY_ONE, DAY_PLAN, min, planOf, segment, tod } from '../../plans';

const wall = (hm: string): WallInstant => wallOf(DAY_ONE, tod(hm));
function item(items: readonly ScheduledSegment[], id: string): ScheduledSegment {
  const found = items.find((s) => s.id === id);
  if (found === undefined) throw new Error(`no segment ${id}`);
  return found;
}

describe('the planned times of a day', () => {
  const items = schedule(DAY_PLAN);
  it('keep what the plan says', () => {
    expect(item(items, 'cd1')).toMatchObject({
      start: wall('08:25'),
      end: wall('09:05'),
      endAssumed: false,
      share: null,
    });
  });
  it('let an item without an end run to the end of the event, and say so', () => {
    expect(item(items, 'phatbieu')).toMatchObject({
      start: wall('15:45'),
      end: wall('17:00'),
      endAssumed: true,
      share: 'first',
    });
  });
  it('give a later item of a block no start of its own', () => {
    expect(item(items, 'be-mac')).toMatchObject({ start: null, end: wall('17:00'), endAssumed: true, share: 'last' });
  });
  it('let an item without an end run to the next planned start of the day', () => {
    const open = schedule(planOf([segment('a', '08:00', null), segment('b', '08:40', '09:00')]));
    expect(open[0]).toMatchObject({ end: wall('08:40'), endAssumed: true });
  });
  it('do not take an end from another day', () => {
    const other = '2026-02-08' as IsoDay;
    const two = schedule(
      planOf([segment('a', '16:00', null), segment('b', '08:00', null, { day: other })], { days: [DAY_ONE, other] }),
    );
    expect(two[0]?.end).toBeNull();
    expect(two[1]?.end).toBe(wallOf(other, tod('17:00')));
  });
  it('take the end of a block for all its items, and name the inner ones', () => {
    const block = [tod('09:00'), tod('10:00')] as const;
    const three = schedule(
      planOf([
        segment('a', '09:00', null, { block }),
        segment('b', null, null, { block }),
        segment('c', null, null, { block }),
        segment('d', '10:00', '10:30'),
      ]),
    );
    expect(three.map((s) => s.share)).toEqual(['first', 'inner', 'last', null]);
    expect(three.slice(0, 3).every((s) => s.end === wall('10:00') && !s.endAssumed)).toBe(true);
  });
  it('leave an end unknown where the plan gives no way to know it', () => {
    expect(schedule(planOf([segment('a', '16:00', null)], { endsAt: null }))[0]).toMatchObject({
      end: null,
      endAssumed: false,
    });
  });
});

describe('how long a segment may take', () => {
  const items = schedule(DAY_PLAN);
  it('is its planned length, however late it starts', () => {
    expect(allowance(item(items, 'cd1'), wall('08:25'))).toBe(min(40));
    expect(allowance(item(items, 'cd1'), wall('08:50'))).toBe(min(40));
    expect(allowance(item(items, 'cd1'), wall('08:00'))).toBe(min(40));
  });
  it('is what is left of the block for a later item of it', () => {
    expect(allowance(item(items, 'be-mac'), wall('16:40'))).toBe(min(20));
  });
  it('is unknown once the block is over', () => {
    expect(allowance(item(items, 'be-mac'), wall('17:00'))).toBeNull();
  });
  it('gets shorter for a late break, down to five minutes', () => {
    const pause = item(items, 'nghi1');
    expect(allowance(pause, wall('09:25'))).toBe(min(15));
    expect(allowance(pause, wall('09:34'))).toBe(min(11));
    expect(allowance(pause, wall('09:44'))).toBe(min(5));
    expect(allowance(pause, wall('10:30'))).toBe(min(5));
  });
  it('stays whole for a break that is run on another day altogether', () => {
    expect(allowance(item(items, 'nghi1'), wallOf('2026-11-22' as IsoDay, tod('10:00')))).toBe(min(15));
  });
  it('never makes a short break longer', () => {
    const [only] = schedule(planOf([segment('a', '09:00', '09:03', { kind: 'break' })]));
    expect(only && allowance(only, wall('09:02'))).toBe(min(3));
  });
});
