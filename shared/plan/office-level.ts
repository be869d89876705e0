import { isUpper, type Line, lower } from './lines';

/** Whose document it is: a commune's, a province's, or not to be told. */
export type OfficeLevel = 'local' | 'province' | null;

/** The level of the office in the head of a document. */
export function officeLevel(lines: readonly Line[]): OfficeLevel {
  let level: OfficeLevel = null;
  for (const line of lines.slice(0, 8)) {
    if (!isUpper(line.text) || line.text.length > 120) continue;
    const text = lower(line.text);
    // the office that issues it stands below the one it belongs to
    if (/(?:^|[\s-])(?:xã(?! hội)|phường|đặc khu|chi bộ|trường)\s/u.test(text)) return 'local';
    if (/(?:^|\s)(?:tỉnh|thành phố|thành ủy|tỉnh ủy|thành uỷ|tỉnh uỷ|sở)(?:\s|$)/u.test(text)) level = 'province';
  }
  return level;
}

const LOCAL = /cấp xã|cấp phường|điểm cầu (?:xã|phường|cơ sở)|của (?:đảng ủy|đảng uỷ|ubnd) (?:xã|phường)/u;
const PROVINCE = /cấp tỉnh|cấp thành phố|điểm cầu (?:tỉnh|thành)|do (?:tỉnh|thành) [uủ]/u;
const CENTRAL = /cấp trung ương|điểm cầu trung ương/u;
const MAIN = /điểm cầu chính/u;

/** Whether words name a meeting at the level of the office (1), at another one (-1), or at none (0). */
export function levelFit(level: OfficeLevel, words: string): -1 | 0 | 1 {
  if (level === null) return 0;
  const text = lower(words);
  const own = level === 'local' ? LOCAL : PROVINCE;
  const other = level === 'local' ? PROVINCE : LOCAL;
  if (own.test(text)) return 1;
  // the main hall of a province is its own, and for a commune somebody else's
  if (MAIN.test(text)) return level === 'local' ? -1 : 1;
  return other.test(text) || CENTRAL.test(text) ? -1 : 0;
}
