// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { closeDialog, openDialog, ui } from '../../../../renderer/store/ui-store';
import { write } from '../../operator/desk-dialog';
import type { Page } from '../../operator/page';
import { PLAN_TEXT } from './fake-plans';
import { last, paste, planDesk } from './plan-desk';

const { start, plans } = planDesk();
const choose = (p: Page, name: string, text: string): Promise<void> =>
  p.after(() => {
    const field = p.get('plan-file') as HTMLInputElement;
    Object.defineProperty(field, 'files', { value: [new File([text], name)], configurable: true });
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
const value = (p: Page, testid: string): string => (p.get(testid) as HTMLInputElement).value;
const clip = (text: string): Event =>
  Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
    clipboardData: { files: [], getData: (type: string) => (type === 'text/plain' ? text : '') },
  });
/** 14/3/2026 is a Saturday. */
const WRONG_DAY = PLAN_TEXT.replace('thứ Bảy', 'Chủ nhật');

describe('taking a document in', () => {
  it('reads a chosen file and opens the review with the document and the draft', async () => {
    const p = await start();
    await choose(p, 'ke-hoach.txt', PLAN_TEXT);
    await p.until(() => p.find('plan-review') !== null);
    expect(p.get('plan-document').textContent).toContain('Trần Thị Bình');
    expect((p.get('plan-segment-title-2') as HTMLTextAreaElement).value).toBe('Báo cáo sơ kết quý I');
    expect(p.get('plan-mark-0').dataset.owners).toBe('organiser');
    expect(p.hall.commands).toEqual([]);
  });

  it('shows how far it is, and is back at the start when it is cancelled, whatever comes later', async () => {
    const p = await start();
    plans().holds = true;
    await paste(p, PLAN_TEXT);
    await p.after(() => plans().progress(0.4));
    expect((p.get('plan-progress') as HTMLProgressElement).getAttribute('value')).toBe('40');
    await p.click('plan-cancel');
    expect(plans().cancelled).toBe(1);
    await p.after(() => plans().release());
    expect(p.find('plan-review')).toBeNull();
    expect(p.find('plan-paste')).not.toBeNull();
  });

  it('says in words why a document was not read, and takes the next one', async () => {
    const p = await start();
    plans().refuse = { code: 'scanned', params: { pages: 3 } };
    await choose(p, 'quet.pdf', 'x');
    expect(p.get('plan-error').textContent).toContain('quet.pdf');
    expect(p.get('plan-error').textContent).toContain('bản quét (3 trang');
    plans().refuse = null;
    await choose(p, 'lai.txt', PLAN_TEXT);
    expect(p.find('plan-review')).not.toBeNull();
  });

  it('shows a conversion before and after, and goes on only when it is agreed to', async () => {
    const p = await start();
    plans().conversion = { from: 'TCVN3', before: 'Héi nghÞ', after: 'Hội nghị' };
    await choose(p, 'cu.txt', PLAN_TEXT);
    expect(p.find('plan-review')).toBeNull();
    expect(p.get('plan-conversion').textContent).toContain('Héi nghÞ');
    expect(p.get('plan-conversion').textContent).toContain('TCVN3');
    await p.click('plan-conversion-agree');
    expect(p.find('plan-review')).not.toBeNull();
  });

  it('tells damaged letters from another encoding', async () => {
    const p = await start();
    plans().conversion = { from: 'UTF-8', before: 'Báo c\ufffdo', after: 'Báo c\ufffdo' };
    await choose(p, 'hong.txt', PLAN_TEXT);
    expect(p.get('plan-conversion').textContent).toContain('chữ bị hỏng');
    expect(document.querySelectorAll('.plan-conversion pre')).toHaveLength(1);
  });

  it('hands a file of another endpoint to the library instead of the reader', async () => {
    const p = await start();
    await choose(p, 'Hoi nghi.DIEMCAU.json', '{"x":1}');
    expect(last(p)).toEqual({ type: 'library.import', name: 'Hoi nghi.DIEMCAU.json', text: '{"x":1}' });
    expect(plans().inputs).toHaveLength(0);
    expect(ui().dialog).toBe('library');
  });

  it('takes a file that is dropped anywhere, and shows where it may fall', async () => {
    const p = await start();
    await p.after(() => closeDialog());
    const drag = (type: string): Event =>
      Object.assign(new Event(type, { bubbles: true, cancelable: true }), {
        dataTransfer: { types: ['Files'], files: [new File([PLAN_TEXT], 'a.txt')], dropEffect: 'none' },
      });
    await p.after(() => document.body.dispatchEvent(drag('dragover')));
    expect(p.find('plan-drop')).not.toBeNull();
    const drop = drag('drop');
    await p.after(() => document.body.dispatchEvent(drop));
    await p.until(() => p.find('plan-review') !== null);
    expect(drop.defaultPrevented).toBe(true);
    expect(p.find('plan-drop')).toBeNull();
  });

  it('keeps the review when its dialog is closed and opened again', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT);
    await write(p, 'plan-place', 'Nhà văn hoá');
    await p.after(() => closeDialog());
    await p.after(() => openDialog('plan'));
    await p.until(() => p.find('plan-review') !== null);
    expect((p.get('plan-place') as HTMLInputElement).value).toBe('Nhà văn hoá');
  });
});

describe('the review', () => {
  it('says above the findings what of the file was not read, and shows where it is missing', async () => {
    const p = await start();
    plans().notices = [{ code: 'pages-scanned', params: { pages: '1, 3–4' } }];
    await paste(p, PLAN_TEXT);
    const notices = p.get('plan-notices');
    expect(notices.textContent).toContain('Trang 1, 3–4 là ảnh quét');
    expect(notices.nextElementSibling?.textContent).not.toContain('Vẫn nên xem lướt');
    expect(p.get('plan-document').textContent).toMatch(/^Trang 1: ảnh quét, chưa đọc/);
    await p.click('plan-notice-0');
    expect(document.querySelector<HTMLElement>('.plan-page')?.dataset.flash).toBe('on');
    plans().notices = [];
    await p.click('plan-another');
    await paste(p, PLAN_TEXT);
    expect(p.find('plan-notices')).toBeNull();
  });

  it('takes out an item that is struck through in the document', async () => {
    const p = await start();
    plans().struck = 'Thảo luận';
    await paste(p, PLAN_TEXT);
    expect(p.get('plan-finding-0').textContent).toContain('“Thảo luận” bị gạch ngang');
    await p.after(() => p.get('plan-finding-0').querySelector('button')?.click());
    expect(p.get('plan-segment-3').dataset.flash).toBe('on');
    await p.click('plan-remedy-0-0');
    expect(p.get('plan-finding-0').textContent).toContain('Đã sửa');
    await p.click('plan-confirm');
    expect(p.hall.state.plan?.segments.map((s) => s.title)).not.toContain('Thảo luận');
  });

  it('asks once more while something is doubtful, and not once it is dealt with', async () => {
    const p = await start();
    await paste(p, WRONG_DAY);
    expect(p.get('plan-finding-0').dataset.code).toBe('weekday-disagrees');
    await p.click('plan-confirm');
    expect(p.hall.commands).toEqual([]);
    expect(p.get('plan-confirm').textContent).toContain('Bấm lần nữa');
    await p.click('plan-handle-0');
    expect(p.get('plan-finding-0').dataset.handled).toBe('true');
    expect(p.get('plan-confirm').textContent).toBe('Mở hội nghị này');
    await p.click('plan-confirm');
    expect(last(p)).toMatchObject({ type: 'library.keep', open: true, plan: { days: ['2026-03-14'] } });
    expect(p.hall.state.plan?.segments).toHaveLength(5);
    expect(ui().dialog).toBeNull();
  });

  it('opens on the second press although something is doubtful', async () => {
    const p = await start();
    await paste(p, WRONG_DAY);
    await p.click('plan-confirm');
    await p.click('plan-confirm');
    expect(p.hall.state.plan?.place).toContain('Hội trường tầng 2');
  });

  it('lights up both sides for a finding', async () => {
    const p = await start();
    await paste(p, WRONG_DAY);
    await p.after(() => p.get('plan-finding-0').querySelector('button')?.click());
    expect(document.querySelectorAll('mark[data-flash]').length).toBeGreaterThan(0);
    expect(document.querySelectorAll('[data-place][data-flash]').length).toBeGreaterThan(0);
  });

  it('takes corrections by hand, and refuses a time that is none', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT);
    await write(p, 'plan-segment-title-0', 'Đón khách');
    await write(p, 'plan-segment-start-0', '25 giờ trưa');
    expect(p.get('plan-segment-0').textContent).toContain('Giờ ghi như 08:25');
    await write(p, 'plan-segment-start-0', '7h15');
    await p.click('plan-confirm');
    expect(p.hall.state.plan?.segments[0]).toMatchObject({ title: 'Đón khách', start: 7.25 * 3_600_000 });
  });

  it('undoes a correction with Ctrl and Z', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT);
    await write(p, 'plan-place', 'Nhà văn hoá');
    await p.after(() => p.get('plan-place').focus());
    await p.key('KeyZ', { key: 'z', ctrlKey: true });
    expect((p.get('plan-place') as HTMLInputElement).value).toContain('Hội trường tầng 2');
  });

  it('says that there is no name instead of opening an event without', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT);
    await write(p, 'plan-name', '');
    await p.click('plan-confirm');
    expect(p.hall.commands).toEqual([]);
    expect(p.get('toast').textContent).toContain('Chưa có tên hội nghị');
  });

  it('stays, with the sentence, when the timer runs, and can still be put into the library', async () => {
    const p = await start();
    await p.after(() => p.hall.command({ type: 'timer.start', segmentId: null }));
    await paste(p, PLAN_TEXT);
    await p.click('plan-confirm');
    expect(p.get('toast').textContent).toContain('Đồng hồ đang chạy');
    expect(p.find('plan-review')).not.toBeNull();
    await p.click('plan-keep-only');
    expect(Object.keys(p.hall.state.library)).toHaveLength(1);
    expect(ui().dialog).toBe('library');
  });

  it('keeps the roster only where the person wants it', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT);
    await p.click('plan-keep-roster');
    await p.click('plan-confirm');
    expect(last(p)).toMatchObject({ delegates: [] });
  });

  it('moves an item with Alt and the arrows, and by its handle', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT);
    await p.after(() => p.get('plan-segment-title-0').focus());
    await p.key('ArrowDown', { key: 'ArrowDown', altKey: true });
    expect(value(p, 'plan-segment-title-1')).toBe('Đón tiếp đại biểu');
    await p.after(() => p.get('plan-segment-handle-1').dispatchEvent(new Event('pointerdown', { bubbles: true })));
    expect(p.get('plan-segment-1').draggable).toBe(true);
    const drag = (type: string): Event =>
      Object.assign(new Event(type, { bubbles: true, cancelable: true }), {
        clientY: 0,
        dataTransfer: { types: [], setData: () => undefined, effectAllowed: '' },
      });
    for (const [type, row] of [
      ['dragstart', 1],
      ['dragover', 4],
      ['drop', 4],
    ] as const)
      await p.after(() => p.get(`plan-segment-${row}`).dispatchEvent(drag(type)));
    expect(p.get('plan-segment-1').draggable).not.toBe(true);
    expect(value(p, 'plan-segment-title-1')).not.toBe('Đón tiếp đại biểu');
    await p.click('plan-undo');
    await p.click('plan-undo');
    expect(value(p, 'plan-segment-title-0')).toBe('Đón tiếp đại biểu');
  });

  it('moves a line of the banner with Alt and the arrows, and has a handle to drag it', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT);
    const lines = ['HỘI NGHỊ', 'SƠ KẾT', 'QUÝ I'];
    for (let i = 0; p.find('plan-banner-remove-0') !== null && i < 12; i++) await p.click('plan-banner-remove-0');
    for (const [i, line] of lines.entries()) {
      await p.click('plan-banner-add');
      await write(p, `plan-banner-${i}`, line);
    }
    await p.after(() => p.get('plan-banner-0').focus());
    await p.key('ArrowDown', { key: 'ArrowDown', altKey: true });
    await p.key('ArrowDown', { key: 'ArrowDown', altKey: true });
    expect([0, 1, 2].map((i) => value(p, `plan-banner-${i}`))).toEqual(['SƠ KẾT', 'QUÝ I', 'HỘI NGHỊ']);
    await p.click('plan-undo');
    expect(value(p, 'plan-banner-1')).toBe('HỘI NGHỊ');
    await p.after(() => p.get('plan-banner-handle-2').dispatchEvent(new Event('pointerdown', { bubbles: true })));
    expect(p.get('plan-banner-line-2').draggable).toBe(true);
  });

  it('adds a deadline, and a pasted table to the agenda instead of taking it for another plan', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT);
    await p.click('plan-deadline-add');
    await write(p, 'plan-deadline-what-0', 'Báo cáo quân số');
    await p.after(() => p.get('plan-review').dispatchEvent(clip('16:00\tTrao giải\tÔng A\n16:30\tBế mạc\tÔng B')));
    expect(value(p, 'plan-segment-title-6')).toBe('Bế mạc');
    await p.click('plan-confirm');
    await p.until(() => p.hall.state.plan?.segments.length === 7);
    expect(p.hall.state.plan?.deadlines.map((d) => d.what)).toEqual(['Báo cáo quân số']);
    expect(p.hall.state.plan?.segments.at(-1)).toMatchObject({ session: 'afternoon', day: '2026-03-14' });
  });

  it('goes to the next open finding with F8, and says when all have been looked at', async () => {
    const p = await start();
    await paste(p, WRONG_DAY);
    await p.key('F8');
    expect(p.get('plan-finding-0').dataset.flash).toBe('on');
    await p.click('plan-handle-0');
    for (let i = 1; p.find(`plan-handle-${i}`) !== null; i++) await p.click(`plan-handle-${i}`);
    await p.key('F8');
    expect(p.get('toast').textContent).toContain('Đã xem hết');
  });

  it('mends a finding in one press, tells it as mended, and leads to the field where nothing can be pressed', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT.replace('10h15 - 10h30', '10h00 - 10h30'));
    expect(p.get('plan-finding-0').dataset.code).toBe('overlap');
    await p.click('plan-remedy-0-1');
    expect(document.activeElement).toBe(p.get('plan-segment-start-4'));
    await p.click('plan-remedy-0-0');
    expect(value(p, 'plan-segment-end-3')).toBe('10:00');
    expect(p.get('plan-finding-0').textContent).toContain('Đã sửa');
    expect(p.get('plan-confirm').textContent).toBe('Mở hội nghị này');
  });

  it('offers a way back to a document that was put away half way', async () => {
    const p = await start();
    await paste(p, PLAN_TEXT);
    await write(p, 'plan-place', 'Nhà văn hoá');
    await p.click('plan-another');
    expect(p.find('plan-review')).toBeNull();
    await p.click('plan-back');
    expect(value(p, 'plan-place')).toBe('Nhà văn hoá');
  });

  it('puts an event with open doubts into the library only on the second press', async () => {
    const p = await start();
    await paste(p, WRONG_DAY);
    await p.click('plan-keep-only');
    expect(p.hall.commands).toEqual([]);
    await p.click('plan-keep-only');
    expect(last(p)).toMatchObject({ type: 'library.keep', open: false });
  });
});
