import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
/** A folder with an index.html is a page. */
const pages = readdirSync(root).filter((name) => existsSync(join(root, name, 'index.html')));
/** The oldest Chrome the app runs in (Electron 25). */
const CHROME = 114;

export default defineConfig({
  root,
  base: './',
  // node_modules and dist are one floor up
  cacheDir: join(root, '../.cache/vite'),
  plugins: [react()],
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
    rolldownOptions: { input: Object.fromEntries(pages.map((page) => [page, join(root, page, 'index.html')])) },
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: false },
});
