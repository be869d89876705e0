// `npm run --silent plan -- FILE`: reads a plan document as the app does, without the app. Prints the answer as JSON.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import esbuild from 'esbuild';
import { bundleOptions } from './bundles.mjs';
import { isEntry } from './paths.mjs';

/** Above the reader's own limit: it always gets to say its sentence. */
const LIMIT_MS = 60_000;

/**
 * Builds the reader into a folder.
 * @param {string} folder absolute
 * @returns {Promise<string>} the script to run with the document's path
 */
export async function buildPlanCli(folder) {
  const parts = /** @type {const} */ ([
    ['electron/plans/cli.ts', 'plan-cli.cjs'],
    ['electron/plans/process.ts', 'plan-process.cjs'],
  ]);
  await Promise.all(
    parts.map(([from, to]) =>
      esbuild.build({
        ...bundleOptions({ from, to: 'unused' }, 'production'),
        outfile: join(folder, to),
        sourcemap: false,
        minifySyntax: false,
        minifyWhitespace: false,
        logLevel: 'silent',
      }),
    ),
  );
  return join(folder, 'plan-cli.cjs');
}

/** @param {readonly string[]} args @returns {Promise<number>} exit code */
async function plan(args) {
  // built anew each time, in a folder of its own: it is never older than the sources, and two runs do not meet
  const folder = await mkdtemp(join(tmpdir(), 'diem-cau-plan-'));
  try {
    const script = await buildPlanCli(folder);
    return await new Promise((done) => {
      // npm runs this in the project's folder; the person typed the path in another
      const paths = args.map((path) => resolve(process.env.INIT_CWD ?? '.', path));
      const child = spawn(process.execPath, [script, ...paths], { stdio: 'inherit', timeout: LIMIT_MS });
      child.on('error', (error) => {
        process.stderr.write(`${error.message}\n`);
        done(1);
      });
      child.on('close', (code) => done(code === 0 ? 0 : 1));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (isEntry(import.meta.url)) {
  try {
    process.exitCode = await plan(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
