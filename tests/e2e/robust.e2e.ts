import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ensureRuntime } from '../../electron/tooling/electron-runtime.mjs';
import { appEnvironment, launchFlags } from '../../electron/tooling/launch.mjs';
import { type App, launchApp } from '../tooling/app';
import { startXvfb, type Xvfb } from '../tooling/xvfb';
import { APP_PATH, ask, inPage, isAnswering, standing, windowFacts } from './inside';

// Parts of the app are ended from outside, one after the other; the rest has to go on and the part has to come back.
const PATIENCE = { timeout: 20_000, interval: 100 };
let xvfb: Xvfb;
let app: App;

beforeAll(async () => {
  xvfb = await startXvfb();
  app = await launchApp({ env: { DISPLAY: xvfb.display }, appPath: APP_PATH });
  await app.page('operator');
  await vi.waitUntil(() => isAnswering(app, 'operator'), PATIENCE);
  await ask(app, { type: 'window.open', role: 'stage', displayId: null });
  await vi.waitUntil(() => isAnswering(app, 'stage'), PATIENCE);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await xvfb?.stop();
}, 60_000);

async function pidOf(page: string): Promise<number> {
  const facts = await windowFacts(app, page);
  if (facts === null) throw new Error(`there is no ${page} window`);
  return facts.pagePid;
}

/** The page answers again, and it is another process that answers. */
async function comesBack(page: string, before: number): Promise<void> {
  await expect.poll(async () => (await isAnswering(app, page)) && (await pidOf(page)) !== before, PATIENCE).toBe(true);
}

it('loads a page again that crashed', async () => {
  const before = await pidOf('stage');
  await app.electron.evaluate(({ webContents }) => {
    webContents
      .getAllWebContents()
      .find((c) => c.getURL().includes('/stage/'))
      ?.forcefullyCrashRenderer();
  });
  await comesBack('stage', before);
});

it('loads every page again whose process was killed', async () => {
  for (const page of ['operator', 'stage']) {
    const before = await pidOf(page);
    process.kill(before, 'SIGKILL');
    await comesBack(page, before);
  }
});

it('goes on when the process that draws to the screen is killed', async () => {
  const gpu = await app.electron.evaluate(({ app }) => app.getAppMetrics().find((m) => m.type === 'GPU')?.pid);
  // with software drawing alone there may be none
  if (gpu !== undefined) process.kill(gpu, 'SIGKILL');
  for (const page of ['operator', 'stage']) await expect.poll(() => isAnswering(app, page), PATIENCE).toBe(true);
});

it('goes on when Chromium’s network service is killed', async () => {
  const pid = await app.electron.evaluate(
    ({ app }) => app.getAppMetrics().find((m) => m.serviceName === 'network.mojom.NetworkService')?.pid,
  );
  if (pid === undefined) throw new Error('there is no network service');
  process.kill(pid, 'SIGKILL');
  for (const page of ['operator', 'stage']) await expect.poll(() => isAnswering(app, page), PATIENCE).toBe(true);
  // and pages can still be loaded
  const before = await pidOf('stage');
  process.kill(before, 'SIGKILL');
  await comesBack('stage', before);
});

it('notices a page that hangs, though nobody types into it, and loads it again', async () => {
  const before = await pidOf('stage');
  void inPage(app, 'stage', 'for (;;) {}');
  await expect.poll(() => inPage(app, 'stage', '1'), PATIENCE).toBe('no answer');
  expect(await isAnswering(app, 'operator')).toBe(true);
  await expect
    .poll(async () => (await isAnswering(app, 'stage')) && (await pidOf('stage')) !== before, {
      timeout: 40_000,
      interval: 200,
    })
    .toBe(true);
}, 60_000);

it('keeps the screen from going dark', async () => {
  expect(await app.electron.evaluate(({ powerSaveBlocker }) => powerSaveBlocker.isStarted(0))).toBe(true);
});

it('sends a second start away with code 3 and brings the first to the front', async () => {
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((w) => w.webContents.getURL().includes('/operator/'))
      ?.hide();
  });
  const runtime = await ensureRuntime();
  const env = appEnvironment({
    DISPLAY: xvfb.display,
    DIEMCAU_VIRTUAL_DISPLAY: '1',
    DIEMCAU_USER_DATA: app.userData,
  });
  const second = spawn(runtime.exe, [...launchFlags({ env }), APP_PATH], { env, stdio: 'ignore' });
  const code = await new Promise((done) => second.once('exit', done));
  expect(code).toBe(3);
  await expect.poll(async () => (await windowFacts(app, 'operator'))?.visible, PATIENCE).toBe(true);
});

it('leaves no process behind when it is killed, and opens the same windows at the next start', async () => {
  expect(await standing(app, 'stage')).toBe('windowed');
  await app.kill9();
  app = await launchApp({ userData: app.userData, env: { DISPLAY: xvfb.display }, appPath: APP_PATH });
  await app.page('operator');
  for (const page of ['operator', 'stage']) await expect.poll(() => isAnswering(app, page), PATIENCE).toBe(true);
  await expect.poll(() => standing(app, 'stage'), PATIENCE).toBe('windowed');
  expect(await standing(app, 'slides')).toBe('closed');
}, 60_000);

it('does not open a window again that a person closed', async () => {
  await ask(app, { type: 'window.close', role: 'stage' });
  await expect.poll(() => standing(app, 'stage'), PATIENCE).toBe('closed');
  await app.close();
  app = await launchApp({ userData: app.userData, env: { DISPLAY: xvfb.display }, appPath: APP_PATH });
  await app.page('operator');
  await expect.poll(() => isAnswering(app, 'operator'), PATIENCE).toBe(true);
  expect(await standing(app, 'stage')).toBe('closed');
}, 60_000);

it('ends when the operator closes the console', async () => {
  const ended = new Promise((done) => app.electron.process().once('exit', done));
  await app.electron
    .evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find((w) => w.webContents.getURL().includes('/operator/'))
        ?.close();
    })
    // the answer may be lost with the app
    .catch(() => undefined);
  expect(await ended).toBe(0);
});
