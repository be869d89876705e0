import type { IsoDay } from '../time/time';
import type { Mention } from './roles';

export interface EventDays {
  readonly days: readonly { readonly day: IsoDay; readonly mentions: readonly Mention[] }[];
  /** Mentions that say when the event is, the strongest first. */
  readonly sources: readonly Mention[];
  /** Days that other, also strong places name instead. */
  readonly others: readonly { readonly day: IsoDay; readonly mention: Mention }[];
}

/**
 * The days of the event: what the label says, then the programme, then the banner and the running text. `tableOf` gives
 * the table an offset lies in, `levelOf` whether a mention stands with a meeting of the office's own level.
 */
export function eventDays(
  mentions: readonly Mention[],
  agendaDays: readonly IsoDay[],
  sectionOf: (line: number) => string,
  tableOf: (offset: number) => { readonly from: number } | null,
  levelOf: (m: Mention) => number,
): EventDays {
  const events = mentions.filter((m) => m.role === 'event' && m.date.days.length > 0);
  const issued = mentions.find((m) => m.role === 'signing')?.date.days[0];
  const weight = (m: Mention): number => {
    const section = sectionOf(m.line);
    const lower =
      /chi bộ|cơ sở|trực thuộc|trung ương/u.test(section) && !/cấp (?:xã|phường|thành phố|tỉnh|huyện)/u.test(section)
        ? 2
        : 0;
    // what is told of a day that was over when the paper was written is no invitation
    const past = issued !== undefined && m.weight < 8 && m.date.days.every((d) => d <= issued) ? 5 : 0;
    return m.weight - lower - past + levelOf(m) * 0.6;
  };
  let best = -1;
  for (const m of events) if (m.weight !== 8) best = Math.max(best, weight(m));
  const first = events.find((m) => m.weight !== 8 && weight(m) === best);
  const sources: Mention[] = [];
  if (first !== undefined && best >= 10) {
    // one label may name its days over a few lines
    for (const m of events)
      if (
        m.weight >= 10 &&
        m.line >= first.line &&
        m.line - first.line <= 3 &&
        sectionOf(m.line) === sectionOf(first.line)
      )
        sources.push(m);
  } else if (first !== undefined && agendaDays.length === 0) {
    // "từ ngày 24 đến ngày 26" says more than the day of the opening among them
    const day = first.date.days[0];
    const whole = events.find((m) => m.date.days.length > 1 && day !== undefined && m.date.days.includes(day));
    sources.push(whole ?? first);
    // "Ngày 12/3/2026 (sáng) và 13/3/2026 (chiều)"
    for (const m of events) {
      const prior = sources[sources.length - 1];
      if (prior !== undefined && m.line === first.line && m.from > prior.to && m.from - prior.to < 18 && weight(m) >= 4)
        sources.push(m);
    }
    // rounds of meetings in lines below each other
    for (const m of events) {
      const prior = sources[sources.length - 1];
      if (prior?.time != null && m.time !== null && m.line === prior.line + 1 && m.weight === first.weight)
        sources.push(m);
    }
    // rounds of meetings in a table: every row names its day
    const table = tableOf(first.from);
    const limits = table !== null && mentions.some((m) => m.role === 'deadline' && tableOf(m.from) === table);
    if (table !== null && !limits)
      sources.push(...events.filter((m) => m !== first && m.time !== null && tableOf(m.from) === table));
  }
  const days = new Set<IsoDay>(sources.flatMap((m) => m.date.days));
  for (const day of agendaDays) days.add(day);
  const sorted = [...days].sort();
  const others: { day: IsoDay; mention: Mention }[] = [];
  for (const m of events) {
    if (weight(m) < 5) continue;
    for (const day of m.date.days)
      if (!days.has(day) && !others.some((o) => o.day === day)) others.push({ day, mention: m });
  }
  return {
    days: sorted.map((day) => ({ day, mentions: events.filter((m) => m.date.days.includes(day)) })),
    sources,
    others,
  };
}
