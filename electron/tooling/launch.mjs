// `node electron/tooling/launch.mjs [arguments]`: the built app, in the runtime that electron-runtime.mjs finds.
import { spawn } from 'node:child_process';
import { ensureRuntime } from './electron-runtime.mjs';
import { isEntry, projectRoot } from './paths.mjs';

/** Signals that are passed on to the app. */
export const STOP_SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @param {NodeJS.ProcessEnv} env @returns {boolean} whether the display is one of Xvfb's, which has no graphics card */
export const isVirtualDisplay = (env) =>
  env.DIEMCAU_VIRTUAL_DISPLAY === '1' || /^:(99|\d{3,})(\.\d+)?$/.test(env.DISPLAY ?? '');

/**
 * What must stand on the command line because Chromium reads it before any JavaScript runs.
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, isRoot?: boolean }} [machine] given in by tests
 * @returns {string[]}
 */
export function launchFlags({
  env = process.env,
  platform = process.platform,
  isRoot = process.getuid?.() === 0,
} = {}) {
  if (platform !== 'linux') return [];
  const flags = [];
  // Chromium refuses to sandbox itself as root, and build machines often forbid user namespaces
  if (isRoot || env.CI === 'true') flags.push('--no-sandbox');
  if (isVirtualDisplay(env)) flags.push('--disable-gpu');
  // a native Wayland client cannot place its windows on a chosen display: go through XWayland where there is one
  if (env.WAYLAND_DISPLAY) flags.push(`--ozone-platform=${env.DISPLAY ? 'x11' : 'wayland'}`);
  return flags;
}

/**
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv} our environment for the app
 */
export function appEnvironment(extra = {}) {
  const env = { ...process.env, ...extra };
  // set by editors' terminals; with it Electron is a plain Node and opens nothing
  delete env.ELECTRON_RUN_AS_NODE;
  return env;
}

// Chromium asks buses and graphics for things the app has no use for, and complains where they are missing
const NOISE =
  /:(ERROR|WARNING):(bus|object_proxy|viz_main_impl|command_buffer_proxy_impl|gl_surface_presentation_helper|gpu_init|gpu_memory_buffer_support_x11|sandbox_linux|nss_util)\.cc|dbus-daemon\[/;

/** @param {string} line @returns {boolean} */
export const isNoise = (line) => NOISE.test(line);

/**
 * Copies lines, leaving out those that say nothing about the app; ELECTRON_NOISE=1 shows them all.
 * @param {NodeJS.ReadableStream} from
 * @param {NodeJS.WritableStream} to
 */
export function copyWithoutNoise(from, to) {
  const all = Boolean(process.env.ELECTRON_NOISE);
  let rest = '';
  from.setEncoding('utf8');
  from.on('data', (text) => {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (all || !isNoise(line)) to.write(`${line}\n`);
  });
  from.on('end', () => {
    if (rest && (all || !isNoise(rest))) to.write(rest);
  });
}

/**
 * Starts the app; the caller waits for its `exit`.
 * @param {readonly string[]} args for the app
 * @param {{ env?: NodeJS.ProcessEnv }} [options] what to add to the environment
 * @returns {Promise<import('node:child_process').ChildProcess>}
 * @throws if there is no runtime to start it with
 */
export async function launch(args, { env = {} } = {}) {
  const runtime = await ensureRuntime();
  const environment = appEnvironment(env);
  const child = spawn(runtime.exe, [...launchFlags({ env: environment }), projectRoot, ...args], {
    stdio: ['inherit', 'inherit', 'pipe'],
    env: environment,
  });
  if (child.stderr) copyWithoutNoise(child.stderr, process.stderr);
  return child;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code; 1 when a signal ended it or it could not be started
 */
export const exitOf = (child) =>
  new Promise((done) => {
    child.once('exit', (code, signal) => done(signal ? 1 : (code ?? 1)));
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      done(1);
    });
  });

if (isEntry(import.meta.url)) {
  const child = await launch(process.argv.slice(2));
  for (const signal of STOP_SIGNALS) process.on(signal, () => child.kill(signal));
  process.exitCode = await exitOf(child);
}
