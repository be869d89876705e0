import { describe, expect, it } from 'vitest';
import type { Line } from '../../../shared/plan/lines';
import { paragraphsOf } from '../../../shared/plan/paragraphs';
import { everyLine, linesIn } from './reading';

const said = (text: string, names = true, free: (line: Line) => boolean = everyLine): readonly string[] =>
  paragraphsOf(text, linesIn(text), free, names).map((p) => p.text);

const FIRST = 'Hội nghị được tổ chức tại Hội trường lớn của';

describe('lines that a narrow page broke', () => {
  it('are one paragraph where the next line begins small', () => {
    expect(said(`${FIRST.slice(0, -4)} trung\ntâm hành chính xã.\nTài liệu kèm theo.`)).toEqual([
      `${FIRST.slice(0, -4)} trung tâm hành chính xã.`,
      'Tài liệu kèm theo.',
    ]);
  });

  it('are one paragraph where the line before breaks off', () => {
    expect(said(`${FIRST}\nUBND xã Hoà Bình.`)).toEqual([`${FIRST} UBND xã Hoà Bình.`]);
  });

  it('keep their places: the paragraph is as long as the stretch it stands for', () => {
    const text = `Kính gửi:\n${FIRST}\nUBND xã Hoà Bình.`;
    for (const p of paragraphsOf(text, linesIn(text), everyLine, true)) {
      expect(p.text).toHaveLength(p.to - p.from);
      expect(text.slice(p.from, p.to).replace('\n', ' ')).toBe(p.text);
    }
  });

  it('go on over the number of a page, whose figures are not part of the sentence', () => {
    const made = said('Các chi bộ tổng hợp danh sách đại biểu và gửi\n\n2\n\nvề Văn phòng Đảng ủy.');
    expect(made).toHaveLength(1);
    expect(made[0]?.replace(/\s+/gu, ' ')).toBe('Các chi bộ tổng hợp danh sách đại biểu và gửi về Văn phòng Đảng ủy.');
  });

  it('go on with a name where sentences are read, and not where a list is', () => {
    const text =
      'Đề nghị các đơn vị gửi danh sách về Văn phòng, người nhận là đồng chí\nNguyễn Thị Hoa, điện thoại nội bộ 102.';
    expect(said(text, true)).toHaveLength(1);
    expect(said(text, false)).toHaveLength(2);
  });

  it.each([
    ['the sentence has ended', 'Hội nghị được tổ chức tại Hội trường tầng hai.\nđề nghị có mặt đúng giờ'],
    ['a blank line is between', 'Hội nghị được tổ chức tại Hội trường lớn của\n\nUBND xã Hoà Bình'],
    ['the next line has a bullet', 'Thành phần tham dự hội nghị gồm các đồng chí\n- bí thư chi bộ'],
    ['the next line has a number', 'Thành phần tham dự hội nghị gồm các đồng chí\n2. Địa điểm'],
    ['the line before is short', 'Thành phần\nbí thư chi bộ'],
    ['cells are parted by tabs', 'Thời gian tổ chức\tNội dung của hội nghị\tđơn vị\nngười chủ trì'],
  ])('stay apart where %s', (_, text) => {
    expect(said(text).length).toBeGreaterThan(1);
  });

  it('stay apart in a list where the next line begins with a time', () => {
    const text = 'Đón tiếp đại biểu, phát tài liệu và hướng dẫn chỗ ngồi cho\n7h30 khai mạc';
    expect(said(text, false)).toHaveLength(2);
  });

  it('stay apart where something else holds them', () => {
    const text = `${FIRST}\nUBND xã Hoà Bình.`;
    expect(said(text, true, (l) => !l.text.startsWith('UBND'))).toHaveLength(2);
  });
});
