import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export interface Arrow {
  /** The importing file, from the project's folder, with slashes. */
  readonly from: string;
  /** What it imports: a path from the project's folder for our own files, otherwise the name of the package. */
  readonly to: string;
}

// import … from, export … from, import '…', import('…'), require('…'); type imports are arrows too
const SPECIFIER = /(?:^|[\s;}])(?:from\s*|import\s*\(?\s*|require\s*\(\s*)(['"])([^'"\n]+)\1/g;

const slashes = (path: string): string => path.split(sep).join('/');

/** The project-relative arrows of one file. */
export function arrowsOf(file: string, text: string): Arrow[] {
  return [...text.matchAll(SPECIFIER)].map((match) => {
    const to = match[2] ?? '';
    return { from: file, to: to.startsWith('.') ? slashes(join(dirname(file), to)) : to };
  });
}

/** All arrows that leave TypeScript files below a folder. */
export function arrowsBelow(root: string, folder: string): Arrow[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      return arrowsOf(slashes(relative(root, file)), readFileSync(file, 'utf8'));
    });
}
