import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, launchApp } from '../tooling/app';
import { readJournal } from '../tooling/journal-reader';
import { ObsProbe } from '../tooling/obs-probe';
import { type Pty, startPty } from '../tooling/pty';
import { type RealObs, startObs } from '../tooling/real-obs';
import { keepPicture, shots } from '../tooling/shots';
import { startXvfb, type Xvfb } from '../tooling/xvfb';

// One conference morning on real parts, told in order: each step stands on the one before it.
let xvfb: Xvfb;
let obs: RealObs;
let pty: Pty;
let app: App;
let probe: ObsProbe;
let operator: Page;
let stage: Page;

beforeAll(async () => {
  xvfb = await startXvfb();
  obs = await startObs({ width: 1280, height: 720, fps: 10 });
  pty = await startPty();
  app = await launchApp({ env: { DISPLAY: xvfb.display } });
  operator = await app.page('operator');
  probe = await ObsProbe.connect(obs.port, obs.password);
}, 120_000);

afterAll(async () => {
  await probe?.close();
  await app?.close();
  await pty?.stop();
  await obs?.stop();
  await xvfb?.stop();
}, 60_000);

const id = (page: Page, name: string) => page.locator(`[data-testid="${name}"]`);

it('opens on the choice of the sample event, shifted so that it starts in a minute', async () => {
  await id(operator, 'first-run').waitFor();
  await shots(operator, 'first-run');
  await id(operator, 'open-sample-shifted').click();
  await id(operator, 'agenda-row-13').waitFor();
  expect(await operator.locator('[data-testid^="agenda-row-"]').count()).toBe(14);
  expect(await id(operator, 'summoned-count').textContent()).toContain('420');
});

it('connects OBS and makes its six scenes once', async () => {
  await id(operator, 'obs-open').click();
  await id(operator, 'obs-address').fill('127.0.0.1');
  await id(operator, 'obs-port').fill(String(obs.port));
  await id(operator, 'obs-password').fill(obs.password);
  await id(operator, 'obs-connect').click();
  await operator.waitForSelector('[data-testid="lamp-obs"][data-level="ok"]', { timeout: 20_000 });
  await operator.keyboard.press('Escape');
  const scenes = (await probe.scenes()).filter((s) => s.startsWith('ĐC '));
  expect(scenes).toHaveLength(6);
});

it('opens the MC window', async () => {
  await id(operator, 'windows-open').click();
  await id(operator, 'stage-open').click();
  stage = await app.page('stage');
  await id(stage, 'stage-figure').waitFor({ state: 'attached' });
  await operator.keyboard.press('Escape');
});

it('starts segment 1: the agenda scene goes on air and the MC window agrees with the engine', async () => {
  await id(operator, 'btn-start').click();
  await expect.poll(() => probe.programme(), { timeout: 5000 }).toBe('ĐC Chương trình');
  await operator.waitForSelector('[data-testid="agenda-row-0"][data-state="on"]');
  await expect.poll(async () => id(stage, 'stage-figure').textContent()).toMatch(/^4[45]:\d\d$/);
  const [mc, desk] = await Promise.all([
    id(stage, 'stage-figure').textContent(),
    id(operator, 'now-figure').textContent(),
  ]);
  expect(Math.abs(seconds(mc) - seconds(desk))).toBeLessThanOrEqual(1);
  await shots(operator, 'operator-running');
  await shots(stage, 'stage-running');
});

it('shows in OBS the agenda slide with its marked row, and on the banner a red field with yellow letters', async () => {
  await expect
    .poll(async () => share(await probe.picture('ĐC Chương trình'), isGold), { timeout: 10_000 })
    .toBeGreaterThan(0.01);
  await id(operator, 'panic-banner').click();
  await expect.poll(() => probe.programme()).toBe('ĐC Ma két');
  const banner = await probe.picture('ĐC Ma két');
  keepPicture('obs-banner', banner);
  keepPicture('obs-agenda', await probe.picture('ĐC Chương trình'));
  expect(share(banner, isRed)).toBeGreaterThan(0.5);
  expect(share(banner, isGold)).toBeGreaterThan(0.02);
  await id(operator, 'scene-agenda').click();
  await expect.poll(() => probe.programme()).toBe('ĐC Chương trình');
});

it('cuts to the banner with F9 from anywhere, even out of a text field', async () => {
  await id(operator, 'message-input').click();
  await operator.keyboard.press('F9');
  await expect.poll(() => probe.programme()).toBe('ĐC Ma két');
  await id(operator, 'scene-agenda').click();
  await expect.poll(() => probe.programme()).toBe('ĐC Chương trình');
});

it('follows a scene that a person changes in OBS itself', async () => {
  await probe.show('ĐC Hội trường');
  await operator.waitForSelector('[data-testid="scene-hall"][data-on-air="true"]');
  await new Promise((r) => setTimeout(r, 700));
  expect(await probe.programme()).toBe('ĐC Hội trường');
  await id(operator, 'scene-agenda').click();
  await expect.poll(() => probe.programme()).toBe('ĐC Chương trình');
});

it('takes a known badge, the same again and an unknown one, to the disk and to the screen', async () => {
  await id(operator, 'scanner-open').click();
  await id(operator, 'scanner-path').fill(pty.path);
  await id(operator, 'scanner-door').fill('Cửa chính');
  await id(operator, 'scanner-connect').click();
  await operator.waitForSelector('[data-testid="lamp-scanner"][data-level="ok"]', { timeout: 10_000 });
  await operator.keyboard.press('Escape');
  for (const [code, verdict] of [
    ['HP0007', 'new'],
    ['HP0007', 'already'],
    ['KHACH99', 'unknown'],
  ] as const) {
    await new Promise((r) => setTimeout(r, 400));
    await pty.write(`${code}\r\n`);
    await operator.waitForSelector(`[data-testid="last-scan"][data-verdict="${verdict}"][data-saved="true"]`, {
      timeout: 5000,
    });
  }
  expect(await id(operator, 'present-count').textContent()).toContain('1');
  const scans = readJournal(app.userData).filter((r) => r.event.type === 'scan.judged');
  expect(scans.map((r) => r.event.type === 'scan.judged' && [r.event.text, r.event.verdict, r.event.door])).toEqual([
    ['HP0007', 'new', 'Cửa chính'],
    ['HP0007', 'already', 'Cửa chính'],
    ['KHACH99', 'unknown', 'Cửa chính'],
  ]);
  await shots(operator, 'operator-scans');
});

it('says that the scanner was pulled out, and goes on when it is back without gluing half a frame', async () => {
  await pty.write('HP00');
  await pty.unplug();
  await operator.waitForSelector('[data-testid="lamp-scanner"][data-level="bad"]', { timeout: 5000 });
  await pty.replug();
  await operator.waitForSelector('[data-testid="lamp-scanner"][data-level="ok"]', { timeout: 10_000 });
  await pty.write('HP0008\r\n');
  await expect
    .poll(async () => (await id(operator, 'present-count').textContent())?.trim(), { timeout: 5000 })
    .toContain('2');
  const texts = readJournal(app.userData).flatMap((r) => (r.event.type === 'scan.judged' ? [r.event.text] : []));
  expect(texts.at(-1)).toBe('HP0008');
  expect(texts).not.toContain('HP00HP0008');
});

it('pauses, resumes, adds time, shows a message to the stage and takes it off', async () => {
  await id(operator, 'btn-pause').click();
  await expect.poll(async () => (await id(stage, 'stage-phase').textContent()) ?? '').toMatch(/TẠM DỪNG/i);
  const held = await id(stage, 'stage-figure').textContent();
  await new Promise((r) => setTimeout(r, 1500));
  expect(await id(stage, 'stage-figure').textContent()).toBe(held);
  await id(operator, 'btn-pause').click();
  await id(operator, 'btn-plus5').click();
  await expect
    .poll(async () => seconds(await id(stage, 'stage-figure').textContent()))
    .toBeGreaterThan(seconds(held) + 250);
  await id(operator, 'message-input').fill('Còn 5 phút, mời kết luận');
  await id(operator, 'message-send').click();
  await expect.poll(async () => id(stage, 'stage-message').textContent()).toContain('Còn 5 phút, mời kết luận');
  await shots(stage, 'stage-message');
  await id(operator, 'message-clear').click();
  await expect.poll(async () => id(stage, 'stage-message').count()).toBe(0);
});

it('says within two seconds that OBS was killed, keeps the time, and is back by itself with the scene on air', async () => {
  const before = seconds(await id(stage, 'stage-figure').textContent());
  await probe.close();
  await obs.kill9();
  await operator.waitForSelector('[data-testid="lamp-obs"][data-level="bad"]', { timeout: 2000 });
  await new Promise((r) => setTimeout(r, 1500));
  expect(seconds(await id(stage, 'stage-figure').textContent())).toBeLessThan(before);
  await obs.restart();
  await operator.waitForSelector('[data-testid="lamp-obs"][data-level="ok"]', { timeout: 20_000 });
  probe = await ObsProbe.connect(obs.port, obs.password);
  await expect.poll(() => probe.programme(), { timeout: 5000 }).toBe('ĐC Chương trình');
  expect((await probe.scenes()).filter((s) => s.startsWith('ĐC '))).toHaveLength(6);
});

it('makes the attendance as CSV and as an A4 PDF that names who was scanned, Vietnamese letters whole', async () => {
  const csv = await paper('export-csv', '.csv');
  const text = fs.readFileSync(csv, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const person = roster().find((d) => d.badges.includes('HP0007'));
  expect(text).toContain(person?.name);
  const pdf = await paper('export-pdf', '.pdf');
  const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
  expect(info).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]/);
  const words = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).normalize('NFC');
  expect(words.replace(/\s+/g, ' ')).toContain(person?.name);
  expect(words).toMatch(/ĐẢNG CỘNG SẢN VIỆT NAM/);
  keepPicture('attendance', execFileSync('pdftoppm', ['-png', '-r', '60', '-f', '1', '-l', '1', pdf]));
});

it('is the same after kill -9: segment, time left, message, attendance, OBS and the MC window', async () => {
  await id(operator, 'message-input').fill('Đứng vững');
  await id(operator, 'message-send').click();
  await expect.poll(async () => id(stage, 'stage-message').textContent()).toContain('Đứng vững');
  const left = seconds(await id(stage, 'stage-figure').textContent());
  const at = Date.now();
  await app.kill9();
  app = await launchApp({ userData: app.userData, env: { DISPLAY: xvfb.display } });
  operator = await app.page('operator');
  stage = await app.page('stage');
  await operator.waitForSelector('[data-testid="agenda-row-0"][data-state="on"]');
  await expect
    .poll(
      async () => Math.abs(left - (Date.now() - at) / 1000 - seconds(await id(stage, 'stage-figure').textContent())),
      { timeout: 10_000 },
    )
    .toBeLessThanOrEqual(1.1);
  expect(await id(stage, 'stage-message').textContent()).toContain('Đứng vững');
  expect(await id(operator, 'present-count').textContent()).toContain('2');
  await operator.waitForSelector('[data-testid="lamp-scanner"][data-level="ok"]', { timeout: 10_000 });
});

it('has the OBS password nowhere in its folder in plain text', () => {
  const holding = (fs.readdirSync(app.userData, { recursive: true }) as string[])
    .map((name) => path.join(app.userData, name))
    .filter((file) => fs.lstatSync(file).isFile() && fs.readFileSync(file).includes(obs.password));
  expect(obs.password.length).toBeGreaterThan(7);
  expect(holding).toEqual([]);
});

async function paper(button: string, ending: string): Promise<string> {
  await id(operator, button).click();
  const toast = operator.locator('[data-testid="toast"]', { hasText: ending }).last();
  await toast.waitFor({ timeout: 30_000 });
  const found = /(\/.*?\.(?:csv|pdf))/.exec((await toast.textContent()) ?? '');
  expect(found).not.toBeNull();
  return found?.[1] ?? '';
}

function roster(): readonly { name: string; badges: readonly string[] }[] {
  const opened = readJournal(app.userData).find((r) => r.event.type === 'event.opened');
  return opened?.event.type === 'event.opened' ? opened.event.delegates : [];
}

function seconds(figure: string | null): number {
  const parts = (figure ?? '').replace('-', '').split(':').map(Number);
  return parts.reduce((sum, n) => sum * 60 + n, 0) * (figure?.startsWith('-') ? -1 : 1);
}

type Rgb = readonly [number, number, number];
const isRed = ([r, g, b]: Rgb): boolean => r > 110 && g < 60 && b < 60;
const isGold = ([r, g, b]: Rgb): boolean => r > 200 && g > 160 && b < 140;

/** How much of the picture answers to the test, 0..1. */
function share(png: Buffer, test: (rgb: Rgb) => boolean): number {
  const { data, width, height } = PNG.sync.read(png);
  let hits = 0;
  for (let i = 0; i < data.length; i += 4) if (test([data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0])) hits++;
  return hits / (width * height);
}
