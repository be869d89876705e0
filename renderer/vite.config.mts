import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
/** A folder with an index.html is a page. */
const pages = readdirSync(root).filter((name) => existsSync(join(root, name, 'index.html')));
/** The oldest Chrome the app runs in (Electron 25). */
const CHROME = 114;

/** The letters that the console is first laid out in. */
const FIRST_LETTERS = /(figures|be-vietnam-pro-(latin|vietnamese))-(400|500|600|700)(-normal)?-[^/]*\.woff2$/;

/**
 * Asks for the console's letters together with its page. Asked for when they are needed, they come too late for the
 * first picture: it is laid out in a font of the system, at the price of finding one, and then again.
 */
const lettersAhead: Plugin = {
  name: 'letters-ahead',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { path, bundle }) =>
      path !== '/operator/index.html'
        ? []
        : Object.keys(bundle ?? {})
            .filter((file) => FIRST_LETTERS.test(file))
            .map((file) => ({
              tag: 'link',
              attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `../${file}` },
              injectTo: 'head',
            })),
  },
};

export default defineConfig({
  root,
  base: './',
  // node_modules and dist are one floor up
  cacheDir: join(root, '../.cache/vite'),
  plugins: [react(), lettersAhead],
  css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: CHROME << 16 } } },
  build: {
    target: `chrome${CHROME}`,
    outDir: join(root, '../dist/renderer'),
    emptyOutDir: true,
    sourcemap: true,
    modulePreload: { polyfill: false },
    // fonts stay files: a data: URL is not in the pages' content policy
    assetsInlineLimit: 0,
    // one desk application from disk: a large file costs nothing there
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      input: Object.fromEntries(pages.map((page) => [page, join(root, page, 'index.html')])),
      // each file costs the main process a turn of its own, and it has much else to do while the pages start; parts that
      // bring styles stay where they are, so that the styles keep their order; so do the sentences of the screens that
      // come later
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'common',
              minShareCount: 2,
              test: /node_modules|[\\/](?:store|shared(?![\\/]words[\\/]planning))[\\/]/,
            },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: false },
});
