import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Recorded } from '../../shared/contract/events';

/**
 * Reads a journal the way a stranger would: a copy of the files, opened by Python's own SQLite. Works while the app
 * is running and after it was killed.
 */
export function readJournal(userData: string): readonly Recorded[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'journal-copy-'));
  try {
    for (const f of fs.readdirSync(userData)) {
      if (/^journal\.db(-wal)?$/.test(f)) fs.copyFileSync(path.join(userData, f), path.join(folder, f));
    }
    const out = execFileSync('python3', ['-c', READ, path.join(folder, 'journal.db')], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
    return JSON.parse(out) as Recorded[];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const READ = `
import json, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
assert db.execute('pragma integrity_check').fetchone()[0] == 'ok'
rows = db.execute('select seq, at, body from journal order by seq').fetchall()
print(json.dumps([{'seq': s, 'at': a, 'event': json.loads(b)} for s, a, b in rows]))
`;
