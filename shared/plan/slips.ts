/** Words that scanners of pictures misread so often that the other reading is beyond doubt in a banner. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/QUẢN TRIỆT/gu, 'QUÁN TRIỆT'],
  [/Quản triệt/gu, 'Quán triệt'],
  [/quản triệt/gu, 'quán triệt'],
  [/QUÁN TRIỆP|QUÁN TRIẾT|QUAN TRIỆT/gu, 'QUÁN TRIỆT'],
  [/NGHỊ QUYÉT|NGHỊ QUYỂT|NGHI QUYẾT/gu, 'NGHỊ QUYẾT'],
  [/HỘI NGHI(?!\p{L})|HÔI NGHỊ|HỘl NGHỊ/gu, 'HỘI NGHỊ'],
  [/ĐÀNG BỘ|ĐÁNG BỘ|ĐẢNG BÔ(?!\p{L})/gu, 'ĐẢNG BỘ'],
  [/ĐÀNG (?=ỦY|UỶ)|ĐÁNG (?=ỦY|UỶ)/gu, 'ĐẢNG '],
  [/ĐẢNG ÙY|ĐẢNG ÚY/gu, 'ĐẢNG ỦY'],
  [/THÀNH ÙY|THÀNH ÚY/gu, 'THÀNH ỦY'],
  [/TRIẾN KHAI|TRIÊN KHAI/gu, 'TRIỂN KHAI'],
  [/HỌC TÂP|HỌC TẤP/gu, 'HỌC TẬP'],
  [/NHIÊM KỲ|NHIỆM KÝ/gu, 'NHIỆM KỲ'],
  [/TỐNG KẾT|TỔNG KÉT/gu, 'TỔNG KẾT'],
  [/SƠ KÉT/gu, 'SƠ KẾT'],
  [/TRỰC TUYÊN(?!\p{L})/gu, 'TRỰC TUYẾN'],
  [/ĐẠI HÔI/gu, 'ĐẠI HỘI'],
  [/TẬP HUẦN|TÂP HUẤN/gu, 'TẬP HUẤN'],
  [/(?<=\d)[Oo](?=\d)|(?<=\d{2})[Oo]/gu, '0'],
  [/CHÍ THỊ/gu, 'CHỈ THỊ'],
];

/** The line with known slips put right; the same text where it has none. */
export function withoutSlips(line: string): string {
  let text = line;
  for (const [slip, right] of SLIPS) text = text.replace(slip, right);
  return text;
}
