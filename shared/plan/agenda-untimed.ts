import { type Assembly, addItem, newAssembly } from './assembly';
import { isUpper, type Line, listMark, startsLower, within } from './lines';
import { beginsDuties } from './sections';
import { timesIn } from './times';
import { partTitle, type TitleParts, tidyPresenter } from './titles';
import { endsList, evidence, isDayOrSession } from './vocabulary';

const HEADING =
  /^(?:[IVX]{1,4}[.)]\s*|\d{1,2}[.)]\s*|[-*•]\s*)?(?:(?:nội dung\s+)?chương trình|thứ tự tiến hành|trình tự|tiến trình)(?:\s+tiến hành)?(?:\s+(?:hội nghị|buổi lễ|lễ|đại hội|cụ thể|dự kiến|chi tiết|làm việc|ngày hội|gặp mặt|tọa đàm|họp báo|hội thảo|phần lễ))*\s*(?:như sau|gồm(?: có)?|bao gồm)?\s*:?$/iu;

/** "Nội dung họp báo:" heads a programme only where most items say how long they take. */
const TOPICS =
  /^(?:[IVX]{1,4}[.)]\s*|\d{1,2}[.)]\s*|[-*•]\s*)?nội dung(?!\s+(?:chính|trọng tâm|cơ bản|chủ yếu|chuyên đề|học tập|báo cáo))(?:\s+\p{L}+){0,5}\s*:?$/iu;
const LENGTH = /\(\s*\d{1,3}\s*(?:phút|['’′])\s*\)|[-–:]\s*\d{1,3}\s*phút/iu;

export interface UntimedAgenda {
  readonly assembly: Assembly;
  readonly from: number;
  readonly to: number;
}

/**
 * A programme that only counts its items, under a heading that says so. Half of them at least must be what programmes
 * have; a list of topics is none.
 */
export function untimedAgenda(
  lines: readonly Line[],
  free: (line: Line) => boolean,
  year: number,
): UntimedAgenda | null {
  for (let i = 0; i < lines.length; i++) {
    const heading = lines[i];
    if (heading === undefined || !free(heading) || heading.text.length > 80) continue;
    const named = HEADING.test(heading.text);
    // "1. Chào cờ - 5 phút" needs no heading
    const counted = listMark(heading.text) > 0 && LENGTH.test(heading.text);
    if (!named && !counted && !TOPICS.test(heading.text)) continue;
    const found = itemsBelow(lines, counted ? i : i + 1, free, year, named);
    if (found !== null) return found;
  }
  return null;
}

function itemsBelow(
  lines: readonly Line[],
  start: number,
  free: (line: Line) => boolean,
  year: number,
  named: boolean,
): UntimedAgenda | null {
  const a = newAssembly(year);
  let shown = 0;
  let lengths = 0;
  let blanks = 0;
  let mark = '';
  let to = start;
  for (let k = start; k < lines.length; k++) {
    const line = lines[k];
    if (line === undefined || !free(line) || endsList(line.text) || beginsDuties(line.text) || line.text.length > 300)
      break;
    const caption =
      /^(?:[A-HIVX]{1,4}[.)]\s|phần\s)/iu.test(line.text) && (isUpper(line.text) || /^phần\s/iu.test(line.text));
    if (caption || isDayOrSession(line.text)) continue;
    if (timesIn(line.text.slice(0, 40)).length > 0) return null;
    if (listMark(line.text) === 0) {
      const last = a.items[a.items.length - 1];
      if (last === undefined || line.gap > 0 || !startsLower(line.text)) break;
      last.title.push(line);
      to = line.to;
      continue;
    }
    // a list keeps its marks, and its numbers go on; what breaks them is another list
    const sort = markOf(line.text);
    if (mark !== '' && sort !== mark && a.items.length > 0) break;
    mark = sort;
    if (/…|\.{4,}|_{3,}/u.test(line.text)) blanks++;
    const length = LENGTH.exec(line.text);
    if (length !== null) lengths++;
    const parted = withLength(line, length);
    addItem(a, null, [], [parted.title], parted.presenter === null ? [] : [parted.presenter]);
    if (evidence(parted.title.text) > 0) shown++;
    to = line.to;
  }
  // "Nội dung:" over what is on every agenda, with names
  const plain = shown === a.items.length && a.items.some((t) => t.presenter.length > 0);
  // a form to fill in
  if (blanks * 4 >= a.items.length) return null;
  const enough = (lengths * 2 >= a.items.length && lengths >= 3) || (named && shown * 2 >= a.items.length);
  if (!(plain && a.items.length >= 3) && !(enough && a.items.length >= 4)) return null;
  return { assembly: a, from: lines[start]?.from ?? 0, to };
}

/** "… (15 phút) - Bà Lan": the length stands between the words and the name, and is kept with neither. */
function withLength(line: Line, length: RegExpExecArray | null): TitleParts {
  if (length === null) return partTitle(line, false);
  const rest = within(line, length.index + length[0].length);
  const bracket = /^\((.*)\)[.;]?$/u.exec(rest.text);
  const behind = bracket === null ? rest : within(rest, 1, 1 + (bracket[1]?.length ?? 0));
  const who = /^[\s,;:–-]*$/u.test(behind.text) ? null : tidyPresenter(behind);
  const title = partTitle(within(line, 0, length.index), false);
  return { ...title, presenter: title.presenter ?? who };
}

const markOf = (text: string): string =>
  /^\(?\d/u.test(text) ? 'number' : /^[a-hđ][.)]/iu.test(text) ? 'letter' : text.charAt(0);
