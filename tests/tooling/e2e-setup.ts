import { ensureBuilt } from '../../electron/tooling/build.mjs';
import { ensureRuntime } from '../../electron/tooling/electron-runtime.mjs';
import { ensureXvfb } from '../../electron/tooling/virtual-display.mjs';

/**
 * Runs once before all end-to-end tests, so that what is missing is said once and not by every test in its own way.
 * @throws if the app does not build, there is no Electron to run it in, or no virtual display
 */
export default async function setup(): Promise<void> {
  await ensureBuilt();
  await ensureRuntime();
  if (!(await ensureXvfb((sentence) => process.stderr.write(`${sentence}\n`)))) throw new Error('there is no Xvfb');
}
