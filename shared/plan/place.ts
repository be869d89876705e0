import { isNumberedHeading, type Line, listMark, lower, type Piece, within } from './lines';

const LABEL =
  /(?:^|[\s.;,*(])(?:địa điểm(?:\s+(?:tổ chức|họp|hội nghị|thực hiện|tập trung|làm việc|diễn ra|học tập))?(?:\s+hội nghị)?|nơi họp|nơi tổ chức|nơi diễn ra)\s*(?:\([^()]{0,60}\))?\s*(?::|\t|\||là\s|[–-]\s|$)\s*/giu;
const CENTRAL = /trung ương|diên hồng|tòa nhà quốc hội|toàn quốc|hà nội \(điểm|chính phủ/u;
const ROOM =
  /(?:tại|ở|\d{4}\)?\s?[,–-])\s+((?:hội trường|quảng trường|khu |nhà máy|bảo tàng|công viên|đình |sân |thư viện|học viện|ubnd|ủy ban|uỷ ban|đền |chùa |nhà văn h|phòng họp|trung tâm|nhà hát|trụ sở|tầng|sân vận động|nhà khách|khách sạn|phòng|vườn|cung |nhà thi đấu|rạp|trường|ubnd|văn phòng|nhà|điểm cầu)[^;\n]{3,240})/giu;

/** The place of this committee's meeting: after a label, or after "tại" in what says when it is. */
export function findPlace(lines: readonly Line[], free: (line: Line) => boolean): Piece | null {
  let best: { p: Piece; score: number } | null = null;
  let section = '';
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) continue;
    if (isNumberedHeading(line.text) && line.text.length < 200) section = lower(line.text);
    if (line.text.length > 20_000) continue;
    const isFree = free(line);
    LABEL.lastIndex = 0;
    for (const m of line.text.matchAll(LABEL)) {
      const rest = within(line, m.index + m[0].length);
      const next = lines[i + 1];
      const p =
        rest.text === '' && next !== undefined && !isNumberedHeading(next.text)
          ? within(next, listMark(next.text))
          : rest;
      // "Thời gian, địa điểm: 8h00, ngày …, tại …" names the place last; another label names none
      const timed = /^\W*(?:từ |lúc |vào |hồi |sáng |chiều |ngày |thứ |\d{1,2}\s?(?:[hg:]|giờ|\/))/iu.test(p.text);
      const behind = /(?:^|[\s,;])tại\s+/iu.exec(p.text.slice(0, 300));
      if (timed && behind === null) continue;
      if (/^(?:thời gian|thành phần|nội dung|số lượng|chương trình)(?!\p{L})/iu.test(p.text)) continue;
      const place = ended(timed && behind !== null ? within(p, behind.index + behind[0].length) : p);
      if (!/\p{L}{2}/u.test(place.text)) continue;
      let score = 20 - (CENTRAL.test(lower(place.text)) || CENTRAL.test(section) ? 12 : 0) - (isFree ? 0 : 6);
      if (/trực thuộc|chi bộ|cơ sở|các đơn vị/u.test(section) && !/cấp/u.test(section)) score -= 4;
      if (/điểm cầu (?:các|chi|tại các|cơ sở)/u.test(lower(place.text))) score -= 4;
      if (/tổng duyệt|duyệt chương trình/u.test(lower(line.text.slice(Math.max(0, m.index - 60), m.index))))
        score -= 12;
      if (best === null || score > best.score) best = { p: place, score };
    }
    if (!isFree || line.text.length > 2000) continue;
    const prior = lines[i - 1];
    if (
      i < 20 &&
      line.text.length < 140 &&
      /^(?:tại )?(?:hội trường|phòng họp|phòng|nhà văn h|nhà hát|trung tâm hội nghị|trung tâm văn h|khách sạn|nhà khách)/iu.test(
        line.text,
      ) &&
      prior !== undefined &&
      /\d{4}/u.test(prior.text)
    ) {
      const p = ended(within(line, /^tại /iu.test(line.text) ? 4 : 0));
      if (best === null || best.score < 6) best = { p, score: 6 };
    }
    for (const m of line.text.matchAll(ROOM)) {
      const before = lower(line.text.slice(Math.max(0, m.index - 110), m.index));
      const said = m.index === 0 || /thời gian|ngày|giờ|\dh|tổ chức|diễn ra|tham dự|đến dự|họp/u.test(before);
      if ((!said && !/^\d/u.test(m[0])) || m[1] === undefined) continue;
      const from = m.index + m[0].length - m[1].length;
      const p = ended(within(line, from));
      const score =
        8 -
        (CENTRAL.test(lower(m[0])) || CENTRAL.test(section) ? 12 : 0) -
        (/gửi|báo cáo|liên hệ|tổng duyệt|nhận tài liệu|đăng ký/u.test(before) ? 6 : 0);
      if (score > 0 && (best === null || score > best.score)) best = { p, score };
    }
  }
  return best === null || best.score <= 0 ? null : best.p;
}

/** The place ends with its sentence, before another label or a new subject. */
function ended(p: Piece): Piece {
  const text = p.text.slice(0, 400);
  let to = text.length;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '(') depth++;
    else if (c === ')') depth--;
    if (depth > 0) continue;
    if (c === '\t' || c === '|' || c === '\u2028') {
      to = i;
      break;
    }
    const rest = text.slice(i + 1, i + 40);
    if (c === ';' || (c === '.' && /^\s+\p{Lu}|^\s*$/u.test(rest) && !isShort(text, i))) {
      to = i;
      break;
    }
    if (
      (c === ',' || c === ' ' || c === '-' || c === '–') &&
      /^\s*(?:thời gian|thành phần|số lượng|từ \d|lúc \d|vào lúc|vào hồi|hồi \d|ngày \d|sáng ngày|chiều ngày|bắt đầu|để |nhằm |với sự|do đồng chí|theo hình thức|theo chương trình)/iu.test(
        rest,
      )
    ) {
      to = i;
      break;
    }
  }
  return within(p, 0, text.slice(0, to).replace(/[\s.,;:–-]+$/u, '').length);
}

/** "P.", "TP.", "Q." end no sentence. */
const isShort = (text: string, dot: number): boolean =>
  /(?:^|[\s(,])(?:\p{Lu}{1,3}|\p{Lu}\p{Ll}|đ|số|st)$/u.test(text.slice(Math.max(0, dot - 6), dot));
