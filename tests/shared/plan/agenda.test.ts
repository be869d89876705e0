import { describe, expect, it } from 'vitest';
import { answer, codes, finding, HEAD, itemsOf, read, rows, wordsAt } from './reading';

const TABLE =
  'Thời gian\tNội dung\tThực hiện\n8h00 - 8h30\tKhai mạc\tĐ/c A\n8h30 - 10h00\tBáo cáo tổng kết\tĐ/c B\n10h00\tBế mạc\tĐ/c A';
const LIST = '- 8h00: Khai mạc\n- 8h30: Báo cáo tổng kết\n- 10h00: Bế mạc';

describe('the programmes of a document', () => {
  it('are taken once where the document gives one twice, the fuller one', () => {
    for (const text of [
      `GIẤY MỜI\nThời gian: ngày 12/3/2026\nNội dung chương trình:\n${LIST}\n\nCHƯƠNG TRÌNH CHI TIẾT\n${TABLE}`,
      `GIẤY MỜI\nThời gian: ngày 12/3/2026\nCHƯƠNG TRÌNH CHI TIẾT\n${TABLE}\n\nNội dung chương trình:\n${LIST}`,
    ]) {
      expect(rows(text)).toEqual([
        '03-12|08:00|08:30|Khai mạc|Đ/c A|',
        '03-12|08:30|10:00|Báo cáo tổng kết|Đ/c B|',
        '03-12|10:00||Bế mạc|Đ/c A|',
      ]);
      expect(codes(text).filter((c) => c === 'agenda-twice')).toHaveLength(1);
      expect([...wordsAt(text, finding(text, 'agenda-twice')?.passages)].sort()).toEqual([LIST, TABLE].sort());
    }
  });

  it('are both taken where they stand on different days', () => {
    expect(
      rows(
        'CHƯƠNG TRÌNH\nNgày 12/3/2026\n8h00: Khai mạc\n9h00: Báo cáo tổng kết\n\nCHƯƠNG TRÌNH\nNgày 13/3/2026\n8h00: Khai mạc\n9h00: Báo cáo tổng kết',
      ).map((r) => r.slice(0, 11)),
    ).toEqual(['03-12|08:00', '03-12|09:00', '03-13|08:00', '03-13|09:00']);
  });

  it.each([
    [
      'a table of duties',
      'PHÂN CÔNG NHIỆM VỤ\nThời gian\tNội dung công việc\tNgười phụ trách\n6h30\tTrang trí hội trường\tĐ/c A\n7h00\tKiểm tra âm thanh\tĐ/c B\n11h00\tDọn hội trường\tĐ/c D',
    ],
    [
      'a list of duties',
      'KẾ HOẠCH\nIII. PHÂN CÔNG PHỤC VỤ\n- 6h30: Trang trí hội trường\n- 7h00: Kiểm tra âm thanh, ánh sáng\n- 11h00: Dọn hội trường',
    ],
    [
      'a roster',
      'LỊCH TRỰC\nCa trực\tThời gian\tNội dung\tNgười trực\nCa 1\t6h00 - 14h00\tTrực ban\tĐ/c A\nCa 2\t14h00 - 22h00\tTrực ban\tĐ/c B',
    ],
    [
      'a table of dues',
      'KẾ HOẠCH\nThời gian hoàn thành\tNội dung công việc\tĐơn vị\n16h00 ngày 10/3/2026\tIn tài liệu\tVăn phòng\n17h00 ngày 11/3/2026\tKê ghế\tNhà văn hóa',
    ],
  ])('are not made of %s', (_, text) => {
    expect(rows(text)).toEqual([]);
    expect(codes(text)).toContain('no-agenda');
  });

  it('are not made of tables whose headings say that they are none, whatever the rows sound like', () => {
    const told = (heads: string): readonly string[] =>
      rows(
        `KẾ HOẠCH\n${heads}\n8h00\tBáo cáo kết quả\tĐ/c A\n9h00\tGiới thiệu nhân sự\tĐ/c B\n10h00\tThông qua danh sách\tĐ/c C`,
      );
    expect(told('Thời gian\tNội dung\tThực hiện')).toHaveLength(3);
    expect(told('Thời gian hoàn thành\tNội dung\tThực hiện')).toEqual([]);
    expect(told('Thời gian\tNội dung\tNgười trực')).toEqual([]);
  });

  it('stand beside a list of duties without taking anything of it', () => {
    expect(
      itemsOf(`${TABLE}\n\n2. Phân công phục vụ\n- 6h30: Trang trí hội trường\n- 7h00: Kiểm tra âm thanh`),
    ).toHaveLength(3);
  });

  it('know the days of an event of which they say only the ordinal', () => {
    expect(
      rows(
        'KẾ HOẠCH\nThời gian: 02 ngày, 07 và 08/02/2026\nCHƯƠNG TRÌNH\nNgày thứ nhất\n8h00: Khai mạc\n9h00: Báo cáo\nNgày thứ hai\n8h00: Thảo luận\n9h00: Bế mạc',
      ).map((r) => r.slice(0, 11)),
    ).toEqual(['02-07|08:00', '02-07|09:00', '02-08|08:00', '02-08|09:00']);
  });

  it('go on with the next day where the clock goes back by half a day', () => {
    expect(
      rows(
        'CHƯƠNG TRÌNH\nThời gian: 02 ngày, 07 và 08/02/2026\n8h00: Khai mạc\n15h00: Thảo luận\n8h00: Báo cáo\n11h00: Bế mạc',
      ).map((r) => r.slice(0, 11)),
    ).toEqual(['02-07|08:00', '02-07|15:00', '02-08|08:00', '02-08|11:00']);
  });
});

describe('what an item of an agenda is', () => {
  it('is told by its title', () => {
    const kinds = answer(
      `${HEAD}7h30: Đón tiếp đại biểu\n8h00: Khai mạc\n8h15: Báo cáo tổng kết\n9h00: Giải lao\n9h15: Thảo luận\n10h00: Phát biểu chỉ đạo\n10h30: Bế mạc\n11h00: Chụp ảnh lưu niệm`,
    ).segments.map((s) => s.kind);
    expect(kinds).toEqual(['reception', 'opening', 'talk', 'break', 'discussion', 'speech', 'closing', 'other']);
  });

  it('is central where the capital holds it, and confidential where it says so', () => {
    const segments = read(
      `${HEAD}8h00: Khai mạc\n8h15: Đồng chí Bí thư Trung ương Đảng quán triệt Nghị quyết\n9h00: Thảo luận (Mật)\n10h00: Bế mạc`,
    ).draft.segments;
    expect(segments.map((s) => s.origin)).toEqual(['local', 'central', 'local', 'local']);
    expect(segments.map((s) => s.confidential)).toEqual([false, false, true, false]);
  });

  it('belongs to the half of the day its clock shows', () => {
    const sessions = read(`${HEAD}8h00: Khai mạc\n14h00: Thảo luận\n19h00: Văn nghệ`).draft.segments.map(
      (s) => s.session,
    );
    expect(sessions).toEqual(['morning', 'afternoon', 'evening']);
  });
});

describe('rows of a table', () => {
  it('share the name of a cell that spans them in the file, and the block of the time that does', () => {
    expect(
      itemsOf(
        'Thời gian\tNội dung\tThực hiện\n8h00 - 9h00\tChào cờ\tBan A\n\tPhát biểu khai mạc\tĐ/c B\n9h00\tBế mạc\tĐ/c C',
      ),
    ).toEqual(['08:00||Chào cờ|Ban A|08:00>09:00', '||Phát biểu khai mạc|Đ/c B|08:00>09:00', '09:00||Bế mạc|Đ/c C|']);
  });

  it('without a time are the rest of the row before them where it breaks off or they begin small', () => {
    expect(itemsOf('Thời gian\tNội dung\n8h00\tBáo cáo của\n\tĐảng ủy xã\n9h00\tThảo luận\n\tvà giải đáp')).toEqual([
      '08:00||Báo cáo của Đảng ủy xã||',
      '09:00||Thảo luận và giải đáp||',
    ]);
  });

  it('with a number of their own are items of their own', () => {
    expect(itemsOf('TT\tThời gian\tNội dung\n1\t8h00\tBáo cáo của\n2\t\tĐảng ủy xã\n3\t9h00\tBế mạc')).toHaveLength(3);
  });

  it('are parted from names in one form where no column holds them', () => {
    expect(
      itemsOf(
        'Thời gian\tNội dung\n7h00\tĐón tiếp (Ban Lễ tân)\n8h00\tKhai mạc (Ban Tổ chức)\n9h00\tNấu ăn (Mâm cỗ)\n10h00\tTrao giải (Ban Giám khảo)',
      )[2],
    ).toBe('09:00||Nấu ăn|Mâm cỗ|');
  });

  it('begin a new day in the morning', () => {
    expect(
      rows(
        'CHƯƠNG TRÌNH\nThời gian\tNội dung\nNgày 07/02/2026\t\nBuổi chiều\t\n2h00\tKhai mạc\nNgày 08/02/2026\t\n6h30\tThể dục\n8h00\tBế mạc',
      ).map((r) => r.slice(0, 11)),
    ).toEqual(['02-07|14:00', '02-08|06:30', '02-08|08:00']);
  });

  it('take the day that stands beside the time in its cell', () => {
    expect(
      rows('CHƯƠNG TRÌNH\nThời gian\tNội dung\n8h00 ngày 07/02/2026\tKhai mạc\n8h00 ngày 08/02/2026\tBế mạc').map((r) =>
        r.slice(0, 11),
      ),
    ).toEqual(['02-07|08:00', '02-08|08:00']);
  });

  it('take begin and end from two columns', () => {
    expect(itemsOf('Bắt đầu\tKết thúc\tNội dung\n8h00\t8h15\tKhai mạc\n8h15\t9h00\tBáo cáo')).toEqual([
      '08:00|08:15|Khai mạc||',
      '08:15|09:00|Báo cáo||',
    ]);
  });

  it('take day and session from columns of their own', () => {
    expect(
      rows(
        'CHƯƠNG TRÌNH\nNgày\tThời gian\tNội dung\n07/02/2026\t8h00\tKhai mạc\n\t9h00\tBáo cáo\n08/02/2026\t8h00\tBế mạc',
      ).map((r) => r.slice(0, 11)),
    ).toEqual(['02-07|08:00', '02-07|09:00', '02-08|08:00']);
  });

  it('begin the next day in the session its second column says, also behind an evening', () => {
    expect(
      rows(
        'LỊCH TẬP HUẤN\nThời gian: ngày 11/8/2026 và 12/8/2026\nNgày\tBuổi\tGiờ\tNội dung\tGiảng viên\n11/8 (Thứ Ba)\tSáng\t7h30 - 9h00\tKhai giảng\tÔng An\n\tTối\t19h00 - 21h00\tGiải đáp\tBà Bình\n12/8 (Thứ Tư)\tSáng\t7h45 - 10h00\tBáo cáo nhóm\tÔng An\n\t\t10h00 - 10h45\tBế giảng\tÔng An',
      ).map((r) => r.split('|').slice(0, 3).join(' ')),
    ).toEqual(['08-11 07:30 09:00', '08-11 19:00 21:00', '08-12 07:45 10:00', '08-12 10:00 10:45']);
  });

  it('are told of where they hold words and become nothing', () => {
    const text = `${HEAD}Thời gian\tNội dung\tThực hiện\n8h00\tKhai mạc\tĐ/c A\n8h15\t\tĐ/c B\n9h00\tBế mạc\tĐ/c C`;
    expect(wordsAt(text, finding(text, 'row-unread')?.passages)).toEqual(['8h15\t\tĐ/c B']);
  });
});
