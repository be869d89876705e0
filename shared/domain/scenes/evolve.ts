import type { HallEvent } from '../../contract/events';
import type { ScenesState } from './scenes';

type SceneEvent = Extract<HallEvent, { type: 'scene.wanted' | 'programme.reported' | 'scene.renamed' }>;

export function evolveScenes(s: ScenesState, e: SceneEvent): ScenesState {
  switch (e.type) {
    case 'scene.wanted':
      return { ...s, wanted: e.role };
    case 'programme.reported':
      return {
        ...s,
        programme: { role: e.role, sceneName: e.sceneName },
        // a scene that is not ours leaves nothing wanted: the app must not drag OBS back
        wanted: e.followed ? e.role : s.wanted,
      };
    case 'scene.renamed':
      return { ...s, names: { ...s.names, [e.role]: e.name } };
  }
}
