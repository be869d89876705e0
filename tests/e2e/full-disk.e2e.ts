import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../shared/contract/commands';
import type { HallApi } from '../../shared/contract/hall-api';
import { type App, launchApp } from '../tooling/app';
import { readJournal } from '../tooling/journal-reader';
import { makeTemp } from '../tooling/temp';
import { startXvfb, type Xvfb } from '../tooling/xvfb';

const disk = makeTemp('full-disk');
const mountable = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status === 0;
const reason = mountable ? null : 'this user may not mount a disk of its own';
let xvfb: Xvfb | null = null;
let app: App | null = null;
let page: Page;

beforeAll(async () => {
  if (reason !== null) return;
  xvfb = await startXvfb();
  app = await launchApp({ userData: disk, env: { DISPLAY: xvfb.display } });
  page = await app.page('operator');
}, 120_000);

afterAll(async () => {
  await app?.close();
  await xvfb?.stop();
  if (mountable) execFileSync('umount', ['-l', disk]);
}, 60_000);

const ask = (c: unknown) =>
  page.evaluate((c) => (window as unknown as { hall: HallApi }).hall.command(c as Command), c);

/** Takes every byte that is free. @returns what gives them back. */
function fill(): () => void {
  const file = path.join(disk, 'ballast');
  const handle = fs.openSync(file, 'w');
  try {
    for (;;) fs.writeSync(handle, Buffer.alloc(4096));
  } catch {
    // full
  }
  fs.closeSync(handle);
  return () => fs.rmSync(file);
}

it.skipIf(reason !== null)(
  `goes on when the disk is full, says how much is not saved, gives no tick, and saves it all when there is room${reason === null ? '' : ` (${reason})`}`,
  async () => {
    await ask({ type: 'sample.open', mode: 'shifted' });
    await page.waitForSelector('[data-testid="agenda-row-13"]');
    const free = fill();
    // the journal has room of its own until its next page
    let saved = true;
    for (let i = 0; i < 200 && saved; i++) {
      const answer = await ask({ type: 'message.show', text: `đầy ${i} ${'x'.repeat(150)}` });
      saved = answer.ok && answer.saved;
    }
    expect(saved).toBe(false);
    await page.waitForSelector('[data-testid="pending-badge"]');
    expect(await ask({ type: 'timer.start', segmentId: null })).toMatchObject({ ok: true, saved: false });
    await page.waitForSelector('[data-testid="agenda-row-0"][data-state="on"]');
    expect(await ask({ type: 'checkin.code', text: 'HP0003', door: 'Cửa A' })).toMatchObject({
      ok: true,
      saved: false,
    });
    await page.waitForSelector('[data-testid="last-scan"][data-verdict="new"][data-saved="false"]');
    await page.waitForSelector('[data-testid="lamp-storage"][data-level="bad"]');
    free();
    await page.waitForSelector('[data-testid="last-scan"][data-verdict="new"][data-saved="true"]', { timeout: 10_000 });
    await page.waitForSelector('[data-testid="lamp-storage"][data-level="ok"]');
    expect(await page.locator('[data-testid="pending-badge"]').count()).toBe(0);
    const rows = readJournal(disk);
    expect(rows.map((r) => r.seq)).toEqual(rows.map((_, i) => i + 1));
    expect(rows.at(-1)?.event).toMatchObject({ type: 'scan.judged', text: 'HP0003' });
  },
  60_000,
);
