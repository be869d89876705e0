/** One thing to do later; setting it again puts it off. */
export interface Later {
  readonly isDue: boolean;
  set(ms: number, then: () => void): void;
  cancel(): void;
}

export function createLater(): Later {
  let timer: NodeJS.Timeout | null = null;
  function cancel(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }
  return {
    get isDue() {
      return timer !== null;
    },
    set(ms, then) {
      cancel();
      timer = setTimeout(() => {
        timer = null;
        then();
      }, ms);
    },
    cancel,
  };
}
