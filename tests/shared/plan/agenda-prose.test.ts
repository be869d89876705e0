import { describe, expect, it } from 'vitest';
import { HEAD, itemsOf, parted, read, rows, wordsAt } from './reading';

describe('programmes written as lines', () => {
  it.each([
    '7h30 - 8h00: Đón tiếp đại biểu / 8h00 - 8h15: Khai mạc',
    '- 7h30 – 8h00: Đón tiếp đại biểu; / - 8h00 – 8h15: Khai mạc.',
    '1. 7h30 - 8h00: Đón tiếp đại biểu / 2. 8h00 - 8h15: Khai mạc',
    '07:30 – 08:00 Đón tiếp đại biểu / 08:00 – 08:15 Khai mạc',
    '* 7 giờ 30 - 8 giờ 00: Đón tiếp đại biểu / * 8 giờ 00 - 8 giờ 15: Khai mạc',
    'Từ 7h30 đến 8h00: Đón tiếp đại biểu / Từ 8h00 đến 8h15: Khai mạc',
    '- Đón tiếp đại biểu: 7h30 - 8h00 / - Khai mạc: 8h00 - 8h15',
    '- Đón tiếp đại biểu (7h30 - 8h00) / - Khai mạc (8h00 - 8h15)',
    '- Đón tiếp đại biểu (từ 7h30 đến 8h00); / - Khai mạc (từ 8h00 đến 8h15).',
    '07.30 - 08.00: Đón tiếp đại biểu / 08.00 - 08.15: Khai mạc',
    '7h30’ ÷ 8h00’: Đón tiếp đại biểu / 8h00’ ÷ 8h15’: Khai mạc',
    '7h30 - 8h00 / Đón tiếp đại biểu / 8h00 - 8h15 / Khai mạc',
    '7h30 - 8h00 Đón tiếp đại biểu; 8h00 - 8h15 Khai mạc; 8h15 - 9h00 Báo cáo',
  ])('are read alike in every notation: %s', (text) => {
    expect(itemsOf(parted(text)).slice(0, 2)).toEqual(['07:30|08:00|Đón tiếp đại biểu||', '08:00|08:15|Khai mạc||']);
  });

  it('give an end alone to what lasts until a time', () => {
    expect(itemsOf('8h00: Khai mạc\nĐến 9h00: Thảo luận')).toEqual(['08:00||Khai mạc||', '|09:00|Thảo luận||']);
  });

  it('are begun by a word and hours parted by a point', () => {
    expect(itemsOf('Từ 07.00: Đón tiếp đại biểu\nĐến 07.40: Văn nghệ\n07.40 - 07.50: Chào cờ')).toEqual([
      '07:00||Đón tiếp đại biểu||',
      '|07:40|Văn nghệ||',
      '07:40|07:50|Chào cờ||',
    ]);
  });

  it('are parts with a time over their items, without the number of the part', () => {
    expect(
      itemsOf(
        'I. PHẦN HỘI (17h30 - 18h30)\n1. Văn nghệ\n2. Trò chơi\nII. PHẦN LỄ (18h30 - 20h00)\n1. Chào cờ\n2. Bế mạc',
      ),
    ).toEqual([
      '17:30|18:30|PHẦN HỘI||17:30>18:30',
      '||Văn nghệ||17:30>18:30',
      '||Trò chơi||17:30>18:30',
      '18:30|20:00|PHẦN LỄ||18:30>20:00',
      '||Chào cờ||18:30>20:00',
      '||Bế mạc||18:30>20:00',
    ]);
  });

  it('have sessions before hours parted by a point', () => {
    expect(itemsOf('Sáng: 07.30 - 11.00: Gặp mặt nhân dân\nChiều: 14.00: Tọa đàm')).toEqual([
      '07:30|11:00|Gặp mặt nhân dân||',
      '14:00||Tọa đàm||',
    ]);
  });

  it('have nothing of the notes below them', () => {
    expect(
      itemsOf(
        '8h00: Khai mạc\n9h00: Bế mạc (Đồng chí A)\n\n* Báo cáo viên gửi bài về Văn phòng trước ngày 24/9/2026.\n* Xe đón tại cổng chính.',
      ),
    ).toEqual(['08:00||Khai mạc||', '09:00||Bế mạc|Đồng chí A|']);
  });

  it('have talks behind points', () => {
    expect(
      itemsOf('7h30 - 9h00: Các báo cáo\n  . Báo cáo tổng kết (cô Hiệu trưởng)\n  . Báo cáo tài chính\n9h00: Giải lao'),
    ).toEqual([
      '07:30|09:00|Các báo cáo||07:30>09:00',
      '||Báo cáo tổng kết|cô Hiệu trưởng|07:30>09:00',
      '||Báo cáo tài chính||07:30>09:00',
      '09:00||Giải lao||',
    ]);
  });

  it('take names from brackets, from lines below and from labels', () => {
    expect(
      itemsOf(
        '8h00: Khai mạc (Đồng chí A)\n8h15: Báo cáo tổng kết\n(Đồng chí B)\n9h00: Thảo luận\nĐồng chí C\n10h00: Bế mạc\nNgười thực hiện: Đồng chí D',
      ),
    ).toEqual([
      '08:00||Khai mạc|Đồng chí A|',
      '08:15||Báo cáo tổng kết|Đồng chí B|',
      '09:00||Thảo luận|Đồng chí C|',
      '10:00||Bế mạc|Đồng chí D|',
    ]);
  });

  it('go on with a title that the page broke', () => {
    expect(
      itemsOf('8h00: Khai mạc\n8h15: Báo cáo kết quả thực hiện Nghị quyết của\nĐảng ủy xã và\nphương hướng'),
    ).toEqual(['08:00||Khai mạc||', '08:15||Báo cáo kết quả thực hiện Nghị quyết của Đảng ủy xã và phương hướng||']);
  });

  it('give items under a time their block', () => {
    expect(itemsOf('8h00 - 9h00:\n- Chào cờ;\n- Tuyên bố lý do.\n9h00: Bế mạc')).toEqual([
      '08:00||Chào cờ||08:00>09:00',
      '||Tuyên bố lý do||08:00>09:00',
      '09:00||Bế mạc||',
    ]);
  });

  it('keep the end of a block for the heading over its list', () => {
    expect(
      itemsOf('8h00 - 9h00: Tham luận của các đơn vị:\n1. Phòng Kinh tế;\n2. Phòng Văn hóa.\n9h00: Bế mạc').map((r) =>
        r.split('|').slice(0, 3).join('|'),
      ),
    ).toEqual(['08:00|09:00|Tham luận của các đơn vị', '||Phòng Kinh tế', '||Phòng Văn hóa', '09:00||Bế mạc']);
  });

  it('take day and session from lines between the items', () => {
    expect(
      rows(
        'CHƯƠNG TRÌNH\nNgày 07/02/2026\nBuổi sáng\n8h00: Khai mạc\nBuổi chiều\n2h00: Thảo luận\nNgày 08/02/2026\n8h00: Bế mạc',
      ),
    ).toEqual(['02-07|08:00||Khai mạc||', '02-07|14:00||Thảo luận||', '02-08|08:00||Bế mạc||']);
  });

  it('leave out what the master of ceremonies says and what the stage is told', () => {
    expect(
      itemsOf(
        '7h00: Văn nghệ\nMC: Kính thưa quý vị đại biểu!\nXin mời quý vị ổn định chỗ ngồi.\n(Nhạc nổi lên, đèn tối dần)\n7h15: Chào cờ\nMC: Xin mời đồng chí Bí thư.\n7h20: Khai mạc',
      ),
    ).toEqual(['07:00||Văn nghệ||', '07:15||Chào cờ||', '07:20||Khai mạc||']);
  });

  it('end before the duties that have times as well', () => {
    expect(
      itemsOf(
        '8h00: Khai mạc\n9h00: Bế mạc\n5. Phân công phục vụ\n6h30: Trang trí hội trường\n7h00: Kiểm tra âm thanh',
      ),
    ).toEqual(['08:00||Khai mạc||', '09:00||Bế mạc||']);
  });

  it('pass over a number that stands on a line of its own', () => {
    expect(itemsOf('1\n8h00: Khai mạc\n2\n9h00: Bế mạc')).toEqual(['08:00||Khai mạc||', '09:00||Bế mạc||']);
  });

  it('are read where every item is spelt out with labels', () => {
    expect(
      itemsOf(
        '- Thời gian: 8h00 - 8h15\n- Nội dung: Khai mạc\n- Người thực hiện: Đ/c A\n- Thời gian: 8h15 - 9h00\n- Nội dung: Báo cáo',
      ),
    ).toEqual(['08:00|08:15|Khai mạc|Đ/c A|', '08:15|09:00|Báo cáo||']);
  });

  it('are not made of sentences that name a time', () => {
    expect(
      rows(
        'THÔNG BÁO\nThời gian: 8h00, ngày 12/3/2026.\nĐề nghị các đồng chí có mặt lúc 7h45.\nCác chi bộ báo cáo kết quả về Văn phòng trước 17h00 ngày 10/3/2026.',
      ),
    ).toEqual([]);
  });

  it('are not made of what a report tells', () => {
    expect(
      rows(
        'TIN\nLúc 8h00, hội nghị đã khai mạc trong không khí trang nghiêm. Tham dự có các đồng chí lãnh đạo.\nĐến 11h00, hội nghị kết thúc tốt đẹp. Các đại biểu ra về.',
      ),
    ).toEqual([]);
  });

  it('know the passages of every item: its time, its words and its name', () => {
    const text = `${HEAD}8h00 - 8h15: Khai mạc - Đồng chí A\n9h00: Bế mạc`;
    const [first] = read(text).draft.segments;
    expect(wordsAt(text, first?.passages)).toEqual(['8h00 - 8h15', 'Khai mạc', 'Đồng chí A']);
  });
});
