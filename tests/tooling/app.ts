import { setTimeout as sleep } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { ensureRuntime } from '../../electron/tooling/electron-runtime.mjs';
import { appEnvironment, launchFlags } from '../../electron/tooling/launch.mjs';
import { projectRoot } from '../../electron/tooling/paths.mjs';
import { killAll, processTree, waitUntilGone } from './process-tree';
import { makeTemp } from './temp';

const LAUNCH_LIMIT_MS = 15_000;
/** Once in some sixty starts the driver never hears that the app is ready, although it runs: then it starts anew. */
const LAUNCH_TRIES = 3;
const PAGE_LIMIT_MS = 30_000;
const CLOSE_LIMIT_MS = 10_000;
const GONE_LIMIT_MS = 5_000;
const POLL_MS = 50;
const LOG_KEPT = 200_000;

export interface LaunchOptions {
  /** A folder an earlier launch left, to go on from it; a new temporary one when left out. */
  readonly userData?: string;
  /** Further arguments for the app. */
  readonly args?: readonly string[];
  /** Added to the environment; DISPLAY belongs here. */
  readonly env?: Readonly<Record<string, string>>;
  /** What to run: the built app of this project when left out. */
  readonly appPath?: string;
}

export interface App {
  readonly electron: ElectronApplication;
  readonly userData: string;
  readonly pid: number;
  /** What the main process has written since it could be driven, the last 200,000 characters. */
  log(): string;
  /**
   * The window of that role, as soon as there is one.
   * @throws after 30 s
   */
  page(role: string): Promise<Page>;
  /**
   * Ends the main process as a power cut would and waits until nothing of it is left.
   * @throws if a child is still there 5 s later
   */
  kill9(): Promise<void>;
  /** Asks the app to quit, and ends it after 10 s if it does not. Does nothing to an app that is gone. */
  close(): Promise<void>;
}

const RUNNERS_OWN = /^(VITEST|NODE_ENV$|NODE_OPTIONS$|TEST$|DEV_SERVER_URL$|DIEMCAU_)/;

/** Our environment without what the test runner put there: the app is to start as a person starts it. */
function cleanEnvironment(extra: Record<string, string>): Record<string, string> {
  const inherited = Object.entries(appEnvironment()).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !RUNNERS_OWN.test(entry[0]),
  );
  return { ...Object.fromEntries(inherited), ...extra };
}

/**
 * Starts the built app in real Electron, with a user data folder of its own.
 * @throws if it cannot be driven within 15 s, three times over
 */
export async function launchApp(options: LaunchOptions = {}): Promise<App> {
  const { args = [], env = {}, appPath = projectRoot } = options;
  const userData = options.userData ?? makeTemp('user');
  const runtime = await ensureRuntime();
  const environment = cleanEnvironment({ DIEMCAU_VIRTUAL_DISPLAY: '1', ...env, DIEMCAU_USER_DATA: userData });
  const flags = launchFlags({ env: environment });
  const electron = await driven({
    executablePath: runtime.exe,
    args: [...flags, appPath, ...args],
    cwd: projectRoot,
    env: environment,
    // without this the driver switches the sandbox off for ordinary users too
    chromiumSandbox: !flags.includes('--no-sandbox'),
    timeout: LAUNCH_LIMIT_MS,
  });
  const main = electron.process();
  const pid = main.pid;
  if (pid === undefined) throw new Error('the app has no process');
  let written = '';
  for (const stream of [main.stdout, main.stderr])
    stream?.on('data', (text) => {
      written = `${written}${text}`.slice(-LOG_KEPT);
    });

  const end = async (): Promise<number[]> => {
    const tree = processTree(pid);
    killAll([pid]);
    return waitUntilGone(tree, GONE_LIMIT_MS);
  };

  return {
    electron,
    userData,
    pid,
    log: () => written,

    async page(role) {
      const limit = performance.now() + PAGE_LIMIT_MS;
      for (;;) {
        const found = electron.windows().find((window) => !window.isClosed() && window.url().includes(`/${role}/`));
        if (found) return found;
        const gone = main.exitCode ?? main.signalCode;
        if (gone !== null || performance.now() > limit) {
          const state = gone === null ? `has no ${role} window after ${PAGE_LIMIT_MS / 1000} s` : `ended (${gone})`;
          throw new Error(`the app ${state}; its last words:\n${written.slice(-2_000)}`);
        }
        await sleep(POLL_MS);
      }
    },

    async kill9() {
      const left = await end();
      killAll(left);
      if (left.length > 0) throw new Error(`still running after kill -9 of the app: ${left.join(', ')}`);
    },

    async close() {
      if (main.exitCode !== null || main.signalCode !== null) return;
      const tree = processTree(pid);
      const asked = electron.close().then(
        () => true,
        // the app went while it was being asked
        () => true,
      );
      const went = await Promise.race([asked, sleep(CLOSE_LIMIT_MS, false)]);
      const left = await waitUntilGone(tree, went ? GONE_LIMIT_MS : 0);
      killAll(left);
      await waitUntilGone(left, GONE_LIMIT_MS);
    },
  };
}

/** Starts the app under the driver; the driver's own time-outs are tried again and told, every other failure stands. */
async function driven(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  for (let tries = 1; ; tries++) {
    try {
      return await _electron.launch(options);
    } catch (e) {
      const late = e instanceof Error && e.name === 'TimeoutError';
      if (!late || tries === LAUNCH_TRIES) throw e;
      console.warn(`the app was not driven in ${LAUNCH_LIMIT_MS / 1000} s, trying again (${tries})`);
    }
  }
}
