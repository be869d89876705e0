import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Connection, type Others } from '../../../../electron/devices/scanner/connection';
import type { Frame } from '../../../../electron/devices/scanner/framing';
import type { KeptScanner } from '../../../../electron/devices/scanner/settings';
import { TUNING } from '../../../../electron/devices/scanner/tuning';
import { FakeSerial, NAMELESS } from '../../../fakes/fake-serial';
import { settingsOf } from './bench';

const USB0 = '/dev/ttyUSB0';
const USB1 = '/dev/ttyUSB1';
const READER = { vendorId: '1a86', productId: '7523', serialNumber: 'A1' };

let serial: FakeSerial;
let states: string[];
let frames: Frame[];
let others: Others;
let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers();
  serial = new FakeSerial();
  states = [];
  frames = [];
  others = { taken: new Set(), rivals: [] };
});

afterEach(async () => {
  const closing = connection.close();
  await vi.advanceTimersByTimeAsync(5000);
  await closing;
  vi.useRealTimers();
});

function connect(kept: Partial<KeptScanner> = {}, insist = false) {
  connection = new Connection(
    { ...settingsOf(USB0), device: null, ...kept },
    {
      system: serial,
      tuning: TUNING,
      others: () => others,
      state: (state, code) => void (states.at(-1) === `${state} ${code}` || states.push(`${state} ${code}`)),
      frame: (frame) => void frames.push(frame),
      note: () => undefined,
    },
  );
  return connection.start(insist);
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('ends an attempt that the system never answers, and gives back a port that opens too late', async () => {
  serial.plug(USB0, null);
  serial.hangs = true;
  const starting = connect();
  await pass(TUNING.deviceLimitMs);
  expect(await starting).toMatchObject({ ok: false, code: 'scanner-slow' });
  serial.letGo();
  await pass(10);
  expect(serial.isOpen(USB0)).toBe(false);
});

it('makes no second attempt while one hangs, and opens the port when that one has ended', async () => {
  serial.plug(USB0, null);
  serial.hangs = true;
  const starting = connect({}, true);
  await pass(TUNING.deviceLimitMs + 10_000);
  await starting;
  expect(serial.opened).toHaveLength(1);
  expect(states.at(-1)).toBe('lost scanner-slow');
  serial.letGo();
  await pass(TUNING.retryMostMs + 100);
  expect(states.at(-1)).toBe('open scanner-open');
});

it('tries again after 0.25, 0.5 and then every second, until the device is there', async () => {
  serial.refusal = 'Error: Device or resource busy, cannot open';
  serial.plug(USB0, null);
  await connect({}, true);
  const attempts: number[] = [];
  for (let ms = 0; ms < 4000; ms += 50) {
    await pass(50);
    if (attempts.length < serial.opened.length - 1) attempts.push(ms + 50);
  }
  expect(attempts).toEqual([250, 750, 1750, 2750, 3750]);
  serial.refusal = null;
  await pass(1000);
  expect(states).toEqual(['opening scanner-opening', 'lost scanner-busy', 'open scanner-open']);
});

it('calls it refused where a person must act, and tries seldom from then on', async () => {
  serial.refusal = 'Error: Permission denied, cannot open /dev/ttyUSB0';
  serial.plug(USB0, null);
  await connect({}, true);
  expect(states.at(-1)).toBe('refused scanner-denied-linux');
  await pass(3000);
  const before = serial.opened.length;
  await pass(TUNING.retryRefusedMs * 2);
  expect(serial.opened.length - before).toBe(2);
});

it('waits for the rights that a system gives a device only a moment after it is plugged in', async () => {
  serial.plug(USB0, null);
  await connect();
  serial.unplug(USB0);
  serial.refusal = 'Error: Permission denied, cannot open /dev/ttyUSB0';
  serial.plug(USB0, null);
  await pass(300);
  serial.refusal = null;
  await pass(1000);
  expect(states).toEqual([
    'opening scanner-opening',
    'open scanner-open',
    'lost scanner-unplugged',
    'open scanner-open',
  ]);
});

it('notices an unplug that the system does not tell of', async () => {
  serial.plug(USB0, null);
  await connect();
  serial.silentUnplug = true;
  serial.unplug(USB0);
  await pass(TUNING.watchMs + 200);
  expect(states.at(-1)).toBe('lost scanner-unplugged');
  serial.plug(USB0, null);
  await pass(TUNING.retryMostMs);
  expect(states.at(-1)).toBe('open scanner-open');
});

it('does not take half a badge for a whole one when the plug came out without a word', async () => {
  serial.plug(USB0, null);
  await connect();
  await pass(300);
  serial.silentUnplug = true;
  serial.send(USB0, 'HP00');
  serial.unplug(USB0);
  await pass(100);
  expect(frames).toMatchObject([{ text: 'HP00', readable: false, why: 'frame-cut' }]);
  expect(states.at(-1)).toBe('lost scanner-unplugged');
});

it('finds its device again under another path', async () => {
  serial.plug(USB0, READER);
  await connect();
  await pass(10);
  expect(connection.scanner.device).toEqual({ ...NAMELESS, ...READER });
  serial.unplug(USB0);
  serial.plug(USB1, READER);
  await pass(300);
  expect(states.at(-1)).toBe('open scanner-open');
  expect(connection.scanner.path).toBe(USB1);
  serial.send(USB1, 'HP1\r');
  expect(frames.map((f) => f.text)).toEqual(['HP1']);
});

it('leaves another device alone that has taken its path', async () => {
  serial.plug(USB0, READER);
  await connect();
  await pass(10);
  serial.unplug(USB0);
  serial.plug(USB0, { ...READER, serialNumber: 'B2' });
  await pass(3000);
  expect(serial.isOpen(USB0)).toBe(false);
  expect(states.at(-1)).toBe('lost scanner-unplugged');
});

it('asks a person when two readers look alike, and takes the only one that is left', async () => {
  const alike = { vendorId: '1a86', productId: '7523' };
  serial.plug(USB0, alike);
  await connect();
  await pass(10);
  serial.unplug(USB0);
  others = { taken: new Set(), rivals: [{ ...NAMELESS, ...alike }] };
  serial.plug(USB1, alike);
  await pass(1000);
  expect(states.at(-1)).toBe('lost scanner-ambiguous');
  expect(serial.isOpen(USB1)).toBe(false);
  others = { taken: new Set(), rivals: [] };
  await pass(1000);
  expect(states.at(-1)).toBe('open scanner-open');
});

it('never opens a port that another reader has', async () => {
  serial.plug(USB0, null);
  others = { taken: new Set([USB0]), rivals: [] };
  expect(await connect()).toMatchObject({ ok: false, code: 'scanner-busy' });
  expect(serial.opened).toEqual([]);
});

it('keeps the link that a person chose as long as it leads to the device', async () => {
  const link = '/dev/serial/by-id/usb-reader';
  serial.plug(USB0, READER);
  serial.link(link, USB0);
  await connect({ path: link });
  await pass(10);
  serial.unplug(USB0);
  serial.plug(USB1, READER);
  serial.link(link, USB1);
  await pass(300);
  expect(connection.scanner.path).toBe(link);
  expect(serial.isOpen(USB1)).toBe(true);
});

it('goes by the path alone where the system has no list of ports', async () => {
  serial.plug(USB0, READER);
  serial.listError = 'udevadm: not found';
  await connect({ device: { ...NAMELESS, ...READER } });
  expect(states.at(-1)).toBe('open scanner-open');
  serial.unplug(USB0);
  serial.plug(USB0, READER);
  await pass(300);
  expect(states.at(-1)).toBe('open scanner-open');
});

it('hears nothing from an earlier opening', async () => {
  serial.plug(USB0, null);
  await connect();
  const closing = connection.close();
  await pass(10);
  await closing;
  serial.send(USB0, 'HP1\r');
  await pass(100);
  expect(frames).toEqual([]);
});

it('gives up a port that is closed while it opens', async () => {
  serial.plug(USB0, null);
  serial.hangs = true;
  const starting = connect();
  await pass(10);
  await connection.close();
  serial.letGo();
  await pass(10);
  expect(await starting).toMatchObject({ ok: false });
  expect(serial.isOpen(USB0)).toBe(false);
});
