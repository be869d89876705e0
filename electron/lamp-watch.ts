import type { PartCommand } from '../shared/contract/commands';
import type { Live } from '../shared/contract/live';
import type { HallState } from '../shared/domain/hall';
import { lamps } from '../shared/domain/lamps';
import type { Instant } from '../shared/time/time';

/** Lamps that are lit while the app starts are no news. */
const SETTLE_MS = 1500;

/**
 * Writes into the journal when a lamp changes its level, so that the day's record says what broke, when, and when it
 * was back. A lamp that only changes its words is not written.
 */
export function createLampWatch(record: (c: Extract<PartCommand, { type: 'lamp.change' }>) => void): {
  look(live: Live, state: HallState, now: Instant): void;
} {
  let levels: ReadonlyMap<string, string> | null = null;
  let startedAt: Instant | null = null;
  return {
    look(live, state, now) {
      startedAt ??= now;
      const lit = lamps(live, now, state.clock);
      for (const l of lit) {
        // clock and disk write their own events; a full disk could not take this one anyway
        if (levels === null || l.id === 'clock' || l.id === 'storage' || levels.get(l.id) === l.level) continue;
        if (now - startedAt < SETTLE_MS && l.level !== 'bad') continue;
        record({ type: 'lamp.change', lamp: l.id, level: l.level, code: l.code, params: l.params });
      }
      levels = new Map(lit.map((l) => [l.id, l.level]));
    },
  };
}
