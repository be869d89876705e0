import { resolve } from 'node:path';

/** The project's own folder, absolute. */
export const projectRoot = resolve(import.meta.dirname, '../..');

/**
 * @param {string} moduleUrl `import.meta.url` of the asking module
 * @returns {boolean} whether that module is the script Node was started with
 */
export const isEntry = (moduleUrl) =>
  process.argv[1] !== undefined && new URL(moduleUrl).pathname === encodeURI(resolve(process.argv[1]));
