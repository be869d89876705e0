/** One line of the benchmark's output, as electron/tooling/bench.mjs prints it. */
export interface BenchLine {
  readonly id: string;
  readonly n: number;
  readonly unit: string;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly against: { readonly what: string; readonly p50: number; readonly p99: number };
  /** The median over the peer's median: the one figure of few samples that a busy machine moves least. */
  readonly ratio: number;
}

export type Benches = Readonly<Record<string, () => Promise<BenchLine>>>;

/** The nearest-rank percentile: always one of the samples. @param p 0..100 @throws RangeError without samples */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)];
  if (at === undefined) throw new RangeError('no samples');
  return at;
}

/** Hundredths are enough, and the clocks of pages are no finer than a tenth of a millisecond. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

export function lineOf(
  id: string,
  unit: string,
  ours: readonly number[],
  what: string,
  theirs: readonly number[],
): BenchLine {
  const [p50, p99, max] = [percentile(ours, 50), percentile(ours, 99), percentile(ours, 100)];
  const against = { what, p50: rounded(percentile(theirs, 50)), p99: rounded(percentile(theirs, 99)) };
  const ratio = rounded(p50 / percentile(theirs, 50));
  return { id, n: ours.length, unit, p50: rounded(p50), p99: rounded(p99), max: rounded(max), against, ratio };
}

/** Progress and what else was seen, for a person; never on standard output. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

export const inShort = (name: string, samples: readonly number[]): string =>
  `${name} p50 ${percentile(samples, 50).toFixed(2)} p99 ${percentile(samples, 99).toFixed(2)} max ${percentile(samples, 100).toFixed(2)}`;
