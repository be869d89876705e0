import fs from 'node:fs';
import path from 'node:path';
import { VIETNAM_OFFSET } from '../../shared/time/time';

/** A copy at least this often while something is written. */
export const COPY_EVERY_MS = 15 * 60_000;
const COPIES_KEPT = 4;

const COPY = /^journal-\d{4}-\d{2}-\d{2}-\d{6}(-\d+)?\.db$/;

/** `2026-02-07-073000`: the wall clock in Vietnam, so that a person knows the copy by its name. */
export function stamp(wall: number): string {
  return new Date(wall + VIETNAM_OFFSET).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
}

/** The copies in the folder, newest first; none where there is no folder. */
export function listCopies(folder: string): readonly string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => COPY.test(name))
    .sort()
    .reverse()
    .map((name) => path.join(folder, name));
}

/** When the newest copy was made, in wall milliseconds; null for none. */
export function newestCopyAt(folder: string): number | null {
  const newest = listCopies(folder)[0];
  return newest === undefined ? null : fs.statSync(newest).mtimeMs;
}

/** Whether it is time. A wall clock that was set back must not put the next copy off, so any distance counts. */
export function copyDue(newest: number | null, now: number): boolean {
  return newest === null || Math.abs(now - newest) >= COPY_EVERY_MS;
}

/**
 * Writes a copy under a name that shows when, keeps the newest four and returns its path.
 * @param write makes the whole file under the path it is given. It gets its name only when it is on disk.
 */
export async function makeCopy(folder: string, now: number, write: (to: string) => void): Promise<string> {
  fs.mkdirSync(folder, { recursive: true });
  const to = freeName(folder, `journal-${stamp(now)}`, '.db');
  const part = `${to}.part`;
  fs.rmSync(part, { force: true });
  try {
    write(part);
    const handle = await fs.promises.open(part, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.promises.rename(part, to);
  } catch (e) {
    fs.rmSync(part, { force: true });
    throw e;
  }
  for (const old of listCopies(folder).slice(COPIES_KEPT)) fs.rmSync(old, { force: true });
  return to;
}

/** `base.ext`, or `base-2.ext` and so on where that is taken. */
export function freeName(folder: string, base: string, ext: string): string {
  for (let n = 1; ; n++) {
    const name = path.join(folder, n === 1 ? `${base}${ext}` : `${base}-${n}${ext}`);
    if (!fs.existsSync(name)) return name;
  }
}
