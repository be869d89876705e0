import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import esbuild from 'esbuild';
import { bundleOptions } from '../../electron/tooling/bundles.mjs';
import type { PlanDocument } from '../../shared/plan/document';
import { type Benches, type BenchLine, inShort, lineOf, percentile, say } from './figures';
import { planOf, TEXTS } from './plan-texts';

/*
 * How long the reader takes for a plan as it comes, against what is promised for it; and how the time for a byte grows
 * from a small document to a megabyte, over plans and over what is made to bring a reader down. It is built as it is
 * shipped and runs in a thread of its own, so that a text it never comes to an end with is given up.
 */

const PLAN_BYTES = 33 * 1024;
const PROMISED_MS = 30;
const WARM_UP = 50;
const WARM = 400;
const COLD = 15;

const KB = 1024;
const SIZES = [64 * KB, 128 * KB, 256 * KB, 512 * KB, 1024 * KB] as const;
/** Readings of one text at one size; the quickest tells the reader from what else the machine does. */
const ROUNDS = 3;
/** Milliseconds for one reading. */
const PATIENCE_MS = 15_000;

let built: Promise<string> | null = null;

function readerCode(): Promise<string> {
  built ??= esbuild
    .build({
      ...bundleOptions({ from: 'shared/plan/read.ts', to: 'unused' }, 'production'),
      outfile: join(import.meta.dirname, 'unused.cjs'),
      sourcemap: false,
      write: false,
      logLevel: 'silent',
    })
    .then(({ outputFiles }) => {
      const code = outputFiles?.[0]?.text;
      if (code === undefined) throw new Error('the reader was not built');
      return `${code}
        const { parentPort } = require('node:worker_threads');
        parentPort.on('message', ({ doc, rounds }) => {
          const took = [];
          for (let i = 0; i < rounds; i++) {
            const from = performance.now();
            module.exports.readPlan(doc, null);
            took.push(performance.now() - from);
          }
          parentPort.postMessage(took);
        });`;
    });
  return built;
}

interface Reader {
  /** @returns milliseconds of each round; null when `limitMs` was over before the last */
  read(doc: PlanDocument, rounds: number, limitMs: number): Promise<readonly number[] | null>;
  end(): Promise<void>;
}

async function startReader(): Promise<Reader> {
  const worker = new Worker(await readerCode(), { eval: true });
  return {
    read: (doc, rounds, limitMs) =>
      new Promise((resolve, reject) => {
        const settle = (then: () => void): void => {
          clearTimeout(limit);
          worker.off('message', told).off('error', failed);
          then();
        };
        const told = (took: readonly number[]): void => settle(() => resolve(took));
        const failed = (error: Error): void => settle(() => reject(error));
        const limit = setTimeout(() => settle(() => resolve(null)), limitMs);
        worker.on('message', told).on('error', failed);
        worker.postMessage({ doc, rounds });
      }),
    end: async () => void (await worker.terminate()),
  };
}

async function withReader<T>(use: (reader: Reader) => Promise<T>): Promise<T> {
  const reader = await startReader();
  try {
    return await use(reader);
  } finally {
    await reader.end();
  }
}

async function warm(): Promise<BenchLine> {
  const took = await withReader(async (reader) => {
    await reader.read(planOf(PLAN_BYTES), WARM_UP, PATIENCE_MS);
    return reader.read(planOf(PLAN_BYTES), WARM, PATIENCE_MS);
  });
  if (took === null) throw new Error(`${WARM} plans of ${PLAN_BYTES} bytes were not read in ${PATIENCE_MS} ms`);
  return lineOf('plan-33kb', 'ms', took, 'the promise for a plan of 33 KB', [PROMISED_MS]);
}

async function cold(): Promise<BenchLine> {
  const took: number[] = [];
  for (let i = 0; i < COLD; i++)
    took.push(...((await withReader((reader) => reader.read(planOf(PLAN_BYTES), 1, PATIENCE_MS))) ?? [PATIENCE_MS]));
  return lineOf('plan-33kb-cold', 'ms', took, 'the promise for a plan of 33 KB', [PROMISED_MS]);
}

/** Nanoseconds for a byte at the largest size, against the smallest: near 1 where the time grows with the text alone. */
async function growth(name: string, textOf: (bytes: number) => PlanDocument): Promise<BenchLine> {
  const perByte: (readonly number[])[] = [];
  for (const bytes of SIZES) {
    const doc = textOf(bytes);
    const took = await withReader(async (reader) => {
      // the first readings are of code that is not compiled yet
      await reader.read(textOf(SIZES[0] / 4), 4, PATIENCE_MS);
      const rounds: number[] = [];
      for (let i = 0; i < ROUNDS; i++) {
        const round = await reader.read(doc, 1, PATIENCE_MS);
        if (round === null) return null;
        rounds.push(...round);
      }
      return rounds;
    });
    perByte.push((took ?? [PATIENCE_MS]).map((ms) => (ms * 1e6) / bytes));
    if (took !== null) continue;
    say(`plan-growth: ${name} of ${bytes / KB} KB was given up after ${PATIENCE_MS / 1000} s`);
    break;
  }
  const first = perByte[0] ?? [];
  const last = perByte.at(-1) ?? [];
  const ratios = perByte.map((own) => (percentile(own, 0) / percentile(first, 0)).toFixed(2));
  say(`plan-growth: ${name}: by size ${ratios.join(' ')}; ${inShort('ns a byte', last)}`);
  return lineOf(`plan-growth-${name}`, 'ns/byte', last, 'the same text of 64 KB', first);
}

export const benches: Benches = {
  'plan-33kb': warm,
  'plan-33kb-cold': cold,
  ...Object.fromEntries(
    Object.entries(TEXTS).map(([name, textOf]) => [`plan-growth-${name}`, () => growth(name, textOf)]),
  ),
};
