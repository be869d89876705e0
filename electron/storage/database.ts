import fs from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { JournalError } from './journal';
import { ROW_COLUMNS } from './rows';
import { journalError } from './sqlite-errors';
import { UPGRADES } from './upgrades/all';

/**
 * How long SQLite waits for another program's lock. Below the caller's limit for an append, so that the answer is
 * `locked`, which a person can act on, and not `timeout`.
 */
const LOCK_WAIT_MS = 1500;

type Prepared = Database.Statement<unknown[]>;

/** An open journal file: prepared once, because preparing per call is both slow and where the library has crashed. */
export interface OpenFile {
  readonly db: Database.Database;
  /** Which file on the disk this is, whatever its name. */
  readonly identity: string;
  readonly begin: Prepared;
  readonly commit: Prepared;
  readonly rollback: Prepared;
  readonly insert: Prepared;
  readonly one: Prepared;
  readonly last: Prepared;
  readonly after: Prepared;
  readonly tail: Prepared;
  readonly snapshots: Prepared;
  readonly newestSnapshot: Prepared;
  readonly keepSnapshot: Prepared;
  readonly pruneSnapshots: Prepared;
  readonly anchor: Prepared;
  readonly keepAnchor: Prepared;
}

/** Opens, or creates, the journal in its newest shape. @throws JournalError */
export function openFile(file: string): OpenFile {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const db = new Database(file, {});
    db.pragma(`busy_timeout=${LOCK_WAIT_MS}`);
    const mode = first(db.prepare('PRAGMA journal_mode=WAL'));
    if (mode !== 'wal') throw new JournalError('io', `journal_mode is ${String(mode)}, not wal`);
    db.exec('PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON');
    upgrade(db);
    const raw = (sql: string): Prepared => db.prepare(sql).raw();
    return {
      db,
      identity: identityOf(file),
      begin: db.prepare('BEGIN IMMEDIATE'),
      commit: db.prepare('COMMIT'),
      rollback: db.prepare('ROLLBACK'),
      insert: db.prepare(`INSERT INTO journal (${ROW_COLUMNS}) VALUES (?, ?, ?, ?)`),
      one: raw(`SELECT ${ROW_COLUMNS} FROM journal WHERE seq = ?`),
      last: raw('SELECT coalesce(max(seq), 0) FROM journal'),
      after: raw(`SELECT ${ROW_COLUMNS} FROM journal WHERE seq > ? ORDER BY seq LIMIT ?`),
      tail: raw(
        `SELECT ${ROW_COLUMNS} FROM (SELECT ${ROW_COLUMNS} FROM journal ORDER BY seq DESC LIMIT ?) ORDER BY seq`,
      ),
      snapshots: raw('SELECT revision, format, sha256, body FROM snapshot ORDER BY revision DESC'),
      newestSnapshot: raw('SELECT coalesce(max(revision), 0) FROM snapshot'),
      keepSnapshot: db.prepare('INSERT OR REPLACE INTO snapshot (revision, format, sha256, body) VALUES (?, ?, ?, ?)'),
      pruneSnapshots: db.prepare(
        'DELETE FROM snapshot WHERE revision NOT IN (SELECT revision FROM snapshot ORDER BY revision DESC LIMIT ?)',
      ),
      anchor: raw('SELECT body FROM anchor WHERE id = ?'),
      keepAnchor: db.prepare('INSERT OR REPLACE INTO anchor (id, body) VALUES (?, ?)'),
    };
  } catch (e) {
    throw journalError(e, file);
  }
}

/**
 * The device and number of the file that has this name now; empty where there is none. A file that is deleted while it
 * is open takes every write without an error, so the name is asked before each one.
 */
export function identityOf(file: string): string {
  const stat = fs.statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.dev}:${stat.ino}`;
}

/** The first column of the first row; undefined for none. */
export function first(statement: Prepared, ...values: unknown[]): unknown {
  const row: unknown = statement.raw().get(...values);
  return Array.isArray(row) ? row[0] : undefined;
}

/** All or nothing. The library keeps the values of the last call where one is missing, so pass every one, always. */
export function transaction(f: OpenFile, work: () => void): void {
  f.begin.run();
  try {
    work();
    f.commit.run();
  } catch (e) {
    // SQLite has rolled back by itself after some errors, a full disk among them
    if (f.db.inTransaction) f.rollback.run();
    throw e;
  }
}

/** @throws JournalError `corrupt` */
export function checkFile(f: OpenFile): void {
  const found = first(f.db.prepare('PRAGMA integrity_check(1)'));
  if (found !== 'ok') throw new JournalError('corrupt', String(found));
}

function upgrade(db: Database.Database): void {
  const version = Number(first(db.prepare('PRAGMA user_version')));
  const newest = UPGRADES.at(-1)?.version ?? 0;
  if (version > newest) throw new JournalError('newer', `the file has version ${version}, this app knows ${newest}`);
  for (const step of UPGRADES.filter((u) => u.version > version)) {
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(`${step.sql}; PRAGMA user_version = ${step.version};`);
      db.exec('COMMIT');
    } catch (e) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw e;
    }
  }
}
