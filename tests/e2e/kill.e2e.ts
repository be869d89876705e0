import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../shared/contract/commands';
import type { Recorded } from '../../shared/contract/events';
import type { HallApi } from '../../shared/contract/hall-api';
import { type App, launchApp } from '../tooling/app';
import { readCountdown } from '../tooling/countdown';
import { readJournal } from '../tooling/journal-reader';
import { type Pty, startPty } from '../tooling/pty';
import { startXvfb, type Xvfb } from '../tooling/xvfb';

const ROUNDS = 20;
let xvfb: Xvfb;
let pty: Pty;
let app: App;

beforeAll(async () => {
  xvfb = await startXvfb();
  pty = await startPty();
  app = await launchApp({ env: { DISPLAY: xvfb.display } });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await pty?.stop();
  await xvfb?.stop();
}, 60_000);

const ask = (page: Page, c: unknown) =>
  page.evaluate((c) => (window as unknown as { hall: HallApi }).hall.command(c as Command), c);

/** Everything the page is told while it lives, as far as it is told to be on disk. */
async function collectAcknowledged(page: Page, into: Map<number, Recorded>): Promise<void> {
  await page.exposeFunction('acknowledged', (saved: number, events: Recorded[]) => {
    for (const r of events) if (r.seq <= saved) into.set(r.seq, r);
  });
  await page.evaluate(() => {
    const w = window as unknown as { hall: HallApi; acknowledged(saved: number, events: readonly Recorded[]): void };
    w.hall.onUpdate((u) => {
      if (u.type === 'events') w.acknowledged(u.savedRevision, u.events);
    });
  });
}

it(`loses nothing that was acknowledged, and no time, when it is killed ${ROUNDS} times in the middle of everything`, async () => {
  const acknowledged = new Map<number, Recorded>();
  let page = await app.page('operator');
  await ask(page, { type: 'sample.open', mode: 'shifted' });
  await ask(page, {
    type: 'scanner.open',
    path: pty.path,
    baudRate: 9600,
    dataBits: 8,
    parity: 'none',
    stopBits: 1,
    door: 'Cửa A',
  });
  await ask(page, { type: 'timer.start', segmentId: null });
  const drifts: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await collectAcknowledged(page, acknowledged);
    let feeding = true;
    const feed = (async () => {
      for (let i = 0; feeding; i++) {
        await pty.write(`HP${String(((round * 37 + i) % 430) + 1).padStart(4, '0')}\r\n`).catch(() => undefined);
        await new Promise((r) => setTimeout(r, 15));
      }
    })();
    await page.evaluate(() => {
      const { hall } = window as unknown as { hall: HallApi };
      const more: Command[] = [
        { type: 'message.show', text: 'một' },
        { type: 'timer.add', ms: 1000 as never },
        { type: 'message.clear' },
        { type: 'timer.add', ms: -1000 as never },
        { type: 'scene.show', role: 'banner' },
      ];
      let i = 0;
      setInterval(() => void hall.command(more[i++ % more.length] as Command).catch(() => undefined), 7);
    });
    await new Promise((r) => setTimeout(r, 300 + round * 13));
    const before = acknowledged.size;
    await app.kill9();
    feeding = false;
    await feed;
    const rows = new Map(readJournal(app.userData).map((r) => [r.seq, r]));
    for (const [seq, r] of acknowledged) expect(rows.get(seq), `event ${seq} of round ${round}`).toEqual(r);
    expect(acknowledged.size).toBeGreaterThan(before - 1);
    expect([...rows.keys()]).toEqual(Array.from({ length: rows.size }, (_, i) => i + 1));

    app = await launchApp({ userData: app.userData, env: { DISPLAY: xvfb.display } });
    page = await app.page('operator');
    // the journal is the truth of what was left; the killed page may have been told less
    const first = await readCountdown(page);
    const truth = endByJournal([...rows.values()]);
    drifts.push(Math.abs(truth - (Date.now() - (performance.now() - first.at)) - first.leftMs));
    expect(drifts.at(-1), `countdown after round ${round}`).toBeLessThan(100);
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * 20);
  console.log(
    `${acknowledged.size} acknowledged events, all on disk; countdown off by at most ${Math.max(...drifts).toFixed(1)} ms`,
  );
}, 300_000);

/** When the running segment ends, by the journal alone: an instant since the epoch, as no clock was stepped. */
function endByJournal(rows: readonly Recorded[]): number {
  let end = 0;
  for (const { at, event } of rows) {
    if (event.type === 'timer.started') end = at + (event.allowanceMs ?? Number.NaN);
    if (event.type === 'timer.added') end += event.ms;
  }
  return end;
}
