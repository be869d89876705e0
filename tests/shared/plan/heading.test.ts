import { describe, expect, it } from 'vitest';
import { answer, parted } from './reading';

describe('what kind of document it is', () => {
  it.each([
    ['ĐẢNG ỦY XÃ TÂN AN / KẾ HOẠCH / Tổ chức hội nghị', 'plan'],
    ['Kế hoạch tổ chức hội nghị', 'plan'],
    ['CHƯƠNG TRÌNH / Hội nghị tổng kết', 'programme'],
    ['(Dự kiến) Chương trình hội nghị', 'programme'],
    ['KỊCH BẢN ĐIỀU HÀNH / Lễ kỷ niệm', 'programme'],
    ['LỊCH HỘI NGHỊ', 'programme'],
    ['GIẤY MỜI / Họp Ban Chấp hành', 'invitation'],
    ['THÔNG BÁO / Lịch họp tuần', 'other'],
    ['V/v triển khai kế hoạch / Kính gửi: các chi bộ', 'other'],
    ['PHÂN CÔNG NHIỆM VỤ / Chương trình hội nghị', 'other'],
    ['LỊCH TRỰC / Tuần 12', 'other'],
    ['CHƯƠNG TRÌNH HÀNH ĐỘNG / Thực hiện Nghị quyết', 'other'],
    ['Kính thưa các đồng chí', 'other'],
    ['', 'other'],
  ])('is told by its head: %s', (text, kind) => {
    expect(answer(parted(text)).kind).toBe(kind);
  });

  it('is found in the cells of a head of two columns', () => {
    expect(answer('ĐẢNG ỦY XÃ\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 12\tGIẤY MỜI').kind).toBe('invitation');
  });
});
