// `npm test`: everything, on a machine that has nothing prepared. Each step runs whatever the others did, within a limit
// of its own. The last line says how much passed and failed in all.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asOne, countVitest, exitCodeFor, lastLine, NONE, sum } from './counts.mjs';
import { projectRoot } from './paths.mjs';
import { endRunning, run } from './run.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

const MINUTE = 60_000;
const tool = (/** @type {string} */ path) => join(projectRoot, 'node_modules', path);
const ours = (/** @type {string} */ name) => join(projectRoot, 'electron/tooling', name);

/** @param {string} sentence */
const say = (sentence) => process.stdout.write(`${sentence}\n`);

/**
 * @param {string[]} args what Node runs
 * @param {number} limitMs
 * @returns {Promise<number>} exit code
 */
async function node(args, limitMs) {
  const { code, timedOut } = await run(process.execPath, args, { cwd: projectRoot, limitMs, output: 'show' });
  if (timedOut) say(`ended after ${limitMs / MINUTE} minutes`);
  return code;
}

/** @param {string} config @param {number} limitMs @returns {Promise<Counts>} */
async function vitest(config, limitMs) {
  // a folder of its own: two runs at once do not read each other's report
  const folder = await mkdtemp(join(tmpdir(), 'diem-cau-report-'));
  try {
    const report = join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await node([tool('vitest/vitest.mjs'), 'run', '-c', config, ...reporters], limitMs);
    return countVitest(existsSync(report) ? await readFile(report, 'utf8') : null, code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// in a log file its colours are a page of escape codes for every line of code
const plain = process.stdout.isTTY ? [] : ['--colors=off'];
let built = false;
/** Steps that only prepare count when they fail. @param {number} code */
const preparation = (code) => (code === 0 ? NONE : asOne(false));

/** @type {readonly { name: string, go: () => Promise<Counts> }[]} */
const steps = [
  { name: 'setup', go: async () => preparation(await node([ours('setup.mjs')], 20 * MINUTE)) },
  {
    name: 'format and lint',
    go: async () => asOne((await node([tool('@biomejs/biome/bin/biome'), 'ci', ...plain], MINUTE)) === 0),
  },
  {
    name: 'types',
    go: async () => {
      const compiler = tool('typescript/bin/tsc');
      const current = await node([compiler, '-b'], 5 * MINUTE);
      const oldest = await node([compiler, '-b', 'electron/tsconfig.oldest.json'], 5 * MINUTE);
      return asOne(current === 0 && oldest === 0);
    },
  },
  { name: 'unit and device tests', go: () => vitest('tests/vitest.config.mts', 15 * MINUTE) },
  {
    name: 'build',
    go: async () => {
      built = (await node([ours('build.mjs')], 5 * MINUTE)) === 0;
      return asOne(built);
    },
  },
  { name: 'runtime', go: async () => preparation(await node([ours('electron-runtime.mjs')], 20 * MINUTE)) },
  {
    name: 'end to end',
    // without a build there is nothing to drive: that is a failure, not a skip
    go: async () => (built ? vitest('tests/vitest.e2e.config.mts', 30 * MINUTE) : asOne(false)),
  },
  {
    name: 'package',
    go: async () => asOne(built && (await node([ours('dist.mjs'), '--no-build', '--selftest'], 5 * MINUTE)) === 0),
  },
];

for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]))
  process.on(signal, () => {
    endRunning();
    process.exit(code);
  });

/** @type {{ name: string, counts: Counts, seconds: number }[]} */
const results = [];
for (const { name, go } of steps) {
  say(`\n── ${name}`);
  const began = performance.now();
  /** @type {Counts} */
  let counts;
  try {
    counts = await go();
  } catch (error) {
    say(String(error));
    counts = asOne(false);
  }
  results.push({ name, counts, seconds: (performance.now() - began) / 1000 });
}

say('\n── summary');
for (const { name, counts, seconds } of results)
  say(`${counts.failed > 0 ? 'FAILED' : 'ok    '} ${name}: ${lastLine(counts)} (${seconds.toFixed(1)} s)`);
const total = sum(results.map(({ counts }) => counts));
process.exitCode = exitCodeFor(total);
say(lastLine(total));
