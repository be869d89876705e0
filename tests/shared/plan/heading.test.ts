import { describe, expect, it } from 'vitest';
import { answer } from './reading';

describe('what kind of document it is', () => {
  it.each([
    ['ĐẢNG ỦY XÃ TÂN AN\nKẾ HOẠCH\nTổ chức hội nghị', 'plan'],
    ['Kế hoạch tổ chức hội nghị', 'plan'],
    ['CHƯƠNG TRÌNH\nHội nghị tổng kết', 'programme'],
    ['(Dự kiến) Chương trình hội nghị', 'programme'],
    ['KỊCH BẢN ĐIỀU HÀNH\nLễ kỷ niệm', 'programme'],
    ['LỊCH HỘI NGHỊ', 'programme'],
    ['GIẤY MỜI\nHọp Ban Chấp hành', 'invitation'],
    ['THÔNG BÁO\nLịch họp tuần', 'other'],
    ['V/v triển khai kế hoạch\nKính gửi: các chi bộ', 'other'],
    ['PHÂN CÔNG NHIỆM VỤ\nChương trình hội nghị', 'other'],
    ['LỊCH TRỰC\nTuần 12', 'other'],
    ['CHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiện Nghị quyết', 'other'],
    ['Kính thưa các đồng chí', 'other'],
    ['', 'other'],
  ])('is told by its head: %s', (text, kind) => {
    expect(answer(text).kind).toBe(kind);
  });

  it('is found in the cells of a head of two columns', () => {
    expect(answer('ĐẢNG ỦY XÃ\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 12\tGIẤY MỜI').kind).toBe('invitation');
  });
});
