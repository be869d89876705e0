import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll } from 'vitest';
import { forkedChild } from '../../../electron/processes/forked-child';
import type { StorageMessage, StorageNotice, StorageRequest } from '../../../electron/storage/messages';
import { LIMITS, type Limits, RemoteJournal } from '../../../electron/storage/remote-journal';
import type { SettingsContext } from '../../../electron/storage/settings';
import { SqliteJournal } from '../../../electron/storage/sqlite-journal';
import type { HallEvent, Recorded } from '../../../shared/contract/events';
import type { DelegateId } from '../../../shared/domain/attendance/attendance';
import { EMPTY_HALL, evolveAll, type HallState } from '../../../shared/domain/hall';
import { instant } from '../../../shared/time/time';

const require = createRequire(import.meta.url);
const folders: string[] = [];
const remotes: RemoteJournal[] = [];

afterAll(async () => {
  await Promise.all(remotes.map((r) => r.close()));
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

/** A folder of this test run's own; gone afterwards. */
export function tempFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'diem-cau-storage-'));
  folders.push(folder);
  return folder;
}

/** 07/02/2026 07:30:00.250 in Vietnam. */
export const MORNING = Date.UTC(2026, 1, 7, 0, 30, 0, 250);

export function scanEvent(n: number): HallEvent {
  return {
    type: 'scan.judged',
    door: 'Cửa chính',
    source: 'serial',
    text: `HP2026-${n}`,
    raw: '485032303236',
    receivedAt: instant(MORNING + n),
    verdict: 'new',
    delegateId: `đb-${n}` as DelegateId,
  };
}

/** Events number `from` to `to`, each different from every other. */
export function events(from: number, to: number): readonly Recorded[] {
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const seq = from + i;
    return { seq, at: instant(MORNING + seq), event: scanEvent(seq) };
  });
}

export function stateAfter(seq: number): HallState {
  return evolveAll(EMPTY_HALL, events(1, seq));
}

export function inProcess(folder: string, now = () => MORNING): SqliteJournal {
  return new SqliteJournal({ file: path.join(folder, 'journal.db'), backupFolder: path.join(folder, 'backup'), now });
}

/**
 * The settings on the real electron-store. It loads the `electron` package, which in plain Node only names the
 * runtime's folder, and would go and download one unless it is told where it is.
 */
export async function settingsContext(folder: string): Promise<SettingsContext> {
  process.env.ELECTRON_OVERRIDE_DIST_PATH ??= tempFolder();
  const { settingsFile } = await import('../../../electron/storage/settings-file');
  return { ...settingsFile(folder), now: () => MORNING };
}

/** The storage process as it is shipped: one bundled file. @returns its path. */
export async function bundleProcess(): Promise<string> {
  const outfile = path.join(tempFolder(), 'storage-process.cjs');
  await build({
    entryPoints: [path.resolve(import.meta.dirname, '../../../electron/storage/process.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    logLevel: 'warning',
    plugins: [
      {
        name: 'native modules stay where they are',
        setup: (b) => b.onResolve({ filter: /^libsql$/ }, () => ({ path: require.resolve('libsql'), external: true })),
      },
    ],
  });
  return outfile;
}

export interface Remote {
  readonly journal: RemoteJournal;
  readonly notices: StorageNotice[];
  /** The process that runs now. */
  pid(): number;
  deaths(): number;
}

export function remote(script: string, folder: string, limits: Partial<Limits> = {}): Remote {
  let pid: number | undefined;
  let deaths = 0;
  const notices: StorageNotice[] = [];
  const journal = new RemoteJournal({
    spawn: () => {
      const child = forkedChild<StorageRequest, StorageMessage>(script, {
        args: [path.join(folder, 'journal.db'), path.join(folder, 'backup')],
        env: process.env,
        stderr: 'inherit',
      });
      pid = child.pid;
      return child;
    },
    limits: { ...LIMITS, ...limits },
    mono: () => performance.now(),
    notice: (n) => notices.push(n),
    died: () => {
      deaths++;
    },
  });
  remotes.push(journal);
  return {
    journal,
    notices,
    pid: () => {
      if (pid === undefined) throw new Error('no storage process has been started');
      return pid;
    },
    deaths: () => deaths,
  };
}

/** What Python's own SQLite finds in the file: a reader that shares no code with the app. Null where it is not there. */
export function readWithPython(file: string, sql: string): unknown[][] | null {
  const script =
    'import sqlite3,sys,json;print(json.dumps(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))';
  try {
    return JSON.parse(execFileSync('python3', ['-c', script, file, sql], { encoding: 'utf8' })) as unknown[][];
  } catch (e) {
    if (e instanceof Error && 'code' in e && e.code === 'ENOENT') return null;
    throw e;
  }
}
