import { LAMPS } from '../../../shared/words/lamps';
import { OBS } from '../../../shared/words/obs';
import { PAPERS } from '../../../shared/words/papers';
import { REFUSALS } from '../../../shared/words/refusals';
import { SCANNER } from '../../../shared/words/scanner';
import { STORAGE } from '../../../shared/words/storage';
import { WINDOWS } from '../../../shared/words/windows';
import type { Words } from '../../../shared/words/words';

/** The words of each part that reports codes; a lamp names its area. */
export const AREAS = {
  lamps: LAMPS,
  storage: STORAGE,
  obs: OBS,
  scanner: SCANNER,
} as const satisfies Record<string, Words>;

/** A refusal may come from any part; where two use the same code, the hall's own sentence wins. */
const EVERY: Words = { ...WINDOWS, ...PAPERS, ...STORAGE, ...OBS, ...AREAS.scanner, ...REFUSALS };
export const refusalWords = (): Words => EVERY;
