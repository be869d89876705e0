// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { deskDialog, write } from '../../operator/desk-dialog';
import { type Page, SAMPLE } from '../../operator/page';

const start = deskDialog('editing', 'edit-dialog');
const value = (p: Page, testid: string): string => (p.get(testid) as HTMLInputElement).value;
const titles = (p: Page): readonly string[] => p.hall.state.plan?.segments.map((s) => s.title) ?? [];
const sample = SAMPLE.plan.segments.map((s) => s.title);

describe('editing the open event', () => {
  it('sends a change when its field is left, and undoes and redoes it by button and key', async () => {
    const p = await start();
    await write(p, 'edit-title-1', 'Lời chào mừng');
    expect(titles(p)[1]).toBe('Lời chào mừng');
    await p.click('edit-undo');
    expect(titles(p)).toEqual(sample);
    expect(value(p, 'edit-title-1')).toBe(sample[1]);
    await p.after(() => p.get('edit-title-1').focus());
    await p.key('KeyY', { key: 'y', ctrlKey: true });
    expect(titles(p)[1]).toBe('Lời chào mừng');
  });

  it('says that there is nothing to undo', async () => {
    const p = await start();
    await p.click('edit-undo');
    expect(p.get('toast').textContent).toContain('Không còn gì để hoàn tác');
  });

  it('gives the old text back with Escape, and stays open', async () => {
    const p = await start();
    await p.after(() => p.get('edit-title-0').focus());
    await p.type('edit-title-0', 'nhầm');
    await p.key('Escape');
    await p.after(() => p.get('edit-title-0').blur());
    expect(value(p, 'edit-title-0')).toBe(sample[0]);
    expect(p.hall.commands).toEqual([]);
    expect(p.find('edit-dialog')).not.toBeNull();
  });

  it('refuses an empty title and an impossible time in place', async () => {
    const p = await start();
    // each says its fault when it is left; on a slow machine a moment later
    const says = (words: string) =>
      vi.waitFor(() => expect(p.get('edit-row-0').textContent).toContain(words), { timeout: 5000 });
    await write(p, 'edit-title-0', '');
    await says('Không để trống');
    await write(p, 'edit-start-0', '9:75');
    await says('Giờ ghi như');
    expect(p.hall.commands).toEqual([]);
  });

  it('adds an item, moves it with Alt and the arrows, and removes it', async () => {
    const p = await start();
    await p.click('edit-add');
    const n = sample.length;
    expect(value(p, `edit-title-${n}`)).toBe('Mục mới');
    await p.after(() => p.get(`edit-title-${n}`).focus());
    await p.key('ArrowUp', { key: 'ArrowUp', altKey: true });
    expect(titles(p)[n - 1]).toBe('Mục mới');
    await p.after(() => p.get(`edit-title-${n - 1}`).focus());
    await p.key('ArrowDown', { key: 'ArrowDown', altKey: true });
    expect(titles(p)[n]).toBe('Mục mới');
    await p.click(`edit-remove-${n}`);
    expect(titles(p)).toEqual(sample);
  });

  it('moves a row by its handle to where it is dropped', async () => {
    const p = await start();
    const drag = (type: string): Event =>
      Object.assign(new Event(type, { bubbles: true, cancelable: true }), {
        clientY: 0,
        dataTransfer: { types: [], setData: () => undefined, effectAllowed: '' },
      });
    await p.after(() => p.get('edit-row-3').dispatchEvent(drag('dragstart')));
    await p.after(() => p.get('edit-row-0').dispatchEvent(drag('dragover')));
    await p.after(() => p.get('edit-row-0').dispatchEvent(drag('drop')));
    expect(p.hall.commands.at(-1)).toMatchObject({ type: 'plan.edit', edit: { edit: 'segment.move' } });
    expect(new Set(titles(p))).toEqual(new Set(sample));
    expect(titles(p)).not.toEqual(sample);
  });

  it('takes a pasted table as one step, and says when there is none in it', async () => {
    const p = await start();
    await p.click('edit-paste');
    await p.type('edit-paste-field', '16:00\tGặp mặt cơ sở\tÔng A\n16:30\tChụp ảnh lưu niệm\tVăn phòng');
    expect(titles(p).slice(-2)).toEqual(['Gặp mặt cơ sở', 'Chụp ảnh lưu niệm']);
    await p.click('edit-undo');
    expect(titles(p)).toEqual(sample);
    await p.click('edit-paste');
    await p.type('edit-paste-field', '1\t2');
    expect(document.body.textContent).toContain('Không thấy mục nào');
  });

  it('will not remove the item that is on, and says why', async () => {
    const p = await start();
    await p.after(() => p.hall.command({ type: 'timer.start', segmentId: null }));
    await p.click('edit-remove-0');
    expect(p.get('toast').textContent).toContain('Mục đang chạy phải còn');
    expect(titles(p)).toEqual(sample);
  });

  it('changes the facts, the banner and the deadlines', async () => {
    const p = await start();
    await p.click('edit-tab-facts');
    await write(p, 'edit-days', '8/2/2026');
    await write(p, 'edit-delegates', '1.250');
    expect(p.hall.state.plan).toMatchObject({ days: ['2026-02-08'], expectedDelegates: 1250 });
    await write(p, 'edit-days', '30/2/2026');
    expect(p.get('edit-dialog').textContent).toContain('phải có thật');
    await p.click('edit-tab-banner');
    await write(p, 'edit-banner-1', 'LỄ KỶ NIỆM');
    expect(p.hall.state.plan?.banner[1]).toBe('LỄ KỶ NIỆM');
    const lines = p.hall.state.plan?.banner ?? [];
    await p.after(() => p.get('edit-banner-1').focus());
    await p.key('ArrowUp', { key: 'ArrowUp', altKey: true });
    expect(p.hall.state.plan?.banner).toEqual([lines[1], lines[0], ...lines.slice(2)]);
    await p.click('edit-banner-remove-0');
    expect(p.hall.state.plan?.banner).toEqual([lines[0], ...lines.slice(2)]);
    await p.click('edit-tab-deadlines');
    const before = p.hall.state.plan?.deadlines.length ?? 0;
    await p.click('edit-deadline-add');
    await write(p, `edit-deadline-what-${before}`, 'Báo cáo quân số');
    expect(p.hall.state.plan?.deadlines.at(-1)?.what).toBe('Báo cáo quân số');
  });
});
