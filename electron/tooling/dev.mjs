// `npm run dev`: pages from Vite's server, where an edit shows at once; the app starts anew when main or preload changes.
import { join } from 'node:path';
import esbuild from 'esbuild';
import { createServer } from 'vite';
import { copyAssets } from './build.mjs';
import { bundleOptions, bundles } from './bundles.mjs';
import { ensureDisplay } from './display.mjs';
import { exitOf, launch, STOP_SIGNALS } from './launch.mjs';
import { projectRoot } from './paths.mjs';

/** Saving several files at once should start the app once. */
const SETTLE_MS = 150;
const EXIT_LIMIT_MS = 5_000;

/** @param {string} sentence */
const say = (sentence) => process.stderr.write(`${sentence}\n`);

const display = await ensureDisplay(say, { outlivesApp: true });
if (display === null) process.exit(1);

const server = await createServer({ configFile: join(projectRoot, 'renderer/vite.config.mts') });
await server.listen();
const address = server.resolvedUrls?.local[0]?.replace(/\/$/, '');
if (address === undefined) throw new Error('the page server has no address');
say(`pages at ${address}`);
await copyAssets();

/** @type {import('node:child_process').ChildProcess | null} */
let app = null;
/** @type {NodeJS.Timeout | undefined} */
let settling;
/** Starts follow one another: two saves in a row must not leave two apps. @type {Promise<void>} */
let queue = Promise.resolve();

async function endApp() {
  const ending = app;
  app = null;
  if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
  const gone = exitOf(ending);
  ending.kill('SIGTERM');
  const kill = setTimeout(() => ending.kill('SIGKILL'), EXIT_LIMIT_MS);
  await gone;
  clearTimeout(kill);
}

async function restart() {
  await endApp();
  const env = { ...display?.env, DEV_SERVER_URL: address, NODE_ENV: 'development' };
  const started = await launch(process.argv.slice(2), { env });
  app = started;
  void exitOf(started).then((code) => {
    // closed by the person, not by us for a newer one
    if (app === started) void close(code);
  });
}

/** @type {Set<string>} */
const built = new Set();
const contexts = await Promise.all(
  bundles.map((bundle) =>
    esbuild.context({
      ...bundleOptions(bundle, 'development'),
      plugins: [
        {
          name: 'restart-app',
          setup({ onEnd }) {
            onEnd(({ errors }) => {
              // esbuild has printed them; the app that runs goes on with what it has
              if (errors.length > 0) return;
              built.add(bundle.to);
              if (built.size < bundles.length) return;
              say(`built ${bundle.to}`);
              clearTimeout(settling);
              settling = setTimeout(() => {
                queue = queue.then(restart).catch((error) => {
                  say(String(error));
                });
              }, SETTLE_MS);
            });
          },
        },
      ],
    }),
  ),
);
await Promise.all(contexts.map((context) => context.watch()));

/** @param {number} code */
async function close(code) {
  clearTimeout(settling);
  await endApp();
  await Promise.all(contexts.map((context) => context.dispose()));
  await server.close();
  await display?.stop();
  process.exit(code);
}
for (const signal of STOP_SIGNALS) process.on(signal, () => void close(0));
