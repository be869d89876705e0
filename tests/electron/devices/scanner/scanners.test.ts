import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TUNING } from '../../../../electron/devices/scanner/tuning';
import { SCANNER } from '../../../../shared/words/scanner';
import { FakeScannerProcess, FakeSerial } from '../../../fakes/fake-serial';
import { type Desk, desk, settingsOf } from './bench';

const USB0 = '/dev/ttyUSB0';
let serial: FakeSerial;
let children: FakeScannerProcess[];
let d: Desk;

beforeEach(() => {
  // setImmediate stays real: it is the channel to the process
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  serial = new FakeSerial();
  children = [];
  d = desk(() => {
    const child = new FakeScannerProcess(serial);
    children.push(child);
    return child;
  });
});

afterEach(async () => {
  const stopping = d.scanners.stop();
  await pass(30_000);
  await stopping;
  vi.useRealTimers();
});

/** Time passes, and messages get through at every step of it. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left >= 0; left -= 50) {
    for (let i = 0; i < 6; i++) await new Promise((r) => setImmediate(r));
    await vi.advanceTimersByTimeAsync(Math.min(50, left));
  }
}

async function open(path = USB0): Promise<string> {
  const outcome = await d.scanners.open(settingsOf(path));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.id;
}
const last = () => children.at(-1);

it('runs no process until there is a port to hear, and lets it go after the last one', async () => {
  expect(children).toHaveLength(0);
  serial.plug(USB0, null);
  const id = await open();
  await pass(TUNING.idleMs * 2);
  expect(serial.isOpen(USB0)).toBe(true);
  await d.scanners.close(id);
  expect(serial.isOpen(USB0)).toBe(false);
  let ended = false;
  last()?.onExit(() => {
    ended = true;
  });
  await pass(TUNING.idleMs + 100);
  expect(ended).toBe(true);
  await open();
  expect(children).toHaveLength(2);
});

it('lists the ports with their names, nameless ones last', async () => {
  serial.plug('/dev/ttyS0', {});
  serial.plug(USB0, { serialNumber: 'A1' }, 'Zebra DS2208');
  expect(await d.scanners.list()).toEqual([
    { path: USB0, label: 'Zebra DS2208' },
    { path: '/dev/ttyS0', label: '' },
  ]);
});

it('answers with no ports, and a line in the log, where the system has no list', async () => {
  serial.listError = 'udevadm: not found';
  expect(await d.scanners.list()).toEqual([]);
  expect(d.log.join('\n')).toContain('udevadm: not found');
});

it('ends a process that hangs, says so, and hears the port from a new one', async () => {
  serial.plug(USB0, null);
  const id = await open();
  const hung = last();
  if (hung !== undefined) hung.hangs = true;
  const codes = new Set<string>();
  for (let i = 0; i < 300; i++) {
    await pass(50);
    codes.add(d.one(id).code);
  }
  expect(codes).toContain('scanner-process-silent');
  expect(d.one(id).state).toBe('open');
  serial.send(USB0, 'HP1\r');
  await pass(100);
  expect(d.texts()).toEqual(['HP1']);
});

it('answers a request that dies with its process, and leaves nothing behind', async () => {
  serial.plug(USB0, null);
  serial.hangs = true;
  const opening = d.scanners.open(settingsOf(USB0));
  await pass(200);
  last()?.die('exit code 139');
  expect(await opening).toMatchObject({ ok: false, code: 'scanner-process-down' });
  expect(d.live()).toEqual([]);
});

it('starts a dying process again with growing pauses, for ever, and says what is wrong meanwhile', async () => {
  serial.plug(USB0, null);
  const id = await open();
  for (let i = 0; i < 8; i++) {
    last()?.die('exit code 1');
    expect(d.one(id)).toMatchObject({ state: 'lost', code: 'scanner-process-down' });
    await pass(TUNING.restartMostMs + 200);
    expect(d.one(id).state).toBe('open');
  }
  expect(children).toHaveLength(9);
});

it('opens with the app when no process can be started at all', async () => {
  d = desk(() => {
    throw new Error('no such file');
  });
  const id = d.scanners.restore(settingsOf(USB0));
  await pass(1000);
  expect(d.one(id)).toMatchObject({ state: 'lost', code: 'scanner-process-down' });
  const opening = d.scanners.open(settingsOf('/dev/ttyUSB1'));
  await pass(100);
  expect(await opening).toMatchObject({ ok: false, code: 'scanner-process-down' });
});

it('keeps counting where the process before left off', async () => {
  serial.plug(USB0, null);
  const id = await open();
  serial.send(USB0, 'HP1\r');
  await pass(300);
  last()?.die('exit code 1');
  await pass(1000);
  serial.send(USB0, 'HP2\r');
  await pass(300);
  expect(d.one(id).frames).toBe(2);
});

it('gives a port in use its new settings under the same name', async () => {
  serial.plug(USB0, null);
  const id = await open();
  const again = await d.scanners.open({ ...settingsOf(USB0, 'Cửa B'), baudRate: 115_200 });
  expect(again).toEqual({ ok: true, id });
  expect(d.live()).toMatchObject([{ id, door: 'Cửa B', baudRate: 115_200, state: 'open' }]);
  serial.send(USB0, 'HP1\r');
  await pass(100);
  expect(d.heard.map((h) => h.door)).toEqual(['Cửa B']);
});

it('keeps what is to be restored, with the device it learned, and not what was refused', async () => {
  serial.plug(USB0, { serialNumber: 'A1' });
  await open();
  await pass(100);
  expect(await d.scanners.open(settingsOf('/dev/none'))).toMatchObject({ ok: false, code: 'scanner-missing' });
  expect(d.scanners.settings()).toMatchObject([{ path: USB0, device: { serialNumber: 'A1' } }]);
});

it('finds a restored device although it has another path today', async () => {
  serial.plug('/dev/ttyUSB7', { serialNumber: 'A1' });
  const device = { serialNumber: 'A1', pnpId: null, locationId: null, vendorId: null, productId: null };
  const id = d.scanners.restore({ ...settingsOf(USB0), device });
  await pass(500);
  expect(d.one(id)).toMatchObject({ state: 'open', path: '/dev/ttyUSB7' });
  expect(d.scanners.settings()).toMatchObject([{ path: '/dev/ttyUSB7' }]);
});

it('moves `since` only when something else is true', async () => {
  serial.plug(USB0, null);
  const id = await open();
  const since = d.one(id).since;
  await pass(1000);
  serial.send(USB0, 'HP1\r');
  await pass(1000);
  expect(d.one(id).since).toBe(since);
});

it('tells counters at most a few times a second, and every scan at once', async () => {
  serial.plug(USB0, null);
  await open();
  let shown = 0;
  let before = d.live();
  for (let i = 0; i < 100; i++) {
    serial.send(USB0, `HP${i}\r`);
    for (let n = 0; n < 4; n++) await new Promise((r) => setImmediate(r));
    await vi.advanceTimersByTimeAsync(10);
    if (d.live() !== before) shown++;
    before = d.live();
  }
  expect(d.heard).toHaveLength(100);
  expect(shown).toBeLessThanOrEqual(5);
});

it('stops in bounded time although the process hangs, and is silent from then on', async () => {
  serial.plug(USB0, null);
  await open();
  const hung = last();
  if (hung !== undefined) hung.hangs = true;
  const stopping = d.scanners.stop();
  await pass(10_000);
  await stopping;
  expect(await d.scanners.open(settingsOf(USB0))).toMatchObject({ ok: false, code: 'scanner-stopping' });
});

it('has a sentence for every code it can show', () => {
  for (const code of ['scanner-opening', 'scanner-open', 'scanner-unplugged', 'scanner-process-silent'] as const) {
    expect(SCANNER[code].vi).not.toBe(SCANNER[code].en);
  }
});
