import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ScannerProcess } from '../../../../electron/devices/scanner/index';
import { FakeScannerProcess, FakeSerial } from '../../../fakes/fake-serial';
import { type Pty, startPty } from '../../../tooling/pty';
import { buildProcess, type Desk, desk, hallNow, settingsOf, whyNoPty } from './bench';

/** A reader at the far end of a line, real or not. */
interface Reader {
  readonly path: string;
  write(bytes: string | Uint8Array): Promise<void>;
  unplug(): Promise<void>;
  replug(): Promise<void>;
  stop(): Promise<void>;
}

interface Ground {
  start(): Promise<void>;
  spawn(): ScannerProcess & { end(): void };
  reader(): Promise<Reader>;
}

function fakeGround(): Ground {
  let serial = new FakeSerial();
  let count = 0;
  return {
    start: async () => {
      serial = new FakeSerial();
      count = 0;
    },
    spawn: () => {
      const child = new FakeScannerProcess(serial);
      return Object.assign(child, { end: () => child.die('exit code 1') });
    },
    reader: async () => {
      const path = `/dev/door-${count++}`;
      // as a real link would: each time it leads to another device
      let device = `/dev/pts/${count * 100}`;
      serial.link(path, device);
      serial.plug(device, null);
      return {
        path,
        write: async (bytes) => serial.send(device, bytes),
        unplug: async () => serial.unplug(device),
        replug: async () => {
          device = `/dev/pts/${Number(device.slice(9)) + 1}`;
          serial.link(path, device);
          serial.plug(device, null);
        },
        stop: async () => serial.unplug(device),
      };
    },
  };
}

function realGround(): Ground {
  let fork: Awaited<ReturnType<typeof buildProcess>> | null = null;
  return {
    start: async () => {
      fork ??= await buildProcess();
    },
    spawn: () => {
      if (fork === null) throw new Error('not built yet');
      const child = fork();
      return { ...child, end: () => child.kill() };
    },
    reader: () => startPty(),
  };
}

const noPty = whyNoPty();
const GROUNDS: readonly [string, Ground, string | null][] = [
  ['a fake serial system', fakeGround(), null],
  [`real pseudo-terminals${noPty === null ? '' : ` (skipped: ${noPty})`}`, realGround(), noPty],
];

describe.each(GROUNDS)('scanners on %s', (_name, ground, why) => {
  const readers: Reader[] = [];
  let child: ReturnType<Ground['spawn']> | null = null;
  let d: Desk | null = null;

  beforeAll(async () => {
    if (why === null) await ground.start();
  });

  afterEach(async () => {
    await d?.scanners.stop();
    await Promise.all(readers.splice(0).map((r) => r.stop()));
    d = child = null;
  });

  const begin = (): Desk => {
    d = desk(() => {
      child = ground.spawn();
      return child;
    });
    return d;
  };
  const plug = async (): Promise<Reader> => {
    const reader = await ground.reader();
    readers.push(reader);
    return reader;
  };
  const opened = async (on: Desk, reader: Reader, door?: string): Promise<string> => {
    const outcome = await on.scanners.open(settingsOf(reader.path, door));
    if (!outcome.ok) throw new Error(`${outcome.code} ${JSON.stringify(outcome.params)}`);
    return outcome.id;
  };
  const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 5 });
  const untilState = (on: Desk, id: string, state: string) => until(() => expect(on.one(id).state).toBe(state));
  /** One badge and its answer, so that the next step finds the line empty. */
  const scan = async (on: Desk, reader: Reader, text: string, end = '\r\n') => {
    await reader.write(text + end);
    await until(() => expect(on.texts().at(-1)).toBe(text));
  };
  const check = it.skipIf(why !== null);

  check('gives what was scanned with its door, its bytes and the moment it came', async () => {
    const on = begin();
    const reader = await plug();
    const id = await opened(on, reader, 'Cửa A');
    expect(on.one(id)).toMatchObject({ state: 'open', code: 'scanner-open', door: 'Cửa A', path: reader.path });
    const before = hallNow();
    await scan(on, reader, 'HP0001|Đào');
    const [heard] = on.heard;
    expect(heard).toMatchObject({ door: 'Cửa A', source: 'serial', text: 'HP0001|Đào', readable: true });
    expect(heard?.raw).toBe(`${Buffer.from('HP0001|Đào').toString('hex')}0d`);
    expect(heard?.receivedAt).toBeGreaterThanOrEqual(before - 2);
    expect(heard?.receivedAt).toBeLessThanOrEqual(hallNow());
    await until(() => expect(on.one(id)).toMatchObject({ frames: 1, unreadable: 0, repeats: 0 }));
  });

  check('loses no scan that comes the moment the port is open', async () => {
    const on = begin();
    const reader = await plug();
    await opened(on, reader);
    await reader.write('HP0001\r');
    await until(() => expect(on.texts()).toEqual(['HP0001']));
  });

  check('ends a frame without an end mark by silence, and dates it at its last byte', async () => {
    const on = begin();
    const reader = await plug();
    await opened(on, reader);
    await scan(on, reader, '4500C5D1E9B8', '');
    expect(hallNow() - (on.heard[0]?.receivedAt ?? 0)).toBeGreaterThanOrEqual(55);
  });

  check('counts the repeats of a card left on the reader and gives one scan', async () => {
    const on = begin();
    const reader = await plug();
    const id = await opened(on, reader);
    for (let i = 0; i < 10; i++) await reader.write('\x024500C5D1E9B8\x03');
    await until(() => expect(on.one(id)).toMatchObject({ frames: 1, repeats: 9 }));
    expect(on.texts()).toEqual(['4500C5D1E9B8']);
  });

  check('gives an unreadable frame as unreadable, and says when nothing readable comes, until it does', async () => {
    const on = begin();
    const reader = await plug();
    const id = await opened(on, reader);
    // what comes in the first moments may be noise of the plug and is no scan
    await sleep(250);
    for (const n of [1, 2, 3]) {
      await reader.write(Uint8Array.of(0x41, n + 3, 0xff, 0x0d));
      await until(() => expect(on.heard).toHaveLength(n));
    }
    expect(on.heard.every((h) => !h.readable)).toBe(true);
    await until(() => expect(on.one(id)).toMatchObject({ state: 'open', code: 'scanner-garbled', unreadable: 3 }));
    await scan(on, reader, 'HP0001');
    await until(() => expect(on.one(id).code).toBe('scanner-open'));
  });

  check('goes on after 20 unplugs between frames and loses no frame', { timeout: 120_000 }, async () => {
    const on = begin();
    const reader = await plug();
    const id = await opened(on, reader);
    const sent: string[] = [];
    for (let i = 0; i < 20; i++) {
      for (const part of ['a', 'b']) {
        sent.push(`HP${i}${part}`);
        await scan(on, reader, `HP${i}${part}`);
      }
      await reader.unplug();
      await untilState(on, id, 'lost');
      expect(on.one(id).code).toBe('scanner-unplugged');
      await reader.replug();
      await untilState(on, id, 'open');
    }
    await scan(on, reader, 'LAST');
    expect(on.texts()).toEqual([...sent, 'LAST']);
    expect(on.heard).toHaveLength(41);
  });

  check('never joins half a frame from before 20 unplugs to what comes after', { timeout: 120_000 }, async () => {
    const on = begin();
    const reader = await plug();
    const id = await opened(on, reader);
    const whole: string[] = [];
    for (let i = 0; i < 20; i++) {
      whole.push(`HP${i}X`);
      await scan(on, reader, `HP${i}X`, i % 2 === 0 ? '\r\n' : '\r');
      await reader.write(i % 2 === 0 ? `HALF${i}` : `\x02HALF${i}`);
      await reader.unplug();
      await untilState(on, id, 'lost');
      await reader.replug();
      await untilState(on, id, 'open');
    }
    await scan(on, reader, 'LAST');
    // a half may be told as cut or, after a silence, as a frame of its own; it is never part of another
    const rest = on.heard.filter((h) => !h.text.startsWith('HALF'));
    expect(rest.map((h) => h.text)).toEqual([...whole, 'LAST']);
    const halves = on.heard.filter((h) => h.text.startsWith('HALF')).map((h) => h.text);
    for (const half of halves) expect(half).toMatch(/^HALF\d{1,2}$/);
  });

  check('keeps two ports apart: one is pulled out while the other is scanned', async () => {
    const on = begin();
    const [a, b] = [await plug(), await plug()];
    const idA = await opened(on, a, 'A');
    const idB = await opened(on, b, 'B');
    await a.write('HA');
    await scan(on, b, 'HPB1');
    await a.unplug();
    await untilState(on, idA, 'lost');
    await scan(on, b, 'HPB2');
    expect(on.one(idB).state).toBe('open');
    await a.replug();
    await untilState(on, idA, 'open');
    await scan(on, a, 'HPA1');
    expect(on.heard.filter((h) => h.readable && h.text.length > 2).map((h) => [h.door, h.text])).toEqual([
      ['B', 'HPB1'],
      ['B', 'HPB2'],
      ['A', 'HPA1'],
    ]);
  });

  check('takes 5 scans a second on each of 4 ports, every one at its door and in order', async () => {
    const on = begin();
    const lines = await Promise.all([plug(), plug(), plug(), plug()]);
    for (const [i, line] of lines.entries()) await opened(on, line, `door ${i}`);
    const rounds = 15;
    for (let n = 0; n < rounds; n++) {
      await Promise.all(lines.map((line, i) => line.write(`N${i}-${n}\r\n`)));
      await sleep(200);
    }
    await until(() => expect(on.heard).toHaveLength(rounds * lines.length));
    for (const i of lines.keys()) {
      const texts = on.heard.filter((h) => h.door === `door ${i}`).map((h) => h.text);
      expect(texts).toEqual(Array.from({ length: rounds }, (_, n) => `N${i}-${n}`));
    }
  });

  check('lives on when the serial process dies, says so, and hears the ports again by itself', async () => {
    const on = begin();
    const [a, b] = [await plug(), await plug()];
    const idA = await opened(on, a, 'A');
    const idB = await opened(on, b, 'B');
    await scan(on, a, 'HP1');
    const dead = child;
    dead?.end();
    await until(() => expect(on.one(idA)).toMatchObject({ state: 'lost', code: 'scanner-process-down' }));
    await untilState(on, idA, 'open');
    await untilState(on, idB, 'open');
    expect(child).not.toBe(dead);
    await scan(on, a, 'HP2');
    await scan(on, b, 'HP3');
    await until(() => expect(on.one(idA).frames).toBe(2));
    expect(on.texts()).toEqual(['HP1', 'HP2', 'HP3']);
  });

  check('refuses a path where nothing is, leaves nothing behind, and takes it when it is there', async () => {
    const on = begin();
    const reader = await plug();
    await reader.unplug();
    const outcome = await on.scanners.open(settingsOf(reader.path));
    expect(outcome).toMatchObject({ ok: false, code: 'scanner-missing', params: { path: reader.path } });
    expect(on.live()).toEqual([]);
    expect(on.scanners.settings()).toEqual([]);
    await reader.replug();
    await opened(on, reader);
    await scan(on, reader, 'HP1');
  });

  check('refuses a port that is open elsewhere as busy', async () => {
    const [on, other] = [begin(), desk(ground.spawn)];
    const reader = await plug();
    await opened(on, reader);
    try {
      expect(await other.scanners.open(settingsOf(reader.path))).toMatchObject({ ok: false, code: 'scanner-busy' });
    } finally {
      await other.scanners.stop();
    }
    await scan(on, reader, 'HP1');
  });

  check('takes over a scanner of an earlier day that is not there yet', async () => {
    const on = begin();
    const reader = await plug();
    await reader.unplug();
    const id = on.scanners.restore(settingsOf(reader.path));
    await untilState(on, id, 'lost');
    expect(on.one(id).code).toBe('scanner-missing');
    expect(on.scanners.settings()).toMatchObject([{ path: reader.path }]);
    await reader.replug();
    await untilState(on, id, 'open');
    await scan(on, reader, 'HP1');
  });

  check('hears nothing more of a port that was closed, and opens it again', async () => {
    const on = begin();
    const reader = await plug();
    const id = await opened(on, reader);
    await on.scanners.close(id);
    expect(on.live()).toEqual([]);
    await reader.write('GONE\r');
    await opened(on, reader);
    await scan(on, reader, 'HP1');
    expect(on.texts().at(-1)).toBe('HP1');
    await on.scanners.close('scanner-99');
  });
});

describe.skipIf(noPty !== null)('what only a real machine can show', () => {
  let pty: Pty | null = null;
  let d: Desk | null = null;
  let fork: Awaited<ReturnType<typeof buildProcess>>;

  beforeAll(async () => {
    fork = await buildProcess();
  });
  afterEach(async () => {
    await d?.scanners.stop();
    await pty?.stop();
    pty = d = null;
  });

  it.each(['/dev/null', '/etc/hostname', '/tmp'])('refuses %s, which is no serial port', async (path) => {
    d = desk(fork);
    expect(await d.scanners.open(settingsOf(path))).toMatchObject({ ok: false, code: 'scanner-not-serial' });
  });

  it('refuses settings that the line cannot have, and goes back to those before', async () => {
    pty = await startPty();
    d = desk(fork);
    const on = d;
    const outcome = await on.scanners.open(settingsOf(pty.path));
    const id = outcome.ok ? outcome.id : '';
    const other = await on.scanners.open({ ...settingsOf(pty.path, 'Cửa B'), parity: 'mark' });
    expect(other).toMatchObject({ ok: false, code: 'scanner-bad-settings' });
    await vi.waitFor(() => expect(on.one(id)).toMatchObject({ state: 'open', door: 'Cửa chính' }), 5000);
    await pty.write('HP1\r');
    await vi.waitFor(() => expect(on.texts()).toEqual(['HP1']), 5000);
  });

  it('lists the ports of the system or says in the log why not, and always answers', async () => {
    d = desk(fork);
    expect(Array.isArray(await d.scanners.list())).toBe(true);
  });

  it('leaves no process behind when it is stopped', async () => {
    pty = await startPty();
    let pid: number | undefined;
    d = desk(() => {
      const child = fork();
      pid = child.pid;
      return child;
    });
    await d.scanners.open(settingsOf(pty.path));
    await d.scanners.stop();
    expect(pid).toBeDefined();
    expect(() => process.kill(Number(pid), 0)).toThrow();
  });
});
