import type { TimeOfDay } from '../time/time';
import { type DateFound, datesIn } from './dates';
import { isNumberedHeading, type Line, listMark, lower } from './lines';
import { isDutySection, type Section } from './sections';
import { type TimeFound, timesIn } from './times';

export type DateRole = 'event' | 'deadline' | 'cited' | 'signing' | 'anniversary' | 'rehearsal' | 'other';

/** A date of the document with what it is there for. Places are offsets of the normal text. */
export interface Mention {
  readonly date: DateFound;
  readonly from: number;
  readonly to: number;
  readonly role: DateRole;
  /** How much it says that the event is on that day. */
  readonly weight: number;
  /** The time that stands beside it. */
  readonly time: {
    readonly start: TimeOfDay | null;
    readonly end: TimeOfDay | null;
    readonly from: number;
    readonly to: number;
  } | null;
  readonly line: number;
}

const LIMIT =
  /(?<!\p{L})(?:trước|chậm nhất|muộn nhất|hạn cuối|hạn chót|thời hạn|hạn(?!g)|đến hết|không muộn hơn|không quá|hoàn thành|hoàn thiện|xong)(?:[\s:,\d'’(.-]|là|vào|lúc|hồi|ngày|giờ|phút|h|g|trong|sáng|chiều|thứ|hai|ba|tư|năm|sáu|bảy|chủ nhật|hết|trước)*$/u;
const NUMBERED = /(?:^|[\s(])số\s?:?\s?[\d….]*\s?[-–/]?\s?[^;:\n]{0,44}$/u;
const CITED =
  /(?:nghị quyết|kế hoạch|công văn|quyết định|chỉ thị|kết luận|thông báo|thông tri|hướng dẫn|giấy mời|tờ trình|quy định|nghị định|thông tư|luật|công điện|đề án|văn bản|quy chế)(?:\s[^.;:\n]{0,70}?)?,?\s*(?:ban hành\s*)?(?:ngày\s*)?$/u;
const REHEARSAL =
  /tổng duyệt|sơ duyệt|duyệt chương trình|chạy thử|thử đường truyền|kiểm tra kỹ thuật|kiểm tra đường truyền|kiểm tra, kết nối|kết nối thử|họp chuẩn bị|kiểm tra công tác|hợp luyện|tập dượt|tổng dợt|dợt|luyện tập|chạy chương trình|họp trù bị|rà soát/u;
const ANNIVERSARY =
  /kỷ niệm|kỉ niệm|ngày thành lập|ngày sinh|truyền thống|chào mừng|quốc khánh|giải phóng|ngày mất|lần thứ .{0,10}\(/u;
/** "nay chuyển sang 14h00 ngày …": the day that counts from now on. */
const MOVED =
  /(?:chuyển|dời|lùi|hoãn|điều chỉnh|thay đổi|đổi lịch|đổi|rút)(?:\s+\p{L}+){0,6}?(?:\s+từ\s[^.;]{2,40}?)?\s+(?:sang|thành|đến|tới|lại|vào|xuống|lên|như sau|về)(?:[\s,:\d'’(.-]|là|vào|lúc|hồi|từ|ngày|giờ|phút|h|g|sáng|chiều|tối|thứ|hai|ba|tư|năm|sáu|bảy|chủ nhật)*$/u;
export const REPORT =
  /báo cáo(?!\s+viên)|hồi báo|phúc đáp|(?<!(?:họp|thông|đài|tòa soạn|cơ quan) )báo (?!chí|cáo)|đăng ký|đăng kí|gửi|nộp|xác nhận|báo về|thông báo về|phản hồi|đề xuất|tổng hợp (?:ý kiến|kết quả|báo cáo|danh sách|gửi|kiến nghị)/u;
/** "thay cho ngày 21/7/2026": the day that counts no longer. */
const REPLACED = /(?:thay (?:cho|vì)[^.;]{0,24}|(?:chuyển|dời|lùi|hoãn|đổi)(?: lịch)? từ\s[^.;]{0,24})$/u;
const MEETS = /hội nghị|đại hội|tổ chức|diễn ra|tham dự|lớp|tập huấn/u;
const LABEL =
  /^(?:\d\s?ngày,?\s*)?(?:thời gian|thời điểm|ngày họp|ngày tổ chức)(?!\s+(?:hoàn thành|nộp|gửi|báo cáo|đăng ký|thực hiện xong))[^:.]{0,40}(?:[:\t|]|$|(?=\s+(?:từ|lúc|vào|ngày)))/u;

/** Every date of the document, with its role. `inAgenda`, `inBanner` and `inDues` tell by offset. */
export function mentionsOf(
  text: string,
  lines: readonly Line[],
  sections: readonly Section[],
  year: number,
  inAgenda: (offset: number) => boolean,
  inBanner: (offset: number) => boolean,
  inDues: (offset: number) => boolean,
): readonly Mention[] {
  const mentions: Mention[] = [];
  let labelled = -9;
  // what has the same mark as the label stands beside it, not under it
  let mark = '';
  lines.forEach((line, index) => {
    const body = lower(line.text.slice(listMark(line.text), 400));
    if (LABEL.test(body)) {
      labelled = index;
      mark = line.text.charAt(0);
    } else if (isNumberedHeading(line.text)) labelled = -9;
    if (!/\d|ngày/iu.test(line.text)) return;
    const dates = datesIn(line.text, year);
    const times = dates.length === 0 ? [] : timesIn(line.text);
    let cursor = 0;
    for (const date of dates) {
      while (cursor < times.length && (times[cursor]?.to ?? 0) < date.from - 40) cursor++;
      const from = line.from + date.from;
      const time = beside(times, cursor, date, line.text);
      const placed =
        time === null
          ? null
          : { start: time.start, end: time.end, from: line.from + time.from, to: line.from + time.to };
      const label =
        labelled === index ||
        (index - labelled <= 3 && labelled >= 0 && /^[-+•–]/u.test(line.text) && line.text.charAt(0) !== mark);
      const [role, said]: [DateRole, number] = inDues(from)
        ? ['deadline', 0]
        : roleOf(text, line, index, date, label, time !== null, inAgenda(from), inBanner(from));
      // a day on which somebody prepares is not the day of the event
      const weight = role === 'event' && said < 8 && isDutySection(sections[index] ?? []) ? Math.min(said, 2) : said;
      mentions.push({ date, from, to: line.from + date.to, role, weight, time: placed, line: index });
    }
  });
  return mentions;
}

/** What may stand between a day and its time: "ngày 12/3/2026 (thứ Năm), từ ". */
const BEHIND =
  /^[\s,:(–-]*(?:(?:lúc|vào|từ|hồi|bắt đầu|khoảng|sáng|chiều|tối|buổi|thứ\s\p{L}+|chủ nhật|\))[\s,:(–-]*){0,5}$/iu;

function beside(times: readonly TimeFound[], cursor: number, date: DateFound, text: string): TimeFound | null {
  let before: TimeFound | null = null;
  for (let k = cursor; k < Math.min(times.length, cursor + 6); k++) {
    const t = times[k];
    if (t === undefined) continue;
    if (t.to <= date.from && !/[.;]\s|\d{1,2}\/\d/u.test(text.slice(t.to, date.from)) && date.from - t.to < 40)
      before = t;
    else if (t.from >= date.to) return before ?? (BEHIND.test(text.slice(date.to, t.from)) ? t : null);
  }
  return before;
}

function roleOf(
  text: string,
  line: Line,
  index: number,
  date: DateFound,
  label: boolean,
  timed: boolean,
  agenda: boolean,
  banner: boolean,
): [DateRole, number] {
  const from = line.from + date.from;
  const start = sentenceStart(text, from);
  const before = lower(text.slice(start, from)).replace(/[\s\u2028]+/gu, ' ');
  const near = before.slice(-90);
  const behind = lower(text.slice(line.from + date.to, line.from + date.to + 60));
  const oldest = date.days[0];
  if (banner) return ['event', 6];
  if (oldest !== undefined && Number(oldest.slice(0, 4)) < 2000) return ['anniversary', 0];
  if (/(?:^|[.;]\s*)[-*•+\s]*(?:thời )?hạn\s[^:.;]{2,50}:\s*(?:hết\s+)?(?:ngày\s*)?$/u.test(before))
    return ['deadline', 0];
  // "đăng ký từ ngày 22/7 đến hết ngày 28/7"
  if (
    date.days.length > 1 &&
    REPORT.test(before.slice(-120)) &&
    (/(?:từ|trong)\s*(?:ngày\s*)?$/u.test(near) || /^từ\s/iu.test(line.text.slice(date.from))) &&
    !MEETS.test(near)
  )
    return ['deadline', 0];
  if (LIMIT.test(near.slice(-70)) || (/trong ngày\s*$/u.test(near) && REPORT.test(before))) return ['deadline', 0];
  if (!MOVED.test(near) && NUMBERED.test(near) && !/hội nghị|tổ chức|diễn ra/u.test(NUMBERED.exec(near)?.[0] ?? ''))
    return ['cited', 0];
  if ((isSigning(line, date) || /phát hành(?:\s+ngày)?\s*$/u.test(near)) && !label) return ['signing', 0];
  if (REPLACED.test(near)) return ['other', 0];
  if (label) return [REHEARSAL.test(near) ? 'rehearsal' : 'event', timed ? 11 : 10];
  if (MOVED.test(near)) return ['event', 12];
  if (/hiệu lực|áp dụng|kể từ/u.test(near.slice(-40))) return ['other', 0];
  if (CITED.test(near) && !/hội nghị|tổ chức|diễn ra|chương trình \(|^chương trình/u.test(CITED.exec(near)?.[0] ?? ''))
    return ['cited', 0];
  if (ANNIVERSARY.test(before.slice(-120)) || /^\s*[-–]\s*\d{1,2}[/.]/u.test(behind)) return ['anniversary', 0];
  if (REHEARSAL.test(before)) return ['rehearsal', REPORT.test(before) ? 1 : 0];
  if (
    REPORT.test(before.slice(-260)) &&
    !/(?:được )?(?:tổ chức|diễn ra) (?:vào|lúc|hồi|từ)|khai mạc|tới dự|đến dự|kính mời/u.test(near) &&
    !agenda &&
    timed
  )
    return ['deadline', 0];
  if (agenda) return ['event', 8];
  if (
    index < 25 &&
    line.text.startsWith('(') &&
    line.text.length < 200 &&
    date.from < 140 &&
    !/ban hành|kèm theo|theo |phát hành/u.test(before) &&
    !/\d{4}\s*[-–]\s*\d{1,2}\s?[/.]\s?\d/u.test(line.text)
  )
    return ['event', 7];
  if (
    line.text.length < 90 &&
    date.from < 40 &&
    !/\d{4}\s*[-–]\s*\d{1,2}\s?[/.]\s?\d/u.test(line.text) &&
    index < 25 &&
    !/^(?!.*(?:thời gian|ngày|khai mạc|bắt đầu|lúc)[^:]{0,12}:).*:/u.test(lower(line.text.slice(0, date.from))) &&
    !/[\t|]/u.test(line.raw) &&
    !/đã |ban hành|kèm theo|phát hành/u.test(lower(line.text))
  )
    return ['event', 7];
  if (/v\/v|về việc/u.test(before)) return ['event', 5];
  if (/tổ chức|diễn ra|khai mạc|vào lúc|vào hồi|hội nghị|đại hội|tham dự|dự họp|họp|lễ /u.test(before))
    return ['event', timed ? 6 : 4];
  if (
    /^\s*(?:\([^()]{0,40}\)\s*[-–—]?\s*)?(?:vào\s+)?(?:sáng|chiều|tối)\s+(?:ngày\s+)?$/u.test(before) &&
    start >= line.from - 1 &&
    index < 8
  )
    return ['event', 7];
  // rounds of meetings: every row its time
  if (timed && /^[^\t]{0,4}\t/u.test(line.raw.trimStart()) && date.from < 60) return ['event', 5];
  if (timed || /^\s*(?:\([^()]{0,40}\)\s*[-–—]?\s*)?(?:vào\s+)?(?:sáng|chiều|tối)\s+(?:ngày\s+)?$/u.test(before))
    return ['event', 4];
  return ['other', 1];
}

/** "Hải Phòng, ngày 02 tháng 02 năm 2026", alone or in the right half of the head. */
function isSigning(line: Line, date: DateFound): boolean {
  if (line.text.length > 400) return false;
  const before = line.text.slice(0, date.from).replace(/^.*\t\s*/u, '');
  const behind = line.text.slice(date.to).trim();
  // the dateline of a press notice
  if (/^\([\p{L}\s.]{2,40},\s*(?:ngày\s*)?$/u.test(before) && /^\)\s*[–—-]/u.test(behind)) return true;
  const dayWord = /^(?:thứ|chủ nhật|sáng|chiều|tối|ngày)(?!\p{L})/iu.test(before);
  if (!dayWord && /^[\p{L}\s.]{2,40},\s*(?:ngày\s*)?$/u.test(before) && /^[–-]/u.test(behind)) return true;
  return (
    /^[\p{L}\s.()-]{2,50},\s*(?:PL\.?\s?\d{4},?\s*)?(?:ngày\s*)?$/u.test(before) &&
    /^[.|]?$/u.test(behind) &&
    /tháng/iu.test(line.text)
  );
}

/** The begin of the sentence an offset stands in; it may stand some lines above. */
export function sentenceStart(text: string, at: number): number {
  const limit = Math.max(0, at - 420);
  for (let i = at - 1; i >= limit; i--) {
    const c = text.charAt(i);
    if (c === ';' || c === '\t') return i + 1;
    if (
      c === '.' &&
      /^\s+\p{Lu}/u.test(text.slice(i + 1, i + 6)) &&
      !/(?:^|[\s(])\p{Lu}{1,2}$|\d$/u.test(text.slice(Math.max(0, i - 3), i))
    )
      return i + 1;
    if (c === '\n' && /^[ \t]*(?:[-–+•*]|\(|\d{1,2}[.)]|[IVX]{1,4}\.|\p{Lu})/u.test(text.slice(i + 1, i + 8)))
      return i + 1;
  }
  return limit;
}
