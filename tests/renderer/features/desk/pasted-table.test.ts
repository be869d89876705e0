// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import {
  clipboardRows,
  htmlRows,
  pastedItems,
  tableRows,
  timesIn,
} from '../../../../renderer/features/desk/pasted-table';
import { clockHm } from '../../../../shared/time/format';

type Rows = Parameters<typeof pastedItems>[0];
const told = (rows: Rows) =>
  pastedItems(rows).map((s) => [
    s.start === null ? '' : clockHm(s.start),
    s.end === null ? '' : clockHm(s.end),
    s.title,
    s.presenter ?? '',
  ]);
const copied = (html: string, text: string) =>
  clipboardRows({ getData: (type) => (type === 'text/html' ? html : type === 'text/plain' ? text : '') });

describe('a table from the clipboard', () => {
  it('is read by its heading', () => {
    const text =
      'TT\tNội dung\tNgười trình bày\tThời gian\r\n1\tKhai mạc\tÔng A\t8h00 - 8h15\r\n2\tBáo cáo\tBà B\t8h15\r\n';
    expect(told(tableRows(text))).toEqual([
      ['08:00', '08:15', 'Khai mạc', 'Ông A'],
      ['08:15', '', 'Báo cáo', 'Bà B'],
    ]);
  });

  it('is read by the look of its columns where it has no heading', () => {
    const text = '08:00\tTuyên bố lý do, giới thiệu đại biểu\tVăn phòng\n08:10\tBáo cáo tổng kết năm\tÔng A';
    expect(told(tableRows(text))).toEqual([
      ['08:00', '', 'Tuyên bố lý do, giới thiệu đại biểu', 'Văn phòng'],
      ['08:10', '', 'Báo cáo tổng kết năm', 'Ông A'],
    ]);
  });

  it('takes a start and an end from two columns', () => {
    expect(told(tableRows('Bắt đầu\tKết thúc\tNội dung\n7:30\t8:00\tĐón tiếp'))).toEqual([
      ['07:30', '08:00', 'Đón tiếp', ''],
    ]);
  });

  it('keeps a cell with a line break whole, and a quote that is none', () => {
    expect(tableRows('8h\t"Báo cáo\ncủa ""Ban"""\n9h\t"Nghỉ" giữa giờ')).toEqual([
      ['8h', 'Báo cáo của "Ban"'],
      ['9h', '"Nghỉ" giữa giờ'],
    ]);
  });

  it('knows a break and a closing, and leaves out a row that only names a part of the day', () => {
    const items = pastedItems(tableRows('8h\tNghỉ giải lao\n\tBuổi chiều\n14h\tBế mạc hội nghị'));
    expect(items.map((s) => s.kind)).toEqual(['break', 'closing']);
  });

  it('has no items when there is nothing in it', () => {
    expect(told(tableRows(''))).toEqual([]);
    expect(told(tableRows('1\t2\n'))).toEqual([]);
  });

  it('does not take a sentence for a time', () => {
    expect(timesIn('Báo cáo 2025')).toBeNull();
    expect(timesIn('Từ 7 giờ 30 đến 8 giờ')).toEqual([7.5 * 3_600_000, 8 * 3_600_000]);
  });
});

describe('a table that a word processor copies', () => {
  const WORD = `<html><body><p class=MsoNormal>Chương trình</p><table class=MsoTableGrid>
    <tr><td><p>Thời gian</p></td><td><p>Nội dung</p></td><td><p>Trình bày</p></td></tr>
    <tr><td rowspan=2><p>8h00 - 8h30</p></td><td><p>Khai mạc;</p><p>giới thiệu<br>đại biểu</p></td><td>Ông A</td></tr>
    <tr><td><p>Chào cờ</p></td><td></td></tr>
    <tr><td colspan=3><p>Buổi chiều</p></td></tr>
    <tr><td>14h</td><td>Thảo luận</td><td>Bà B</td></tr></table></body></html>`;

  it('keeps the paragraphs of a cell together, and merged cells in their places', () => {
    expect(htmlRows(WORD)).toEqual([
      ['Thời gian', 'Nội dung', 'Trình bày'],
      ['8h00 - 8h30', 'Khai mạc; giới thiệu đại biểu', 'Ông A'],
      ['', 'Chào cờ', ''],
      ['Buổi chiều', '', ''],
      ['14h', 'Thảo luận', 'Bà B'],
    ]);
  });

  it('is taken from there rather than from its plain text, whose lines are torn', () => {
    expect(told(copied(WORD, '8h00 - 8h30\tKhai mạc;\ngiới thiệu\nđại biểu\tÔng A'))).toEqual([
      ['08:00', '08:30', 'Khai mạc; giới thiệu đại biểu', 'Ông A'],
      ['', '', 'Chào cờ', ''],
      ['14:00', '', 'Thảo luận', 'Bà B'],
    ]);
  });

  it('is no table where the clipboard has only text', () => {
    expect(copied('<p>Hội nghị</p>', 'Hội nghị')).toEqual([]);
    expect(copied('', '8h\tKhai mạc')).toEqual([['8h', 'Khai mạc']]);
  });
});
