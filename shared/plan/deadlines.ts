import type { IsoDay, TimeOfDay } from '../time/time';
import { datesIn } from './dates';
import type { Due } from './dues';
import { type Line, listMark, lower, type Piece, piece } from './lines';
import { type Mention, REPORT, sentenceStart } from './roles';
import { timesIn } from './times';

export interface DeadlineFound {
  readonly day: IsoDay;
  readonly time: TimeOfDay;
  readonly dayOnly: boolean;
  readonly what: string;
  readonly pieces: readonly Piece[];
}

const END_WORDS =
  /(?:[\s,;:(*–-]|trước|chậm nhất|muộn nhất|là|vào|lúc|hồi|từ|đến|ngày|dự kiến|hạn|thời hạn|đến hết|không quá|giờ|xong|cuối|chót)+$/iu;

/** What has to be reported, registered or done until when. Limits inside tables of duties are left to the table. */
export function deadlinesOf(
  text: string,
  lines: readonly Line[],
  mentions: readonly Mention[],
  held: (offset: number) => boolean,
  dues: readonly Due[],
  year: number,
): readonly DeadlineFound[] {
  const found: DeadlineFound[] = [];
  let behind = -1;
  for (const m of mentions) {
    const date = m.date.days[m.date.days.length - 1];
    if (m.role !== 'deadline' && !(m.role === 'rehearsal' && m.weight === 1)) continue;
    const start = Math.max(sentenceStart(text, m.from), behind);
    behind = m.to;
    if (date === undefined || held(m.from)) continue;
    const until = m.time !== null && m.time.from < m.from && m.time.from > start ? m.time.from : m.from;
    const whole = piece(text, start, until);
    const p = piece(text, whole.from + listMark(whole.text), until);
    let told = p;
    let what = p.text.replace(/[\s\u2028]+/gu, ' ').replace(END_WORDS, '');
    what = what
      .replace(/^(?:và|đồng thời|,|\(|\*|lưu ý:?|đề nghị)\s*\(?/giu, '')
      .replace(/^[\s.;,]+/u, '')
      .replace(/\s+từ\s+(?:ngày\s+)?[\d/.-]+$/iu, '')
      .replace(/^\(?(?:kính đề nghị|đề nghị|yêu cầu)\s+/iu, '')
      .trim();
    // when the event itself ends
    if (/(?:kết thúc|bế mạc)$/u.test(lower(what))) continue;
    if (what.length < 4) what = behindOf(text, m.to) ?? what;
    // "…; giấy mời; xong trước ngày 10/12": what is to be done stands before the stroke
    const own = lines[m.line];
    if (what.length < 4 && own !== undefined && start > own.from + 8) {
      const before = piece(text, own.from + listMark(own.text), start);
      what = before.text.replace(/[\s\u2028]+/gu, ' ').replace(/[\s;,.]+$/u, '');
      told = before;
    }
    if (what.length < 4) what = lines[m.line]?.text ?? what;
    const full = lower(`${p.text} ${text.slice(m.to, m.to + 90)}`);
    const said = lower(text.slice(start, m.from));
    // "đến hết ngày" alone is the end of a stretch of time
    if (!REPORT.test(full) && !/hoàn thành|xong|hạn|hoàn thiện|chậm nhất|muộn nhất|trước|chuẩn bị/u.test(said))
      continue;
    const time = m.time?.start ?? m.time?.end ?? null;
    if (found.some((f) => f.day === date && f.time === (time ?? 0))) continue;
    const clipped = what.length > 240 ? `${what.slice(0, 239)}…` : what;
    found.push({
      day: date,
      time: time ?? (0 as TimeOfDay),
      dayOnly: time === null,
      what: upperFirst(clipped),
      pieces: [told, piece(text, until, m.to)],
    });
  }
  found.push(...sameDay(text, lines, mentions, held));
  for (const due of dues) {
    const date = datesIn(due.until.text.replace(/^(\d{1,2}\/\d{1,2})$/u, 'ngày $1'), year)[0];
    const day = date?.days[date.days.length - 1];
    if (day === undefined) continue;
    const time = timesIn(due.until.text)[0];
    // "7h00 - 8h00 ngày 20/11" is when it is done, and no limit
    if (time !== undefined && time.start !== null && time.end !== null) continue;
    const words = (p: Piece): string => p.text.replace(/[\s\u2028]+/gu, ' ').replace(/[.;,]+$/u, '');
    const what = due.who === null ? words(due.what) : `${words(due.who)}: ${words(due.what)}`;
    const at = time?.start ?? time?.end ?? null;
    found.push({
      day,
      time: at ?? (0 as TimeOfDay),
      dayOnly: at === null,
      what: what.length > 240 ? `${what.slice(0, 239)}…` : what,
      pieces: due.who === null ? [due.what, due.until] : [due.who, due.what, due.until],
    });
  }
  return found.sort((a, b) => (a.pieces[0]?.from ?? 0) - (b.pieces[0]?.from ?? 0));
}

const SAME_DAY =
  /(?:trước|chậm nhất(?:\s+là)?(?:\s+vào)?(?:\s+lúc)?|muộn nhất|xong trước)\s+([^.;\n]{2,24}?)\s*(?:,\s*)?(?:cùng ngày|ngày hôm đó|trong ngày|hôm đó)(?!\p{L})/giu;

/** "trước 16h00 cùng ngày": the day is the one named last before it, else that of the event. */
function sameDay(
  text: string,
  lines: readonly Line[],
  mentions: readonly Mention[],
  held: (offset: number) => boolean,
): readonly DeadlineFound[] {
  const found: DeadlineFound[] = [];
  lines.forEach((line, index) => {
    if (!/cùng ngày|hôm đó|trong ngày/iu.test(line.text)) return;
    for (const m of line.text.slice(0, 4000).matchAll(SAME_DAY)) {
      const at = line.from + m.index;
      const time = timesIn(m[1] ?? '')[0];
      const clock = time?.start ?? time?.end ?? null;
      if (clock === null || held(at)) continue;
      const inLine = mentions.filter((x) => x.line === index && x.to <= at && x.date.days.length > 0);
      const event = mentions
        .filter((x) => x.role === 'event' && x.date.days.length > 0)
        .sort((a, b) => b.weight - a.weight);
      const day = (inLine[inLine.length - 1] ?? event[0])?.date.days[0];
      if (day === undefined) continue;
      const start = sentenceStart(text, at);
      const whole = piece(text, start, at);
      const p = piece(text, whole.from + listMark(whole.text), at);
      const what = p.text
        .replace(/[\s\u2028]+/gu, ' ')
        .replace(END_WORDS, '')
        .replace(/^(?:và|đồng thời|đề nghị|yêu cầu:?)\s+/iu, '')
        .trim();
      if (what.length < 4) continue;
      found.push({
        day,
        time: clock,
        dayOnly: false,
        what: upperFirst(what),
        pieces: [p, piece(text, at, at + m[0].length)],
      });
    }
  });
  return found;
}

function behindOf(text: string, at: number): string | null {
  const end = /[.;\n]/u.exec(text.slice(at, at + 200));
  const words = text
    .slice(at, at + (end?.index ?? 200))
    .replace(/^[\s,:)–-]+/u, '')
    .trim();
  return words.length >= 4 ? words : null;
}

const upperFirst = (t: string): string => (t === '' ? t : t.charAt(0).toUpperCase() + t.slice(1));
