import { describe, expect, it } from 'vitest';
import { toAnswer } from '../../../shared/plan/answer';
import { readPlan } from '../../../shared/plan/read';
import { answer, codes, finding, HEAD, rows, TODAY } from './reading';

describe('agendas in tables', () => {
  it('reads rows of a markdown table and gives the items of one cell the block of their row', () => {
    expect(
      rows(
        `${HEAD}| STT | Thời gian | Nội dung | Chủ trì |\n|:-:|---|---|---|\n| 1 | 8h10–8h20 | - Chào cờ<br>- Giới thiệu đại biểu | Ban Tổ chức |\n| 2 | 8h20–9h00 | Báo cáo | Đ/c A |`,
      ),
    ).toEqual([
      '03-12|08:10||Chào cờ|Ban Tổ chức|08:10>08:20',
      '03-12|||Giới thiệu đại biểu|Ban Tổ chức|08:10>08:20',
      '03-12|08:20|09:00|Báo cáo|Đ/c A|',
    ]);
  });

  it('reads rows with trailing pipes and cells broken inside a row', () => {
    expect(
      rows(
        `${HEAD}7h30 - 8h00 | Đón khách | Lễ tân |\n8h15 - 9h00 | Báo cáo kết quả\nkinh doanh quý I | Phòng Kế hoạch |\n9h00 | Bế mạc | |`,
      ),
    ).toEqual([
      '03-12|07:30|08:00|Đón khách|Lễ tân|',
      '03-12|08:15|09:00|Báo cáo kết quả kinh doanh quý I|Phòng Kế hoạch|',
      '03-12|09:00||Bế mạc||',
    ]);
  });

  it('reads a table of which every cell stands on its own line, blank lines between or not', () => {
    const cells = [
      'TT',
      'Thời gian',
      'Nội dung',
      'Thực hiện',
      '1',
      '7h30 - 8h00',
      'Đón tiếp',
      'Văn phòng',
      '2',
      '8h00',
      'Khai mạc',
      'Đồng chí A',
    ];
    const expected = ['03-12|07:30|08:00|Đón tiếp|Văn phòng|', '03-12|08:00||Khai mạc|Đồng chí A|'];
    expect(rows(`${HEAD}\n${cells.join('\n')}`)).toEqual(expected);
    expect(rows(`${HEAD}\n${cells.join('\n\n')}\n\nNơi nhận:\n- Như trên`)).toEqual(expected);
  });

  it('goes on with a title that a page broke, and takes a row with a presenter of its own for an item', () => {
    const table =
      'THỜI GIAN\tNỘI DUNG\tTHỰC HIỆN\n8h00 - 9h00\tBáo cáo tổng kết 15 năm thi hành Điều lệ\tBan Tổ chức\n\nTHỜI GIAN\tNỘI DUNG\tTHỰC HIỆN\n\tĐảng và phương hướng\t\n\tPhát biểu cảm ơn\tĐồng chí Bí thư';
    expect(rows(HEAD + table)).toEqual([
      '03-12|08:00||Báo cáo tổng kết 15 năm thi hành Điều lệ Đảng và phương hướng|Ban Tổ chức|08:00>09:00',
      '03-12|||Phát biểu cảm ơn|Đồng chí Bí thư|08:00>09:00',
    ]);
  });

  it('reads the time column wherever it stands', () => {
    expect(
      rows(`${HEAD}Nội dung\tThời gian\tThực hiện\nĐón khách\t7h30-8h00\tVăn phòng\nBế mạc\t8h15\tGiám đốc`),
    ).toEqual(['03-12|07:30|08:00|Đón khách|Văn phòng|', '03-12|08:15||Bế mạc|Giám đốc|']);
  });

  it('takes days and sessions from rows of their own', () => {
    const text =
      'CHƯƠNG TRÌNH\n| Thời gian | Nội dung | Chủ trì |\n|---|---|---|\n| **Ngày 07/02/2026** | | |\n| 8h00 | Khai mạc | Đ/c A |\n| **Chiều** | | |\n| 2h00 | Thảo luận | Đ/c A |\n| **Ngày 08/02/2026** | | |\n| 8h00 | Bế mạc | Đ/c A |';
    expect(rows(text)).toEqual([
      '02-07|08:00||Khai mạc|Đ/c A|',
      '02-07|14:00||Thảo luận|Đ/c A|',
      '02-08|08:00||Bế mạc|Đ/c A|',
    ]);
    expect(answer(text).dates).toEqual(['2026-02-07', '2026-02-08']);
  });

  it('gives items of tracks side by side the same time', () => {
    expect(
      rows(`${HEAD}Thời gian\tPhòng A\tPhòng B\n8h00 - 9h00\tBáo cáo 1\tBáo cáo 2\n9h00 - 9h30\tThảo luận\tTrao đổi`),
    ).toHaveLength(4);
  });

  it('does not take a list of duties for an agenda', () => {
    const text =
      'PHÂN CÔNG NHIỆM VỤ\nphục vụ Hội nghị ngày 12/3/2026\nSTT\tThời gian\tNội dung công việc\tNgười phụ trách\n1\t6h30\tTrang trí hội trường\tĐ/c A\n2\t7h00\tKiểm tra âm thanh\tĐ/c B\n3\t11h00\tDọn hội trường\tĐ/c D';
    expect(rows(text)).toEqual([]);
    expect(codes(text)).toContain('no-agenda');
  });

  it('takes tables by their cells where the file says them, spans included', () => {
    const text =
      'CHƯƠNG TRÌNH\nNgày 12/3/2026\nThời gian\tNội dung\tThực hiện\n8h00 - 9h00\tKhai mạc\tĐ/c A\nBáo cáo\tĐ/c B\n9h00\tBế mạc\tĐ/c A';
    const at = (word: string, from = 0): { from: number; to: number } => ({
      from: text.indexOf(word, from),
      to: text.indexOf(word, from) + word.length,
    });
    const cell = (word: string, column: number, span = 1) => ({
      ...at(word, text.indexOf('Thời gian')),
      column,
      columns: 1,
      rows: span,
    });
    const row = (cells: readonly ReturnType<typeof cell>[], header = false) => ({
      from: cells[0]?.from ?? 0,
      to: cells.at(-1)?.to ?? 0,
      cells,
      header,
    });
    const tableRows = [
      row([cell('Thời gian', 0), cell('Nội dung', 1), cell('Thực hiện', 2)], true),
      row([cell('8h00 - 9h00', 0, 2), cell('Khai mạc', 1), cell('Đ/c A', 2)]),
      row([cell('Báo cáo', 1), cell('Đ/c B', 2)]),
      row([
        { ...at('9h00', text.indexOf('\n9h00')), column: 0, columns: 1, rows: 1 },
        cell('Bế mạc', 1),
        { ...at('Đ/c A', text.indexOf('Bế mạc')), column: 2, columns: 1, rows: 1 },
      ]),
    ];
    const table = { from: text.indexOf('Thời gian'), to: text.length, rows: tableRows };
    const read = toAnswer(readPlan({ text, tables: [table], pages: [] }, TODAY)).segments;
    expect(read.map((s) => [s.start, s.title, s.presenter])).toEqual([
      ['08:00', 'Khai mạc', 'Đ/c A'],
      [null, 'Báo cáo', 'Đ/c B'],
      ['09:00', 'Bế mạc', 'Đ/c A'],
    ]);
  });
});

describe('agendas in lines', () => {
  it('reads titles before their times and names in brackets, behind dashes and colons', () => {
    expect(
      rows(
        `${HEAD}1. Đón tiếp đại biểu (7h30 - 8h00)\n2. Khai mạc (8h00 - 8h15): Đồng chí Nguyễn Văn A\n3. Báo cáo: 8h15 - 9h00 (Đ/c B)\n4. Bế mạc lúc 10h00`,
      ),
    ).toEqual([
      '03-12|07:30|08:00|Đón tiếp đại biểu||',
      '03-12|08:00|08:15|Khai mạc|Đồng chí Nguyễn Văn A|',
      '03-12|08:15|09:00|Báo cáo|Đ/c B|',
      '03-12|10:00||Bế mạc||',
    ]);
  });

  it('passes over what the master of ceremonies says', () => {
    expect(
      rows(
        `${HEAD}7h00 - 7h15: Văn nghệ\nMC: Kính thưa quý vị! Đúng 7h15, chúng ta bắt đầu.\n7h15: Chào cờ\n"Nghiêm!"`,
      ),
    ).toEqual(['03-12|07:00|07:15|Văn nghệ||', '03-12|07:15||Chào cờ||']);
  });

  it('gives the talks under a heading with a time its block', () => {
    expect(
      rows(
        `${HEAD}+ 8 giờ 00: Phiên chính thức, gồm:\n- Báo cáo chính trị - Đ/c Bí thư;\n- Tham luận.\n+ 9 giờ 30: Bế mạc.`,
      ),
    ).toEqual([
      '03-12|08:00||Phiên chính thức||08:00>',
      '03-12|||Báo cáo chính trị|Đ/c Bí thư|08:00>',
      '03-12|||Tham luận||08:00>',
      '03-12|09:30||Bế mạc||',
    ]);
  });

  it('reads a day of its own under every heading of a day', () => {
    expect(
      rows(
        'LỊCH HỘI NGHỊ\nThời gian: 02 ngày, 07 và 08/02/2026\nI. NGÀY THỨ NHẤT\nBuổi chiều\n- 2h00: Khai mạc\nII. NGÀY THỨ HAI\nSáng:\n- 7h30-11h00: Bế mạc',
      ),
    ).toEqual(['02-07|14:00||Khai mạc||', '02-08|07:30|11:00|Bế mạc||']);
  });

  it('takes the fuller of two agendas and says so', () => {
    const text =
      'GIẤY MỜI\nThời gian: 8h00, ngày 20/12/2026\nNội dung chương trình:\n- 8h00: Khai mạc\n- 8h30: Báo cáo tổng kết\n- 10h00: Bế mạc\n\nCHƯƠNG TRÌNH CHI TIẾT\nThời gian\tNội dung\tThực hiện\n8h00 - 8h30\tKhai mạc\tĐ/c A\n8h30 - 10h00\tBáo cáo tổng kết\tĐ/c B\n10h00\tBế mạc\tĐ/c A';
    expect(rows(text)).toHaveLength(3);
    expect(answer(text).segments[0]?.presenter).toBe('Đ/c A');
    expect(codes(text)).toContain('agenda-twice');
  });
});

describe('days, place, delegates, deadlines', () => {
  it('tells the day of the event from the days of cited documents, signing, rehearsal and anniversaries', () => {
    const text =
      'Hải Phòng, ngày 01 tháng 3 năm 2026\nKẾ HOẠCH\nCăn cứ Công văn số 12-CV/BTG ngày 20/02/2026. Kỷ niệm ngày thành lập Đảng (03/02/1930 - 03/02/2026).\n1. Thời gian: 8h00, ngày 12/3/2026\n2. Tổng duyệt: 15h00 ngày 11/3/2026.';
    expect(answer(text).dates).toEqual(['2026-03-12']);
  });

  it('keeps a date that does not exist apart and makes no deadline of it', () => {
    const read = answer('THÔNG BÁO\nCác chi bộ báo cáo kết quả trước ngày 31/4/2026.');
    expect(read).toMatchObject({ invalidDates: ['31/4/2026'], deadlines: [], dates: [] });
  });

  it.each([
    ['Đề nghị các chi bộ gửi báo cáo trước 17h00 ngày 20/4/2026.', '2026-04-20T17:00'],
    ['Các đơn vị đăng ký chậm nhất 13 giờ 30 ngày 17/4/2026.', '2026-04-17T13:30'],
    ['Các chi bộ gửi danh sách về Văn phòng trước ngày 05/5/2026.', '2026-05-05T00:00'],
  ])('reads the deadline of: %s', (text, at) => {
    expect(answer(`THÔNG BÁO\n${text}`).deadlines.map((d) => d.at)).toEqual([at]);
  });

  it('takes the place of this committee, not of the national hall', () => {
    expect(
      answer(
        'KẾ HOẠCH\n1. Điểm cầu Trung ương\nĐịa điểm: Phòng họp Diên Hồng, Hà Nội\n2. Điểm cầu cấp xã\nĐịa điểm: Hội trường P.301, Nhà A1. Thành phần: 50 đồng chí',
      ).place,
    ).toBe('Hội trường P.301, Nhà A1');
  });

  it('takes a stated number of delegates, and for a range asks', () => {
    expect(answer('Số lượng đại biểu: dự kiến 1.250 đồng chí tại 18 điểm cầu').expectedDelegates).toBe(1250);
    const range = 'Đại biểu: khoảng 85 - 90 người';
    expect(answer(range).expectedDelegates).toBeNull();
    expect(finding(range, 'delegates-range')?.choices).toHaveLength(3);
  });

  it('offers the days that fit where the weekday does not', () => {
    const f = finding('KẾ HOẠCH\nThời gian: 8h00, thứ Hai, ngày 12/3/2026', 'weekday-disagrees');
    expect(f?.choices).toEqual([
      { set: 'day', days: ['2026-03-12'] },
      { set: 'day', days: ['2026-03-09'] },
      { set: 'day', days: ['2026-03-16'] },
    ]);
  });

  it('says which year it assumed, and that two days stand against each other', () => {
    expect(codes('KẾ HOẠCH\nThời gian: 8h00, ngày 12/3')).toContain('year-assumed');
    expect(codes('V/v tổ chức hội nghị ngày 13/3/2026\nThời gian: 8h00, ngày 12/3/2026')).toContain('several-dates');
  });

  it('says that items overlap, leave a gap, have no end, or end before they start', () => {
    const text = `${HEAD}8h00 - 9h00: Khai mạc\n8h30 - 9h00: Báo cáo\n9h30 - 9h10: Thảo luận\n10h00: Bế mạc`;
    expect(codes(text)).toEqual(expect.arrayContaining(['overlap', 'gap', 'no-end', 'end-before-start']));
  });

  it('puts a misread word of the banner right and says so, and leaves slogans out', () => {
    const text =
      'KẾ HOẠCH\n4. Ma kết (nền đỏ)\nĐẢNG ỦY XÃ A\nHỘI NGHỊ QUẢN TRIỆT NGHỊ QUYẾT\nXã A, ngày ... tháng ... năm 2026\n* Khẩu hiệu: "Đoàn kết"';
    expect(answer(text).banner).toEqual([
      'ĐẢNG ỦY XÃ A',
      'HỘI NGHỊ QUÁN TRIỆT NGHỊ QUYẾT',
      'Xã A, ngày ... tháng ... năm 2026',
    ]);
    expect(codes(text)).toEqual(expect.arrayContaining(['ocr-slip', 'blank-date']));
  });

  it('takes nothing from an empty document', () => {
    expect(answer('')).toMatchObject({ dates: [], segments: [], banner: [], place: null, deadlines: [] });
  });
});
