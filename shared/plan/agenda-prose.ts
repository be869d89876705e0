import { type Assembly, addItem, type Item, isCut, newAssembly, setBlocks, takeDay, wordsOf } from './assembly';
import { isTimeLine } from './cell-headings';
import { settleForms } from './forms';
import { isNumberedHeading, type Line, listMark, lower, type Piece, startsLower, within } from './lines';
import { paragraphsOf } from './paragraphs';
import { beginsAgenda, beginsDuties, isPartHeading } from './sections';
import {
  bare,
  clausesOf,
  isDirection,
  isLabelled,
  type TimedLine,
  timedLine,
  timedSession,
  withFields,
} from './timed-line';
import { partGlued, partTitle, type TitleParts, tidyPresenter } from './titles';
import {
  dayOfHeading,
  endsList,
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
  const fielded = withFields(paragraphsOf(text, given, free, false));
  const whole = fielded.lines;
  const lines = whole.flatMap((line) => (free(line) ? clausesOf(line) : [line]));
  const timed = lines.map((line, k) =>
    free(line)
      ? (fielded.timed.get(line) ?? timedLine(line, year, isLabelled(lines, k)) ?? overList(lines, k, year))
      : null,
  );
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

/** A session with its time, where a list without times stands under it. */
function overList(lines: readonly Line[], k: number, year: number): TimedLine | null {
  const [line, next] = [lines[k], lines[k + 1]];
  if (line === undefined || next === undefined || listMark(next.text) === 0 || timedLine(next, year) !== null)
    return null;
  return timedSession(line);
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
      last.marked = listMark(t.rest.text) > 0;
      last.heading = /:\s*$/u.test(t.rest.text);
      open = t.rest.text === '' || isCut(t.rest.text) || !/[.;:]$/u.test(t.rest.text);
      spoken = false;
      alone = t.rest.text === '';
      to = line.to;
      continue;
    }
    if (/^\d{1,3}[.)]?$/u.test(line.text) && ahead === 1) continue;
    if (/^\d{1,3}\s?(?:phút|['’′])$/u.test(line.text)) continue;
    const unmarked = within(line, listMark(line.text));
    const inside = ahead <= 14 && !blocked(lines, timed, i, i + ahead);
    if (isDayOrSession(unmarked.text) || isDayOrSession(line.text.replace(/^[IVX]{1,4}[.)]\s*/u, ''))) {
      if (!inside) break;
      takeDay(a, unmarked.text);
      last = null;
      continue;
    }
    // "Phòng B (Tầng 2)" over the items of the next room
    if (ahead === 1 && line.text.length < 100 && ROOM.test(line.text) && isEarlier(timed[i + 1], last)) {
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
      const day = dayOfHeading(line.text);
      if (day !== null) takeDay(a, day);
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
    } else if (!inside && isNote(line)) {
      break;
    } else if (
      kind !== 'none' &&
      (kind !== mark || kind === listed || last.heading || inside) &&
      line.text.length < 400 &&
      (line.gap === 0 || inside || kind !== 'number')
    ) {
      if (!inside && kind === mark && kind !== listed && !last.heading) break;
      if (last.timed && !last.marked && kind !== mark && kind !== listed) last.heading = true;
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

const ROOM = /^(?:phòng|tiểu ban|phân ban|nhóm|phiên|hội trường)\s+\S/iu;

/** The next time goes back behind the last: another room begins. */
const isEarlier = (next: TimedLine | null | undefined, last: Item | null): boolean =>
  next?.time.start != null && last?.start != null && next.time.start <= last.start;

/** Column headings that nothing parts: the cells below them are parted by nothing either. */
const GLUED_HEADS =
  /(?:thời gian|giờ)\s*(?:nội dung|hoạt động|công việc|chương trình)[^.;]{0,30}(?:thực hiện|trình bày|phụ trách|chủ trì|điều hành|đơn vị|trách nhiệm)/u;

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

/** "* Báo cáo viên gửi bài trước ngày 24/9/2026" below a list: what has to be done by then is no item. */
const isNote = (line: Line): boolean =>
  (line.gap > 0 && /^[*(]\s?\*?/u.test(line.text)) ||
  /(?:^|\s)(?:gửi|nộp|đăng ký|hoàn thành)\s.*\strước\s.*\d{1,2}\s?[/.]\s?\d{1,2}/u.test(lower(line.text));

type Mark = 'sub' | 'none' | 'number' | 'roman' | 'dash' | 'plus' | 'dot' | 'letter';

function markKind(text: string): Mark {
  if (/^[IVX]{1,5}\s?[.)/]\s/u.test(text)) return 'roman';
  if (/^\d{1,2}\.\d{1,2}\.?\s/u.test(text)) return 'sub';
  if (/^\(?\d{1,2}\s?[.)](?:\s|(?=\p{L}))/u.test(text)) return 'number';
  if (/^[a-hđ][.)]\s/iu.test(text)) return 'letter';
  if (/^\+/.test(text) || /^-\s*\+/.test(text)) return 'plus';
  if (/^[-–—]/u.test(text)) return 'dash';
  return listMark(text) > 0 ? 'dot' : 'none';
}

/** A heading of a programme over few lines, which then needs less other evidence. */
export const isAgendaHeading = (text: string): boolean => text.length < 160 && namesAgenda(text);
