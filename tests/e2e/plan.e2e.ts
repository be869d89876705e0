import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HallApi } from '../../shared/contract/hall-api';
import { type App, launchApp } from '../tooling/app';
import { docxOf } from '../tooling/docx';
import { shots } from '../tooling/shots';
import { startXvfb, type Xvfb } from '../tooling/xvfb';

// From the document that arrives to a hall that runs, told in order.
const SOURCE = fs.readFileSync(
  path.resolve(import.meta.dirname, '../fixtures/plans/given/quan-triet-nq-xiv/source.txt'),
  'utf8',
);
let xvfb: Xvfb;
let app: App;
let operator: Page;

beforeAll(async () => {
  xvfb = await startXvfb();
  app = await launchApp({ env: { DISPLAY: xvfb.display } });
  operator = await app.page('operator');
}, 120_000);

afterAll(async () => {
  await app?.close();
  await xvfb?.stop();
}, 60_000);

const id = (name: string) => operator.locator(`[data-testid="${name}"]`);
const stateNow = () =>
  operator.evaluate(async () => (await (window as unknown as { hall: HallApi }).hall.hello()).state);

/** Drops a file on the window as a person does. */
const drop = (name: string, bytes: Uint8Array) =>
  operator.evaluate(
    ({ name, data }) => {
      const raw = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([raw], name));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    { name, data: Buffer.from(bytes).toString('base64') },
  );

it('says what is wrong with a file that is no plan, and goes on', async () => {
  await id('first-run').waitFor();
  await drop('anh.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]));
  await id('plan-error').waitFor({ timeout: 15_000 });
  await operator.keyboard.press('Escape');
});

it('reads a dropped Word file and shows the document beside what was understood and what is doubtful', async () => {
  await drop('Ke hoach.docx', docxOf(SOURCE));
  await id('plan-review').waitFor({ timeout: 30_000 });
  expect(await operator.locator('[data-testid^="plan-segment-title-"]').count()).toBe(14);
  await operator.locator('[data-testid^="plan-finding-"][data-code="impossible-date"]').first().waitFor();
  expect(await operator.locator('[data-testid^="plan-mark-"]').count()).toBeGreaterThan(20);
  await shots(operator, 'plan-review');
});

it('lets a finding be fixed in place and is confirmed only with the doubts in sight', async () => {
  const title = id('plan-segment-title-3');
  await title.fill('Chuyên đề 2 “Chương trình hành động thực hiện Nghị quyết”');
  await id('plan-confirm').click();
  // a second click where doubts are open
  if (await id('plan-review').isVisible())
    await id('plan-confirm')
      .click({ timeout: 2000 })
      .catch(() => undefined);
  await id('agenda-row-13').waitFor({ timeout: 10_000 });
  const state = await stateNow();
  expect(state.plan?.segments).toHaveLength(14);
  expect(state.plan?.segments[3]?.title).toMatch(/^Chuyên đề 2/);
  expect(state.plan?.days).toEqual(['2026-02-07']);
  expect(state.plan?.deadlines.map((d) => `${d.day} ${d.time / 3_600_000}`)).toContain('2026-02-07 7.5');
});

it('runs the first segment, and the banner slide shows the lines of the document', async () => {
  await id('btn-start').click();
  await operator.waitForSelector('[data-testid="agenda-row-0"][data-state="on"]');
  await operator.keyboard.press('F9');
  expect((await stateNow()).plan?.banner).toEqual([
    'ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG THÀNH PHỐ',
    'HỘI NGHỊ',
    'NGHIÊN CỨU, HỌC TẬP, QUÁN TRIỆT VÀ TRIỂN KHAI',
    'THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI XIV CỦA ĐẢNG',
    'Hải Phòng, ngày ... tháng ... năm 2026',
  ]);
  await operator.evaluate(() =>
    (window as unknown as { hall: HallApi }).hall.command({ type: 'window.open', role: 'slides', displayId: null }),
  );
  const slides = await app.page('slides');
  await expect
    .poll(
      async () => {
        const { data, width, height } = PNG.sync.read(await slides.screenshot());
        let gold = 0;
        for (let i = 0; i < data.length; i += 4)
          if ((data[i] ?? 0) > 200 && (data[i + 1] ?? 0) > 160 && (data[i + 2] ?? 0) < 140) gold++;
        return gold / (width * height);
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThan(0.02);
});

it('undoes and redoes an edit of the open event, and keeps it in the library', async () => {
  const edit = { edit: 'banner', lines: ['HỘI NGHỊ', 'SỬA'] };
  const ask = (c: unknown) =>
    operator.evaluate((c) => (window as unknown as { hall: HallApi }).hall.command(c as never), c);
  expect(await ask({ type: 'plan.edit', edit })).toMatchObject({ ok: true, saved: true });
  expect((await stateNow()).plan?.banner).toEqual(['HỘI NGHỊ', 'SỬA']);
  await ask({ type: 'plan.undo' });
  expect((await stateNow()).plan?.banner).toHaveLength(5);
  await ask({ type: 'plan.redo' });
  const state = await stateNow();
  expect(state.library[state.plan?.id ?? '']?.plan.banner).toEqual(['HỘI NGHỊ', 'SỬA']);
});
