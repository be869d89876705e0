import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchApp } from './app';
import { isAlive, processTree } from './process-tree';
import { makeTemp } from './temp';
import { startXvfb, type Xvfb } from './xvfb';

// A window and a word, nothing of the real app: this is about the driver.
const MAIN = `
const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.env.DIEMCAU_USER_DATA);
app.whenReady().then(async () => {
  await new BrowserWindow().loadFile(__dirname + '/operator/index.html');
  const say = () => console.log('main says', app.getVersion(), app.isPackaged, String(process.env.VITEST));
  setInterval(say, 100);
});
app.on('window-all-closed', () => app.quit());
if (process.argv.includes('--deaf')) app.on('before-quit', (event) => event.preventDefault());
`;

let xvfb: Xvfb;
let appPath: string;

beforeAll(async () => {
  appPath = makeTemp('app');
  mkdirSync(join(appPath, 'operator'));
  writeFileSync(join(appPath, 'package.json'), JSON.stringify({ name: 'tiny', version: '9.8.7', main: 'main.cjs' }));
  writeFileSync(join(appPath, 'main.cjs'), MAIN);
  writeFileSync(join(appPath, 'operator/index.html'), '<meta charset="utf-8"><h1>Điểm cầu</h1>');
  xvfb = await startXvfb();
}, 120_000);

afterAll(() => xvfb?.stop());

const launch = (args: readonly string[] = []) => launchApp({ appPath, args, env: { DISPLAY: xvfb.display } });

it('drives an app in a folder of its own and leaves no process when it is closed', async () => {
  const app = await launch();
  const page = await app.page('operator');
  expect(await page.textContent('h1')).toBe('Điểm cầu');
  expect(await app.electron.evaluate(({ app }) => app.getPath('userData'))).toBe(app.userData);
  await expect.poll(() => app.log()).toContain('main says 9.8.7 false undefined');
  const tree = processTree(app.pid);
  expect(tree.length).toBeGreaterThan(2);
  await app.close();
  expect(tree.filter(isAlive)).toEqual([]);
  await app.close();
}, 60_000);

it('leaves nothing of the app after kill -9 and starts again in the same folder', async () => {
  const first = await launch();
  await first.page('operator');
  const tree = processTree(first.pid);
  await first.kill9();
  expect(tree.filter(isAlive)).toEqual([]);
  const second = await launchApp({ appPath, userData: first.userData, env: { DISPLAY: xvfb.display } });
  await second.page('operator');
  await second.close();
}, 60_000);

it('ends an app that does not want to quit', async () => {
  const app = await launch(['--deaf']);
  await app.page('operator');
  const tree = processTree(app.pid);
  await app.close();
  expect(tree.filter(isAlive)).toEqual([]);
}, 60_000);

it('tells the last words of an app that ended instead of opening its window', async () => {
  const app = await launch();
  await expect.poll(() => app.log()).toContain('main says');
  await app.kill9();
  await expect(app.page('stage')).rejects.toThrow(/ended \(SIGKILL\).*main says/s);
});
