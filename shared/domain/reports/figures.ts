import { dayOf, HOUR, type IsoDay, MINUTE, timeOfDayOf, type WallInstant } from '../../time/time';

/** `1.234`: thousands are set apart by a dot. */
export function wholeNumber(n: number): string {
  return String(Math.trunc(n)).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** A number of people as papers write it: at least two figures, `08`. */
export function headcount(n: number): string {
  return n >= 0 && n < 10 ? `0${n}` : wholeNumber(n);
}

/**
 * `98,1%`, one place after a decimal comma. Nearly all is never written as all, nor nearly nobody as nobody.
 * @returns null where nobody was summoned: a share of nothing is not 0%.
 */
export function percent(part: number, whole: number): string | null {
  if (whole <= 0) return null;
  let tenths = Math.round((part / whole) * 1000);
  if (part < whole) tenths = Math.min(tenths, 999);
  if (part > 0) tenths = Math.max(tenths, 1);
  const rest = tenths % 10;
  return `${wholeNumber(Math.floor(tenths / 10))}${rest === 0 ? '' : `,${rest}`}%`;
}

/** `ngày 07 tháng 02 năm 2026`: a 0 before days below 10 and before the months 1 and 2, not before 3 to 9. */
export function officialDate(day: IsoDay): string {
  const month = Number(day.slice(5, 7));
  return `ngày ${day.slice(8, 10)} tháng ${month <= 2 ? `0${month}` : month} năm ${day.slice(0, 4)}`;
}

/** `07 giờ 30 phút, ngày 07 tháng 02 năm 2026`. */
export function officialMoment(t: WallInstant): string {
  const time = timeOfDayOf(t);
  const two = (n: number): string => String(n).padStart(2, '0');
  const hour = two(Math.floor(time / HOUR));
  return `${hour} giờ ${two(Math.floor((time % HOUR) / MINUTE))} phút, ${officialDate(dayOf(t))}`;
}
