import { messageOf } from '../../error-message';
import { createLater } from './later';

export interface RepairsContext {
  log(line: string): void;
  /** The scenes have been read and OBS is ready for requests. */
  mayMend(): boolean;
  /** @returns false when the link it began under is over, or nothing is left to mend */
  mend(): Promise<boolean>;
  /** Everything is whole again. */
  mended(): void;
}

export interface Repairs {
  /** Something of ours is gone: it is made again in a moment. @param tell said once, when it is there again */
  lost(tell: () => void): void;
  now(): Promise<void>;
  reset(): void;
}

/** Events about one deletion come in a bunch; before OBS says that it closes, it deletes every scene. */
const REPAIR_AFTER_MS = 250;

/** Makes again what somebody deleted in OBS, once for each bunch of deletions. */
export function createRepairs(ctx: RepairsContext): Repairs {
  const soon = createLater();
  let notice: (() => void) | null = null;

  async function now(): Promise<void> {
    if (soon.isDue || !ctx.mayMend()) return;
    try {
      if (!(await ctx.mend())) return;
      notice?.();
      notice = null;
      ctx.mended();
    } catch (e) {
      ctx.log(`obs: repair failed: ${messageOf(e)}`);
    }
  }

  return {
    lost(tell) {
      notice ??= tell;
      soon.set(REPAIR_AFTER_MS, () => void now());
    },
    now,
    reset() {
      soon.cancel();
      notice = null;
    },
  };
}
