// `npm start [-- arguments]`: builds if needed, finds a runtime and a display, and runs the app.
import { ensureBuilt } from './build.mjs';
import { ensureDisplay } from './display.mjs';
import { ensureRuntime } from './electron-runtime.mjs';
import { exitOf, launch, STOP_SIGNALS } from './launch.mjs';

/** @param {string} sentence */
const say = (sentence) => process.stderr.write(`${sentence}\n`);

/** @returns {Promise<number>} exit code */
async function start() {
  await ensureBuilt({ log: say });
  await ensureRuntime();
  const display = await ensureDisplay(say, { outlivesApp: false });
  if (display === null) return 1;
  try {
    const app = await launch(process.argv.slice(2), { env: display.env });
    for (const signal of STOP_SIGNALS) process.on(signal, () => app.kill(signal));
    return await exitOf(app);
  } finally {
    await display.stop();
  }
}

try {
  process.exitCode = await start();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
