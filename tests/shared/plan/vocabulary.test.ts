import { describe, expect, it } from 'vitest';
import {
  dayOrdinal,
  endsList,
  evidence,
  isDayCaption,
  isDayOrSession,
  isPerson,
  isSpoken,
  kindOf,
  namesAgenda,
  namesDuties,
  namesPlace,
  sessionIn,
} from '../../../shared/plan/vocabulary';

describe('who does something', () => {
  it.each([
    'Đồng chí Nguyễn Văn A',
    'Đ/c Bí thư',
    'Các đồng chí báo cáo viên',
    'Nguyễn Văn An',
    'PGS.TS Lê Văn C',
    'Văn phòng Đảng ủy',
    'Ban Tổ chức',
    'VNPT Tân An',
  ])('is named by "%s"', (text) => {
    expect(isPerson(text)).toBe(true);
  });

  it.each(['Phát biểu khai mạc', 'Chào cờ', 'Mặt trận năm 2025, phương hướng', '', 'x'.repeat(400)])(
    'is not named by "%s"',
    (text) => {
      expect(isPerson(text)).toBe(false);
    },
  );
});

describe('a label of a day or a session', () => {
  it.each([
    'Buổi sáng',
    'Sáng:',
    'NGÀY THỨ NHẤT (07/02/2026)',
    'Chiều 08/02',
    'Thứ Hai, ngày 09/02/2026',
    'Sáng — Hội trường lớn',
    '07/02/2026',
    'Phiên khai mạc',
  ])('is "%s"', (text) => {
    expect(isDayOrSession(text)).toBe(true);
  });

  it.each(['Sáng: Tập huấn nghiệp vụ', 'Khai mạc', '07.30', 'Ngày hội đại đoàn kết', ''])('is not "%s"', (text) => {
    expect(isDayOrSession(text)).toBe(false);
  });

  it('may say what the day is for', () => {
    expect(isDayCaption('Ngày 26/11 (thứ Năm): Tập huấn nghiệp vụ')).toBe(true);
    expect(isDayCaption('Khai mạc: Tập huấn nghiệp vụ')).toBe(false);
  });

  it('says which session, or which day by its number', () => {
    expect(['Buổi sáng', 'CHIỀU', 'tối 07/02', 'Khai mạc'].map(sessionIn)).toEqual([
      'morning',
      'afternoon',
      'evening',
      null,
    ]);
    expect(['Ngày thứ hai', 'NGÀY THỨ NHẤT', 'Ngày 3', 'Ngày 3/2', 'Buổi sáng'].map(dayOrdinal)).toEqual([
      2,
      1,
      3,
      null,
      null,
    ]);
  });
});

describe('what words are about', () => {
  it.each([
    ['Đón tiếp đại biểu', 'reception'],
    ['Chào cờ, tuyên bố lý do', 'opening'],
    ['Báo cáo tổng kết', 'talk'],
    ['“Phát biểu” - chuyên đề', 'talk'],
    ['Thảo luận tại tổ', 'discussion'],
    ['Phát biểu chỉ đạo', 'speech'],
    ['Nghỉ giải lao', 'break'],
    ['Kết luận hội nghị', 'closing'],
    ['Chụp ảnh lưu niệm', 'other'],
  ])('"%s" is an item of the kind: %s', (title, kind) => {
    expect(kindOf(title)).toBe(kind);
  });

  it('an agenda item, a task and neither are told apart', () => {
    expect(['Khai mạc hội nghị', 'Kê ghế, trang trí', 'Chụp ảnh'].map(evidence)).toEqual([1, -1, 0]);
  });

  it('a heading announces a programme, or duties', () => {
    expect(namesAgenda('III. CHƯƠNG TRÌNH HỘI NGHỊ')).toBe(true);
    expect(namesAgenda('Chương trình hành động của Đảng ủy')).toBe(false);
    expect(namesDuties('IV. PHÂN CÔNG NHIỆM VỤ')).toBe(true);
    expect(namesDuties('II. THÀNH PHẦN')).toBe(false);
  });

  it('a place is named by its first words', () => {
    expect(['Hội trường tầng 2', 'tại sân vận động', 'Khai mạc'].map(namesPlace)).toEqual([true, true, false]);
  });

  it.each(['Nơi nhận:', '- Địa điểm: Hội trường', 'Ma két:', 'Kính mời đồng chí', 'Thành phần tham dự: cấp ủy'])(
    '"%s" ends a list of items',
    (text) => {
      expect(endsList(text)).toBe(true);
    },
  );

  it.each(['Khai mạc', 'Địa điểm sẽ báo sau', 'Đại biểu chào cờ'])('"%s" does not end a list', (text) => {
    expect(endsList(text)).toBe(false);
  });

  it('what the master of ceremonies says is no item', () => {
    expect(['MC: Kính thưa quý vị', '“Xin mời đồng chí', 'Kính thưa hội nghị', 'Khai mạc'].map(isSpoken)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
