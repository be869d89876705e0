import { describe, expect, it } from 'vitest';
import { levelFit, officeLevel } from '../../../shared/plan/office-level';
import { linesIn, parted } from './reading';

describe('the level of the office that issues a document', () => {
  it.each([
    ['ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG / ĐẢNG ỦY XÃ TÂN AN / KẾ HOẠCH', 'local'],
    ['ĐẢNG ỦY PHƯỜNG HỒNG BÀNG / KẾ HOẠCH', 'local'],
    ['TỈNH ỦY QUẢNG NINH / VĂN PHÒNG / KẾ HOẠCH', 'province'],
    ['UBND THÀNH PHỐ HẢI PHÒNG / SỞ NỘI VỤ / KẾ HOẠCH', 'province'],
    ['CÔNG TY CỔ PHẦN BÌNH MINH / KẾ HOẠCH', null],
    ['Kính gửi Đảng ủy xã Tân An', null],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / KẾ HOẠCH', null],
  ])('is read from its head: %s', (text, level) => {
    expect(officeLevel(linesIn(parted(text)))).toBe(level);
  });

  it('is not read from the text far below', () => {
    expect(officeLevel(linesIn(`KẾ HOẠCH\n${'Nội dung kế hoạch.\n'.repeat(10)}ĐẢNG ỦY XÃ TÂN AN`))).toBeNull();
  });
});

describe('whether words name a meeting of the office’s own level', () => {
  it.each([
    ['local', 'Điểm cầu cấp xã', 1],
    ['local', 'Điểm cầu cấp tỉnh', -1],
    ['local', 'Điểm cầu Trung ương', -1],
    ['local', 'Điểm cầu chính', -1],
    ['province', 'Điểm cầu tỉnh', 1],
    ['province', 'Điểm cầu chính', 1],
    ['province', 'Điểm cầu cấp xã', -1],
    ['local', 'Hội trường lớn', 0],
    [null, 'Điểm cầu cấp xã', 0],
  ] as const)('for an office that is %s: %s', (level, words, fit) => {
    expect(levelFit(level, words)).toBe(fit);
  });
});
