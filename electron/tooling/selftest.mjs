// Starts a packaged app with --selftest and reads what it says. A package cannot be driven like the unpackaged app:
// its fuses close every way in.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appEnvironment, isNoise, launchFlags } from './launch.mjs';
import { run } from './run.mjs';
import { ensureXvfb, hasDisplay, startXvfb } from './virtual-display.mjs';

const SELFTEST_LIMIT_MS = 60_000;

/**
 * @param {string} output what the app wrote
 * @returns {unknown} the JSON after `SELFTEST `; undefined when there is none
 */
export function parseSelftest(output) {
  const line = /^SELFTEST (.+)$/m.exec(output)?.[1];
  if (line === undefined) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} executable of the packaged app
 * @returns {Promise<{ ok: boolean, report: string }>} in order only if it said so and then left with 0
 */
export async function selftest(executable) {
  const home = await mkdtemp(join(tmpdir(), 'diem-cau-selftest-'));
  const display = hasDisplay() || !(await ensureXvfb(() => undefined)) ? null : await startXvfb();
  try {
    // a packaged app keeps its data below the configuration folder; this one must not meet the person's own
    const env = appEnvironment({ XDG_CONFIG_HOME: home, ...(display ? { DISPLAY: display.name } : {}) });
    const flags = launchFlags({ env: display ? { ...env, DIEMCAU_VIRTUAL_DISPLAY: '1' } : env });
    const { code, timedOut, stdout, stderr } = await run(executable, [...flags, '--selftest'], {
      env,
      limitMs: SELFTEST_LIMIT_MS,
    });
    const answer = parseSelftest(stdout);
    if (code === 0 && answer !== undefined) return { ok: true, report: `packaged app: ${JSON.stringify(answer)}` };
    const ended = timedOut ? `not done after ${SELFTEST_LIMIT_MS / 1000} s` : `exit ${code}`;
    const words = `${stdout}${stderr}`.split('\n').filter((line) => !isNoise(line));
    return { ok: false, report: `packaged app: ${ended}\n${words.join('\n').slice(-4_000)}` };
  } finally {
    await display?.stop();
    await rm(home, { recursive: true, force: true });
  }
}
