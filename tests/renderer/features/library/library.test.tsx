// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ui } from '../../../../renderer/store/ui-store';
import { deskDialog, sampleOpen } from '../../operator/desk-dialog';
import type { FakeHall } from '../../operator/fake-hall';
import { type Page, SAMPLE } from '../../operator/page';

const other = { ...SAMPLE.plan, id: 'khac', name: 'Lễ kỷ niệm thành lập', place: 'Kiến An' };
const kept = (hall: FakeHall): void => {
  sampleOpen(hall);
  hall.tell({ type: 'library.kept', plan: other, delegates: [] });
};
const open = deskDialog('library', 'library');
const start = (prepare: (hall: FakeHall) => void = kept): Promise<Page> => open(prepare);

describe('the library', () => {
  it('lists the open event first, and finds others by words without marks', async () => {
    const p = await start();
    expect(p.get('library-row-0').dataset.open).toBe('true');
    await p.type('library-search', 'ky niem kien an');
    expect(p.get('library-row-0').textContent).toContain('Lễ kỷ niệm');
    expect(p.find('library-row-1')).toBeNull();
    expect(p.get('library-shelf-used').textContent).toContain('(1)');
    await p.type('library-search', 'iem');
    expect(p.get('library').textContent).toContain('Không có hội nghị nào khớp');
  });

  it('opens another event, and says why not while the timer runs', async () => {
    const p = await start();
    await p.after(() => p.hall.command({ type: 'timer.start', segmentId: null }));
    await p.click('library-open-1');
    expect(p.get('toast').textContent).toContain('Đồng hồ đang chạy');
    await p.after(() => p.hall.command({ type: 'timer.stop' }));
    await p.click('library-open-1');
    expect(p.hall.state.plan?.id).toBe('khac');
    expect(ui().dialog).toBeNull();
  });

  it('deletes with an undo, and keeps what was deleted on a shelf of its own', async () => {
    const p = await start();
    await p.click('library-delete-1');
    expect(p.find('library-row-1')).toBeNull();
    await p.click('library-undo');
    expect(p.find('library-row-1')).not.toBeNull();
    expect(p.find('library-undo')).toBeNull();
    await p.click('library-delete-1');
    await p.type('library-search', 'kien an');
    expect(p.get('library').textContent).toContain('xem số ở các ngăn khác');
    await p.click('library-shelf-deleted');
    await p.click('library-restore-0');
    expect(p.hall.state.library.khac?.deleted).toBe(false);
  });

  it('refuses to delete the open event, in words', async () => {
    const p = await start();
    await p.click('library-delete-0');
    expect(p.get('toast').textContent).toContain('đang mở');
  });

  it('duplicates for another day, and not for one that does not exist', async () => {
    const p = await start();
    await p.click('library-duplicate-1');
    await p.type('library-duplicate-day', '30/02/2026');
    expect((p.get('library-duplicate-agree') as HTMLButtonElement).disabled).toBe(true);
    await p.type('library-duplicate-day', '20/03/2026');
    await p.click('library-duplicate-agree');
    expect(p.hall.state.library['khac-2']?.plan.days).toEqual(['2026-03-20']);
  });

  it('archives, exports and makes a blank event to be edited', async () => {
    const p = await start();
    await p.click('library-export-1');
    expect(p.hall.commands.at(-1)).toEqual({ type: 'library.export', id: 'khac' });
    await p.click('library-archive-1');
    expect(p.hall.state.library.khac?.archived).toBe(true);
    await p.click('library-new');
    expect(p.hall.state.plan).toMatchObject({ name: 'Hội nghị mới', segments: [] });
    expect(ui().dialog).toBe('editing');
  });

  it('says what to do while it is empty, also before any event is open', async () => {
    const p = await start(() => undefined);
    expect(p.get('library').textContent).toContain('Thư viện còn trống');
  });
});
