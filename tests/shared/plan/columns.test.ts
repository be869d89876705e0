import { describe, expect, it } from 'vitest';
import { type Columns, columnsOf, isHeaderRow } from '../../../shared/plan/columns';
import { flattenedTables, type Grid } from '../../../shared/plan/grids';
import { headRole } from '../../../shared/plan/heads';
import { everyLine, linesIn } from './reading';

const gridOf = (text: string): Grid => {
  const [grid] = flattenedTables(text, linesIn(text), everyLine);
  if (grid === undefined) throw new Error('no table');
  return grid;
};
const columnsIn = (text: string): Columns => columnsOf(gridOf(text));
const rolesIn = (text: string): readonly (string | null)[] => columnsIn(text).roles;

describe('column headings', () => {
  it.each([
    ['STT', 'number'],
    ['TT', 'number'],
    ['Thời gian', 'time'],
    ['THỜI GIAN', 'time'],
    ['Giờ bắt đầu', 'time'],
    ['Giờ kết thúc', 'until'],
    ['Ngày', 'day'],
    ['Buổi', 'day'],
    ['Nội dung', 'title'],
    ['Nội dung công việc:', 'title'],
    ['Hoạt động', 'title'],
    ['Thực hiện', 'presenter'],
    ['Người chủ trì', 'presenter'],
    ['Đơn vị, cá nhân phụ trách', 'presenter'],
    ['Thành phần', 'presenter'],
    ['Địa điểm', 'place'],
    ['Thời lượng', 'duration'],
    ['Ghi chú', 'note'],
    ['Thời hạn', 'note'],
  ])('"%s" stands over a column of: %s', (text, role) => {
    expect(headRole(text)).toBe(role);
  });

  it.each([
    'Đón tiếp đại biểu',
    '7h30',
    'thời gian',
    'Nội dung của hội nghị gồm các phần việc sau đây và nhiều phần khác',
    '',
  ])('"%s" heads nothing', (text) => {
    expect(headRole(text)).toBeNull();
  });

  it('go on over a break in their cell', () => {
    expect(headRole('Thời\u2028gian')).toBe('time');
  });
});

describe('a row of column headings', () => {
  const firstRow = (text: string) => gridOf(`${text}\n1\t8h00\tKhai mạc\n2\t9h00\tBế mạc`).rows[0];

  it('is known by two headings, a title or a time among them', () => {
    expect(isHeaderRow(firstRow('TT\tThời gian\tNội dung') ?? { cells: [], from: 0, to: 0 })).toBe(true);
  });

  it.each([
    ['holds a time of day', 'TT\tThời gian 8h00\tNội dung'],
    ['has one known heading among other words', 'Nội dung\tĐảng ủy\tMặt trận'],
    ['names neither what nor when', 'TT\tĐịa điểm\tGhi chú'],
  ])('is none that %s', (_, text) => {
    expect(isHeaderRow(firstRow(text) ?? { cells: [], from: 0, to: 0 })).toBe(false);
  });
});

describe('the roles of columns', () => {
  it('are what the headings say, in any order', () => {
    expect(rolesIn('Thực hiện\tNội dung\tThời gian\nBan A\tKhai mạc\t8h00\nBan B\tBế mạc\t9h00')).toEqual([
      'presenter',
      'title',
      'time',
    ]);
  });

  it('are found by what stands in the cells where there are no headings', () => {
    const columns = columnsIn(
      '1\t7h30 - 8h00\tĐón tiếp đại biểu\tVăn phòng Đảng ủy\n2\t8h00 - 8h15\tChào cờ, tuyên bố lý do\tĐồng chí Nguyễn Văn A\n3\t8h15\tPhát biểu khai mạc hội nghị\tĐồng chí Bí thư',
    );
    expect(columns.roles).toEqual(['number', 'time', 'title', 'presenter']);
    expect(columns.named).toBe(false);
  });

  it('make begin and end of two columns of times side by side', () => {
    expect(rolesIn('7h30\t8h00\tĐón tiếp\n8h00\t8h15\tKhai mạc\n8h15\t9h00\tBáo cáo')).toEqual([
      'time',
      'until',
      'title',
    ]);
  });

  it('take "Thời lượng" for the time where times of day stand below it', () => {
    expect(rolesIn('Thời lượng\tNội dung\n7h30 - 8h00\tĐón tiếp\n8h00 - 8h15\tKhai mạc')).toEqual(['time', 'title']);
    expect(rolesIn('Thời lượng\tNội dung\n30 phút\tĐón tiếp\n15 phút\tKhai mạc')).toEqual(['duration', 'title']);
  });

  it('give one column of several the name that says who does it most clearly', () => {
    expect(
      rolesIn(
        'Thời gian\tNội dung\tĐơn vị phụ trách\tThực hiện\n8h00\tKhai mạc\tVăn phòng\tĐ/c A\n9h00\tBế mạc\tVăn phòng\tĐ/c B',
      ),
    ).toEqual(['time', 'title', 'note', 'presenter']);
  });

  it('name tracks side by side only where there are several', () => {
    const two = 'Thời gian\tPhòng A\tPhòng B\n8h00\tBáo cáo 1\tBáo cáo 2\n9h00\tThảo luận\tTrao đổi';
    expect(columnsIn(two).tracks).toEqual([1, 2]);
    expect(columnsIn(two.replaceAll('\tPhòng B', '\tGhi chú')).tracks).toEqual([]);
  });

  it('tell a time until when something is due from a time when it begins', () => {
    expect(columnsIn('Thời gian hoàn thành\tNội dung\n8h00\tIn tài liệu\n9h00\tKê ghế').dueTimes).toBe(true);
    expect(columnsIn('Thời gian\tNội dung\n8h00\tKhai mạc\n9h00\tBế mạc').dueTimes).toBe(false);
  });
});
