import { describe, expect, it } from 'vitest';
import { flattenedTables, type Grid, tablesOf } from '../../../shared/plan/grids';
import type { Line } from '../../../shared/plan/lines';
import { normalise } from '../../../shared/plan/normal';
import { everyLine, linesIn, rowsOf } from './reading';

const tables = (text: string, free: (line: Line) => boolean = everyLine): readonly Grid[] =>
  flattenedTables(text, linesIn(text), free);

describe('tables that lost their rules', () => {
  it('are read from tabs, empty cells in their places', () => {
    const [grid] = tables('Thời gian\tNội dung\tThực hiện\n8h00\tKhai mạc\t\n\tBáo cáo\tĐ/c A');
    expect(rowsOf(grid)).toEqual(['Thời gian | Nội dung | Thực hiện', '8h00 | Khai mạc | ', ' | Báo cáo | Đ/c A']);
    expect(grid?.rows[2]?.cells.map((c) => c.column)).toEqual([0, 1, 2]);
  });

  it('are read from pipes on both sides, the rule of markdown left out', () => {
    const [grid] = tables('| Thời gian | Nội dung |\n|:---|---:|\n| 8h00 | Khai mạc |\n| 9h00 | Bế mạc |');
    expect(rowsOf(grid)).toEqual(['Thời gian | Nội dung', '8h00 | Khai mạc', '9h00 | Bế mạc']);
  });

  it('are read from pipes at the end alone', () => {
    const [grid] = tables('8h00 | Khai mạc | Đ/c A |\n9h00 | Bế mạc | Đ/c B |');
    expect(rowsOf(grid)).toEqual(['8h00 | Khai mạc | Đ/c A', '9h00 | Bế mạc | Đ/c B']);
  });

  it('are read from pipes between the cells alone', () => {
    const [grid] = tables('8h00 | Khai mạc | Đ/c A\n9h00 | Bế mạc | Đ/c B');
    expect(rowsOf(grid)).toEqual(['8h00 | Khai mạc | Đ/c A', '9h00 | Bế mạc | Đ/c B']);
  });

  it('keep an empty first cell before a pipe where rows do not begin with one', () => {
    const [grid] = tables('8h00 | Khai mạc | Đ/c A |\n| Báo cáo | Đ/c B |');
    expect(rowsOf(grid)).toEqual(['8h00 | Khai mạc | Đ/c A', ' | Báo cáo | Đ/c B']);
  });

  it('go on with a cell that is broken inside its row', () => {
    const [grid] = tables('8h00\tBáo cáo kết quả\nquý I năm 2026\tPhòng Kế hoạch\n9h00\tBế mạc\tĐ/c A');
    expect(rowsOf(grid)).toEqual(['8h00 | Báo cáo kết quả / quý I năm 2026 | Phòng Kế hoạch', '9h00 | Bế mạc | Đ/c A']);
  });

  it('go on with the last cell of a row on the next line', () => {
    const [grid] = tables('8h00\tKhai mạc\tĐồng chí Bí thư,\nChủ tịch HĐND\n9h00\tBế mạc\tĐ/c A');
    expect(rowsOf(grid)).toEqual(['8h00 | Khai mạc | Đồng chí Bí thư, / Chủ tịch HĐND', '9h00 | Bế mạc | Đ/c A']);
  });

  it('go on over a page: its number is left out, the headings are a row again', () => {
    const [grid, ...more] = tables(
      'Thời gian\tNội dung\n8h00\tKhai mạc\n8h30\tBáo cáo\n\n2\n\nThời gian\tNội dung\n9h00\tThảo luận\n10h00\tBế mạc',
    );
    expect(more).toEqual([]);
    expect(rowsOf(grid)).toEqual([
      'Thời gian | Nội dung',
      '8h00 | Khai mạc',
      '8h30 | Báo cáo',
      'Thời gian | Nội dung',
      '9h00 | Thảo luận',
      '10h00 | Bế mạc',
    ]);
  });

  it('hold a line of day or session between their rows', () => {
    const [grid] = tables('8h00\tKhai mạc\nBuổi chiều\n14h00\tThảo luận');
    expect(rowsOf(grid)).toEqual(['8h00 | Khai mạc', 'Buổi chiều', '14h00 | Thảo luận']);
  });

  it('take a line in capitals between their rows for a caption, and not for a cell', () => {
    const [grid] = tables('8h00\tChào cờ\tBan A\nPHẦN HỘI NGHỊ\n8h30\tBáo cáo\tBan B');
    expect(grid?.rows.map((r) => r.caption === true)).toEqual([false, true, false]);
    expect(rowsOf(grid)[1]).toBe('PHẦN HỘI NGHỊ');
  });

  it('are two where a heading and column headings stand between them', () => {
    const found = tables(
      '1. Ngày thứ nhất\nThời gian\tNội dung\n8h00\tKhai mạc\n9h00\tBáo cáo\n\n2. Phân công phục vụ\nThời gian\tNội dung\n6h30\tTrang trí\n7h00\tĐón khách',
    );
    expect(found.map((g) => g.rows.length)).toEqual([3, 3]);
  });

  it('end with the list of other things below them', () => {
    const [grid] = tables('8h00\tKhai mạc\n9h00\tBế mạc\nĐịa điểm: Hội trường xã\nNơi nhận: như trên');
    expect(rowsOf(grid)).toEqual(['8h00 | Khai mạc', '9h00 | Bế mạc']);
  });

  it('are none of a single line, nor of what something else holds', () => {
    expect(tables('8h00\tKhai mạc\n\nKính gửi: Đảng ủy')).toEqual([]);
    expect(tables('8h00\tKhai mạc\n9h00\tBế mạc', () => false)).toEqual([]);
  });

  it('lie where they stand in the text', () => {
    const text = 'CHƯƠNG TRÌNH\n8h00\tKhai mạc\n9h00\tBế mạc\nNơi nhận:';
    const [grid] = tables(text);
    expect(text.slice(grid?.from, grid?.to)).toBe('8h00\tKhai mạc\n9h00\tBế mạc');
    for (const row of grid?.rows ?? []) for (const c of row.cells) expect(text.slice(c.from, c.to)).toBe(c.text);
  });
});

describe('tables the file had itself', () => {
  it('keep merged columns and rows, and know their cells in the text as the reader works on it', () => {
    const text = '**Giờ**\tViệc\nCả ngày';
    const cell = (from: number, to: number, column: number, columns: number, rows: number) => ({
      from,
      to,
      column,
      columns,
      rows,
    });
    const table = {
      from: 0,
      to: text.length,
      rows: [
        { from: 0, to: 12, header: true, cells: [cell(0, 7, 0, 1, 2), cell(8, 12, 1, 1, 1)] },
        { from: 13, to: text.length, header: false, cells: [cell(13, text.length, 1, 2, 0)] },
      ],
    };
    const normal = normalise(text);
    const [grid] = tablesOf({ text, tables: [table], pages: [] }, normal);
    expect(rowsOf(grid)).toEqual(['Giờ | Việc', 'Cả ngày']);
    expect(grid?.columns).toBe(3);
    expect(grid?.rows[0]?.cells[0]?.rows).toBe(2);
    expect(grid?.rows[1]?.cells[0]).toMatchObject({ column: 1, columns: 2, rows: 1 });
  });

  it('are cut to a width that can be read', () => {
    const table = {
      from: 0,
      to: 1,
      rows: [{ from: 0, to: 1, header: false, cells: [{ from: 0, to: 1, column: 90_000, columns: 1, rows: 1 }] }],
    };
    const [grid] = tablesOf({ text: 'A', tables: [table], pages: [] }, normalise('A'));
    expect(grid?.columns).toBeLessThanOrEqual(64);
  });
});
