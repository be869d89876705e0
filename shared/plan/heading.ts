import type { DocumentKind } from './draft';
import { eventName, organiserOf } from './event-name';
import { isNumberedHeading, isUpper, type Line, lower, type Piece } from './lines';

const TITLES: readonly (readonly [DocumentKind, RegExp])[] = [
  ['plan', /^kế hoạch(?!\p{L})(?!\s+số)/u],
  [
    'programme',
    /^(?:dự kiến\s+|\(dự kiến\)\s*)?(?:chương trình|lịch trình|kịch bản|nội dung chương trình|lịch học|lịch làm việc|lịch hội nghị)(?!\s+(?:hành động|công tác))(?!\p{L})/u,
  ],
  ['programme', /^(?:lịch(?!\s+(?:sử|trực|phân công))|tiến trình|nghị trình|nội dung, tiến trình|kịch bản)(?!\p{L})/u],
  ['invitation', /^(?:giấy mời|thư mời|thiệp mời|kính mời|trân trọng kính mời|mời họp)(?!\p{L})/u],
];
const OTHER =
  /^(?:công văn|thông báo|v\/v|về việc|tờ trình|báo cáo|biên bản|thông cáo|kính gửi|phân công|thông tri|hướng dẫn|công điện)(?!\p{L})/u;

export interface Heading {
  readonly kind: DocumentKind;
  readonly name: Piece | null;
  readonly organiser: Piece | null;
}

/** What kind of document it is, what it is about and who issues it, from its head. */
export function readHeading(lines: readonly Line[]): Heading {
  let kind: DocumentKind = 'other';
  let titleAt = -1;
  for (let i = 0; i < Math.min(lines.length, 40) && titleAt < 0; i++) {
    const line = lines[i];
    if (line === undefined || line.text.length > 200) continue;
    const cells = line.text.split(/\t+|\s\|\s/u);
    for (const cell of cells) {
      const l = lower(cell.trim());
      if (OTHER.test(l) && !/^thông báo.*mời/u.test(l)) titleAt = i;
      for (const [k, pattern] of TITLES)
        if (titleAt < 0 && pattern.test(l) && (isUpper(cell) || cell.trim().length < 60 || i < 6)) {
          kind = k;
          titleAt = i;
        }
      if (titleAt >= 0) break;
    }
    if (isNumberedHeading(line.text)) break;
  }
  return { kind, name: eventName(lines, titleAt), organiser: organiserOf(lines) };
}
