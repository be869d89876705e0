// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { App } from '../../../renderer/checkin/App';
import { dropToast, ui } from '../../../renderer/store/ui-store';
import type { FakeHall } from '../operator/fake-hall';
import { badge, openPage, type Page, SAMPLE } from '../operator/page';

let page: Page | null = null;
const opened = (hall: FakeHall): void => hall.tell({ type: 'event.opened', ...SAMPLE, mode: 'planned' });
const door = async (prepare = opened): Promise<Page> => {
  page = await openPage('checkin', <App />, prepare);
  return page;
};
afterEach(async () => {
  await page?.close();
  page = null;
  for (const t of ui().toasts) dropToast(t.id);
});

const burst = (codes: readonly string[], target: EventTarget = document.body): void => {
  for (const code of [...codes, 'Enter']) {
    const key = code === 'Enter' || code === 'Backspace' ? code : code.slice(-1).toLowerCase();
    target.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
  }
};

describe('the check-in page', () => {
  it('says what to wait for while there is no roster', async () => {
    const p = await door(() => undefined);
    expect(p.get('checkin-result').textContent).toContain('Chờ bàn điều khiển mở hội nghị');
  });

  it('shows the last scan large, and never as done before it is on disk', async () => {
    const p = await door();
    await p.after(() => p.hall.scan(badge(0)));
    expect(p.get('checkin-result').dataset).toMatchObject({ verdict: 'new', saved: 'true' });
    expect(p.get('checkin-result').textContent).toContain('✓');
    await p.after(() => {
      p.hall.saves = false;
      p.hall.scan(badge(1));
    });
    expect(p.get('checkin-result').dataset.saved).toBe('false');
    expect(p.get('checkin-result').textContent).not.toContain('✓');
    expect(p.get('checkin-result').textContent).toContain('chưa lưu');
  });

  it('finds a person without diacritics, and checks in only who was chosen', async () => {
    const p = await door();
    const who = SAMPLE.delegates[0];
    await p.type('checkin-search', 'chu hai');
    expect(p.get('checkin-hit-0').textContent).toContain(who?.name);
    expect(p.get('checkin-present').textContent).toBe('0');
    await p.click('checkin-mark-0');
    expect(p.hall.commands).toEqual([{ type: 'checkin.mark', delegateId: who?.id, door: 'Bàn điểm danh' }]);
    expect(p.get('checkin-present').textContent).toBe('1');
    expect(p.get('checkin-hit-0').dataset.present).toBe('true');
  });

  it('takes a check-in back after asking once', async () => {
    const p = await door((hall) => {
      opened(hall);
      hall.scan(badge(0));
    });
    await p.type('checkin-search', 'chu ngoc hai');
    await p.click('checkin-undo-0');
    expect(p.hall.commands).toEqual([]);
    await p.click('checkin-undo-0');
    expect(p.hall.commands).toEqual([{ type: 'checkin.undo', delegateId: SAMPLE.delegates[0]?.id }]);
    expect(p.get('checkin-present').textContent).toBe('0');
  });

  it('reads a keyboard reader by the places of the keys', async () => {
    const p = await door();
    await p.after(() => burst(['KeyH', 'KeyP', 'Digit0', 'Digit0', 'Digit0', 'Digit1']));
    expect(p.hall.commands).toEqual([{ type: 'checkin.code', text: 'hp0001', door: 'Bàn điểm danh' }]);
    expect(p.get('checkin-result').dataset.verdict).toBe('new');
  });

  it('leaves keys to a field that is typed in', async () => {
    const p = await door();
    await p.after(() => p.get('checkin-search').focus());
    await p.after(() => burst(['KeyH', 'KeyP', 'Digit1'], p.get('checkin-search')));
    expect(p.hall.commands).toEqual([]);
  });

  it('refuses a code that an input method has rewritten, and says what to do', async () => {
    const p = await door();
    await p.after(() => burst(['KeyA', 'KeyA', 'Backspace', 'Digit1']));
    expect(p.hall.commands).toEqual([]);
    expect(p.get('toast').textContent).toContain('Tắt bộ gõ tiếng Việt');
  });

  it('says why a check-in was refused', async () => {
    const p = await door();
    await p.type('checkin-search', 'chu ngoc hai');
    p.hall.refuseNext = { code: 'already-present', params: {} };
    await p.click('checkin-mark-0');
    expect(document.body.textContent).toContain('Đại biểu này đã điểm danh.');
  });
});
