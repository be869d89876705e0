import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pagesOf, SCAN, textAt } from '../electron/plans/make-pdf';
import { docxOf } from '../tooling/docx';
import { shots } from '../tooling/shots';
import { makeTemp } from '../tooling/temp';
import { openPlanningDesk, type PlanningDesk } from './planning-desk';

// What only a real page shows: focus, the mouse, the clipboard, scrolling, files. Told in order.
const SOURCE = fs.readFileSync(
  path.resolve(import.meta.dirname, '../fixtures/plans/given/quan-triet-nq-xiv/source.txt'),
  'utf8',
);
/** An hour before the start: one item longer, the next one later and renamed, a break gone, another place. */
const NEWER = SOURCE.replace('08h25 - 09h05', '08h25 - 09h10')
  .replace('09h05 - 09h30\t“Chương trình', '09h10 - 09h30\tChuyên đề 2 “Chương trình')
  .replace('15h00 - 15h15\tNghỉ giải lao (15 phút)\t\n', '')
  .replace('Nhà hát Hoa Phượng', 'Cung Văn hóa Việt Tiệp');

let desk: PlanningDesk;
beforeAll(async () => {
  desk = await openPlanningDesk();
  await desk.id('first-run').waitFor();
}, 120_000);
afterAll(() => desk?.close(), 60_000);

const value = (testid: string) => desk.id(testid).inputValue();
const focused = () =>
  desk.operator.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset.testid : '',
  );
/** Whether something that is lit up in the document lies in sight. */
const litInSight = () =>
  desk.operator.evaluate(() => {
    const box = document.querySelector('[data-testid="plan-document"]')?.getBoundingClientRect();
    return [...document.querySelectorAll('mark[data-flash]')].some((m) => {
      const { top, bottom } = m.getBoundingClientRect();
      return box !== undefined && bottom > box.top && top < box.bottom;
    });
  });

it('goes from finding to finding by key, both sides following, and mends one in a press', async () => {
  await desk.drop('Ke hoach.docx', docxOf(SOURCE));
  await desk.id('plan-review').waitFor({ timeout: 30_000 });
  const finding = desk.operator.locator('[data-testid^="plan-finding-"][data-code="impossible-date"]').first();
  await finding.locator('button').first().click();
  await expect.poll(litInSight).toBe(true);
  const before = await desk.operator.locator('[data-testid^="plan-deadline-what-"]').count();
  await finding.locator('[data-do="change"]').click();
  await expect.poll(() => finding.getAttribute('data-handled')).toBe('true');
  expect(await desk.operator.locator('[data-testid^="plan-deadline-what-"]').count()).toBe(before + 1);
  await expect.poll(focused).toBe(`plan-deadline-day-${before}`);
  await desk.operator.keyboard.press('F8');
  await expect.poll(litInSight).toBe(true);
});

it('reorders the draft with the mouse and with keys that keep the focus, and takes all of it back', async () => {
  const title = await value('plan-segment-title-2');
  await desk.id('plan-segment-handle-2').scrollIntoViewIfNeeded();
  await desk.drag(desk.id('plan-segment-handle-2'), desk.id('plan-segment-0'));
  await expect.poll(() => value('plan-segment-title-0')).toBe(title);
  await desk.id('plan-segment-title-0').focus();
  for (let i = 0; i < 3; i++) await desk.operator.keyboard.press('Alt+ArrowDown');
  await expect.poll(focused).toBe('plan-segment-title-3');
  expect(await value('plan-segment-title-3')).toBe(title);
  for (let i = 0; i < 4; i++) await desk.operator.keyboard.press('Control+z');
  await expect.poll(() => value('plan-segment-title-2')).toBe(title);
});

it('reorders the lines of the banner with keys that keep the focus, and with the mouse', async () => {
  const line = await value('plan-banner-0');
  await desk.id('plan-banner-0').focus();
  for (let i = 0; i < 2; i++) await desk.operator.keyboard.press('Alt+ArrowDown');
  await expect.poll(focused).toBe('plan-banner-2');
  expect(await value('plan-banner-2')).toBe(line);
  await desk.drag(desk.id('plan-banner-handle-2'), desk.id('plan-banner-line-0'));
  await expect.poll(() => value('plan-banner-0')).toBe(line);
});

it('takes the differences of a second version one by one', async () => {
  await desk.id('plan-confirm').click();
  await desk.id('plan-confirm').click();
  await desk.id('agenda-row-13').waitFor({ timeout: 10_000 });
  await desk.drop('Ke hoach lan 2.docx', docxOf(NEWER));
  await desk.id('plan-review').waitFor({ timeout: 30_000 });
  await desk.id('plan-merge').click();
  await desk.id('plan-merge-list').waitFor();
  await desk.hush();
  await shots(desk.operator, 'plan-merge');
  await desk.id('plan-merge-none').click();
  const row = (words: string) => desk.operator.locator('[data-testid^="plan-difference-"]', { hasText: words });
  await row('Đổi tên').locator('input').check();
  await row('Mục bị bỏ').locator('input').check();
  await desk.id('plan-merge-take').click();
  await expect.poll(async () => (await desk.state()).plan?.segments.length).toBe(13);
  const { plan } = await desk.state();
  expect(plan?.place).toContain('Nhà hát Hoa Phượng');
  expect(plan?.segments[3]?.title).toMatch(/^Chuyên đề 2/);
  expect(plan?.segments[2]?.end).toBe((9 * 60 + 5) * 60_000);
});

it('takes a table as Word puts it on the clipboard, and moves an item of the open event by keys and mouse', async () => {
  await desk.operator.keyboard.press('a');
  await desk.id('edit-dialog').waitFor();
  await desk.hush();
  await shots(desk.operator, 'editing');
  await desk.id('edit-title-2').focus();
  await desk.operator.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      '<table><tr><td><p>16h30 - 17h00</p></td><td><p>Trao đổi;</p><p>thảo luận tổ</p></td><td>Các tổ</td></tr></table>',
    );
    clipboardData.setData('text/plain', '16h30 - 17h00\tTrao đổi;\nthảo luận tổ\tCác tổ');
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  });
  await expect.poll(async () => (await desk.state()).plan?.segments.at(-1)?.title).toBe('Trao đổi; thảo luận tổ');
  const title = await value('edit-title-1');
  await desk.id('edit-title-1').focus();
  await desk.operator.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => value('edit-title-2')).toBe(title);
  expect(await focused()).toBe('edit-title-2');
  await desk.drag(desk.id('edit-handle-3'), desk.id('edit-row-0'));
  await expect.poll(() => value('edit-title-3')).toBe(title);
  for (let i = 0; i < 3; i++) {
    const left = (await desk.state()).editing.undo.length;
    await desk.id('edit-undo').click();
    await expect.poll(async () => (await desk.state()).editing.undo.length).toBe(left - 1);
  }
  expect((await desk.state()).plan?.segments).toHaveLength(13);
  await desk.operator.keyboard.press('Escape');
});

it('hands an event out as a file and takes it in again, and says what is wrong with half of one', async () => {
  const open = (await desk.state()).plan?.id ?? '';
  await desk.ask({ type: 'library.duplicate', id: open, day: '2026-03-21' as never });
  await desk.operator.keyboard.press('h');
  await desk.id('library-row-1').waitFor();
  await desk.hush();
  await shots(desk.operator, 'library');
  const exported = await desk.ask({ type: 'library.export', id: open });
  if (!exported.ok || exported.path === undefined) throw new Error('nothing was exported');
  const text = fs.readFileSync(exported.path, 'utf8');
  const half = path.join(makeTemp('half'), 'nua.diemcau.json');
  fs.writeFileSync(half, text.slice(0, text.length / 2));
  await desk.id('library-file').setInputFiles(half);
  await desk.operator.locator('[data-testid="toast"][data-level="bad"]').waitFor();
  await desk.id('library-file').setInputFiles(exported.path);
  await desk.id('library-row-2').waitFor();
  await desk.id('library-delete-1').click();
  await expect.poll(() => desk.id('library-row-2').count()).toBe(0);
  await desk.id('library-undo').click();
  await desk.id('library-row-2').waitFor();
});

it('merges into another event of the library, which the hall opens only after a second press', async () => {
  await desk.operator.keyboard.press('Escape');
  const { plan, library } = await desk.state();
  const other = Object.keys(library).find((id) => id !== plan?.id && library[id]?.deleted === false) ?? '';
  await desk.drop('Ke hoach lan 3.docx', docxOf(NEWER));
  await desk.id('plan-merge').click();
  await desk.id('plan-merge-into').selectOption(other);
  await desk.id('plan-merge-opens').waitFor();
  await desk.id('plan-merge-take').click();
  expect((await desk.state()).plan?.id).toBe(plan?.id);
  await desk.id('plan-merge-take').click();
  await expect.poll(async () => (await desk.state()).plan?.id).toBe(other);
  await expect.poll(async () => (await desk.state()).plan?.place).toContain('Cung Văn hóa Việt Tiệp');
});

it('says which page of a PDF is a scan, and where it is missing', async () => {
  const text = textAt([
    [72, 740, 'CHUONG TRINH'],
    [72, 700, '7h30: Don tiep dai bieu va phat tai lieu hoi nghi'],
    [72, 660, '8h00: Khai mac'],
  ]);
  await desk.drop('quet.pdf', pagesOf([{ content: text }, { content: SCAN }, { content: text }]));
  await desk.id('plan-notice-0').waitFor({ timeout: 30_000 });
  expect(await desk.id('plan-notices').innerText()).toContain('Trang 2 là ảnh quét');
  await desk.id('plan-notice-0').click();
  await expect.poll(() => desk.operator.locator('.plan-page[data-flash]').innerText()).toContain('chưa đọc');
});

it('finds the last place of a document of a megabyte', async () => {
  await desk.operator.keyboard.press('Escape');
  const long = new TextEncoder().encode(`${SOURCE}\n\n`.repeat(Math.ceil(1_000_000 / SOURCE.length)));
  await desk.drop('dai.txt', long);
  await desk.id('plan-review').waitFor({ timeout: 60_000 });
  const last = desk.operator.locator('.plan-finding-say').last();
  await last.scrollIntoViewIfNeeded();
  await last.click();
  await expect.poll(litInSight).toBe(true);
});
