import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { makeTemp } from '../tooling/temp';
import { mono } from './driven';

export interface BareJournal {
  /** One row, on disk when this returns. @returns how long it took, in milliseconds */
  insert(): number;
  close(): void;
}

/** As long as the body of an ordinary scan. */
const BODY = JSON.stringify({ type: 'scan.judged', filler: 'x'.repeat(200) });

/** The limit: what the same library takes for one row with nothing around it, on the file system the app writes to. */
export function openBareJournal(): BareJournal {
  const folder = makeTemp('bare');
  const db = new Database(join(folder, 'bare.db'), {});
  db.prepare('PRAGMA journal_mode=WAL').raw().get();
  db.exec('PRAGMA synchronous=FULL; CREATE TABLE journal (seq INTEGER PRIMARY KEY, body TEXT) STRICT');
  const row = db.prepare('INSERT INTO journal (body) VALUES (?)');
  return {
    insert() {
      const began = mono();
      row.run(BODY);
      return mono() - began;
    },
    close() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
