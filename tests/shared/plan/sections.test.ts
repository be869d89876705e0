import { describe, expect, it } from 'vitest';
import { isDutySection, nearestOf, sectionsOf } from '../../../shared/plan/sections';
import { linesIn } from './reading';

const pathAt = (text: string, words: string): readonly string[] => {
  const lines = linesIn(text);
  return sectionsOf(lines)[lines.findIndex((l) => l.text.includes(words))] ?? [];
};

const PLAN = `KẾ HOẠCH
I. MỤC ĐÍCH
Nâng cao nhận thức.
II. NỘI DUNG
1. Thời gian
Buổi sáng.
2. Địa điểm
2.1. Cấp tỉnh
Hội trường tỉnh.
2.2. Cấp xã
Hội trường xã.
a) Phòng phụ
Tầng hai.
III. TỔ CHỨC THỰC HIỆN
Văn phòng chuẩn bị.`;

describe('the headings a line stands under', () => {
  it('are named from the outermost to the innermost', () => {
    expect(pathAt(PLAN, 'Buổi sáng')).toEqual(['ii. nội dung', '1. thời gian']);
    expect(pathAt(PLAN, 'Hội trường xã')).toEqual(['ii. nội dung', '2. địa điểm', '2.2. cấp xã']);
    expect(pathAt(PLAN, 'Tầng hai')).toEqual(['ii. nội dung', '2. địa điểm', '2.2. cấp xã', 'a) phòng phụ']);
  });

  it('end where a heading of the same or an outer level comes', () => {
    expect(pathAt(PLAN, 'Hội trường tỉnh')).not.toContain('1. thời gian');
    expect(pathAt(PLAN, 'Văn phòng chuẩn bị')).toEqual(['iii. tổ chức thực hiện']);
  });

  it('are none before the first heading', () => {
    expect(pathAt(PLAN, 'KẾ HOẠCH')).toEqual([]);
    expect(nearestOf([])).toBe('');
  });

  it('are not made of agenda items that are numbered', () => {
    const text = 'I. CHƯƠNG TRÌNH\n1. 7h30 - 8h00: Đón tiếp\n2. 8h00: Khai mạc\nĐồng chí A chủ trì';
    expect(pathAt(text, 'Đồng chí A')).toEqual(['i. chương trình']);
  });

  it('say whether what stands there is somebody’s duty', () => {
    expect(isDutySection(['iii. tổ chức thực hiện', '1. văn phòng'])).toBe(true);
    expect(isDutySection(['iii. phân công nhiệm vụ', '2. chương trình hội nghị'])).toBe(false);
    expect(isDutySection(['ii. nội dung', '1. thời gian'])).toBe(false);
  });
});
