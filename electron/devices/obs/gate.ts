import { createLater } from './later';

/** Shut while OBS changes its scene collection or closes: a request in between can end it. */
export interface Gate {
  readonly isShut: boolean;
  /** @param late what to do when it is still shut after `limitMs`. */
  shut(limitMs: number, late: () => void): void;
  open(): void;
}

/** @param quiet told to stop and to go on with whatever is sent by itself. */
export function createGate(quiet: (on: boolean) => void): Gate {
  let isShut = false;
  const limit = createLater();
  return {
    get isShut() {
      return isShut;
    },
    shut(limitMs, late) {
      isShut = true;
      limit.set(limitMs, late);
      quiet(true);
    },
    open() {
      isShut = false;
      limit.cancel();
      quiet(false);
    },
  };
}
