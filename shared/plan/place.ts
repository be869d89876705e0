import { datesIn } from './dates';
import { isNumberedHeading, type Line, listMark, lower, type Piece, within } from './lines';
import { levelFit, type OfficeLevel } from './office-level';
import { timesIn } from './times';
import { isOffice, namesPlace } from './vocabulary';

const LABEL =
  /(?:^|[\s.;,*(•●–-])(?:địa điểm(?![^:.;\n]{0,40}(?:kiểm tra|tổng duyệt|đăng ký|nộp|nhận))[^:.;\t|\n]{0,44}?|nơi (?:họp|tổ chức|diễn ra|làm việc|tập trung)[^:.;\t|\n]{0,24})(?:\([^()]{0,60}\))?\s*(?::|\t|\||(?<=điểm )là\s|(?<=(?:điểm|chức|họp|ra)\s)[–-]\s|$)\s*|(?:^|[\s.;,*(•●])(?:được )?(?:tổ chức |diễn ra )?tại\s?:\s*/giu;
const CENTRE_LABEL =
  /(?:^|[\s.;*(•-])điểm cầu (?:chính|trung tâm|trung ương|thành phố|tỉnh|xã|phường|cấp \S+|(?:đảng|thành|tỉnh) (?:ủy|uỷ))\s*(?:\([^()]{0,40}\)\s*)?(?::|đặt tại|tại)\s*/giu;
const CENTRAL = /trung ương|diên hồng|tòa nhà quốc hội|toàn quốc|hà nội \(điểm|chính phủ/u;
const MANY = /\d{1,4} (?:xã|phường|điểm cầu)|các (?:xã|phường|điểm cầu|đơn vị|chi bộ)/u;
const SAID = /(?:^|[\s,(])(?:tại|ở|trong)\s+(?=\p{L})/giu;
const BESIDE_DATE = /(?:\d{4}|\d{1,2}[/.]\d{1,2}|\)|tư|năm|sáu|bảy|hai|ba|nhật)\s?(?:[,.;|•·–—-]|\s-)\s*(?=\p{L})/giu;
const MEETING = /thời gian|ngày|giờ|\dh|tổ chức|diễn ra|tham dự|đến dự|tới dự|họp|hội nghị|khai mạc/u;
const ELSEWHERE =
  /gửi|báo cáo|liên hệ|tổng duyệt|sơ duyệt|nhận tài liệu|đăng ký|kiểm tra|chuẩn bị|tập kết|xuất phát|ăn nghỉ|nghỉ tại|đón/u;

interface Candidate {
  readonly p: Piece;
  readonly score: number;
}

/** The place of this committee's meeting: after a label, after "tại", or beside what says when it is (`dates`). */
export function findPlace(
  lines: readonly Line[],
  free: (line: Line) => boolean,
  level: OfficeLevel,
  dates: readonly Piece[],
): Piece | null {
  let best: Candidate | null = null;
  let section = '';
  const offer = (p: Piece | null, score: number): void => {
    if (p === null || score <= 0 || !/\p{L}{2}/u.test(p.text)) return;
    if (best === null || score > best.score) best = { p, score };
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) continue;
    if (isNumberedHeading(line.text) && line.text.length < 200) section = lower(line.text);
    if (line.text.length > 20_000) continue;
    const isFree = free(line);
    const elsewhere = (CENTRAL.test(section) ? 12 : 0) + (isFree ? 0 : 6);
    const lowerLevel = /trực thuộc|chi bộ|cơ sở|các đơn vị/u.test(section) && !/cấp/u.test(section) ? 4 : 0;
    // "Địa điểm:" over a list of the places of each level
    if (/^(?:[\d.IVXa-hđ)\s*•+-]{0,8})?địa điểm[^:.;]{0,30}:?$/iu.test(line.text))
      for (let k = i + 1; k < Math.min(lines.length, i + 5); k++) {
        const below = lines[k];
        const listed = below === undefined ? null : /^[-+•*]\s*([^:]{4,60}):\s*/u.exec(below.text);
        if (below === undefined || listed === null) break;
        const p = ended(within(below, listed[0].length));
        if (namesPlace(p.text))
          offer(
            p,
            21 -
              (k - i) * 0.1 +
              levelFit(level, listed[1] ?? '') * 2 -
              (CENTRAL.test(lower(`${p.text} ${listed[1]}`)) ? 12 : 0),
          );
      }
    for (const m of line.text.matchAll(LABEL)) {
      // without a sign behind it only a short label is one, not a sentence that speaks of a place
      if (!/[:\t|]\s*$|là\s*$|[–-]\s*$/u.test(m[0]) && (m[0].trim().length > 24 || m.index > 6)) continue;
      const place = labelled(lines, i, m.index + m[0].length);
      if (place === null) continue;
      const before = lower(line.text.slice(Math.max(0, m.index - 60), m.index));
      const own = /địa điểm|nơi/iu.test(m[0]);
      const score =
        (own ? 20 : 16) -
        elsewhere -
        lowerLevel -
        (CENTRAL.test(lower(place.text)) ? 12 : 0) -
        (/điểm cầu (?:các|chi|tại các|cơ sở)/u.test(lower(place.text)) ? 4 : 0) -
        (/tổng duyệt|sơ duyệt|duyệt chương trình/u.test(before) ? 12 : 0);
      // a list of halls is not the hall
      offer(place, score - (MANY.test(lower(place.text)) ? 5 : 0) + levelFit(level, `${section} ${before}`) * 2);
    }
    if (!isFree || line.text.length > 4000) continue;
    for (const m of line.text.matchAll(CENTRE_LABEL)) {
      const place = ended(within(line, m.index + m[0].length));
      const central = CENTRAL.test(lower(`${m[0]} ${place.text}`)) ? 10 : 0;
      if (namesPlace(place.text)) offer(place, 13 - elsewhere - central + levelFit(level, m[0]) * 2);
    }
    inSentence(lines, i, dates, offer, elsewhere);
  }
  return (best as Candidate | null)?.p ?? null;
}

/** What stands behind a label, in its line or in the next one; null where that is no place. */
function labelled(lines: readonly Line[], i: number, at: number): Piece | null {
  const line = lines[i];
  if (line === undefined) return null;
  const rest = within(line, at);
  const next = lines[i + 1];
  const p =
    rest.text === '' && next !== undefined && !isNumberedHeading(next.text) ? within(next, listMark(next.text)) : rest;
  if (
    /(?:có|sẽ) thông báo|chưa xác định|thông báo sau|(?:^|tại |theo )(?:phụ lục|công văn|giấy mời)/iu.test(
      p.text.slice(0, 60),
    )
  )
    return null;
  if (/^(?:thời gian|thành phần|nội dung|số lượng|chương trình|không thay đổi(?! \())(?!\p{L})/iu.test(p.text))
    return null;
  if (namesPlace(p.text) && !/^tại\s/iu.test(p.text)) return ended(p);
  // "Thời gian, địa điểm: 8h00, ngày …, tại …" names the place last; another label names none
  // behind a stroke another place is named
  const told = /(?:^|[\s,(])tại\s+/iu.exec(p.text.slice(0, 300).split(';')[0] ?? '');
  if (
    told !== null &&
    !p.text.slice(0, told.index).includes(';') &&
    (told.index < 2 || namesPlace(p.text.slice(told.index + told[0].length)))
  ) {
    const whole = within(p, told.index + told[0].length);
    return ended(whole);
  }
  const timed = /^\W*(?:từ |lúc |vào |hồi |sáng |chiều |ngày |thứ |\d{1,2}\s?(?:[hg:]|giờ|\/))/iu.test(p.text);
  if (!timed) return told === null ? ended(p) : ended(within(p, told.index + told[0].length));
  const beside = [...p.text.slice(0, 300).matchAll(BESIDE_DATE)].find((m) =>
    namesPlace(p.text.slice(m.index + m[0].length)),
  );
  return beside === undefined ? null : ended(within(p, beside.index + beside[0].length));
}

function inSentence(
  lines: readonly Line[],
  i: number,
  dates: readonly Piece[],
  offer: (p: Piece, score: number) => void,
  elsewhere: number,
): void {
  const line = lines[i];
  if (line === undefined) return;
  const take = (at: number, bare: boolean): void => {
    const p = within(line, at);
    // beside the day of the event anything with a name is a place
    const near = dates.some(
      (d) => d.from < p.from + 80 && d.from > p.from - 130 && d.to > line.from && d.from < line.to,
    );
    if (
      !namesPlace(p.text) &&
      !(near && !bare && /^(?!Phụ lục|Điều|Mục|Công văn|Kế hoạch|Quyết định|Thông báo|Giấy mời)\p{Lu}/u.test(p.text))
    )
      return;
    const before = lower(line.text.slice(Math.max(0, at - 130), at));
    const prior = lower(lines[i - 1]?.text.slice(-160) ?? '');
    const dated = datesIn(line.text.slice(Math.max(0, at - 130), at), 2000).length > 0 || timesIn(before).length > 0;
    const headed = line.text.length < 140 && i < 25 && (at < 8 || MEETING.test(prior));
    if (!dated && !headed && !MEETING.test(before)) return;
    // an office is a place only behind a word that says so
    if (
      bare &&
      /^(?:phòng\s+(?![^,;]{0,18}\d|họp|hội|số|\d|\p{Lu}?\.?\d|khánh tiết|âm nhạc|truyền)|trung tâm\s+y|ubnd|ủy ban)/iu.test(
        p.text,
      )
    )
      return;
    const place = ended(p);
    const score =
      8 +
      (dated ? 3 : 0) +
      (near ? 4 : 0) -
      (/^điểm cầu/iu.test(place.text) ? 5 : 0) +
      (/tổ chức|diễn ra|khai mạc|tham dự|dự họp|dự hội/u.test(before) ? 1 : 0) -
      elsewhere -
      (CENTRAL.test(lower(place.text)) ? 12 : 0) -
      (ELSEWHERE.test(before.slice(-70)) ? 7 : 0) -
      (bare ? 1 : 0);
    offer(place, score);
  };
  for (const m of line.text.matchAll(SAID)) take(m.index + m[0].length, false);
  for (const m of line.text.matchAll(BESIDE_DATE)) take(m.index + m[0].length, true);
  // "Tại Nhà hát Hoa Sim" on a line of its own
  if (
    i < 15 &&
    line.text.length < 140 &&
    /^tại\s(?!\S+\s\d)/iu.test(line.text) &&
    /^\p{Lu}|^(?:hội|nhà|phòng|sân|trung|chùa)/u.test(line.text.slice(4))
  )
    offer(ended(within(line, 4)), 7 - elsewhere);
  // "(Hội trường A, Trung tâm Văn hóa; 118 đại biểu)" under the title
  if (i < 25 && line.text.length < 200 && /^\((?!điểm cầu)/iu.test(line.text) && namesPlace(line.text.slice(1)))
    offer(ended(within(line, 1)), 7 - elsewhere);
  // "I. PHIÊN TOÀN THỂ (Hội trường A, nhà 7 tầng)": where nothing else says it
  const room = i < 25 ? /^[^()]{0,12}(?:phiên|phần)\s[^()]{2,40}\((?=\p{L})/iu.exec(line.text.slice(0, 80)) : null;
  if (room !== null && namesPlace(line.text.slice(room[0].length)))
    offer(ended(within(line, room[0].length)), 4 - elsewhere);
  // a line of its own under the day, in the head of the document
  const prior = lines[i - 1];
  if (i < 25 && line.text.length < 140 && prior !== undefined && datesIn(prior.text.slice(0, 300), 2000).length > 0)
    if (namesPlace(line.text) && !/^(?:phòng\s+(?!họp|\d)|số\s)/iu.test(line.text))
      offer(ended(within(line, /^tại /iu.test(line.text) ? 4 : 0)), 6 - elsewhere);
}

/** The place ends with its sentence, before another label or a new subject. */
function ended(whole: Piece): Piece {
  // "điểm cầu Đảng ủy xã: Hội trường …" says whose it is, and then which
  const whose = /^điểm cầu [^:.;,]{2,40}:\s*(?=\p{L})/iu.exec(whole.text);
  const p = whose === null ? whole : within(whole, whose[0].length);
  const text = p.text.slice(0, 400);
  let to = text.length;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '(') depth++;
    else if (c === ')') depth--;
    if (depth < 0) {
      to = i;
      break;
    }
    if (depth > 0) continue;
    if (c === '\t' || c === '|' || c === '\u2028' || c === '•' || c === '●') {
      to = i;
      break;
    }
    const rest = text.slice(i + 1, i + 40);
    if (c === ';' || (c === '.' && /^\s+[\p{Lu}“"(]|^\s*$/u.test(rest) && !isShort(text, i))) {
      to = i;
      break;
    }
    if (
      c === ',' &&
      isOffice(rest.trim()) &&
      /(?:tổ chức|phối hợp|khai mạc|công bố|trân trọng)(?!\p{L})/iu.test(text.slice(i).split(/[.;]\s/u)[0] ?? '')
    )
      return within(p, 0, i);
    if (
      (c === ',' || c === ' ' || c === '-' || c === '–' || c === '—') &&
      /^\s*(?:thời gian|thành phần|số lượng|từ \d|lúc \d|vào lúc|vào hồi|hồi \d|ngày \d|sáng ngày|chiều ngày|sáng thứ|chiều thứ|bắt đầu|để |nhằm |với sự|với thành phần|do đồng chí|theo hình thức|theo chương trình|dưới sự|dự kiến|với quy mô|có sự)/iu.test(
        rest,
      )
    ) {
      to = i;
      break;
    }
  }
  return within(p, 0, text.slice(0, to).replace(/[\s.,;:–—-]+$/u, '').length);
}

/** "P.", "TP.", "Q." end no sentence. */
const isShort = (text: string, dot: number): boolean =>
  /(?:^|[\s(,])(?:\p{Lu}{1,2}|\p{Lu}\p{Ll}|đ|số|st)$/u.test(text.slice(Math.max(0, dot - 6), dot));
