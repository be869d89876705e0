import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { benchFiles, checkLine, loadBenches, runBenches } from '../../electron/tooling/bench.mjs';
import { projectRoot } from '../../electron/tooling/paths.mjs';
import { run } from '../../electron/tooling/run.mjs';
import { lineOf } from '../bench/figures';
import { repeated, TEXTS } from '../bench/plan-texts';
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

  it('refuse a name that is none with one sentence, before anything is built or started', async () => {
    const { code, stdout, stderr } = await run(
      process.execPath,
      [join(projectRoot, 'electron/tooling/bench.mjs'), 'scan-to-durable', 'scan-to-moon'],
      // as a person starts it: what a test runner is known by would be taken for one
      { cwd: projectRoot, limitMs: 30_000, env: { PATH: process.env.PATH } },
    );
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^there is no scan-to-moon; there are .*scan-to-durable/),
    ]);
  }, 40_000);

  it('have lines of what is promised', async () => {
    const benches = await loadBenches(benchFiles(join(projectRoot, 'tests/bench')));
    const growths = Object.keys(benches).filter((id) => id.startsWith('plan-growth-'));
    expect(growths).toEqual(
      expect.arrayContaining(['plan-growth-plans', 'plan-growth-one-line', 'plan-growth-table-rows']),
    );
    const others = Object.keys(benches).filter((id) => !growths.includes(id));
    expect(others.toSorted()).toEqual([
      'command-to-windows',
      'memory-four-windows',
      'plan-33kb',
      'plan-33kb-cold',
      'scan-to-durable',
      'scan-to-painted',
      'scene-change',
      'second-boundary-stage',
      'start-to-usable',
    ]);
  }, 30_000);

  it('read plans that are as long as they are said to be, to the byte', () => {
    for (const [name, textOf] of Object.entries(TEXTS))
      if (!['table-rows', 'nested-quotes'].includes(name))
        expect([name, Buffer.byteLength(textOf(65_536).text)]).toEqual([name, 65_536]);
    for (const size of [10, 11, 12, 13, 14]) expect(Buffer.byteLength(repeated('ở ', size))).toBe(size);
    expect(TEXTS['table-rows']?.(1024 * 1024).tables[0]?.rows.length).toBeGreaterThan(9000);
  });

  it('make a line of their samples that can be printed: percentiles are samples, the ratio is of the medians', () => {
    const samples = Array.from({ length: 200 }, (_, i) => 200 - i);
    const made = lineOf('a', 'ms', samples, 'a bare call', [40, 50, 60]);
    expect(checkLine('a', made)).toEqual({
      id: 'a',
      n: 200,
      unit: 'ms',
      p50: 100,
      p99: 198,
      max: 200,
      against: { what: 'a bare call', p50: 50, p99: 60 },
      ratio: 2,
    });
    expect(() => lineOf('a', 'ms', [], 'a bare call', [1])).toThrow('no samples');
  });

  it('are refused without a figure to compare with', () => {
    expect(() => checkLine('a', { ...line('a'), ratio: Number.NaN })).toThrow('ratio');
    expect(() => checkLine('a', { ...line('a'), against: { what: 'x', p50: 1 } })).toThrow('against.p99');
    expect(() => checkLine('a', line('b'))).toThrow('id');
  });
});
