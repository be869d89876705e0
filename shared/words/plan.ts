import type { FindingCode } from '../plan/draft';
import type { Sentence } from './words';

/** What is doubtful in a document that was read, as the desk says it. */
export const FINDINGS = {
  'impossible-date': {
    vi: 'Ngày {written} không có trong lịch. Hãy hỏi lại nơi gửi.',
    en: 'There is no day {written}. Ask the sender.',
  },
  'weekday-disagrees': {
    vi: 'Thứ ghi trong văn bản không khớp với ngày {day}.',
    en: 'The weekday in the document does not belong to {day}.',
  },
  'blank-date': { vi: 'Chỗ này để trống ngày, tháng.', en: 'The date is left blank here.' },
  overlap: {
    vi: '“{title}” bắt đầu lúc {start}, khi “{other}” chưa xong (đến {end}).',
    en: '“{title}” begins at {start}, before “{other}” is over ({end}).',
  },
  gap: {
    vi: 'Trống {minutes} phút giữa “{other}” ({end}) và “{title}” ({start}).',
    en: '{minutes} minutes are free between “{other}” ({end}) and “{title}” ({start}).',
  },
  'no-end': {
    vi: '“{title}” ({start}) không ghi giờ kết thúc; tạm tính đến giờ mục sau {end}.',
    en: '“{title}” ({start}) has no end; it is taken to run to the next item {end}.',
  },
  'ocr-slip': {
    vi: '“{written}” có lẽ bị quét sai chữ; đã lấy là “{taken}”.',
    en: '“{written}” looks misread by a scanner; it was taken as “{taken}”.',
  },
  'several-dates': {
    vi: 'Đã lấy ngày {days}, nhưng chỗ khác ghi {others}.',
    en: '{days} was taken, but elsewhere the document says {others}.',
  },
  'agenda-twice': {
    vi: 'Chương trình có hai lần trong văn bản; đã lấy bản đầy đủ hơn.',
    en: 'The agenda stands in the document twice; the fuller one was taken.',
  },
  'no-agenda': { vi: 'Văn bản không có chương trình theo giờ.', en: 'The document has no agenda with times.' },
  'no-date': { vi: 'Không tìm thấy ngày tổ chức.', en: 'No day of the event was found.' },
  'end-before-start': {
    vi: '“{title}” ghi kết thúc {end}, không sau giờ bắt đầu {start}.',
    en: '“{title}” is said to end at {end}, not after its start at {start}.',
  },
  'year-assumed': {
    vi: 'Ngày {day}: văn bản không ghi năm, tạm lấy {year}.',
    en: '{day}: no year is written; {year} was assumed.',
  },
  'row-unread': { vi: 'Dòng này trong chương trình chưa hiểu được.', en: 'This row of the agenda was not understood.' },
  'delegates-range': {
    vi: 'Số đại biểu ghi khoảng {low} đến {high}; hãy chọn một số.',
    en: 'Delegates are given as {low} to {high}; choose a number.',
  },
  'encoding-converted': {
    vi: 'Chữ trong tệp dùng bảng mã cũ hoặc bị hỏng ({from}), đã đổi sang Unicode. Hãy xem lại dấu.',
    en: 'The text of the file was in an old encoding or damaged ({from}) and was converted. Check the accents.',
  },
  'text-cut': {
    vi: 'Bảng quá dài, chỉ đọc phần đầu. Nếu chương trình còn ở dưới, tách riêng ra một tệp rồi mở lại.',
    en: 'The table is too long; only its beginning was read. If the agenda goes on below, save it as a file of its own.',
  },
  'struck-through': {
    vi: '“{written}” bị gạch ngang trong văn bản nhưng vẫn được đọc. Phần nào đã bỏ thì bỏ khỏi hội nghị.',
    en: '“{written}” is struck through in the document and was read all the same. Remove what no longer counts.',
  },
} as const satisfies Readonly<Record<FindingCode, Sentence>>;
