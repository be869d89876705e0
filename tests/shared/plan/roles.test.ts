import { describe, expect, it } from 'vitest';
import { type Mention, mentionsOf, sentenceStart } from '../../../shared/plan/roles';
import { sectionsOf } from '../../../shared/plan/sections';
import { answer, linesIn, parted } from './reading';

const nowhere = (): boolean => false;
const mentions = (text: string, inAgenda = nowhere, inBanner = nowhere, inDues = nowhere): readonly Mention[] => {
  const lines = linesIn(text);
  return mentionsOf(text, lines, sectionsOf(lines), 2026, inAgenda, inBanner, inDues);
};
const roles = (text: string): readonly string[] => mentions(text).map((m) => m.role);

describe('what a date is there for', () => {
  it.each([
    ['Thời gian: 8h00, ngày 12/3/2026', 'event'],
    ['Thời gian: / - Sáng ngày 12/3/2026', 'event'],
    ['V/v tổ chức hội nghị ngày 12/3/2026', 'event'],
    ['Hội nghị được tổ chức vào ngày 12/3/2026 tại hội trường.', 'event'],
    ['(Ngày 12/3/2026)', 'event'],
    ['Hội nghị chuyển sang 14h00 ngày 13/3/2026.', 'event'],
    ['Tân An, ngày 01 tháng 3 năm 2026', 'signing'],
    ['Số 12\tTân An, ngày 01 tháng 3 năm 2026', 'signing'],
    ['Căn cứ Kế hoạch số 12-KH/ĐU ngày 20/02/2026 của Đảng ủy;', 'cited'],
    ['Thực hiện Nghị quyết của Đại hội ban hành ngày 20/02/2026', 'cited'],
    ['Kỷ niệm 96 năm ngày thành lập Đảng (03/02/1930 - 03/02/2026)', 'anniversary'],
    ['Chào mừng ngày Quốc khánh 02/9/1945', 'anniversary'],
    ['Chào mừng ngày thành lập Đoàn 26/3/2026', 'anniversary'],
    ['Ban hành theo văn bản số 15/KH ngày 20/02/2026', 'cited'],
    ['Hải Phòng, ngày 12/3/2026 - Sáng nay, hội nghị khai mạc', 'signing'],
    ['Tổng duyệt chương trình: 15h00 ngày 11/3/2026', 'rehearsal'],
    ['Chạy thử đường truyền vào ngày 11/3/2026', 'rehearsal'],
    ['Các chi bộ gửi danh sách trước ngày 10/3/2026.', 'deadline'],
    ['Đăng ký chậm nhất 17h00 ngày 10/3/2026.', 'deadline'],
    ['Hạn đăng ký: ngày 10/3/2026', 'deadline'],
    ['Quy định có hiệu lực kể từ ngày 10/3/2026.', 'other'],
  ])('is told by its sentence: %s', (text, role) => {
    expect(roles(parted(text))[0]).toBe(role);
  });

  it('is told by where it stands: in the agenda, in the banner, in a table of dues', () => {
    const text = '12/3/2026';
    const here = (): boolean => true;
    expect(mentions(`Phần ${text}`, here)[0]?.role).toBe('event');
    expect(mentions(`Phần ${text}`, nowhere, here)[0]?.role).toBe('event');
    expect(mentions(`Phần ${text}`, nowhere, nowhere, here)[0]?.role).toBe('deadline');
  });

  it('weighs the label of the time over running text, and a moved day over the label', () => {
    const [label, sentence, moved] = mentions(
      'Thời gian: 8h00, ngày 12/3/2026.\nCác đồng chí tham dự hội nghị ngày 13/3/2026.\nThời gian họp chuyển sang 14h00 ngày 14/3/2026.',
    ).map((m) => m.weight);
    expect(label).toBeGreaterThan(sentence ?? 99);
    expect(moved).toBeGreaterThanOrEqual(label ?? 99);
  });

  it('makes little of days on which somebody prepares', () => {
    const text = 'III. TỔ CHỨC THỰC HIỆN\nVăn phòng trang trí hội trường sáng ngày 11/3/2026';
    expect(mentions(text)[0]?.weight).toBeLessThanOrEqual(2);
  });

  it('has the time that stands beside it, before or behind', () => {
    for (const text of ['Thời gian: 8h00 - 11h00, ngày 12/3/2026', 'Thời gian: ngày 12/3/2026, từ 8h00 - 11h00']) {
      const time = mentions(text)[0]?.time;
      expect([time?.start, time?.end]).toEqual([8 * 3_600_000, 11 * 3_600_000]);
    }
    expect(mentions('Hội nghị ngày 12/3/2026. Có mặt lúc 7h45.')[0]?.time).toBeNull();
  });

  it('leaves one day of many in a whole document', () => {
    expect(
      answer(
        'Tân An, ngày 01 tháng 3 năm 2026\nKẾ HOẠCH\nCăn cứ Công văn số 12-CV/BTG ngày 20/02/2026;\nKỷ niệm ngày thành lập Đảng 03/02/1930.\n1. Thời gian: 8h00, ngày 12/3/2026\n2. Tổng duyệt: 15h00 ngày 11/3/2026\n3. Gửi danh sách trước ngày 09/3/2026',
      ).dates,
    ).toEqual(['2026-03-12']);
  });
});

describe('the begin of a sentence', () => {
  it.each([
    ['Họp xong. Các chi bộ gửi trước ngày', ' Các chi bộ gửi trước ngày'],
    ['Việc một; việc hai trước ngày', ' việc hai trước ngày'],
    ['Họp tại P. Hội trường trước ngày', 'Họp tại P. Hội trường trước ngày'],
    ['Kính gửi:\n- Các chi bộ gửi trước', '- Các chi bộ gửi trước'],
    ['Các chi bộ tổng hợp và\ngửi trước', 'Các chi bộ tổng hợp và\ngửi trước'],
    ['Việc\tgửi trước', 'gửi trước'],
  ])('in %j is before %j', (text, rest) => {
    expect(text.slice(sentenceStart(text, text.length))).toBe(rest);
  });
});
