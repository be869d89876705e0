import type { ObsLink, ObsLive } from '../../../shared/contract/live';
import type { Instant } from '../../../shared/time/time';
import type { OBS } from '../../../shared/words/obs';
import type { Down } from './connection';

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

/** Finds the sentence for a loss; what was there before makes another one of the same closed port. */
export interface Losses {
  linked(): void;
  /** Another OBS is meant from now on. */
  forget(): void;
  codeOf(d: Down): ObsCode;
}

/** @param now a monotonic clock, in milliseconds. */
export function createLosses(now: () => number): Losses {
  let wasThere = false;
  let closedSince: number | null = null;
  return {
    linked() {
      wasThere = true;
      closedSince = null;
    },
    forget() {
      wasThere = false;
      closedSince = null;
    },
    codeOf(d) {
      closedSince = d.why === 'port-closed' ? (closedSince ?? now()) : null;
      if (d.why !== 'port-closed' || closedSince === null) return d.why;
      if (!wasThere) return 'port-closed';
      return now() - closedSince > DIALOG_HINT_MS ? 'gone-dialog' : 'gone';
    },
  };
}

/** OBS before 28 has no obs-websocket 5 of its own; before 30 it answers while it is still starting. */
export const OLDEST_OBS = 28;
export const ADVISED_OBS = 30;

/** `29.0.2` -> 29; 0 where it cannot be read. */
export function majorOf(version: string): number {
  return Number(/^\d+/.exec(version)?.[0] ?? 0);
}
