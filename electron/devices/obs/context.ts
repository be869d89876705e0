import type { ObsLive } from '../../../shared/contract/live';
import type { SceneRole } from '../../../shared/domain/scenes/scenes';
import type { Instant } from '../../../shared/time/time';
import type { Target } from './connection';
import type { ObsWanted } from './diff';

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

/** The app's listeners, so that one which throws is logged and does not end the link that it heard of. */
export function guardedContext(ctx: ObsContext): ObsContext {
  const guard =
    <A extends readonly unknown[]>(name: string, f: (...args: A) => void) =>
    (...args: A): void => {
      try {
        f(...args);
      } catch (e) {
        ctx.log(`obs: ${name} listener failed: ${e instanceof Error ? (e.stack ?? e.message) : String(e)}`);
      }
    };
  return {
    log: (line) => ctx.log(line),
    now: () => ctx.now(),
    changed: guard('changed', (live: ObsLive) => ctx.changed(live)),
    programme: guard('programme', (r: Parameters<ObsContext['programme']>[0]) => ctx.programme(r)),
    renamed: guard('renamed', (role: SceneRole, name: string) => ctx.renamed(role, name)),
    thumbnail: guard('thumbnail', (jpeg: string | null) => ctx.thumbnail(jpeg)),
  };
}
