import type { ListedPort } from './match';
import type { KeptScanner } from './settings';
import type { Tuning } from './tuning';

/*
 * What the app and its serial process say to each other. Every request has a number and gets exactly one answer with
 * it; the app gives up on one after `requestLimitMs`. Everything else the process says by itself.
 */

export type ToProcess =
  | {
      readonly type: 'open';
      readonly request: number;
      /** The app's name for the scanner. */
      readonly id: string;
      readonly scanner: KeptScanner;
      /** True: keep trying when the first attempt fails. False: answer why, and forget it. */
      readonly insist: boolean;
    }
  | { readonly type: 'close'; readonly request: number; readonly id: string }
  | { readonly type: 'list'; readonly request: number }
  | { readonly type: 'ping'; readonly request: number }
  /** First after `ready`; the process waits for it. */
  | { readonly type: 'tune'; readonly request: number; readonly tuning: Tuning }
  /** Closes every port, answers, and leaves. */
  | { readonly type: 'stop'; readonly request: number };

export type Params = Readonly<Record<string, string | number>>;

/** What has been heard on a port since it was given to the process. */
export interface Counts {
  /** Frames that became scans, the unreadable ones included. */
  readonly frames: number;
  /** Unreadable frames, those that came too thick to become scans included. */
  readonly unreadable: number;
  readonly repeats: number;
}
export const NO_COUNTS: Counts = { frames: 0, unreadable: 0, repeats: 0 };

export type PortState = 'opening' | 'open' | 'lost' | 'refused';

export type FromProcess =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly request: number; readonly ok: true; readonly ports: readonly ListedPort[] }
  | {
      readonly type: 'answer';
      readonly request: number;
      readonly ok: false;
      readonly code: string;
      readonly params: Params;
    }
  | {
      readonly type: 'state';
      readonly id: string;
      readonly state: PortState;
      readonly code: string;
      readonly params: Params;
      /** Where the device is now, and what is known of it. */
      readonly scanner: KeptScanner;
    }
  | {
      readonly type: 'frame';
      readonly id: string;
      readonly text: string;
      readonly raw: string;
      readonly readable: boolean;
      /** How long ago its last byte came, ms; each side has a clock of its own. */
      readonly ageMs: number;
      readonly counts: Counts;
    }
  | { readonly type: 'counts'; readonly id: string; readonly counts: Counts }
  | { readonly type: 'note'; readonly line: string };

const SAID = new Set<string>(['ready', 'answer', 'state', 'frame', 'counts', 'note'] satisfies FromProcess['type'][]);
const ASKED = new Set<string>(['open', 'close', 'list', 'ping', 'tune', 'stop'] satisfies ToProcess['type'][]);

/** Both ends are built together, so the kind alone is checked: what else travels on the channel is not for us. */
export function isFromProcess(value: unknown): value is FromProcess {
  return typeOf(value, SAID);
}

export function isToProcess(value: unknown): value is ToProcess {
  return typeOf(value, ASKED);
}

function typeOf(value: unknown, known: ReadonlySet<string>): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    known.has(value.type)
  );
}
