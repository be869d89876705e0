import { DRAWN_ROLES, type DrawnRole } from '../../shared/domain/scenes/scenes';
import type { Slide } from '../../shared/domain/scenes/slide';

/** What this page needs of an EventSource. */
export interface Source {
  readonly readyState: number;
  onerror: ((event: Event) => void) | null;
  addEventListener(type: 'slide', listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

const CLOSED = 2;
/** A source that gave up is opened anew after this, in milliseconds. */
const AGAIN = 1000;

/** The role this page shows, from its address; the banner where it names none. */
export function roleOf(search: string): DrawnRole {
  const asked = new URLSearchParams(search).get('role');
  return DRAWN_ROLES.find((r) => r === asked) ?? 'banner';
}

/**
 * Follows the slides of one role over loopback, for ever: a source reconnects by itself while it can, and is opened
 * anew when it gave up. A lost link tells nothing, so the last picture stays.
 * @returns the function that stops it.
 */
export function followSlides(role: DrawnRole, open: () => Source, take: (slide: Slide) => void): () => void {
  let source: Source | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = (): void => {
    const s = open();
    source = s;
    s.addEventListener('slide', (event) => {
      const slide = slideIn(event.data, role);
      if (slide !== null) take(slide);
    });
    s.onerror = () => {
      if (s.readyState !== CLOSED) return;
      s.close();
      clearTimeout(timer);
      timer = setTimeout(start, AGAIN);
    };
  };
  start();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/** The slide of this role in an event; null where the event is for another role or cannot be read. */
function slideIn(data: string, role: DrawnRole): Slide | null {
  try {
    const told = JSON.parse(data) as { readonly role?: unknown; readonly slide?: Slide };
    return told.role === role && told.slide?.role === role ? told.slide : null;
  } catch {
    return null;
  }
}
