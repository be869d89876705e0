import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../shared/contract/commands';
import type { HallApi } from '../../shared/contract/hall-api';
import { type App, launchApp } from '../tooling/app';
import { makeTemp } from '../tooling/temp';
import { startXvfb, type Xvfb } from '../tooling/xvfb';

// libfaketime stands between the app and the wall clock, so that a test can step it; the monotonic clock stays real.
const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';
let xvfb: Xvfb;
let app: App;
let page: Page;
let wall: (offset: string) => void;

beforeAll(async () => {
  xvfb = await startXvfb();
  const file = path.join(makeTemp('faketime'), 'offset');
  wall = (offset) => {
    // replaced in one move: the library must never read half a line
    fs.writeFileSync(`${file}.new`, `${offset}\n`);
    fs.renameSync(`${file}.new`, file);
  };
  wall('+0');
  app = await launchApp({
    env: {
      DISPLAY: xvfb.display,
      LD_PRELOAD: FAKETIME,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      DONT_FAKE_MONOTONIC: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  });
  page = await app.page('operator');
  await ask({ type: 'sample.open', mode: 'shifted' });
  await ask({ type: 'timer.start', segmentId: null });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await xvfb?.stop();
}, 60_000);

const ask = (c: unknown) =>
  page.evaluate((c) => (window as unknown as { hall: HallApi }).hall.command(c as Command), c);

const reading = async () => {
  const r = await page.evaluate(async () => {
    const { hall } = window as unknown as { hall: HallApi };
    const { state } = await hall.hello();
    return { state, now: await hall.clock() };
  });
  const run = r.state.timer.run;
  if (run === null) throw new Error('nothing runs');
  return { at: performance.now(), left: (run.allowanceMs ?? 0) - (r.now - run.startedAt), last: r.state.clock.last };
};

it.each([
  ['+2', 2_000],
  ['+0', -2_000],
  ['+3600', 3_600_000],
  ['+0', -3_600_000],
  ['+86400', 86_400_000],
])('a wall clock set to %s s leaves the running countdown alone, and the step of %i ms is shown and written down', async (offset, by) => {
  const before = await reading();
  wall(offset);
  await expect.poll(async () => Math.round(((await reading()).last?.ms ?? 0) / 1000), { timeout: 5000 }).toBe(by / 1000);
  const after = await reading();
  expect(Math.abs(before.left - (after.at - before.at) - after.left)).toBeLessThan(100);
  expect(after.last?.kind).toBe('step');
});

it('a suspended and resumed system is told to the hall twice without harm', async () => {
  const before = await reading();
  await app.electron.evaluate(({ powerMonitor }) => {
    for (const what of ['suspend', 'suspend', 'resume', 'resume']) powerMonitor.emit(what as 'suspend');
  });
  const after = await reading();
  expect(Math.abs(before.left - (after.at - before.at) - after.left)).toBeLessThan(100);
});
