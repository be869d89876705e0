// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { openDialog, ui } from '../../../../renderer/store/ui-store';
import { type Page, SAMPLE } from '../../operator/page';
import { PLAN_TEXT } from './fake-plans';
import { last, paste, planDesk } from './plan-desk';

const { start } = planDesk();
const choosing = (p: Page, id: string): Promise<void> =>
  p.after(() => {
    const into = p.get('plan-merge-into') as HTMLSelectElement;
    into.value = id;
    into.dispatchEvent(new Event('change', { bubbles: true }));
  });

describe('merging', () => {
  it('takes the ticked differences only', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT);
    await p.click('plan-confirm');
    await p.after(() => openDialog('plan'));
    await p.until(() => p.find('plan-paste') !== null);
    await paste(p, PLAN_TEXT.replace('8h10 - 9h00', '8h10 - 9h15').replace('đường Trần Phú', 'đường Lê Lợi'));
    await p.click('plan-merge');
    expect(p.get('plan-difference-0').textContent).toContain('Lê Lợi');
    expect(p.get('plan-difference-1').textContent).toContain('Đổi giờ');
    await p.after(() => p.get('plan-difference-0').querySelector('input')?.click());
    await p.click('plan-merge-take');
    expect(last(p)).toMatchObject({ type: 'plan.edit', edit: { edit: 'take', keys: ['changed:s3'] } });
    expect(p.hall.state.plan?.place).toContain('Trần Phú');
    expect(p.hall.state.plan?.segments[2]?.end).toBe(9.25 * 3_600_000);
  });

  it('lays the plan beside another event of the library, and opens that only when it was agreed to twice', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT);
    await p.click('plan-keep-only');
    const kept = Object.keys(p.hall.state.library)[0] ?? '';
    await p.after(() => openDialog('plan'));
    await p.until(() => p.find('plan-paste') !== null);
    await paste(p, PLAN_TEXT.replace('8h10 - 9h00', '8h10 - 9h15'));
    await p.click('plan-merge');
    const into = p.get('plan-merge-into') as HTMLSelectElement;
    expect([...into.querySelectorAll('optgroup')].map((g) => g.label)).toEqual(['Đang mở', 'Cùng ngày']);
    expect(into.value).toBe(SAMPLE.plan.id);
    expect(p.find('plan-merge-opens')).toBeNull();
    await choosing(p, kept);
    expect(p.get('plan-merge-opens').textContent).toContain(`thay cho “${SAMPLE.plan.name}”`);
    expect(p.find('plan-difference-1')).toBeNull();
    const before = p.hall.commands.length;
    await p.click('plan-merge-take');
    expect(p.hall.commands).toHaveLength(before);
    expect(p.get('plan-merge-take').textContent).toContain('Bấm lần nữa');
    await choosing(p, SAMPLE.plan.id);
    await choosing(p, kept);
    expect(p.get('plan-merge-take').textContent).not.toContain('Bấm lần nữa');
    await p.click('plan-merge-take');
    await p.click('plan-merge-take');
    expect(p.hall.commands.slice(before)).toMatchObject([
      { type: 'library.open', id: kept },
      { type: 'plan.edit', edit: { edit: 'take' } },
    ]);
    expect(p.hall.state.plan?.id).toBe(kept);
    expect(p.hall.state.plan?.segments[2]?.end).toBe(9.25 * 3_600_000);
    expect(ui().dialog).toBeNull();
  });

  it('opens no other event over a running timer, and says so before it is asked', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT);
    await p.click('plan-keep-only');
    const kept = Object.keys(p.hall.state.library)[0] ?? '';
    await p.after(() => p.hall.command({ type: 'timer.start', segmentId: null }));
    await p.after(() => openDialog('plan'));
    await p.until(() => p.find('plan-paste') !== null);
    await paste(p, PLAN_TEXT.replace('8h10 - 9h00', '8h10 - 9h15'));
    await p.click('plan-merge');
    await choosing(p, kept);
    expect(p.get('plan-merge-opens').textContent).toContain('Đồng hồ đang chạy');
    await p.click('plan-merge-take');
    expect(last(p)).toMatchObject({ type: 'library.open', id: kept });
    expect(ui().toasts.at(-1)?.text).toContain('Đồng hồ đang chạy');
    expect(p.hall.state.plan?.id).toBe(SAMPLE.plan.id);
    expect(p.find('plan-merge-list')).not.toBeNull();
  });

  it('keeps the item that runs, and marks the words that differ', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT);
    await p.click('plan-confirm');
    await p.after(() => p.hall.command({ type: 'timer.start', segmentId: p.hall.state.plan?.segments[0]?.id ?? null }));
    await p.after(() => openDialog('plan'));
    await p.until(() => p.find('plan-paste') !== null);
    const newer = PLAN_TEXT.replace('- 7h30 - 8h00: Đón tiếp đại biểu\n', '').replace(
      'sơ kết quý I -',
      'sơ kết quý II -',
    );
    await paste(p, newer);
    await p.click('plan-merge');
    const rows = [...document.querySelectorAll('[data-testid^="plan-difference-"]')];
    const gone = rows.find((r) => r.textContent?.includes('Mục bị bỏ'));
    expect(gone?.textContent).toContain('Đang chạy');
    expect(gone?.querySelector('input')?.disabled).toBe(true);
    expect([...document.querySelectorAll('.plan-after em')].map((e) => e.textContent)).toContain('II');
    await p.click('plan-merge-take');
    expect(p.hall.state.plan?.segments.map((x) => x.title)).toContain('Báo cáo sơ kết quý II');
    expect(p.hall.state.plan?.segments[0]?.title).toBe('Đón tiếp đại biểu');
  });

  it('says that nothing differs', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT);
    await p.click('plan-confirm');
    await p.after(() => openDialog('plan'));
    await p.until(() => p.find('plan-paste') !== null);
    await paste(p, PLAN_TEXT);
    await p.click('plan-merge');
    expect(p.get('plan-merge-list').textContent).toContain('không khác gì');
  });
});
