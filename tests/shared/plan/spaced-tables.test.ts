import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../shared/plan/grids';
import { spacedTables } from '../../../shared/plan/spaced-tables';
import { everyLine, itemsOf, linesIn, rowsOf } from './reading';

const tables = (text: string): readonly Grid[] => spacedTables(text, linesIn(text), everyLine);

describe('tables whose columns only blanks part', () => {
  it('are read by where their cells begin', () => {
    const [grid] = tables(
      'Thời gian         Nội dung               Thực hiện\n7h30 - 8h00       Đón tiếp đại biểu      Văn phòng\n8h00 - 8h15       Khai mạc               Đ/c A',
    );
    expect(rowsOf(grid)).toEqual([
      'Thời gian | Nội dung | Thực hiện',
      '7h30 - 8h00 | Đón tiếp đại biểu | Văn phòng',
      '8h00 - 8h15 | Khai mạc | Đ/c A',
    ]);
  });

  it('leave a cell empty where nothing stands under its heading', () => {
    const [grid] = tables(
      'Thời gian         Nội dung               Thực hiện\n7h30 - 8h00       Đón tiếp đại biểu      Văn phòng\n                  Phát tài liệu          Đ/c B\n8h00 - 8h15       Khai mạc               Đ/c A',
    );
    expect(grid?.rows[2]?.cells.map((c) => [c.column, c.text])).toEqual([
      [1, 'Phát tài liệu'],
      [2, 'Đ/c B'],
    ]);
  });

  it('keep a ragged range of times whole', () => {
    const [grid] = tables('7h30   -   8h00     Đón tiếp đại biểu\n8h00   -   8h15     Khai mạc hội nghị');
    expect(rowsOf(grid)).toEqual(['7h30   -   8h00 | Đón tiếp đại biểu', '8h00   -   8h15 | Khai mạc hội nghị']);
  });

  it('part cells at leaders of dots', () => {
    expect(itemsOf('7h30 - 8h00 ........ Đón tiếp đại biểu\n8h00 - 8h15 ........ Khai mạc hội nghị')).toEqual([
      '07:30|08:00|Đón tiếp đại biểu||',
      '08:00|08:15|Khai mạc hội nghị||',
    ]);
  });

  it('go on with cells that a narrow column wrapped', () => {
    expect(
      itemsOf(
        'Thời gian         Nội dung               Thực hiện\n7h30 - 8h00       Báo cáo kết quả công   Phòng Kinh tế\n                  tác quý I năm 2026\n8h00 - 8h15       Khai mạc               Đ/c A',
      ),
    ).toEqual(['07:30|08:00|Báo cáo kết quả công tác quý I năm 2026|Phòng Kinh tế|', '08:00|08:15|Khai mạc|Đ/c A|']);
  });

  it('hold the label of a session between their rows', () => {
    expect(
      itemsOf(
        'Thời gian         Nội dung               Thực hiện\n8h00              Khai mạc               Đ/c A\nBuổi chiều\n2h00              Thảo luận              Đ/c B',
      ),
    ).toEqual(['08:00||Khai mạc|Đ/c A|', '14:00||Thảo luận|Đ/c B|']);
  });

  it.each([
    ['a label with its time', 'Thời gian:     7h30 ngày 12/3/2026\nĐịa điểm:     Hội trường xã'],
    ['one line', '7h30 - 8h00     Đón tiếp đại biểu'],
    ['a list with colons', '7h30 đến 7h45   :   Văn nghệ\n7h45 đến 8h00   :   Chào cờ'],
    ['running text', 'Kính gửi   các đồng chí\nĐảng ủy xã   mời họp'],
  ])('are not made of %s', (_, text) => {
    expect(tables(text)).toEqual([]);
  });
});
