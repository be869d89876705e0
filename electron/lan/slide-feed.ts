import type { ServerResponse } from 'node:http';
import type { DrawnRole } from '../../shared/domain/scenes/scenes';
import type { Slide } from '../../shared/domain/scenes/slide';

/** OBS opens one per browser source; the rest is room for a person who looks at a slide in a browser. */
export const MOST_LISTENERS = 16;
/** A listener that lets this much pile up is dropped; it comes back by itself and gets the newest slides. */
const MOST_PENDING_BYTES = 1_000_000;
const KEEP_ALIVE_MS = 15_000;
const RETRY_MS = 1000;

/** Server-sent events: each slide as it changes, and all of them to whoever has just come. */
export class SlideFeed {
  readonly #slides = new Map<DrawnRole, string>();
  readonly #listeners = new Set<ServerResponse>();
  readonly #pulse: NodeJS.Timeout;

  constructor() {
    // an idle connection through a dead program is only noticed by writing to it
    this.#pulse = setInterval(() => this.#tell(':\n\n'), KEEP_ALIVE_MS);
    this.#pulse.unref();
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** @returns false when there is no room for another listener. */
  listen(response: ServerResponse, headers: Readonly<Record<string, string>>): boolean {
    if (this.#listeners.size >= MOST_LISTENERS) return false;
    response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream; charset=utf-8' });
    this.#listeners.add(response);
    response.once('close', () => this.#listeners.delete(response));
    response.on('error', () => response.destroy());
    response.write(`retry: ${RETRY_MS}\n\n${[...this.#slides.values()].join('')}`);
    return true;
  }

  /** Tells every listener, unless the slide is the one that they have. */
  publish(role: DrawnRole, slide: Slide): void {
    // JSON has no line breaks of its own, so it is one data line
    const message = `event: slide\ndata: ${JSON.stringify({ role, slide })}\n\n`;
    if (this.#slides.get(role) === message) return;
    this.#slides.set(role, message);
    this.#tell(message);
  }

  stop(): void {
    clearInterval(this.#pulse);
    for (const response of this.#listeners) response.end();
    this.#listeners.clear();
  }

  #tell(message: string): void {
    for (const response of this.#listeners) {
      if (response.writableLength > MOST_PENDING_BYTES) response.destroy();
      else response.write(message);
    }
  }
}
