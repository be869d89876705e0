import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

/**
 * A new folder below the system's temporary one, removed when the test file is through.
 * @param purpose part of its name, so that a leftover tells where it came from
 */
export function makeTemp(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `diem-cau-${purpose}-`));
  folders.add(folder);
  return folder;
}

/** Removes what `makeTemp` has made so far. */
export function removeTemps(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  folders.clear();
}

// A benchmark has no test file to end with, and a worker may be told to go before its hooks have run.
process.once('exit', removeTemps);
if (process.env.VITEST) {
  const { afterAll } = await import('vitest');
  // hooks run last in, first out: the file's own hooks close the app before its folder goes
  afterAll(removeTemps);
}
