import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { benchFiles, checkLine, loadBenches, runBenches } from '../../electron/tooling/bench.mjs';
import { makeTemp } from './temp';

const line = (id: string) => ({
  id,
  n: 3,
  unit: 'ms',
  p50: 1,
  p99: 2,
  max: 3,
  against: { what: 'a bare call', p50: 1, p99: 1 },
  ratio: 2,
});

function collect() {
  const printed: string[] = [];
  const complaints: string[] = [];
  return {
    printed,
    complaints,
    out: { print: (text: string) => printed.push(text), complain: (text: string) => complaints.push(text) },
  };
}

describe('benchmarks', () => {
  it('are loaded from TypeScript that knows its own folder, and print one line each', async () => {
    const folder = makeTemp('bench');
    writeFileSync(
      join(folder, 'self.bench.ts'),
      `const here: string = import.meta.dirname;
       export const benches = { 'self-check': async () => ({ ...${JSON.stringify(line('self-check'))}, unit: here }) };`,
    );
    writeFileSync(join(folder, 'helper.ts'), 'throw new Error("not a benchmark");');
    const benches = await loadBenches(benchFiles(folder));
    const { printed, complaints, out } = collect();
    expect(await runBenches(benches, [], out)).toBe(0);
    expect(printed.map((text) => JSON.parse(text))).toEqual([{ ...line('self-check'), unit: folder }]);
    expect(complaints).toEqual([]);
  }, 30_000);

  it('run only those that are named, and say so when there is none of that name', async () => {
    const benches = { a: async () => line('a'), b: async () => line('b') };
    const { printed, complaints, out } = collect();
    expect(await runBenches(benches, ['b', 'z'], out)).toBe(1);
    expect(printed.map((text) => JSON.parse(text).id)).toEqual(['b']);
    expect(complaints.join()).toContain('there is no z; there are a, b');
  });

  it('go on after one that throws or does not end', async () => {
    const benches = {
      throws: () => Promise.reject(new Error('OBS is not there')),
      hangs: () => new Promise<never>(() => undefined),
      good: async () => line('good'),
    };
    const { printed, complaints, out } = collect();
    expect(await runBenches(benches, [], { ...out, limitMs: 50 })).toBe(2);
    expect(printed).toHaveLength(1);
    expect(complaints.join()).toMatch(/OBS is not there.*hangs is not done/s);
  });

  it('are refused without a figure to compare with', () => {
    expect(() => checkLine('a', { ...line('a'), ratio: Number.NaN })).toThrow('ratio');
    expect(() => checkLine('a', { ...line('a'), against: { what: 'x', p50: 1 } })).toThrow('against.p99');
    expect(() => checkLine('a', line('b'))).toThrow('id');
  });
});
