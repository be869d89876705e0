import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { makeTemp } from '../../tooling/temp';

const HERE = import.meta.dirname;
const START_LIMIT_MS = 15_000;
const COMMAND_LIMIT_MS = 10_000;

/** Several displays that come and go, on a server of our own. */
export interface Displays {
  readonly display: string;
  /** Runs xrandr with these arguments. */
  xrandr(...args: string[]): string;
  /** Makes the output a monitor of this name. An output forgets it when it is first switched on: so after that. */
  name(output: string, monitor: string, serial: number): void;
  stop(): Promise<void>;
}

const NEEDED = [
  ['xserver-xorg-core', '/usr/bin/Xorg'],
  ['xserver-xorg-video-dummy', '/usr/lib/xorg/modules/drivers/dummy_drv.so'],
  ['x11-xserver-utils', '/usr/bin/xrandr'],
  ['openbox', '/usr/bin/openbox'],
  ['python3-xlib', '/usr/lib/python3/dist-packages/Xlib/display.py'],
] as const;

/** Why there can be no such displays here; null when there can. */
export function whyNot(): string | null {
  if (process.platform !== 'linux') return 'the dummy displays are Xorg’s, which is for Linux';
  if (process.getuid?.() !== 0) return 'Xorg with a configuration of our own starts only as root';
  const missing = NEEDED.filter(([, file]) => !existsSync(file)).map(([name]) => name);
  return missing.length === 0 ? null : `not installed: ${missing.join(' ')}`;
}

/**
 * Starts the server, with a window manager when asked for.
 * @throws when it does not come up within 15 s
 */
export async function startDisplays(windowManager: boolean): Promise<Displays> {
  const folder = makeTemp('xorg');
  const children: ChildProcess[] = [];
  const server = spawn(
    'Xorg',
    [
      ...['-displayfd', '3', '-noreset', '-nolisten', 'tcp', '-config', join(HERE, 'dummy.conf')],
      ...['-logfile', join(folder, 'xorg.log'), 'vt98', '-sharevts', '-novtswitch'],
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  children.push(server);
  const stop = async (): Promise<void> => {
    for (const child of children.reverse()) await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const display = `:${await numberFrom(server)}`;
    const env = { ...process.env, DISPLAY: display };
    const run = (command: string, args: readonly string[]): string =>
      execFileSync(command, args, {
        env,
        encoding: 'utf8',
        timeout: COMMAND_LIMIT_MS,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    if (windowManager) children.push(spawn('openbox', ['--sm-disable'], { env, stdio: 'ignore' }));
    return {
      display,
      xrandr(...args) {
        const said = run('xrandr', args);
        // asking makes the server look: without it, it tells nobody that an output has come or gone
        run('xrandr', ['-q']);
        return said;
      },
      name: (output, monitor, serial) =>
        void run('/usr/bin/python3', [join(HERE, 'edid.py'), output, monitor, String(serial)]),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function numberFrom(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const pipe = server.stdio[3] as Readable;
    let said = '';
    const limit = setTimeout(() => reject(new Error('Xorg did not come up')), START_LIMIT_MS);
    pipe.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (!said.includes('\n')) return;
      clearTimeout(limit);
      resolve(said.trim());
    });
    server.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`Xorg ended (${code})`));
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(limit);
}
