import type { SceneRole } from '../../../shared/domain/scenes/scenes';
import type { ObsEvent } from './connection';
import { type ObsWanted, ownItem } from './diff';
import { type Change, FILLED_ROLES, fold, type Reported, roleOf } from './state';
import type { ObsCode } from './status';

/** What an event about scenes and sources means for us. */
export interface Meaning {
  readonly change: Change | null;
  /** Something of ours was deleted: what to say when it has been made again. */
  readonly lost: { readonly code: ObsCode; readonly scene: string } | null;
  readonly renamed: { readonly role: SceneRole; readonly from: string; readonly to: string } | null;
}

const NOTHING: Meaning = { change: null, lost: null, renamed: null };

export function meaningOf(e: ObsEvent, w: ObsWanted, r: Reported): Meaning {
  switch (e.type) {
    case 'SceneCreated':
      return { ...NOTHING, change: { type: 'scene.made', name: e.data.sceneName, role: null } };
    case 'SceneRemoved': {
      const scene = e.data.sceneName;
      const code = r.programme === scene ? 'scene-on-air-remade' : 'scene-remade';
      return {
        ...NOTHING,
        change: { type: 'scene.removed', name: scene },
        lost: roleOf(r, scene) === null ? null : { code, scene },
      };
    }
    case 'SceneNameChanged': {
      const { oldSceneName: from, sceneName: to } = e.data;
      const role = roleOf(r, from);
      const renamed = role === null ? null : { role, from, to };
      return { ...NOTHING, change: { type: 'scene.renamed', from, to }, renamed };
    }
    case 'InputRemoved':
      return withPicture({ type: 'input.removed', name: e.data.inputName }, w, r);
    case 'SceneItemRemoved':
      return withPicture({ type: 'item.removed', sceneName: e.data.sceneName, itemId: e.data.sceneItemId }, w, r);
    case 'InputNameChanged':
      return { ...NOTHING, change: { type: 'input.renamed', from: e.data.oldInputName, to: e.data.inputName } };
    default:
      return NOTHING;
  }
}

/** A scene that is still there has lost the picture which it had before. */
function withPicture(change: Change, w: ObsWanted, r: Reported): Meaning {
  const after = fold(r, change);
  const role = FILLED_ROLES.find((f) => ownItem(w, r, f) !== null && ownItem(w, after, f) === null);
  const scene = role === undefined ? undefined : after.own[role]?.name;
  return { ...NOTHING, change, lost: scene === undefined ? null : { code: 'picture-remade', scene } };
}
