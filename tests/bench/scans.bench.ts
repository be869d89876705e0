import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from '../../shared/contract/commands';
import type { HallUpdate } from '../../shared/contract/hall-api';
import { startPty } from '../tooling/pty';
import { openBareJournal } from './bare-journal';
import { type Driven, mono } from './driven';
import { type Benches, inShort, lineOf, say } from './figures';
import { ask, withDay } from './hall-day';
import { type PaintsPage, watchPaints } from './paints';

/*
 * From the bytes going to a pseudo-terminal (through socat, whose time counts) to a scan that is on disk, and to the
 * operator's page having painted it: real app, all four windows open, segment 1 running, 20 scans a second, each a
 * delegate who was not here yet. The pace is shaken by up to 8 ms, because 50 ms are three frames of 60 Hz and every
 * scan would meet the same phase of a frame.
 *
 * - on disk: when the main process tells the screens an update that has the scan and a `savedRevision` that covers it.
 * - painted: the first task after the frame in which the page's count of those present has grown.
 *
 * The limit is a bare insert with the same library and the same fsync, one between any two scans.
 */

const WARM_UP = 10;
const SCANS = 240;
const EVERY_MS = 50;
const SHAKEN_MS = 8;
const PAINT_LIMIT_MS = 10_000;
const BARE = 'a bare fsync’d insert (libsql, WAL, FULL) between any two scans';

interface Measured {
  readonly durable: readonly number[];
  readonly painted: readonly number[];
  readonly bare: readonly number[];
}

interface SavedScans {
  savedScans?: Record<string, number>;
}

/** Notes in the main process when each scan was told as saved. */
const noteSaved = (app: Driven): Promise<void> =>
  app.main(({ webContents }) => {
    const notes: Record<string, number> = {};
    (globalThis as SavedScans).savedScans = notes;
    const operator = webContents.getAllWebContents().find((c) => c.getURL().includes('/operator/'));
    if (operator === undefined) throw new Error('there is no operator page');
    const send = operator.send.bind(operator);
    operator.send = (channel: string, update: HallUpdate) => {
      if (update?.type === 'events') {
        const at = Number(process.hrtime.bigint()) / 1e6;
        for (const { seq, event } of update.events)
          if (event.type === 'scan.judged' && seq <= update.savedRevision) notes[event.text] = at;
      }
      send(channel, update);
    };
  }, null);

const badge = (n: number): string => `HP${String(n).padStart(4, '0')}`;

async function measure(): Promise<Measured> {
  const pty = await startPty();
  const bareJournal = openBareJournal();
  try {
    return await withDay(['stage', 'slides', 'checkin'], async (app) => {
      const port = { path: pty.path, baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1, door: 'Cửa A' } as const;
      await ask(app, { type: 'scanner.open', ...port } satisfies Command);
      await app.page('/operator/', watchPaints, '[data-testid="present-count"]');
      await noteSaved(app);
      const offset = await app.clockOf('/operator/');
      await sleep(1000);

      const written: number[] = [];
      const bare: number[] = [];
      for (let n = 1; n <= WARM_UP + SCANS; n++) {
        const began = mono();
        written.push(began);
        await pty.write(`${badge(n)}\r\n`);
        await sleep(EVERY_MS / 2);
        bare.push(bareJournal.insert());
        await sleep(Math.max(0, began + EVERY_MS + SHAKEN_MS * (2 * Math.random() - 1) - mono()));
      }
      const paints = await paintsOf(app, WARM_UP + SCANS);
      const saved = await app.main(() => (globalThis as SavedScans).savedScans ?? {}, null);

      const durable: number[] = [];
      const painted: number[] = [];
      for (let n = WARM_UP + 1; n <= WARM_UP + SCANS; n++) {
        const from = written[n - 1] ?? Number.NaN;
        // two scans in one frame are painted together
        const paint = paints.find(({ text }) => Number(text) >= n);
        const disk = saved[badge(n)];
        if (paint === undefined || disk === undefined) throw new Error(`${badge(n)} never arrived`);
        durable.push(disk - from);
        painted.push(paint.at + offset - from);
      }
      const apart = offset - (await app.clockOf('/operator/'));
      say(`scans: ${inShort('saved', durable)}; ${inShort('painted', painted)}; clocks moved ${apart.toFixed(2)} ms`);
      return { durable, painted, bare: bare.slice(WARM_UP) };
    });
  } finally {
    bareJournal.close();
    await pty.stop();
  }
}

async function paintsOf(app: Driven, count: number) {
  const limit = mono() + PAINT_LIMIT_MS;
  for (;;) {
    const paints = await app.page('/operator/', () => (window as unknown as PaintsPage).paints, null);
    if (Number(paints.at(-1)?.text) === count) return paints;
    if (mono() > limit) throw new Error(`${paints.at(-1)?.text ?? 'nobody'} of ${count} scans were painted`);
    await sleep(100);
  }
}

// the two are ends of the same way, so one run measures both
let run: Promise<Measured> | null = null;
const measured = (): Promise<Measured> => {
  run ??= measure();
  return run;
};

export const benches: Benches = {
  'scan-to-durable': async () => {
    const { durable, bare } = await measured();
    return lineOf('scan-to-durable', 'ms', durable, BARE, bare);
  },
  'scan-to-painted': async () => {
    const { painted, bare } = await measured();
    return lineOf('scan-to-painted', 'ms', painted, BARE, bare);
  },
};
