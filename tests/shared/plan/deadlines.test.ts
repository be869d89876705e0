import { describe, expect, it } from 'vitest';
import { answer, read, wordsAt } from './reading';

const deadlines = (text: string): readonly string[] => answer(text).deadlines.map((d) => `${d.at} ${d.what}`);
const PLAN = 'KẾ HOẠCH\nThời gian: 8h00, ngày 12/3/2026\n';

describe('what has to be done until when', () => {
  it.each([
    [
      'Các chi bộ gửi danh sách về Văn phòng trước ngày 10/3/2026.',
      '2026-03-10T00:00 Các chi bộ gửi danh sách về Văn phòng',
    ],
    [
      'Các chi bộ gửi danh sách về Văn phòng trước 17h00 ngày 10/3/2026.',
      '2026-03-10T17:00 Các chi bộ gửi danh sách về Văn phòng',
    ],
    ['Các đơn vị đăng ký chậm nhất 13 giờ 30 ngày 10/3/2026.', '2026-03-10T13:30 Các đơn vị đăng ký'],
    [
      '- Báo cáo kết quả về Ban Tổ chức chậm nhất là ngày 15/3/2026;',
      '2026-03-15T00:00 Báo cáo kết quả về Ban Tổ chức',
    ],
    ['Đề nghị các đơn vị nộp tham luận trước ngày 05/3/2026.', '2026-03-05T00:00 Các đơn vị nộp tham luận'],
    ['Hoàn thành trang trí hội trường trước 16h00 ngày 11/3/2026.', '2026-03-11T16:00 Hoàn thành trang trí hội trường'],
  ])('is read from a sentence: %s', (text, expected) => {
    expect(deadlines(PLAN + text)).toEqual([expected]);
  });

  it('is read from each sentence of a paragraph', () => {
    expect(
      deadlines(
        `${PLAN}Các chi bộ gửi danh sách trước ngày 08/3/2026; Phòng Kinh tế gửi báo cáo trước ngày 09/3/2026.`,
      ),
    ).toEqual(['2026-03-08T00:00 Các chi bộ gửi danh sách', '2026-03-09T00:00 Phòng Kinh tế gửi báo cáo']);
  });

  it('is read from a sentence over the end of a line', () => {
    expect(
      deadlines(
        `${PLAN}Các chi bộ trực thuộc tổng hợp danh sách đại biểu và gửi về Văn phòng\nĐảng ủy trước ngày 08/3/2026.`,
      )[0]?.slice(0, 16),
    ).toBe('2026-03-08T00:00');
  });

  it('is the last day of a stretch', () => {
    expect(deadlines(`${PLAN}Các đơn vị đăng ký từ ngày 01/3 đến hết ngày 05/3/2026.`)).toEqual([
      '2026-03-05T00:00 Các đơn vị đăng ký',
    ]);
  });

  it('is read from the columns of a table, the office before what it does', () => {
    expect(
      deadlines(
        `${PLAN}Nội dung công việc\tĐơn vị thực hiện\tThời hạn\nIn tài liệu\tVăn phòng\t09/3/2026\nTrang trí hội trường\tNhà văn hóa\t16h00 ngày 11/3/2026`,
      ),
    ).toEqual(['2026-03-09T00:00 Văn phòng: In tài liệu', '2026-03-11T16:00 Nhà văn hóa: Trang trí hội trường']);
  });

  it('is on the day named before it where it says "cùng ngày"', () => {
    expect(
      deadlines(
        `${PLAN}Kết thúc hội nghị ngày 12/3/2026, các chi bộ gửi báo cáo nhanh trước 16h00 cùng ngày.`,
      )[0]?.slice(0, 16),
    ).toBe('2026-03-12T16:00');
  });

  it('is on the day of the event where "cùng ngày" follows no other', () => {
    expect(deadlines(`${PLAN}Các chi bộ gửi báo cáo nhanh trước 16h00 cùng ngày.`)).toEqual([
      '2026-03-12T16:00 Các chi bộ gửi báo cáo nhanh',
    ]);
  });

  it.each([
    ['a day that does not exist', 'Các chi bộ gửi báo cáo trước ngày 31/4/2026.'],
    ['a blank day', 'Các chi bộ gửi báo cáo trước ngày ... tháng ... năm 2026.'],
    ['the event itself', 'Hội nghị diễn ra vào 8h00 ngày 12/3/2026.'],
    ['a stretch of time', 'Trưng bày ảnh tại sảnh đến hết ngày 15/3/2026.'],
    ['a cited document', 'Thực hiện Công văn số 12-CV/ĐU ngày 10/3/2026 về gửi báo cáo.'],
    ['an agenda item', '8h00: Khai mạc\n9h00: Báo cáo tổng kết\n10h00: Bế mạc'],
  ])('is not made of %s', (_, text) => {
    expect(deadlines(PLAN + text)).toEqual([]);
  });

  it('is entered once though the plan says it twice', () => {
    const line = 'Các chi bộ gửi danh sách trước 17h00 ngày 10/3/2026.';
    expect(deadlines(`${PLAN}${line}\n\n${line}`)).toHaveLength(1);
  });

  it('is read also from a day without its year behind "trước"', () => {
    expect(deadlines(`${PLAN}Văn phòng gửi giấy mời, xong trước 10/3.`)).toHaveLength(1);
  });

  it('says whether an hour was named', () => {
    const all = read(
      `${PLAN}Các chi bộ gửi danh sách trước ngày 08/3/2026.\nPhòng Kinh tế gửi báo cáo trước 17h00 ngày 09/3/2026.`,
    ).draft.deadlines;
    expect(all.map((d) => d.dayOnly)).toEqual([true, false]);
  });

  it('lies on what is to be done and on its limit', () => {
    const text = `${PLAN}- Các chi bộ gửi danh sách trước 17h00 ngày 10/3/2026.`;
    expect(wordsAt(text, read(text).draft.deadlines[0]?.passages)).toEqual([
      'Các chi bộ gửi danh sách',
      'trước 17h00 ngày 10/3/2026',
    ]);
  });
});
