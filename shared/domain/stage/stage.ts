import type { Instant } from '../../time/time';

/** What the desk says to the stage; null when nothing is said. */
export interface StageMessage {
  readonly text: string;
  readonly at: Instant;
}
export const LONGEST_MESSAGE = 200;
