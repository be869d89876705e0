import type { SceneRole } from '../../../shared/domain/scenes/scenes';
import { messageOf } from '../../error-message';
import { CALL_LIMIT_MS, CallFailed, type Connection } from './connection';
import { diffProgramme } from './diff';
import { createLater } from './later';
import { type Reported, roleOf } from './state';

export interface ProgrammeContext {
  readonly call: Connection['call'];
  log(line: string): void;
  /** Null while nothing may be sent. */
  reported(): Reported | null;
  /** OBS has this scene on air now. */
  onAir(sceneName: string): void;
  /** `loading`: a picture is on its way into the scene; `empty`: it has none yet. */
  picture(role: SceneRole): 'ready' | 'loading' | 'empty';
  report(r: { readonly role: SceneRole | null; readonly sceneName: string; readonly byApp: boolean }): void;
  /** What is asked for and not confirmed; null when nothing is. */
  asked(role: SceneRole | null): void;
  notice(code: 'not-confirmed' | 'picture-late' | 'not-on-air', params: Readonly<Record<string, string>>): void;
}

export interface Programme {
  /** Puts a role's scene on air. The latest wish wins; nothing is queued. */
  ask(role: SceneRole): void;
  /** Something that a wish may have waited for has changed. */
  look(): void;
  /** OBS says that the programme has changed. */
  changed(sceneName: string): void;
  /** Whether a cut is under way, so that OBS is better left alone. */
  readonly busy: boolean;
  reset(): void;
}

/** A cut waits this long for a picture that is being loaded, */
const HOLD_LOADING_MS = 500;
/** this long for the first picture of a scene that would be black without it, */
const HOLD_EMPTY_MS = 600;
/** and this long for a scene that is being made. */
const HOLD_SCENE_MS = 5000;
/** Our scenes insist on a cut, which OBS confirms within 100 ms. */
const CONFIRM_MS = 1000;
/** Switching studio mode off sends a false programme first and the true one 44 ms later. */
const STUDIO_DEBOUNCE_MS = 150;
/** When a cut is surely through, the scene must be active; until then both are. */
const VERIFY_AFTER_MS = 300;
const NOT_READY = 207;
const RETRY_MS = 200;

/** One scene on air: asks for it, waits for OBS's own word, and says when that does not come. */
export function createProgramme(ctx: ProgrammeContext): Programme {
  /** A wish that waits for its scene or its picture. */
  let held: { readonly role: SceneRole; readonly since: number } | null = null;
  const holding = createLater();
  /** The last request, until OBS confirms it. */
  let sent: { readonly role: SceneRole; readonly name: string; readonly deadline: NodeJS.Timeout } | null = null;
  /** What we have asked for lately: OBS may report each of several, or only the last. */
  let ours: readonly { readonly name: string; readonly until: number }[] = [];
  const settling = createLater();
  const verifying = createLater();

  function ask(role: SceneRole): void {
    drop();
    held = { role, since: performance.now() };
    look();
    if (held !== null) ctx.asked(role);
  }

  function look(): void {
    if (held === null) return;
    const { role, since } = held;
    const r = ctx.reported();
    const name = r?.own[role]?.name;
    const waited = performance.now() - since;
    const picture = ctx.picture(role);
    const limit =
      name === undefined
        ? HOLD_SCENE_MS
        : picture === 'ready'
          ? 0
          : picture === 'loading'
            ? HOLD_LOADING_MS
            : HOLD_EMPTY_MS;
    if (waited < limit) {
      holding.set(limit - waited, look);
      return;
    }
    if (name === undefined || r === null) {
      drop();
      ctx.notice('not-confirmed', { scene: role });
      void correct(null);
      return;
    }
    if (picture !== 'ready') ctx.notice('picture-late', { scene: name });
    drop();
    send(r, role, name);
  }

  function drop(): void {
    held = null;
    holding.cancel();
  }

  function send(r: Reported, role: SceneRole, name: string): void {
    const change = diffProgramme(name, sent?.name ?? r.programme);
    if (change === null) {
      if (sent === null) ctx.asked(null);
      return;
    }
    const answer = ctx.call('SetCurrentProgramScene', { sceneName: name }, CALL_LIMIT_MS);
    if (sent !== null) clearTimeout(sent.deadline);
    const mine = { role, name, deadline: setTimeout(() => overdue(mine), CONFIRM_MS) };
    sent = mine;
    const now = performance.now();
    ours = [...ours.filter((o) => o.until > now), { name, until: now + CONFIRM_MS }];
    ctx.asked(role);
    ctx.log(`obs: SetCurrentProgramScene: ${change.why}`);
    answer.catch((e: unknown) => {
      if (!(e instanceof CallFailed)) return;
      ctx.log(`obs: SetCurrentProgramScene failed: ${e.message}`);
      // without an answer it may still be done: the deadline reads what came of it
      if (e.kind !== 'answer' || sent !== mine) return;
      forget();
      if (e.status === NOT_READY) {
        held = { role, since: performance.now() };
        holding.set(RETRY_MS, look);
        return;
      }
      ctx.notice('not-confirmed', { scene: name });
      void correct(null);
    });
  }

  function forget(): void {
    if (sent !== null) clearTimeout(sent.deadline);
    sent = null;
  }

  function overdue(mine: NonNullable<typeof sent>): void {
    if (sent === mine) void correct(mine.name);
  }

  /** Reads what is on air and says so; the hall goes along with it. @param target what should be, null for nothing. */
  async function correct(target: string | null): Promise<void> {
    const before = ctx.reported()?.programme ?? null;
    const mine = sent;
    try {
      const list = await ctx.call('GetSceneList', undefined, CALL_LIMIT_MS);
      const says: string | null = list.currentProgramSceneName ?? null;
      // outside studio mode the list is what is selected in OBS, even when the picture did not follow
      const active = target !== null && says === target ? await isActive(target) : true;
      const r = ctx.reported();
      if (sent !== mine || held !== null || r === null) return;
      forget();
      ctx.asked(null);
      const truth = active ? says : before;
      if (target !== null && truth !== target) ctx.notice('not-confirmed', { scene: target });
      if (truth === null) return;
      ctx.onAir(truth);
      ctx.report({ role: roleOf(r, truth), sceneName: truth, byApp: truth === target });
    } catch (e) {
      ctx.log(`obs: what is on air is not known: ${messageOf(e)}`);
      if (sent !== mine) return;
      forget();
      ctx.asked(null);
      if (target !== null) ctx.notice('not-confirmed', { scene: target });
    }
  }

  async function isActive(name: string): Promise<boolean> {
    return (await ctx.call('GetSourceActive', { sourceName: name }, CALL_LIMIT_MS)).videoActive;
  }

  function changed(name: string): void {
    const r = ctx.reported();
    if (r === null) return;
    settling.cancel();
    const now = performance.now();
    const asked = ours.findIndex((o) => o.name === name && o.until > now);
    if (asked >= 0) {
      ours = ours.filter((_, i) => i !== asked);
      if (sent?.name === name) {
        forget();
        if (held === null) ctx.asked(null);
      }
      take(name, true);
      verifyLater(name);
      return;
    }
    if (!r.studioMode) {
      if (name !== r.programme) take(name, false);
      return;
    }
    settling.set(STUDIO_DEBOUNCE_MS, () => {
      isActive(name).then(
        (active) => {
          if (active && ctx.reported()?.programme !== name) take(name, false);
        },
        (e: unknown) => ctx.log(`obs: ${String(e)}`),
      );
    });
  }

  function take(name: string, byApp: boolean): void {
    ctx.onAir(name);
    const r = ctx.reported();
    if (r !== null) ctx.report({ role: roleOf(r, name), sceneName: name, byApp });
  }

  function verifyLater(name: string): void {
    verifying.set(VERIFY_AFTER_MS, () => {
      if (sent !== null || ctx.reported()?.programme !== name) return;
      isActive(name).then(
        (active) => {
          if (!active && sent === null && ctx.reported()?.programme === name) ctx.notice('not-on-air', { scene: name });
        },
        (e: unknown) => ctx.log(`obs: ${String(e)}`),
      );
    });
  }

  return {
    ask,
    look,
    changed,
    get busy() {
      return sent !== null || held !== null;
    },
    reset() {
      drop();
      forget();
      ours = [];
      settling.cancel();
      verifying.cancel();
      ctx.asked(null);
    },
  };
}
