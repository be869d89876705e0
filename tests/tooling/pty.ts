import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeTemp } from './temp';

const START_LIMIT_MS = 10_000;

/** A real serial line whose far end is the test: socat holds the pseudo-terminal, and a link stands for its path. */
export interface Pty {
  /** Where the app finds it; a link to /dev/pts/N. */
  readonly path: string;
  /** The pseudo-terminal behind it now; null while unplugged. */
  readonly device: string | null;
  /** Sends bytes as a reader would. @throws when it is unplugged */
  write(bytes: string | Uint8Array): Promise<void>;
  /** Ends the line at once and takes its path away. */
  unplug(): Promise<void>;
  /** A new line, always another pseudo-terminal than before; under another path if one is given. */
  replug(options?: { readonly path?: string }): Promise<void>;
  stop(): Promise<void>;
}

/** @param options.link where its path is to be; by default in a temporary folder of its own */
export async function startPty(options: { readonly link?: string } = {}): Promise<Pty> {
  let link = options.link ?? join(makeTemp('pty'), 'scanner');
  let line: Line | null = await startLine(null);
  let last = line.device;
  symlinkSync(line.device, link);

  const unplug = async () => {
    const ending = line;
    line = null;
    rmSync(link, { force: true });
    if (ending !== null) await end(ending.socat);
  };
  return {
    get path() {
      return link;
    },
    get device() {
      return line?.device ?? null;
    },
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (line === null) return reject(new Error('the pty is unplugged'));
        line.socat.stdin?.write(bytes, (e) => (e ? reject(e) : resolve()));
      }),
    unplug,
    replug: async ({ path } = {}) => {
      await unplug();
      link = path ?? link;
      line = await startLine(last);
      last = line.device;
      symlinkSync(line.device, link);
    },
    stop: unplug,
  };
}

interface Line {
  readonly socat: ChildProcess;
  readonly device: string;
}

/** @param avoid a pseudo-terminal that must not be taken again */
async function startLine(avoid: string | null): Promise<Line> {
  // the lowest free number is given out: one that is held meanwhile leads to another
  const holders: number[] = [];
  try {
    for (let attempt = 0; ; attempt++) {
      const line = await startSocat();
      if (line.device !== avoid || attempt === 3) return line;
      await end(line.socat);
      holders.push(openSync('/dev/ptmx', 'r+'));
    }
  } finally {
    for (const fd of holders) closeSync(fd);
  }
}

async function startSocat(): Promise<Line> {
  // one way only: it then does not care whether anybody has the other end open
  const socat = spawn('socat', ['-d', '-d', '-u', '-', 'PTY,raw,echo=0'], { stdio: ['pipe', 'ignore', 'pipe'] });
  // writing to a line that was just ended is the test's own doing and is answered by `write`
  socat.stdin?.on('error', () => undefined);
  const said = new Promise<string>((resolve, reject) => {
    let text = '';
    socat.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const device = /PTY is (\/dev\/\S+)/.exec(text)?.[1];
      if (device !== undefined && text.includes('starting data transfer loop')) resolve(device);
    });
    socat.once('error', reject);
    socat.once('exit', () => reject(new Error(`socat ended: ${text}`)));
  });
  const limit = new AbortController();
  try {
    const device = await Promise.race([
      said,
      sleep(START_LIMIT_MS, null, { signal: limit.signal }).then(() => {
        throw new Error('socat did not start');
      }),
    ]);
    return { socat, device };
  } catch (e) {
    socat.kill('SIGKILL');
    throw e;
  } finally {
    limit.abort();
  }
}

async function end(socat: ChildProcess): Promise<void> {
  if (socat.exitCode !== null || socat.signalCode !== null) return;
  const gone = once(socat, 'exit');
  socat.kill('SIGKILL');
  await gone;
}
