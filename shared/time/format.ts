import { DAY, type Duration, HOUR, type IsoDay, MINUTE, type TimeOfDay, timeOfDayOf, type WallInstant } from './time';

const two = (n: number): string => String(n).padStart(2, '0');

/** `08:25`; a day that runs over midnight goes on with 00:10, never 24:10, and the evening before it is 23:50. */
export function clockHm(t: TimeOfDay | WallInstant, kind: 'time of day' | 'wall' = 'time of day'): string {
  const ms = kind === 'wall' ? timeOfDayOf(t as WallInstant) : t;
  const min = Math.floor((((ms % DAY) + DAY) % DAY) / MINUTE);
  return `${two(Math.floor(min / 60))}:${two(min % 60)}`;
}

/** `08:25:07` of a wall instant, in Vietnam. */
export function clockHms(t: WallInstant): string {
  const s = Math.floor(timeOfDayOf(t) / 1000);
  return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

/** `07/02/2026`. */
export function dayDmy(day: IsoDay): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/**
 * The countdown's figure. A remaining time is rounded up, so that 40:00 stands for its whole first second
 * and 00:00 appears at the moment the time is over; overtime counts up from -00:01.
 * `1:05:00` from an hour on, `05:00` below.
 */
export function countdown(remaining: Duration): string {
  const s = Math.ceil(remaining / 1000);
  const a = Math.abs(s);
  const h = Math.floor(a / 3600);
  const body = `${two(Math.floor(a / 60) % 60)}:${two(a % 60)}`;
  return `${s < 0 ? '-' : ''}${h > 0 ? `${h}:` : ''}${body}`;
}

/** Time gone, rounded down: `00:00` for its whole first second. */
export function elapsedFigure(elapsed: Duration): string {
  return countdown((Math.floor(Math.max(0, elapsed) / 1000) * 1000) as Duration);
}

/** `+5 min`, `-12 min`, `0 min` are for words; this gives the signed minutes, rounded to the nearest. */
export function signedMinutes(d: Duration): number {
  const m = Math.round(d / MINUTE);
  return m === 0 ? 0 : m;
}

/** `2 h 05` or `45 min` style lengths: hours and minutes as numbers, for words to place. */
export function hoursMinutes(d: Duration): { hours: number; minutes: number } {
  const m = Math.round(d / MINUTE);
  return { hours: Math.floor(m / (HOUR / MINUTE)), minutes: m % 60 };
}
