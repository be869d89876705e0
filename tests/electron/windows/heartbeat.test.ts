import { describe, expect, it } from 'vitest';
import { BEATS_TO_DEATH, Deaths, Heartbeat } from '../../../electron/windows/heartbeat';

describe('the heartbeat of a page', () => {
  it('gives a page up that leaves six pings in a row unanswered', () => {
    const heart = new Heartbeat();
    for (let i = 0; i < BEATS_TO_DEATH; i++) expect(heart.beat()).toBe(false);
    expect(heart.beat()).toBe(true);
  });

  it('starts anew with every answer', () => {
    const heart = new Heartbeat();
    for (let i = 0; i < 50; i++) {
      expect(heart.beat()).toBe(false);
      if (i % (BEATS_TO_DEATH - 1) === 0) heart.alive();
    }
  });

  it('gives the page that is loaded next the same patience', () => {
    const heart = new Heartbeat();
    for (let i = 0; i <= BEATS_TO_DEATH; i++) heart.beat();
    expect(heart.beat()).toBe(false);
  });
});

describe('a page that dies', () => {
  it('is loaded again at once, and slowly after three deaths within a minute', () => {
    const deaths = new Deaths();
    expect([0, 1000, 2000, 3000, 4000].map((t) => deaths.next(t))).toEqual([100, 100, 100, 10_000, 10_000]);
  });

  it('is loaded at once again when it has lived for a while', () => {
    const deaths = new Deaths();
    for (const t of [0, 1, 2, 3]) deaths.next(t);
    expect(deaths.next(63_000)).toBe(100);
  });
});
