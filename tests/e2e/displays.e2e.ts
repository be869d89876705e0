import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { WindowRole } from '../../shared/contract/live';
import { type App, launchApp } from '../tooling/app';
import { type Displays, startDisplays, whyNot } from './displays/xorg';
import { APP_PATH, ask, isAnswering, liveOf, standing, windowFacts } from './inside';

// Real displays of a real X server that are plugged in and pulled out, told in order: each step stands on the one
// before it. The operator has DUMMY0.
const reason = whyNot();
const PATIENCE = { timeout: 15_000, interval: 100 };
const MODE = ['--mode', '1920x1080'];

if (reason !== null) it.skip(`windows on several displays: ${reason}`, () => undefined);

describe.skipIf(reason !== null).each([
  ['with a window manager', true],
  ['without a window manager', false],
])('windows on several displays, %s', (_name, windowManager) => {
  let hall: Displays;
  let app: App;

  beforeAll(async () => {
    hall = await startDisplays(windowManager);
    for (const output of ['DUMMY1', 'DUMMY2', 'DUMMY3']) hall.xrandr('--addmode', output, '1920x1080');
    for (const output of ['DUMMY0', 'DUMMY1']) hall.xrandr('--addmode', output, '1280x720');
    // each is on once, so that it keeps the name it is given
    for (const [i, output] of ['DUMMY1', 'DUMMY2', 'DUMMY3'].entries())
      hall.xrandr('--output', output, ...(i === 0 ? ['--mode', '1280x720'] : MODE), '--right-of', `DUMMY${i}`);
    hall.xrandr('--output', 'DUMMY3', '--off');
    hall.name('DUMMY0', 'DESK', 1);
    hall.name('DUMMY1', 'STAGE LG', 7);
    hall.name('DUMMY2', 'PROJECTOR', 9);
    app = await launchApp({ env: { DISPLAY: hall.display }, appPath: APP_PATH });
    await app.page('operator');
    await vi.waitUntil(() => isAnswering(app, 'operator'), PATIENCE);
  }, 120_000);

  afterAll(async () => {
    await app?.close();
    await hall?.stop();
  }, 60_000);

  const displayNamed = async (label: string): Promise<number> => {
    const found = (await liveOf(app)).displays.find((d) => d.label === label);
    if (found === undefined) throw new Error(`there is no display ${label}`);
    return found.id;
  };
  /** `x,y widthxheight` of a window that is seen and fills its display; otherwise how it stands. */
  const fills = async (role: WindowRole): Promise<string> => {
    const w = await windowFacts(app, role);
    if (w === null) return 'no window';
    if (!w.visible) return `hidden, ${await standing(app, role)}`;
    const { x, y, width, height } = w.bounds;
    return `${w.fullScreen ? '' : 'not full: '}${x},${y} ${width}x${height}`;
  };
  const press = (page: string, key: string): Promise<void> =>
    app.electron.evaluate(
      ({ webContents }, [name, keyCode]) =>
        webContents
          .getAllWebContents()
          .find((c) => c.getURL().includes(`/${name}/`))
          ?.sendInputEvent({ type: 'keyDown', keyCode: String(keyCode) }),
      [page, key],
    );
  const plugStage = (): string =>
    hall.xrandr(
      ...['--output', 'DUMMY1', '--mode', '1280x720', '--right-of', 'DUMMY0'],
      ...['--output', 'DUMMY2', ...MODE, '--right-of', 'DUMMY1'],
    );
  const stays = async (role: WindowRole, how: string): Promise<void> => {
    // long enough for what should not happen
    for (let i = 0; i < 10; i++) {
      expect(await fills(role)).toBe(how);
      await new Promise((done) => setTimeout(done, 150));
    }
  };

  it('knows the displays by their names, and which is the operator’s', async () => {
    await expect
      .poll(async () => (await liveOf(app)).displays.map((d) => [d.label, d.width, d.height, d.operator]), PATIENCE)
      .toEqual([
        ['DESK', 1920, 1080, true],
        ['STAGE LG', 1280, 720, false],
        ['PROJECTOR', 1920, 1080, false],
      ]);
  });

  it('fills the display that a window is given', async () => {
    expect(
      await ask(app, { type: 'window.open', role: 'stage', displayId: await displayNamed('STAGE LG') }),
    ).toMatchObject({ ok: true });
    await ask(app, { type: 'window.open', role: 'slides', displayId: await displayNamed('PROJECTOR') });
    await expect.poll(() => fills('stage'), PATIENCE).toBe('1920,0 1280x720');
    await expect.poll(() => fills('slides'), PATIENCE).toBe('3200,0 1920x1080');
    expect(await standing(app, 'stage')).toBe('fullscreen');
  });

  it('refuses a display that another window is on, and one that is not there', async () => {
    expect(
      await ask(app, { type: 'window.open', role: 'checkin', displayId: await displayNamed('PROJECTOR') }),
    ).toMatchObject({ ok: false, code: 'display-taken' });
    expect(await ask(app, { type: 'window.open', role: 'checkin', displayId: 1 })).toMatchObject({
      ok: false,
      code: 'no-such-display',
    });
  });

  it('opens in a frame what is asked for on the operator’s own display', async () => {
    await ask(app, { type: 'window.open', role: 'checkin', displayId: await displayNamed('DESK') });
    await expect.poll(() => standing(app, 'checkin'), PATIENCE).toBe('windowed');
  });

  it('fills the operator’s own display only when F11 is pressed in that window, until Esc', async () => {
    await expect.poll(() => isAnswering(app, 'checkin'), PATIENCE).toBe(true);
    await press('checkin', 'F11');
    await expect.poll(() => standing(app, 'checkin'), PATIENCE).toBe('fullscreen');
    await press('checkin', 'Escape');
    await expect.poll(() => standing(app, 'checkin'), PATIENCE).toBe('windowed');
    await ask(app, { type: 'window.close', role: 'checkin' });
    await expect.poll(() => standing(app, 'checkin'), PATIENCE).toBe('closed');
  });

  it('does not leave a display for an Esc, which a presenter’s clicker may send', async () => {
    await press('stage', 'Escape');
    await press('stage', 'F11');
    await stays('stage', '1920,0 1280x720');
  });

  it('hides a window whose display is pulled out, and never puts it on the operator’s', async () => {
    hall.xrandr('--output', 'DUMMY1', '--off');
    await expect.poll(() => fills('stage'), PATIENCE).toBe('hidden, parked');
    await stays('stage', 'hidden, parked');
    expect(await standing(app, 'slides')).toBe('fullscreen');
  });

  it('brings it back when the display is plugged in again', async () => {
    plugStage();
    await expect.poll(() => fills('stage'), PATIENCE).toBe('1920,0 1280x720');
    await expect.poll(() => fills('slides'), PATIENCE).toBe('3200,0 1920x1080');
  });

  it('has the windows on their displays again after kill -9', async () => {
    await app.kill9();
    app = await launchApp({ userData: app.userData, env: { DISPLAY: hall.display }, appPath: APP_PATH });
    await app.page('operator');
    await expect.poll(() => fills('stage'), PATIENCE).toBe('1920,0 1280x720');
    await expect.poll(() => fills('slides'), PATIENCE).toBe('3200,0 1920x1080');
    await expect.poll(() => isAnswering(app, 'operator'), PATIENCE).toBe(true);
  });

  it('follows the monitor to another port', async () => {
    hall.xrandr('--output', 'DUMMY1', '--off');
    await expect.poll(() => fills('stage'), PATIENCE).toBe('hidden, parked');
    hall.name('DUMMY3', 'STAGE LG', 7);
    hall.xrandr('--output', 'DUMMY3', ...MODE, '--right-of', 'DUMMY2');
    await expect.poll(() => fills('stage'), PATIENCE).toMatch(/^\d+,0 1920x1080$/);
    expect(await fills('stage')).not.toBe(await fills('slides'));
    expect(await standing(app, 'stage')).toBe('fullscreen');
  });

  it('moves every window along when the operator’s display changes its size', async () => {
    hall.xrandr(
      ...['--output', 'DUMMY0', '--mode', '1280x720'],
      ...['--output', 'DUMMY2', ...MODE, '--right-of', 'DUMMY0'],
      ...['--output', 'DUMMY3', ...MODE, '--right-of', 'DUMMY2'],
    );
    await expect.poll(() => fills('slides'), PATIENCE).toBe('1280,0 1920x1080');
    await expect.poll(() => fills('stage'), PATIENCE).toBe('3200,0 1920x1080');
  });

  it('keeps the console alone on the last display', async () => {
    hall.xrandr('--output', 'DUMMY2', '--off', '--output', 'DUMMY3', '--off');
    await expect.poll(() => fills('stage'), PATIENCE).toBe('hidden, parked');
    await expect.poll(() => fills('slides'), PATIENCE).toBe('hidden, parked');
    await stays('stage', 'hidden, parked');
    const console = await windowFacts(app, 'operator');
    expect(console?.visible).toBe(true);
    expect(console?.bounds.x).toBeLessThan(1280);
  });
});
