import fs from 'node:fs';
import Database from 'libsql';
import type { Recorded } from '../../shared/contract/events';
import { fromRow, ROW_COLUMNS, type Row } from './rows';

const AT_ONCE = 200;

/**
 * The events that can still be read from a file, from the first up to the first that cannot. Reads from a throw-away
 * copy: opening a damaged file would change it. Never throws; nothing readable gives an empty list.
 */
export function readableEvents(file: string): readonly Recorded[] {
  const copy = `${file}.reading`;
  const parts = ['', '-wal', '-shm'];
  try {
    for (const part of parts.slice(0, 2)) if (fs.existsSync(file + part)) fs.copyFileSync(file + part, copy + part);
    return readPrefix(copy);
  } catch {
    return []; // not a database, or no room for the copy: the backups are asked next
  } finally {
    for (const part of parts) discard(copy + part);
  }
}

function readPrefix(file: string): readonly Recorded[] {
  const db = new Database(file, {});
  const many = db.prepare(`SELECT ${ROW_COLUMNS} FROM journal WHERE seq > ? ORDER BY seq LIMIT ?`).raw();
  const events: Recorded[] = [];
  /** Takes what follows; false at the end of what is whole. */
  const take = (limit: number): boolean => {
    const rows = many.all(events.length, limit) as readonly Row[];
    for (const row of rows) {
      if (row[0] !== events.length + 1) return false;
      events.push(fromRow(row));
    }
    return rows.length === limit;
  };
  try {
    while (take(AT_ONCE));
  } catch {
    // one bad page spoils the whole batch: go on singly up to it
    try {
      while (take(1));
    } catch {
      // here it ends
    }
  }
  db.close();
  return events;
}

/**
 * The longest unbroken beginning among the damaged file and the copies, newest first. A copy counts only where it
 * tells the same story as the damaged file as far as both go.
 */
export function bestOf(damaged: readonly Recorded[], copies: Iterable<readonly Recorded[]>): readonly Recorded[] {
  let best = damaged;
  for (const copy of copies) {
    if (copy.length > best.length && best.every((r, i) => JSON.stringify(r) === JSON.stringify(copy[i]))) best = copy;
  }
  return best;
}

function discard(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // still held open by the library on some systems; it is only a copy, and the next salvage writes over it
  }
}
