import { describe, expect, it } from 'vitest';
import { cellLineTables } from '../../../shared/plan/agenda-cells';
import { everyLine, HEAD, itemsOf, linesIn, rows } from './reading';

const cells = (...lines: readonly string[]): string => lines.join('\n');

describe('tables of which every cell stands on a line of its own', () => {
  it('are read where a number of its own begins every row', () => {
    expect(
      itemsOf(
        cells(
          'STT',
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
        ),
      ),
    ).toEqual(['07:30|08:00|Đón tiếp|Văn phòng|', '08:00||Khai mạc|Đồng chí A|']);
  });

  it('are read where the time begins every row', () => {
    expect(
      itemsOf(
        cells(
          'Thời gian',
          'Nội dung',
          'Thực hiện',
          '7h30 - 8h00',
          'Đón tiếp đại biểu',
          'Văn phòng Đảng ủy',
          '8h00 - 8h15',
          'Khai mạc hội nghị',
          'Đồng chí Bí thư',
        ),
      ),
    ).toEqual(['07:30|08:00|Đón tiếp đại biểu|Văn phòng Đảng ủy|', '08:00|08:15|Khai mạc hội nghị|Đồng chí Bí thư|']);
  });

  it('are read where the time stands between title and name', () => {
    expect(
      itemsOf(
        cells(
          'Nội dung',
          'Thời gian',
          'Thực hiện',
          'Đón tiếp đại biểu',
          '7h30 - 8h00',
          'Văn phòng Đảng ủy',
          'Khai mạc hội nghị',
          '8h00 - 8h15',
          'Đồng chí Bí thư',
        ),
      ),
    ).toEqual(['07:30|08:00|Đón tiếp đại biểu|Văn phòng Đảng ủy|', '08:00|08:15|Khai mạc hội nghị|Đồng chí Bí thư|']);
  });

  it('are read where the time is the last of every row', () => {
    expect(
      itemsOf(
        cells(
          'Nội dung',
          'Thực hiện',
          'Thời gian',
          'Đón tiếp đại biểu',
          'Văn phòng Đảng ủy',
          '7h30 - 8h00',
          'Khai mạc hội nghị',
          'Đồng chí Bí thư',
          '8h00 - 8h15',
        ),
      ),
    ).toEqual(['07:30|08:00|Đón tiếp đại biểu|Văn phòng Đảng ủy|', '08:00|08:15|Khai mạc hội nghị|Đồng chí Bí thư|']);
  });

  it('are read where the time stands behind the title in numbered rows', () => {
    expect(
      itemsOf(
        cells(
          'TT',
          'Nội dung',
          'Thời gian',
          'Thực hiện',
          '1',
          'Đón tiếp đại biểu',
          '7h30 - 8h00',
          'Văn phòng',
          '2',
          'Khai mạc hội nghị',
          '8h00 - 8h15',
          'Đồng chí Bí thư',
        ),
      ),
    ).toEqual(['07:30|08:00|Đón tiếp đại biểu|Văn phòng|', '08:00|08:15|Khai mạc hội nghị|Đồng chí Bí thư|']);
  });

  it('keep rooms out of titles and names', () => {
    expect(
      itemsOf(
        cells(
          'Thời gian',
          'Nội dung',
          'Địa điểm',
          'Thực hiện',
          '7h30 - 8h00',
          'Đón tiếp đại biểu',
          'Sảnh tầng 1',
          'Văn phòng Đảng ủy',
          '8h00 - 8h15',
          'Khai mạc hội nghị',
          'Hội trường lớn',
          'Đồng chí Bí thư',
        ),
      ),
    ).toEqual(['07:30|08:00|Đón tiếp đại biểu|Văn phòng Đảng ủy|', '08:00|08:15|Khai mạc hội nghị|Đồng chí Bí thư|']);
  });

  it('go on with a title of two lines and a range broken behind its dash', () => {
    expect(
      itemsOf(
        cells(
          'TT',
          'Thời gian',
          'Nội dung',
          'Thực hiện',
          '1',
          '7h30 -',
          '8h00',
          'Báo cáo kết quả thực hiện Nghị quyết',
          'của Đảng ủy xã',
          'Văn phòng',
          '2',
          '8h00',
          'Khai mạc',
          'Đồng chí A',
        ),
      ),
    ).toEqual([
      '07:30|08:00|Báo cáo kết quả thực hiện Nghị quyết của Đảng ủy xã|Văn phòng|',
      '08:00||Khai mạc|Đồng chí A|',
    ]);
  });

  it('go on over a page that repeats the headings behind its number', () => {
    expect(
      itemsOf(
        cells(
          'TT',
          'Thời gian',
          'Nội dung',
          'Thực hiện',
          '1',
          '7h30 - 8h00',
          'Đón tiếp',
          'Văn phòng',
          '2',
          'TT',
          'Thời gian',
          'Nội dung',
          'Thực hiện',
          '2',
          '8h00',
          'Khai mạc',
          'Đồng chí A',
        ),
      ),
    ).toEqual(['07:30|08:00|Đón tiếp|Văn phòng|', '08:00||Khai mạc|Đồng chí A|']);
  });

  it('take a title that a page broke together again', () => {
    expect(
      itemsOf(
        cells(
          'TT',
          'Thời gian',
          'Nội dung',
          '1',
          '7h30 - 8h00',
          'Đón tiếp',
          '2',
          '8h00 - 9h00',
          'Báo cáo tổng kết công tác của',
          'TT',
          'Thời gian',
          'Nội dung',
          'Đảng ủy xã',
          '3',
          '9h00',
          'Bế mạc',
        ),
      ),
    ).toEqual(['07:30|08:00|Đón tiếp||', '08:00|09:00|Báo cáo tổng kết công tác của Đảng ủy xã||', '09:00||Bế mạc||']);
  });

  it('give talks with names of their own the block of their row', () => {
    expect(
      itemsOf(
        cells(
          'TT',
          'Thời gian',
          'Nội dung',
          'Thực hiện',
          '1',
          '8h00 - 9h00',
          '- Chào cờ',
          'Ban Tổ chức',
          '- Phát biểu khai mạc',
          'Đồng chí Bí thư',
          '2',
          '9h00',
          'Bế mạc',
          'Đồng chí A',
        ),
      ),
    ).toEqual([
      '08:00||Chào cờ|Ban Tổ chức|08:00>09:00',
      '||Phát biểu khai mạc|Đồng chí Bí thư|08:00>09:00',
      '09:00||Bế mạc|Đồng chí A|',
    ]);
  });

  it('take days and sessions from lines of their own', () => {
    expect(
      rows(
        cells(
          'CHƯƠNG TRÌNH',
          'Thời gian',
          'Nội dung',
          'Ngày 07/02/2026',
          '8h00',
          'Khai mạc',
          'Buổi chiều',
          '2h00',
          'Thảo luận',
          'Ngày 08/02/2026',
          '8h00',
          'Bế mạc',
        ),
      ),
    ).toEqual(['02-07|08:00||Khai mạc||', '02-07|14:00||Thảo luận||', '02-08|08:00||Bế mạc||']);
  });

  it('pass over the letter of a part', () => {
    expect(
      itemsOf(
        cells(
          'TT',
          'Thời gian',
          'Nội dung',
          'A',
          'Buổi sáng',
          '1',
          '8h00',
          'Khai mạc',
          'B',
          'Buổi chiều',
          '2',
          '2h00',
          'Thảo luận',
        ),
      ),
    ).toEqual(['08:00||Khai mạc||', '14:00||Thảo luận||']);
  });

  it('end where other things begin', () => {
    expect(
      itemsOf(
        cells(
          'Thời gian',
          'Nội dung',
          '8h00',
          'Khai mạc',
          '9h00',
          'Bế mạc',
          '',
          'Nơi nhận:',
          '- Như trên',
          '- Lưu Văn phòng',
        ),
      ),
    ).toEqual(['08:00||Khai mạc||', '09:00||Bế mạc||']);
  });

  it('are none without the headings of a title and a time', () => {
    const text = cells('TT', 'Nội dung', 'Thực hiện', '1', '8h00', 'Khai mạc', '2', '9h00', 'Bế mạc');
    expect(cellLineTables(text, linesIn(text), everyLine)).toEqual([]);
  });

  it('lie where they stand in the text', () => {
    const table = cells('Thời gian', 'Nội dung', '8h00', 'Khai mạc', '9h00', 'Bế mạc');
    const text = `${HEAD}${table}\n\nNơi nhận:`;
    const [grid] = cellLineTables(text, linesIn(text), everyLine);
    expect(text.slice(grid?.from, grid?.to)).toBe(table);
  });
});
