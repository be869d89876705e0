import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Frame } from '../../../../electron/devices/scanner/framing';
import { Listener } from '../../../../electron/devices/scanner/listener';
import { TUNING } from '../../../../electron/devices/scanner/tuning';

const bytes = (text: string) => new TextEncoder().encode(text);
let frames: Frame[];
/** The listener's clock: the fake one, plus the time in which the process was held up and no timer ran. */
let heldUp: number;
let presence: Promise<boolean>;
let listener: Listener;

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  heldUp = 0;
  presence = Promise.resolve(true);
  const start = performance.now();
  listener = new Listener(
    TUNING,
    () => performance.now() - start + 1000 + heldUp,
    (f) => void frames.push(...f),
    () => presence,
  );
});
afterEach(() => {
  listener.close();
  vi.useRealTimers();
});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const texts = () => frames.map((f) => f.text);

it('ends a frame when it has been silent for long enough', async () => {
  listener.bytes(bytes('HP0001'));
  await pass(59);
  expect(frames).toEqual([]);
  await pass(5);
  expect(texts()).toEqual(['HP0001']);
});

it('does not cut a frame in two when the process was held up in the middle of it', async () => {
  listener.bytes(bytes('HP0'));
  heldUp += 500;
  listener.bytes(bytes('001\r'));
  expect(texts()).toEqual(['HP0001']);
});

it('waits once more when its own timer comes late, since bytes may lie unread', async () => {
  listener.bytes(bytes('HP0'));
  await pass(30);
  heldUp += 500;
  await pass(30);
  expect(frames).toEqual([]);
  listener.bytes(bytes('001\r'));
  expect(texts()).toEqual(['HP0001']);
});

it('still ends a frame by silence after having been held up', async () => {
  listener.bytes(bytes('HP0001'));
  heldUp += 500;
  await pass(200);
  expect(texts()).toEqual(['HP0001']);
});

it('keeps two frames of a reader without end marks apart even when held up', async () => {
  listener.bytes(bytes('4500C5D1E9B8'));
  await pass(70);
  listener.bytes(bytes('010063E9AE25'));
  heldUp += 500;
  listener.bytes(bytes('100086F44426'));
  await pass(70);
  expect(texts()).toEqual(['4500C5D1E9B8', '010063E9AE25', '100086F44426']);
});

it('takes a frame as whole when the system does not say in time whether the device is there', async () => {
  presence = new Promise(() => undefined);
  listener.bytes(bytes('HP0001'));
  await pass(60);
  expect(frames).toEqual([]);
  await pass(150);
  expect(texts()).toEqual(['HP0001']);
});

it('goes on with a frame whose rest comes while the system is asked', async () => {
  let answer: (there: boolean) => void = () => undefined;
  presence = new Promise((resolve) => {
    answer = resolve;
  });
  listener.bytes(bytes('HP0'));
  await pass(60);
  listener.bytes(bytes('001'));
  answer(true);
  await pass(1);
  // 60 ms of silence had passed: what comes after is a new frame, and nothing is told twice
  expect(texts()).toEqual(['HP0']);
  await pass(70);
  expect(texts()).toEqual(['HP0', '001']);
});
