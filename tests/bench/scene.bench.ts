import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OBSWebSocket } from 'obs-websocket-js/json';
import type { HallUpdate } from '../../shared/contract/hall-api';
import { DEFAULT_SCENE_NAMES, type SceneRole } from '../../shared/domain/scenes/scenes';
import { startObs } from '../tooling/real-obs';
import { type Driven, mono } from './driven';
import { type Benches, inShort, lineOf, say } from './figures';
import { ask, type HallPage, helloOf, withDay } from './hall-day';

/*
 * What a change of scene costs on our way over a bare call: the time from the moment it is decided until its request
 * is at OBS's door. From there on both are the same bytes in the same OBS, and what it does with them is given out by
 * its frames: a request waits for the next one, up to 100 ms at the 10 frames a second it runs at here, which would
 * drown a difference of a millisecond whichever way it went.
 *
 * - decided: the main process hears from the storage process that the wish is on disk. For the bare client, the
 *   moment before `call`.
 * - the door: a process of its own between OBS and both clients (obs-door.mjs) reads the request off the socket.
 *
 * In turns, 40 to 140 ms after the change before it is on air, so that every phase of a frame is met, with the four
 * windows open; a third client on OBS itself sees each scene come on air. The whole way, from the command in the
 * console's page by IPC and disk to the air, is told on standard error for both.
 */

const CHANGES = 205;
const WARM_UP = 5;
const PAUSE_MS = 40;
const SHAKEN_MS = 100;
const ON_AIR_LIMIT_MS = 4000;
const LINK_LIMIT_MS = 30_000;
const ROLES = ['hall', 'banner', 'blank', 'agenda', 'feed'] as const satisfies readonly SceneRole[];

interface DoorNews {
  readonly kind: 'open' | 'asked' | 'answered';
  readonly at: number;
  readonly port?: number;
  readonly scene?: string | null;
}

/** One change of scene, all moments by `mono`. */
interface Change {
  /** The command was given in the console's page; for the bare call the same as `decided`. */
  readonly given: number;
  /** The hall had decided it and had it on disk; for the bare call the moment before it. */
  readonly decided: number;
  readonly asked: number;
  readonly answered: number;
  readonly onAir: number;
}

/** What the door and a third client saw since the last `begin`. */
class Witness {
  #seen: { asked?: number; answered?: number; onAir?: number } = {};
  #scene = '';
  #told: () => void = () => undefined;

  begin(scene: string): void {
    this.#seen = {};
    this.#scene = scene;
  }

  door({ kind, at, scene }: DoorNews): void {
    if (kind === 'asked' && scene === this.#scene) this.#seen.asked ??= at;
    // the answer does not name its scene; the one that was asked for is the only one under way
    if (kind === 'answered' && this.#seen.asked !== undefined) this.#seen.answered ??= at;
    this.#told();
  }

  programme(scene: string, at: number): void {
    if (scene === this.#scene) this.#seen.onAir ??= at;
    this.#told();
  }

  /** @throws Error when the change is not through in 4 s */
  async whole(): Promise<{ asked: number; answered: number; onAir: number }> {
    const limit = mono() + ON_AIR_LIMIT_MS;
    for (;;) {
      const { asked, answered, onAir } = this.#seen;
      if (asked !== undefined && answered !== undefined && onAir !== undefined) return { asked, answered, onAir };
      if (mono() > limit) throw new Error(`${this.#scene}: ${JSON.stringify(this.#seen)} is all that came of it`);
      await Promise.race([sleep(100), new Promise<void>((told) => (this.#told = told))]);
    }
  }
}

interface DecidedChanges {
  decidedChanges?: Record<number, number>;
}

/**
 * Notes in the main process, for each wish for a scene, when the storage process said that it is on disk: the last
 * word of a process of Electron's before the screens are told.
 */
const noteDecided = (app: Driven): Promise<void> =>
  app.main(({ webContents }) => {
    const notes: Record<number, number> = {};
    (globalThis as DecidedChanges).decidedChanges = notes;
    const operator = webContents.getAllWebContents().find((c) => c.getURL().includes('/operator/'));
    if (operator === undefined) throw new Error('there is no operator page');
    let heard = 0;
    const emitters = process.mainModule?.require('node:events') as { prototype: { emit(...args: unknown[]): boolean } };
    const { emit } = emitters.prototype;
    emitters.prototype.emit = function (...args) {
      if (args[0] === 'message' && this.constructor.name.includes('UtilityProcess'))
        heard = Number(process.hrtime.bigint()) / 1e6;
      return emit.apply(this, args);
    };
    const send = operator.send.bind(operator);
    operator.send = (channel: string, update: HallUpdate) => {
      if (update?.type === 'events')
        for (const { seq, event } of update.events) if (event.type === 'scene.wanted') notes[seq] = heard;
      send(channel, update);
    };
  }, null);

async function untilLinked(app: Driven): Promise<void> {
  const limit = mono() + LINK_LIMIT_MS;
  for (;;) {
    const { obs } = (await helloOf(app)).live;
    if (obs.link === 'linked' && obs.asked === null) return;
    if (mono() > limit) throw new Error(`OBS is not linked: ${obs.code}`);
    await sleep(100);
  }
}

async function measure(): Promise<{ ours: Change[]; theirs: Change[] }> {
  const obs = await startObs({ width: 640, height: 360, fps: 10 });
  const door = fork(join(import.meta.dirname, 'obs-door.mjs'), [String(obs.port)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const bare = new OBSWebSocket();
  const third = new OBSWebSocket();
  const witness = new Witness();
  try {
    const [{ port = 0 }] = (await once(door, 'message')) as [DoorNews];
    door.on('message', (news) => witness.door(news as DoorNews));
    const SCENES_ONLY = 4;
    third.on('CurrentProgramSceneChanged', ({ sceneName }) => witness.programme(sceneName.normalize('NFC'), mono()));
    await third.connect(`ws://127.0.0.1:${obs.port}`, obs.password, { eventSubscriptions: SCENES_ONLY });
    await bare.connect(`ws://127.0.0.1:${port}`, obs.password, { eventSubscriptions: 0 });

    return await withDay(['stage', 'slides', 'checkin'], async (app) => {
      await ask(app, { type: 'obs.link', address: '127.0.0.1', port, password: obs.password });
      await untilLinked(app);
      await noteDecided(app);
      const offset = await app.clockOf('/operator/');

      const byUs = async (role: SceneRole): Promise<Omit<Change, 'decided'> & { revision: number }> => {
        witness.begin(DEFAULT_SCENE_NAMES[role]);
        const { at, answer } = await app.page(
          '/operator/',
          async (role) => {
            const at = performance.now();
            return { at, answer: await (window as unknown as HallPage).hall.command({ type: 'scene.show', role }) };
          },
          role,
        );
        if (!answer.ok) throw new Error(`refused: ${answer.code}`);
        return { given: at + offset, revision: answer.revision, ...(await witness.whole()) };
      };
      const byCall = async (role: SceneRole): Promise<Change> => {
        const sceneName = DEFAULT_SCENE_NAMES[role];
        witness.begin(sceneName);
        const given = mono();
        await bare.call('SetCurrentProgramScene', { sceneName });
        return { given, decided: given, ...(await witness.whole()) };
      };

      const ours: (Omit<Change, 'decided'> & { revision: number })[] = [];
      const theirs: Change[] = [];
      let turn = 0;
      const next = (): SceneRole => ROLES[turn++ % ROLES.length] ?? 'hall';
      for (let n = 0; n < WARM_UP + CHANGES; n++) {
        ours.push(await byUs(next()));
        await sleep(PAUSE_MS + SHAKEN_MS * Math.random());
        theirs.push(await byCall(next()));
        // the hall goes along with what it did not ask for, and that is to be over
        await sleep(PAUSE_MS + SHAKEN_MS * Math.random());
      }
      const decided = await app.main(() => (globalThis as DecidedChanges).decidedChanges ?? {}, null);
      return {
        ours: ours.slice(WARM_UP).map((c) => ({ ...c, decided: decided[c.revision] ?? Number.NaN })),
        theirs: theirs.slice(WARM_UP),
      };
    });
  } finally {
    for (const client of [bare, third]) await client.disconnect().catch(() => undefined);
    door.disconnect();
    await obs.stop();
  }
}

type Moment = keyof Change;
const SPANS: readonly (readonly [Moment, Moment])[] = [
  ['given', 'decided'],
  ['decided', 'asked'],
  ['asked', 'answered'],
  ['asked', 'onAir'],
  ['given', 'asked'],
  ['given', 'onAir'],
];
const span = (changes: readonly Change[], from: Moment, to: Moment): number[] => changes.map((c) => c[to] - c[from]);

const PEER =
  'a bare obs-websocket-js call on the same OBS in turns with ours, from the call to the request at OBS’s door';

export const benches: Benches = {
  'scene-change': async () => {
    const { ours, theirs } = await measure();
    for (const [name, changes] of [
      ['ours', ours],
      ['bare', theirs],
    ] as const)
      for (const [from, to] of SPANS) say(`scene, ${name}: ${inShort(`${from} to ${to}`, span(changes, from, to))}`);
    return lineOf('scene-change', 'ms', span(ours, 'decided', 'asked'), PEER, span(theirs, 'decided', 'asked'));
  },
};
