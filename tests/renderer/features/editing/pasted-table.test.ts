import { describe, expect, it } from 'vitest';
import { pastedSegments, tableRows, timesIn } from '../../../../renderer/features/editing/pasted-table';
import { clockHm } from '../../../../shared/time/format';
import type { IsoDay } from '../../../../shared/time/time';
import { PLAN } from '../../a-hall';

const day = '2026-02-07' as IsoDay;
const told = (text: string) =>
  pastedSegments(text, PLAN, day).map((s) => [
    s.start === null ? '' : clockHm(s.start),
    s.end === null ? '' : clockHm(s.end),
    s.title,
    s.presenter ?? '',
  ]);

describe('a table from the clipboard', () => {
  it('is read by its heading', () => {
    const text =
      'TT\tNội dung\tNgười trình bày\tThời gian\r\n1\tKhai mạc\tÔng A\t8h00 - 8h15\r\n2\tBáo cáo\tBà B\t8h15\r\n';
    expect(told(text)).toEqual([
      ['08:00', '08:15', 'Khai mạc', 'Ông A'],
      ['08:15', '', 'Báo cáo', 'Bà B'],
    ]);
  });

  it('is read by the look of its columns where it has no heading', () => {
    expect(told('08:00\tTuyên bố lý do, giới thiệu đại biểu\tVăn phòng\n08:10\tBáo cáo tổng kết năm\tÔng A')).toEqual([
      ['08:00', '', 'Tuyên bố lý do, giới thiệu đại biểu', 'Văn phòng'],
      ['08:10', '', 'Báo cáo tổng kết năm', 'Ông A'],
    ]);
  });

  it('takes a start and an end from two columns', () => {
    expect(told('Bắt đầu\tKết thúc\tNội dung\n7:30\t8:00\tĐón tiếp')).toEqual([['07:30', '08:00', 'Đón tiếp', '']]);
  });

  it('keeps a cell with a line break whole, and a quote that is none', () => {
    expect(tableRows('8h\t"Báo cáo\ncủa ""Ban"""\n9h\t"Nghỉ" giữa giờ')).toEqual([
      ['8h', 'Báo cáo của "Ban"'],
      ['9h', '"Nghỉ" giữa giờ'],
    ]);
  });

  it('gives ids that are free, and knows a break', () => {
    const made = pastedSegments('8h\tNghỉ giải lao\n9h\tBế mạc', PLAN, day);
    expect(made.map((s) => s.kind)).toEqual(['break', 'closing']);
    const ids = [...PLAN.segments, ...made].map((s) => s.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no items when there is nothing in it', () => {
    expect(told('')).toEqual([]);
    expect(told('1\t2\n')).toEqual([]);
  });

  it('does not take a sentence for a time', () => {
    expect(timesIn('Báo cáo 2025')).toBeNull();
    expect(timesIn('Từ 7 giờ 30 đến 8 giờ')).toEqual([7.5 * 3_600_000, 8 * 3_600_000]);
  });
});
