import { lower, startsLower } from './lines';

export type Role = 'until' | 'number' | 'day' | 'time' | 'title' | 'presenter' | 'duration' | 'place' | 'note';

const HEADS: readonly (readonly [Role, RegExp])[] = [
  ['number', /^(?:stt|tt|s\.?\s?t\.?\s?t\.?|t\.?\s?t|số tt|số thứ tự|#|no\.?)$/u],
  ['duration', /^(?:thời lượng|số phút)/u],
  ['note', /^(?:hạn(?!g)|thời hạn|hoàn thành|tiến độ|xong trước)/u],
  [
    'title',
    /^(?:nội dung|chương trình|hoạt động|công việc|phần việc|chuyên đề|tiến trình|chủ đề|tên |tiết mục|kịch bản|diễn biến|nhiệm vụ|đầu việc|các nội dung|hạng mục|việc$|việc |phần$|mục$|trình tự)/u,
  ],
  [
    'presenter',
    /(?:thực hiện|chủ trì|phụ trách|trách nhiệm|trình bày|điều hành|báo cáo viên|giảng viên|giáo viên|diễn giả|phân công|chủ tọa|chủ toạ|chịu trách|người|cán bộ)(?!.*(?:gian))/u,
  ],
  ['until', /^(?:kết thúc|đến giờ|giờ kết thúc|đến$)/u],
  [
    'time',
    /^(?:từ$|giờ bắt đầu|thời gian|giờ|thời điểm|từ giờ|lúc|time|bắt đầu|ngày\s?(?:[/,-]|và)\s?giờ|thứ\s?[/,]\s?giờ)/u,
  ],
  ['day', /^(?:ngày|buổi|thứ|ngày, buổi|buổi\/ngày)/u],
  ['place', /^(?:địa điểm|phòng|hội trường|nơi )/u],
  ['note', /^(?:ghi chú|lưu ý|chuẩn bị|tài liệu|yêu cầu|kết quả|sản phẩm)/u],
  ['presenter', /^(?:đơn vị|bộ phận|cơ quan|thành phần|đại biểu)/u],
];

/** The role a column heading names; null for other words and for anything as long as a sentence. */
export function headRole(text: string): Role | null {
  const l = lower(text)
    .replace(/[\s\u2028]+/gu, ' ')
    .replace(/[:.\s]+$/u, '')
    .trim();
  if (l.length === 0 || l.length > 48 || /\d/.test(l) || startsLower(text)) return null;
  for (const [role, pattern] of HEADS) if (pattern.test(l)) return role;
  return null;
}
