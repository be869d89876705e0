import { describe, expect, it } from 'vitest';
import type { SegmentId } from '../../../../shared/domain/agenda/agenda';
import { figure, nextFigureChange } from '../../../../shared/domain/timer/figure';
import type { Run } from '../../../../shared/domain/timer/timer';
import { type Duration, instant, MINUTE } from '../../../../shared/time/time';

// a moment as the hall clock gives it: far from zero and with a fraction that doubles cannot hold exactly
const START = 1_770_427_500_123 + 1 / 3;

const run = (more: Partial<Run> = {}): Run => ({
  segmentId: 's' as SegmentId,
  startedAt: instant(START),
  pausedAt: null,
  pausedMs: 0 as Duration,
  addedMs: 0 as Duration,
  allowanceMs: (40 * MINUTE) as Duration,
  ...more,
});
const at = (ms: number) => instant(START + ms);

describe('the figure of a countdown', () => {
  it('stands for its whole first second and is never more than the allowance', () => {
    expect(figure(run(), at(0)).text).toBe('40:00');
    expect(figure(run(), at(999)).text).toBe('40:00');
    expect(figure(run(), at(-3)).text).toBe('40:00');
    expect(figure(run(), at(1000)).text).toBe('39:59');
  });

  it('shows hours only from an hour on', () => {
    const long = run({ allowanceMs: (65 * MINUTE) as Duration });
    expect(figure(long, at(0)).text).toBe('1:05:00');
    expect(figure(long, at(5 * MINUTE + 1000)).text).toBe('59:59');
  });

  it('comes to 00:00 at the moment the time is up, with the word for it, and counts on below', () => {
    expect(figure(run(), at(40 * MINUTE - 1))).toEqual({ text: '00:01', phase: 'danger', kind: 'down' });
    expect(figure(run(), at(40 * MINUTE))).toEqual({ text: '00:00', phase: 'over', kind: 'down' });
    expect(figure(run(), at(40 * MINUTE + 999)).text).toBe('00:00');
    expect(figure(run(), at(40 * MINUTE + 1000)).text).toBe('-00:01');
    expect(figure(run(), at(52 * MINUTE + 34_000)).text).toBe('-12:34');
  });

  it('changes its phase in the same moment as the figure that begins it', () => {
    expect(figure(run(), at(35 * MINUTE - 1)).phase).toBe('normal');
    expect(figure(run(), at(35 * MINUTE))).toMatchObject({ text: '05:00', phase: 'warning' });
    expect(figure(run(), at(39 * MINUTE))).toMatchObject({ text: '01:00', phase: 'danger' });
  });

  it('counts the minutes that were added', () => {
    expect(figure(run({ addedMs: (5 * MINUTE) as Duration }), at(0)).text).toBe('45:00');
  });

  it('stands still while paused', () => {
    const paused = run({ pausedAt: at(10_000) });
    expect(figure(paused, at(10_000)).text).toBe('39:50');
    expect(figure(paused, at(600_000)).text).toBe('39:50');
    expect(nextFigureChange(paused, at(600_000))).toBeNull();
  });
});

describe('the figure of a run without an end', () => {
  const up = run({ allowanceMs: null });
  it('counts the whole seconds gone', () => {
    expect(figure(up, at(-20))).toEqual({ text: '00:00', phase: 'normal', kind: 'up' });
    expect(figure(up, at(999)).text).toBe('00:00');
    expect(figure(up, at(1000)).text).toBe('00:01');
    expect(figure(up, at(3_600_000)).text).toBe('1:00:00');
  });
});

describe('the next change', () => {
  const runs: readonly [string, Run][] = [
    ['a countdown', run()],
    ['a countdown with pauses and added time', run({ pausedMs: 1234.567 as Duration, addedMs: 60_000 as Duration })],
    ['a countdown from a length that is no whole second', run({ allowanceMs: 1_803_456.789 as Duration })],
    ['overtime', run({ allowanceMs: 10_000 as Duration })],
    ['a run that counts up', run({ allowanceMs: null })],
  ];
  it.each(runs)('of %s is the first moment with another figure, second after second', (_name, r) => {
    let now = at(2317.77);
    for (let i = 0; i < 60; i++) {
      const next = nextFigureChange(r, now);
      expect(next).not.toBeNull();
      const then = next ?? now;
      expect(then - now).toBeGreaterThan(0.4);
      expect(then - now).toBeLessThanOrEqual(1001);
      expect(figure(r, then).text).not.toBe(figure(r, now).text);
      expect(figure(r, instant(then - 1)).text).toBe(figure(r, now).text);
      now = then;
    }
  });

  it('asked a hair before a boundary that is already shown, gives the one after', () => {
    const r = run();
    expect((nextFigureChange(r, at(4999.7)) ?? 0) - START).toBeCloseTo(6000, 2);
  });
});
