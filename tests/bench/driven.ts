import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type electron from 'electron';
import { ensureRuntime } from '../../electron/tooling/electron-runtime.mjs';
import { appEnvironment, launchFlags } from '../../electron/tooling/launch.mjs';
import { projectRoot } from '../../electron/tooling/paths.mjs';
import { killAll, processTree, waitUntilGone } from '../tooling/process-tree';
import { makeTemp } from '../tooling/temp';

const ANSWER_LIMIT_MS = 30_000;
const QUIT_LIMIT_MS = 8000;
const GONE_LIMIT_MS = 5000;
const MARK = '@probe ';
const TRIPS = 60;

/** This machine's monotonic clock in milliseconds: one and the same in every process, main processes included. */
export const mono = (): number => Number(process.hrtime.bigint()) / 1e6;

/** An Electron app under measurement, spoken to through the probe in its main process. */
export interface Driven {
  readonly pid: number;
  /** By `mono`, right before the process was started. */
  readonly spawnedAt: number;
  /** Runs a function inside the main process; it sees its two arguments and the globals there, nothing else. */
  main<A, R>(work: (e: typeof electron, arg: A) => R | Promise<R>, arg: A, limitMs?: number): Promise<R>;
  /** Runs a function inside the page whose address contains `key`, as soon as that page is loaded. */
  page<A, R>(key: string, work: (arg: A) => R | Promise<R>, arg: A, limitMs?: number): Promise<R>;
  /** What to add to `performance.now()` of that page to have `mono`; right to half the quickest of 60 round trips. */
  clockOf(key: string): Promise<number>;
  /** Asks it to quit, ends what is left, and waits until all of it is gone. */
  end(): Promise<void>;
}

/** Ends with this process whatever it has started, also when a measurement ran into its limit. */
process.once('exit', () => killAll(processTree(process.pid).slice(1)));

/** The built app, or a copy of it elsewhere that nobody builds anew meanwhile. */
const OUR_APP = process.env.DIEMCAU_TEST_APP ?? projectRoot;

export function driveOurs(display: string, userData: string): Promise<Driven> {
  return drive(OUR_APP, { DISPLAY: display, DIEMCAU_VIRTUAL_DISPLAY: '1', DIEMCAU_USER_DATA: userData });
}

/**
 * The empty app in the same runtime with the same switches.
 * @param options.journal a file for its bare inserts; none without it
 */
export function driveEmpty(
  display: string,
  options: { readonly windows: 1 | 4; readonly userData?: string; readonly journal?: string },
): Promise<Driven> {
  return drive(join(import.meta.dirname, 'empty-app'), {
    DISPLAY: display,
    DIEMCAU_VIRTUAL_DISPLAY: '1',
    EMPTY_USER_DATA: options.userData ?? makeTemp('empty'),
    EMPTY_WINDOWS: String(options.windows),
    EMPTY_JOURNAL: options.journal ?? '',
  });
}

interface ProbeAnswer {
  readonly value?: unknown;
  readonly error?: string;
}

async function drive(folder: string, env: Readonly<Record<string, string>>): Promise<Driven> {
  const runtime = await ensureRuntime();
  const environment = appEnvironment(env);
  delete environment.DEV_SERVER_URL;
  const args = ['-r', join(import.meta.dirname, 'probe.cjs'), ...launchFlags({ env: environment }), folder];
  const spawnedAt = mono();
  const child = spawn(runtime.exe, args, { stdio: ['pipe', 'pipe', 'pipe'], env: environment });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${runtime.exe} cannot be started`);
  let lastWords = '';
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin.on('error', () => undefined);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = `${lastWords}${text}`.slice(-2000);
  });

  const waiting = new Map<number, (answer: ProbeAnswer) => void>();
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith(MARK)) continue;
      const answer = JSON.parse(line.slice(MARK.length)) as ProbeAnswer & { readonly id: number };
      waiting.get(answer.id)?.(answer);
    }
  });
  void gone.then(() => {
    for (const answer of waiting.values()) answer({ error: `the app has ended; its last words:\n${lastWords}` });
  });

  let lastId = 0;
  function ask(code: string, arg: unknown, limitMs: number): Promise<unknown> {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => done({ error: `no answer after ${limitMs / 1000} s to ${code}` }), limitMs);
      const done = ({ value, error }: ProbeAnswer): void => {
        clearTimeout(limit);
        waiting.delete(id);
        if (error === undefined) resolve(value);
        else reject(new Error(error));
      };
      waiting.set(id, done);
      child.stdin.write(`${JSON.stringify({ id, code, arg: arg ?? null })}\n`);
    });
  }

  const driven: Driven = {
    pid,
    spawnedAt,
    async main(work, arg, limitMs = ANSWER_LIMIT_MS) {
      return (await ask(String(work), arg, limitMs)) as Awaited<ReturnType<typeof work>>;
    },
    async page(key, work, arg, limitMs = ANSWER_LIMIT_MS) {
      const code = `(${String(work)})(${JSON.stringify(arg ?? null)})`;
      return (await ask(IN_PAGE, { key, code }, limitMs)) as Awaited<ReturnType<typeof work>>;
    },
    async clockOf(key) {
      return (await ask(IN_STEP, { key, trips: TRIPS }, ANSWER_LIMIT_MS)) as number;
    },
    async end() {
      const tree = processTree(pid);
      void driven.main(({ app }) => app.quit(), null).catch(() => undefined);
      const went = await Promise.race([gone.then(() => true), sleep(QUIT_LIMIT_MS, false, { ref: false })]);
      const left = await waitUntilGone(tree, went ? GONE_LIMIT_MS : 0);
      killAll(left);
      await waitUntilGone(left, GONE_LIMIT_MS);
    },
  };
  return driven;
}

const FIND = `
  const find = async () => {
    for (;;) {
      const found = electron.webContents.getAllWebContents().find((c) => !c.isDestroyed() && c.getURL().includes(arg.key));
      if (found && !found.isLoading()) return found;
      await new Promise((again) => setTimeout(again, 20));
    }
  };`;
const IN_PAGE = `async (electron, arg) => { ${FIND} return (await find()).executeJavaScript(arg.code); }`;
const IN_STEP = `async (electron, arg) => {
  ${FIND}
  const contents = await find();
  const mono = () => Number(process.hrtime.bigint()) / 1e6;
  let best = { took: Infinity, offset: 0 };
  for (let i = 0; i < arg.trips; i++) {
    const sent = mono();
    const there = await contents.executeJavaScript('performance.now()');
    const took = mono() - sent;
    if (took < best.took) best = { took, offset: sent + took / 2 - there };
  }
  return best.offset;
}`;
