import { SCENE_ROLES, type SceneRole } from '../../../shared/domain/scenes/scenes';
import type { ObsWanted } from './diff';
import { type Reported, sameName } from './state';

export interface Renamed {
  readonly role: SceneRole;
  readonly from: string;
  readonly to: string;
  /** Not renamed by anybody: the name was taken, so we had to choose another. */
  readonly taken: boolean;
}

/**
 * What our scenes are called in OBS while the hall has not heard of a new name yet. Without it the hall's next wish,
 * which still has the old name, would have the scene made a second time.
 */
export interface Names {
  apply(w: ObsWanted): ObsWanted;
  note(role: SceneRole, hallName: string, to: string): void;
  /** The hall speaks: names that it knows by now need no remembering. */
  heard(w: ObsWanted): void;
}

export function createNames(): Names {
  const newer = new Map<SceneRole, { readonly hallName: string; readonly to: string }>();
  return {
    apply(w) {
      if (newer.size === 0) return w;
      const names = { ...w.names };
      for (const [role, { to }] of newer) names[role] = to;
      return { ...w, names };
    },
    note(role, hallName, to) {
      newer.set(role, { hallName, to });
    },
    heard(w) {
      for (const [role, { hallName }] of newer) if (w.names[role] !== hallName) newer.delete(role);
    },
  };
}

/** Which of our scenes go by another name than the hall thinks. */
export function renamedScenes(w: ObsWanted, r: Reported): readonly Renamed[] {
  return SCENE_ROLES.flatMap((role) => {
    const from = w.names[role];
    const to = r.own[role]?.name;
    if (to === undefined || sameName(to, from)) return [];
    return [{ role, from, to, taken: r.inputs.some((i) => sameName(i.name, from)) }];
  });
}
