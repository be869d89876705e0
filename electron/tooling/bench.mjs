// `npm run --silent bench [-- ID…]`: measures beside a peer or a limit, and prints one line of JSON for each measurement.
// Nothing else goes to standard output; what the parts say on the way goes to standard error.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ensureBuilt } from './build.mjs';
import { ensureRuntime } from './electron-runtime.mjs';
import { isEntry, projectRoot } from './paths.mjs';

/**
 * @typedef {object} BenchLine
 * @property {string} id
 * @property {number} n how many samples
 * @property {string} unit of p50, p99 and max
 * @property {number} p50
 * @property {number} p99
 * @property {number} max
 * @property {{ what: string, p50: number, p99: number }} against the peer or limit, measured in the same run
 * @property {number} ratio to it
 */

/** @typedef {Record<string, () => Promise<BenchLine>>} Benches */

const BENCH_LIMIT_MS = 5 * 60_000;

/**
 * @param {string} id
 * @param {unknown} value
 * @returns {BenchLine}
 * @throws if a measurement came back without one of its figures
 */
export function checkLine(id, value) {
  const line = /** @type {Partial<BenchLine>} */ (value ?? {});
  /** @param {unknown} figure */
  const bad = (figure) => typeof figure !== 'number' || !Number.isFinite(figure);
  const wrong = [
    ...(line.id === id ? [] : ['id']),
    ...(typeof line.unit === 'string' && line.unit ? [] : ['unit']),
    ...(typeof line.against?.what === 'string' && line.against.what ? [] : ['against.what']),
    .../** @type {const} */ (['n', 'p50', 'p99', 'max', 'ratio']).filter((name) => bad(line[name])),
    .../** @type {const} */ (['p50', 'p99'])
      .filter((name) => bad(line.against?.[name]))
      .map((name) => `against.${name}`),
  ];
  if (wrong.length > 0) throw new Error(`${id} came back without a usable ${wrong.join(', ')}`);
  return /** @type {BenchLine} */ (line);
}

/** @param {string} folder @returns {string[]} absolute, in the order of their names */
export const benchFiles = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.bench.ts'))
    .sort()
    .map((name) => join(folder, name));

/**
 * @param {readonly string[]} files TypeScript modules that export `benches`
 * @returns {Promise<Benches>}
 * @throws if two of them measure under one id
 */
export async function loadBenches(files) {
  /** @type {Benches} */
  const all = {};
  for (const file of files) {
    const { module } = await runnerImport(file, { configFile: false, root: projectRoot, logLevel: 'warn' });
    for (const [id, measure] of Object.entries(/** @type {{ benches: Benches }} */ (module).benches)) {
      if (id in all) throw new Error(`${id} is measured twice`);
      all[id] = measure;
    }
  }
  return all;
}

/**
 * @param {Benches} benches
 * @param {readonly string[]} ids
 * @returns {string | null} a sentence about those that nobody measures; null when all are known
 */
export function whyNot(benches, ids) {
  const unknown = ids.filter((id) => !(id in benches));
  if (unknown.length === 0) return null;
  return `there is no ${unknown.join(', no ')}; there are ${Object.keys(benches).join(', ')}`;
}

/**
 * Measures one after the other: two at once would measure each other.
 * @param {Benches} benches
 * @param {readonly string[]} ids which; all when empty
 * @param {{ print: (line: string) => void, complain: (sentence: string) => void, limitMs?: number }} out
 * @returns {Promise<number>} how many could not be measured
 */
export async function runBenches(benches, ids, { print, complain, limitMs = BENCH_LIMIT_MS }) {
  const wanted = ids.length > 0 ? ids : Object.keys(benches);
  let failed = 0;
  for (const id of wanted) {
    const measure = benches[id];
    /** @type {NodeJS.Timeout | undefined} */
    let limit;
    try {
      if (measure === undefined) throw new Error(whyNot(benches, [id]) ?? id);
      const late = new Promise((_done, fail) => {
        limit = setTimeout(() => fail(new Error(`${id} is not done after ${limitMs / 1000} s`)), limitMs);
      });
      print(JSON.stringify(checkLine(id, await Promise.race([measure(), late]))));
    } catch (error) {
      failed++;
      complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    } finally {
      clearTimeout(limit);
    }
  }
  return failed;
}

if (isEntry(import.meta.url)) {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  /** @param {string} sentence */
  const complain = (sentence) => process.stderr.write(`${sentence}\n`);
  // each file is loaded for itself and brings its own clearing up
  process.setMaxListeners(50);
  // so that what a measurement has started is ended with us
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]))
    process.once(signal, () => process.exit(code));
  let failed = 1;
  try {
    const benches = await loadBenches(benchFiles(join(projectRoot, 'tests/bench')));
    const ids = process.argv.slice(2).filter((word) => !word.startsWith('--'));
    const refusal = whyNot(benches, ids);
    if (refusal !== null) throw new Error(refusal);
    // a copy of the app that is named is taken as it stands
    if (!process.env.DIEMCAU_TEST_APP) await ensureBuilt({ log: complain });
    await ensureRuntime();
    failed = await runBenches(benches, ids, { print: (line) => write(`${line}\n`), complain });
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
  }
  // a measurement that ran into its limit may have left timers and sockets behind
  process.exit(failed > 0 ? 1 : 0);
}
