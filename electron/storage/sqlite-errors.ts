import fs from 'node:fs';
import path from 'node:path';
import { messageOf } from '../error-message';
import { type JournalCode, JournalError } from './journal';

/** SQLite's own names, by how they begin. */
const BY_CODE: readonly (readonly [string, JournalCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  // the shared memory file beside the journal could not be made as large as it must be
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_READONLY_DBMOVED', 'moved'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
];

const BY_ERRNO: Readonly<Record<string, JournalCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EEXIST: 'no-folder',
  EBUSY: 'locked',
};

/**
 * Whatever the library or the file system threw, as our own error.
 * @param file the journal's path: where SQLite only says that it cannot open it, the folder is asked why.
 */
export function journalError(e: unknown, file: string): JournalError {
  if (e instanceof JournalError) return e;
  const message = messageOf(e);
  const code = e instanceof Error && 'code' in e && typeof e.code === 'string' ? e.code : '';
  const known = BY_CODE.find(([start]) => code.startsWith(start))?.[1] ?? BY_ERRNO[code];
  // the library reports a failed open as bare text ending in SQLite's number 14
  const unopened = code.startsWith('SQLITE_CANTOPEN') || /unable to open|: 14\b/i.test(message);
  if (unopened || known === 'no-folder') return new JournalError(whyNotOpened(path.dirname(file)), message);
  return new JournalError(known ?? 'io', `${code} ${message}`.trim());
}

/** Asks the folder, or the nearest one above it that is there: making a folder on a read-only disk says ENOENT. */
function whyNotOpened(folder: string): JournalCode {
  const above = path.dirname(folder);
  if (!fs.existsSync(folder)) return above === folder ? 'no-folder' : whyNotOpened(above);
  try {
    if (!fs.statSync(folder).isDirectory()) return 'no-folder';
    fs.accessSync(folder, fs.constants.W_OK);
    return 'io';
  } catch (e) {
    return (e instanceof Error && 'code' in e && BY_ERRNO[String(e.code)]) || 'io';
  }
}
