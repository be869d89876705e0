import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from '../../shared/contract/commands';
import { makeTemp } from '../tooling/temp';
import { type Driven, driveEmpty, mono } from './driven';
import { type Benches, inShort, lineOf, say } from './figures';
import { type HallPage, helloOf, WINDOWS, withDay } from './hall-day';

/*
 * From the operator's command (a message to the stage) until all four windows have the revision that came of it in
 * their mirror and React has put it into the page: the last of the four counts. Each window's moment is a task of its
 * own behind the mirror's listener, so what it draws from that state is in its document by then. Checked for every
 * command: no window missed or repeated a revision, each window's update is whole, and the stage and the console
 * both show this very message in that moment.
 *
 * The peer is an empty app in the same runtime with four empty windows: one page says a text, the main process puts it
 * on disk with a bare fsync'd insert and sends it to all four, which write it into their page; measured the same way,
 * in turns with ours.
 */

const WARM_UP = 10;
const COMMANDS = 200;
const EVERY_MS = 70;
const SHAKEN_MS = 10;
const LIMIT_MS = 5000;
const EMPTY_WINDOWS = ['window=0', 'window=1', 'window=2', 'window=3'] as const;

interface Told {
  /** The revisions before and after; for the empty app a count. */
  readonly from: number;
  readonly to: number;
  readonly at: number;
  /** The message that the page showed then; null where it shows none. */
  readonly shown: string | null;
}
type TellingPage = Window & { told: Told[] };

/** Runs inside one of our pages. */
function listen(selector: string | null): void {
  const page = window as unknown as TellingPage & HallPage;
  page.told = [];
  // the mirror has listened for longer, so it has been told before this
  page.hall.onUpdate((update) => {
    if (update.type !== 'events') return;
    const { from, to } = update;
    const after = new MessageChannel();
    after.port1.onmessage = () => {
      const shown = selector === null ? null : (document.querySelector(selector)?.textContent ?? '');
      page.told.push({ from, to, at: performance.now(), shown });
      after.port1.close();
    };
    after.port2.postMessage(null);
  });
}

/** Runs inside a page of the empty app. */
function listenEmpty(): void {
  const page = window as unknown as TellingPage & { empty: { onSaid(f: (text: string) => void): void } };
  const element = document.querySelector('#text');
  page.told = [];
  page.empty.onSaid((text) => {
    if (element !== null) element.textContent = text;
    const after = new MessageChannel();
    after.port1.onmessage = () => {
      page.told.push({ from: Number(text) - 1, to: Number(text), at: performance.now(), shown: text });
      after.port1.close();
    };
    after.port2.postMessage(null);
  });
}

/** When something was said and which revision came of it; by the first window's clock. */
interface Said {
  readonly at: number;
  readonly revision: number;
  readonly text: string;
}

const sayOurs = (app: Driven, text: string): Promise<Said> =>
  app.page(
    '/operator/',
    async (text) => {
      const at = performance.now();
      const answer = await (window as unknown as HallPage).hall.command({ type: 'message.show', text } as Command);
      if (!answer.ok) throw new Error(`refused: ${answer.code}`);
      return { at, revision: answer.revision, text };
    },
    text,
    LIMIT_MS,
  );

const sayEmpty = (empty: Driven, count: number): Promise<Said> =>
  empty.page(
    EMPTY_WINDOWS[0],
    async (text) => {
      const at = performance.now();
      await (window as unknown as { empty: { say(text: string): Promise<string> } }).empty.say(text);
      return { at, revision: Number(text), text };
    },
    String(count),
    LIMIT_MS,
  );

/** How long each took to reach the last window. @throws Error when a window missed something or showed another */
async function spread(app: Driven, keys: readonly string[], said: readonly Said[]): Promise<number[]> {
  const windows: { readonly key: string; readonly told: readonly Told[]; readonly offset: number }[] = [];
  for (const key of keys) {
    const told = await app.page(key, () => (window as unknown as TellingPage).told, null);
    told.forEach(({ from, shown, to }, i) => {
      const before = told[i - 1];
      if (before !== undefined && before.to !== from) throw new Error(`${key} was told ${before.to}, then ${from}`);
      const message = said.find(({ revision }) => revision === to)?.text;
      if (shown !== null && message !== undefined && !shown.includes(message))
        throw new Error(`${key} had revision ${to} and showed “${shown}” in place of “${message}”`);
    });
    windows.push({ key, told, offset: await app.clockOf(key) });
  }
  const home = windows[0]?.offset ?? Number.NaN;
  return said.map(({ at, revision }) => {
    const arrivals = windows.map(({ key, told, offset }) => {
      const first = told.find(({ to }) => to >= revision);
      if (first === undefined) throw new Error(`${key} never had revision ${revision}`);
      return first.at + offset;
    });
    return Math.max(...arrivals) - (at + home);
  });
}

async function measure(): Promise<{ ours: number[]; theirs: number[] }> {
  return withDay(['stage', 'slides', 'checkin'], async (app, screen) => {
    const empty = await driveEmpty(screen.display, { windows: 4, journal: join(makeTemp('bare'), 'bare.db') });
    try {
      const shows: Readonly<Record<string, string>> = {
        '/stage/': '[data-testid="stage-message"]',
        '/operator/': '[data-testid="message-on"]',
      };
      for (const key of WINDOWS) await app.page(key, listen, shows[key] ?? null);
      for (const key of EMPTY_WINDOWS) await empty.page(key, listenEmpty, null);
      await sleep(1000);

      const ours: Said[] = [];
      const theirs: Said[] = [];
      for (let n = 1; n <= WARM_UP + COMMANDS; n++) {
        for (const turn of [
          async () => ours.push(await sayOurs(app, `Mời đại biểu thứ ${n}.`)),
          async () => theirs.push(await sayEmpty(empty, n)),
        ]) {
          const began = mono();
          await turn();
          await sleep(Math.max(0, began + EVERY_MS + SHAKEN_MS * (2 * Math.random() - 1) - mono()));
        }
      }
      const { revision } = (await helloOf(app)).state;
      if (revision < (ours.at(-1)?.revision ?? 0)) throw new Error('the hall has lost a command');
      const measured = {
        ours: await spread(app, WINDOWS, ours.slice(WARM_UP)),
        theirs: await spread(empty, EMPTY_WINDOWS, theirs.slice(WARM_UP)),
      };
      say(`windows: ${inShort('ours', measured.ours)}; ${inShort('empty', measured.theirs)}`);
      return measured;
    } finally {
      await empty.end();
    }
  });
}

const PEER = 'an empty app with four windows: IPC to its main process, a bare fsync’d insert, IPC to all four';

export const benches: Benches = {
  'command-to-windows': async () => {
    const { ours, theirs } = await measure();
    return lineOf('command-to-windows', 'ms', ours, PEER, theirs);
  },
};
