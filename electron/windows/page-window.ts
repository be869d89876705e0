import { app, BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import type { PageRole } from '../../shared/contract/hall-api';
import { CHANNELS } from '../ipc/channels';
import { BEAT_MS, Deaths, Heartbeat } from './heartbeat';
import { pageUrl } from './pages';
import { DEV_ORIGIN, fromOwnPage } from './security';

/** What every window of the app is made with. */
export interface PageContext {
  /** Absolute path of the preload script. */
  readonly preload: string;
  log(line: string): void;
}

/** A page that cannot be loaded is tried again after this long. */
const RELOAD_MS = 1000;

/**
 * A window that shows the page of a role and keeps it alive: a page that crashes, hangs or fails to load is loaded
 * again for as long as the window is there. The window is not shown.
 */
export function makePageWindow(
  role: PageRole,
  ctx: PageContext,
  options: BrowserWindowConstructorOptions,
): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    // what is seen before the page has painted, and between a crash and the reload
    backgroundColor: role === 'stage' || role === 'slides' ? '#000000' : '#101113',
    autoHideMenuBar: true,
    ...options,
    webPreferences: {
      preload: ctx.preload,
      additionalArguments: [`--role=${role}`],
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // the MC's countdown goes on while another window covers it
      backgroundThrottling: false,
      // the check-in desk hears every scan, also before anyone has clicked
      autoplayPolicy: 'no-user-gesture-required',
      devTools: !app.isPackaged,
    },
  });
  keepAlive(window, role, ctx);
  return window;
}

function keepAlive(window: BrowserWindow, role: PageRole, ctx: PageContext): void {
  const contents = window.webContents;
  const url = pageUrl(role, DEV_ORIGIN);
  const deaths = new Deaths();
  const heart = new Heartbeat();
  let reload: NodeJS.Timeout | null = null;

  const load = (): void => {
    // a load that fails is told by did-fail-load as well, which is where it is dealt with
    if (!window.isDestroyed()) contents.loadURL(url).catch(() => undefined);
  };
  const loadIn = (ms: number): void => {
    if (reload !== null) clearTimeout(reload);
    reload = setTimeout(load, ms);
  };

  contents.on('render-process-gone', (_event, details) => {
    if (window.isDestroyed()) return;
    const wait = deaths.next(performance.now());
    ctx.log(`${role}: page gone (${details.reason} ${details.exitCode}), loaded again in ${wait} ms`);
    loadIn(wait);
  });
  contents.on('did-fail-load', (_event, code, description, _address, isMainFrame) => {
    const ABORTED = -3;
    if (!isMainFrame || code === ABORTED || window.isDestroyed()) return;
    ctx.log(`${role}: page not loaded (${code} ${description}), again in ${RELOAD_MS} ms`);
    loadIn(RELOAD_MS);
  });
  contents.on('preload-error', (_event, _file, error) => ctx.log(`${role}: preload failed: ${error.message}`));

  contents.ipc.on(CHANNELS.pong, (event) => {
    if (fromOwnPage(event, contents)) heart.alive();
  });
  // Chromium notices a hung page only when someone types into it, which nobody does on the stage
  const pulse = setInterval(() => {
    if (contents.isDestroyed()) return;
    if (contents.isLoading() || contents.isCrashed() || contents.isDevToolsOpened()) {
      heart.alive();
      return;
    }
    if (heart.beat()) {
      ctx.log(`${role}: page hangs, ended`);
      contents.forcefullyCrashRenderer();
      return;
    }
    contents.send(CHANNELS.ping, 0);
  }, BEAT_MS);

  window.once('closed', () => {
    clearInterval(pulse);
    if (reload !== null) clearTimeout(reload);
  });
  load();
}

/** How long a page that does not come up may hold back its window. */
const READY_MS = 3000;

/** Calls back once, when the page has something to show, or when that takes too long. Never after the window closed. */
export function whenReady(window: BrowserWindow, then: () => void): void {
  const done = (): void => {
    clearTimeout(limit);
    window.removeListener('ready-to-show', done);
    if (!window.isDestroyed()) then();
  };
  const limit = setTimeout(done, READY_MS);
  window.once('ready-to-show', done);
  window.once('closed', () => clearTimeout(limit));
}

/** Resolves when the page is loaded. @throws Error when it closes or is not loaded within `limitMs`. */
export function whenLoaded(window: BrowserWindow, limitMs: number): Promise<void> {
  const contents = window.webContents;
  if (!contents.isLoading() && !contents.isCrashed() && contents.getURL() !== '') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const end = (error: Error | null): void => {
      clearTimeout(limit);
      contents.removeListener('did-finish-load', loaded);
      window.removeListener('closed', closed);
      if (error === null) resolve();
      else reject(error);
    };
    const loaded = (): void => end(null);
    const closed = (): void => end(new Error('the window was closed'));
    const limit = setTimeout(() => end(new Error(`the page was not loaded within ${limitMs} ms`)), limitMs);
    contents.once('did-finish-load', loaded);
    window.once('closed', closed);
  });
}
