import { describe, expect, it } from 'vitest';
import { listOf, partAlike, partGlued, partTitle, tidyPresenter, trimmed } from '../../../shared/plan/titles';
import { itemsOf, pieceOf } from './reading';

const parted = (text: string, strict = false): readonly (string | null)[] => {
  const { title, presenter } = partTitle(pieceOf(text), strict);
  return [title.text, presenter?.text ?? null];
};

describe('the words of an item and the one who does it', () => {
  it.each([
    ['Khai mạc hội nghị - Đồng chí Nguyễn Văn A', 'Khai mạc hội nghị', 'Đồng chí Nguyễn Văn A'],
    ['Khai mạc hội nghị – Đ/c Bí thư Đảng ủy', 'Khai mạc hội nghị', 'Đ/c Bí thư Đảng ủy'],
    ['Đón tiếp đại biểu (Ban Tổ chức)', 'Đón tiếp đại biểu', 'Ban Tổ chức'],
    ['Báo cáo tổng kết do đồng chí Trần Thị B trình bày', 'Báo cáo tổng kết', 'đồng chí Trần Thị B'],
    ['Báo cáo tổng kết (do Phòng Kinh tế trình bày)', 'Báo cáo tổng kết', 'Phòng Kinh tế'],
    ['Thảo luận. Người điều hành: Đồng chí Lê Văn C', 'Thảo luận', 'Đồng chí Lê Văn C'],
    ['Phát biểu khai mạc Đồng chí Lê Minh Anh', 'Phát biểu khai mạc', 'Đồng chí Lê Minh Anh'],
    ['Phát biểu khai mạc: Đồng chí Lê Minh Anh', 'Phát biểu khai mạc', 'Đồng chí Lê Minh Anh'],
    ['Văn nghệ chào mừng → Đoàn Thanh niên xã', 'Văn nghệ chào mừng', 'Đoàn Thanh niên xã'],
    ['Văn nghệ chào mừng. Đoàn Thanh niên xã.', 'Văn nghệ chào mừng', 'Đoàn Thanh niên xã'],
  ])('are parted in "%s"', (text, title, presenter) => {
    expect(parted(text)).toEqual([title, presenter]);
  });

  it.each([
    'Giới thiệu sách “Đảng ta - Đồng chí Nguyễn Văn A viết”',
    'Tuyên bố lý do, giới thiệu đại biểu',
    'Báo cáo tình hình kinh tế - xã hội năm 2026',
    'Thảo luận (15 phút)',
    'Ý kiến chỉ đạo của đồng chí Bí thư',
  ])('are left together in "%s"', (text) => {
    expect(parted(text)).toEqual([text, null]);
  });

  it('are parted only at somebody addressed where a column holds the names', () => {
    expect(parted('Tham luận - Phòng Kinh tế', false)).toEqual(['Tham luận', 'Phòng Kinh tế']);
    expect(parted('Tham luận - Phòng Kinh tế', true)).toEqual(['Tham luận - Phòng Kinh tế', null]);
    expect(parted('Tham luận - Đồng chí Lê Văn C', true)).toEqual(['Tham luận', 'Đồng chí Lê Văn C']);
  });

  it('keep their places', () => {
    const text = 'Khai mạc hội nghị - Đồng chí Nguyễn Văn A.';
    const { title, presenter } = partTitle(pieceOf(text), false);
    for (const p of [title, presenter]) expect(text.slice(p?.from, p?.to)).toBe(p?.text);
  });

  it('are parted before a name that is glued on, and not inside one', () => {
    const glued = partGlued(pieceOf('Đón tiếp đại biểu Văn phòng Đảng ủy'));
    expect([glued?.title.text, glued?.presenter?.text]).toEqual(['Đón tiếp đại biểu', 'Văn phòng Đảng ủy']);
    expect(partGlued(pieceOf('Phát biểu của Văn phòng Đảng ủy'))).toBeNull();
    expect(partGlued(pieceOf('Tham quan Bảo tàng Quân Đoàn Hải Phòng'))?.presenter?.text).not.toBe('Đoàn Hải Phòng');
    expect(partGlued(pieceOf('Đón tiếp đại biểu'))).toBeNull();
  });
});

describe('items of a list that are written alike', () => {
  it('are parted in that form also where the name is no known one', () => {
    const alike = partAlike(pieceOf('Văn nghệ chào mừng (Khung tập)'), 'bracket');
    expect([alike.title.text, alike.presenter?.text]).toEqual(['Văn nghệ chào mừng', 'Khung tập']);
  });

  it.each([
    ['a length', 'Giải lao (15 phút)'],
    ['a year', 'Phương hướng (Giai đoạn 2026)'],
    ['what is done', 'Thảo luận (Trao đổi, phát biểu)'],
    ['small words', 'Thảo luận (nếu có)'],
  ])('are not parted at %s', (_, text) => {
    expect(partAlike(pieceOf(text), 'bracket').presenter).toBeNull();
  });

  it('are read so in a whole programme', () => {
    expect(
      itemsOf(
        '7h00: Đón tiếp đại biểu (Ban Lễ tân)\n7h30: Khai mạc (Ban Tổ chức)\n8h00: Thi nấu ăn (Mâm cỗ)\n9h00: Trao giải (Ban Giám khảo)',
      )[2],
    ).toBe('08:00||Thi nấu ăn|Mâm cỗ|');
  });

  it('are not read so where too few of them are written alike', () => {
    expect(itemsOf('7h00: Đón tiếp (Ban Lễ tân)\n8h00: Thi nấu ăn (Mâm cỗ)\n9h00: Bế mạc')[1]).toBe(
      '08:00||Thi nấu ăn (Mâm cỗ)||',
    );
  });
});

describe('titles and names', () => {
  it.each([
    ['1. Khai mạc.', 'Khai mạc'],
    ['- Khai mạc;', 'Khai mạc'],
    ['a) Khai mạc:', 'Khai mạc'],
    ['+ 2.1. Khai mạc', 'Khai mạc'],
    ['Phiên chính thức, gồm:', 'Phiên chính thức'],
    ['Và những người khác...', 'Và những người khác...'],
    ['20 năm xây dựng', '20 năm xây dựng'],
  ])('"%s" is tidied to "%s"', (text, title) => {
    expect(trimmed(pieceOf(text)).text).toBe(title);
  });

  it.each(['-', '…', '...', '', '—'])('a cell with "%s" names nobody', (text) => {
    expect(tidyPresenter(pieceOf(text))).toBeNull();
  });

  it('a name loses the marks around it', () => {
    expect(tidyPresenter(pieceOf('- Đ/c A;'))?.text).toBe('Đ/c A');
  });
});

describe('the items of one cell', () => {
  const itemsIn = (text: string) => {
    const list = listOf(pieceOf(text));
    return list === null ? null : list.items.map((i) => i.map((p) => p.text).join(' '));
  };

  it('are begun by bullets, a wrapped line goes on with its item', () => {
    expect(itemsIn('- Chào cờ\u2028- Giới thiệu\u2028đại biểu')).toEqual(['- Chào cờ', '- Giới thiệu đại biểu']);
  });

  it('are begun by bullets behind semicolons in one line', () => {
    expect(itemsIn('- Chào cờ; - Tuyên bố lý do; - Giới thiệu đại biểu')).toEqual([
      '- Chào cờ',
      '- Tuyên bố lý do',
      '- Giới thiệu đại biểu',
    ]);
  });

  it('are lines that end as sentences', () => {
    expect(itemsIn('Chào cờ.\u2028Tuyên bố lý do.\u2028Bầu đoàn chủ tịch.')).toHaveLength(3);
  });

  it('may stand below words that head them', () => {
    const list = listOf(pieceOf('Phần nghi lễ:\u2028- Chào cờ\u2028- Mặc niệm'));
    expect(list?.heading.map((p) => p.text)).toEqual(['Phần nghi lễ:']);
    expect(list?.items).toHaveLength(2);
  });

  it.each(['Báo cáo kết quả công tác\u2028quý I năm 2026', 'Báo cáo kết quả - xã hội', 'Khai mạc'])(
    'are one where nothing parts them: %j',
    (text) => {
      expect(itemsIn(text)).toBeNull();
    },
  );
});
