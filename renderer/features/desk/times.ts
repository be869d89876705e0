import { clockHm, signedMinutes } from '../../../shared/time/format';
import { type Duration, HOUR, type Instant, toWall, type WallInstant } from '../../../shared/time/time';
import { OPERATOR } from '../../../shared/words/operator';
import type { Speaker } from './words';

/** `08:25` of hall time in Vietnam; empty where nobody knows. */
export const hallHm = (t: Instant | null, offset: Duration): string => (t === null ? '' : wallHm(toWall(t, offset)));
export const wallHm = (t: WallInstant | null): string => (t === null ? '' : clockHm(t, 'wall'));

/** From here on two times are not late against each other but of different days. */
const FAR_MS = 12 * HOUR;

/** `+4`, `−2`, `0`: minutes against the plan, with a real minus sign; empty for the plan of another day. */
export function signed(d: Duration): string {
  if (Math.abs(d) >= FAR_MS) return '';
  const m = signedMinutes(d);
  return m > 0 ? `+${m}` : m < 0 ? `−${-m}` : '0';
}

export type Lateness = 'late' | 'early' | 'even' | 'far' | 'unknown';

/** Less than half a minute either way is on time. */
export function lateness(d: Duration | null): Lateness {
  if (d === null) return 'unknown';
  if (Math.abs(d) >= FAR_MS) return 'far';
  const m = signedMinutes(d);
  return m > 0 ? 'late' : m < 0 ? 'early' : 'even';
}

export function latenessSentence(d: Duration | null, words: Speaker): string {
  const n = d === null ? 0 : Math.abs(signedMinutes(d));
  const span =
    n < 60
      ? words.say(OPERATOR['minutes-n'], { n })
      : words.say(OPERATOR['hours-n'], { h: Math.floor(n / 60), m: n % 60 });
  return words.say(OPERATOR[`programme-${lateness(d)}`], { span });
}
