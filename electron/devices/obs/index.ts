import type { ObsLive } from '../../../shared/contract/live';
import type { DrawnRole, SceneRole } from '../../../shared/domain/scenes/scenes';
import { createCanvasWatch } from './canvas';
import { CALL_LIMIT_MS, CallFailed, createConnection, type Down, type Target } from './connection';
import { guardedContext, type Obs, type ObsContext } from './context';
import { drawnBy, type ObsWanted, ownItem, pictureOf } from './diff';
import { meaningOf } from './events';
import { createFollowing } from './following';
import { createGate } from './gate';
import { afterLink } from './link-up';
import { createNames, type Renamed, renamedScenes } from './names';
import { createNews } from './news';
import { createPictures } from './picture';
import { createProgramme } from './programme';
import { createProvision } from './provision';
import { readSteady } from './read';
import { createRepairs } from './repairs';
import { createRestarts } from './restart';
import { type Change, fold, type Reported, roleOf } from './state';
import { ADVISED_OBS, createLosses, createStatus, majorOf, OLDEST_OBS } from './status';
import { createThumbnail } from './thumbnail';

export type { Obs, ObsContext } from './context';
export type { ObsWanted } from './diff';

/** OBS sends "Changing" and "Changed" within 150 ms; past this the link is not to be trusted. */
const COLLECTION_LIMIT_MS = 15_000;
/** OBS is gone 0.2 s after it says that it closes, or 2 s on a busy machine. */
const EXIT_LIMIT_MS = 15_000;
const NOT_READY_POLL_MS = 250;
const NOT_READY = 207;

const CUT_TROUBLES: ReadonlySet<string> = new Set(['not-confirmed', 'picture-late', 'not-on-air']);

/** The OBS device: what is wanted on one side, what OBS reports on the other, and the requests between them. */
export function createObs(context: ObsContext): Obs {
  const ctx = guardedContext(context);
  const status = createStatus(ctx.now, ctx.changed);
  const names = createNames();
  const restarts = createRestarts();
  const losses = createLosses(() => performance.now());
  const following = createFollowing(() => performance.now());
  let target: Target | null = null;
  let wanted: ObsWanted | null = null;
  let reported: Reported | null = null;
  /** Changes with every link and collection; work that began under another one stops. */
  let epoch = 0;
  let linked = false;
  /** A scene was asked for while the scenes were being checked. */
  let askedEarly = false;
  /** The collection is the user's own and has none of our scenes: they are made when somebody asks for one. */
  let foreign = false;
  let collection: string | null = null;
  /** News that came while the report was being read. */
  let staleRead = false;
  let latestProgramme: string | null = null;
  let everLinked = false;

  const free = (): Reported | null => (gate.isShut ? null : reported);
  const connection = createConnection({
    log: ctx.log,
    opened: () => void sync('link'),
    event: (e) => news.hear(e),
    beat(stats) {
      restarts.seen(stats.renderTotalFrames, performance.now());
      watchCanvas();
    },
    down,
    refused(r) {
      reset();
      status.link('refused', r, whereParams());
    },
  });

  const gate = createGate(connection.quiet);
  const watchCanvas = createCanvasWatch(
    connection.call,
    () => (linked ? (free()?.canvas ?? null) : null),
    (canvas) => {
      apply({ type: 'canvas', ...canvas });
      status.set({ canvas });
      void repairs.now();
    },
  );

  const provision = createProvision({
    call: connection.call,
    log: ctx.log,
    // without a single scene OBS is not done loading, or it closes
    subject: () =>
      wanted === null || reported === null || reported.scenes.length === 0 || gate.isShut || foreign
        ? null
        : { wanted: names.apply(wanted), reported },
    apply,
    reread,
    refused: (r, e) => status.notice('request-refused', { scene: nameOf(r.role), detail: e.message }),
    pictureSet(role) {
      if (role !== 'blank' && status.live.drawnBy === 'image') pictures.watch(role);
    },
  });

  const pictures = createPictures({
    call: connection.call,
    item(role) {
      const sceneName = free()?.own[role]?.name;
      const item = itemOf(role);
      return sceneName === undefined || item === null ? null : { sceneName, itemId: item.id };
    },
    frameMs: () => 1000 / Math.max(1, reported?.fps ?? 30),
    loaded(role, sourceWidth) {
      const item = itemOf(role);
      if (item !== null) apply({ type: 'item.loaded', role, itemId: item.id, sourceWidth });
      programme.look();
    },
    missing: (role) =>
      status.notice('picture-missing', { scene: nameOf(role), path: wanted?.slides[role]?.path ?? '' }),
  });

  const programme = createProgramme({
    call: connection.call,
    log: ctx.log,
    reported: free,
    onAir: (name) => apply({ type: 'programme', name }),
    picture: (role) =>
      wanted === null || reported === null
        ? 'empty'
        : pictureOf(names.apply(wanted), reported, role, (drawn) => pictures.isLoading(drawn)),
    report,
    asked: (role) => status.set({ asked: role }),
    notice: status.notice,
  });

  const thumbnail = createThumbnail({
    call: connection.call,
    scene: () =>
      !gate.isShut && !programme.busy && reported?.programme
        ? { name: reported.programme, canvas: reported.canvas }
        : null,
    show: ctx.thumbnail,
  });

  const nameOf = (role: SceneRole): string =>
    reported?.own[role]?.name ?? (wanted === null ? role : names.apply(wanted).names[role]);
  const itemOf = (role: DrawnRole): ReturnType<typeof ownItem> =>
    wanted === null || reported === null ? null : ownItem(names.apply(wanted), reported, role);
  const whereParams = (): ObsLive['params'] => (target === null ? {} : { address: target.address, port: target.port });

  function apply(c: Change): void {
    if (reported !== null) reported = fold(reported, c);
  }

  function report(r: { role: SceneRole | null; sceneName: string; byApp: boolean }): void {
    if (!r.byApp) following.told(r.role, wanted?.scene ?? null);
    // a cut that was not confirmed is history as soon as a later one is
    else if (CUT_TROUBLES.has(status.live.notice?.code ?? '')) status.set({ notice: null });
    ctx.programme(r);
  }

  /** @returns null when this epoch is over. */
  async function read(mine: number): Promise<Reported | null> {
    if (wanted === null) return null;
    const began = (): void => {
      staleRead = false;
    };
    const r = await readSteady(connection.call, names.apply(wanted).names, began, () => staleRead && mine === epoch);
    return mine === epoch ? r : null;
  }

  async function reread(): Promise<void> {
    const mine = epoch;
    const r = await read(mine);
    // the events have the programme; a list that was made before one of them has an older one
    if (r !== null && mine === epoch) reported = { ...r, programme: reported?.programme ?? r.programme };
  }

  /** After each link and each collection: forget, read, repair, and only then speak of what is on air. */
  async function sync(cause: 'link' | 'collection'): Promise<void> {
    const mine = ++epoch;
    reported = null;
    latestProgramme = null;
    linked = false;
    programme.reset();
    pictures.reset();
    provision.reset();
    while (mine === epoch) {
      try {
        if (await check(mine, cause)) return;
      } catch (e) {
        if (!(e instanceof CallFailed)) {
          ctx.log(`obs: checking failed: ${e instanceof Error ? (e.stack ?? e.message) : String(e)}`);
          connection.renew({ why: 'dropped' });
          return;
        }
        if (mine !== epoch || e.kind === 'lost') return;
        ctx.log(`obs: checking: ${e.message}`);
        if (e.status === NOT_READY) status.link('checking', 'starting', {});
      }
      await new Promise((done) => setTimeout(done, NOT_READY_POLL_MS));
    }
  }

  /** @returns true when there is nothing more to do: all is well, or this epoch is over; false to look again. */
  async function check(mine: number, cause: 'link' | 'collection'): Promise<boolean> {
    const [version, stats] = await Promise.all([
      connection.call('GetVersion', undefined, CALL_LIMIT_MS),
      connection.call('GetStats', undefined, CALL_LIMIT_MS),
    ]);
    // reading the scenes takes as long as it takes, and must not make this OBS look younger than it is
    const told = performance.now();
    if (mine !== epoch) return true;
    const params = { version: version.obsVersion };
    if (majorOf(version.obsVersion) < OLDEST_OBS) {
      connection.shut();
      reset();
      status.link('refused', 'too-old', params);
      return true;
    }
    if (cause === 'link') {
      status.link('checking', 'checking', params);
      status.set({ version: version.obsVersion });
    }
    const r = await read(mine);
    // without a wish there are no names to look for; `want` begins again
    if (r === null || wanted === null) return true;
    if (r.scenes.length === 0) {
      status.link('checking', 'starting', {});
      return false;
    }
    const restarted = cause === 'link' && restarts.isAnother(stats.renderTotalFrames, r.fps, told);
    restarts.began(stats.renderTotalFrames, r.fps, told);
    const before = collection;
    collection = r.collection;
    reported = { ...r, programme: latestProgramme ?? r.programme };
    foreign = cause === 'collection' && Object.keys(r.own).length === 0;
    status.set({ canvas: r.canvas, drawnBy: drawnBy(wanted, r.kinds) });
    adoptNames();
    await provision.run();
    if (mine !== epoch) return true;
    adoptNames();
    linked = true;
    status.link('linked', 'linked', params);
    if (foreign) status.notice('collection-other', { name: r.collection, from: before ?? '?' });
    else if (cause === 'collection') status.notice('collection-changed', { name: r.collection });
    else if (majorOf(version.obsVersion) < ADVISED_OBS && status.live.notice === null) {
      status.notice('old-version', params);
    }
    settleProgramme(cause, restarted);
    thumbnail.start();
    return true;
  }

  function adopt(n: Renamed): void {
    names.note(n.role, wanted?.names[n.role] ?? n.from, n.to);
    status.notice(n.taken ? 'name-taken' : 'scene-renamed', { from: n.from, to: n.to });
    ctx.renamed(n.role, n.to);
  }

  function adoptNames(): void {
    if (wanted !== null && reported !== null) renamedScenes(names.apply(wanted), reported).forEach(adopt);
  }

  function settleProgramme(cause: 'link' | 'collection', restarted: boolean): void {
    const r = reported;
    if (r === null) return;
    const scene = wanted?.scene ?? null;
    const onAir = r.programme === null ? null : roleOf(r, r.programme);
    const does = afterLink({ cause, first: !everLinked, restarted, askedEarly, wanted: scene, onAir });
    everLinked = true;
    losses.linked();
    askedEarly = false;
    if (does === 'ask' && scene !== null) {
      ask(scene);
      if (restarted) status.notice('restored', { scene: nameOf(scene) });
    } else if (r.programme !== null) {
      report({ role: onAir, sceneName: r.programme, byApp: scene !== null && onAir === scene });
    }
  }

  function ask(scene: SceneRole): void {
    programme.ask(scene);
    if (!foreign) return;
    foreign = false;
    void repairs.now();
  }

  const repairs = createRepairs({
    log: ctx.log,
    mayMend: () => linked && !gate.isShut,
    async mend() {
      const mine = epoch;
      await provision.run();
      if (mine !== epoch || reported === null || reported.scenes.length === 0) return false;
      adoptNames();
      return true;
    },
    mended: programme.look,
  });

  const news = createNews({
    isShut: () => gate.isShut,
    exiting() {
      shutGate(EXIT_LIMIT_MS);
      restarts.exiting();
      status.link('closing', 'closing', {});
    },
    collectionChanging() {
      shutGate(COLLECTION_LIMIT_MS);
      status.link('checking', 'collection-changing', {});
    },
    collectionChanged() {
      gate.open();
      void sync('collection');
    },
    onAir(sceneName) {
      if (reported === null) latestProgramme = sceneName;
      else if (linked) programme.changed(sceneName);
      else apply({ type: 'programme', name: sceneName });
    },
    studio: (on) => apply({ type: 'studio', on }),
    structure(e) {
      staleRead = true;
      if (reported === null || wanted === null) return;
      const m = meaningOf(e, names.apply(wanted), reported);
      if (m.change !== null) apply(m.change);
      if (m.renamed !== null) adopt({ ...m.renamed, taken: false });
      if (m.lost === null) return;
      const { code, scene } = m.lost;
      repairs.lost(() => status.notice(code, { scene }));
    },
  });

  function shutGate(limitMs: number): void {
    gate.shut(limitMs, () => connection.renew({ why: 'frozen' }));
    epoch++;
    linked = false;
  }

  function reset(): void {
    epoch++;
    reported = null;
    linked = false;
    askedEarly = false;
    foreign = false;
    gate.open();
    repairs.reset();
    news.reset();
    programme.reset();
    pictures.reset();
    thumbnail.stop();
  }

  function down(d: Down, wasOpen: boolean): void {
    if (wasOpen) reset();
    status.link('lost', losses.codeOf(d), { ...whereParams(), ...('detail' in d ? { detail: d.detail } : {}) });
  }

  function want(next: ObsWanted): void {
    const before = wanted;
    wanted = next;
    if (next.scene !== null && next.scene !== (before?.scene ?? null) && before !== null) {
      if (!following.isEcho(next.scene)) {
        if (linked) ask(next.scene);
        else if (connection.isOpen) askedEarly = true;
      }
    }
    names.heard(next);
    if (before === null && connection.isOpen) void sync('link');
    else if (linked && !gate.isShut) void repairs.now();
  }

  return {
    link(to) {
      if (target !== null && (target.address !== to.address || target.port !== to.port)) {
        losses.forget();
        restarts.forget();
      }
      target = to;
      reset();
      status.link('connecting', 'connecting', whereParams());
      connection.open(to);
    },
    unlink() {
      connection.shut();
      target = null;
      losses.forget();
      restarts.forget();
      reset();
      status.set({ notice: null });
      status.link('off', 'off', {});
    },
    want,
    async close() {
      connection.shut();
      target = null;
      reset();
    },
  };
}
