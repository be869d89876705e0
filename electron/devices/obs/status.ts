import type { ObsLink, ObsLive } from '../../../shared/contract/live';
import type { Instant } from '../../../shared/time/time';
import type { OBS } from '../../../shared/words/obs';
import type { Down, Refusal } from './connection';

export type ObsCode = keyof typeof OBS;
type Params = ObsLive['params'];

export interface Status {
  readonly live: ObsLive;
  link(link: ObsLink, code: ObsCode, params: Params): void;
  notice(code: ObsCode, params: Params): void;
  set(part: Partial<Pick<ObsLive, 'version' | 'canvas' | 'drawnBy' | 'asked' | 'notice'>>): void;
}

/** What is said of OBS, told when it changes and only then. */
export function createStatus(now: () => Instant, changed: (live: ObsLive) => void): Status {
  let live: ObsLive = {
    link: 'off',
    code: 'off' satisfies ObsCode,
    params: {},
    since: now(),
    version: null,
    canvas: null,
    drawnBy: null,
    asked: null,
    notice: null,
  };
  function put(next: ObsLive): void {
    if (JSON.stringify(next) === JSON.stringify(live)) return;
    live = next;
    changed(live);
  }
  return {
    get live() {
      return live;
    },
    link(link, code, params) {
      const gone = link === 'checking' || link === 'linked' ? {} : { version: null, canvas: null, drawnBy: null };
      put({ ...live, ...gone, link, code, params, since: link === live.link ? live.since : now() });
    },
    notice: (code, params) => put({ ...live, notice: { code, params, at: now() } }),
    set: (part) => put({ ...live, ...part }),
  };
}

/** A closed port says nothing about why; past this time a question box on OBS's screen is the likely cause. */
export const DIALOG_HINT_MS = 10_000;

/**
 * @param wasThere whether OBS has been linked there since the app was started.
 * @param closedMs how long the port has been closed.
 */
export function codeOfDown(d: Down, wasThere: boolean, closedMs: number): ObsCode {
  if (d.why !== 'port-closed') return d.why;
  if (!wasThere) return 'port-closed';
  return closedMs > DIALOG_HINT_MS ? 'gone-dialog' : 'gone';
}

export const codeOfRefusal = (r: Refusal): ObsCode => r;

/** OBS before 28 has no obs-websocket 5 of its own; before 30 it answers while it is still starting. */
export const OLDEST_OBS = 28;
export const ADVISED_OBS = 30;

/** `29.0.2` -> 29; 0 where it cannot be read. */
export function majorOf(version: string): number {
  return Number(/^\d+/.exec(version)?.[0] ?? 0);
}
