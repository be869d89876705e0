import { createHash } from 'node:crypto';
import { EMPTY_HALL, type HallState } from '../../shared/domain/hall';

/** A state as it is kept. */
export interface PackedSnapshot {
  readonly revision: number;
  readonly format: string;
  readonly sha256: string;
  readonly body: string;
}

/** Raise it when `evolve` gives another meaning to the same shape; a changed shape is noticed by itself. */
const MEANING = 1;

/**
 * What a snapshot must look like to be of use to this version. A snapshot is only a saving of time: one of another
 * shape is passed over and the events are replayed.
 */
export const SNAPSHOT_FORMAT = `${MEANING}:${shapeOf(EMPTY_HALL)}`;

export function packSnapshot(state: HallState): PackedSnapshot {
  const body = JSON.stringify(state);
  return { revision: state.revision, format: SNAPSHOT_FORMAT, sha256: sha256(body), body };
}

/** The state, or null for anything that is not whole, not ours or of another shape. Never throws. */
export function unpackSnapshot(packed: PackedSnapshot): HallState | null {
  if (packed.format !== SNAPSHOT_FORMAT || sha256(packed.body) !== packed.sha256) return null;
  try {
    const state: unknown = JSON.parse(packed.body);
    return isHallState(state) && state.revision === packed.revision ? state : null;
  } catch {
    return null; // a body that matches its own checksum and is no JSON was never one of ours
  }
}

function isHallState(value: unknown): value is HallState {
  if (typeof value !== 'object' || value === null) return false;
  const whole: Record<string, unknown> = { ...value };
  return Object.entries(EMPTY_HALL).every(
    ([key, empty]) => key in whole && (empty === null || typeof whole[key] === typeof empty),
  );
}

/** The names in an object, two levels deep; deeper ones are keyed by data. */
function shapeOf(value: object): string {
  return Object.entries(value)
    .map(([key, inner]) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? `${key}(${Object.keys(inner)})` : key,
    )
    .join();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
