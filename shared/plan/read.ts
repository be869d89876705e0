import { HOUR, type IsoDay, type TimeOfDay } from '../time/time';
import { type Agendas, findAgendas } from './agenda';
import { isAgendaHeading } from './agenda-prose';
import { type Item, wordsOf } from './assembly';
import { type Banner, findBanner } from './banner';
import { datesIn, weekdayOf } from './dates';
import { deadlinesOf } from './deadlines';
import { findDelegates } from './delegates';
import type { Passage, PlanDocument } from './document';
import type { Choice, DraftDeadline, DraftEvent, DraftSegment, Found, Reading } from './draft';
import { type EventDays, eventDays } from './event-days';
import { daysOfWeekday, dayText, doubtsOfTimes, type Findings, near, newFindings } from './findings';
import { readHeading } from './heading';
import { type Line, linesOf, type Piece } from './lines';
import { normalise } from './normal';
import { levelFit, officeLevel } from './office-level';
import { paragraphsOf } from './paragraphs';
import { findPlace } from './place';
import { type Mention, mentionsOf } from './roles';
import { nearestOf, sectionsOf } from './sections';
import { withoutSlips } from './slips';
import { kindOf, type Session } from './vocabulary';

/**
 * Reads a plan document: the draft of the event and everything doubtful, each with where it stood. Never throws;
 * time grows linearly with the text. `today` stands in for a year that is not written.
 */
export function readPlan(doc: PlanDocument, today: IsoDay | null): Reading {
  const normal = normalise(doc.text);
  const lines = linesOf(normal.text);
  const year = yearOf(lines, today);
  const sections = sectionsOf(lines);
  const agendas = findAgendas(doc, normal, lines, sections, year);
  const inHeld = inside(agendas.held);
  const isFree = (line: Line): boolean => !inHeld(line.from);
  const banner = findBanner(normal.text, lines);
  const inBanner = inside(banner === null ? [] : [{ from: banner.from, to: banner.to }]);
  const inAgenda = inside(agendas.agendas);
  // sentences go over the end of a line where a page was narrow
  const paragraphs = paragraphsOf(normal.text, lines, (l) => isFree(l) && !inBanner(l.from), true);
  const placed = sectionsOf(paragraphs);
  const mentions = mentionsOf(
    normal.text,
    paragraphs,
    placed,
    year,
    inAgenda,
    inBanner,
    inside(agendas.dues.map((d) => d.until)),
  );
  const level = officeLevel(lines);
  const tableOf = (offset: number): { from: number } | null =>
    agendas.held.find((h) => h.from <= offset && offset < h.to) ?? null;
  const days = eventDays(
    mentions,
    agendas.days,
    (line) => nearestOf(placed[line] ?? []),
    tableOf,
    (m) => {
      const line = paragraphs[m.line];
      const before = line === undefined ? '' : normal.text.slice(line.from, m.from);
      return levelFit(level, `${nearestOf(placed[m.line] ?? [])} ${before}`);
    },
  );
  const findings = newFindings();
  const passage = (p: { readonly from: number; readonly to: number }): Passage => normal.passage(p.from, p.to);

  const dayFound = days.days.map(
    ({ day, mentions: all }): Found<IsoDay> => ({ value: day, passages: all.slice(0, 8).map(passage) }),
  );
  doubtsOfDays(findings, days, mentions, passage);
  const segments = segmentsOf(agendas, days, passage);
  const impossible = impossibleOf(findings, mentions, passage);
  const bannerLines = bannerOf(findings, banner, days, year, passage);
  const deadlines = deadlinesOf(
    normal.text,
    paragraphs,
    mentions,
    inside(agendas.held.filter((h) => !inAgenda(h.from))),
    agendas.dues,
    year,
  ).map(
    (d, k): DraftDeadline => ({
      id: `d${k + 1}`,
      day: d.day,
      time: d.time,
      dayOnly: d.dayOnly,
      what: d.what,
      passages: d.pieces.filter((p) => p.to > p.from).map(passage),
    }),
  );
  doubtsOfTimes(findings, segments);
  doubtsOfAgendas(findings, agendas, segments, lines, passage);

  const delegates = findDelegates(paragraphs, (l) => !inAgenda(l.from));
  if (delegates?.range != null) {
    const [low, high] = delegates.range;
    const choices: Choice[] = [
      { set: 'delegates', count: null },
      { set: 'delegates', count: low },
      { set: 'delegates', count: high },
    ];
    findings.add('delegates-range', { part: 'delegates' }, [passage(delegates.at)], { low, high }, choices);
  }
  const place = findPlace(
    paragraphs,
    isFree,
    level,
    days.days.flatMap((d) => d.mentions).map((m) => ({ from: m.from, to: m.to, text: '' })),
  );
  const head = readHeading(lines);
  const plain = (p: Piece | null): Found<string> | null =>
    p === null ? null : { value: p.text.replace(/[\s\u2028]+/gu, ' '), passages: [passage(p)] };
  const draft: DraftEvent = {
    kind: head.kind,
    name: plain(head.name),
    organiser: plain(head.organiser),
    days: dayFound,
    impossibleDates: impossible,
    place: plain(place),
    endsAt: endOf(days, passage),
    expectedDelegates:
      delegates === null || delegates.count === null
        ? null
        : { value: delegates.count, passages: [passage(delegates.at)] },
    banner: bannerLines,
    segments,
    deadlines,
  };
  return { draft, findings: findings.list };
}

/** The year the document speaks of: the one it writes most often in full dates, else the one of today. */
function yearOf(lines: readonly Line[], today: IsoDay | null): number {
  const counts = new Map<number, number>();
  let seen = 0;
  for (const line of lines) {
    if (seen > 400) break;
    if (!/\d{4}/.test(line.text)) continue;
    for (const date of datesIn(line.text.slice(0, 4000), 0)) {
      seen++;
      for (const day of date.days) counts.set(Number(day.slice(0, 4)), (counts.get(Number(day.slice(0, 4))) ?? 0) + 1);
    }
    const blank = /tháng[\s\d.…_]{0,40}năm\s?(\d{4})/iu.exec(line.text.slice(0, 2000));
    if (blank) counts.set(Number(blank[1]), (counts.get(Number(blank[1])) ?? 0) + 1);
  }
  // without a day of today, "xếp loại năm 2026" tells as well as nothing else
  const named =
    today === null && counts.size === 0
      ? lines.flatMap((l) => [...l.text.slice(0, 2000).matchAll(/năm\s(20\d{2})(?!\d)/gu)])
      : [];
  let best = Math.max(today === null ? 0 : Number(today.slice(0, 4)), ...named.slice(0, 400).map((m) => Number(m[1])));
  let most = 0;
  for (const [year, n] of counts)
    if (year >= 2000 && (n > most || (n === most && year > best))) {
      best = year;
      most = n;
    }
  return best;
}

function inside(stretches: readonly { readonly from: number; readonly to: number }[]): (offset: number) => boolean {
  const sorted = [...stretches].sort((a, b) => a.from - b.from);
  return (offset) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((sorted[mid]?.to ?? 0) <= offset) low = mid + 1;
      else high = mid;
    }
    const s = sorted[low];
    return s !== undefined && s.from <= offset;
  };
}

/** The items as the draft holds them, with their days. */
function segmentsOf(agendas: Agendas, days: EventDays, passage: (p: Piece) => Passage): DraftSegment[] {
  const all = days.days.map((d) => d.day);
  const segments: DraftSegment[] = [];
  let day: IsoDay | null = all[0] ?? null;
  let latest: TimeOfDay | null = null;
  for (const agenda of agendas.agendas) {
    const dated = agenda.items.some((t) => t.day !== null || t.ordinal !== null);
    for (const item of agenda.items) {
      if (item.day !== null) day = item.day;
      else if (item.ordinal !== null) day = all[item.ordinal - 1] ?? null;
      else if (!dated && latest !== null && item.start !== null && latest - item.start > 4 * HOUR && day !== null) {
        // the clock went back by half a day: the next day of a programme that does not name its days
        day = all[all.indexOf(day) + 1] ?? day;
      }
      if (item.start !== null) latest = item.start;
      segments.push(segmentOf(item, `s${segments.length + 1}`, day, passage));
    }
  }
  return segments;
}

function segmentOf(item: Item, id: string, day: IsoDay | null, passage: (p: Piece) => Passage): DraftSegment {
  const title = wordsOf(item.title);
  const presenter = wordsOf(item.presenter) || null;
  const clock = item.start ?? item.block?.[0] ?? item.end;
  const session: Session | null =
    item.session ??
    (clock === null ? null : clock < 12 * HOUR ? 'morning' : clock < 18 * HOUR ? 'afternoon' : 'evening');
  const all = `${title} ${presenter ?? ''}`;
  return {
    id,
    day,
    session,
    start: item.start,
    end: item.end,
    block: item.block,
    title,
    presenter,
    kind: kindOf(title),
    origin:
      /trung ương|tổng bí thư|bộ chính trị|ban bí thư|chính phủ|quân ủy|bộ trưởng|điểm cầu chính hà nội/iu.test(all) &&
      !/trung ương đoàn/iu.test(all)
        ? 'central'
        : 'local',
    confidential: /\((?:tuyệt |tối )?mật\)|nội bộ\)|không ghi âm|không ghi hình/iu.test(title),
    passages: [...item.time, ...item.title, ...item.presenter].filter((p) => p.to > p.from).map(passage),
  };
}

function doubtsOfDays(
  findings: Findings,
  days: EventDays,
  mentions: readonly Mention[],
  passage: (p: Mention) => Passage,
): void {
  const held = days.days.map((d) => d.day);
  if (held.length === 0) {
    const blanks = mentions.filter((m) => m.date.blank);
    findings.add('no-date', { part: 'days' }, blanks.map(passage));
  }
  const doubted = new Set<string>();
  for (const m of mentions) {
    const day = m.date.days[0];
    if (
      day === undefined ||
      m.date.weekday === null ||
      m.date.days.length !== 1 ||
      m.role === 'anniversary' ||
      m.role === 'cited'
    )
      continue;
    if (weekdayOf(day) === m.date.weekday || doubted.has(day)) continue;
    doubted.add(day);
    const choices: Choice[] =
      held.length === 1 && held[0] === day
        ? [held, ...daysOfWeekday(day, m.date.weekday).map((d) => [d])].map((d) => ({ set: 'day', days: d }))
        : [];
    findings.add(
      'weekday-disagrees',
      { part: 'days' },
      [passage(m)],
      { day: dayText(day), said: m.date.weekday, real: weekdayOf(day) },
      choices,
    );
  }
  const rivals = days.others.filter((o) => held.some((d) => near(d, o.day)));
  const rival = rivals[0];
  if (rival !== undefined) {
    const choices: Choice[] = [held, ...rivals.slice(0, 4).map((o) => [o.day])].map((d) => ({ set: 'day', days: d }));
    const passages = [...days.sources, ...rivals.map((o) => o.mention)].map(passage);
    findings.add(
      'several-dates',
      { part: 'days' },
      passages,
      { days: held.map(dayText).join(', '), others: rivals.map((o) => dayText(o.day)).join(', ') },
      choices,
    );
  }
  const assumed = days.days.filter((d) => d.mentions.length > 0 && d.mentions.every((m) => m.date.yearAssumed));
  const first = assumed[0];
  if (first !== undefined)
    findings.add('year-assumed', { part: 'days' }, first.mentions.map(passage), {
      day: dayText(first.day),
      year: first.day.slice(0, 4),
    });
}

function impossibleOf(
  findings: Findings,
  mentions: readonly Mention[],
  passage: (p: Mention) => Passage,
): readonly Found<string>[] {
  const found: Found<string>[] = [];
  for (const m of mentions)
    for (const written of m.date.impossible) {
      const value = (written.match(/\d+/g) ?? []).join('/');
      if (found.some((f) => f.value === value)) continue;
      found.push({ value, passages: [passage(m)] });
      findings.add('impossible-date', { part: m.role === 'deadline' ? 'document' : 'days' }, [passage(m)], {
        written: value,
      });
    }
  for (const m of mentions)
    if (m.date.blank && m.weight !== 6 && m.role !== 'signing')
      findings.add('blank-date', { part: 'document' }, [passage(m)], {}, [], 'note');
  return found;
}

function bannerOf(
  findings: Findings,
  banner: Banner | null,
  days: EventDays,
  year: number,
  passage: (p: Piece) => Passage,
): readonly Found<string>[] {
  return (banner?.lines ?? []).map((p, line) => {
    const written = p.text.replace(/[\s\u2028]+/gu, ' ');
    const value = withoutSlips(written);
    if (value !== written) {
      const choices: Choice[] = [value, written].map((text) => ({ set: 'banner-line', line, text }));
      findings.add('ocr-slip', { part: 'banner', line }, [passage(p)], { written, taken: value }, choices);
    }
    const blank = datesIn(value, year).find((d) => d.blank);
    if (blank !== undefined) {
      const day = days.days[0]?.day;
      const filled =
        day === undefined
          ? null
          : `${value.slice(0, blank.from)}ngày ${day.slice(8)} tháng ${day.slice(5, 7)} năm ${day.slice(0, 4)}${value.slice(blank.to)}`;
      const choices: Choice[] = (filled === null ? [] : [value, filled]).map((text) => ({
        set: 'banner-line',
        line,
        text,
      }));
      findings.add('blank-date', { part: 'banner', line }, [passage(p)], {}, choices);
    }
    return { value, passages: [passage(p)] };
  });
}

function doubtsOfAgendas(
  findings: Findings,
  agendas: Agendas,
  segments: readonly DraftSegment[],
  lines: readonly Line[],
  passage: (p: { from: number; to: number }) => Passage,
): void {
  for (const { of, again } of agendas.doubles)
    findings.add('agenda-twice', { part: 'document' }, [passage(of), passage(again)], { count: again.items.length });
  for (const agenda of agendas.agendas)
    for (const row of agenda.unread) findings.add('row-unread', { part: 'document' }, [passage(row)]);
  if (segments.length === 0) {
    const announced = lines.filter((l) => isAgendaHeading(l.text)).slice(0, 3);
    findings.add('no-agenda', { part: 'document' }, announced.map(passage), {}, [], 'note');
  }
}

/** When the last day ends, where the label of the time says so. */
function endOf(days: EventDays, passage: (p: { from: number; to: number }) => Passage): Found<TimeOfDay> | null {
  for (const m of [...days.sources].reverse())
    if (m.time !== null && m.time.end !== null) return { value: m.time.end, passages: [passage(m.time)] };
  return null;
}
