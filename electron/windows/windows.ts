import { app, type BrowserWindow, Menu, powerSaveBlocker, screen, type WebContents } from 'electron';
import type { PageRole } from '../../shared/contract/hall-api';
import { type DisplayLive, WINDOW_ROLES, type WindowLive, type WindowRole } from '../../shared/contract/live';
import { type DisplayKey, keyOf, pickDisplay } from './displays';
import { makePageWindow, type PageContext, whenLoaded, whenReady } from './page-window';
import { Placer } from './placer';

/** What is kept of a window from one start to the next. `key` null: in an ordinary frame. */
export interface WindowMemory {
  readonly key: DisplayKey | null;
  readonly open: boolean;
}

export interface WindowsContext extends PageContext {
  /** Whenever a window or a display has changed; both lists are whole. */
  changed(windows: readonly WindowLive[], displays: readonly DisplayLive[]): void;
  /** Null when nothing was ever kept for this role. */
  remembered(role: WindowRole): WindowMemory | null;
  remember(role: WindowRole, memory: WindowMemory): void;
  /** The operator closed the console: the app is to end. */
  operatorClosed(): void;
}

/** `note` is a code of words/windows: the window is open, but not quite as asked. */
export type OpenAnswer =
  | { readonly ok: true; readonly note: 'own-display' | null }
  | { readonly ok: false; readonly code: 'no-such-display' | 'display-taken' };

export type HiddenRole = Exclude<PageRole, WindowRole>;

export interface Windows {
  /**
   * Opens a window or moves the one that is open: full screen on a display, or in an ordinary frame when `displayId`
   * is null or names the operator's own display. The operator's console is brought to the front.
   */
  open(role: WindowRole, displayId: number | null): OpenAnswer;
  close(role: WindowRole): void;
  /** Opens the console, and every other window that was open when the app last ended, on its display. */
  restore(): void;
  /** @returns false when no such page is there to hear it. */
  send(role: PageRole, channel: string, payload: unknown): boolean;
  /** Every page that is there, hidden ones included. */
  all(): readonly { readonly role: PageRole; readonly contents: WebContents }[];
  /** Which page this is; null for anything that is not a window of ours. */
  roleOf(contents: WebContents): PageRole | null;
  /** The hidden page of a role, made when it is first asked for. @throws Error when it does not load in time. */
  hidden(role: HiddenRole): Promise<WebContents>;
  closeHidden(role: HiddenRole): void;
  live(): { readonly windows: readonly WindowLive[]; readonly displays: readonly DisplayLive[] };
  /** Closes every window; what was open stays remembered as open. */
  stop(): void;
}

const HIDDEN_LOAD_MS = 10_000;
const CONSOLE_SIZE = { width: 1366, height: 768, minWidth: 1180, minHeight: 680 };
const FRAME_SIZE: Readonly<Record<Exclude<WindowRole, 'operator'>, { width: number; height: number }>> = {
  stage: { width: 960, height: 540 },
  slides: { width: 960, height: 540 },
  checkin: { width: 1024, height: 720 },
};

interface Open {
  readonly window: BrowserWindow;
  /** Made without a frame, to fill a display. */
  readonly frameless: boolean;
}

/** Makes the app's windows and looks after them. To be called once, when the app is ready. */
export function createWindows(ctx: WindowsContext): Windows {
  const open = new Map<PageRole, Open>();
  const roles = new Map<number, PageRole>();
  let stopping = false;

  Menu.setApplicationMenu(
    // macOS takes copy, paste and quit from the menu; elsewhere a menu only offers reload and zoom
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
  const awake = powerSaveBlocker.start('prevent-display-sleep');
  const onBeforeQuit = (): void => {
    // windows that close because the app ends are to be open again at the next start
    stopping = true;
  };
  app.on('before-quit', onBeforeQuit);

  const operatorDisplay = (): number | null => {
    const w = open.get('operator')?.window;
    return w === undefined || w.isDestroyed() ? null : screen.getDisplayMatching(w.getBounds()).id;
  };
  const placer = new Placer({
    displays: () => screen.getAllDisplays(),
    operatorDisplay,
    placed: (role, key) => ctx.remember(role, { key, open: true }),
    changed: () => tell(),
    log: ctx.log,
  });
  const onDisplays = (): void => placer.soon('displays');
  screen.on('display-added', onDisplays);
  screen.on('display-removed', onDisplays);
  screen.on('display-metrics-changed', onDisplays);

  function tell(): void {
    if (stopping) return;
    const { windows, displays } = live();
    ctx.changed(windows, displays);
  }

  function live(): ReturnType<Windows['live']> {
    const own = operatorDisplay();
    return {
      windows: WINDOW_ROLES.map((role) => windowLive(role)),
      displays: screen.getAllDisplays().map((d) => ({
        id: d.id,
        label: d.label,
        // in the display's own pixels, which is how people know it
        width: Math.round(d.bounds.width * d.scaleFactor),
        height: Math.round(d.bounds.height * d.scaleFactor),
        operator: d.id === own,
      })),
    };
  }

  function windowLive(role: WindowRole): WindowLive {
    const w = open.get(role)?.window;
    if (w === undefined || w.isDestroyed()) return { role, state: 'closed', displayId: null };
    const place = placer.stateOf(role);
    if (place === 'parked') return { role, state: 'parked', displayId: null };
    if (place !== null) return { role, state: 'fullscreen', displayId: place.displayId };
    const displayId = screen.getDisplayMatching(w.getBounds()).id;
    return { role, state: w.isFullScreen() ? 'fullscreen' : 'windowed', displayId };
  }

  function make(role: PageRole, frameless: boolean, options: Electron.BrowserWindowConstructorOptions): BrowserWindow {
    const window = makePageWindow(role, ctx, { ...options, frame: !frameless });
    const id = window.webContents.id;
    open.set(role, { window, frameless });
    roles.set(id, role);
    window.once('closed', () => {
      roles.delete(id);
      if (open.get(role)?.window === window) open.delete(role);
      tell();
    });
    return window;
  }

  function openConsole(): void {
    const there = open.get('operator')?.window;
    if (there !== undefined && !there.isDestroyed()) {
      if (there.isMinimized()) there.restore();
      there.show();
      there.focus();
      return;
    }
    const key = ctx.remembered('operator')?.key ?? null;
    const home = key === null ? null : pickDisplay(key, screen.getAllDisplays().map(keyOf), new Set());
    const window = make('operator', false, { ...CONSOLE_SIZE, ...(home === null ? {} : middleOf(home, CONSOLE_SIZE)) });
    whenReady(window, () => window.show());
    let kept: number | null = null;
    const moved = (): void => {
      placer.soon('moved');
      const d = screen.getDisplayMatching(window.getBounds());
      if (d.id === kept) return;
      kept = d.id;
      ctx.remember('operator', { key: keyOf(d), open: true });
    };
    window.on('move', moved);
    window.once('show', moved);
    window.once('closed', () => {
      if (!stopping) ctx.operatorClosed();
    });
  }

  /** In an ordinary frame, on the operator's display. F11 there is the explicit wish for full screen. */
  function openFramed(role: Exclude<WindowRole, 'operator'>): void {
    placer.drop(role);
    ctx.remember(role, { key: null, open: true });
    const there = open.get(role);
    if (there !== undefined && !there.frameless) {
      there.window.show();
      tell();
      return;
    }
    end(role);
    const window = make(role, false, FRAME_SIZE[role]);
    rememberClosing(role, window);
    window.webContents.on('before-input-event', (event, input) => {
      if (input.type !== 'keyDown') return;
      const full = window.isFullScreen();
      if (input.key !== 'F11' && !(input.key === 'Escape' && full)) return;
      event.preventDefault();
      const at = screen.getDisplayMatching(window.getBounds()).id;
      // dragged to another display and filled there: it belongs there from now on, and goes when that display goes
      if (!full && at !== operatorDisplay() && placer.holderOf(at) === null) windows.open(role, at);
      else window.setFullScreen(!full);
    });
    window.on('enter-full-screen', tell);
    window.on('leave-full-screen', tell);
    window.on('move', () => placer.soon('moved'));
    whenReady(window, () => {
      window.showInactive();
      tell();
    });
    tell();
  }

  function openPlaced(role: Exclude<WindowRole, 'operator'>, key: DisplayKey): void {
    ctx.remember(role, { key, open: true });
    const there = open.get(role);
    if (there?.frameless === true) {
      placer.put(role, there.window, key);
      return;
    }
    end(role);
    const window = make(role, true, { x: key.x, y: key.y, width: key.width, height: key.height });
    rememberClosing(role, window);
    window.once('closed', () => {
      if (open.get(role) === undefined) placer.drop(role);
    });
    // at once and not when the page is ready: it is black until then, and the display counts as taken
    placer.put(role, window, key);
  }

  function rememberClosing(role: WindowRole, window: BrowserWindow): void {
    window.once('close', () => {
      if (!stopping) ctx.remember(role, { key: ctx.remembered(role)?.key ?? null, open: false });
    });
  }

  /** Takes a window away to make another in its place: `destroy` tells nobody that it was closed by a person. */
  function end(role: PageRole): void {
    const there = open.get(role);
    open.delete(role);
    if (there !== undefined && !there.window.isDestroyed()) there.window.destroy();
  }

  const windows: Windows = {
    open(role, displayId) {
      if (role === 'operator') {
        openConsole();
        return { ok: true, note: null };
      }
      if (displayId === null) {
        openFramed(role);
        return { ok: true, note: null };
      }
      const display = screen.getAllDisplays().find((d) => d.id === displayId);
      if (display === undefined) return { ok: false, code: 'no-such-display' };
      const holder = placer.holderOf(displayId);
      if (holder !== null && holder !== role) return { ok: false, code: 'display-taken' };
      if (displayId === operatorDisplay() && holder !== role) {
        openFramed(role);
        return { ok: true, note: 'own-display' };
      }
      openPlaced(role, keyOf(display));
      return { ok: true, note: null };
    },

    close(role) {
      open.get(role)?.window.close();
    },

    restore() {
      openConsole();
      for (const role of WINDOW_ROLES) {
        if (role === 'operator') continue;
        const memory = ctx.remembered(role);
        if (memory === null || !memory.open || open.has(role)) continue;
        if (memory.key === null) openFramed(role);
        else openPlaced(role, memory.key);
      }
      tell();
    },

    send(role, channel, payload) {
      const contents = open.get(role)?.window.webContents;
      if (contents === undefined || contents.isDestroyed() || contents.isCrashed()) return false;
      contents.send(channel, payload);
      return true;
    },

    all: () =>
      [...open]
        .filter(([, o]) => !o.window.isDestroyed())
        .map(([role, o]) => ({ role, contents: o.window.webContents })),

    roleOf: (contents) => roles.get(contents.id) ?? null,

    async hidden(role) {
      if (stopping) throw new Error('the app is closing');
      const window = open.get(role)?.window ?? make(role, false, { width: 1280, height: 720, skipTaskbar: true });
      await whenLoaded(window, HIDDEN_LOAD_MS);
      return window.webContents;
    },

    closeHidden: (role) => end(role),
    live,

    stop() {
      stopping = true;
      app.removeListener('before-quit', onBeforeQuit);
      screen.removeListener('display-added', onDisplays);
      screen.removeListener('display-removed', onDisplays);
      screen.removeListener('display-metrics-changed', onDisplays);
      placer.stop();
      if (powerSaveBlocker.isStarted(awake)) powerSaveBlocker.stop(awake);
      for (const role of [...open.keys()]) end(role);
    },
  };
  return windows;
}

function middleOf(d: DisplayKey, size: { width: number; height: number }): { x: number; y: number } {
  return {
    x: Math.round(d.x + Math.max(0, (d.width - size.width) / 2)),
    y: Math.round(d.y + Math.max(0, (d.height - size.height) / 2)),
  };
}
