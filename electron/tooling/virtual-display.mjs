// A screen in memory (Xvfb) for machines that have none.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { displayPackages, ensurePackages, isDebian } from './debian.mjs';

/**
 * @typedef {object} VirtualDisplay
 * @property {string} name such as `:3`
 * @property {number} pid
 * @property {() => Promise<void>} stop ends the server; resolves when it is gone
 */

const START_LIMIT_MS = 15_000;
const STOP_LIMIT_MS = 3_000;
const SETPRIV = '/usr/bin/setpriv';

/** @param {NodeJS.ProcessEnv} [env] @returns {boolean} whether windows have somewhere to go */
export const hasDisplay = (env = process.env) =>
  process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/** @returns {boolean} */
export const isXvfbThere = () =>
  (process.env.PATH ?? '').split(':').some((folder) => folder !== '' && existsSync(`${folder}/Xvfb`));

/**
 * @param {(sentence: string) => void} log
 * @returns {Promise<boolean>} whether Xvfb is there now; as root on Debian it is installed
 */
export async function ensureXvfb(log) {
  if (isXvfbThere()) return true;
  return isDebian() && (await ensurePackages(displayPackages, log)) && isXvfbThere();
}

/**
 * Starts Xvfb on a free display that it picks itself, so that any number of them can run side by side.
 * @param {{ size?: string, endWithLastWindow?: boolean }} [options] size as `1920x1080`; with `endWithLastWindow` the
 *   server goes by itself once its last client has gone, even if we were killed and cannot end it
 * @returns {Promise<VirtualDisplay>}
 * @throws if Xvfb does not come up within 15 s
 */
export function startXvfb({ size = '1920x1080', endWithLastWindow = false } = {}) {
  const server = [
    'Xvfb',
    ...['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'],
    endWithLastWindow ? '-terminate' : '-noreset',
  ];
  // the kernel ends the server with us, also when we get no chance to do it
  const command = existsSync(SETPRIV) && !endWithLastWindow ? [SETPRIV, '--pdeathsig', 'TERM', ...server] : server;
  const [executable = 'Xvfb', ...args] = command;
  const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const gone = new Promise((done) => {
    child.once('exit', done);
    child.once('error', done);
  });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    // its keyboard compiler warns at every start; only the newest words can matter
    complaint = `${complaint}${text}`.slice(-2_000);
  });

  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await gone;
    clearTimeout(kill);
  };

  return new Promise((done, fail) => {
    /** @param {string} why */
    const refuse = (why) => {
      clearTimeout(limit);
      void stop().then(() => fail(new Error(`Xvfb ${why}: ${complaint.trim().split('\n').at(-1) ?? ''}`)));
    };
    const limit = setTimeout(() => refuse('did not come up'), START_LIMIT_MS);
    void gone.then(() => refuse('ended at once'));
    let answer = '';
    const pipe = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
    pipe.setEncoding('utf8').on('data', (text) => {
      answer += text;
      // the number comes in one line, once the server takes clients
      if (!answer.includes('\n') || child.pid === undefined) return;
      clearTimeout(limit);
      done({ name: `:${Number.parseInt(answer, 10)}`, pid: child.pid, stop });
    });
  });
}
