import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clockHm } from '../../shared/time/format';
import { dayOf, type WallInstant } from '../../shared/time/time';

/** `Diem danh 07-02-2026 0730`: no diacritics, because such files travel on old USB sticks and by old mail programs. */
export function paperName(takenAt: WallInstant): string {
  const day = dayOf(takenAt);
  return `Diem danh ${day.slice(8, 10)}-${day.slice(5, 7)}-${day.slice(0, 4)} ${clockHm(takenAt, 'wall').replace(':', '')}`;
}

const MOST_OF_A_NAME = 1000;

/**
 * Writes a file that is there whole or not at all, and never over another one: a name that is taken gets (2), (3), …
 * @returns the path of the file
 * @throws the system's error (ENOSPC, EACCES, …); no half file stays behind
 */
export async function writeNew(
  folder: string,
  name: string,
  extension: string,
  data: string | Uint8Array,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${name}.${randomUUID()}.tmp`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    const path = await reserve(folder, name, extension);
    await rename(draft, path);
    return path;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Takes the first free name by creating it: two exports in the same minute cannot get the same one. */
async function reserve(folder: string, name: string, extension: string): Promise<string> {
  for (let n = 1; n <= MOST_OF_A_NAME; n++) {
    const path = join(folder, `${name}${n === 1 ? '' : ` (${n})`}.${extension}`);
    try {
      await (await open(path, 'wx')).close();
      return path;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
  throw new Error(`${MOST_OF_A_NAME} files of this name are there already`);
}
