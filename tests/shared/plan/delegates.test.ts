import { describe, expect, it } from 'vitest';
import { type Delegates, findDelegates } from '../../../shared/plan/delegates';
import { everyLine, linesIn } from './reading';

const delegates = (text: string): Delegates | null => findDelegates(linesIn(text), everyLine);
const count = (text: string): number | null => delegates(text)?.count ?? null;

describe('how many are expected', () => {
  it.each([
    ['Số lượng: 120 đại biểu.', 120],
    ['Tổng số đại biểu: 1.250 đồng chí', 1250],
    ['Số lượng đại biểu dự kiến: 85', 85],
    ['Thành phần: khoảng 200 đại biểu tham dự', 200],
    ['Học viên: 76 quần chúng ưu tú', 76],
    ['Hội nghị có sự tham dự của gần 300 đại biểu.', 300],
    ['Khách mời: 210 người', 210],
    ['Số lượng\t150', 150],
    ['Thành phần: Toàn thể 57 cán bộ, giáo viên nhà trường', 57],
  ])('is read from "%s"', (text, expected) => {
    expect(count(text)).toBe(expected);
  });

  it.each([
    'Mỗi chi bộ cử 10 đồng chí tham dự.',
    'Số lượng điểm cầu: 18',
    'Các đơn vị đăng ký số lượng trại sinh (mỗi đơn vị không quá 30 người)',
    'Kỷ niệm 50 năm thành lập',
    'Lễ hội có quy mô 210 gian hàng, tăng so với năm trước.',
    'Thành phần: bí thư, phó bí thư chi bộ',
    'Đảng bộ có 450 đảng viên.',
    'Khen thưởng 12 đồng chí có thành tích.',
    'Thành phần: 03 đồng chí trong Ban Thường vụ',
    'Thành phần tham dự: chi bộ có 30 đảng viên trở lên cử đại diện',
    'Thời gian: 8h00, ngày 12/3/2026',
    '',
  ])('is not read from "%s"', (text) => {
    expect(delegates(text)).toBeNull();
  });

  it('is the whole and not a part of it', () => {
    expect(
      count(
        'Thành phần:\n- Khách mời: 20 đại biểu\n- Đại biểu các chi bộ, mỗi chi bộ 05 đồng chí\nTổng số: 180 đại biểu',
      ),
    ).toBe(180);
    expect(count('Số lượng: 180 đại biểu, trong đó 60 đại biểu nữ')).toBe(180);
  });

  it.each([
    ['Đại biểu: khoảng 85 - 90 người', [85, 90]],
    ['Số lượng: từ 100 đến 120 đại biểu', [100, 120]],
  ])('is a range and no number where the document gives one: %s', (text, range) => {
    expect(delegates(text)).toMatchObject({ count: null, range });
  });

  it('lies on the words that say it', () => {
    const text = 'Địa điểm: Hội trường\nSố lượng: 120 đại biểu.';
    const at = delegates(text)?.at;
    expect(text.slice(at?.from, at?.to)).toContain('120');
    expect(at?.text).toBe(text.slice(at?.from, at?.to));
  });

  it('is not looked for where the agenda stands', () => {
    const text = 'Tham luận của 120 đại biểu tham dự';
    expect(findDelegates(linesIn(text), () => false)).toBeNull();
  });
});
