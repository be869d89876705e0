import { type Line, lower, type Piece, within } from './lines';

export interface Delegates {
  /** Null where the document gives a range. */
  readonly count: number | null;
  readonly range: readonly [number, number] | null;
  readonly at: Piece;
}

const COUNT =
  /(?<![\d/.,:-])(\d{1,3}(?:[.,]\d{3})+|\d{1,5})(?:\s?(?:[-–—]|đến)\s?(\d{1,3}(?:[.,]\d{3})+|\d{1,5}))?\s{1,2}(?:(?:vị|lượt)\s)?(đại biểu|đồng chí|đ\/c|người|cán bộ|đảng viên|khách mời|học viên|đoàn viên|hội viên|thành viên|giáo viên|cử tri|khách|vị|phật tử|giáo dân|bà con|người dân|thanh niên|chiến sĩ|công nhân|học sinh|sinh viên)(?!\p{L})/giu;
const LABEL =
  /(?:số lượng|sĩ số|tổng số|tổng cộng|tổng quân số|quân số|quy mô|số\s+(?:đại biểu|người|khách|thành viên|học viên|đảng viên|hội viên|đoàn viên|lượng))(?!\s+(?:điểm|bản|trang|phiếu|ghế|bàn))(?:[^:\d\n.;]|\d{1,4}(?=\s(?:điểm cầu|xã|phường|đơn vị|chi bộ|thôn))){0,48}?[:\s|\t]\s*(?:dự kiến|khoảng|gần|trên|là|:|\s)*\s*(\d{1,3}(?:[.,]\d{3})+|\d{1,5})(?![\d/h:]|[.,]\d|\s?(?:%|năm|ngày|giờ|phút|điểm cầu|bản|bộ|suất|gian|tỷ|triệu|ha|km|m²|công trình|dự án|phiếu|hồ sơ|ghế|trang)(?!\p{L}))(?:\s?(?:[-–—]|đến)\s?(\d{1,5}))?/giu;

/** "Học viên: 76 quần chúng ưu tú": counted behind the word for those who come. */
const COMERS =
  /(?:^|[\s.;•-])(?:học viên|đại biểu|hội viên|đảng viên|đoàn viên|khách mời|số khách|người dự|đối tượng)(?:\s+(?:tham dự|dự|triệu tập|chính thức|được mời))?\s*:\s*(?:khoảng|dự kiến|gần|trên)?\s*(\d{1,3}(?:[.,]\d{3})+|\d{2,5})(?![\d/h:%]|\s?(?:năm|ngày|giờ|phút|điểm cầu|bản|bộ))(?:\s?(?:[-–—]|đến)\s?(\d{2,5}))?/giu;

/** How many are expected. Parts of a whole ("mỗi chi bộ 02 đồng chí") are not the whole. */
export function findDelegates(lines: readonly Line[], free: (line: Line) => boolean): Delegates | null {
  let best: { d: Delegates; score: number } | null = null;
  const offer = (line: Line, m: RegExpExecArray, score: number): void => {
    const low = numberOf(m[1]);
    const high = m[2] === undefined ? null : numberOf(m[2]);
    if (low === null || low < 5) return;
    const range = high !== null && high > low ? ([low, high] as const) : null;
    const d = { count: range === null ? low : null, range, at: within(line, m.index, m.index + m[0].length) };
    if (best === null || score > best.score) best = { d, score };
  };
  for (const line of lines) {
    if (!free(line) || line.text.length > 20_000 || !/\d/.test(line.text)) continue;
    // the strength of a unit on duty is not that of the meeting
    for (const m of line.text.matchAll(LABEL))
      if (!/(?:mỗi|từng|không quá|tối đa)(?!\p{L})/iu.test(m[0])) offer(line, m, /^quân số/iu.test(m[0]) ? 7 : 20);
    for (const m of line.text.matchAll(COMERS)) offer(line, m, 14);
    for (const m of line.text.matchAll(COUNT)) {
      const before = lower(line.text.slice(Math.max(0, m.index - 90), m.index));
      const near = before.slice(-40);
      if (/(?:mỗi|từng|cử|gồm|trong đó|bình quân|tối thiểu|ít nhất)[^.;]{0,40}$/u.test(near) && !/tổng/u.test(near))
        continue;
      if (
        !/dự kiến/u.test(near) &&
        /(?:năm|thứ|số|ngày|tháng|(?:khen thưởng|kết nạp|biểu dương|trao|tặng)(?:\scho|\smới)?|hiện có|đảng bộ có|toàn xã có)$/u.test(
          near.trimEnd(),
        )
      )
        continue;
      if (
        /^\s*(?:quốc hội|hđnd|hội đồng nhân dân)/u.test(
          lower(line.text.slice(m.index + m[0].length, m.index + m[0].length + 24)),
        )
      )
        continue;
      if (/lượt (?:khách|du)/u.test(lower(m[0] + line.text.slice(m.index + m[0].length, m.index + m[0].length + 12))))
        continue;
      if (/(?:chi bộ|đơn vị|nơi|nếu) có[^.;]{0,12}$/u.test(near)) continue;
      let score = 0;
      if (/dự kiến|khoảng|tổng số|số lượng|tổng cộng|quy mô|gần|trên|hơn/u.test(near)) score += 8;
      if (/thành phần|đại biểu|tham dự|tham gia|triệu tập|dự hội nghị|với sự/u.test(before)) score += 4;
      const behind = lower(line.text.slice(m.index + m[0].length, m.index + m[0].length + 60));
      if (/^[\s)]*(?:tham dự|dự|tham gia|về dự|được triệu tập|tại)/u.test(behind)) score += 4;
      if (/đại biểu|người|đồng chí/u.test(lower(m[3] ?? ''))) score += 1;
      if (/^\s*chính thức/u.test(behind)) score += 4;
      if (/(?:thành phần|đối tượng|khách mời)[^.;()]{0,60}\(\s*$/u.test(before)) score += 6;
      if (/tổng/u.test(near)) score += 6;
      // "Khách mời: 210 người" is a whole, whatever is behind it
      if (
        /(?:thành phần|khách mời|đại biểu|học viên|đối tượng|tham dự|dự họp|người dự)\s*(?:tham dự|dự|mời|triệu tập)?\s*[:(]\s*(?:(?:gồm|toàn thể|tất cả|cả)\s+)?$/u.test(
          before,
        )
      )
        score += 6;
      if (score >= 5) offer(line, m, score);
    }
  }
  return (best as { d: Delegates } | null)?.d ?? null;
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined || /^0\d{2}/u.test(text)) return null;
  const n = Number(text.replace(/[.,]/g, ''));
  return Number.isSafeInteger(n) && n <= 99_999 ? n : null;
}
