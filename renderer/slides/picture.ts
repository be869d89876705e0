import type { Live } from '../../shared/contract/live';
import type { HallState } from '../../shared/domain/hall';
import { DRAWN_ROLES, type DrawnRole, type SceneRole } from '../../shared/domain/scenes/scenes';
import { type Slide, slideOf } from '../../shared/domain/scenes/slide';
import type { Instant } from '../../shared/time/time';

const isDrawn = (role: SceneRole | null): role is DrawnRole => DRAWN_ROLES.some((r) => r === role);

/**
 * The role whose picture belongs on the projector: what OBS has on air while it is linked, what the desk wants where
 * it is not. Null is black: a camera, the feed, the black scene, or a scene that is not ours.
 */
export function roleOnAir(state: HallState, live: Live): DrawnRole | null {
  const { programme, wanted } = state.scenes;
  if (live.obs.link === 'linked' && programme !== null) return isDrawn(programme.role) ? programme.role : null;
  // before anything was asked for, a hall with an event shows its banner
  if (wanted === null && programme === null) return state.plan === null ? null : 'banner';
  return isDrawn(wanted) ? wanted : null;
}

/** The slide for the projector; null is black. */
export function slideOnAir(state: HallState, live: Live, now: Instant): Slide | null {
  const role = roleOnAir(state, live);
  return role === null ? null : slideOf(role, state, now);
}
