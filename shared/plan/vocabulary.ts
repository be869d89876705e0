import type { SegmentKind } from '../domain/agenda/agenda';
import { lower } from './lines';

export type Session = 'morning' | 'afternoon' | 'evening';

const PERSON =
  /^(?:(?:các|toàn thể|chủ trì|chủ tọa|điều hành|mời|đại diện|thay mặt)\s{1,3}){0,2}(?:đồng chí|đ\s?\/\s?c|đ\.c|ông|bà|thầy|cô|anh|chị|ths|ts|pgs|gs|bs|bác sĩ|ks|kỹ sư|ktv|tiến sĩ|thạc sĩ|nghệ nhân|cn|luật sư|nhà báo|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy|chuẩn úy|thượng sĩ|trung sĩ|hạ sĩ|binh nhì|binh nhất|chiến sĩ|thiếu tướng|trung tướng|thượng tướng|đại tướng|thượng tọa|thượng toạ|đại đức|hòa thượng|hoà thượng|ni sư|sư cô|linh mục|mục sư|giám mục|nsnd|nsưt|nhạc sĩ|nhà thơ|nhà văn|nhà giáo|nghệ sĩ|y sĩ|dược sĩ|điều dưỡng|kiến trúc sư|chuyên gia|bscki{1,2}|bsck|em|cháu|cụ|già làng|nguyên)(?![\p{L}])/u;
const OFFICE =
  /^(?:(?:các|toàn thể|chủ trì|đại diện|thay mặt|tập thể|thường trực|lãnh đạo)\s{1,3}){0,2}(?:ban(?!\shành)|văn phòng|vp|đảng [uủ][yỷ]|đảng uỷ|đảng ủy|thành [uủ][yỷ]|thành uỷ|thành ủy|tỉnh uỷ|tỉnh ủy|huyện uỷ|huyện ủy|quận uỷ|quận ủy|đảng bộ|quân ủy|quân uỷ|ubnd|ủy ban|uỷ ban|ủy viên|uỷ viên|hđnd|hội đồng|mttq|ubmttq|mặt trận|sở(?!\shữu)|phòng(?!,|\s(?:chống|ngừa|cháy))|trưởng|phó|bí thư|chủ tịch|chủ nhiệm|thường trực|lãnh đạo|btc|bch|btv|mc|đại diện|đại biểu|thành viên|cán bộ|toàn thể|tất cả|chi bộ|đoàn(?!\skết)|hội(?!\s(?:thi|nghị|thảo|trường|thao|diễn|đàm|họp|ý|ngộ))|trung tâm|công an|công đoàn(?!\sviên)|quân sự|ban chỉ huy|bộ(?!\s(?:máy|phận|quy|tiêu))|viettel|vnpt|fpt|mobifone|tổ(?!\schức)|nhóm|chủ tọa|chủ toạ|thư ký|báo cáo viên|giảng viên|giám đốc|tổng giám đốc|hiệu trưởng|chánh|người|dẫn chương trình|kỹ thuật|trường(?!\shợp)|viện(?!\s(?:dẫn|trợ))|đơn vị|cơ quan|liên đoàn|khoa|chi cục|cục|vụ|tổng cục|ngân hàng|công ty|tập đoàn|đội(?!\s(?:hình|ngũ))|bảo tàng|nhà văn hóa|nhà văn hoá|học viện|đài|báo(?!\scáo)|tổng bí thư|thủ tướng|chính phủ|quốc hội|tòa án|viện kiểm sát|thanh tra|kiểm toán|thôn|xã(?!\shội)|phường|thủ trưởng|tiểu ban|khách mời|diễn giả|nghệ sĩ|ca sĩ|cựu|câu lạc bộ|clb|học viên|các tiểu ban|bí thư đoàn|hợp tác xã|htx|các\s\p{Ll}+|cả hội nghị|điểm cầu|chỉ huy|đại đội|tiểu đoàn|trung đoàn|lữ đoàn|sư đoàn|quân khu|xí nghiệp|nhà máy|phân xưởng|gia đình|học sinh|sinh viên|đoàn viên|hội viên|nhân dân|doanh nghiệp|liên chi|liên hiệp|khối|hiệp hội|quỹ|kho bạc|bưu điện|điện lực|bệnh viện|trạm|thư viện|đồn|hạt|khách|\d{1,3}\s(?:đại biểu|đồng chí|người|học viên|đơn vị|tập thể)|hai|ba|bốn|mọi|đoàn viên|thầy|giáo viên|phụ huynh|nhà tài trợ|nhà thầu|chủ đầu tư|phóng viên|tập thể|cả đoàn|cả lớp|cả tổ|toàn|chi hội|chi đoàn|bộ phận|chư|gđpt|trực ban|tham mưu|chính ủy|chính uỷ|chính trị viên|quản đốc|kế toán|bản|ấp|khu phố|tổ dân phố|đạo tràng|chư tôn|đội(?!\s(?:hình|ngũ))|lực lượng|khung tập|cư sĩ|phật tử|chủ hộ|trưởng thôn)(?![\p{L}])/u;
const NAME = /^(?:\p{Lu}\p{Ll}{1,7}\s){1,4}\p{Lu}\p{Ll}{1,7}(?:\s?[,(–-].{0,90})?$/u;
/** "GĐPT Linh Quang", "VNPT Tân An", "CNĐD. Trần Thị Nhàn" */
const ACRONYM = /^(?:\p{Lu}{3,6}(?:\s\p{Lu}\p{Ll}+){1,4}$|\p{Lu}[\p{Lu}\d]{1,7}\.\s?\p{Lu}\p{Ll})/u;
const ACTION =
  /(?:^|\s)(?:phát biểu|thảo luận|khai mạc|bế mạc|trình bày|báo cáo(?!\s+viên)|giới thiệu|tuyên bố|công bố|trao|chào cờ|đón tiếp|giải lao|kết luận|tham luận|quán triệt|triển khai|tham quan|nghỉ)(?!\p{L})/u;

/** Whether a text names who does something: a person, an office, a body. */
export function isPerson(text: string): boolean {
  const t = text.trim();
  if (t === '' || t.length > 260) return false;
  const l = lower(t);
  if (PERSON.test(l)) return true;
  // "Mặt trận năm 2025, phương hướng …" is the rest of a title
  if (/năm \d{4}|phương hướng|nhiệm vụ(?!\p{L})/u.test(l)) return false;
  return NAME.test(t) || OFFICE.test(l) || ACRONYM.test(t);
}

/** As `isPerson`, for the end of a sentence: nothing that is done stands in it. */
export function isBarePerson(text: string): boolean {
  // "Tổ đón tiếp", "Ban Giới thiệu" are called by what they do
  const name = lower(text).replace(/^(?:tiểu ban|ban|tổ|bộ phận|nhóm)\s+\p{L}+\s+\p{L}+/u, 'tổ');
  return isPerson(text) && !ACTION.test(name) && !/đăng ký|có mặt|gửi |\d\/\d|\dh\d/u.test(lower(text));
}

export const hasAction = (text: string): boolean => ACTION.test(lower(text));

/** Whether a text begins with what is done: "Phát biểu …", "Trao …". */
export const beginsAction = (text: string): boolean =>
  /^(?:phát biểu|thảo luận|khai mạc|bế mạc|trình bày|báo cáo(?!\s+viên)|giới thiệu|tuyên bố|công bố|trao|chào cờ|đón tiếp|kết luận|thông qua|quán triệt|triển khai|bầu|tiếp thu|ký kết|khen thưởng)(?!\p{L})/u.test(
    lower(text),
  );

/** An office or a body ("Phòng Kinh tế"), begun with a capital. */
export const isOffice = (text: string): boolean => /^\p{Lu}/u.test(text) && OFFICE.test(lower(text.trim()));

/** Address of a person ("Đồng chí", "Đ/c", "Ông"), which needs no further evidence. */
export const isAddressed = (text: string): boolean => PERSON.test(lower(text.trim()));

/** The session a short label names; null for anything longer or other. */
export function sessionIn(text: string): Session | null {
  const l = lower(text);
  const m = /(?:^|[^\p{L}])(?:buổi\s+)?(sáng|chiều|tối)(?!\p{L})/u.exec(l);
  if (!m) return null;
  return m[1] === 'sáng' ? 'morning' : m[1] === 'chiều' ? 'afternoon' : 'evening';
}

/** "07.30" is no day. */
const isClockText = (l: string): boolean => /^\d{1,2}\.[0-5]\d$/u.test(l) && Number(l.slice(-2)) > 12;

const LABEL_WORDS =
  /(?:buổi|sáng|chiều|tối|ngày|thứ|nhất|hai|ba|tư|năm|sáu|bảy|bẩy|chủ nhật|nhật|tháng|phiên|họp|toàn thể|khai mạc|bế mạc|làm việc|phần|từ|đến|lúc|giờ|h|phút|hội nghị|chính thức|trù bị|âm lịch|rằm|mùng|mồng|dương lịch|[aâ]l|dl|tức|nhằm|i{1,3}|iv)(?!\p{L})/gu;

const PLACE =
  /^(?:tại\s+)?(?:hội trường|phòng|nhà |trung tâm|sân |quảng trường|khuôn viên|giảng đường|sảnh|cung |rạp|trụ sở|khách sạn|khu |tầng|thư viện|trường |bảo tàng|công viên|đình |đền |chùa |tổ đình |chánh điện|thánh đường|nhà thờ|tịnh xá|thiền viện|cơ sở \d|đại học|tòa nhà|toà nhà|nhà hàng|cà phê|quán |cảng |bến |vườn|điểm cầu|ubnd|ủy ban|uỷ ban|bệnh viện|nhà máy|học viện|công ty|câu lạc bộ|đài |số \d)/u;

/** Whether a text begins as the name of a place does: "Hội trường tầng 2", "tại sân Đình Hạ". */
export const namesPlace = (text: string): boolean => PLACE.test(lower(text).trim());

/** "Sáng — Hội trường lớn" is a label of the session, with its room. */
function withoutPlace(l: string): string {
  const m = /\s?(?:[–—:,-]|\()\s?(?=\p{L}{2})/u.exec(l);
  if (m === null || m.index < 3) return l;
  return PLACE.test(l.slice(m.index + m[0].length)) ? l.slice(0, m.index) : l;
}

/** A line that only says which day or session follows: "Buổi sáng", "NGÀY THỨ NHẤT (07/02/2026)", "Chiều 08/02". */
export function isDayOrSession(text: string): boolean {
  const l = withoutPlace(lower(text).trim());
  if (l.length > 90 || l.length < 3) return false;
  if (/^\(?\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?\)?:?$/u.test(l)) return !isClockText(l);
  if (!/(?:^|[^\p{L}])(?:buổi|sáng|chiều|tối|ngày|thứ|chủ nhật|phiên)(?!\p{L})/u.test(l)) return false;
  const rest = l.replace(LABEL_WORDS, ' ').replace(/[\d\s/.,:;()'’′`*+–—•|=~_#►▶●○■□◆[\]-]/gu, '');
  return rest === '';
}

/** "Ngày 26/11 (thứ Năm): Tập huấn nghiệp vụ": a label of the day that says what it is for. */
export function isDayCaption(text: string): boolean {
  if (text.length > 140) return false;
  const m = /^((?:buổi\s)?(?:ngày|thứ|sáng|chiều|tối|chủ nhật)\s[^:–—]{1,40}?)\s?(?:[:–—]|\s-)\s\p{L}/iu.exec(text);
  return m?.[1] !== undefined && isDayOrSession(m[1]) && /\d|thứ\s(?:nhất|hai|ba|tư)/iu.test(m[1]);
}

/** The label of day or session at the end of a heading: "I. PHẦN HỘI - Tối thứ Năm ngày 19/11/2026"; null for none. */
export function dayOfHeading(text: string): string | null {
  if (text.length > 120) return null;
  const m = /(?:\s[-–—]|:|\()\s*([^-–—:()]{3,60}(?:\([^()]*\))?)\)?[.:]?$/u.exec(text);
  return m?.[1] !== undefined && isDayOrSession(m[1]) && /\d|sáng|chiều|tối/iu.test(m[1]) ? m[1] : null;
}

/** Ordinal of "ngày thứ hai", "Ngày 2"; null where it has none. */
export function dayOrdinal(text: string): number | null {
  const l = lower(text);
  const m = /ngày\s+(?:làm việc\s+)?(?:thứ\s+)?(nhất|hai|ba|tư|năm|[1-5](?![\d/.-]|\s?[/-]\s?\d|\s+tháng))/u.exec(l);
  if (!m) return null;
  const word = m[1] ?? '';
  const at = ['nhất', 'hai', 'ba', 'tư', 'năm'].indexOf(word);
  return at >= 0 ? at + 1 : Number(word);
}

const KINDS: readonly (readonly [SegmentKind, RegExp])[] = [
  ['talk', /^(?:["“«]|chuyên đề|bài\s+\d|tham luận|báo cáo(?!\s+viên))/u],
  [
    'break',
    /giải lao|nghỉ trưa|nghỉ giữa|^nghỉ(?!\p{L})|tea\s?-?break|tiệc trà|ăn trưa|ăn tối|cơm trưa|dùng cơm|dùng bữa|coffee/u,
  ],
  ['closing', /bế mạc|kết thúc|tổng kết hội nghị|^kết luận|phát biểu kết luận|kết luận hội nghị|bế giảng|chia tay/u],
  ['opening', /khai mạc|chào cờ|tuyên bố lý do|tuyên bố lí do|giới thiệu đại biểu|giới thiệu thành phần|khai giảng/u],
  ['reception', /đón tiếp|đón đại biểu|đón khách|đăng ký đại biểu|tiếp đón|điểm danh|phát tài liệu|ổn định/u],
  [
    'discussion',
    /thảo luận|hỏi\s?[-–,và]+\s?đáp|hỏi đáp|đối thoại|trao đổi|tọa đàm|toạ đàm|giải đáp|chất vấn|góp ý|tham gia ý kiến/u,
  ],
  ['speech', /phát biểu|ý kiến chỉ đạo|chỉ đạo của|đáp từ|cảm ơn|diễn văn|huấn thị/u],
  [
    'talk',
    /báo cáo|chuyên đề|quán triệt|công bố|trình bày|tham luận|triển khai|truyền đạt|giao nhiệm vụ|chương trình hành động|giới thiệu|phổ biến|hướng dẫn|thông qua|tập huấn|nội dung/u,
  ],
];

/** What sort of item a title names. */
export function kindOf(title: string): SegmentKind {
  const l = lower(title);
  for (const [kind, pattern] of KINDS) if (pattern.test(l)) return kind;
  return 'other';
}

const AGENDA =
  /đón tiếp|đón đại biểu|khai mạc|bế mạc|chào cờ|tuyên bố lý do|giới thiệu|giải lao|nghỉ trưa|thảo luận|kết luận|phát biểu|báo cáo|chuyên đề|tham luận|trao |văn nghệ|quán triệt|công bố|biểu quyết|thông qua|kết thúc|tọa đàm|trình bày/u;
const DUTY =
  /^(?:đ\/c .{0,40})?(?:chuẩn bị|kiểm tra|bố trí|lắp đặt|trang trí|in ấn|phối hợp|phụ trách|đôn đốc|trực |tập kết|vệ sinh|dọn|mua|đặt |treo|kê |liên hệ|gửi giấy mời|phát hành|xây dựng|tham mưu|soạn|dự thảo|hoàn thành|rà soát|tổng hợp|vận chuyển|thử |chạy thử|tổng duyệt|cắt cử|phân công|mở cửa|nhận bàn giao|bàn giao|đảm bảo|bảo đảm|hoàn thiện)|trang trí|âm thanh|ánh sáng|khánh tiết|hậu cần|nước uống|tài liệu cho/u;

/** 1 for what stands on an agenda, -1 for a task somebody has before or behind it, 0 for neither. */
export function evidence(title: string): number {
  const l = lower(title).trim();
  const duty = DUTY.test(l);
  const agenda = AGENDA.test(l);
  return duty === agenda ? 0 : agenda ? 1 : -1;
}

/** A heading that announces the programme. */
export const namesAgenda = (text: string): boolean =>
  /chương trình|lịch trình|nội dung hội nghị|kịch bản|tiến trình|lịch làm việc|nội dung, thời gian|agenda|nghị trình|trình tự|phân chia thời gian|thời gian biểu|diễn biến|lịch học/u.test(
    lower(text),
  ) && !/chương trình (?:hành động|mục tiêu|công tác|phát triển|phối hợp)/u.test(lower(text));

/** A heading that announces who has to do what. */
export const namesDuties = (text: string): boolean =>
  /phân công|nhiệm vụ|công tác chuẩn bị|công tác phục vụ|tổ chức thực hiện|lịch trực|trực ban|ca trực|trách nhiệm|hậu cần|tiến độ|tổng duyệt|chuẩn bị/u.test(
    lower(text),
  );

const END_OF_LIST =
  /^(?:(?:ma\s?-?\s?k[eéếê]t|market|maket|phông|khẩu hiệu|nội dung trang trí|nơi nhận|lưu ý|ghi chú|trân trọng|trên đây|kính (?:gửi|mời|đề nghị)|t\s?\/\s?m|tm\.|phụ lục|căn cứ)(?!\p{L})|(?:điểm cầu|địa điểm|thành phần|số lượng|số đại biểu|đại biểu|tài liệu|kinh phí|trang phục|liên hệ|đề nghị|yêu cầu|hình thức|thời gian)(?!\p{L})[^:.;]{0,50}:)/u;

/** A line that cannot stand on an agenda and ends one. */
export const endsList = (text: string): boolean => END_OF_LIST.test(lower(text).replace(/^[\s\-–•*+\d.)]+/u, ''));

/** Words that the master of ceremonies says, not items. */
export const isSpoken = (text: string): boolean =>
  /^(?:mc|lời dẫn|lời mc|dẫn chương trình|người dẫn)(?:\s?\(?\d?\)?)?\s?[:：(–-]|^kính thưa|^xin mời|^xin trân trọng|^thưa\s|^mc\s/u.test(
    lower(text).replace(/^[\s\-–•*+("“]+/u, ''),
  );
