import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { processTree } from '../tooling/process-tree';
import { makeTemp } from '../tooling/temp';
import { type Driven, driveEmpty, driveOurs } from './driven';
import { type Benches, inShort, lineOf, say } from './figures';
import { openDay, WINDOWS, withScreen } from './hall-day';

/*
 * The proportional set size of the whole process tree with the four windows open, the sample day open and segment 1
 * running, against an empty app with four windows of the same sizes in the same runtime. One after the other, never
 * both at once: pages of the runtime that both have mapped would be shared out between them. Read after a start into
 * an existing data folder, as a hall starts its second day, and when things have settled.
 */

const ROUNDS = 2;
const SETTLE_MS = 6000;
const READINGS = 4;
const BETWEEN_MS = 1000;

/** In MB, as one counts memory: 1024 x 1024 bytes. */
function treeMegabytes(pid: number): number {
  const kilobytes = processTree(pid).map((member) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${member}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // it ended while we looked
      return 0;
    }
  });
  return kilobytes.reduce((sum, k) => sum + k, 0) / 1024;
}

async function readings(app: Driven, pages: readonly string[]): Promise<number[]> {
  try {
    for (const page of pages) await app.page(page, () => document.readyState, null);
    await sleep(SETTLE_MS);
    const found: number[] = [];
    for (let i = 0; i < READINGS; i++) {
      found.push(treeMegabytes(app.pid));
      await sleep(BETWEEN_MS);
    }
    return found;
  } finally {
    await app.end();
  }
}

async function measure() {
  return withScreen(async (screen) => {
    const [ourData, emptyData] = [makeTemp('user'), makeTemp('empty')];
    const first = await driveOurs(screen.display, ourData);
    try {
      await openDay(first, ['stage', 'slides', 'checkin']);
    } finally {
      await first.end();
    }
    const ours: number[] = [];
    const theirs: number[] = [];
    const emptyPages = [0, 1, 2, 3].map((n) => `window=${n}`);
    for (let round = 0; round < ROUNDS; round++) {
      theirs.push(
        ...(await readings(await driveEmpty(screen.display, { windows: 4, userData: emptyData }), emptyPages)),
      );
      ours.push(...(await readings(await driveOurs(screen.display, ourData), WINDOWS)));
    }
    say(`memory: ${inShort('ours', ours)}; ${inShort('empty', theirs)}`);
    return { ours, theirs };
  });
}

export const benches: Benches = {
  'memory-four-windows': async () => {
    const { ours, theirs } = await measure();
    return lineOf('memory-four-windows', 'MB', ours, 'an empty app with four windows of the same sizes (PSS)', theirs);
  },
};
