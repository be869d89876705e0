import { describe, expect, it } from 'vitest';
import type { Delegate, DelegateId } from '../../../../shared/domain/attendance/attendance';
import { fold, searchDelegates, searchIndex } from '../../../../shared/domain/attendance/search';

const person = (order: number, name: string, unit = 'Chi bộ 1', badges: readonly string[] = []): Delegate => ({
  id: `d${order}` as DelegateId,
  order,
  name,
  position: '',
  unit,
  badges,
});
const ROSTER = searchIndex([
  person(1, 'Nguyễn Văn Đức'),
  person(2, 'Đặng Thị Hoà'),
  person(3, 'Nguyễn Thị Ánh', 'Đảng bộ Công an'),
  person(4, 'Nguyễn Văn An', 'Chi bộ 2', ['HP0042']),
  person(5, 'An Văn An'),
]);
const found = (typed: string): number[] => searchDelegates(ROSTER, typed).map((d) => d.order);

describe('fold', () => {
  it('drops every mark, both letters d with a stroke, and the way the text was composed', () => {
    expect(fold('  Nguyễn Thị  Ổn ')).toBe('nguyen thi on');
    expect([fold('Đặng'), fold('Ðặng'), fold('ĐẶNG'.normalize('NFD'))]).toEqual(['dang', 'dang', 'dang']);
    expect(fold("H'Hen Niê")).toBe('h hen nie');
  });
});

describe('a search by name', () => {
  it('takes words as beginnings, in any order, in the order of the roster', () => {
    expect(found('duc ng')).toEqual([1]);
    expect(found('nguy')).toEqual([1, 3, 4]);
    expect(found('hòa')).toEqual([2]);
  });

  it('takes initials after the names that begin so', () => {
    expect(found('nvd')).toEqual([1]);
    expect(found('ava')).toEqual([5]);
  });

  it('wants two words for two words', () => {
    expect(found('an an')[0]).toBe(5);
    expect(found('an an')).not.toContain(4);
  });

  it('narrows by unit, and finds a printed badge number', () => {
    expect(found('nguyen cong an')).toContain(3);
    expect(found('hp0042')).toEqual([4]);
  });

  it('finds nobody for nothing', () => {
    expect([found(''), found('  '), found('xyz')]).toEqual([[], [], []]);
  });
});
