import type { LampId, LampLevel, Live, ObsLink } from '../contract/live';
import { type Instant, MINUTE, since } from '../time/time';
import type { ClockState } from './hall';

/** Where the sentence of a lamp's code is found: words/<area>, and words/lamps for `lamps`. */
export type LampArea = 'lamps' | 'storage' | 'obs' | 'scanner';

/** One thing that can break, and how it is now. */
export interface Lamp {
  readonly id: LampId;
  readonly level: LampLevel;
  readonly area: LampArea;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** How long a step of the clock or a sleep stays on the clock's lamp. */
export const CLOCK_NOTICE_MS = 10 * MINUTE;

/** The lamps of the top bar, always all five and in this order. @param now hall time. */
export function lamps(live: Live, now: Instant, clock: ClockState): readonly Lamp[] {
  return [storageLamp(live), obsLamp(live), scannerLamp(live), stageLamp(live), clockLamp(now, clock)];
}

function storageLamp({ storage }: Live): Lamp {
  const ok = storage.pending === 0 && storage.code === null;
  if (ok) return { id: 'storage', level: 'ok', area: 'lamps', code: 'storage-saved', params: {} };
  const params = { n: storage.pending };
  return storage.code === null
    ? { id: 'storage', level: 'bad', area: 'lamps', code: 'storage-pending', params }
    : { id: 'storage', level: 'bad', area: 'storage', code: storage.code, params };
}

/** How bad each state of the link is. */
export const OBS_LEVEL: Readonly<Record<ObsLink, LampLevel>> = {
  off: 'off',
  connecting: 'warn',
  checking: 'warn',
  linked: 'ok',
  lost: 'bad',
  refused: 'bad',
  closing: 'bad',
};

function obsLamp({ obs }: Live): Lamp {
  return { id: 'obs', level: OBS_LEVEL[obs.link], area: 'obs', code: obs.code, params: obs.params };
}

/** What a reader that is open and well says. */
const SCANNER_READY = 'scanner-open';

/** Several readers have one lamp, and the worst of them decides it. */
function scannerLamp({ scanners }: Live): Lamp {
  const worst =
    scanners.find((s) => s.state === 'refused') ??
    scanners.find((s) => s.state === 'lost') ??
    scanners.find((s) => s.state === 'opening') ??
    // open, yet with something to say: wrong speed, half codes
    scanners.find((s) => s.code !== SCANNER_READY);
  if (worst !== undefined) {
    const level = worst.state === 'refused' || worst.state === 'lost' ? 'bad' : 'warn';
    return {
      id: 'scanner',
      level,
      area: 'scanner',
      code: worst.code,
      params: { door: worst.door, path: worst.path, ...worst.params },
    };
  }
  return scanners.length === 0
    ? { id: 'scanner', level: 'off', area: 'lamps', code: 'scanners-none', params: {} }
    : { id: 'scanner', level: 'ok', area: 'lamps', code: 'scanners-open', params: { n: scanners.length } };
}

function stageLamp({ windows, displays }: Live): Lamp {
  const stage = windows.find((w) => w.role === 'stage');
  const state = stage?.state ?? 'closed';
  const level = ({ closed: 'off', windowed: 'ok', fullscreen: 'ok', parked: 'bad' } as const)[state];
  const display = displays.find((d) => d.id === stage?.displayId);
  const params = { display: display === undefined || display.label === '' ? '?' : display.label };
  return { id: 'stage', level, area: 'lamps', code: `stage-${state}`, params };
}

function clockLamp(now: Instant, { last }: ClockState): Lamp {
  if (last === null || since(now, last.at) > CLOCK_NOTICE_MS) {
    return { id: 'clock', level: 'ok', area: 'lamps', code: 'clock-ok', params: {} };
  }
  const code = last.kind === 'step' ? 'clock-stepped' : 'clock-slept';
  return { id: 'clock', level: 'warn', area: 'lamps', code, params: { s: signedSeconds(last.ms) } };
}

/** `+3600`, `-2`; tenths below ten seconds, where they still say something. */
export function signedSeconds(ms: number): string {
  const s = Math.abs(ms) < 10_000 ? Math.round(ms / 100) / 10 : Math.round(ms / 1000);
  return `${s > 0 ? '+' : ''}${s}`;
}
