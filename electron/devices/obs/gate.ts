/** Shut while OBS changes its scene collection or closes: a request in between can end it. */
export interface Gate {
  readonly isShut: boolean;
  /** @param late what to do when it is still shut after `limitMs`. */
  shut(limitMs: number, late: () => void): void;
  open(): void;
}

/** @param quiet told to stop and to go on with whatever is sent by itself. */
export function createGate(quiet: (on: boolean) => void): Gate {
  let timer: NodeJS.Timeout | null = null;
  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }
  return {
    get isShut() {
      return timer !== null;
    },
    shut(limitMs, late) {
      stop();
      timer = setTimeout(late, limitMs);
      quiet(true);
    },
    open() {
      stop();
      quiet(false);
    },
  };
}
