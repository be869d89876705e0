import type { Live } from '../shared/contract/live';

/**
 * The live status of every device and of the disk, in one place. Parts put their own part; whoever shows it is told
 * once for all the changes of one turn of the event loop.
 */
export class LiveBoard {
  #live: Live;
  #told = true;
  readonly #listeners: ((live: Live) => void)[] = [];

  constructor(first: Live) {
    this.#live = first;
  }

  get live(): Live {
    return this.#live;
  }

  onChange(listener: (live: Live) => void): void {
    this.#listeners.push(listener);
  }

  put(part: Partial<Live>): void {
    this.#live = { ...this.#live, ...part };
    if (!this.#told) return;
    this.#told = false;
    setImmediate(() => {
      this.#told = true;
      for (const listener of this.#listeners) listener(this.#live);
    });
  }
}
