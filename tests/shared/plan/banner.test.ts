import { describe, expect, it } from 'vitest';
import { findBanner } from '../../../shared/plan/banner';
import { answer, codes, finding, linesIn, read, wordsAt } from './reading';

const banner = (text: string): readonly string[] => answer(text).banner;
const LINES = ['ĐẢNG ỦY XÃ TÂN AN', 'HỘI NGHỊ TỔNG KẾT NĂM 2026'];
const BELOW = LINES.join('\n');

describe('the banner', () => {
  it.each([
    'Ma két:',
    '4. Ma-két (nền đỏ, chữ vàng):',
    '- Maket:',
    'Market hội nghị:',
    'Nội dung ma két:',
    'Phông chính (kích thước 6m x 3m):',
    'Phông hội nghị',
    'Backdrop:',
    'Trang trí hội trường:',
    'Tiêu đề hội nghị:',
    'III. NỘI DUNG TRANG TRÍ:',
    'Thống nhất nội dung trên phông như sau:',
    'Mẫu phông:',
  ])('is announced by "%s"', (label) => {
    expect(banner(`KẾ HOẠCH\n${label}\n${BELOW}\nNơi nhận: như trên`)).toEqual(LINES);
  });

  it('is read from quotes, whatever is behind them', () => {
    expect(banner(`Ma két: “${BELOW}”. Văn phòng thực hiện.`)).toEqual(LINES);
    expect(banner(`Phông: "${LINES[0]}" "${LINES[1]}" và cờ hoa`)).toEqual(LINES);
    expect(banner(`Phông: «${BELOW}»`)).toEqual(LINES);
  });

  it.each([
    `Ma két: ${LINES.join(' / ')}`,
    `Ma két: ${LINES.join(' // ')}`,
    `Ma két: ${LINES.join(' | ')}`,
    `Ma két: ${LINES[0]} (dòng 1) - ${LINES[1]} (dòng 2)`,
    `Ma két:\nDòng 1: ${LINES[0]}\nDòng 2: ${LINES[1]}`,
    `Ma két:\n- Dòng trên: "${LINES[0]}"\n- Dòng dưới: "${LINES[1]}"`,
  ])('is parted into its lines: %j', (text) => {
    expect(banner(`KẾ HOẠCH\n${text}\nNơi nhận: như trên`)).toEqual(LINES);
  });

  it('ends with the place and the day', () => {
    expect(banner(`Ma két:\n${BELOW}\nTân An, ngày 12 tháng 3 năm 2026\nTM. BAN THƯỜNG VỤ\nPHÓ BÍ THƯ`)).toEqual([
      ...LINES,
      'Tân An, ngày 12 tháng 3 năm 2026',
    ]);
  });

  it('ends with the place and the month', () => {
    expect(banner(`Ma két:\n${BELOW}\nTân An, tháng 3 năm 2026`)).toEqual([...LINES, 'Tân An, tháng 3 năm 2026']);
  });

  it.each([
    ['slogans', 'Khẩu hiệu: “ĐẢNG CỘNG SẢN VIỆT NAM QUANG VINH MUÔN NĂM”'],
    ['who signs', '\nTM. ĐẢNG ỦY\nBÍ THƯ'],
    ['the next section', 'IV. TỔ CHỨC THỰC HIỆN'],
    ['who comes', 'Thành phần: các đồng chí đảng viên'],
  ])('ends before %s', (_, next) => {
    expect(banner(`Ma két:\n${BELOW}\n${next}`)).toEqual(LINES);
  });

  it('may hold a short line in small letters between its lines', () => {
    expect(banner(`Ma két:\n${LINES[0]}\nlần thứ I\n${LINES[1]}`)).toEqual([LINES[0], 'lần thứ I', LINES[1]]);
  });

  it('is the main one where ribbons hang beside it', () => {
    expect(banner(`Băng-rôn: “CHÀO MỪNG ĐẠI HỘI”\nPhông chính:\n${BELOW}`)).toEqual(LINES);
  });

  it('is nothing where the word only falls in a sentence', () => {
    expect(banner('Văn phòng chuẩn bị ma két, âm thanh, ánh sáng.')).toEqual([]);
    expect(banner('KẾ HOẠCH\nHội nghị')).toEqual([]);
    expect(findBanner('', linesIn(''))).toBeNull();
  });

  it('lies on its lines in the document as it came', () => {
    const text = `KẾ HOẠCH\n**Ma két:**\n- “${LINES[0]}”\n- “${LINES[1]}”\nNơi nhận:`;
    expect(read(text).draft.banner.map((b) => wordsAt(text, b.passages))).toEqual(LINES.map((l) => [l]));
  });

  it('has misread words put right, both spellings offered', () => {
    const text = 'Ma két:\nĐẢNG ỦY XÃ TÂN AN\nHỘI NGHỊ QUẢN TRIỆT NGHỊ QUYẾT';
    expect(banner(text)[1]).toBe('HỘI NGHỊ QUÁN TRIỆT NGHỊ QUYẾT');
    const slip = finding(text, 'ocr-slip');
    expect(slip?.place).toEqual({ part: 'banner', line: 1 });
    expect(wordsAt(text, slip?.passages)).toEqual(['HỘI NGHỊ QUẢN TRIỆT NGHỊ QUYẾT']);
    expect(slip?.choices).toEqual([
      { set: 'banner-line', line: 1, text: 'HỘI NGHỊ QUÁN TRIỆT NGHỊ QUYẾT' },
      { set: 'banner-line', line: 1, text: 'HỘI NGHỊ QUẢN TRIỆT NGHỊ QUYẾT' },
    ]);
  });

  it('keeps words that another spelling makes sense of', () => {
    const text = 'Ma két:\nUBND XÃ TÂN AN\nHỘI THAO CHÀO MỪNG ĐẠI HỘI';
    expect(banner(text)).toEqual(['UBND XÃ TÂN AN', 'HỘI THAO CHÀO MỪNG ĐẠI HỘI']);
    expect(codes(text)).not.toContain('ocr-slip');
  });
});
