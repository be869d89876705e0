// `npm run dist [-- target…]`: packages the app for this system. Without a target it makes a folder in release/, for
// which nothing is downloaded; `--selftest` then starts what was made and asks it how it is.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureRuntime } from './electron-runtime.mjs';
import { isEntry, projectRoot } from './paths.mjs';
import { run } from './run.mjs';
import { selftest } from './selftest.mjs';

/** @typedef {import('./electron-runtime.mjs').Runtime} Runtime */

const PACK_LIMIT_MS = 20 * 60_000;
const SYSTEM_7ZA = '/usr/bin/7za';
/** @param {NodeJS.Platform} platform */
const systemOption = (platform) => ({ darwin: '--mac', win32: '--win' })[String(platform)] ?? '--linux';

/**
 * @param {Runtime} runtime
 * @param {readonly string[]} targets such as `deb`; none means a folder
 * @param {NodeJS.Platform} platform
 * @returns {string[]} arguments for electron-builder
 */
export function builderArguments(runtime, targets, platform) {
  const args = ['--publish', 'never', systemOption(platform), ...(targets.length > 0 ? targets : ['dir'])];
  // electron-builder would download the version of the electron package, which is not what we run here
  if (runtime.source !== 'package')
    args.push(`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtime.version}`);
  return args;
}

/**
 * @param {NodeJS.Platform} platform
 * @returns {string} the program in the folder that `dir` leaves, absolute
 */
export const packagedExecutable = (platform = process.platform) =>
  join(
    projectRoot,
    'release',
    {
      darwin: `mac${process.arch === 'arm64' ? '-arm64' : ''}/Điểm Cầu.app/Contents/MacOS/Điểm Cầu`,
      win32: 'win-unpacked/diem-cau.exe',
    }[String(platform)] ?? 'linux-unpacked/diem-cau',
  );

/** @param {readonly string[]} words @returns {Promise<number>} exit code */
async function dist(words) {
  const targets = words.filter((word) => !word.startsWith('--'));
  if (!words.includes('--no-build')) await build();
  const runtime = await ensureRuntime();
  // what an earlier run left would pass for the result of this one
  await rm(packagedExecutable(), { force: true });
  const env = { ...process.env };
  if (existsSync(SYSTEM_7ZA)) env.ELECTRON_BUILDER_7ZIP_PATH ??= SYSTEM_7ZA;
  const cli = join(projectRoot, 'node_modules/electron-builder/cli.js');
  const packed = await run(process.execPath, [cli, ...builderArguments(runtime, targets, process.platform)], {
    cwd: projectRoot,
    env,
    limitMs: PACK_LIMIT_MS,
    output: 'show',
  });
  if (packed.code !== 0) return packed.code;
  if (!words.includes('--selftest')) return 0;

  const { ok, report } = await selftest(packagedExecutable());
  process.stdout.write(`${report}\n`);
  return ok ? 0 : 1;
}

if (isEntry(import.meta.url)) {
  try {
    process.exitCode = await dist(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
