import { FIRST } from './001-first';
import type { Upgrade } from './upgrade';

/** In order; the last one is the shape that this version writes. */
export const UPGRADES: readonly Upgrade[] = [FIRST];
