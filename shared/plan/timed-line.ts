import { datesIn } from './dates';
import { type Line, listMark, lower, type Piece, within } from './lines';
import { type TimeFound, timesIn } from './times';
import { tidyPresenter } from './titles';
import { endsList, hasAction, isAddressed, isBarePerson, isDayOrSession, isPerson, isSpoken } from './vocabulary';

/** A line of a programme that has a time of its own. */
export interface TimedLine {
  readonly time: TimeFound;
  readonly at: Piece;
  /** What is done; empty where the time stands alone. */
  readonly rest: Piece;
  /** Who, where the line says so behind a time in the middle. */
  readonly who: Piece | null;
  /** Day or session named before the time. */
  readonly label: string;
}

const SENTENCE = /[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u;
const NOT_ITEM =
  /^(?:thời gian|thời điểm|hội nghị(?=\s+(?:được|diễn ra|tổ chức|bắt đầu|khai mạc|dự kiến|kết thúc|sẽ))|kính|trân trọng|đúng|báo cáo kết quả về|các (?:chi|đảng|cơ quan|đơn vị|đồng chí|đại biểu).{0,60}(?:có mặt|báo|gửi)|đề nghị|yêu cầu|liên hệ|điện thoại|số điện thoại|ngày\s)(?!\p{L})/u;

/** The line as an agenda item with a time, or null. */
export function timedLine(line: Line, year: number, labelled = false): TimedLine | null {
  if (line.text.length > 1500) return null;
  if (isDirection(line.text) || isSpoken(line.text)) return null;
  // "06.45 - 07.00" is a time and no number of a list
  const part = /^[IVX]{1,4}[.)]\s+/u.exec(line.text)?.[0].length ?? 0;
  const mark = (timesIn(line.text.slice(0, 40))[0]?.from ?? 9) <= 1 ? 0 : listMark(line.text) || part;
  const body = within(line, mark);
  if (endsList(body.text) && !labelled) return null;
  const found = timesIn(body.text.slice(0, 600));
  const first = found[0];
  if (first === undefined) return null;
  const head = body.text
    .slice(0, first.from)
    .replace(/[\s(:,;–-]+$/u, '')
    .trim();
  if (first.from <= 3 || head === '' || isDayOrSession(head) || /^(?:vào|bắt đầu|thời gian)\s?:?$/iu.test(head)) {
    if (/^thời gian/iu.test(head) && !labelled) return null;
    return fromStart(body, first, head, mark, year);
  }
  return fromEnd(body, found, year);
}

function fromStart(body: Piece, time: TimeFound, head: string, mark: number, year: number): TimedLine | null {
  let from = time.to;
  let label = head;
  const date = datesIn(body.text.slice(from, from + 60), year)[0];
  if (
    date !== undefined &&
    /^[\s,(]*(?:(?:thứ\s\S+|chủ nhật|sáng|chiều|tối|ngày)[\s,(]*){0,3}$/iu.test(body.text.slice(from, from + date.from))
  ) {
    label = `${label} ${body.text.slice(from, from + date.to)}`;
    from += date.to;
    const weekday = /^\s*\((?:thứ\s\S+|chủ nhật)\)/iu.exec(body.text.slice(from, from + 24));
    if (weekday) from += weekday[0].length;
    if (!/^\s*[:–)-]/u.test(body.text.slice(from))) return null;
  }
  const session = /^[\s,(]*(?:sáng|chiều|tối)(?!\p{L})[)]?/iu.exec(body.text.slice(from, from + 12));
  if (session) from += session[0].length;
  const sign = /^[\s)\]:.,;–—|-]+/u.exec(body.text.slice(from, from + 12))?.[0] ?? '';
  const rest = within(body, from + sign.length);
  if (time.before && !/^\s*[:–-]/u.test(sign)) return null;
  if (rest.text !== '' && !/\p{L}/u.test(rest.text)) return null;
  // a sentence of a report, not an item
  if (mark === 0 && sign.includes(',') && (rest.text.length > 90 || SENTENCE.test(rest.text))) return null;
  if (SENTENCE.test(rest.text) && rest.text.length > 260) return null;
  if (/^(?:cùng ngày|hôm|sáng nay|cho đến|tại )/iu.test(rest.text)) return null;
  return { time, at: within(body, time.from, time.to), rest, who: null, label };
}

function fromEnd(body: Piece, found: readonly TimeFound[], year: number): TimedLine | null {
  const time = found[found.length - 1];
  if (time === undefined || time.before || found.length > 2) return null;
  const before = body.text.slice(0, time.from);
  const behind = body.text.slice(time.to);
  const sign = /(?:[\s]*[([:,;–—-]+\s*|\s+)$/u.exec(before)?.[0] ?? '';
  const head = before.slice(0, before.length - sign.length);
  const firm = /[([:–—-]/u.test(sign) || /^(?:từ|lúc)/iu.test(body.text.slice(time.from, time.to));
  if (!firm || head.length > 260 || head.length < 3) return null;
  if (NOT_ITEM.test(lower(head)) || SENTENCE.test(head) || datesIn(behind.slice(0, 60), year).some((d) => d.from < 14))
    return null;
  if (datesIn(head, year).length > 0 && !namesItem(head)) return null;
  const tail = /^[\s)\].;,:]*$/u.test(behind);
  if (tail)
    return { time, at: within(body, time.from, time.to), rest: within(body, 0, head.length), who: null, label: '' };
  const link =
    /^\s*[)\]]?\s*(?:[,;:–—-]|\.(?=\s\p{Lu}))\s*(?:(?:người |đơn vị )?(?:chủ trì|trình bày|thực hiện|phụ trách|điều hành)\s*:\s*)?/iu.exec(
      behind,
    );
  const closed = /^\s*[)\]]\s*/u.exec(behind);
  const skip = link ?? closed ?? /^\s+(?=\()/u.exec(behind);
  if (skip === null) return null;
  const who = within(body, time.to + skip[0].length);
  const name = who.text.replace(/^\((.*)\)[.;]?$/u, '$1');
  const short = /[)\]]\s*[:–—-]|^\s+[-–—]\s/u.test(skip[0]) && name.length <= 60 && /^\p{Lu}\D*$/u.test(name);
  if (!(isPerson(name) || short) || (hasAction(name) && !isAddressed(name))) return null;
  return {
    time,
    at: within(body, time.from, time.to),
    rest: within(body, 0, head.length),
    who: tidyPresenter(bare(who)),
    label: '',
  };
}

const namesItem = (head: string): boolean => head.length < 120 && hasAction(head);

/** The words in the brackets. */
export function bare(p: Piece): Piece {
  const m = /^\((.*)\)[.;]?$/u.exec(p.text);
  return m ? within(p, 1, 1 + (m[1]?.length ?? 0)) : p;
}

/** A programme in one sentence, its items parted by semicolons: every item as a line of its own. */
export function clausesOf(line: Line): readonly Line[] {
  if (line.text.length > 4000 || !line.text.includes(';')) return [line];
  const parts: Line[] = [];
  let from = 0;
  for (let i = 0; i <= line.text.length; i++) {
    if (i < line.text.length && line.text.charAt(i) !== ';') continue;
    const part = within(line, from, i);
    if (part.text !== '') parts.push({ ...part, raw: part.text, rawFrom: part.from, gap: 0 });
    from = i + 1;
  }
  const timed = parts.map((p) => timesIn(p.text)[0]?.from ?? -1);
  const starts = timed.slice(1).filter((at) => at >= 0 && at <= 3).length;
  const first = parts[0];
  const at = timed[0] ?? -1;
  if (parts.length < 3 || starts * 4 < (parts.length - 1) * 3 || first === undefined || at < 0) return [line];
  const head = within(first, 0, at);
  const body = within(first, at);
  const tail = { ...body, raw: body.text, rawFrom: body.from, gap: 0 };
  return head.text === ''
    ? [{ ...tail, gap: line.gap }, ...parts.slice(1)]
    : [{ ...head, raw: head.text, rawFrom: head.from, gap: line.gap }, tail, ...parts.slice(1)];
}

/** What the stage is told: "(Nhạc nổi lên, đèn tối dần)". */
export const isDirection = (text: string): boolean =>
  /^\((?!\s*(?:từ\s*)?\d{1,2}\s?[hg:])[^()]{6,}\)[.;]?$/iu.test(text) &&
  !isBarePerson(text.replace(/^\(|\)[.;]?$/gu, ''));

/** "Thời gian: …" over "Nội dung: …": an item spelt out with a label on every line. */
export const isLabelled = (lines: readonly Line[], k: number): boolean =>
  /^[-+•\s]*thời gian\s*:/iu.test(lines[k]?.text.slice(0, 30) ?? '') &&
  /^[-+•\s]*(?:nội dung|hoạt động|công việc)\s*:/iu.test(lines[k + 1]?.text.slice(0, 30) ?? '');

const FIELD = /^[-+•\s]*(?:thời gian|thời lượng|giờ)\s*:\s*/iu;

/** "PHIÊN THỨ NHẤT: 14h00 - 17h00, thứ Sáu, ngày 12/6/2026": a session with its time, over what it does. */
export function timedSession(line: Line): TimedLine | null {
  const head = /^(?:phiên|phần|buổi)\s[^:]{2,80}:\s*/iu.exec(line.text.slice(0, 160))?.[0].length ?? 0;
  const time = head === 0 ? undefined : timesIn(line.text.slice(head, head + 60))[0];
  if (time === undefined || time.from > 3 || line.text.length > 200) return null;
  const at = within(line, head + time.from, head + time.to);
  return { time, at, rest: within(line, 0, head), who: null, label: line.text.slice(head + time.to) };
}

/** Lines, and which of them have their time in a field of its own. */
export interface Fielded {
  readonly lines: readonly Line[];
  readonly timed: ReadonlyMap<Line, TimedLine>;
}

/**
 * Items that give their time in a field below their words ("(1) Đón tiếp đại biểu", "Thời lượng: 13h45 - 14h00"): the
 * field and its words are one line. One such field alone is that of the meeting.
 */
export function withFields(lines: readonly Line[]): Fielded {
  const fields = new Map<number, TimedLine>();
  lines.forEach((line, k) => {
    const words = lines[k - 1];
    const field = FIELD.exec(line.text.slice(0, 24))?.[0].length ?? 0;
    if (field === 0 || words === undefined || line.gap > 0 || !isWords(words)) return;
    const time = timesIn(line.text.slice(field, field + 60))[0];
    if (time === undefined || time.from > 1 || /\p{L}/u.test(line.text.slice(field + time.to))) return;
    const at = within(line, field, field + time.to);
    fields.set(k, { time, at, rest: within(words, listMark(words.text)), who: null, label: '' });
  });
  if (fields.size < 2) return { lines, timed: new Map() };
  const timed = new Map<Line, TimedLine>();
  const kept = lines.flatMap((line, k) => {
    const field = fields.get(k + 1);
    if (field !== undefined) {
      const whole = { ...line, to: field.at.to };
      timed.set(whole, field);
      return [whole];
    }
    return fields.has(k) ? [] : [line];
  });
  return { lines: kept, timed };
}

const isWords = (line: Line): boolean =>
  line.text.length < 200 && !line.text.includes(':') && timesIn(line.text).length === 0;
