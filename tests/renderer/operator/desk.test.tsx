// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { App } from '../../../renderer/operator/App';
import { closeDialog, type DialogId, dropToast, openDialog, select, ui } from '../../../renderer/store/ui-store';
import { instant } from '../../../shared/time/time';
import type { FakeHall } from './fake-hall';
import { badge, openPage, type Page, SAMPLE, segmentId } from './page';

let page: Page | null = null;
const desk = async (prepare: (hall: FakeHall) => void = opened): Promise<Page> => {
  page = await openPage('operator', <App />, prepare);
  return page;
};
const opened = (hall: FakeHall): void => hall.tell({ type: 'event.opened', ...SAMPLE, mode: 'planned' });

const dialog = async (p: Page, id: DialogId, has: string): Promise<void> => {
  await p.after(() => openDialog(id));
  await p.until(() => p.find(has) !== null);
};

afterEach(async () => {
  await page?.close();
  page = null;
  closeDialog();
  select(null);
  for (const t of ui().toasts) dropToast(t.id);
});

describe('the first run', () => {
  it('offers the two ways to open the sample, and goes away when one is taken', async () => {
    const p = await desk(() => undefined);
    expect(p.get('first-run').textContent).toContain('07/02/2026');
    await p.click('open-sample-shifted');
    expect(p.hall.commands).toEqual([{ type: 'sample.open', mode: 'shifted' }]);
    expect(p.find('first-run')).toBeNull();
    expect(p.get('agenda-row-13').textContent).toContain('kết thúc dự kiến theo lịch: 17:00');
  });

  it('stays, with the reason in words, when the sample can not be opened', async () => {
    const p = await desk((hall) => {
      hall.refuseNext = { code: 'disk-full', params: {} };
    });
    await p.click('open-sample-planned');
    expect(p.find('first-run')).not.toBeNull();
    expect(p.get('toast').dataset.level).toBe('bad');
    expect(p.get('toast').textContent).not.toContain('disk-full');
  });
});

describe('the timer', () => {
  it('starts, pauses, resumes and goes on by its buttons', async () => {
    const p = await desk();
    await p.click('btn-start');
    expect(p.get('agenda-row-0').dataset.state).toBe('on');
    expect(p.get('agenda-row-1').dataset.state).toBe('next');
    expect(p.get('now-figure').textContent).toBe('45:00');
    await p.click('btn-pause');
    expect(p.get('now-phase').textContent).toBe('TẠM DỪNG');
    await p.click('btn-start');
    await p.click('btn-next');
    expect(p.get('agenda-row-0').dataset.state).toBe('done');
    expect(p.get('now-title').textContent).toBe(SAMPLE.plan.segments[1]?.title);
    await p.click('btn-plus5');
    expect(p.hall.commands.map((c) => c.type)).toEqual([
      'timer.start',
      'timer.pause',
      'timer.start',
      'timer.next',
      'timer.add',
    ]);
  });

  it('does not run a segment again from the top because Start was pressed twice', async () => {
    const p = await desk();
    await p.click('btn-start');
    await p.click('btn-start');
    expect(p.hall.commands).toHaveLength(1);
    expect(p.get('toast').textContent).toContain('đang chạy');
  });

  it('shows the sentence of a refusal', async () => {
    const p = await desk();
    await p.click('btn-pause');
    expect(p.get('toast').textContent).toContain('Chưa có mục nào đang chạy.');
  });

  it('stops only after a second press somewhere else', async () => {
    const p = await desk();
    await p.click('btn-start');
    await p.key('KeyX');
    expect(p.hall.commands.map((c) => c.type)).not.toContain('timer.stop');
    await p.key('Enter');
    await p.key('Space', { key: ' ' });
    expect(p.hall.commands.map((c) => c.type)).not.toContain('timer.stop');
    await p.click('btn-stop-confirm');
    expect(p.hall.commands.at(-1)).toEqual({ type: 'timer.stop' });
    expect(p.find('btn-stop-confirm')).toBeNull();
  });

  it('stops by keys only with the second, different one, and asks nothing while nothing runs', async () => {
    const p = await desk();
    await p.key('KeyX');
    expect(p.find('btn-stop-confirm')).toBeNull();
    expect(p.get('toast').textContent).toContain('Chưa có mục nào đang chạy.');
    await p.click('btn-start');
    await p.key('KeyX', { shiftKey: true });
    expect(p.find('btn-stop-confirm')).not.toBeNull();
    await p.key('KeyX', { shiftKey: true });
    expect(p.hall.commands.map((c) => c.type)).toEqual(['timer.stop', 'timer.start', 'timer.stop']);
  });

  it('takes Escape as never mind, not as stop', async () => {
    const p = await desk();
    await p.click('btn-start');
    await p.key('Escape');
    await p.click('btn-stop');
    await p.key('Escape');
    expect(p.find('btn-stop-confirm')).toBeNull();
    expect(p.hall.commands.map((c) => c.type)).toEqual(['timer.start']);
  });

  it('loads the row that is selected', async () => {
    const p = await desk();
    await p.click('agenda-row-4');
    await p.key('KeyL');
    expect(p.hall.commands).toEqual([{ type: 'timer.load', segmentId: segmentId(4) }]);
    expect(p.get('agenda-row-4').dataset.loaded).toBe('true');
    expect(p.get('now-next').textContent).toContain('Giải lao');
  });
});

describe('the keys', () => {
  it('toggles the pause with the space bar while something runs', async () => {
    const p = await desk();
    for (let i = 0; i < 3; i++) await p.key('Space', { key: ' ' });
    expect(p.hall.commands.map((c) => c.type)).toEqual(['timer.start', 'timer.pause', 'timer.resume']);
  });

  it('cuts to the banner with F9 while a dialog is open and a field is typed in', async () => {
    const p = await desk();
    await dialog(p, 'obs', 'obs-address');
    await p.after(() => p.get('obs-address').focus());
    expect(document.activeElement).toBe(p.get('obs-address'));
    await p.key('F9');
    expect(p.hall.commands).toEqual([{ type: 'scene.show', role: 'banner' }]);
  });

  it('cuts with B, but not while somebody types', async () => {
    const p = await desk();
    await p.after(() => p.get('message-input').focus());
    await p.key('KeyB', { key: 'b' });
    expect(p.hall.commands).toEqual([]);
    await p.after(() => p.get('message-input').blur());
    await p.key('KeyB', { key: 'b' });
    expect(p.hall.commands).toEqual([{ type: 'scene.show', role: 'banner' }]);
  });

  it('leaves the timer alone while a dialog is open', async () => {
    const p = await desk();
    await dialog(p, 'keys', 'keys-sheet');
    await p.key('KeyN', { key: 'n' });
    expect(p.hall.commands).toEqual([]);
  });

  it('takes a burst of a keyboard reader as a badge, not as keys', async () => {
    const p = await desk();
    await p.after(() => {
      for (const c of ['KeyN', 'KeyB', 'Digit1', 'Digit2', 'Enter']) {
        const key = c === 'Enter' ? 'Enter' : c.slice(-1).toLowerCase();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: c, bubbles: true, cancelable: true }));
      }
    }, 120);
    expect(p.hall.commands).toEqual([{ type: 'checkin.code', text: 'nb12', door: 'Bàn điều khiển' }]);
  });
});

describe('what the keys do besides', () => {
  it('says where the banner is not while OBS is gone and no slide window is open', async () => {
    const p = await desk();
    await p.key('F9');
    expect(p.get('toast').dataset.level).toBe('bad');
    expect(p.get('toast').textContent).toContain('“Ma két” chưa lên màn hình nào');
  });

  it('says that the slide window has no picture of its own for what comes from OBS', async () => {
    const p = await desk((hall) => {
      opened(hall);
      hall.show({ windows: [{ role: 'slides', state: 'fullscreen', displayId: 2 }] });
    });
    await p.click('scene-break');
    expect(p.find('toast')).toBeNull();
    await p.click('scene-feed');
    expect(p.get('toast').textContent).toContain('để màn đen');
  });

  it('does not press a button again with Enter because it was clicked before', async () => {
    const p = await desk();
    const button = p.get('btn-start');
    await p.after(() => {
      button.focus();
      button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    });
    expect(document.activeElement).not.toBe(button);
    await p.after(() => button.focus());
    await p.after(() => button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 })));
    expect(document.activeElement).toBe(button);
  });

  it('changes the language before an event is open, and nothing else', async () => {
    const p = await desk(() => undefined);
    await p.key('KeyN', { key: 'n' });
    await p.key('KeyT', { key: 't' });
    expect(p.hall.commands).toEqual([{ type: 'language.set', language: 'en' }]);
  });

  it('says that a scene is on the slide window alone while OBS is lost', async () => {
    const p = await desk((hall) => {
      opened(hall);
      hall.show({
        obs: { ...hall.live.obs, link: 'lost', code: 'gone' },
        windows: [{ role: 'slides', state: 'windowed', displayId: 1 }],
      });
    });
    await p.click('scene-break');
    expect(p.get('toast').dataset.level).toBe('info');
    expect(p.get('toast').textContent).toContain('chỉ lên cửa sổ trình chiếu');
  });

  it('sends a message that is always needed by Shift and its number', async () => {
    const p = await desk();
    await p.key('Digit2', { key: '@', shiftKey: true });
    expect(p.hall.commands).toEqual([{ type: 'message.show', text: 'Xin kết thúc phần trình bày' }]);
  });

  it('gives the keys back to the desk once a typed message is sent', async () => {
    const p = await desk();
    await p.after(() => p.get('message-input').focus());
    await p.type('message-input', 'Mời kết luận');
    await p.click('message-send');
    expect(p.hall.commands).toEqual([{ type: 'message.show', text: 'Mời kết luận' }]);
    expect(document.activeElement).not.toBe(p.get('message-input'));
  });

  it('starts the selected item with Shift and Enter, but not the one that runs', async () => {
    const p = await desk();
    await p.click('agenda-row-2');
    await p.key('Enter', { shiftKey: true });
    await p.key('Enter', { shiftKey: true });
    expect(p.hall.commands).toEqual([{ type: 'timer.start', segmentId: segmentId(2) }]);
    expect(p.get('toast').textContent).toContain('Mục này đang chạy.');
  });

  it('sends away with D the notices that may be sent away', async () => {
    const p = await desk((hall) => {
      opened(hall);
      hall.show({ desk: { ...hall.live.desk, virtualDisplay: true } });
    });
    expect(p.find('notice')).not.toBeNull();
    await p.key('KeyD', { key: 'd' });
    expect(p.find('notice')).toBeNull();
  });
});

describe('attendance', () => {
  it('no longer calls somebody new whose check-in was taken back', async () => {
    const p = await desk((hall) => {
      opened(hall);
      hall.scan(badge(0));
    });
    expect(p.get('last-scan').dataset.verdict).toBe('new');
    const who = SAMPLE.delegates[0]?.id;
    await p.after(() => who !== undefined && p.hall.tell({ type: 'presence.undone', delegateId: who }));
    expect(p.get('last-scan').dataset.verdict).toBe('undone');
    expect(p.get('scan-row-0').textContent).toContain('ĐÃ BỎ ĐIỂM DANH');
  });

  it('names each verdict in words', async () => {
    const p = await desk();
    const card = (): HTMLElement => p.get('last-scan');
    await p.after(() => p.hall.scan(badge(0)));
    expect([card().dataset.verdict, card().dataset.saved]).toEqual(['new', 'true']);
    expect(card().textContent).toContain('MỚI');
    await p.after(() => p.hall.scan(badge(0), 'Cửa số 2'));
    expect(card().textContent).toContain('ĐÃ ĐIỂM DANH');
    expect(card().textContent).toMatch(/Lần đầu \d\d:\d\d:\d\d, Cửa chính/);
    await p.after(() => p.hall.scan('LA-1'));
    expect(card().textContent).toContain('KHÔNG CÓ TRONG DANH SÁCH');
    expect(card().textContent).toContain('LA-1');
    await p.after(() => p.hall.scan('\u0001', 'Cửa chính', false));
    expect(card().textContent).toContain('KHÔNG ĐỌC ĐƯỢC');
    expect(p.get('present-count').textContent).toBe('1');
    expect(p.get('summoned-count').textContent).toBe('420');
    expect(p.get('scan-row-3').dataset.verdict).toBe('new');
  });

  it('says "not saved" in place of done while the disk has not got it', async () => {
    const p = await desk();
    expect(p.find('pending-badge')).toBeNull();
    await p.after(() => {
      p.hall.saves = false;
      p.hall.scan(badge(1));
    });
    expect(p.get('last-scan').dataset.saved).toBe('false');
    expect(p.get('last-scan').textContent).toContain('chưa lưu');
    expect(p.get('pending-badge').textContent).toContain('chưa lưu (1)');
    await p.after(() =>
      p.hall.show({ storage: { savedRevision: p.hall.state.revision, pending: 0, code: null, notice: null } }),
    );
    expect(p.get('last-scan').dataset.saved).toBe('true');
    expect(p.find('pending-badge')).toBeNull();
  });

  it('says where the exported paper is', async () => {
    const p = await desk();
    await p.click('export-pdf');
    expect(document.body.textContent).toContain('Danh sách đại biểu.pdf');
  });
});

describe('OBS', () => {
  const link = (hall: FakeHall, asked: 'banner' | null): void =>
    hall.show({ obs: { ...hall.live.obs, link: 'linked', code: 'linked', params: { version: '29.0.2' }, asked } });

  it('tells asked from on air', async () => {
    const p = await desk((hall) => {
      opened(hall);
      link(hall, 'banner');
      hall.tell({ type: 'scene.wanted', role: 'banner', by: 'operator' });
    });
    expect(p.get('scene-banner').dataset).toMatchObject({ asked: 'true', onAir: 'false' });
    await p.after(() => {
      link(p.hall, null);
      p.hall.tell({ type: 'programme.reported', role: 'banner', sceneName: 'ĐC Ma két', followed: false });
    });
    expect(p.get('scene-banner').dataset).toMatchObject({ asked: 'false', onAir: 'true' });
  });

  it('takes nothing for on air while OBS is gone', async () => {
    const p = await desk((hall) => {
      opened(hall);
      hall.tell({ type: 'programme.reported', role: 'hall', sceneName: 'ĐC Hội trường', followed: false });
    });
    expect(p.get('scene-hall').dataset.onAir).toBe('false');
  });

  it('keeps the stored password when none is typed', async () => {
    const p = await desk((hall) => {
      opened(hall);
      hall.show({
        desk: { ...hall.live.desk, obs: { address: '10.0.0.5', port: 4456, hasPassword: true }, keyring: false },
      });
    });
    await dialog(p, 'obs', 'obs-address');
    expect(document.body.textContent).toContain('không có kho khoá');
    await p.click('obs-connect');
    expect(p.hall.commands.at(-1)).toEqual({ type: 'obs.link', address: '10.0.0.5', port: 4456, password: null });
    await p.type('obs-password', 'mật khẩu');
    await p.click('obs-connect');
    expect(p.hall.commands.at(-1)).toMatchObject({ password: 'mật khẩu' });
  });
});

describe('lamps, scanners, log, language', () => {
  it('shows each lamp with its level and its sentence', async () => {
    const p = await desk((hall) => {
      opened(hall);
      hall.show({ windows: [{ role: 'stage', state: 'parked', displayId: 7 }] });
    });
    expect(p.get('lamp-storage').dataset.level).toBe('ok');
    expect(p.get('lamp-obs').dataset.level).toBe('off');
    expect(p.get('lamp-stage').dataset.level).toBe('bad');
    expect(p.get('lamp-stage').textContent).toContain('đã bị rút');
  });

  it('opens a port that was typed by hand, and refuses a speed that is none', async () => {
    const p = await desk();
    await dialog(p, 'scanner', 'scanner-path');
    await p.type('scanner-path', '/dev/pts/7');
    await p.type('scanner-baud', 'nhanh');
    await p.click('scanner-connect');
    expect(p.hall.commands).toEqual([]);
    expect(document.body.textContent).toContain('Tốc độ phải là số');
    await p.type('scanner-baud', '115200');
    await p.type('scanner-door', 'Cửa số 2');
    await p.click('scanner-connect');
    expect(p.hall.commands).toEqual([
      {
        type: 'scanner.open',
        path: '/dev/pts/7',
        baudRate: 115_200,
        dataBits: 8,
        parity: 'none',
        stopBits: 1,
        door: 'Cửa số 2',
      },
    ]);
  });

  it('says in the scanner dialog why a port was not opened, without promising to wait for it', async () => {
    const p = await desk();
    await dialog(p, 'scanner', 'scanner-path');
    await p.type('scanner-path', '/dev/ttyS99');
    p.hall.refuseNext = { code: 'scanner-missing', params: { path: '/dev/ttyS99' } };
    await p.click('scanner-connect');
    expect(p.get('scanner-refused').textContent).toContain('không thấy /dev/ttyS99');
    expect(p.get('scanner-refused').textContent).not.toContain('tự nhận');
  });

  it('says in the windows dialog what happens on the desk’s own display', async () => {
    const p = await desk((hall) => {
      opened(hall);
      hall.show({
        displays: [{ id: 7, label: 'AOC', width: 1920, height: 1080, operator: true }],
        windows: [{ role: 'stage', state: 'windowed', displayId: 7 }],
      });
    });
    await dialog(p, 'windows', 'stage-open');
    expect(p.get('stage-own-display').textContent).toContain('F11');
    expect(p.find('slides-own-display')).toBeNull();
  });

  it('tells the log newest first and follows it', async () => {
    const p = await desk();
    await dialog(p, 'log', 'log-list');
    await p.after(() => p.hall.tell({ type: 'message.shown', text: 'Còn 5 phút' }));
    await p.until(() => p.get('log-list').textContent?.includes('Còn 5 phút') ?? false);
    expect(p.get('log-list').firstElementChild?.textContent).toContain('Nhắn lên sân khấu: “Còn 5 phút”.');
    expect(p.get('log-list').lastElementChild?.textContent).toContain('14 mục, 420 đại biểu');
  });

  it('speaks English when asked, and says so to the hall', async () => {
    const p = await desk();
    await p.click('language-toggle');
    expect(p.hall.commands).toEqual([{ type: 'language.set', language: 'en' }]);
    expect(p.get('btn-start').textContent).toContain('Start');
    expect(document.documentElement.lang).toBe('en');
  });

  it('says that the clock was stepped', async () => {
    const p = await desk();
    await p.after(() => p.hall.tell({ type: 'clock.stepped', byMs: 3_600_000 as never, wallOffset: 0 as never }));
    expect(p.get('notices').textContent).toContain('+3600 giây');
    expect(p.hall.now()).toBeGreaterThan(instant(0));
  });
});
