import { describe, expect, it } from 'vitest';
import { rows } from './reading';

const titles = (text: string): readonly string[] => rows(text).map((r) => r.split('|').slice(1, 5).join('|'));

describe('programmes that only count their items', () => {
  it('are read under a heading that announces them', () => {
    expect(
      titles(
        'GIẤY MỜI\nThời gian: 8h00 ngày 12/3/2026\nChương trình hội nghị:\n1. Chào cờ, tuyên bố lý do\n2. Phát biểu khai mạc - Đồng chí A\n3. Báo cáo tổng kết\n4. Bế mạc.',
      ),
    ).toEqual(['||Chào cờ, tuyên bố lý do|', '||Phát biểu khai mạc|Đồng chí A', '||Báo cáo tổng kết|', '||Bế mạc|']);
  });

  it('are read without a heading where most items say how long they take, which is no part of the title', () => {
    expect(
      titles(
        'KỊCH BẢN\nNgày 12/3/2026\n1. Chào cờ (5 phút)\n2. Văn nghệ (10 phút) - Đoàn Thanh niên\n3. Trao quà (15 phút)\n4. Liên hoan (30 phút)',
      ),
    ).toEqual(['||Chào cờ|', '||Văn nghệ|Đoàn Thanh niên', '||Trao quà|', '||Liên hoan|']);
  });

  it('give up the office behind a colon, small letters or not', () => {
    expect(
      titles(
        'GIẤY MỜI\nChương trình:\n1. Tuyên bố lý do: đại diện Văn phòng.\n2. Báo cáo đề án: Phòng Kinh tế.\n3. Tiếp thu, giải trình: lãnh đạo UBND xã.\n4. Kết luận: Chủ tịch xã.',
      ),
    ).toEqual([
      '||Tuyên bố lý do|đại diện Văn phòng',
      '||Báo cáo đề án|Phòng Kinh tế',
      '||Tiếp thu, giải trình|lãnh đạo UBND xã',
      '||Kết luận|Chủ tịch xã',
    ]);
  });

  it('go on with a title that the page broke', () => {
    expect(
      titles('GIẤY MỜI\nChương trình:\n- Khai mạc\n- Báo cáo tổng kết\ncông tác năm\n- Thảo luận\n- Bế mạc')[1],
    ).toBe('||Báo cáo tổng kết công tác năm|');
  });

  it('end where other things begin', () => {
    expect(
      titles(
        'GIẤY MỜI\nChương trình:\n- Khai mạc\n- Báo cáo\n- Thảo luận\n- Bế mạc\n- Địa điểm: Hội trường xã\n- Kính mời đồng chí',
      ),
    ).toHaveLength(4);
  });

  it.each([
    ['a list of topics', 'GIẤY MỜI\nNội dung họp:\n1. Công tác cán bộ\n2. Tài chính\n3. Xây dựng cơ bản\n4. Việc khác'],
    ['three items', 'GIẤY MỜI\nChương trình:\n1. Khai mạc\n2. Báo cáo\n3. Bế mạc'],
    ['a list under another heading', 'KẾ HOẠCH\nII. Nhiệm vụ:\n1. Khai mạc\n2. Báo cáo\n3. Thảo luận\n4. Bế mạc'],
    ['items that are tasks', 'KẾ HOẠCH\nChương trình:\n1. In ấn tài liệu\n2. Kê ghế\n3. Mua hoa\n4. Thuê xe'],
  ])('are not made of %s', (_, text) => {
    expect(rows(text)).toEqual([]);
  });

  it('stand back where a programme with times is there', () => {
    expect(
      titles(
        'GIẤY MỜI\nNgày 12/3/2026\nChương trình:\n1. Khai mạc\n2. Báo cáo\n3. Thảo luận\n4. Bế mạc\n\nLỊCH TRÌNH CHI TIẾT\n8h00: Khai mạc\n8h15: Báo cáo\n9h00: Bế mạc',
      ).map((r) => r.slice(0, 5)),
    ).toEqual(['08:00', '08:15', '09:00']);
  });
});
