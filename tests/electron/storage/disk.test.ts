import { execFileSync, fork, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { bundleProcess, events, inProcess, remote, tempFolder } from './set-up';

/** Whether a file system of our own can be put up here: only then can a full or a read-only disk be real. */
function mayMount(): boolean {
  const folder = tempFolder();
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0;
  if (done) execFileSync('umount', [folder]);
  return done;
}
const mountable = mayMount();
if (!mountable) console.warn('no real full or read-only disk is tested: this user may not mount a tmpfs');

function mounted(size: string): string {
  const folder = tempFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  // lazily: the library lets go of its files only when its memory is collected
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

const NOBODY = 65534;
let script = '';
beforeAll(async () => {
  script = await bundleProcess();
});
afterEach(() => vi.restoreAllMocks());

describe.skipIf(!mountable)('on a disk of its own', () => {
  it('says disk-full, keeps what it acknowledged, and goes on as soon as there is room', async () => {
    const folder = mounted('400k');
    const { journal } = remote(script, folder);
    let acknowledged = 0;
    const fill = async (): Promise<unknown> => {
      for (;;) {
        try {
          await journal.append(events(acknowledged + 1, acknowledged + 20));
        } catch (e) {
          return e;
        }
        acknowledged += 20;
        expect(acknowledged).toBeLessThan(20_000);
      }
    };
    expect(await fill()).toMatchObject({ code: 'disk-full' });
    await expect(journal.append(events(acknowledged + 1, acknowledged + 20))).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect(await journal.lastSeq()).toBe(acknowledged);
    execFileSync('mount', ['-o', 'remount,size=4m', folder]);
    await journal.append(events(acknowledged + 1, acknowledged + 20));
    const found = await journal.recover();
    expect(found.integrity).toBe('ok');
    expect(found.events).toEqual(events(1, acknowledged + 20));
    await journal.close();
  });

  it('says disk-full also where there is no room to begin with', async () => {
    const folder = mounted('8k');
    const { journal } = remote(script, folder);
    await expect(journal.recover()).rejects.toMatchObject({ code: 'disk-full' });
    execFileSync('mount', ['-o', 'remount,size=4m', folder]);
    expect((await journal.recover()).integrity).toBe('ok');
    await journal.append(events(1, 1));
    await journal.close();
  });

  it('reports a copy that finds no room, leaves no half copy, and writes the journal all the same', async () => {
    const folder = mounted('500k');
    const { journal } = remote(script, folder);
    await journal.append(events(1, 400));
    // what the copy needs is left neither for it nor for anyone
    fs.writeFileSync(path.join(folder, 'ballast'), '');
    const ballast = fs.openSync(path.join(folder, 'ballast'), 'r+');
    try {
      for (;;) fs.writeSync(ballast, Buffer.alloc(4096));
    } catch {
      // full
    }
    fs.closeSync(ballast);
    await expect(journal.copy()).rejects.toMatchObject({ code: 'disk-full' });
    expect(fs.readdirSync(path.join(folder, 'backup'))).toEqual([]);
    fs.rmSync(path.join(folder, 'ballast'));
    await journal.append(events(401, 401));
    expect(path.dirname((await journal.copy()) ?? '')).toBe(path.join(folder, 'backup'));
    await journal.close();
  });

  it('says read-only on a disk that may not be written to', async () => {
    const folder = tempFolder();
    const real = path.join(folder, 'real');
    const seen = path.join(folder, 'seen');
    fs.mkdirSync(real);
    fs.mkdirSync(seen);
    const writer = remote(script, real);
    await writer.journal.append(events(1, 2));
    await writer.journal.close();
    execFileSync('mount', ['--bind', '-o', 'ro', real, seen]);
    onTestFinished(() => void execFileSync('umount', ['-l', seen]));
    const { journal } = remote(script, seen);
    await expect(journal.append(events(3, 3))).rejects.toMatchObject({ code: 'read-only' });
    const fresh = remote(script, path.join(seen, 'new'));
    await expect(fresh.journal.recover()).rejects.toMatchObject({ code: 'read-only' });
    await journal.close();
    await fresh.journal.close();
  });
});

describe.skipIf(process.platform === 'win32')('as an ordinary user', () => {
  it('says read-only for a folder that may not be written to', async () => {
    const folder = tempFolder();
    fs.chmodSync(folder, 0o555);
    // permissions do not hold for root, so a process of root's steps down before it opens anything
    const root = process.getuid?.() === 0;
    if (root) fs.chmodSync(path.dirname(script), 0o755);
    const ordinary = root ? { uid: NOBODY, gid: NOBODY } : {};
    const child = fork(script, [path.join(folder, 'journal.db'), path.join(folder, 'backup')], {
      ...ordinary,
      serialization: 'advanced',
      execArgv: [],
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
      fs.chmodSync(folder, 0o755);
    });
    const answer = new Promise((resolve) => child.once('message', resolve));
    child.send({ id: 1, call: 'recover', args: [] });
    expect(await answer).toMatchObject({ kind: 'refused', code: 'read-only' });
  });
});

describe('beside another program', () => {
  it('says locked while that program writes, and goes on when it is done', async () => {
    const folder = tempFolder();
    const { journal } = remote(script, folder);
    await journal.append(events(1, 1));
    const other = new Database(path.join(folder, 'journal.db'), {});
    other.exec('BEGIN IMMEDIATE');
    await expect(journal.append(events(2, 2))).rejects.toMatchObject({ code: 'locked' });
    other.exec('ROLLBACK');
    await journal.append(events(2, 2));
    other.close();
    await journal.close();
  });

  it('goes on writing while that program reads', async () => {
    const folder = tempFolder();
    const journal = inProcess(folder);
    await journal.append(events(1, 1));
    const other = new Database(path.join(folder, 'journal.db'), {});
    other.exec('BEGIN');
    other.prepare('SELECT count(*) FROM journal').all();
    await journal.append(events(2, 2));
    other.exec('ROLLBACK');
    other.close();
    await journal.close();
  });
});

describe('with a place that is wrong', () => {
  it('says no-folder where a file stands in the way of the folder', async () => {
    const folder = tempFolder();
    fs.writeFileSync(path.join(folder, 'in the way'), '');
    const refusal = inProcess(path.join(folder, 'in the way')).recover();
    await expect(refusal).rejects.toMatchObject({ name: 'JournalError', code: 'no-folder' });
  });

  it('makes the folder when it is not there', async () => {
    const folder = path.join(tempFolder(), 'dữ liệu', 'điểm cầu');
    const journal = inProcess(folder);
    await journal.append(events(1, 1));
    expect(fs.existsSync(path.join(folder, 'journal.db'))).toBe(true);
    await journal.close();
  });
});
