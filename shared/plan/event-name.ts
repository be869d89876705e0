import { datesIn } from './dates';
import { isNumberedHeading, isUpper, type Line, lower, type Piece } from './lines';

/** Titles of documents; none of them is part of the name of an event. */
const TITLE =
  /^(?:dự thảo\s+|dự kiến\s+)?(?:kế hoạch(?: liên tịch)?|(?:chương trình|lịch trình|kịch bản|tiến trình|lịch)(?:\s+(?:chi tiết|tổng thể|điều hành|dự kiến|làm việc))*|giấy mời(?:\s+(?:họp|dự))?|thư mời|thiệp mời|thông báo|công văn|thông cáo báo chí|tờ trình|hướng dẫn|tin vắn)(?!\p{L})[\s:.-]*/iu;
/** What stands in the head behind the name. */
const BEHIND =
  /^(?:cộng hòa|cộng hoà|độc lập|đảng cộng sản|ngày |thời gian|địa điểm|tại |thứ |sáng |chiều |tối |thành phần|kính |trân trọng|tới dự|căn cứ|thực hiện|số\s|dự kiến|\d|\(|\*|-|_|ban |đại hội diễn ra|hội nghị (?:được|diễn ra))/iu;
const VERB =
  /^(?:(?:v\/v|về việc|về)\s+)?(?:(?:tổ chức|tham dự|mời dự|mời tham dự|mời|dự(?!\s+kiến)|phục vụ|chuẩn bị|triệu tập dự|triệu tập|bảo đảm|đảm bảo|mở|thay đổi thời gian|phối hợp tổ chức)\s+){1,2}(?=\p{L}{2})/iu;

/**
 * What the event is called: the lines under the title of the document, or what it is about ("V/v …"), or what one is
 * asked to come to. `titleAt` is the line of the title, -1 for none.
 */
export function eventName(lines: readonly Line[], titleAt: number): Piece | null {
  const title = lines[titleAt];
  const about = lines.slice(0, 30).find((l) => /^(?:v\/v|về việc)(?!\p{L})/iu.test(l.text) && l.text.length < 260);
  const below = title === undefined ? null : belowTitle(lines, titleAt);
  const asked = below === null && about === undefined ? askedTo(lines) : null;
  const found = below ?? (about === undefined ? asked : { from: about.from, to: about.to, text: about.text });
  return found === null ? null : tidied(found);
}

function belowTitle(lines: readonly Line[], titleAt: number): Piece | null {
  const title = lines[titleAt];
  if (title === undefined) return null;
  const parts: Piece[] = [];
  const rest = title.text.replace(TITLE, '');
  if (rest.length > 6 && !/\t/u.test(title.text))
    parts.push({ from: title.to - rest.length, to: title.to, text: rest });
  for (const line of lines.slice(titleAt + 1, titleAt + 5)) {
    // a sentence is no name
    if (line.text.length > 110 && /\.$/u.test(line.text)) break;
    if (line.text.length > 260 || isNumberedHeading(line.text) || /\t|:$/u.test(line.text)) break;
    if (BEHIND.test(line.text) || (parts.length > 0 && line.gap > 0 && !isUpper(line.text))) break;
    parts.push(line);
  }
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (first === undefined || last === undefined) return null;
  return { from: first.from, to: last.to, text: parts.map((p) => p.text).join(' ') };
}

/** "… trân trọng kính mời … tới dự Hội nghị …, tổ chức vào …" */
function askedTo(lines: readonly Line[]): Piece | null {
  for (const line of lines.slice(0, 30)) {
    const m = /(?:^|\s)(?:tới dự|đến dự|tham dự|dự)\s+(?=\p{Lu}|buổi\s|lễ\s|hội\s|cuộc\s)/u.exec(
      line.text.slice(0, 1200),
    );
    if (m === null) continue;
    const from = m.index + m[0].length;
    const words =
      line.text
        .slice(from)
        .split(
          /[.;]|,\s(?=tổ chức|được|vào|diễn ra|lúc|từ|khai mạc)|\s(?=tổ chức vào|được tổ chức|vào lúc|vào hồi)/u,
        )[0] ?? '';
    if (words.length >= 8 && words.length <= 240)
      return { from: line.from + from, to: line.from + from + words.length, text: words };
  }
  return null;
}

/** Without the word for what is done about it, and without the day at its end. */
function tidied(p: Piece): Piece {
  const verb = VERB.exec(p.text)?.[0].length ?? 0;
  const whole = p.text.slice(verb);
  let text = whole;
  const date = datesIn(text, 2000)[0];
  const cut =
    date === undefined
      ? null
      : /[\s,(–-]+(?:(?:thứ \S+|chủ nhật|sáng|chiều|vào|ngày),?\s*)*$/iu.exec(text.slice(0, date.from));
  // a day in the middle belongs to the name: "kỷ niệm ngày 20/11"
  if (cut !== null && date !== undefined && date.to >= text.replace(/[).\s]+$/u, '').length)
    text = text.slice(0, cut.index);
  text = text.replace(/[\s.,;:]+$/u, '');
  // lines that were put together are longer where they stand
  const to = p.to - (whole.length - text.length);
  return { from: p.from + verb, to, text: text.charAt(0).toUpperCase() + text.slice(1) };
}

const NO_OFFICE =
  /đảng cộng sản việt nam|cộng hòa|cộng hoà|độc lập|^số|dự thảo|phụ lục|^(?:kế hoạch|chương trình|lịch|giấy mời|thư mời|thông báo|công văn|kịch bản|tiến trình|thông cáo|hội nghị|đại hội|lễ |hội thảo|tọa đàm|ngày hội|nội dung)/u;

/** Who issues the document: of the lines in capitals at its head the lower office, where that has a name of its own. */
export function organiserOf(lines: readonly Line[]): Piece | null {
  const offices: Piece[] = [];
  for (const line of lines.slice(0, 8)) {
    const text = line.text.split(/\t|\s{3,}|\s\|\s/u)[0]?.trim() ?? '';
    if (!isUpper(text) || text.length > 120 || isNumberedHeading(text) || NO_OFFICE.test(lower(text))) {
      if (offices.length > 0) break;
      continue;
    }
    const at = line.from + line.text.indexOf(text);
    offices.push({ from: at, to: at + text.length, text });
  }
  const first = offices[0] ?? null;
  const second = offices[1];
  return second !== undefined && second.text.split(/\s+/u).length >= 4 ? second : first;
}
