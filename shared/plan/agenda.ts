import type { IsoDay } from '../time/time';
import { cellLineTables } from './agenda-cells';
import { isAgendaHeading, proseAgendas } from './agenda-prose';
import { readTable, type TableAgenda } from './agenda-table';
import { untimedAgenda } from './agenda-untimed';
import { type Item, wordsOf } from './assembly';
import type { PlanDocument } from './document';
import { type Due, duesOf } from './dues';
import { flattenedTables, type Grid, tablesOf } from './grids';
import { readHeading } from './heading';
import { isNumberedHeading, isUpper, type Line, lower, type Piece } from './lines';
import type { NormalText } from './normal';
import { isDutySection, type Section } from './sections';
import { spacedTables } from './spaced-tables';
import { dayOfHeading, evidence, isDayOrSession, namesDuties } from './vocabulary';

/** One programme of the document. */
export interface Agenda {
  readonly items: readonly Item[];
  readonly from: number;
  readonly to: number;
  readonly unread: readonly Piece[];
}

export interface Agendas {
  /** In the order of the document, without doubles. */
  readonly agendas: readonly Agenda[];
  /** Programmes that repeat one of them, with the one they repeat. */
  readonly doubles: readonly { readonly of: Agenda; readonly again: Agenda }[];
  /** Stretches that hold tables or lists with times, taken or not: what stands there is no running text. */
  readonly held: readonly { readonly from: number; readonly to: number }[];
  /** Rows of tables that say until when somebody has to have done what. */
  readonly dues: readonly Due[];
  /** Days that labels and cells of the programme name. */
  readonly days: readonly IsoDay[];
}

interface Candidate extends Agenda {
  readonly score: number;
  readonly timed: number;
  /** Says how long, not when; taken as items without a time where it is beyond doubt a programme. */
  readonly untimed: boolean;
}

/** Finds the programmes of a document and puts their items together. */
export function findAgendas(
  doc: PlanDocument,
  normal: NormalText,
  lines: readonly Line[],
  sections: readonly Section[],
  year: number,
): Agendas {
  const held: { from: number; to: number }[] = [];
  const dues: Due[] = [];
  const candidates: Candidate[] = [];
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((lines[mid]?.to ?? 0) <= offset) low = mid + 1;
      else high = mid;
    }
    return low;
  };
  // a document that calls itself a programme holds one, whatever its items are called
  const programme = readHeading(lines).kind === 'programme' ? 2 : 0;
  const takeTable = (grid: Grid): boolean => {
    const at = lineAt(grid.from);
    const heading = headingAbove(lines, at);
    const table = readTable(grid, year, labelAbove(lines, at));
    const items = table.assembly.items;
    const timed = items.filter((t) => t.timed && (t.start !== null || t.end !== null)).length;
    let score = weigh(items, heading, sections[at] ?? []) + programme + (table.columns.named ? 1 : 0);
    if (table.columns.dueTimes) score -= 6;
    // who is on duty when
    if (table.columns.heads.some((h) => /(?:^|\s)trực(?!\s(?:tiếp|tuyến))|^ca(?:\s|$)/u.test(h))) score -= 6;
    if (/nhiệm vụ|công việc/u.test(table.columns.heads.join(' ')) && !isAgendaHeading(heading)) score -= 2;
    const agenda = {
      items,
      from: grid.from,
      to: grid.to,
      unread: table.unread,
      score,
      timed,
      untimed: timed === 0 && items.length >= 3 && isTimetable(table, score),
    };
    candidates.push(agenda);
    held.push({ from: grid.from, to: grid.to });
    dues.push(...duesOf(grid, table.columns));
    return timed > 0;
  };
  for (const grid of tablesOf(doc, normal)) takeTable(grid);
  const inFile = covered(lines, held);
  for (const grid of flattenedTables(normal.text, lines, (l) => !inFile.has(l))) takeTable(grid);
  const tabbed = covered(lines, held);
  for (const grid of spacedTables(normal.text, lines, (l) => !tabbed.has(l))) takeTable(grid);
  const flat = covered(lines, held);
  for (const grid of cellLineTables(normal.text, lines, (l) => !flat.has(l))) takeTable(grid);
  const cells = covered(lines, held);
  for (const prose of proseAgendas(
    normal.text,
    lines,
    (l) => !cells.has(l),
    year,
    (i) => labelAbove(lines, lineAt(i)),
    (i) => (sections[lineAt(i)] ?? []).join(' '),
  )) {
    const items = prose.assembly.items;
    const timed = items.filter((t) => t.timed).length;
    const heading = headingAbove(lines, lineAt(prose.from));
    const announced = isAgendaHeading(heading);
    if (timed < 2 && !(announced && items.length >= 2)) continue;
    candidates.push({
      items,
      from: prose.from,
      to: prose.to,
      unread: prose.unread,
      score: weigh(items, heading, sections[lineAt(prose.from)] ?? []) + programme,
      timed,
      untimed: false,
    });
    held.push({ from: prose.from, to: prose.to });
  }
  if (!candidates.some((c) => c.timed > 0 && c.score > 0)) {
    const prosed = covered(lines, held);
    const counted = untimedAgenda(lines, (l) => !prosed.has(l), year);
    if (counted !== null) {
      const { assembly, from, to } = counted;
      candidates.push({ items: assembly.items, from, to, unread: [], score: 4, timed: 0, untimed: true });
      held.push({ from, to });
    }
  }
  const taken = candidates.filter((c) => (c.timed > 0 && c.score > 0) || c.untimed).sort((a, b) => a.from - b.from);
  const doubles: { of: Agenda; again: Agenda }[] = [];
  const kept: Candidate[] = [];
  for (const c of taken) {
    const twin = kept.findIndex((k) => repeats(k, c));
    const other = kept[twin];
    if (other === undefined) kept.push(c);
    else if (fullness(c) > fullness(other)) {
      kept[twin] = c;
      doubles.push({ of: c, again: other });
    } else doubles.push({ of: other, again: c });
  }
  const days = [...new Set(kept.flatMap((k) => k.items.flatMap((t) => (t.day === null ? [] : [t.day]))))];
  return { agendas: kept, doubles, held, dues, days };
}

/** Says how long and not when, or on which day and in which half of it. */
function isTimetable({ assembly, columns }: TableAgenda, score: number): boolean {
  if (columns.roles.includes('duration')) return score >= 4;
  if (
    !columns.named ||
    columns.dueTimes ||
    !columns.heads.some((h) => /nội dung|bài|chuyên đề|chương trình|môn/u.test(h))
  )
    return false;
  const placed = assembly.items.filter((t) => t.session !== null || t.day !== null).length;
  return columns.roles.includes('day') && placed * 10 >= assembly.items.length * 8 && score >= 0;
}

function weigh(items: readonly Item[], heading: string, section: Section): number {
  let score = 0;
  for (const item of items) {
    const title = wordsOf(item.title);
    score += isDayOrSession(title) ? -1 : evidence(title);
  }
  score += order(items);
  if (isAgendaHeading(heading)) score += 3;
  else if (namesDuties(heading)) score -= 2;
  if (isDutySection(section) && !isAgendaHeading(heading)) score -= 3;
  return score;
}

/** What the times alone say: a programme goes on from item to item, duties and shifts overlap and stand apart. */
function order(items: readonly Item[]): number {
  let joins = 0;
  let later = 0;
  let back = 0;
  let prior: Item | null = null;
  for (const item of items) {
    if (item.start === null) continue;
    if (prior !== null && prior.start !== null && prior.day === item.day) {
      if (prior.end === item.start) joins++;
      if (item.start > prior.start) later++;
      else if (prior.session === item.session) back++;
    }
    prior = item;
  }
  const starts = new Set(items.map((t) => t.start)).size;
  return (joins >= 2 && joins * 2 >= starts - 1 ? 2 : 0) + (later >= 3 && back === 0 ? 1 : 0) - (back > later ? 1 : 0);
}

const fullness = (c: Candidate): number =>
  c.items.length * 2 +
  c.items.filter((t) => t.presenter.length > 0).length +
  c.items.filter((t) => t.end !== null).length;

/** Most items of the shorter one stand in the other with the same start. */
function repeats(a: Candidate, b: Candidate): boolean {
  const at = new Map<number | null, Item[]>();
  for (const item of a.items) {
    const there = at.get(item.start);
    if (there === undefined) at.set(item.start, [item]);
    // as many at one time as any programme has side by side; a hostile one has thousands
    else if (there.length < 40) there.push(item);
  }
  const again = b.items.filter((t) => at.get(t.start)?.some((u) => isSame(t, u)) === true).length;
  return again * 10 >= Math.min(a.items.length, b.items.length) * 6;
}

/** The same item at the same time; a day that one of them does not name is no difference. */
function isSame(a: Item, b: Item): boolean {
  if (a.day !== null && b.day !== null && a.day !== b.day) return false;
  const [left, right] = [wordsOf(a.title), wordsOf(b.title)];
  return lower(left).slice(0, 40) === lower(right).slice(0, 40) || (a.start !== null && alike(left, right));
}

/** Half of the words of two titles are the same. */
export function alike(a: string, b: string): boolean {
  const words = (t: string): string[] => lower(t).match(/[\p{L}\p{N}]+/gu) ?? [];
  const left = words(a);
  const right = new Set(words(b));
  const hit = left.filter((w) => right.has(w)).length;
  return hit * 2 >= Math.min(left.length, right.size) && hit > 0;
}

function covered(lines: readonly Line[], held: readonly { from: number; to: number }[]): ReadonlySet<Line> {
  const set = new Set<Line>();
  const sorted = [...held].sort((a, b) => a.from - b.from);
  let k = 0;
  for (const line of lines) {
    while (k < sorted.length && (sorted[k]?.to ?? 0) <= line.from) k++;
    const stretch = sorted[k];
    if (stretch !== undefined && stretch.from < line.to) set.add(line);
  }
  return set;
}

/** The nearest heading before a line, a few lines back at most. */
function headingAbove(lines: readonly Line[], at: number): string {
  let text = '';
  for (let k = at - 1; k >= Math.max(0, at - 7); k--) {
    const line = lines[k];
    if (line === undefined) break;
    if (line.text.length > 220) break;
    if (isAgendaHeading(line.text)) return line.text;
    if (text === '' && (isNumberedHeading(line.text) || isUpper(line.text) || /:$/u.test(line.text))) text = line.text;
    if (isNumberedHeading(line.text)) break;
  }
  return text;
}

/** A part of the programme with its day in brackets, and not the number of a paper. */
const DATED_PART = /\((?!.*(?:kèm theo|ban hành|số\s))[^()]*\d{1,2}\s?[/.]\s?\d{1,2}[^()]*\)[.:]?$/iu;

/** A label of day or session right before a line. */
function labelAbove(lines: readonly Line[], at: number): string {
  const parts: string[] = [];
  for (let k = at - 1; k >= Math.max(0, at - 3); k--) {
    const text = (lines[k]?.text ?? '').replace(/^(?:[IVX]{1,4}|\d{1,2}|[A-H])[.)]\s*/u, '').replace(/^[-+•*]\s*/u, '');
    if (isDayOrSession(text)) parts.unshift(text);
    else if (isNumberedHeading(lines[k]?.text ?? '') && dayOfHeading(text) !== null)
      parts.unshift(dayOfHeading(text) ?? '');
    // "B. LỄ PHÁT ĐỘNG (sáng 08/5/2026)"
    else if (
      text.length < 120 &&
      DATED_PART.test(text) &&
      (isUpper(text.replace(/\(.*$/u, '')) || isNumberedHeading(lines[k]?.text ?? ''))
    )
      parts.unshift(/\(([^()]*)\)[.:]?$/u.exec(text)?.[1] ?? text);
    else if (/^chương trình\s.*(?:ngày|buổi|sáng|chiều)/iu.test(text) && text.length < 90) parts.unshift(text);
    else if (k < at - 1) break;
  }
  return parts.join(' ');
}
