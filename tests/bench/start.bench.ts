import { setTimeout as sleep } from 'node:timers/promises';
import type electron from 'electron';
import type { Answer, Command } from '../../shared/contract/commands';
import { makeTemp } from '../tooling/temp';
import { type Driven, driveEmpty, driveOurs } from './driven';
import { type Benches, inShort, lineOf, say } from './figures';
import { type HallPage, openDay, withScreen } from './hall-day';

/*
 * From starting the process to a console that can be worked with: its window is shown, the agenda of the day that
 * was opened earlier is painted, and a command (one that is written to the disk) is answered. In turns with an empty
 * app with one window in the same runtime: from starting the process to its window being shown and its page painted.
 * Both find the data folder of their start before, so both have Chromium's caches; the first start of each is not
 * counted.
 */

const STARTS = 9;
const REST_MS = 400;

/** Runs in the main process: the moment the page's own work is through and its window is shown. */
async function usableAt({ app, BrowserWindow }: typeof electron, arg: { readonly key: string; readonly code: string }) {
  await app.whenReady();
  for (;;) {
    const window = BrowserWindow.getAllWindows().find((w) => w.webContents.getURL().includes(arg.key));
    if (window !== undefined) {
      if (window.webContents.isLoadingMainFrame())
        await new Promise<void>((ready) => window.webContents.once('dom-ready', () => ready()));
      const shown = window.isVisible() ? null : new Promise((resolve) => window.once('show', () => resolve(null)));
      const [answer] = await Promise.all([window.webContents.executeJavaScript(arg.code), shown]);
      return { at: Number(process.hrtime.bigint()) / 1e6, answer };
    }
    await new Promise((again) => setTimeout(again, 5));
  }
}

/** Runs inside the console. */
function workable(): Promise<Answer> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector('[data-testid="agenda-row-13"]') === null) return;
      watching.disconnect();
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () =>
          resolve(
            (window as unknown as HallPage).hall.command({ type: 'message.show', text: 'Mời vào chỗ.' } as Command),
          );
        after.port2.postMessage(null);
      });
    };
    const watching = new MutationObserver(look);
    watching.observe(document, { subtree: true, childList: true });
    look();
  });
}

/** Runs inside the empty page. */
function painted(): Promise<boolean> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => resolve(true);
      after.port2.postMessage(null);
    });
  });
}

async function started(app: Driven, key: string, code: () => unknown): Promise<number> {
  try {
    const { at, answer } = await app.main(usableAt, { key, code: `(${String(code)})()` });
    if (answer !== true && answer.ok !== true) throw new Error(`the first command was answered with ${answer.code}`);
    return at - app.spawnedAt;
  } finally {
    await app.end();
  }
}

async function measure() {
  return withScreen(async (screen) => {
    const [ourData, emptyData] = [makeTemp('user'), makeTemp('empty')];
    const first = await driveOurs(screen.display, ourData);
    try {
      await openDay(first, []);
    } finally {
      await first.end();
    }
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let n = 0; n <= STARTS; n++) {
      await sleep(REST_MS);
      theirs.push(
        await started(await driveEmpty(screen.display, { windows: 1, userData: emptyData }), 'window=0', painted),
      );
      await sleep(REST_MS);
      ours.push(await started(await driveOurs(screen.display, ourData), '/operator/', workable));
    }
    say(`start: ${inShort('ours', ours.slice(1))}; ${inShort('empty', theirs.slice(1))}`);
    return { ours: ours.slice(1), theirs: theirs.slice(1) };
  });
}

export const benches: Benches = {
  'start-to-usable': async () => {
    const { ours, theirs } = await measure();
    return lineOf('start-to-usable', 'ms', ours, 'an empty app with one window, started in turns with ours', theirs);
  },
};
