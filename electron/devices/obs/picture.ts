import type { DrawnRole } from '../../../shared/domain/scenes/scenes';
import type { Connection } from './connection';

export interface PictureContext {
  readonly call: Connection['call'];
  /** Where the picture of a role stands now; null when it is gone. */
  item(role: DrawnRole): { readonly sceneName: string; readonly itemId: number } | null;
  /** Milliseconds that OBS takes for one frame. */
  frameMs(): number;
  loaded(role: DrawnRole, sourceWidth: number): void;
  missing(role: DrawnRole): void;
}

export interface Pictures {
  /** A new picture was sent: find out when OBS has it. */
  watch(role: DrawnRole): void;
  isLoading(role: DrawnRole): boolean;
  reset(): void;
}

const POLL_MS = 30;
const SLOW_POLL_MS = 250;
const FAST_FOR_MS = 500;
const GIVE_UP_MS = 5000;
const CALL_MS = 1000;

/**
 * OBS says "done" to a new path before it has loaded the file, and shows black for a file that it cannot load. The
 * proof is the source's width, once the graphics thread has been round: it applies settings on its next frame.
 */
export function createPictures(ctx: PictureContext): Pictures {
  const watches = new Map<DrawnRole, { timer: NodeJS.Timeout | null }>();

  function stop(role: DrawnRole): void {
    const w = watches.get(role);
    if (w?.timer) clearTimeout(w.timer);
    watches.delete(role);
  }

  function watch(role: DrawnRole): void {
    stop(role);
    const mine: { timer: NodeJS.Timeout | null } = { timer: null };
    watches.set(role, mine);
    const began = performance.now();
    const current = (): boolean => watches.get(role) === mine;
    const look = async (): Promise<void> => {
      const at = ctx.item(role);
      if (at === null) {
        stop(role);
        return;
      }
      const width = await widthOf(ctx.call, at.sceneName, at.itemId);
      if (!current()) return;
      const passed = performance.now() - began;
      if (width === 0 && passed <= GIVE_UP_MS) {
        later(passed < FAST_FOR_MS ? POLL_MS : SLOW_POLL_MS);
        return;
      }
      stop(role);
      if (width === 0) ctx.missing(role);
      else if (width !== null) ctx.loaded(role, width);
    };
    const later = (ms: number): void => {
      mine.timer = setTimeout(() => void look(), ms);
    };
    // two frames: the one that is being drawn, and the one that takes the new settings
    later(Math.min(FAST_FOR_MS, 2 * ctx.frameMs()));
  }

  return {
    watch,
    isLoading: (role) => watches.has(role),
    reset() {
      for (const role of [...watches.keys()]) stop(role);
    },
  };
}

/** Null when OBS cannot say. */
async function widthOf(call: Connection['call'], sceneName: string, sceneItemId: number): Promise<number | null> {
  try {
    const { sceneItemTransform: t } = await call('GetSceneItemTransform', { sceneName, sceneItemId }, CALL_MS);
    return typeof t.sourceWidth === 'number' ? t.sourceWidth : 0;
  } catch {
    return null;
  }
}
