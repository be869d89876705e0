import { DAY, HOUR, type IsoDay, isIsoDay, MINUTE, type TimeOfDay } from '../../shared/time/time';

/** What a person typed into a field: a value, nothing, or something that is neither. */
export type Typed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };
const BAD = { ok: false } as const;

/** `08:25`, `8h25`, `8 giờ 25`, `8g`, `0825`; empty is null. Up to 48 h, for a day that runs over midnight. */
export function typedTime(text: string): Typed<TimeOfDay | null> {
  const t = text.trim().toLowerCase();
  if (t === '') return { ok: true, value: null };
  const m = /^(\d{1,2})\s*(?::|h|g|giờ|\.)\s*(\d{1,2})?\s*(?:phút|p)?$/.exec(t) ?? /^(\d{1,2})(\d{2})$/.exec(t);
  if (m === null) return BAD;
  const value = Number(m[1]) * HOUR + Number(m[2] ?? 0) * MINUTE;
  return Number(m[2] ?? 0) > 59 || value > 2 * DAY ? BAD : { ok: true, value: value as TimeOfDay };
}

/** `7/2/2026`, `07-02-2026`, `07.02.2026` as a real day. */
export function typedDay(text: string): Typed<IsoDay> {
  const m = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const day = `${m?.[3] ?? ''}-${(m?.[2] ?? '').padStart(2, '0')}-${(m?.[1] ?? '').padStart(2, '0')}`;
  return isIsoDay(day) ? { ok: true, value: day } : BAD;
}

/** Days with commas between them, in their order, none twice; at least one. */
export function typedDays(text: string): Typed<readonly IsoDay[]> {
  const days: IsoDay[] = [];
  for (const part of text.split(/[,;]+/).filter((p) => p.trim() !== '')) {
    const day = typedDay(part);
    if (!day.ok) return BAD;
    days.push(day.value);
  }
  return days.length === 0 ? BAD : { ok: true, value: [...new Set(days)].sort() };
}

/** A count from 0 up, points and blanks between thousands allowed; empty is null. */
export function typedCount(text: string): Typed<number | null> {
  const t = text.replace(/[\s.]/g, '');
  if (t === '') return { ok: true, value: null };
  return /^\d{1,7}$/.test(t) ? { ok: true, value: Number(t) } : BAD;
}
