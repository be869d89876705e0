import { describe, expect, it } from 'vitest';
import { parted, read, wordsAt } from './reading';

const nameOf = (text: string): string | null => read(text).draft.name?.value ?? null;
const organiserOf = (text: string): string | null => read(text).draft.organiser?.value ?? null;

describe('what an event is called', () => {
  it.each([
    ['under the title', 'CHƯƠNG TRÌNH / Hội nghị tổng kết năm 2026 /  / Thời gian: 8h00', 'Hội nghị tổng kết năm 2026'],
    ['in the title', 'KẾ HOẠCH HỘI NGHỊ TỔNG KẾT /  / Căn cứ Công văn số 12', 'HỘI NGHỊ TỔNG KẾT'],
    [
      'over two lines',
      'CHƯƠNG TRÌNH / Hội nghị trực tuyến / quán triệt Nghị quyết /  / Thời gian: 8h00',
      'Hội nghị trực tuyến quán triệt Nghị quyết',
    ],
    [
      'behind what is done about it',
      'KẾ HOẠCH / Tổ chức Hội nghị tổng kết năm 2026 / I. MỤC ĐÍCH',
      'Hội nghị tổng kết năm 2026',
    ],
    ['in the matter of a letter', 'Số: 12-CV/ĐU / V/v tổ chức Lễ kỷ niệm / Kính gửi: các chi bộ', 'Lễ kỷ niệm'],
    [
      'where one is asked to come',
      'Văn phòng trân trọng kính mời đồng chí tới dự Hội nghị tổng kết, tổ chức vào sáng ngày 12/3/2026.',
      'Hội nghị tổng kết',
    ],
    ['before its day', 'GIẤY MỜI / Hội nghị tổng kết, ngày 12/3/2026', 'Hội nghị tổng kết'],
  ])('is read %s', (_, text, name) => {
    expect(nameOf(parted(text))).toBe(name);
  });

  it('keeps a day that belongs to it', () => {
    expect(nameOf('CHƯƠNG TRÌNH\nLễ kỷ niệm ngày 20/11 của Trường\n')).toBe('Lễ kỷ niệm ngày 20/11 của Trường');
  });

  it('lies on the words that say it', () => {
    const text = 'KẾ HOẠCH\nTổ chức Hội nghị tổng kết năm 2026\nI. MỤC ĐÍCH';
    expect(wordsAt(text, read(text).draft.name?.passages)).toEqual(['Hội nghị tổng kết năm 2026']);
  });

  it('is nothing where nothing says it', () => {
    expect(nameOf('Kính thưa các đồng chí')).toBeNull();
    expect(nameOf('')).toBeNull();
  });
});

describe('who issues a document', () => {
  it.each([
    ['ĐẢNG BỘ XÃ TÂN AN / KẾ HOẠCH / Hội nghị', 'ĐẢNG BỘ XÃ TÂN AN'],
    ['ĐẢNG BỘ THÀNH PHỐ / ĐẢNG ỦY XÃ TÂN AN / KẾ HOẠCH', 'ĐẢNG ỦY XÃ TÂN AN'],
    ['ĐẢNG CỘNG SẢN VIỆT NAM / ĐẢNG ỦY XÃ TÂN AN / KẾ HOẠCH', 'ĐẢNG ỦY XÃ TÂN AN'],
    ['UBND XÃ TÂN AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / GIẤY MỜI', 'UBND XÃ TÂN AN'],
  ])('is the office at its head: %s', (text, office) => {
    expect(organiserOf(parted(text))).toBe(office);
  });

  it('is nobody where the head names none', () => {
    expect(organiserOf('CHƯƠNG TRÌNH\nHội nghị tổng kết')).toBeNull();
  });
});
