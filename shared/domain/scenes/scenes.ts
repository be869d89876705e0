import type { SegmentKind } from '../agenda/agenda';

/** What a scene in OBS is for. `SCENE_ROLES` are the ones the app makes; anything else on air is `custom`. */
export const SCENE_ROLES = ['banner', 'agenda', 'break', 'feed', 'hall', 'blank'] as const;
export type SceneRole = (typeof SCENE_ROLES)[number];

/** Roles whose picture the app draws. */
export const DRAWN_ROLES = ['banner', 'agenda', 'break'] as const satisfies readonly SceneRole[];
export type DrawnRole = (typeof DRAWN_ROLES)[number];

/** What OBS shows, in its own words; role null is a scene that is not one of ours. */
export interface Programme {
  readonly role: SceneRole | null;
  readonly sceneName: string;
}

export interface ScenesState {
  /** What the hall wants on air; null until someone asks. Follows OBS when a person changes the scene there. */
  readonly wanted: SceneRole | null;
  /** What OBS last reported; null while it is not known. */
  readonly programme: Programme | null;
  /** The name of each role's scene in OBS: ours at first, then whatever the user renamed it to. */
  readonly names: Readonly<Record<SceneRole, string>>;
}

export const DEFAULT_SCENE_NAMES: Readonly<Record<SceneRole, string>> = {
  banner: 'ĐC Ma két',
  agenda: 'ĐC Chương trình',
  break: 'ĐC Nghỉ giải lao',
  feed: 'ĐC Tín hiệu Trung ương',
  hall: 'ĐC Hội trường',
  blank: 'ĐC Màn đen',
};

export const NO_SCENES: ScenesState = { wanted: null, programme: null, names: DEFAULT_SCENE_NAMES };

/** The scene that goes on air when a segment of this kind starts. */
export function sceneAtStart(kind: SegmentKind): SceneRole {
  return kind === 'break' ? 'break' : 'agenda';
}
