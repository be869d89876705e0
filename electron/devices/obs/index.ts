import type { ObsLive } from '../../../shared/contract/live';
import type { DrawnRole, SceneRole } from '../../../shared/domain/scenes/scenes';
import type { Instant } from '../../../shared/time/time';
import { CALL_LIMIT_MS, CallFailed, createConnection, type Down, type ObsEvent, type Target } from './connection';
import { drawnBy, type ObsWanted, ownItem } from './diff';
import { meaningOf } from './events';
import { createFollowing } from './following';
import { createNames, type Renamed, renamedScenes } from './names';
import { createPictures } from './picture';
import { createProgramme } from './programme';
import { createProvision } from './provision';
import { readReport } from './read';
import { createRestarts } from './restart';
import { type Change, fold, type Reported, roleOf } from './state';
import { ADVISED_OBS, codeOfDown, codeOfRefusal, createStatus, majorOf, OLDEST_OBS } from './status';
import { createThumbnail } from './thumbnail';

export type { ObsWanted } from './diff';

/** What the adapter needs of the app, and what it tells it. None of these may wait. */
export interface ObsContext {
  log(line: string): void;
  /** Hall time. */
  now(): Instant;
  changed(live: ObsLive): void;
  programme(r: { readonly role: SceneRole | null; readonly sceneName: string; readonly byApp: boolean }): void;
  /** Our scene has another name in OBS now. */
  renamed(role: SceneRole, name: string): void;
  /** The programme scene, a small JPEG about once a second; null while there is none. */
  thumbnail(jpegBase64: string | null): void;
}

export interface Obs {
  /** Links to this OBS from now on, again and again until `unlink`. Also the way back from a refusal. */
  link(target: Target): void;
  unlink(): void;
  /** A scene that differs from the last wanted one goes on air at once; everything else is repaired behind it. */
  want(wanted: ObsWanted): void;
  close(): Promise<void>;
}

/** OBS sends "Changing" and "Changed" within 150 ms; past this the link is not to be trusted. */
const COLLECTION_LIMIT_MS = 15_000;
const NOT_READY_POLL_MS = 250;
/** Events about one deletion come in a bunch; before OBS says that it closes, it deletes every scene. */
const REPAIR_AFTER_MS = 250;
/** The false programme that comes with the end of studio mode arrives around the event that says so. */
const STUDIO_LINGER_MS = 500;
/** OBS sends no event when its canvas changes, so every this many heartbeats it is asked. */
const CANVAS_BEATS = 4;
const NOT_READY = 207;

/** The OBS device: what is wanted on one side, what OBS reports on the other, and the requests between them. */
export function createObs(ctx: ObsContext): Obs {
  const status = createStatus(ctx.now, ctx.changed);
  const names = createNames();
  const restarts = createRestarts(() => performance.now());
  const following = createFollowing(() => performance.now());
  let target: Target | null = null;
  let wanted: ObsWanted | null = null;
  let reported: Reported | null = null;
  /** Changes with every link and collection; work that began under another one stops. */
  let epoch = 0;
  /** Between "collection changing" and "changed", and while OBS closes, nothing may be sent. */
  let gated = false;
  let gateTimer: NodeJS.Timeout | null = null;
  let linked = false;
  /** A scene was asked for while the scenes were being checked. */
  let askedEarly = false;
  /** The collection is the user's own and has none of our scenes: they are made when somebody asks for one. */
  let foreign = false;
  let collection: string | null = null;
  /** News that came while the report was being read. */
  let staleRead = false;
  let latestProgramme: string | null = null;
  let repairTimer: NodeJS.Timeout | null = null;
  let lingerTimer: NodeJS.Timeout | null = null;
  let repairNotice: (() => void) | null = null;
  let closedSince: number | null = null;
  let everLinked = false;
  let wasThere = false;
  let beats = 0;

  const free = (): Reported | null => (gated ? null : reported);
  const connection = createConnection({
    log: ctx.log,
    opened: () => void sync('link'),
    event,
    beat(stats) {
      restarts.seen(stats.renderTotalFrames);
      if (++beats % CANVAS_BEATS === 0) void checkCanvas();
    },
    down,
    refused(r) {
      reset();
      status.link('refused', codeOfRefusal(r), whereParams());
    },
  });

  const provision = createProvision({
    call: connection.call,
    log: ctx.log,
    subject: () =>
      wanted === null || reported === null || gated || foreign ? null : { wanted: names.apply(wanted), reported },
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
    picture: pictureState,
    report,
    asked: (role) => status.set({ asked: role }),
    notice: status.notice,
  });

  const thumbnail = createThumbnail({
    call: connection.call,
    scene: () =>
      !gated && !programme.busy && reported?.programme ? { name: reported.programme, canvas: reported.canvas } : null,
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
    ctx.programme(r);
  }

  function pictureState(role: SceneRole): 'ready' | 'loading' | 'empty' {
    if (role === 'feed' || role === 'hall' || role === 'blank') return 'ready';
    if (status.live.drawnBy === 'browser') return itemOf(role) === null ? 'empty' : 'ready';
    const item = itemOf(role);
    if (item === null) return 'empty';
    return pictures.isLoading(role) ? 'loading' : item.sourceWidth > 0 ? 'ready' : 'empty';
  }

  /** Reads until nothing has changed under the reading. @returns null when this epoch is over. */
  async function read(mine: number): Promise<Reported | null> {
    for (;;) {
      if (wanted === null || mine !== epoch) return null;
      staleRead = false;
      const r = await readReport(connection.call, names.apply(wanted).names);
      if (mine !== epoch) return null;
      if (!staleRead) return latestProgramme === null ? r : { ...r, programme: latestProgramme };
    }
  }

  async function reread(): Promise<void> {
    const mine = epoch;
    const r = await read(mine);
    if (r !== null && mine === epoch) reported = r;
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
        await new Promise((done) => setTimeout(done, NOT_READY_POLL_MS));
      }
    }
  }

  /** @returns true when there is nothing more to do, be it that all is well or that this epoch is over. */
  async function check(mine: number, cause: 'link' | 'collection'): Promise<boolean> {
    const [version, stats] = await Promise.all([
      connection.call('GetVersion', undefined, CALL_LIMIT_MS),
      connection.call('GetStats', undefined, CALL_LIMIT_MS),
    ]);
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
    const restarted = cause === 'link' && restarts.isAnother(stats.renderTotalFrames, r.fps);
    restarts.began(stats.renderTotalFrames);
    const before = collection;
    collection = r.collection;
    reported = r;
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

  /** Who follows whom after a link: an OBS that was started anew takes our scene, one that went on is followed. */
  function settleProgramme(cause: 'link' | 'collection', restarted: boolean): void {
    const first = !everLinked;
    if (cause === 'link') everLinked = wasThere = true;
    const r = reported;
    const scene = wanted?.scene ?? null;
    const early = askedEarly;
    askedEarly = false;
    if (r === null) return;
    const role = r.programme === null ? null : roleOf(r, r.programme);
    if (scene !== null && role !== scene && cause === 'link' && (early || restarted || (first && role === null))) {
      programme.ask(scene);
      if (restarted) status.notice('restored', { scene: nameOf(scene) });
    } else if (scene !== null && role !== scene && early) {
      ask(scene);
    } else if (r.programme !== null) {
      report({ role, sceneName: r.programme, byApp: scene !== null && role === scene });
    }
  }

  function ask(scene: SceneRole): void {
    programme.ask(scene);
    if (!foreign) return;
    foreign = false;
    void repair();
  }

  async function repair(): Promise<void> {
    if (!linked || gated || repairTimer !== null) return;
    const mine = epoch;
    try {
      await provision.run();
      if (mine !== epoch || reported === null) return;
      adoptNames();
      repairNotice?.();
      repairNotice = null;
      programme.look();
    } catch (e) {
      ctx.log(`obs: repair failed: ${e instanceof Error ? e.message : String(e)}`);
    }
  }

  function event(e: ObsEvent): void {
    switch (e.type) {
      case 'ExitStarted':
        gate();
        restarts.exiting();
        status.link('closing', 'closing', {});
        return;
      case 'CurrentSceneCollectionChanging':
        gate();
        gateTimer = setTimeout(() => connection.renew({ why: 'frozen' }), COLLECTION_LIMIT_MS);
        status.notice('collection-changing', {});
        return;
      case 'CurrentSceneCollectionChanged':
        ungate();
        void sync('collection');
        return;
    }
    if (gated) return;
    switch (e.type) {
      case 'CurrentProgramSceneChanged':
        if (reported === null) latestProgramme = e.data.sceneName;
        else if (linked) programme.changed(e.data.sceneName);
        else apply({ type: 'programme', name: e.data.sceneName });
        return;
      case 'StudioModeStateChanged': {
        if (lingerTimer !== null) clearTimeout(lingerTimer);
        const on = e.data.studioModeEnabled;
        if (on) apply({ type: 'studio', on });
        else lingerTimer = setTimeout(() => apply({ type: 'studio', on }), STUDIO_LINGER_MS);
        return;
      }
    }
    staleRead = true;
    structure(e);
  }

  /** Scenes and sources that came, went or have another name. */
  function structure(e: ObsEvent): void {
    if (reported === null || wanted === null) return;
    const m = meaningOf(e, names.apply(wanted), reported);
    if (m.change !== null) apply(m.change);
    if (m.renamed !== null) adopt({ ...m.renamed, taken: false });
    if (m.lost === null) return;
    const { code, scene } = m.lost;
    repairNotice ??= () => status.notice(code, { scene });
    if (repairTimer !== null) clearTimeout(repairTimer);
    repairTimer = setTimeout(() => {
      repairTimer = null;
      // OBS keeps at least one scene as long as it means to go on
      if (reported !== null && reported.scenes.length > 0) void repair();
    }, REPAIR_AFTER_MS);
  }

  async function checkCanvas(): Promise<void> {
    if (free() === null || !linked) return;
    try {
      const v = await connection.call('GetVideoSettings', undefined, CALL_LIMIT_MS);
      const canvas = { width: v.baseWidth, height: v.baseHeight };
      if (free() === null || (reported?.canvas.width === canvas.width && reported.canvas.height === canvas.height))
        return;
      apply({ type: 'canvas', ...canvas });
      status.set({ canvas });
      await repair();
    } catch (e) {
      ctx.log(`obs: ${String(e)}`);
    }
  }

  function gate(): void {
    gated = true;
    epoch++;
    connection.quiet(true);
    if (gateTimer !== null) clearTimeout(gateTimer);
    gateTimer = null;
  }

  function ungate(): void {
    gated = false;
    connection.quiet(false);
    if (gateTimer !== null) clearTimeout(gateTimer);
    gateTimer = null;
  }

  function reset(): void {
    epoch++;
    reported = null;
    linked = false;
    askedEarly = false;
    foreign = false;
    repairNotice = null;
    ungate();
    for (const t of [repairTimer, lingerTimer]) if (t !== null) clearTimeout(t);
    repairTimer = lingerTimer = null;
    programme.reset();
    pictures.reset();
    thumbnail.stop();
    ctx.thumbnail(null);
  }

  function down(d: Down, wasOpen: boolean): void {
    if (wasOpen) reset();
    const now = performance.now();
    closedSince = d.why === 'port-closed' ? (closedSince ?? now) : null;
    const code = codeOfDown(d, wasThere, closedSince === null ? 0 : now - closedSince);
    status.link('lost', code, { ...whereParams(), ...('detail' in d ? { detail: d.detail } : {}) });
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
    else if (linked && !gated) void repair();
  }

  return {
    link(to) {
      if (target !== null && (target.address !== to.address || target.port !== to.port)) {
        wasThere = false;
        restarts.forget();
      }
      target = to;
      closedSince = null;
      reset();
      status.link('connecting', 'connecting', whereParams());
      connection.open(to);
    },
    unlink() {
      connection.shut();
      target = null;
      wasThere = false;
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
