import { describe, expect, it } from 'vitest';
import { answer, parted, read, wordsAt } from './reading';

const place = (text: string): string | null => answer(text).place;

describe('the place of the event', () => {
  it.each([
    ['Địa điểm: Hội trường UBND xã Tân An.', 'Hội trường UBND xã Tân An'],
    ['- Địa điểm tổ chức: Hội trường tầng 2, trụ sở Đảng ủy;', 'Hội trường tầng 2, trụ sở Đảng ủy'],
    ['2. Địa điểm / Hội trường lớn, Trung tâm Hành chính', 'Hội trường lớn, Trung tâm Hành chính'],
    ['Địa điểm\tPhòng họp số 1', 'Phòng họp số 1'],
    ['Nơi họp: Phòng P.301, Nhà A1. Thành phần: cấp ủy', 'Phòng P.301, Nhà A1'],
    ['Tại: Nhà văn hóa thôn Đông', 'Nhà văn hóa thôn Đông'],
    ['Thời gian, địa điểm: 8h00, ngày 12/3/2026, tại Hội trường xã', 'Hội trường xã'],
    ['Địa điểm: Trường THPT Nguyễn Trãi, thời gian từ 8h00', 'Trường THPT Nguyễn Trãi'],
    ['Địa điểm là Hội trường trung tâm.', 'Hội trường trung tâm'],
    [
      'Địa điểm: Phòng họp số 3, Trung tâm Du lịch Cái Lớn. Chủ trì: bà Lan, Trưởng Ban Tổ chức.',
      'Phòng họp số 3, Trung tâm Du lịch Cái Lớn',
    ],
  ])('is read behind its label: %s', (text, expected) => {
    expect(place(`KẾ HOẠCH\n${parted(text)}`)).toBe(expected);
  });

  it.each([
    ['Hội nghị được tổ chức vào 8h00, ngày 12/3/2026, tại Hội trường xã Tân An.', 'Hội trường xã Tân An'],
    ['Thời gian: 8h00, ngày 12/3/2026 - Hội trường xã Tân An', 'Hội trường xã Tân An'],
    ['kính mời đồng chí tới dự họp lúc 8h00 ngày 12/3/2026 tại Khách sạn Hữu Nghị.', 'Khách sạn Hữu Nghị'],
  ])('is read beside the day: %s', (text, expected) => {
    expect(place(`GIẤY MỜI\n${text}`)).toBe(expected);
  });

  it('is the room of the first session where nothing else says it', () => {
    expect(
      place('CHƯƠNG TRÌNH HỘI NGHỊ\nNgày 12/3/2026\nI. PHIÊN TOÀN THỂ (Hội trường A, nhà 7 tầng)\n8h00: Khai mạc'),
    ).toBe('Hội trường A, nhà 7 tầng');
  });

  it('is the one of the office’s own level', () => {
    const halls = 'Địa điểm:\n- Cấp tỉnh: Hội trường Tỉnh ủy\n- Cấp xã: Hội trường UBND xã\n';
    expect(place(`ĐẢNG ỦY XÃ TÂN AN\nKẾ HOẠCH\n${halls}`)).toBe('Hội trường UBND xã');
    expect(place(`TỈNH ỦY QUẢNG NINH\nKẾ HOẠCH\n${halls}`)).toBe('Hội trường Tỉnh ủy');
  });

  it('is not the hall in the capital', () => {
    expect(
      place(
        'ĐẢNG ỦY XÃ TÂN AN\nKẾ HOẠCH\n1. Điểm cầu Trung ương: Phòng họp Diên Hồng, Nhà Quốc hội\n2. Điểm cầu xã: Hội trường UBND xã Tân An',
      ),
    ).toBe('Hội trường UBND xã Tân An');
  });

  it.each([
    ['the rehearsal', '- Tổng duyệt: 15h00 ngày 11/3/2026 tại Nhà thi đấu huyện'],
    ['where lists are sent', '- Gửi danh sách trước ngày 10/3/2026 tại Phòng họp số 5'],
    ['where guests sleep', '- Đại biểu nghỉ tại Khách sạn Hoa Mai'],
  ])('is not the place of %s', (_, line) => {
    expect(place(`KẾ HOẠCH\nThời gian: 8h00, ngày 12/3/2026\n${line}\nĐịa điểm: Hội trường xã`)).toBe('Hội trường xã');
  });

  it('is one hall rather than a list of many', () => {
    expect(
      place('KẾ HOẠCH\nĐịa điểm: 18 điểm cầu các xã, phường\nĐịa điểm: Hội trường trung tâm, phường Hồng Bàng'),
    ).toBe('Hội trường trung tâm, phường Hồng Bàng');
  });

  it('is not the label of what comes next', () => {
    expect(place('GIẤY MỜI\nĐịa điểm:\nThành phần: các đồng chí cấp ủy')).toBeNull();
    expect(place('KẾ HOẠCH\nI. MỤC ĐÍCH\nNâng cao nhận thức.')).toBeNull();
  });

  it('lies on the words that say it', () => {
    const text = 'KẾ HOẠCH\n**Địa điểm:** Hội trường xã Tân An. Thành phần: cấp ủy';
    expect(wordsAt(text, read(text).draft.place?.passages)).toEqual(['Hội trường xã Tân An']);
  });
});
