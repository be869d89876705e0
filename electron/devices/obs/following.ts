import type { SceneRole } from '../../../shared/domain/scenes/scenes';

export interface Following {
  /** OBS changed by itself and the hall was told. */
  told(role: SceneRole | null, wanted: SceneRole | null): void;
  /** Whether this new wish is the hall's echo of news that is no longer the latest; each is asked about once. */
  isEcho(role: SceneRole): boolean;
}

/** The hall answers within a disk write; what comes later is a wish of its own. */
const ECHO_MS = 2000;

/**
 * When a person clicks through scenes in OBS, the hall comes along one step behind. Its answer to the first click
 * must not be taken for a wish and drag OBS back from the second.
 */
export function createFollowing(now: () => number): Following {
  let told: readonly { readonly role: SceneRole | null; readonly at: number }[] = [];
  return {
    told(role, wanted) {
      // the hall is there already and will not answer
      if (told.length === 0 && role === wanted) return;
      told = [...told, { role, at: now() }];
    },
    isEcho(role) {
      told = told.filter((t) => now() - t.at < ECHO_MS);
      const at = told.findIndex((t) => t.role === role);
      told = at < 0 ? [] : told.slice(at + 1);
      return told.length > 0;
    },
  };
}
