import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../shared/contract/commands';
import type { HallApi } from '../../shared/contract/hall-api';
import { type App, launchApp } from '../tooling/app';
import { ObsProbe } from '../tooling/obs-probe';
import { type RealObs, startObs } from '../tooling/real-obs';
import { startXvfb, type Xvfb } from '../tooling/xvfb';

// Without a keyring no password outlives the app, so the OBS of this test asks for none.
let xvfb: Xvfb;
let obs: RealObs;
let app: App;
let page: Page;

beforeAll(async () => {
  xvfb = await startXvfb();
  obs = await startObs({ password: '' });
  app = await launchApp({ env: { DISPLAY: xvfb.display } });
  page = await app.page('operator');
}, 120_000);

afterAll(async () => {
  await app?.close();
  await obs?.stop();
  await xvfb?.stop();
}, 60_000);

const ask = (c: unknown) =>
  page.evaluate((c) => (window as unknown as { hall: HallApi }).hall.command(c as Command), c);
const obsIs = (level: string) =>
  page.waitForSelector(`[data-testid="lamp-obs"][data-level="${level}"]`, { timeout: 20_000 });

it('is linked to OBS again after kill -9, with the scene that was on air, and nobody touching anything', async () => {
  await ask({ type: 'sample.open', mode: 'shifted' });
  await ask({ type: 'obs.link', address: '127.0.0.1', port: obs.port, password: '' });
  await obsIs('ok');
  await ask({ type: 'timer.start', segmentId: null });
  const probe = await ObsProbe.connect(obs.port, obs.password);
  await expect.poll(() => probe.programme(), { timeout: 5000 }).toBe('ĐC Chương trình');
  await app.kill9();
  app = await launchApp({ userData: app.userData, env: { DISPLAY: xvfb.display } });
  page = await app.page('operator');
  await obsIs('ok');
  await page.waitForSelector('[data-testid="scene-agenda"][data-on-air="true"]');
  expect(await probe.programme()).toBe('ĐC Chương trình');
  expect((await probe.scenes()).filter((s) => s.startsWith('ĐC '))).toHaveLength(6);
  await probe.close();
});

it('follows after a restart what a person put on air while the app was dead', async () => {
  const probe = await ObsProbe.connect(obs.port, obs.password);
  await app.kill9();
  await probe.show('ĐC Hội trường');
  app = await launchApp({ userData: app.userData, env: { DISPLAY: xvfb.display } });
  page = await app.page('operator');
  await obsIs('ok');
  await page.waitForSelector('[data-testid="scene-hall"][data-on-air="true"]');
  expect(await probe.programme()).toBe('ĐC Hội trường');
  await probe.close();
});
