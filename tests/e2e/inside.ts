import { projectRoot } from '../../electron/tooling/paths.mjs';
import type { Answer } from '../../shared/contract/commands';
import type { HallApi } from '../../shared/contract/hall-api';
import type { Live, WindowRole } from '../../shared/contract/live';
import type { App } from '../tooling/app';

/** What is tested: the built app of this project, or a copy of it elsewhere that nobody builds anew meanwhile. */
export const APP_PATH = process.env.DIEMCAU_TEST_APP ?? projectRoot;

/** The contract's side of a page, for what is evaluated inside it. */
export type HallWindow = Window & { readonly hall: HallApi };

/** What Electron says of a window, whatever state its page is in. */
export interface WindowFacts {
  readonly visible: boolean;
  readonly fullScreen: boolean;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly pagePid: number;
}

/** The window of a page; null when there is none. */
export function windowFacts(app: App, page: string): Promise<WindowFacts | null> {
  return app.electron.evaluate(({ BrowserWindow }, name) => {
    const w = BrowserWindow.getAllWindows().find((x) => x.webContents.getURL().includes(`/${name}/`));
    if (w === undefined) return null;
    return {
      visible: w.isVisible(),
      fullScreen: w.isFullScreen(),
      bounds: w.getBounds(),
      pagePid: w.webContents.getOSProcessId(),
    };
  }, page);
}

/**
 * Runs a script in a page by way of the main process: it goes on working after the page has died and come back.
 * @returns `no answer` when the page says nothing for 1.5 s
 */
export function inPage(app: App, page: string, script: string): Promise<unknown> {
  return app.electron
    .evaluate(
      ({ BrowserWindow }, [name, code]) => {
        const w = BrowserWindow.getAllWindows().find((x) => x.webContents.getURL().includes(`/${name}/`));
        if (w === undefined) return 'no window';
        return Promise.race([
          w.webContents.executeJavaScript(String(code)).catch((e: unknown) => `failed: ${String(e)}`),
          new Promise((done) => setTimeout(() => done('no answer'), 1500)),
        ]);
      },
      [page, script],
    )
    .catch((e: unknown) => `failed: ${String(e)}`);
}

/** Whether the page is up and can speak with the hall. */
export async function isAnswering(app: App, page: string): Promise<boolean> {
  return typeof (await inPage(app, page, 'window.hall.clock()')) === 'number';
}

/** Asks the hall as the person at the desk. */
export async function ask(app: App, command: unknown): Promise<Answer> {
  return (await inPage(app, 'operator', `window.hall.command(${JSON.stringify(command)})`)) as Answer;
}

export async function liveOf(app: App): Promise<Live> {
  return (await inPage(app, 'operator', 'window.hall.hello().then((h) => h.live)')) as Live;
}

/** How a window stands, as the desk sees it. */
export async function standing(app: App, role: WindowRole): Promise<string> {
  const w = (await liveOf(app)).windows.find((x) => x.role === role);
  return w === undefined ? 'unknown' : w.state;
}
