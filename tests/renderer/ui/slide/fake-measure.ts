import type { Measure } from '../../../../renderer/ui/slide/text';

/** Every letter is half an em wide; marks above capitals and dots below take their room, as real letters do. */
export const fakeMeasure: Measure = (text, face) => ({
  width: [...text].length * face.size * 0.5,
  ascent: face.size * (/[ẬẤẦẨẪẮẰẲẴẾỀỂỄỐỒỔỖỨỪỬỮ]/.test(text) ? 1.15 : 0.75),
  descent: face.size * (/[ẠẬẶẸỆỊỌỘỢỤỰỴạậặẹệịọộợụựỵgpqy]/.test(text) ? 0.25 : 0),
});

/** The banner of a real conference. */
export const BANNER = [
  'ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG THÀNH PHỐ',
  'HỘI NGHỊ',
  'NGHIÊN CỨU, HỌC TẬP, QUÁN TRIỆT VÀ TRIỂN KHAI',
  'THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI XIV CỦA ĐẢNG',
  'Hải Phòng, ngày ... tháng ... năm 2026',
];
