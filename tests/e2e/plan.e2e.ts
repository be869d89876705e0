import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docxOf } from '../tooling/docx';
import { shots } from '../tooling/shots';
import { openPlanningDesk, type PlanningDesk } from './planning-desk';

// From the document that arrives to a hall that runs, told in order.
const SOURCE = fs.readFileSync(
  path.resolve(import.meta.dirname, '../fixtures/plans/given/quan-triet-nq-xiv/source.txt'),
  'utf8',
);
let desk: PlanningDesk;
let operator: Page;

beforeAll(async () => {
  desk = await openPlanningDesk();
  operator = desk.operator;
}, 120_000);

afterAll(() => desk?.close(), 60_000);

const id = (name: string) => desk.id(name);

it('says what is wrong with a file that is no plan, and goes on', async () => {
  await id('first-run').waitFor();
  await desk.drop('anh.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]));
  await id('plan-error').waitFor({ timeout: 15_000 });
  await operator.keyboard.press('Escape');
});

it('reads a dropped Word file and shows the document beside what was understood and what is doubtful', async () => {
  await desk.drop('Ke hoach.docx', docxOf(SOURCE));
  await id('plan-review').waitFor({ timeout: 30_000 });
  expect(await operator.locator('[data-testid^="plan-segment-title-"]').count()).toBe(14);
  await operator.locator('[data-testid^="plan-finding-"][data-code="impossible-date"]').first().waitFor();
  expect(await operator.locator('[data-testid^="plan-mark-"]').count()).toBeGreaterThan(20);
  // both sides at the same item, as a person sees it after a click
  await operator.locator('[data-testid^="plan-finding-"][data-code="no-end"] button').first().click();
  await shots(operator, 'plan-review');
});

it('lets a finding be fixed in place and is confirmed only with the doubts in sight', async () => {
  const title = id('plan-segment-title-3');
  await title.fill('Chuyên đề 2 “Chương trình hành động thực hiện Nghị quyết”');
  await id('plan-confirm').click();
  // doubts are open: it says so, and takes a second press
  expect(await id('plan-confirm').innerText()).toContain('Bấm lần nữa');
  await id('plan-confirm').click();
  await id('agenda-row-13').waitFor({ timeout: 10_000 });
  const state = await desk.state();
  expect(state.plan?.segments).toHaveLength(14);
  expect(state.plan?.segments[3]?.title).toMatch(/^Chuyên đề 2/);
  expect(state.plan?.days).toEqual(['2026-02-07']);
  expect(state.plan?.deadlines.map((d) => `${d.day} ${d.time / 3_600_000}`)).toContain('2026-02-07 7.5');
});

it('runs the first segment, and the banner slide shows the lines of the document', async () => {
  await id('btn-start').click();
  await operator.waitForSelector('[data-testid="agenda-row-0"][data-state="on"]');
  await operator.keyboard.press('F9');
  expect((await desk.state()).plan?.banner).toEqual([
    'ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG THÀNH PHỐ',
    'HỘI NGHỊ',
    'NGHIÊN CỨU, HỌC TẬP, QUÁN TRIỆT VÀ TRIỂN KHAI',
    'THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI XIV CỦA ĐẢNG',
    'Hải Phòng, ngày ... tháng ... năm 2026',
  ]);
  await desk.ask({ type: 'window.open', role: 'slides', displayId: null });
  const slides = await desk.app.page('slides');
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
  const edit = { edit: 'banner', lines: ['HỘI NGHỊ', 'SỬA'] } as const;
  expect(await desk.ask({ type: 'plan.edit', edit })).toMatchObject({ ok: true, saved: true });
  expect((await desk.state()).plan?.banner).toEqual(['HỘI NGHỊ', 'SỬA']);
  await desk.ask({ type: 'plan.undo' });
  expect((await desk.state()).plan?.banner).toHaveLength(5);
  await desk.ask({ type: 'plan.redo' });
  const state = await desk.state();
  expect(state.library[state.plan?.id ?? '']?.plan.banner).toEqual(['HỘI NGHỊ', 'SỬA']);
});
