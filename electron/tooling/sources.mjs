// Whether dist/ was built from the sources as they stand.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from './paths.mjs';

/** Everything a build reads, besides the packages that package-lock.json stands for. */
const PARTS = ['electron', 'renderer', 'shared', 'assets', 'package.json', 'package-lock.json'];

/** @param {string} root */
const noteOf = (root) => join(root, 'dist/build.json');

/** @param {string} path @returns {Iterable<string>} the files below, in a fixed order */
function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) if (!name.startsWith('.')) yield* filesUnder(join(path, name));
}

/**
 * @param {string} [root]
 * @returns {string} changes when the name or the content of any source changes, and with nothing else: a fresh
 *   checkout, which renews every file's time, is not a reason to build again
 */
export function sourcesHash(root = projectRoot) {
  const hash = createHash('sha256');
  for (const part of PARTS)
    for (const file of filesUnder(join(root, part))) {
      const content = readFileSync(file);
      hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
    }
  return hash.digest('hex');
}

/**
 * @param {string} [root]
 * @returns {boolean} whether dist/ is whole and was built from the sources as they are now
 */
export function isBuilt(root = projectRoot) {
  if (!existsSync(noteOf(root)) || !existsSync(join(root, 'dist/main/boot.cjs'))) return false;
  const note = JSON.parse(readFileSync(noteOf(root), 'utf8'));
  return note.sources === sourcesHash(root);
}

/** Content of the note a build leaves when it is done. @param {string} sources @returns {string} */
export const buildNote = (sources) => `${JSON.stringify({ sources })}\n`;
