import { HOUR, MINUTE, type TimeOfDay } from '../time/time';

/** A time or a range of times as it is written; places count from the begin of the text that was searched. */
export interface TimeFound {
  readonly from: number;
  readonly to: number;
  /** Null for "Đến 9h00". */
  readonly start: TimeOfDay | null;
  readonly end: TimeOfDay | null;
  /** "Trước 7h30": a limit, not a begin. */
  readonly before: boolean;
}

interface Clock {
  readonly from: number;
  readonly to: number;
  readonly hour: number;
  readonly minute: number;
  /** A word beside it says in which half of the day it is. */
  readonly fixed: boolean;
  /** The end of the text that was looked at behind it. */
  readonly head: number | null;
}

const CLOCK =
  /(\d{1,2})\s{0,2}(?:(?:giờ|GIỜ|Giờ)(?:\s{0,2}([0-5]\d|[0-9](?=\s?(?:phút|['’′`´])))(?!\d|[/.,]\d))?|[hH](?:[:.]?\s?([0-5][\dOo]|[Oo]{2})(?![\d]|[/]\d)(?=\p{Lu}\p{Ll}|))?(?!\d|(?![pP](?!\p{L}))(?!(?<=\d)\p{Lu}\p{Ll})\p{L})|[gG]\s?([0-5]\d)(?!\d)|[gG](?![\p{L}\d])|\s?:\s?([0-5]\d)(?!\d))(?:\s{0,2}(?:phút(?!\p{L})|[pP](?!\p{L})|['’′`´‘]{1,2}))?/gu;
/** "07.00 - 07.30": a point parts hours from minutes only in a whole range, or in a time that stands alone. */
const DOTTED =
  /(?<![\d./,:\p{L}])(\d{1,2})\.([0-5]\d)(\s{0,3}(?:[-–—÷]|đến)\s{0,3})(\d{1,2})\.([0-5]\d)(?![\d/%]|\.\d|\s?%)/gu;
const DOTTED_LED =
  /(?:trước|lúc|hồi|vào|từ|đến|nhất)\s+(\d{1,2})\.([0-5]\d)(?=,?\s+(?:ngày|thứ|sáng|chiều|tối|chủ nhật)(?!\p{L}))/giu;
const DOTTED_ALONE = /^(?:(?:từ|lúc|hồi|đến)\s+)?(\d{2})\.([0-5]\d)$/iu;
const HALF = /^\s{0,2}\(?(sáng|chiều|tối|trưa|am|pm)(?!\p{L})/iu;
const BRIDGE =
  /^[\s\u2028]*(?:phút)?[\s\u2028]*(?:[-–—‐‑−~÷→]{1,2}>?|đến|tới|Đến|ĐẾN)[\s\u2028]*(?:đến[\s\u2028]+|khoảng[\s\u2028]+)?$/u;
const TAIL_DASH = /^\s*[-–—]\s*(?=$|[:.;,)\u2028]|\.{2,}|…|_)(?:\.{2,}|…|_+)?/u;
const HEAD_NUMBER = /(?:^|[^\d/.,\p{L}-])(\d{1,2})[\s\u2028]*(?:[-–—]|đến)[\s\u2028]*$/u;
const LEAD =
  /(?:^|[^\p{L}])((?:vào\s+)?(?:từ|lúc|hồi|khoảng|bắt đầu từ|đúng|vào)(?:\s+khoảng|\s+lúc)?|đến|tới|trước|chậm nhất(?:\s+là)?(?:\s+lúc|\s+vào)?)\s*:?\s*$/iu;
const OPEN_LEAD = /(?:\.{2,}|…|_{2,})\s*[-–—]\s*$/u;
const DURATION =
  /(?:trong|kéo dài|thời lượng|sau|mỗi|cách nhau|ít nhất|tối đa|tổng số|không quá)(?:\s+vòng|\s+khoảng|\s+thời gian)?\s*$/iu;

/** Times of day in a short text (a line, a cell). Linear in its length. Year ranges, lengths and numbers are not times. */
export function timesIn(text: string): readonly TimeFound[] {
  const clocks = clocksIn(text);
  const found: TimeFound[] = [];
  for (let i = 0; i < clocks.length; i++) {
    const first = clocks[i];
    if (first === undefined) continue;
    const second = clocks[i + 1];
    const before = text.slice(Math.max(0, first.from - 24), first.from);
    const lead = LEAD.exec(before);
    const word = lead?.[1]?.toLowerCase() ?? '';
    const from =
      lead?.[1] === undefined ? first.from : first.from - (before.length - lead.index) + lead[0].indexOf(lead[1]);
    if (
      second !== undefined &&
      first.head === null &&
      BRIDGE.test(text.slice(first.to, second.from).slice(0, 24)) &&
      second.from - first.to <= 24
    ) {
      const [a, b] = inOrder(first, second);
      found.push({ from, to: second.to, start: a, end: b, before: false });
      i++;
      continue;
    }
    if (first.head !== null) {
      const head = HEAD_NUMBER.exec(before)?.[0] ?? '';
      const start = (first.head * HOUR) as TimeOfDay;
      found.push({
        from: first.from - head.trimStart().length,
        to: first.to,
        start,
        end: moment(first),
        before: false,
      });
      continue;
    }
    const tail = TAIL_DASH.exec(text.slice(first.to, first.to + 24));
    const to = first.to + (tail?.[0].trimEnd().length ?? 0);
    if (word === 'đến' || word === 'tới' || OPEN_LEAD.test(before))
      found.push({ from, to, start: null, end: moment(first), before: false });
    else found.push({ from, to, start: moment(first), end: null, before: word === 'trước' || word.startsWith('chậm') });
  }
  return found;
}

const moment = (c: Clock): TimeOfDay => (c.hour * HOUR + c.minute * MINUTE) as TimeOfDay;

/** "2h00 - 4h00 chiều": the half named behind the second holds for both, where that keeps them in order. */
function inOrder(a: Clock, b: Clock): [TimeOfDay, TimeOfDay] {
  const start = moment(a);
  const end = moment(b);
  if (b.fixed && !a.fixed && b.hour >= 12 && start + 12 * HOUR < end) return [(start + 12 * HOUR) as TimeOfDay, end];
  return [start, end];
}

function clocksIn(text: string): readonly Clock[] {
  const clocks: Clock[] = [];
  CLOCK.lastIndex = 0;
  for (let m = CLOCK.exec(text); m !== null; m = CLOCK.exec(text)) {
    const at = m.index;
    const prior = text.charAt(at - 1);
    // what is no time may hold the hour of the next: "năm 2027: 13h55"
    const behindDigits = at + (m[1]?.length ?? 1);
    // digits that continue a number, a date or a code are no hour
    if ((prior !== '' && /[\d\p{L}_]/u.test(prior)) || (/[/.,:]/.test(prior) && /[\d]/.test(text.charAt(at - 2)))) {
      CLOCK.lastIndex = behindDigits;
      continue;
    }
    let hour = Number(m[1]);
    const minutes = m[2] ?? m[3] ?? m[4] ?? m[5];
    const minute = minutes === undefined ? 0 : Number(minutes.replace(/[Oo]/g, '0'));
    if (hour > 24 || (hour === 24 && minute > 0)) {
      CLOCK.lastIndex = behindDigits;
      continue;
    }
    const before = text.slice(Math.max(0, at - 28), at);
    if (minutes === undefined && DURATION.test(before)) continue;
    const bare = minutes === undefined && /[gG]\s*$/.test(m[0]);
    if (
      bare &&
      !/(?:lúc|từ|đến|trước|hồi|[-–—])\s*$/iu.test(before) &&
      !/^\s*(?:,?\s*(?:ngày|sáng|chiều|tối|thứ)(?!\p{L})|[-–—]\s*\d|đến\s|[:;])/iu.test(
        text.slice(at + m[0].length, at + m[0].length + 10),
      )
    )
      continue;
    const to = at + m[0].trimEnd().length;
    const half = HALF.exec(text.slice(to, to + 12));
    const word = half?.[1]?.toLowerCase();
    if (word !== undefined && /chiều|tối|pm/.test(word) && hour < 12) hour += 12;
    const head = HEAD_NUMBER.exec(before);
    const number = head === null ? Number.NaN : Number(head[1]);
    const open =
      head !== null &&
      number * 60 < hour * 60 + minute &&
      number >= 5 - (hour < 12 ? 4 : 0) &&
      !/(?:ngày|số|tháng|phòng|tầng)\s*\d{1,2}\s*(?:[-–—]|đến)\s*$/iu.test(before);
    const shown = word !== undefined && half !== null && /am|pm/.test(word) ? to + half[0].length : to;
    clocks.push({ from: at, to: shown, hour, minute, fixed: word !== undefined, head: open ? number : null });
  }
  return text.includes('.') ? withDotted(text, clocks) : clocks;
}

function withDotted(text: string, clocks: readonly Clock[]): readonly Clock[] {
  const more: Clock[] = [];
  const put = (from: number, hour: string | undefined, minute: string | undefined): void => {
    const written = `${hour}.${minute}`;
    more.push({
      from,
      to: from + written.length,
      hour: Number(hour),
      minute: Number(minute),
      fixed: false,
      head: null,
    });
  };
  for (const m of text.matchAll(DOTTED)) {
    const [whole, h1, m1, , h2, m2] = m;
    const [begin, end] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)];
    if (begin >= end || end > 24 * 60 || begin < 5 * 60) continue;
    put(m.index, h1, m1);
    put(m.index + whole.length - `${h2}.${m2}`.length, h2, m2);
  }
  for (const m of text.matchAll(DOTTED_LED))
    if (Number(m[1]) < 24) put(m.index + m[0].length - `${m[1]}.${m[2]}`.length, m[1], m[2]);
  for (const m of text.matchAll(/[([](\d{2})\.([0-5]\d)[)\]]/gu))
    if (Number(m[1]) >= 5 && Number(m[1]) < 24) put(m.index + 1, m[1], m[2]);
  const begun = /^\s*(?:(?:từ|lúc|đến|(?:sáng|chiều|tối)\s?:)\s+)?(\d{2})\.([0-5]\d)(?=\s*:\s)/iu.exec(text);
  if (begun !== null && Number(begun[1]) >= 5 && Number(begun[1]) < 24) put(begun[0].length - 5, begun[1], begun[2]);
  const alone = DOTTED_ALONE.exec(text.trim());
  if (alone !== null && Number(alone[1]) >= 5 && Number(alone[1]) < 24)
    put(text.indexOf(`${alone[1]}.${alone[2]}`), alone[1], alone[2]);
  if (more.length === 0) return clocks;
  return [...clocks, ...more].sort((a, b) => a.from - b.from);
}

/** In an afternoon or evening that the document names, hours below 7 (12 in the evening) are meant as the later ones. */
export function inSession(
  time: TimeOfDay | null,
  session: 'morning' | 'afternoon' | 'evening' | null,
): TimeOfDay | null {
  if (time === null) return null;
  if (session === 'afternoon' && time < 7 * HOUR) return (time + 12 * HOUR) as TimeOfDay;
  if (session === 'evening' && time >= 5 * HOUR && time < 12 * HOUR) return (time + 12 * HOUR) as TimeOfDay;
  return time;
}

/** `HH:MM`. */
export function clockText(time: TimeOfDay): string {
  const minutes = Math.floor(time / MINUTE);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
