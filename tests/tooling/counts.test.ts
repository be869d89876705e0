import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asOne, countVitest, exitCodeFor, lastLine, sum } from '../../electron/tooling/counts.mjs';
import { projectRoot } from '../../electron/tooling/paths.mjs';
import { run } from '../../electron/tooling/run.mjs';
import { isAlive } from './process-tree';
import { makeTemp } from './temp';

describe('counting what vitest reports', () => {
  it('takes passed, failed, skipped and planned tests', () => {
    const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1, testResults: [] };
    expect(countVitest(JSON.stringify(report), 1)).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  it('counts no report, and half a report, as a failure', () => {
    expect(countVitest(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countVitest('{"numPassedTests": 5, "numF', 124)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a bad end as a failure although every test went well', () => {
    expect(countVitest(JSON.stringify({ numPassedTests: 3, numFailedTests: 0 }), 1).failed).toBe(1);
  });

  it('counts a file that cannot be loaded, in a real report', async () => {
    const folder = makeTemp('vitest');
    writeFileSync(
      join(folder, 'good.test.ts'),
      `import { expect, it } from 'vitest'; it('a', () => expect(1).toBe(1)); it.skip('b', () => undefined);
       it('c', () => expect(1).toBe(2));`,
    );
    writeFileSync(
      join(folder, 'broken.test.ts'),
      `import './missing'; import { it } from 'vitest'; it('x', () => {});`,
    );
    const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs');
    // found from the project's node_modules: the temporary folder has none
    const config = join(folder, 'vitest.config.mjs');
    writeFileSync(
      config,
      `export default { root: ${JSON.stringify(folder)}, resolve: { alias: { vitest: ${JSON.stringify(join(projectRoot, 'node_modules/vitest/dist/index.js'))} } } };`,
    );
    const { code, stdout } = await run(process.execPath, [vitest, 'run', '-c', config, '--reporter=json'], {
      cwd: projectRoot,
      limitMs: 60_000,
    });
    expect(code).toBe(1);
    expect(countVitest(stdout.slice(stdout.indexOf('{')), code)).toEqual({ passed: 1, failed: 2, skipped: 1 });
  }, 90_000);
});

describe('the last line', () => {
  it('sums up all steps, and tells of skips only if there are any', () => {
    const total = sum([asOne(true), asOne(false), { passed: 40, failed: 0, skipped: 0 }]);
    expect(lastLine(total)).toBe('41 passed, 1 failed');
    expect(lastLine({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped');
  });

  it('goes with a bad end when something failed, or when nothing ran', () => {
    expect(exitCodeFor({ passed: 9, failed: 0, skipped: 3 })).toBe(0);
    expect(exitCodeFor({ passed: 9, failed: 1, skipped: 0 })).toBe(1);
    expect(exitCodeFor({ passed: 0, failed: 0, skipped: 5 })).toBe(1);
  });
});

describe('running a command', () => {
  it('ends it and its children at the time limit', async () => {
    const script = 'sleep 60 & echo $!; sleep 60';
    const { code, timedOut, stdout } = await run('bash', ['-c', script], { limitMs: 500 });
    expect({ code, timedOut }).toEqual({ code: 124, timedOut: true });
    await expect.poll(() => isAlive(Number(stdout)), { timeout: 5_000 }).toBe(false);
  });

  it('answers for a command that does not exist', async () => {
    expect(await run('no-such-command-here', [], { limitMs: 5_000 })).toMatchObject({ code: 127, timedOut: false });
  });
});
