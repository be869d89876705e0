import { describe, expect, it } from 'vitest';
import { withoutSlips } from '../../../shared/plan/slips';

describe('misread words of a banner', () => {
  it.each([
    ['HỘI NGHỊ QUẢN TRIỆT NGHỊ QUYẾT', 'HỘI NGHỊ QUÁN TRIỆT NGHỊ QUYẾT'],
    ['Hội nghi trực tuyến', 'Hội nghị trực tuyến'],
    ['hội nghị tông kết năm 2026', 'hội nghị tổng kết năm 2026'],
    ['ĐẠI HÔI ĐẢNG BỘ XÃ', 'ĐẠI HỘI ĐẢNG BỘ XÃ'],
    ['NHIỆM KỲ 2O25 - 2O30', 'NHIỆM KỲ 2025 - 2030'],
    ['HỘl NGHỊ', 'HỘI NGHỊ'],
    ['H0ÀN THÀNH NHIỆM VỤ', 'HOÀN THÀNH NHIỆM VỤ'],
    ['QUÁN TRIỆP NGHỊ QUYẾT', 'QUÁN TRIỆT NGHỊ QUYẾT'],
  ])('are put right: %s', (written, right) => {
    expect(withoutSlips(written)).toBe(right);
  });

  it.each([
    'HỘI THAO CÁN BỘ',
    'HỘI THẢO KHOA HỌC',
    'HỘI NGHỊ QUÁN TRIỆT NGHỊ QUYẾT',
    'Đảng uỷ - UBND xã Tân An',
    'HOI NGHI TONG KET',
    'Phòng Quản lý đô thị',
    '',
  ])('are not seen in "%s"', (text) => {
    expect(withoutSlips(text)).toBe(text);
  });

  it('keep the case they were written in', () => {
    expect(withoutSlips('Quản triệt và quản triệt, QUẢN TRIỆT')).toBe('Quán triệt và quán triệt, QUÁN TRIỆT');
  });

  it('are put right once and for all', () => {
    const once = withoutSlips('HỘI NGHI QUẢN TRIỆT, TÔNG KẾT');
    expect(withoutSlips(once)).toBe(once);
  });
});
