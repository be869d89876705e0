import { describe, expect, it } from 'vitest';
import { normalise } from '../../../shared/plan/normal';

describe('the text the reader works on', () => {
  it('composes letters that came apart', () => {
    expect(normalise('Địa điểm'.normalize('NFD')).text).toBe('Địa điểm');
  });

  it('makes every blank a plain one and drops signs that show nothing', () => {
    expect(normalise('\ufeff7h30\u00a0-\u200b\u202f8h00').text).toBe('7h30 - 8h00');
  });

  it('takes marks of markdown off and keeps blanks to fill in', () => {
    expect(normalise('**Thời gian:** _sáng_ 7h30').text).toBe('Thời gian: sáng 7h30');
    expect(normalise('ngày ____ tháng ____').text).toBe('ngày ____ tháng ____');
  });

  it('takes headings of markdown, little pictures and breaks of a cell for what they are', () => {
    expect(normalise('# Chương trình').text.trim()).toBe('Chương trình');
    expect(normalise('⏰ 7h30 🎤 Khai mạc').text.replace(/ +/gu, ' ').trim()).toBe('7h30 Khai mạc');
    expect(normalise('Chào cờ\vKhai mạc\fHết').text).toBe('Chào cờ\u2028Khai mạc\nHết');
  });

  it('takes leftover tags off and keeps the break one stood for', () => {
    expect(normalise('<p>Đón tiếp<br/>đại biểu</p>').text).toBe('Đón tiếp\u2028đại biểu\u2028');
    expect(normalise('A &amp; B&nbsp;C').text).toBe('A & B C');
  });

  it('knows where every stretch stood in the text as it came', () => {
    const original = `**${'Địa điểm'.normalize('NFD')}:**\u00a0Nhà A1\r\nTiếp`;
    const normal = normalise(original);
    const at = normal.text.indexOf('Nhà A1');
    const place = normal.passage(at, at + 6);
    expect(original.slice(place.from, place.to)).toBe('Nhà A1');
    expect(normal.find(original.indexOf('Nhà A1'))).toBe(at);
    const label = normal.passage(0, 8);
    expect(original.slice(label.from, label.to).normalize('NFC')).toBe('Địa điểm');
  });

  it('gives an empty stretch for an empty text', () => {
    expect(normalise('').passage(0, 10)).toEqual({ from: 0, to: 0 });
  });
});
