import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../shared/contract/commands';
import type { HallApi } from '../../shared/contract/hall-api';
import { type FakeObs, startFakeObs } from '../fakes/fake-obs';
import { PLAIN_KINDS } from '../fakes/fake-obs-world';
import { type App, launchApp } from '../tooling/app';
import { startXvfb, type Xvfb } from '../tooling/xvfb';

// Debian's OBS has no browser source. So the OBS is one that only says it has, and the page it is given is opened in
// a browser of its own: a window that shares nothing with the app's session, as OBS's browser shares nothing.
let xvfb: Xvfb;
let obs: FakeObs;
let app: App;

beforeAll(async () => {
  xvfb = await startXvfb();
  obs = await startFakeObs({ kinds: [...PLAIN_KINDS, 'browser_source'], password: null });
  app = await launchApp({ env: { DISPLAY: xvfb.display } });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await obs?.exit();
  await xvfb?.stop();
}, 60_000);

const addressOf = (role: string): string => {
  const url = obs.world.here.inputs.map((i) => String(i.settings.url ?? '')).find((u) => u.includes(`role=${role}`));
  return url ?? '';
};

/** Opens a page as a stranger's browser would, and leaves it open under this name. */
const openElsewhere = (name: string, url: string) =>
  app.electron.evaluate(
    async ({ BrowserWindow }, { name, url }) => {
      const window = new BrowserWindow({
        width: 640,
        height: 360,
        useContentSize: true,
        webPreferences: { partition: name, sandbox: true, backgroundThrottling: false },
      });
      (globalThis as unknown as Record<string, unknown>)[name] = window;
      await window.loadURL(url);
    },
    { name, url },
  );
const look = async (name: string): Promise<Buffer> =>
  Buffer.from(
    await app.electron.evaluate(async (_electron, n) => {
      const window = (globalThis as unknown as Record<string, Electron.BrowserWindow>)[n];
      return (await window?.webContents.capturePage())?.toPNG().toString('base64') ?? '';
    }, name),
    'base64',
  );
const marks = (name: string) =>
  app.electron.evaluate(async (_electron, n) => {
    const window = (globalThis as unknown as Record<string, Electron.BrowserWindow>)[n];
    return (await window?.webContents.executeJavaScript('[window.mark ?? null, typeof window.hall]')) as unknown;
  }, name);

function share(png: Buffer, test: (r: number, g: number, b: number) => boolean): number {
  if (png.length === 0) return 0;
  const { data, width, height } = PNG.sync.read(png);
  let hits = 0;
  for (let i = 0; i < data.length; i += 4) if (test(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0)) hits++;
  return hits / (width * height);
}
const red = (png: Buffer): number => share(png, (r, g, b) => r > 90 && g < 60 && b < 60);
const gold = (png: Buffer): number => share(png, (r, g, b) => r > 200 && g > 160 && b < 140);

it('gives an OBS that has a browser source the address of its slides, and they are drawn there', async () => {
  const page = await app.page('operator');
  const ask = (c: unknown) =>
    page.evaluate((c) => (window as unknown as { hall: HallApi }).hall.command(c as Command), c);
  await ask({ type: 'sample.open', mode: 'shifted' });
  await ask({ type: 'obs.link', address: '127.0.0.1', port: obs.port, password: '' });
  await expect.poll(() => addressOf('banner'), { timeout: 10_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
  await openElsewhere('banner', addressOf('banner'));
  await expect.poll(async () => red(await look('banner')), { timeout: 10_000 }).toBeGreaterThan(0.5);
  expect(gold(await look('banner'))).toBeGreaterThan(0.02);
});

it('draws the next slide in the same page, which is never loaded again, and which knows nothing of the hall', async () => {
  await openElsewhere('agenda', addressOf('agenda'));
  await expect.poll(async () => red(await look('agenda')), { timeout: 10_000 }).toBeGreaterThan(0.3);
  const before = gold(await look('agenda'));
  await app.electron.evaluate(async () => {
    const window = (globalThis as unknown as Record<string, Electron.BrowserWindow>).agenda;
    await window?.webContents.executeJavaScript('window.mark = 1; 0');
  });
  const page = await app.page('operator');
  await page.evaluate(() =>
    (window as unknown as { hall: HallApi }).hall.command({ type: 'timer.start', segmentId: null }),
  );
  await expect.poll(async () => gold(await look('agenda')), { timeout: 10_000 }).toBeGreaterThan(before + 0.02);
  expect(await marks('agenda')).toEqual([1, 'undefined']);
});
