import type { SceneRole } from '../../../shared/domain/scenes/scenes';

/** What is known when OBS's scenes are read and whole. */
export interface LinkUp {
  readonly cause: 'link' | 'collection';
  /** No OBS was linked before since the app was started. */
  readonly first: boolean;
  /** This OBS is another process than the one linked before. */
  readonly restarted: boolean;
  /** A scene was asked for while the scenes were being checked. */
  readonly askedEarly: boolean;
  readonly wanted: SceneRole | null;
  readonly onAir: SceneRole | null;
}

/**
 * Who follows whom. An OBS that was started anew, or has never heard of us, takes the hall's scene; one that merely
 * lost sight of us went on in somebody's hands, and the hall follows it.
 */
export function afterLink(l: LinkUp): 'ask' | 'report' {
  if (l.wanted === null || l.wanted === l.onAir) return 'report';
  if (l.askedEarly) return 'ask';
  if (l.cause === 'collection') return 'report';
  return l.restarted || (l.first && l.onAir === null) ? 'ask' : 'report';
}
