import { isTimeLine } from './agenda-cells';
import { type Assembly, addItem, type Item, isCut, newAssembly, setBlocks, takeDay, wordsOf } from './assembly';
import { datesIn } from './dates';
import { settleForms } from './forms';
import { isNumberedHeading, type Line, listMark, lower, type Piece, startsLower, within } from './lines';
import { paragraphsOf } from './paragraphs';
import { type TimeFound, timesIn } from './times';
import { partGlued, partTitle, type TitleParts, tidyPresenter } from './titles';
import {
  beginsAction,
  endsList,
  hasAction,
  isAddressed,
  isBarePerson,
  isDayOrSession,
  isPerson,
  isSpoken,
  namesAgenda,
  namesDuties,
} from './vocabulary';

export interface ProseAgenda {
  readonly assembly: Assembly;
  readonly from: number;
  readonly to: number;
  readonly unread: readonly Piece[];
}

interface TimedLine {
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
  const mark = (timesIn(line.text.slice(0, 40))[0]?.from ?? 9) <= 1 ? 0 : listMark(line.text);
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
  const short = /[)\]]\s*[:–—-]/u.test(skip[0]) && name.length <= 60 && /^\p{Lu}\D*$/u.test(name);
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

function bare(p: Piece): Piece {
  const m = /^\((.*)\)[.;]?$/u.exec(p.text);
  return m ? within(p, 1, 1 + (m[1]?.length ?? 0)) : p;
}

/** A programme in one sentence, its items parted by semicolons: every item as a line of its own. */
function clausesOf(line: Line): readonly Line[] {
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

/** "Thời gian: …" over "Nội dung: …": an item spelt out with a label on every line. */
/** What the stage is told: "(Nhạc nổi lên, đèn tối dần)". */
const isDirection = (text: string): boolean =>
  /^\((?!\s*(?:từ\s*)?\d{1,2}\s?[hg:])[^()]{6,}\)[.;]?$/iu.test(text) &&
  !isBarePerson(text.replace(/^\(|\)[.;]?$/gu, ''));

const isLabelled = (lines: readonly Line[], k: number): boolean =>
  /^[-+•\s]*thời gian\s*:/iu.test(lines[k]?.text.slice(0, 30) ?? '') &&
  /^[-+•\s]*(?:nội dung|hoạt động|công việc)\s*:/iu.test(lines[k + 1]?.text.slice(0, 30) ?? '');

/** Programmes written as lines with a time each, in the lines no table holds. */
export function proseAgendas(
  text: string,
  given: readonly Line[],
  free: (line: Line) => boolean,
  year: number,
  aboveOf: (offset: number) => string,
  headingOf: (offset: number) => string,
): readonly ProseAgenda[] {
  const agendas: ProseAgenda[] = [];
  const whole = paragraphsOf(text, given, free, false);
  const lines = whole.flatMap((line) => (free(line) ? clausesOf(line) : [line]));
  const timed = lines.map((line, k) => (free(line) ? timedLine(line, year, isLabelled(lines, k)) : null));
  // next timed line from each place on, so that looking ahead costs nothing
  const next: number[] = new Array(lines.length + 1).fill(lines.length);
  for (let k = lines.length - 1; k >= 0; k--) next[k] = timed[k] !== null ? k : (next[k + 1] ?? lines.length);
  let i = 0;
  while (i < lines.length) {
    if (timed[i] === null || timed[i] === undefined) {
      i++;
      continue;
    }
    const [agenda, end] = readRun(lines, timed, next, i, free, year, aboveOf(lines[i]?.from ?? 0), headingOf);
    if (agenda !== null) agendas.push(agenda);
    i = Math.max(end, i + 1);
  }
  return agendas;
}

function readRun(
  lines: readonly Line[],
  timed: readonly (TimedLine | null)[],
  next: readonly number[],
  start: number,
  free: (line: Line) => boolean,
  year: number,
  above: string,
  headingOf: (offset: number) => string,
): [ProseAgenda | null, number] {
  const a = newAssembly(year);
  takeDay(a, above);
  const unread: Piece[] = [];
  const mark = markKind(lines[start]?.text ?? '');
  const glued = GLUED_HEADS.test(lower(lines[start - 1]?.text ?? ''));
  const duties = namesDuties(headingOf(lines[start]?.from ?? 0));
  let spoken = false;
  /** What is said stands between the items: lines without a mark are no items of it. */
  let script = false;
  let alone = false;
  /** The mark of the items that stand under a time alone. */
  let listed: Mark | null = null;
  let last: Item | null = null;
  let open = false;
  let i = start;
  let to = lines[start]?.to ?? 0;
  for (; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || !free(line)) break;
    const t = timed[i] ?? null;
    const ahead = (next[i] ?? lines.length) - i;
    if (t !== null) {
      if (t.label !== '') takeDay(a, t.label);
      const parted =
        t.who === null && t.rest.text !== ''
          ? unglued(t.rest, glued)
          : { title: partTitle(t.rest, true).title, presenter: t.who, form: null };
      last = addItem(
        a,
        t.time,
        [t.at],
        t.rest.text === '' ? [] : [parted.title],
        parted.presenter === null ? [] : [parted.presenter],
      );
      if (t.who === null && t.rest.text !== '') a.forms.push({ item: last, said: t.rest, form: parted.form });
      listed = null;
      last.heading = /:\s*$/u.test(t.rest.text);
      open = t.rest.text === '' || isCut(t.rest.text) || !/[.;:]$/u.test(t.rest.text);
      spoken = false;
      alone = t.rest.text === '';
      to = line.to;
      continue;
    }
    if (/^\d{1,3}[.)]?$/u.test(line.text) && ahead === 1) continue;
    const unmarked = within(line, listMark(line.text));
    const inside = ahead <= 14 && !blocked(lines, timed, i, i + ahead);
    if (isDayOrSession(unmarked.text) || isDayOrSession(line.text.replace(/^[IVX]{1,4}[.)]\s*/u, ''))) {
      if (!inside) break;
      takeDay(a, unmarked.text);
      last = null;
      continue;
    }
    if (endsList(line.text) || beginsDuties(line.text) || beginsAgenda(line.text)) break;
    if (duties && isPartHeading(line.text)) break;
    const kind = markKind(line.text);
    const bracketed = /^\((.{2,160})\)[.;]?$/u.exec(line.text);
    if (bracketed !== null && last !== null && last.presenter.length === 0 && line.gap === 0) {
      const inner = bare(line);
      if (isPerson(inner.text.replace(/^MC\s*:\s*/u, ''))) {
        const who = tidyPresenter(inner);
        if (who !== null) last.presenter.push(who);
        to = line.to;
        continue;
      }
    }
    if (isSpoken(line.text)) {
      script = true;
      spoken = true;
      if (!inside) break;
      continue;
    }
    if (last === null) {
      if (!inside) break;
      continue;
    }
    if (
      kind === 'roman' ||
      (kind === 'number' &&
        kind !== listed &&
        !(last.timed && line.gap === 0 && /^1[.)]/u.test(line.text)) &&
        !(alone && last.title.length === 0) &&
        mark !== 'number' &&
        isNumberedHeading(line.text) &&
        !(last.heading && line.gap === 0))
    ) {
      if (ahead > 2) break;
      last = null;
      continue;
    }
    if (isDirection(line.text)) {
      if (!inside) break;
      continue;
    }
    const label = /^(?:người |đơn vị )?(?:trình bày|thực hiện|phụ trách|chủ trì|báo cáo viên|điều hành)\s*:\s*/iu.exec(
      unmarked.text,
    );
    if (spoken && label === null) {
      if (!inside) break;
      continue;
    }
    if (label !== null && last.presenter.length === 0) {
      const who = tidyPresenter(within(unmarked, label[0].length));
      if (who !== null) last.presenter.push(who);
    } else if (last.title.length === 0) {
      const said = /^(?:nội dung|hoạt động|công việc)\s*:\s*/iu.exec(unmarked.text)?.[0].length ?? 0;
      const parted = partTitle(within(unmarked, said), false);
      listed = kind === 'none' ? null : kind;
      last.title.push(parted.title);
      if (parted.presenter !== null) last.presenter.push(parted.presenter);
      open = !/[.;]$/u.test(line.text);
    } else if (
      kind === 'none' &&
      line.gap === 0 &&
      open &&
      (startsLower(line.text) || isCut(wordsOf(last.presenter.length > 0 ? last.presenter : last.title)))
    ) {
      lengthen(last, line);
    } else if (
      kind === 'none' &&
      alone &&
      last.timed &&
      last.presenter.length === 0 &&
      line.gap === 0 &&
      line.text.length < 120 &&
      (ahead <= 2 || next[i] === lines.length)
    ) {
      // time, title and name each on a line of its own
      const who = tidyPresenter(unmarked);
      if (who !== null) last.presenter.push(who);
    } else if (
      kind === 'none' &&
      last.presenter.length === 0 &&
      isBarePerson(unmarked.text) &&
      (line.gap === 0 || inside)
    ) {
      const who = tidyPresenter(unmarked);
      if (who !== null) last.presenter.push(who);
    } else if (
      kind !== 'none' &&
      (kind !== mark || kind === listed || last.heading || inside) &&
      line.text.length < 400 &&
      (line.gap === 0 || inside || kind !== 'number')
    ) {
      if (!inside && kind === mark && kind !== listed && !last.heading) break;
      if (last.timed && kind !== mark && kind !== listed) last.heading = true;
      if (kind === 'number' && /^1[.)]/u.test(line.text)) listed = kind;
      const parted = partTitle(line, false);
      addItem(a, null, [], [parted.title], parted.presenter === null ? [] : [parted.presenter]);
      open = !/[.;]$/u.test(line.text);
    } else if (!inside) {
      break;
    } else if (!script && line.text.length < 200 && line.gap === 0 && /^\p{Lu}/u.test(line.text)) {
      const parted = partTitle(line, false);
      addItem(a, null, [], [parted.title], parted.presenter === null ? [] : [parted.presenter]);
    } else unread.push(line);
    const made = a.items[a.items.length - 1];
    if (made !== undefined && !made.timed && last.timed === false) last = made;
    to = line.to;
  }
  settleForms(a);
  const items = a.items.filter((item) => item.title.some((p) => p.text !== ''));
  a.items.length = 0;
  a.items.push(...items);
  setBlocks(a.items);
  const from = lines[start]?.from ?? 0;
  return [items.length === 0 ? null : { assembly: a, from, to, unread }, i];
}

/** A wrapped line goes on with what stood last: the one who does it, or the title. */
function lengthen(item: Item, line: Line): void {
  const parts = item.presenter.length > 0 ? item.presenter : item.title;
  const cut = tidyPresenter(line) ?? line;
  if (parts === item.title) {
    const parted = partTitle(line, true);
    parts.push(parted.title);
    if (parted.presenter !== null) item.presenter.push(parted.presenter);
  } else parts.push(cut);
}

function unglued(p: Piece, glued: boolean): TitleParts {
  const parted = partTitle(p, false);
  return parted.presenter === null && glued ? (partGlued(p) ?? parted) : parted;
}

/** Column headings that nothing parts: the cells below them are parted by nothing either. */
const GLUED_HEADS =
  /(?:thời gian|giờ)[\s]*nội dung[^.;]{0,30}(?:thực hiện|trình bày|phụ trách|chủ trì|điều hành|đơn vị|trách nhiệm)/u;

/** "II. DIỄN BIẾN", "B. CHƯƠNG TRÌNH" */
const isPartHeading = (text: string): boolean => text.length < 120 && /^(?:[IVX]{1,4}|[A-H])[.)]\s/u.test(text);

/** "PHẦN II. CHƯƠNG TRÌNH BUỔI LỄ": what comes is another list. */
const beginsAgenda = (text: string): boolean =>
  text.length < 100 && /^(?:[IVX]{1,4}[.)]|[A-H][.)]\s|phần\s)/iu.test(text) && namesAgenda(text);

/** "5. Phân công phục vụ": times behind it are of those who prepare. */
const beginsDuties = (text: string): boolean =>
  text.length < 140 &&
  isNumberedHeading(text) &&
  namesDuties(text) &&
  !namesAgenda(text) &&
  !beginsAction(text.slice(listMark(text))) &&
  !/\d\s?[hg:]\s?\d/iu.test(text);

/** A section begins between here and the next line with a time. */
function blocked(lines: readonly Line[], timed: readonly (TimedLine | null)[], from: number, to: number): boolean {
  for (let k = from; k < to && k < lines.length; k++) {
    const text = lines[k]?.text ?? '';
    if (timed[k] === null && (endsList(text) || beginsDuties(text))) return true;
    if (
      timed[k] === null &&
      /^[IVX]{1,4}[.)]\s/u.test(text) &&
      !isDayOrSession(text.replace(/^[IVX]{1,4}[.)]\s*/u, '')) &&
      to - k > 2
    )
      return true;
    if (isTimeLine(text)) return false;
  }
  return to >= lines.length;
}

type Mark = 'none' | 'number' | 'roman' | 'dash' | 'plus' | 'dot' | 'letter';

function markKind(text: string): Mark {
  if (/^[IVX]{1,5}\s?[.)/]\s/u.test(text)) return 'roman';
  if (/^\(?\d{1,2}(?:\.\d{1,2})?\s?[.)](?:\s|(?=\p{L}))/u.test(text)) return 'number';
  if (/^[a-hđ][.)]\s/iu.test(text)) return 'letter';
  if (/^\+/.test(text) || /^-\s*\+/.test(text)) return 'plus';
  if (/^[-–—]/u.test(text)) return 'dash';
  return listMark(text) > 0 ? 'dot' : 'none';
}

/** A heading of a programme over few lines, which then needs less other evidence. */
export const isAgendaHeading = (text: string): boolean => text.length < 160 && namesAgenda(text);
