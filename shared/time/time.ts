/**
 * Time in the hall, with its unit in the type.
 *
 * - `Instant`: milliseconds since the Unix epoch on *hall time* (see electron/hall/clock.ts). Running
 *   timers store instants only.
 * - `WallInstant`: milliseconds since the epoch as the corrected wall clock says. Planned times are wall
 *   times; `toHall`/`toWall` convert with the offset the state carries.
 * - `Duration`: milliseconds.
 * - `TimeOfDay`: milliseconds since local midnight of the segment's day. It may pass 24 h for a day that
 *   runs over midnight.
 * - `IsoDay`: `YYYY-MM-DD`.
 */
declare const unit: unique symbol;
export type Instant = number & { readonly [unit]: 'instant' };
export type WallInstant = number & { readonly [unit]: 'wall' };
export type Duration = number & { readonly [unit]: 'duration' };
export type TimeOfDay = number & { readonly [unit]: 'time of day' };
export type IsoDay = string & { readonly [unit]: 'day' };

export const SECOND = 1000 as Duration;
export const MINUTE = 60_000 as Duration;
export const HOUR = 3_600_000 as Duration;
export const DAY = 86_400_000 as Duration;

/** Vietnam keeps UTC+7 all year and has no summer time, so a day always has 24 h there. */
export const VIETNAM_OFFSET = (7 * HOUR) as Duration;

export const instant = (ms: number): Instant => ms as Instant;
export const wallInstant = (ms: number): WallInstant => ms as WallInstant;
export const duration = (ms: number): Duration => ms as Duration;

/** `later - earlier`. */
export const since = (later: Instant, earlier: Instant): Duration => (later - earlier) as Duration;
export const after = (t: Instant, d: number): Instant => (t + d) as Instant;
export const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);

export const toWall = (t: Instant, wallOffset: Duration): WallInstant => (t + wallOffset) as WallInstant;
export const toHall = (t: WallInstant, wallOffset: Duration): Instant => (t - wallOffset) as Instant;

/** The wall instant of a time of day on a day in Vietnam. @throws RangeError when the day is not a real date. */
export function wallOf(day: IsoDay, time: TimeOfDay): WallInstant {
  return (Date.UTC(...ymd(day)) - VIETNAM_OFFSET + time) as WallInstant;
}

/** The day in Vietnam of a wall instant. */
export function dayOf(t: WallInstant): IsoDay {
  return new Date(t + VIETNAM_OFFSET).toISOString().slice(0, 10) as IsoDay;
}

/** The time of day in Vietnam of a wall instant, 0 to 24 h. */
export function timeOfDayOf(t: WallInstant): TimeOfDay {
  return ((((t + VIETNAM_OFFSET) % DAY) + DAY) % DAY) as TimeOfDay;
}

/** Whole days from one day to another; negative backwards. @throws RangeError when one is not a real date. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return (Date.UTC(...ymd(to)) - Date.UTC(...ymd(from))) / DAY;
}

/** @throws RangeError when the day is not a real date. */
export function addDays(day: IsoDay, days: number): IsoDay {
  return new Date(Date.UTC(...ymd(day)) + days * DAY).toISOString().slice(0, 10) as IsoDay;
}

function ymd(day: string): [number, number, number] {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const [y, mo, d] = m ? [Number(m[1]), Number(m[2]), Number(m[3])] : [NaN, NaN, NaN];
  const back = new Date(Date.UTC(y, mo - 1, d));
  if (!m || back.getUTCMonth() !== mo - 1 || back.getUTCDate() !== d) throw new RangeError(`not a day: ${day}`);
  return [y, mo - 1, d];
}

/** Whether the text is `YYYY-MM-DD` and that day exists (30/02 does not). */
export function isIsoDay(text: string): text is IsoDay {
  try {
    ymd(text);
    return true;
  } catch {
    return false;
  }
}

/** `08:25` -> time of day. @throws RangeError for anything else, `24:00` included. */
export function parseTimeOfDay(text: string): TimeOfDay {
  const m = /^(\d{2}):(\d{2})$/.exec(text);
  const h = Number(m?.[1]);
  const min = Number(m?.[2]);
  if (!m || h > 23 || min > 59) throw new RangeError(`not a time of day: ${text}`);
  return (h * HOUR + min * MINUTE) as TimeOfDay;
}
