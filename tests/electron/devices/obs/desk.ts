import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type OBSRequestTypes, type OBSResponseTypes, OBSWebSocket } from 'obs-websocket-js/json';
import { PNG } from 'pngjs';
import { createObs, type Obs, type ObsWanted } from '../../../../electron/devices/obs/index';
import type { ObsLive } from '../../../../shared/contract/live';
import { DEFAULT_SCENE_NAMES, type SceneRole } from '../../../../shared/domain/scenes/scenes';
import { instant } from '../../../../shared/time/time';

export interface Reported {
  readonly role: SceneRole | null;
  readonly sceneName: string;
  readonly byApp: boolean;
}

/** The app's side of the adapter, as main wires it, with a memory of everything that was told. */
export class Desk {
  readonly obs: Obs;
  readonly lives: ObsLive[] = [];
  readonly reports: Reported[] = [];
  readonly renames: { role: SceneRole; name: string }[] = [];
  readonly thumbnails: (string | null)[] = [];
  readonly log: string[] = [];
  wanted: ObsWanted = {
    scene: null,
    names: DEFAULT_SCENE_NAMES,
    slides: { banner: null, agenda: null, break: null },
    browserUrl: null,
  };
  /** Whether the hall goes along with what OBS reports, as the real one does. */
  follows = true;

  constructor() {
    this.obs = createObs({
      log: (line) => this.log.push(line),
      now: () => instant(performance.timeOrigin + performance.now()),
      changed: (live) => this.lives.push(live),
      programme: (r) => {
        this.reports.push(r);
        if (this.follows && !r.byApp && this.wanted.scene !== r.role)
          queueMicrotask(() => this.want({ scene: r.role }));
      },
      renamed: (role, name) => {
        this.renames.push({ role, name });
        queueMicrotask(() => this.want({ names: { ...this.wanted.names, [role]: name } }));
      },
      thumbnail: (jpeg) => this.thumbnails.push(jpeg),
    });
    this.obs.want(this.wanted);
  }

  get live(): ObsLive | undefined {
    return this.lives.at(-1);
  }

  get onAir(): Reported | undefined {
    return this.reports.at(-1);
  }

  want(part: Partial<ObsWanted>): void {
    this.wanted = { ...this.wanted, ...part };
    this.obs.want(this.wanted);
  }

  link(far: { port: number; password: string | null }): void {
    this.obs.link({ address: '127.0.0.1', port: far.port, password: far.password ?? '' });
  }

  linked(limitMs = 10_000): Promise<void> {
    return until(
      () => this.live?.link === 'linked',
      () => `linked, not ${JSON.stringify(this.live)}`,
      limitMs,
    );
  }

  code(code: string, limitMs = 10_000): Promise<void> {
    return until(
      () => this.live?.code === code,
      () => `code ${code}, not ${JSON.stringify(this.live)}`,
      limitMs,
    );
  }

  notice(code: string): Promise<void> {
    return until(
      () => this.lives.some((l) => l.notice?.code === code),
      () => `notice ${code}, not ${JSON.stringify(this.live?.notice)}`,
    );
  }

  air(role: SceneRole | null): Promise<void> {
    return until(
      () => this.onAir?.role === role,
      () => `${role} on air, not ${JSON.stringify(this.onAir)}`,
    );
  }
}

/** @throws Error when it does not become true in time; that is a failed expectation, not a measurement. */
export async function until(
  is: () => boolean | Promise<boolean>,
  what: string | (() => string),
  limitMs = 10_000,
): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await is())) {
    if (performance.now() > end)
      throw new Error(`waited ${limitMs} ms for ${typeof what === 'string' ? what : what()}`);
    await sleep(10);
  }
}

/** Another hand on the same OBS: a person at its own window. */
export class Person {
  private readonly socket = new OBSWebSocket();

  static async at(far: { port: number; password: string | null }): Promise<Person> {
    const p = new Person();
    await p.socket.connect(`ws://127.0.0.1:${far.port}`, far.password ?? undefined, { eventSubscriptions: 0 });
    return p;
  }

  async does<T extends keyof OBSRequestTypes>(type: T, data?: OBSRequestTypes[T]): Promise<OBSResponseTypes[T]> {
    return this.socket.call(type, data);
  }

  async scenes(): Promise<string[]> {
    return (await this.does('GetSceneList')).scenes.map((s) => String(s.sceneName)).sort();
  }

  async inputs(): Promise<string[]> {
    return (await this.does('GetInputList')).inputs.map((i) => String(i.inputName)).sort();
  }

  async items(sceneName: string): Promise<readonly Record<string, unknown>[]> {
    return (await this.does('GetSceneItemList', { sceneName })).sceneItems;
  }

  async programme(): Promise<string> {
    return (await this.does('GetSceneList')).currentProgramSceneName;
  }

  async leaves(): Promise<void> {
    await this.socket.disconnect();
  }
}

export interface Pictures {
  /** @param rgb the colour of the whole picture. */
  paint(name: string, rgb: readonly [number, number, number]): { path: string; hash: string };
  remove(): void;
}

export function pictures(width = 1280, height = 720): Pictures {
  const dir = mkdtempSync(join(tmpdir(), 'diem-cau-slides-'));
  return {
    paint(name, [r, g, b]) {
      const png = new PNG({ width, height });
      for (let i = 0; i < png.data.length; i += 4) png.data.set([r, g, b, 255], i);
      const path = join(dir, `${name}.png`);
      writeFileSync(path, PNG.sync.write(png));
      return { path, hash: name };
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
