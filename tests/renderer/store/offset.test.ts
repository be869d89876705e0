import { describe, expect, it } from 'vitest';
import { betterOffset, disagree, offsetOf } from '../../../renderer/store/offset';

describe('the offset to hall time', () => {
  it('comes from the fastest of the round trips', () => {
    const found = offsetOf([
      { sent: 0, back: 40, there: 1030 },
      { sent: 50, back: 52, there: 1051 },
      { sent: 60, back: 90, there: 1061 },
    ]);
    expect(found).toEqual({ ms: 1000, within: 1 });
  });

  it('is not known without an answer', () => {
    expect(offsetOf([])).toBeNull();
  });

  it('is not shaken by a slow measurement that agrees', () => {
    expect(betterOffset({ ms: 1000, within: 0.2 }, { ms: 1006, within: 20 }).ms).toBe(1000);
  });

  it('follows a measurement as good as the one before', () => {
    expect(betterOffset({ ms: 1000, within: 0.2 }, { ms: 1000.4, within: 0.3 }).ms).toBe(1000.4);
  });

  it('follows a slow measurement where both cannot be true', () => {
    const slow = { ms: 31_000, within: 15 };
    expect(disagree({ ms: 1000, within: 0.2 }, slow)).toBe(true);
    expect(betterOffset({ ms: 1000, within: 0.2 }, slow).ms).toBe(31_000);
  });

  it('trusts an old measurement a little less with every coarse one', () => {
    let offset = { ms: 1000, within: 0.2 };
    for (let i = 0; i < 30; i++) offset = betterOffset(offset, { ms: 1004, within: 20 });
    expect(offset.ms).toBe(1004);
  });
});
