import type { Instant } from '../../time/time';

export type DelegateId = string & { readonly __id: 'delegate' };

/** One summoned person, frozen when the event was opened so that old papers never change. */
export interface Delegate {
  readonly id: DelegateId;
  /** The organiser's own order: protocol, not alphabet. */
  readonly order: number;
  readonly name: string;
  readonly position: string;
  readonly unit: string;
  /** Every form in which a reader may send this badge: printed number, hex, QR text. */
  readonly badges: readonly string[];
}

export type ScanVerdict = 'new' | 'already' | 'unknown' | 'unreadable';
export type ScanSource = 'serial' | 'wedge' | 'manual' | 'simulated';

/** A scan as it was judged. Every scan is kept, whatever the verdict. */
export interface Scan {
  /** The journal's number of the event that holds it; also tells whether it is on disk yet. */
  readonly seq: number;
  readonly at: Instant;
  readonly door: string;
  readonly source: ScanSource;
  readonly text: string;
  readonly verdict: ScanVerdict;
  readonly delegateId: DelegateId | null;
}

/** A delegate's presence: the first scan that counted. */
export interface Presence {
  readonly seq: number;
  readonly at: Instant;
  readonly door: string;
  readonly source: ScanSource;
}

export interface AttendanceState {
  readonly delegates: readonly Delegate[];
  readonly present: Readonly<Record<DelegateId, Presence>>;
  /** The newest scans, newest first, for the panel. The journal keeps them all. */
  readonly recent: readonly Scan[];
  readonly scans: number;
}

export const NO_ATTENDANCE: AttendanceState = { delegates: [], present: {}, recent: [], scans: 0 };
export const RECENT_SCANS = 50;

/** Upper case, no blanks around, no AIM prefix (`]C1`): how badge texts are compared. */
export function badgeKey(text: string): string {
  return text
    .trim()
    .replace(/^\][A-Za-z][0-9]/, '')
    .trim()
    .toUpperCase();
}

/** Who a badge text belongs to. The roster is scanned once per call: 420 rows cost less than keeping an index true. */
export function delegateOfBadge(delegates: readonly Delegate[], text: string): Delegate | null {
  const key = badgeKey(text);
  if (key === '') return null;
  return delegates.find((d) => d.badges.some((b) => badgeKey(b) === key)) ?? null;
}

export interface UnitCount {
  readonly unit: string;
  readonly present: number;
  readonly summoned: number;
}

/** Present and summoned, persons not scans: one reading gives every number on every screen and paper. */
export function counts(a: AttendanceState): { present: number; summoned: number; units: readonly UnitCount[] } {
  const units = new Map<string, { present: number; summoned: number }>();
  let present = 0;
  for (const d of a.delegates) {
    const u = units.get(d.unit) ?? { present: 0, summoned: 0 };
    u.summoned++;
    if (a.present[d.id] !== undefined) {
      u.present++;
      present++;
    }
    units.set(d.unit, u);
  }
  return { present, summoned: a.delegates.length, units: [...units].map(([unit, n]) => ({ unit, ...n })) };
}
