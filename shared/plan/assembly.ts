import type { IsoDay, TimeOfDay } from '../time/time';
import { datesIn, weekdayIn, weekdayOf } from './dates';
import { joined, type Piece } from './lines';
import { inSession, type TimeFound, timesIn } from './times';
import type { PartForm } from './titles';
import { dayOrdinal, type Session, sessionIn } from './vocabulary';

/** An agenda item while it is put together. */
export interface Item {
  day: IsoDay | null;
  /** "Ngày thứ hai": which day of the event, where no date is given. */
  ordinal: number | null;
  session: Session | null;
  start: TimeOfDay | null;
  end: TimeOfDay | null;
  block: readonly [TimeOfDay, TimeOfDay | null] | null;
  /** Has a time of its own. */
  timed: boolean;
  /** A heading over the items of its block; it keeps the end of the block. */
  heading: boolean;
  /** Its cell begins with a bullet or a letter. */
  marked: boolean;
  title: Piece[];
  presenter: Piece[];
  time: Piece[];
}

export interface Assembly {
  readonly items: Item[];
  day: IsoDay | null;
  ordinal: number | null;
  session: Session | null;
  /** A weekday whose date has not come yet, and the items since. */
  pending: { readonly weekday: number; readonly from: number } | null;
  readonly year: number;
  /** How the words and the names of each item were parted. */
  readonly forms: { readonly item: Item; readonly said: Piece; readonly form: PartForm | null }[];
}

export const newAssembly = (year: number): Assembly => ({
  items: [],
  day: null,
  ordinal: null,
  session: null,
  pending: null,
  year,
  forms: [],
});

/** Takes over what a label or a cell says of day and session. */
export function takeDay(a: Assembly, text: string): void {
  // a cell of a day column names no word before its day
  const told = text.replace(/(^|[\s(])(\d{1,2}\s?[/.-]\s?\d{1,2})(?=\)?\s*$)/u, '$1ngày $2');
  const dates = datesIn(told, a.year).filter((d) => d.days.length > 0);
  const day = dates[0]?.days[0] ?? null;
  const session = sessionIn(text);
  const weekday = day === null && /^\s*(?:thứ\s\S+|chủ nhật)\s*[,:]?$/iu.test(text) ? weekdayIn(text) : null;
  if (weekday !== null) {
    // "Thứ Tư" over "02/12/2026": the date comes a row later
    a.pending = { weekday, from: a.items.length };
    a.day = null;
    a.ordinal = null;
    a.session = null;
    return;
  }
  const ordinal = day === null ? dayOrdinal(text) : null;
  if (day !== null) {
    if (a.pending !== null && weekdayOf(day) === a.pending.weekday)
      for (const item of a.items.slice(a.pending.from)) item.day ??= day;
    a.pending = null;
    if (day !== a.day) a.session = null;
    a.day = day;
    a.ordinal = null;
  } else if (ordinal !== null) {
    a.ordinal = ordinal;
    a.day = null;
    a.session = null;
  }
  if (session !== null) a.session = session;
}

/** A new item at the end; `time` null for one that shares the block of the item before. */
export function addItem(
  a: Assembly,
  time: TimeFound | null,
  at: readonly Piece[],
  title: readonly Piece[],
  presenter: readonly Piece[],
): Item {
  const item: Item = {
    day: a.day,
    ordinal: a.ordinal,
    session: a.session,
    start: inSession(time?.before ? null : (time?.start ?? null), a.session),
    end: inSession(time?.before ? time.start : (time?.end ?? null), a.session),
    block: null,
    timed: time !== null,
    heading: false,
    marked: false,
    title: [...title],
    presenter: [...presenter],
    time: [...at],
  };
  a.items.push(item);
  return item;
}

/** The first time in a cell, or null. */
export const timeOf = (text: string): TimeFound | null => timesIn(text.slice(0, 200))[0] ?? null;

/** Gives the items that share a time their block, once all are there. */
export function setBlocks(items: readonly Item[]): void {
  let lead: Item | null = null;
  let shared: Item[] = [];
  const close = (): void => {
    if (lead !== null && shared.length > 0 && lead.start !== null) {
      const block = [lead.start, lead.end] as const;
      for (const item of [lead, ...shared]) item.block = block;
      if (!lead.heading) lead.end = null;
    }
    shared = [];
  };
  for (const item of items) {
    if (item.timed) {
      close();
      lead = item;
    } else if (lead !== null && lead.session === item.session && lead.day === item.day) shared.push(item);
  }
  close();
}

const OPENERS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['(', ')'],
  ['«', '»'],
];

/** Whether a quote or a bracket is still open at the end. */
export function isUnclosed(text: string): boolean {
  for (const [open, close] of OPENERS) {
    let depth = 0;
    for (const c of text) {
      if (c === open) depth++;
      else if (c === close && depth > 0) depth--;
    }
    if (depth > 0) return true;
  }
  let straight = 0;
  for (const c of text) if (c === '"') straight++;
  return straight % 2 === 1;
}

/** Whether a text goes on in the next cell or line: cut in a quote, at a comma, at a small word. */
export function isCut(text: string): boolean {
  return (
    isUnclosed(text) ||
    /[,;(–-]$|(?:^|\s)(?:và|của|về|cho|với|các|là|(?<!lý |lí )do|tại|theo|trong|từ|đến|thứ|nhiệm kỳ|giai đoạn|(?<!(?:cuối|đầu|hằng|hàng|trong|cả|nửa|tròn|\d) )năm|lần)$/iu.test(
      text,
    )
  );
}

/** The words of pieces as one text. */
export const wordsOf = (pieces: readonly Piece[]): string => joined(pieces);
