import type { ScannerLive } from '../../../shared/contract/live';
import type { Instant } from '../../../shared/time/time';
import { type Counts, type FromProcess, NO_COUNTS, type Params } from './messages';
import type { KeptScanner } from './settings';

/** What the app knows of one scanner: what to keep, and what to show. */
export interface Entry {
  readonly kept: KeptScanner;
  readonly live: ScannerLive;
  /** What was heard before the serial process was started again, which counts from zero. */
  readonly before: Counts;
}

export function entryOf(id: string, kept: KeptScanner, now: Instant): Entry {
  const { door, path, baudRate } = kept;
  return {
    kept,
    before: NO_COUNTS,
    live: {
      id,
      door,
      path,
      baudRate,
      state: 'opening',
      code: 'scanner-opening',
      params: { door, path, baudRate },
      since: now,
      ...NO_COUNTS,
    },
  };
}

/** The entry after what the serial process said of its port. `since` moves only when something else is true. */
export function reported(entry: Entry, said: Extract<FromProcess, { type: 'state' }>, now: Instant): Entry {
  const { path, baudRate, door } = said.scanner;
  const live = { ...turned(entry.live, said.state, said.code, said.params, now), path, baudRate, door };
  return { ...entry, kept: said.scanner, live };
}

export function counted(entry: Entry, counts: Counts): Entry {
  return { ...entry, live: { ...entry.live, ...sum(entry.before, counts) } };
}

/** The serial process is gone and with it the port; what it had counted stays. */
export function orphaned(entry: Entry, code: string, now: Instant): Entry {
  const { frames, unreadable, repeats, door, path } = entry.live;
  const live = turned(entry.live, 'lost', code, { door, path }, now);
  return { ...entry, before: { frames, unreadable, repeats }, live };
}

function turned(live: ScannerLive, state: ScannerLive['state'], code: string, params: Params, now: Instant) {
  const same = live.state === state && live.code === code;
  return { ...live, state, code, params, since: same ? live.since : now };
}

function sum(a: Counts, b: Counts): Counts {
  return {
    frames: a.frames + b.frames,
    unreadable: a.unreadable + b.unreadable,
    repeats: a.repeats + b.repeats,
  };
}
