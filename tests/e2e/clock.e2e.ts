import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../shared/contract/commands';
import type { HallApi } from '../../shared/contract/hall-api';
import { type App, launchApp } from '../tooling/app';
import { type Countdown, readCountdown } from '../tooling/countdown';
import { startXvfb, type Xvfb } from '../tooling/xvfb';

let xvfb: Xvfb;
let app: App;
let page: Page;

/** Sets the wall clock of the machine as the main process sees it; the monotonic clock stays real. */
const wall = (offset: number) =>
  app.electron.evaluate((_electron, ms) => {
    const g = globalThis as unknown as { realNow?: () => number };
    g.realNow ??= Date.now;
    const real = g.realNow;
    Date.now = () => real() + ms;
  }, offset);

beforeAll(async () => {
  xvfb = await startXvfb();
  app = await launchApp({ env: { DISPLAY: xvfb.display } });
  page = await app.page('operator');
  expect(await ask({ type: 'sample.open', mode: 'shifted' })).toMatchObject({ ok: true });
  expect(await ask({ type: 'timer.start', segmentId: null })).toMatchObject({ ok: true });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await xvfb?.stop();
}, 60_000);

const ask = (c: unknown) =>
  page.evaluate((c) => (window as unknown as { hall: HallApi }).hall.command(c as Command), c);

const lastNotice = async () =>
  page.evaluate(async () => (await (window as unknown as { hall: HallApi }).hall.hello()).state.clock.last);

/** How far the countdown is from where it must be, by a clock that nobody stepped. */
const drift = (before: Countdown, after: Countdown): number =>
  Math.abs(before.leftMs - (after.at - before.at) - after.leftMs);

it.each([
  [2_000, 2_000],
  [0, -2_000],
  [3_600_000, 3_600_000],
  [0, -3_600_000],
  [86_400_000, 86_400_000],
])(
  'a wall clock set to %i ms off leaves the running countdown alone, and the step of %i ms is shown and written down',
  async (offset, by) => {
    const before = await readCountdown(page);
    await wall(offset);
    await expect
      .poll(async () => Math.round(((await lastNotice())?.ms ?? 0) / 1000), { timeout: 5000 })
      .toBe(by / 1000);
    const after = await readCountdown(page);
    expect(drift(before, after)).toBeLessThan(100);
    expect(after.state.clock.last?.kind).toBe('step');
  },
);

it('a suspended and resumed system is told to the hall twice without harm', async () => {
  const before = await readCountdown(page);
  await app.electron.evaluate(({ powerMonitor }) => {
    for (const what of ['suspend', 'suspend', 'resume', 'resume']) powerMonitor.emit(what as 'suspend');
  });
  const after = await readCountdown(page);
  expect(drift(before, after)).toBeLessThan(100);
});
