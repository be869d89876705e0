// `npm run build`: main, utility processes and preload with esbuild, the pages with Vite, assets as they are; into dist/.
import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { build as buildPages } from 'vite';
import { bootScript, bundleOptions, bundles, pages } from './bundles.mjs';
import { isEntry, projectRoot } from './paths.mjs';
import { buildNote, isBuilt, sourcesHash } from './sources.mjs';

const dist = join(projectRoot, 'dist');

/** Puts what is copied, not built, into dist/. */
export async function copyAssets() {
  await rm(join(dist, 'assets'), { recursive: true, force: true });
  await cp(join(projectRoot, 'assets'), join(dist, 'assets'), { recursive: true });
  await mkdir(join(dist, 'main'), { recursive: true });
  await writeFile(join(dist, 'main/boot.cjs'), bootScript);
}

/**
 * Builds everything anew.
 * @param {{ log?: (sentence: string) => void }} [options]
 * @throws if anything does not build; dist/ then counts as not built
 */
export async function build({ log = (sentence) => process.stdout.write(`${sentence}\n`) } = {}) {
  const began = performance.now();
  // taken first: a file that is saved while we build makes the next start build again
  const sources = sourcesHash();
  await rm(dist, { recursive: true, force: true });
  await Promise.all(bundles.map((bundle) => esbuild.build(bundleOptions(bundle, 'production'))));
  await copyAssets();
  await asProduction(() => buildPages({ configFile: join(projectRoot, 'renderer/vite.config.mts'), logLevel: 'warn' }));
  // the page folders are found, not listed, by Vite: one that was renamed would be missed only in the hall
  const missing = pages.filter((page) => !existsSync(join(dist, 'renderer', page, 'index.html')));
  if (missing.length > 0) throw new Error(`no page came out for ${missing.join(', ')}`);
  await writeFile(join(dist, 'build.json'), buildNote(sources));
  log(`built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

/**
 * Vite goes by NODE_ENV where it is set, and a test runner sets it: the pages would be made with React for developers,
 * which is twice as large and half as fast.
 * @template T
 * @param {() => Promise<T>} work
 */
async function asProduction(work) {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/**
 * Builds only if dist/ is missing or older than the sources.
 * @param {{ log?: (sentence: string) => void }} [options]
 */
export async function ensureBuilt(options = {}) {
  if (!isBuilt()) await build(options);
}

if (isEntry(import.meta.url)) {
  try {
    await build();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
