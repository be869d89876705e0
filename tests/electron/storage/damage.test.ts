import fs from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { UPGRADES } from '../../../electron/storage/upgrades/all';
import { events, inProcess, MORNING, stateAfter, tempFolder } from './set-up';

const at = (folder: string, name = 'journal.db'): string => path.join(folder, name);

/** Changes the file behind the journal's back. */
function meddle(folder: string, ...sql: string[]): void {
  const db = new Database(at(folder), {});
  for (const s of sql) db.exec(s);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** A journal of that many events in one file with nothing beside it. */
async function written(folder: string, count: number): Promise<void> {
  const journal = inProcess(folder);
  await journal.append(events(1, count));
  await journal.close();
}

function spoil(file: string, fromPage: number, toPage: number): void {
  const bytes = fs.readFileSync(file);
  for (let i = fromPage * 4096; i < Math.min(toPage * 4096, bytes.length); i++) bytes[i] = (i * 7) & 255;
  fs.writeFileSync(file, bytes);
}

describe('a damaged journal', () => {
  it('is put aside whole, and what can be read of it begins the new one', async () => {
    const folder = tempFolder();
    await written(folder, 2000);
    spoil(at(folder), 60, 90);
    const spoilt = fs.readFileSync(at(folder));
    const journal = inProcess(folder);
    const found = await journal.recover();
    expect(found).toMatchObject({ snapshot: null, anchor: null, integrity: 'replaced' });
    const { file, kept } = found.params;
    expect(file).toBe('journal-damaged-2026-02-07-073000.db');
    expect(fs.readFileSync(at(folder, String(file)))).toEqual(spoilt);
    expect(kept).toBe(found.events.length);
    expect(found.events.length).toBeGreaterThan(100);
    expect(found.events).toEqual(events(1, found.events.length));
    expect(await journal.lastSeq()).toBe(kept);
    await journal.close();
    expect((await inProcess(folder).recover()).integrity).toBe('ok');
    expect(fs.readdirSync(folder).filter((n) => n.includes('.reading') || n.includes('.replacing'))).toEqual([]);
  });

  it('is made up from the newest copy where the copy has more', async () => {
    const folder = tempFolder();
    const first = inProcess(folder);
    await first.append(events(1, 500));
    await first.copy();
    await first.append(events(501, 600));
    await first.close();
    fs.writeFileSync(at(folder), 'no database at all, not even a little. '.repeat(200));
    const found = await inProcess(folder).recover();
    expect(found.integrity).toBe('replaced');
    expect(found.events).toEqual(events(1, 500));
  });

  it('never takes over a copy that tells another story', async () => {
    const folder = tempFolder();
    const other = inProcess(folder);
    await other.append(events(1001, 1001).map((r) => ({ ...r, seq: 1 })));
    await other.append(events(2, 900));
    await other.copy();
    await other.close();
    for (const part of ['', '-wal', '-shm']) fs.rmSync(at(folder) + part, { force: true });
    await written(folder, 300);
    meddle(folder, 'DROP TRIGGER journal_never_changes', "UPDATE journal SET body = 'no json' WHERE seq = 201");
    const found = await inProcess(folder).recover();
    expect(found.integrity).toBe('replaced');
    expect(found.events).toEqual(events(1, 200));
  });

  it('with an event that is no JSON is replaced up to there', async () => {
    const folder = tempFolder();
    await written(folder, 10);
    meddle(folder, 'DROP TRIGGER journal_never_changes', "UPDATE journal SET body = '{' WHERE seq = 7");
    const found = await inProcess(folder).recover();
    expect(found.integrity).toBe('replaced');
    expect(found.events).toEqual(events(1, 6));
  });

  it('with events missing in the middle is replaced up to the gap, unless a snapshot bridges it', async () => {
    const folder = tempFolder();
    await written(folder, 10);
    meddle(folder, 'DROP TRIGGER journal_never_shrinks', 'DELETE FROM journal WHERE seq = 5');
    const found = await inProcess(folder).recover();
    expect(found.events).toEqual(events(1, 4));
    expect(found.params.kept).toBe(4);
  });

  it('may be bridged by a first snapshot of what the running app still knows', async () => {
    const folder = tempFolder();
    await written(folder, 10);
    fs.truncateSync(at(folder), 4096 * 2);
    const journal = inProcess(folder);
    expect((await journal.recover()).integrity).toBe('replaced');
    await journal.saveSnapshot(stateAfter(10));
    await journal.append(events(11, 12));
    await expect(journal.saveSnapshot(stateAfter(20))).rejects.toMatchObject({ code: 'ahead' });
    await journal.close();
    const found = await inProcess(folder).recover();
    expect(found.integrity).toBe('ok');
    expect(found.snapshot).toEqual(stateAfter(10));
    expect(found.events).toEqual(events(11, 12));
  });

  it('whose replacement was cut short is replaced again at the next start, and takes nothing before that', async () => {
    const folder = tempFolder();
    await written(folder, 50);
    const aside = 'journal-damaged-2026-02-07-070000.db';
    for (const part of ['', '-wal', '-shm'])
      if (fs.existsSync(at(folder) + part)) fs.renameSync(at(folder) + part, at(folder, aside) + part);
    fs.writeFileSync(`${at(folder)}.replacing`, aside);
    const journal = inProcess(folder);
    await expect(journal.append(events(1, 1))).rejects.toMatchObject({ code: 'corrupt' });
    const found = await journal.recover();
    expect(found).toMatchObject({ integrity: 'replaced', params: { file: aside, kept: 50 } });
    expect(found.events).toEqual(events(1, 50));
    await journal.append(events(51, 51));
    await journal.close();
  });

  it('does not take the place of one that was put aside in the same second', async () => {
    const folder = tempFolder();
    for (const expected of ['journal-damaged-2026-02-07-073000.db', 'journal-damaged-2026-02-07-073000-2.db']) {
      for (const part of ['-wal', '-shm']) fs.rmSync(at(folder) + part, { force: true });
      fs.writeFileSync(at(folder), `not a database ${expected} `.repeat(300));
      expect((await inProcess(folder).recover()).params.file).toBe(expected);
    }
  });
});

describe('a journal that is not to be touched', () => {
  it('is refused where a newer version wrote it, and stays as it is', async () => {
    const folder = tempFolder();
    await written(folder, 3);
    meddle(folder, `PRAGMA user_version = ${(UPGRADES.at(-1)?.version ?? 0) + 1}`);
    await expect(inProcess(folder).recover()).rejects.toMatchObject({ code: 'newer' });
    expect(fs.readdirSync(folder).filter((n) => n.includes('damaged'))).toEqual([]);
  });

  it('lets nobody change or remove an event by accident', async () => {
    const folder = tempFolder();
    await written(folder, 3);
    expect(() => meddle(folder, 'DELETE FROM journal')).toThrow(/only grows/);
    expect(() => meddle(folder, "UPDATE journal SET type = 'x'")).toThrow(/only grows/);
  });
});

describe('a journal that is deleted while it is open', () => {
  it('is written anew with everything it had, and goes on', async () => {
    const folder = tempFolder();
    const journal = inProcess(folder);
    await journal.append(events(1, 20));
    await journal.saveSnapshot(stateAfter(10));
    for (const part of ['', '-wal', '-shm']) fs.rmSync(at(folder) + part, { force: true });
    await journal.append(events(21, 21));
    await journal.close();
    const found = await inProcess(folder).recover();
    expect(found.snapshot).toEqual(stateAfter(10));
    expect(found.events).toEqual(events(11, 21));
  });

  it('comes back also when its whole folder was deleted', async () => {
    const folder = path.join(tempFolder(), 'data');
    const journal = inProcess(folder);
    await journal.append(events(1, 5));
    fs.rmSync(folder, { recursive: true });
    await journal.append(events(6, 6));
    expect(await journal.tail(10)).toEqual(events(1, 6));
    await journal.close();
  });

  it('refuses to write when another file has taken its place, and leaves that file alone', async () => {
    const folder = tempFolder();
    const journal = inProcess(folder);
    await journal.append(events(1, 5));
    fs.renameSync(at(folder), at(folder, 'elsewhere.db'));
    fs.writeFileSync(at(folder), 'something else');
    await expect(journal.append(events(6, 6))).rejects.toMatchObject({ code: 'moved' });
    expect(fs.readFileSync(at(folder), 'utf8')).toBe('something else');
    await journal.close();
  });
});

describe('a snapshot', () => {
  const broken: readonly (readonly [string, string])[] = [
    ['whose text was changed', "UPDATE snapshot SET body = replace(body, 'HP2026-7', 'HP2026-8') WHERE revision = 8"],
    ['that is cut short', 'UPDATE snapshot SET body = substr(body, 1, 100) WHERE revision = 8'],
    ['of another shape', "UPDATE snapshot SET format = '0:revision' WHERE revision = 8"],
    ['under a wrong number', 'UPDATE snapshot SET revision = 9 WHERE revision = 8'],
  ];
  it.each(broken)('%s is passed over for the older one', async (_what, sql) => {
    const folder = tempFolder();
    const journal = inProcess(folder);
    await journal.append(events(1, 10));
    await journal.saveSnapshot(stateAfter(4));
    await journal.saveSnapshot(stateAfter(8));
    await journal.close();
    meddle(folder, sql);
    const found = await inProcess(folder).recover();
    expect(found.integrity).toBe('ok');
    expect(found.snapshot).toEqual(stateAfter(4));
    expect(found.events).toEqual(events(5, 10));
  });

  it('is done without when none is whole: every event is given to be replayed', async () => {
    const folder = tempFolder();
    const journal = inProcess(folder);
    await journal.append(events(1, 10));
    await journal.saveSnapshot(stateAfter(4));
    await journal.saveSnapshot(stateAfter(8));
    await journal.close();
    meddle(folder, "UPDATE snapshot SET body = 'null'");
    const found = await inProcess(folder).recover();
    expect(found.snapshot).toBeNull();
    expect(found.events).toEqual(events(1, 10));
  });

  it('is kept twice and no more', async () => {
    const folder = tempFolder();
    const journal = inProcess(folder);
    await journal.append(events(1, 10));
    for (const n of [2, 4, 6, 8]) await journal.saveSnapshot(stateAfter(n));
    await journal.close();
    const db = new Database(at(folder), {});
    expect(db.prepare('SELECT revision FROM snapshot ORDER BY revision').raw().all()).toEqual([[6], [8]]);
    db.close();
  });
});

describe('an anchor', () => {
  it.each(["'{'", "'[]'", `'{"hall":"1","wall":2,"uptimeMs":null,"bootId":null}'`])(
    '%s is taken for none',
    async (body) => {
      const folder = tempFolder();
      const journal = inProcess(folder, () => MORNING);
      await journal.saveAnchor({ hall: 1, wall: 2, uptimeMs: null, bootId: null });
      await journal.close();
      meddle(folder, `UPDATE anchor SET body = ${body}`);
      expect((await inProcess(folder).recover()).anchor).toBeNull();
    },
  );
});
