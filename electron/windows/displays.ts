import type { WindowRole } from '../../shared/contract/live';

/** What is kept of a display, to know it again after it was unplugged or the app was started anew. */
export interface DisplayKey {
  /** Stable on the same port; another port or another Electron may give another. */
  readonly id: number;
  /** The monitor's own name; empty where the system does not tell. */
  readonly label: string;
  /** In device-independent pixels of the desktop, like `x` and `y`. */
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
}

/** The part of Electron's Display that is read. */
export interface DisplayFacts {
  readonly id: number;
  readonly label: string;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export function keyOf(d: DisplayFacts): DisplayKey {
  return { id: d.id, label: d.label, width: d.bounds.width, height: d.bounds.height, x: d.bounds.x, y: d.bounds.y };
}

/** Below this a display is a stranger: size alone, or place alone, fits too many. */
const ENOUGH = 5;

/** How much a display looks like the one that is remembered; 0 when it is certainly another. */
export function likeness(key: DisplayKey, d: DisplayKey): number {
  const sameId = d.id === key.id;
  // two monitors that both tell their names, and tell different ones, are two monitors
  if (!sameId && key.label !== '' && d.label !== '' && d.label !== key.label) return 0;
  return (
    (sameId ? 8 : 0) +
    (key.label !== '' && d.label === key.label ? 6 : 0) +
    (d.width === key.width && d.height === key.height ? 3 : 0) +
    (d.x === key.x && d.y === key.y ? 2 : 0)
  );
}

/** A window that belongs on a display. */
export interface Claim {
  readonly role: WindowRole;
  readonly key: DisplayKey;
  /** Displays that it is not put on, however much they look like its own. */
  readonly not: ReadonlySet<number>;
}

/**
 * Which display each window gets, if any. The best fits are settled first, so that a window whose display is gone
 * never takes the like display of another window.
 */
export function assignDisplays(
  claims: readonly Claim[],
  displays: readonly DisplayKey[],
): ReadonlyMap<WindowRole, DisplayKey> {
  const pairs = claims.flatMap((claim) =>
    displays
      .filter((d) => !claim.not.has(d.id))
      .map((d) => ({ role: claim.role, d, score: likeness(claim.key, d) }))
      .filter((p) => p.score >= ENOUGH),
  );
  const given = new Map<WindowRole, DisplayKey>();
  const taken = new Set<number>();
  for (const { role, d } of pairs.sort((a, b) => b.score - a.score)) {
    if (given.has(role) || taken.has(d.id)) continue;
    given.set(role, d);
    taken.add(d.id);
  }
  return given;
}

/** The display that is most likely the remembered one; null when none is likely enough. */
export function pickDisplay(
  key: DisplayKey,
  displays: readonly DisplayKey[],
  taken: ReadonlySet<number>,
): DisplayKey | null {
  return assignDisplays([{ role: 'stage', key, not: taken }], displays).get('stage') ?? null;
}
