// What is bundled for the main process, its utility processes and the preload script.
import { join } from 'node:path';
import { projectRoot } from './paths.mjs';

/** Native parts: they stay in node_modules of the packaged app. Electron brings itself. */
const OUTSIDE = ['electron', '@serialport/bindings-cpp', 'libsql'];

/** @type {readonly { from: string, to: string }[]} */
export const bundles = [
  { from: 'electron/main.ts', to: 'dist/main/main.cjs' },
  { from: 'electron/storage/process.ts', to: 'dist/main/storage-process.cjs' },
  { from: 'electron/devices/scanner/process.ts', to: 'dist/main/scanner-process.cjs' },
  { from: 'electron/plans/process.ts', to: 'dist/main/plan-process.cjs' },
  { from: 'electron/preload.ts', to: 'dist/preload/preload.cjs' },
];

/** Entry pages; each becomes dist/renderer/<page>/index.html. */
export const pages = ['operator', 'stage', 'slides', 'checkin', 'painter', 'papers'];

/** Source maps are read only for files that are loaded after they were asked for: so main.cjs cannot ask itself. */
export const bootScript = `'use strict';\nprocess.setSourceMapsEnabled(true);\nrequire('./main.cjs');\n`;

/**
 * CommonJS for Node 18 and Chrome 114, the oldest Electron the app runs in: it takes no ES module in main or preload.
 * @param {{ from: string, to: string }} bundle
 * @param {'production' | 'development'} mode
 * @returns {import('esbuild').BuildOptions}
 */
export const bundleOptions = ({ from, to }, mode) => ({
  absWorkingDir: projectRoot,
  entryPoints: [from],
  outfile: join(projectRoot, to),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node18',
  external: OUTSIDE,
  sourcemap: true,
  // the app reads the map at every start and keeps it: places are what a stack trace needs, not the sources
  sourcesContent: false,
  // names stay: a stack trace from a hall is all we may ever get
  minifySyntax: mode === 'production',
  minifyWhitespace: mode === 'production',
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
});
