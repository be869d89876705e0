import { spawn } from 'node:child_process';

/**
 * @typedef {object} RunOptions
 * @property {number} limitMs after this long the command and its children are ended
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment; the caller's own when left out
 * @property {'capture' | 'show'} [output] `show` writes through to our own standard output and error
 */

/**
 * @typedef {object} RunResult
 * @property {number} code 0 when it went well; 124 when the time limit ended it, 127 when it could not be started
 * @property {boolean} timedOut
 * @property {string} stdout empty with `output: 'show'`
 * @property {string} stderr empty with `output: 'show'`
 */

/** @type {Set<number>} process groups to take down when we are interrupted ourselves */
const running = new Set();

/** @param {number} group @param {NodeJS.Signals} signal */
function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
  } catch {
    // already gone
  }
}

/** Ends what `run` still has going; for a caller's own signal handler. */
export function endRunning() {
  for (const group of running) signalGroup(group, 'SIGKILL');
}

/**
 * Runs a command to its end, without standard input, in a process group of its own so that
 * a command that hangs is ended together with everything it started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<RunResult>} never rejects: a command that cannot start is an answer too
 */
export function run(command, args, { limitMs, cwd, env, output = 'capture' }) {
  return new Promise((done) => {
    const ownGroup = process.platform !== 'win32';
    const stream = output === 'show' ? 'inherit' : 'pipe';
    const child = spawn(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
      stdio: ['ignore', stream, stream],
      detached: ownGroup,
    });
    const group = child.pid;
    if (group !== undefined && ownGroup) running.add(group);

    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });

    let timedOut = false;
    const limit = setTimeout(() => {
      timedOut = true;
      if (group !== undefined && ownGroup) {
        signalGroup(group, 'SIGTERM');
        setTimeout(() => signalGroup(group, 'SIGKILL'), 2_000).unref();
      } else child.kill();
      // a grandchild that keeps our pipes open must not keep us waiting
      setTimeout(() => finish(124), 3_000).unref();
    }, limitMs);

    let finished = false;
    /** @param {number} code */
    const finish = (code) => {
      if (finished) return;
      finished = true;
      clearTimeout(limit);
      if (group !== undefined) {
        if (timedOut) signalGroup(group, 'SIGKILL');
        running.delete(group);
      }
      done({ code: timedOut ? 124 : code, timedOut, stdout, stderr });
    };
    child.on('error', (error) => {
      stderr += error.message;
      finish(127);
    });
    child.on('close', (code, signal) => finish(code ?? (signal ? 128 : 1)));
  });
}
