// What Debian has to bring: installed where we are root, asked for in one line where we are not.
import { existsSync, readFileSync } from 'node:fs';
import { run } from './run.mjs';

/** Libraries without which the Electron executable does not start. */
export const runtimePackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];
/** A screen for a machine that has none. */
export const displayPackages = ['xvfb', 'xauth'];
/** Everything the tests use: a real OBS, serial pairs, PDF readers, several displays, a clock that can be stepped. */
export const testPackages = [
  ...displayPackages,
  'obs-studio',
  // merely recommended by obs-studio, but obs-websocket is in it
  'obs-plugins',
  // OBS draws with OpenGL, on a virtual display too
  'libgl1-mesa-dri',
  'socat',
  'poppler-utils',
  'udev',
  ...runtimePackages,
  'fonts-dejavu-core',
  'faketime',
  'xserver-xorg-core',
  'xserver-xorg-video-dummy',
  'x11-xserver-utils',
  'openbox',
  'python3-xlib',
  'p7zip-full',
  // makes the Word and PDF files that plans are read from; qpdf locks one
  'libreoffice-writer-nogui',
  'libreoffice-calc-nogui',
  'qpdf',
];

/** dpkg-query's own placeholders. */
const DPKG_FORMAT = `\${Package} \${db:Status-Abbrev}\n`;
const APT_LIMIT_MS = 15 * 60_000;
/** Renamed when Debian moved to 64-bit time: Debian 13, Ubuntu 24.04. */
const RENAMED = new Set(['libgtk-3-0', 'libasound2']);

/**
 * @param {string} text the content of /etc/os-release
 * @returns {Record<string, string>}
 */
export function parseOsRelease(text) {
  /** @type {Record<string, string>} */
  const fields = {};
  for (const line of text.split('\n')) {
    const match = /^([A-Z_]+)="?([^"]*)"?$/.exec(line.trim());
    if (match?.[1] !== undefined && match[2] !== undefined) fields[match[1]] = match[2];
  }
  return fields;
}

/**
 * @param {Record<string, string>} osRelease
 * @returns {boolean} whether the renamed libraries carry `t64` there; testing and unstable give no number and do
 */
export function hasTime64Names(osRelease) {
  const version = Number.parseFloat(osRelease.VERSION_ID ?? 'Infinity');
  if (osRelease.ID === 'debian') return version >= 13;
  if (osRelease.ID === 'ubuntu') return version >= 24.04;
  return false;
}

/**
 * @param {readonly string[]} wanted names as of Debian 12
 * @param {Record<string, string>} osRelease
 * @returns {string[]} the names on that system
 */
export function packageNames(wanted, osRelease) {
  return hasTime64Names(osRelease) ? wanted.map((name) => (RENAMED.has(name) ? `${name}t64` : name)) : [...wanted];
}

/**
 * @param {string} listing lines of `dpkg-query -W -f '${Package} ${db:Status-Abbrev}\n'`
 * @returns {Set<string>} packages that are wholly installed
 */
export function parseInstalled(listing) {
  const installed = new Set();
  for (const line of listing.split('\n')) {
    const [name, status] = line.split(/\s+/);
    if (name && status === 'ii') installed.add(name);
  }
  return installed;
}

/**
 * @param {readonly string[]} packages
 * @returns {string} the one line a person types
 */
export const aptLine = (packages) =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/** @returns {boolean} */
export const isDebian = () =>
  process.platform === 'linux' && existsSync('/usr/bin/dpkg') && existsSync('/etc/os-release');

/**
 * @param {readonly string[]} wanted names as of Debian 12
 * @returns {Promise<string[]>} those that are not installed, by the names of this system
 * @throws where dpkg cannot be asked
 */
export async function missingPackages(wanted) {
  const names = packageNames(wanted, parseOsRelease(readFileSync('/etc/os-release', 'utf8')));
  const answer = await run('dpkg-query', ['-W', '-f', DPKG_FORMAT], { limitMs: 20_000 });
  if (answer.code !== 0) throw new Error(`dpkg-query: ${answer.stderr.trim()}`);
  const installed = parseInstalled(answer.stdout);
  return names.filter((name) => !installed.has(name));
}

/**
 * Brings in what is missing, or says what to type.
 * @param {readonly string[]} wanted names as of Debian 12
 * @param {(sentence: string) => void} log
 * @param {{ isRoot?: boolean, find?: typeof missingPackages }} [machine] given in by tests
 * @returns {Promise<boolean>} whether all of them are there now
 */
export async function ensurePackages(wanted, log, { isRoot = process.getuid?.() === 0, find = missingPackages } = {}) {
  const missing = await find(wanted);
  if (missing.length === 0) return true;
  if (!isRoot) {
    log(
      `Thiếu ${missing.length} gói. Hãy gõ / ${missing.length} packages are missing. Please type:\n  ${aptLine(missing)}`,
    );
    return false;
  }
  log(`installing ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // another apt may be at work: wait for its lock instead of failing
  const apt = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=2', '-y', '-q'];
  const update = await run('apt-get', [...apt, 'update'], { limitMs: APT_LIMIT_MS, env });
  if (update.code !== 0) log(`apt-get update: ${lastLine(update.stderr)}`);
  const install = await run('apt-get', [...apt, 'install', '--no-install-recommends', ...missing], {
    limitMs: APT_LIMIT_MS,
    env,
  });
  const left = await find(wanted);
  if (left.length > 0) {
    log(`apt-get could not install ${left.join(' ')}: ${lastLine(install.stderr)}\n  ${aptLine(left)}`);
    return false;
  }
  return true;
}

/** @param {string} text */
const lastLine = (text) => text.trim().split('\n').at(-1) ?? '';
