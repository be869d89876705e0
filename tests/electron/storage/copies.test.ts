import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { COPY_EVERY_MS, copyDue, listCopies, newestCopyAt, stamp } from '../../../electron/storage/copies';
import { JournalError } from '../../../electron/storage/journal';
import type { StorageNotice } from '../../../electron/storage/messages';
import { keepCopies } from '../../../electron/storage/serve';
import { SqliteJournal } from '../../../electron/storage/sqlite-journal';
import { bundleProcess, events, inProcess, MORNING, remote, stateAfter, tempFolder } from './set-up';

let script = '';
beforeAll(async () => {
  script = await bundleProcess();
});

describe('a copy', () => {
  it('is a whole journal, named by the time in Vietnam', async () => {
    const folder = tempFolder();
    const journal = inProcess(folder);
    await journal.append(events(1, 30));
    await journal.saveSnapshot(stateAfter(20));
    const to = await journal.copy();
    expect(to).toBe(path.join(folder, 'backup', 'journal-2026-02-07-073000.db'));
    await journal.close();
    const copy = new SqliteJournal({ file: String(to), backupFolder: tempFolder(), now: () => MORNING });
    const found = await copy.recover();
    expect(found.integrity).toBe('ok');
    expect(found.snapshot).toEqual(stateAfter(20));
    expect(found.events).toEqual(events(21, 30));
    await copy.close();
  });

  it('is not made while there is nothing new', async () => {
    const journal = inProcess(tempFolder());
    expect(await journal.copy()).toBeNull();
    await journal.append(events(1, 1));
    expect(await journal.copy()).not.toBeNull();
    expect(await journal.copy()).toBeNull();
    await journal.append(events(2, 2));
    expect(await journal.copy()).not.toBeNull();
    await journal.close();
  });

  it('drives out the oldest: the newest four are kept, and nothing that is not a copy is touched', async () => {
    const folder = tempFolder();
    let now = MORNING;
    const journal = inProcess(folder, () => now);
    const backup = path.join(folder, 'backup');
    fs.mkdirSync(backup);
    fs.writeFileSync(path.join(backup, 'journal of my own.db'), 'mine');
    for (let i = 1; i <= 6; i++) {
      await journal.append(events(i, i));
      await journal.copy();
      now += COPY_EVERY_MS;
    }
    expect(listCopies(backup).map((f) => path.basename(f))).toEqual(
      ['084500', '083000', '081500', '080000'].map((t) => `journal-2026-02-07-${t}.db`),
    );
    expect(fs.readdirSync(backup)).toContain('journal of my own.db');
    await journal.close();
  });

  it('of 20,000 events goes on beside the writing: no append fails or times out, and the copy is whole', async () => {
    const folder = tempFolder();
    const { journal } = remote(script, folder);
    for (let from = 1; from <= 20_000; from += 1000) await journal.append(events(from, from + 999));
    const copying = journal.copy();
    let next = 20_001;
    let done = false;
    void copying.finally(() => {
      done = true;
    });
    while (!done) {
      await journal.append(events(next, next));
      next++;
    }
    const to = await copying;
    const copy = new SqliteJournal({ file: String(to), backupFolder: tempFolder(), now: () => MORNING });
    expect((await copy.recover()).events.slice(0, 20_000)).toEqual(events(1, 20_000));
    expect(await journal.lastSeq()).toBe(next - 1);
    await copy.close();
    await journal.close();
  });
});

describe('the time for a copy', () => {
  it('comes a quarter of an hour after the newest, also when that was before this start', () => {
    expect(copyDue(null, MORNING)).toBe(true);
    expect(copyDue(MORNING, MORNING + COPY_EVERY_MS - 1)).toBe(false);
    expect(copyDue(MORNING, MORNING + COPY_EVERY_MS)).toBe(true);
  });

  it('comes also when the wall clock was set back', () => {
    expect(copyDue(MORNING, MORNING - COPY_EVERY_MS)).toBe(true);
  });

  it('is told in the clock of Vietnam', () => {
    expect(stamp(Date.UTC(2026, 1, 6, 17, 0, 5))).toBe('2026-02-07-000005');
  });

  it('is not known where there is no copy and no folder', () => {
    expect(newestCopyAt(path.join(tempFolder(), 'none'))).toBeNull();
  });
});

describe('keeping copies', () => {
  it('makes one when it is due, says what failed, and tries again a minute later', async () => {
    vi.useFakeTimers({ now: MORNING });
    try {
      let newest: number | null = MORNING;
      const told: StorageNotice[] = [];
      const outcomes: (() => Promise<string | null>)[] = [
        () => Promise.reject(new JournalError('disk-full', 'no room')),
        () => Promise.resolve('/b/journal.db'),
      ];
      const copy = vi.fn(async () => {
        const made = await (outcomes.shift() ?? (() => Promise.resolve(null)))();
        newest = Date.now();
        return made;
      });
      const stop = keepCopies({
        journal: { copy },
        newestCopyAt: () => newest,
        now: Date.now,
        tell: (n) => told.push(n),
      });
      await vi.advanceTimersByTimeAsync(14 * 60_000);
      expect(copy).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(told).toEqual([{ kind: 'copy-failed', code: 'disk-full', message: 'no room' }]);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(told.at(-1)).toEqual({ kind: 'copied', file: '/b/journal.db' });
      await vi.advanceTimersByTimeAsync(10 * 60_000);
      expect(copy).toHaveBeenCalledTimes(2);
      stop();
      await vi.advanceTimersByTimeAsync(60 * 60_000);
      expect(copy).toHaveBeenCalledTimes(2);
    } finally {
      vi.useRealTimers();
    }
  });
});
