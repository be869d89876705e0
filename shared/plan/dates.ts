import { addDays, daysBetween, type IsoDay, isIsoDay } from '../time/time';

/** One date expression. Places count from the begin of the text that was searched. */
export interface DateFound {
  readonly from: number;
  readonly to: number;
  /** Days it names that exist, a range spelt out. */
  readonly days: readonly IsoDay[];
  /** As written, where it does not exist. */
  readonly impossible: readonly string[];
  /** The year was not written; `days` then hold the year that was given to the search. */
  readonly yearAssumed: boolean;
  /** 0 Sunday to 6, as the document says beside it. */
  readonly weekday: number | null;
  /** "ngày … tháng … năm 2026". */
  readonly blank: boolean;
}

interface Atom {
  from: number;
  readonly to: number;
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
}

const SLASHED =
  /(\d{1,2})\s{0,2}([/.\-–])\s{0,2}(\d{1,2})\s{0,2}\2\s{0,2}(\d{4})(?!\d)|(\d{4})-(\d{2})-(\d{2})(?!\d)/gu;
const WORDED =
  /(?:ngày|mùng|mồng|ngày\s{1,3}m[ùồ]ng|hôm)\s{1,3}(\d{1,2})\s{1,3}tháng\s{1,3}(\d{1,2})(?:\s{0,3},?\s{0,2}năm\s{1,3}(\d{4})(?!\d)|\s?\/\s?(\d{4})(?!\d))?/giu;
/** "Ngày tổ chức: 30 tháng 6 năm 2026" */
const NAMED =
  /(?<![\d/.-]|ngày\s{1,3}|mùng\s|mồng\s|và\s|đến\s|[-–,]\s)(\d{1,2})\s{1,2}tháng\s{1,2}(\d{1,2})\s{1,2}năm\s{1,2}(\d{4})(?!\d)/giu;
/** "07 và 08 tháng 02 năm 2026" names the word "ngày" once, far before. */
const FAR =
  /(?<=(?:và|đến|-|–|,)\s{0,2})(\d{1,2})\s{1,2}tháng\s{1,2}(\d{1,2})(?:\s{0,2}(?:,\s?)?năm\s{1,2}(\d{4})(?!\d)|\s?\/\s?(\d{4}))?/giu;
/** "ngày 18 tháng Tư năm 2027" */
const MONTH_WORD =
  /(?:ngày|mùng|mồng|hôm)\s{1,3}(\d{1,2})\s{1,3}tháng\s{1,3}(giêng|một|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười một|mười hai|mười|chạp)(?!\p{L})(?:\s{0,3},?\s{0,2}năm\s{1,3}(\d{4})(?!\d))?/giu;
const MONTHS: readonly string[] = [
  'giêng',
  'hai',
  'ba',
  'tư',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
  'mười',
  'mười một',
  'mười hai',
];
const SHORT =
  /(?:(?:ngày|mùng|mồng|sáng|chiều|tối|trưa|bảy|hai|ba|tư|năm|sáu|nhật|và|đến|hôm|trước)\s{0,2},?\s{0,2}\(?|\()(\d{1,2})\s?[/.-]\s?(\d{1,2})(?![\d]|\s?[/.\-–]\s?\d|\s?[hH%]|\s?giờ)/giu;
const BLANK =
  /ngày(?:[\s.…_]{0,60}\d{0,2}[\s.…_]{0,30}?)tháng[\s.…_]{0,60}(?:\d{1,2})?[\s.…_]{0,40}năm[\s.…_]{0,40}(\d{4}|\d{2,3}[.…_]{1,6})?|(?:\.{2,20}|…{1,9}|_{2,20})\s?\/\s?(?:\.{2,20}|…{1,9}|_{2,20}|\d{1,2})\s?\/\s?(?:\d{4}|20|\.{2,}|…|_{2,})/giu;
const BEFORE =
  /(?:(?:từ\s+)?ngày\s+)?(?:từ\s+)?(?<![\d/.:hHgG]|giờ\s?|thứ\s{0,2})(\d{1,2})(?:\s?[/.]\s?(\d{1,2}))?\s{0,2}(?:\([^()]{0,20}\)\s?)?(và|đến hết|đến|tới|-|–|—|,|&)\s{0,2}(?:(?:hết\s+)?(?:ngày\s+)?)$/iu;
const WEEKDAYS: readonly (readonly [RegExp, number])[] = [
  [/^(?:hai|2)/i, 1],
  [/^(?:ba|3)/i, 2],
  [/^(?:tư|4)/i, 3],
  [/^(?:năm|5)/i, 4],
  [/^(?:sáu|6)/i, 5],
  [/^(?:bảy|bẩy|7)/i, 6],
];
const WEEKDAY = /(?:thứ\s{0,2}(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7](?!\d))|(chủ\s{1,2}nhật|\bCN\b))(?!\p{L})/iu;

/** Dates in a short text (a paragraph or a line). `year` stands in where none is written. */
export function datesIn(text: string, year: number): readonly DateFound[] {
  const atoms = atomsIn(text);
  const found: DateFound[] = [];
  for (const atom of atoms) {
    const chain: { atom: Atom; link: string }[] = [{ atom, link: '' }];
    for (let turn = 0; turn < 5; turn++) {
      const head = chain[0]?.atom ?? atom;
      const back = text.slice(Math.max(0, head.from - 40), head.from);
      const stripped = back.replace(/(?:(?:sáng|chiều|tối)\s+)?ngày\s+$/iu, '');
      const m = BEFORE.exec(stripped);
      if (!m || Number(m[1]) > 31 || Number(m[1]) < 1) break;
      // "Ngày 2 – 21/11": the second day of the event
      if (/^ngày\s[1-5]\s?[-–—]\s/iu.test(stripped) && back.length === head.from && head.day - Number(m[1]) > 7) break;
      const from = head.from - back.length + m.index;
      const prior = {
        from,
        to: head.from,
        day: Number(m[1]),
        month: m[2] === undefined ? null : Number(m[2]),
        year: null,
      };
      const first = chain[0];
      if (first !== undefined) chain[0] = { atom: first.atom, link: m[3] ?? ',' };
      chain.unshift({ atom: prior, link: '' });
    }
    found.push(dateOf(chain, text, year));
  }
  const written = [...found];
  let next = 0;
  for (const m of text.matchAll(BLANK)) {
    // both go forward, so that a long line of dates costs no more than its length
    while (next < written.length && (written[next]?.to ?? 0) <= m.index) next++;
    const other = written[next];
    if (other !== undefined && other.from < m.index + m[0].length) continue;
    if (/ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*(?:năm|$)/iu.test(m[0])) continue;
    found.push({
      from: m.index,
      to: m.index + m[0].trimEnd().length,
      days: [],
      impossible: [],
      yearAssumed: false,
      weekday: null,
      blank: true,
    });
  }
  found.sort((a, b) => a.from - b.from);
  spanned(found, text);
  // a date that a longer expression holds already is not told twice
  return found.filter((f, i) => {
    const next = found[i + 1];
    const prior = found[i - 1];
    return (
      !(next !== undefined && next.from <= f.from && next.to >= f.to) &&
      !(prior !== undefined && prior.from <= f.from && prior.to >= f.to)
    );
  });
}

function atomsIn(text: string): readonly Atom[] {
  const atoms: Atom[] = [];
  const put = (m: RegExpExecArray, day?: string, month?: string | number, year?: string): void => {
    const y = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
    atoms.push({ from: m.index, to: m.index + m[0].length, day: Number(day), month: Number(month), year: y });
  };
  for (const m of text.matchAll(SLASHED)) {
    const prior = text.charAt(m.index - 1);
    if (
      /[\d\p{L}]/u.test(prior) ||
      (/[/.,-]/.test(prior) && !(prior === '-' && m[2] === '/') && /\d/.test(text.charAt(m.index - 2)))
    )
      continue;
    if (m[5] !== undefined) put(m, m[7], m[6], m[5]);
    else put(m, m[1], m[3], m[4]);
  }
  for (const pattern of [WORDED, NAMED, FAR]) for (const m of text.matchAll(pattern)) put(m, m[1], m[2], m[3] ?? m[4]);
  for (const m of text.matchAll(MONTH_WORD)) {
    const word = (m[2] ?? '').toLowerCase().replace('bẩy', 'bảy').replace('chạp', 'mười hai');
    put(m, m[1], word === 'một' ? 1 : MONTHS.indexOf(word) + 1, m[3]);
  }
  for (const m of text.matchAll(SHORT)) {
    const from = m.index + m[0].search(/\d/);
    const month = Number(m[2]);
    if (month < 1 || month > 12 || Number(m[1]) < 1 || Number(m[1]) > 31) continue;
    if (m[0].startsWith('(') && !/^\s?[),]/.test(text.slice(m.index + m[0].length))) continue;
    if (/[-]/.test(m[0].slice(m[0].search(/\d/)))) continue;
    atoms.push({ from, to: m.index + m[0].length, day: Number(m[1]), month, year: null });
  }
  for (const m of text.matchAll(/(?<![\d/.])(\d{1,2})\/(\d{1,2})\/(\d{2})(?![\d/])/gu))
    if (Number(m[2]) <= 12) put(m, m[1], m[2], m[3]);
  atoms.sort((a, b) => a.from - b.from);
  return atoms.filter((a) => !isLunar(text, a));
}

/** "tức ngày 10 tháng 7 năm Bính Ngọ" is the same day in the other calendar. */
function isLunar(text: string, atom: Atom): boolean {
  if (/tức\s+(?:là\s+)?(?:ngày\s+|mùng\s+|mồng\s+)?$/iu.test(text.slice(Math.max(0, atom.from - 20), atom.from)))
    return true;
  return /^\s*,?\s*(?:năm\s+)?\(?(?:âm lịch|[AÂ]L(?!\p{L})|(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)\s\p{Lu})/u.test(
    text.slice(atom.to, atom.to + 30),
  );
}

function dateOf(
  chain: readonly { readonly atom: Atom; readonly link: string }[],
  text: string,
  year: number,
): DateFound {
  const last = chain[chain.length - 1]?.atom;
  const first = chain[0]?.atom;
  const y = last?.year ?? year;
  const days: IsoDay[] = [];
  const impossible: string[] = [];
  for (const { atom, link } of chain) {
    const month = atom.month ?? last?.month ?? 0;
    const day = isoDay(atom.year ?? y, month, atom.day);
    if (day === null) {
      impossible.push(`${atom.day}/${month}${last?.year == null ? '' : `/${y}`}`);
      continue;
    }
    const prior = days[days.length - 1];
    if (prior !== undefined && /đến|tới|[-–—]/u.test(link)) {
      const span = daysBetween(prior, day);
      for (let d = 1; d < span && span <= 14; d++) days.push(addDays(prior, d));
    }
    if (!days.includes(day)) days.push(day);
  }
  const from = first?.from ?? 0;
  const to = last?.to ?? 0;
  const written =
    chain.length === 1 && impossible.length === 1 ? [text.slice(from, to).replace(/^ngày\s+/iu, '')] : impossible;
  return {
    from,
    to,
    days,
    impossible: written,
    yearAssumed: last?.year == null,
    weekday: weekdayBeside(text, from, to),
    blank: false,
  };
}

/** The day in `YYYY-MM-DD`, or null where it does not exist or the year is out of reason. */
export function isoDay(year: number, month: number, day: number): IsoDay | null {
  if (year < 1800 || year > 2200) return null;
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDay(text) ? text : null;
}

/** The weekday in a text: 0 Sunday to 6; null where it names none. */
export function weekdayIn(text: string): number | null {
  const m = WEEKDAY.exec(text);
  if (!m) return null;
  if (m[2] !== undefined) return 0;
  for (const [pattern, day] of WEEKDAYS) if (pattern.test(m[1] ?? '')) return day;
  return null;
}

function weekdayBeside(text: string, from: number, to: number): number | null {
  const before =
    /(?:thứ\s{0,2}(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s{1,2}nhật)\s{0,2}[,(]?\s{0,2}(?:ngày\s{0,2})?\(?(?:ngày\s{0,2})?$/iu.exec(
      text.slice(Math.max(0, from - 30), from),
    );
  if (before) return weekdayIn(before[0]);
  const behind =
    /^\s{0,2}[,(–-]?\s{0,2}(?:(?:tức|là|nhằm|vào|sáng|chiều|tối|buổi|cả ngày)\s{1,2}){0,2}(?:thứ\s{0,2}(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7](?!\d))|chủ\s{1,2}nhật)/iu.exec(
      text.slice(to, to + 40),
    );
  return behind ? weekdayIn(behind[0]) : null;
}

/** 0 Sunday to 6. */
export const weekdayOf = (day: IsoDay): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const UNTIL =
  /^\s*(?:\([^()]{0,24}\)\s*)?(?:đến hết|đến|tới|[-–—])\s*(?:hết\s+)?(?:\d{1,2}\s?(?:[hg:]|giờ)\s?\d{0,2}['’′]?,?\s*(?:phút\s*)?)?(?:ngày\s*)?$/iu;

/** "từ ngày 12/3/2026 đến ngày 14/3/2026": the days between two that are both written in full, up to two weeks. */
function spanned(found: DateFound[], text: string): void {
  for (let k = found.length - 2; k >= 0; k--) {
    const [first, second] = [found[k], found[k + 1]];
    const [from, to] = [first?.days[0], second?.days[0]];
    if (first === undefined || second === undefined || from === undefined || to === undefined) continue;
    if (first.days.length !== 1 || second.days.length !== 1 || second.from - first.to > 40) continue;
    const span = daysBetween(from, to);
    if (span < 1 || span > 14 || !UNTIL.test(text.slice(first.to, second.from))) continue;
    const days = Array.from({ length: span + 1 }, (_, d) => addDays(from, d));
    found.splice(k, 2, { ...first, to: second.to, days, weekday: null });
  }
}
