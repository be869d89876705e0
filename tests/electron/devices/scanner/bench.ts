import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import {
  createScanners,
  type ScannerContext,
  type ScannerProcess,
  type ScannerSettings,
  type Scanners,
} from '../../../../electron/devices/scanner/index';
import { TUNING, type Tuning } from '../../../../electron/devices/scanner/tuning';
import { forkedChild } from '../../../../electron/processes/forked-child';
import type { ScannerLive } from '../../../../shared/contract/live';
import { instant } from '../../../../shared/time/time';
import { makeTemp } from '../../../tooling/temp';

const ROOT = resolve(import.meta.dirname, '../../../..');

export type Heard = Parameters<ScannerContext['scan']>[0];

/** Scanners with everything they told, for tests to read. */
export interface Desk {
  readonly scanners: Scanners;
  readonly heard: Heard[];
  readonly log: string[];
  live(): readonly ScannerLive[];
  /** The one with that id. @throws when there is none */
  one(id: string): ScannerLive;
  /** What could be read, in order. */
  texts(): string[];
}

/** Hall time of the tests: the monotonic clock, from an arbitrary beginning. */
export const hallNow = () => instant(1_770_000_000_000 + performance.now());

export function desk(spawn: () => ScannerProcess, tuning: Partial<Tuning> = {}): Desk {
  const heard: Heard[] = [];
  const log: string[] = [];
  let live: readonly ScannerLive[] = [];
  const scanners = createScanners(
    {
      log: (line) => void log.push(line),
      now: hallNow,
      changed: (list) => {
        live = list;
      },
      scan: (scan) => void heard.push(scan),
      spawn,
    },
    { ...TUNING, ...tuning },
  );
  return {
    scanners,
    heard,
    log,
    live: () => live,
    one: (id) => {
      const found = live.find((s) => s.id === id);
      if (found === undefined) throw new Error(`no scanner ${id} among ${JSON.stringify(live)}`);
      return found;
    },
    texts: () => heard.filter((h) => h.readable).map((h) => h.text),
  };
}

export function settingsOf(path: string, door = 'Cửa chính'): ScannerSettings {
  return { path, baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1, door };
}

/** Builds the real serial process as the app's build does. @returns what starts it */
export async function buildProcess(): Promise<() => ScannerProcess & { readonly pid: number | undefined }> {
  const outfile = `${makeTemp('scanner')}/scanner-process.cjs`;
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['electron/devices/scanner/process.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    external: ['@serialport/bindings-cpp'],
    logLevel: 'error',
  });
  // the native part stays where it was installed
  return () =>
    forkedChild(outfile, {
      args: [],
      env: { ...process.env, NODE_PATH: resolve(ROOT, 'node_modules') },
      stderr: 'inherit',
    });
}

/** Why the tests on real pseudo-terminals cannot run here; null when they can. A CI may not skip them. */
export function whyNoPty(): string | null {
  if (process.platform === 'win32') return 'Windows has no pseudo-terminals';
  if (spawnSync('socat', ['-V']).error === undefined) return null;
  if (process.env.CI) throw new Error('socat is missing: apt-get install socat');
  return 'socat is missing: apt-get install socat';
}
