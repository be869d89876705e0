import { expect, it } from 'vitest';
import type { Frame } from '../../../../electron/devices/scanner/framing';
import { type Held, HOLD, NOTHING_HELD, type Sieved, sieve } from '../../../../electron/devices/scanner/hold';

const read = (text: string, at: number): Frame => ({ text, raw: '', readable: true, why: null, at });
const unread = (raw: string, at: number): Frame => ({ text: '·', raw, readable: false, why: 'frame-control', at });

function through(frames: readonly Frame[]): Sieved[] {
  let held: Held = NOTHING_HELD;
  return frames.map((frame) => {
    const next = sieve(held, frame, HOLD);
    held = next.held;
    return next.as;
  });
}

it('counts a card left on an RFID reader as one scan and its repeats', () => {
  const frames = Array.from({ length: 40 }, (_, i) => read('4500C5D1E9B8', i * 50));
  const seen = through(frames);
  expect(seen[0]).toBe('scan');
  expect(new Set(seen.slice(1))).toEqual(new Set(['repeat']));
});

it('takes the same badge as a new scan when it was away for longer than the hold', () => {
  expect(through([read('A', 0), read('A', 150), read('A', 301)])).toEqual(['scan', 'repeat', 'scan']);
});

it('takes another badge at once, and the first again after it', () => {
  expect(through([read('A', 0), read('B', 10), read('A', 20)])).toEqual(['scan', 'scan', 'scan']);
});

it('passes every readable frame on, however thick they come', () => {
  const frames = Array.from({ length: 500 }, (_, i) => read(`N${i}`, i));
  expect(new Set(through(frames))).toEqual(new Set(['scan']));
});

it('passes only so many unreadable frames a second on, so that a wrong speed floods nothing', () => {
  const frames = Array.from({ length: 100 }, (_, i) => unread(String(i), i * 5));
  const seen = through(frames);
  expect(seen.filter((s) => s === 'scan')).toHaveLength(HOLD.nonsensePerSecond);
  expect(through([...frames, unread('later', 1000)]).at(-1)).toBe('scan');
});

it('does not take an unreadable frame for a readable one that looks alike', () => {
  expect(through([unread('41', 0), read('41', 1)])).toEqual(['scan', 'scan']);
});
