import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OBSWebSocket } from 'obs-websocket-js/json';

export interface RealObsOptions {
  /** 0 or none: a free one. */
  readonly port?: number;
  readonly password?: string;
  readonly width?: number;
  readonly height?: number;
  readonly fps?: number;
}

export interface RealObs {
  readonly port: number;
  readonly password: string;
  /** Of the process that runs now; changes with `restart`. */
  readonly pid: number;
  /**
   * Closes OBS as a person would; it has ended when this resolves.
   * @returns false where it hung and was killed: OBS 29.0 closes its window from within the signal, which can lock up.
   */
  exit(): Promise<boolean>;
  /** A power cut for OBS alone; it has ended when this resolves. */
  kill9(): Promise<void>;
  /** Starts it again on the same port with what it has saved. @returns when it is ready. */
  restart(): Promise<void>;
  /** Starts it again and returns at once. */
  spawnAgain(): void;
  ready(): Promise<void>;
  /** Ends OBS and its screen and removes their folders. */
  stop(): Promise<void>;
}

const READY_LIMIT_MS = 30_000;
const EXIT_LIMIT_MS = 8000;

/** Why OBS cannot be run here; null when it can. */
export function whyNoObs(): string | null {
  if (process.platform !== 'linux') return 'OBS is run without a screen on Linux only';
  const missing = ['obs', 'Xvfb'].filter((name) => !onPath(name));
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')} (apt install obs-studio xvfb)`;
}

/**
 * A real OBS on a screen of its own, with a throw-away home.
 * @throws Error when it is not ready in 30 s; everything it started is ended then.
 */
export async function startObs(options: RealObsOptions = {}): Promise<RealObs> {
  const home = mkdtempSync(join(tmpdir(), 'diem-cau-obs-'));
  const port = options.port || (await freePort());
  const password = options.password ?? 'mat-khau-thu';
  configure(home, { port, password, width: 1280, height: 720, fps: 10, ...defined(options) });
  const screen = await startScreen();
  let child = spawnObs(home, screen.display);

  async function end(signal: 'SIGINT' | 'SIGKILL'): Promise<boolean> {
    if (child.exitCode !== null || child.signalCode !== null) return true;
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    child.kill(signal);
    const late = sleep(EXIT_LIMIT_MS, 'late' as const, { ref: false });
    if ((await Promise.race([ended, late])) !== 'late') return true;
    child.kill('SIGKILL');
    await ended;
    return false;
  }

  const obs: RealObs = {
    port,
    password,
    get pid() {
      return child.pid ?? 0;
    },
    exit: () => end('SIGINT'),
    kill9: async () => {
      await end('SIGKILL');
    },
    spawnAgain() {
      child = spawnObs(home, screen.display);
    },
    async restart() {
      obs.spawnAgain();
      await obs.ready();
    },
    ready: () => untilReady(port, password, child),
    async stop() {
      // a stopped process takes no other signal
      child.kill('SIGCONT');
      await end('SIGINT');
      await screen.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
  try {
    await obs.ready();
  } catch (e) {
    await end('SIGKILL');
    await screen.stop();
    rmSync(home, { recursive: true, force: true });
    throw e;
  }
  return obs;
}

interface Settings {
  readonly port: number;
  readonly password: string;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}

function defined(o: RealObsOptions): Partial<Settings> {
  const { port: _chosen, ...rest } = o;
  return Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== undefined));
}

function onPath(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((dir) => {
    try {
      accessSync(join(dir, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const at = server.address();
  await new Promise((done) => server.close(done));
  if (at === null || typeof at === 'string') throw new Error('no free port');
  return at.port;
}

/** An X server on a number that it finds itself, so that two runs never meet. */
async function startScreen(): Promise<{ display: string; stop(): Promise<void> }> {
  const args = ['-displayfd', '3', '-screen', '0', '1024x700x24', '-nolisten', 'tcp'];
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const number = await new Promise<string>((done, fail) => {
    const timer = setTimeout(() => fail(new Error('Xvfb gave no display in 10 s')), 10_000);
    child.once('error', fail);
    child.stdio[3]?.once('data', (b: Buffer) => {
      clearTimeout(timer);
      done(b.toString().trim());
    });
  });
  return {
    display: `:${number}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function spawnObs(home: string, display: string): ChildProcess {
  const flags = [
    'multi',
    'disable-shutdown-check',
    'disable-updater',
    'disable-missing-files-check',
    'minimize-to-tray',
  ];
  const args = [...flags.map((f) => `--${f}`), '--profile', 'Test', '--collection', 'Test', '--websocket_ipv4_only'];
  return spawn('obs', args, {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_RUNTIME_DIR: join(home, 'run'),
      DISPLAY: display,
      LIBGL_ALWAYS_SOFTWARE: '1',
      QT_QPA_PLATFORM: 'xcb',
      LANG: 'C.UTF-8',
    },
  });
}

/** Ready is: it lets us in, and it has scenes. */
async function untilReady(port: number, password: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + READY_LIMIT_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`OBS ended with ${child.exitCode} before it was ready`);
    if (await hasScenes(port, password)) return;
    if (performance.now() > until) throw new Error(`OBS was not ready in ${READY_LIMIT_MS / 1000} s`);
    await sleep(100);
  }
}

async function hasScenes(port: number, password: string): Promise<boolean> {
  const socket = new OBSWebSocket();
  const ask = async (): Promise<boolean> => {
    await socket.connect(`ws://127.0.0.1:${port}`, password, { eventSubscriptions: 0 });
    const { scenes } = await socket.call('GetSceneList');
    await socket.disconnect();
    return scenes.length > 0;
  };
  return Promise.race([ask().catch(() => false), sleep(2000, false, { ref: false })]);
}

function configure(home: string, s: Settings): void {
  const base = join(home, '.config', 'obs-studio');
  const profile = join(base, 'basic', 'profiles', 'Test');
  const plugin = join(base, 'plugin_config', 'obs-websocket');
  for (const dir of [profile, join(base, 'basic', 'scenes'), plugin, join(home, 'rec')]) {
    mkdirSync(dir, { recursive: true });
  }
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  const global = ini({
    General: {
      FirstRun: true,
      LastVersion: 486539266,
      Pre19Defaults: false,
      Pre21Defaults: false,
      Pre23Defaults: false,
      'Pre24.1Defaults': false,
      Pre31Migrated: true,
      EnableAutoUpdates: false,
      ConfirmOnExit: false,
      BrowserHWAccel: false,
    },
    OBSWebSocket: {
      FirstLoad: false,
      ServerEnabled: true,
      ServerPort: s.port,
      AlertsEnabled: false,
      AuthRequired: s.password !== '',
      ServerPassword: s.password,
    },
    Basic: {
      Profile: 'Test',
      ProfileDir: 'Test',
      SceneCollection: 'Test',
      SceneCollectionFile: 'Test',
      ConfigOnNewProfile: false,
    },
    BasicWindow: {
      PreviewEnabled: false,
      SysTrayEnabled: true,
      WarnBeforeStartingStream: false,
      WarnBeforeStoppingStream: false,
      WarnBeforeStoppingRecord: false,
      AlertOnMissingFiles: false,
    },
  });
  writeFileSync(join(base, 'global.ini'), global);
  // OBS 31 and newer look for their settings here
  writeFileSync(join(base, 'user.ini'), global);
  writeFileSync(
    join(profile, 'basic.ini'),
    ini({
      General: { Name: 'Test' },
      Video: {
        BaseCX: s.width,
        BaseCY: s.height,
        OutputCX: s.width,
        OutputCY: s.height,
        FPSType: 1,
        FPSInt: s.fps,
        ColorFormat: 'NV12',
      },
      Audio: { SampleRate: 48000, ChannelSetup: 'Stereo' },
      Output: { Mode: 'Simple' },
      SimpleOutput: { FilePath: join(home, 'rec'), RecFormat: 'mkv', RecFormat2: 'mkv', StreamEncoder: 'x264' },
    }),
  );
  writeFileSync(
    join(plugin, 'config.json'),
    JSON.stringify({
      first_load: false,
      server_enabled: true,
      server_port: s.port,
      alerts_enabled: false,
      auth_required: s.password !== '',
      server_password: s.password,
    }),
  );
}

function ini(sections: Record<string, Record<string, string | number | boolean>>): string {
  return Object.entries(sections)
    .map(
      ([name, values]) =>
        `[${name}]\n${Object.entries(values)
          .map(([k, v]) => `${k}=${v}\n`)
          .join('')}`,
    )
    .join('\n');
}
