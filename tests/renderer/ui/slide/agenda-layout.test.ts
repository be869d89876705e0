import { describe, expect, it } from 'vitest';
import { layoutAgenda } from '../../../../renderer/ui/slide/agenda-layout';
import type { Placed } from '../../../../renderer/ui/slide/placed';
import type { SlideRow } from '../../../../shared/domain/scenes/slide';
import { fakeMeasure as measure } from './fake-measure';

type Text = Extract<Placed, { kind: 'text' }>;
type Bar = Extract<Placed, { kind: 'bar' }>;
const texts = (placed: readonly Placed[]): readonly Text[] => placed.filter((p) => p.kind === 'text');
const bars = (placed: readonly Placed[]): readonly Bar[] => placed.filter((p) => p.kind === 'bar');

const row = (more: Partial<SlideRow> = {}): SlideRow => ({
  time: '09:45',
  title:
    'Chuyên đề 3 “Đánh giá 5 năm thực hiện Chiến lược phát triển kinh tế - xã hội 10 năm 2021 - 2030 và kế hoạch phát triển kinh tế - xã hội 2026 - 2030”',
  presenter: 'Ban Chính sách Chiến lược Trung ương',
  mark: 'to come',
  ...more,
});
const agenda = (rows: readonly SlideRow[]) => ({ role: 'agenda', heading: 'CHƯƠNG TRÌNH HỘI NGHỊ', rows }) as const;
const FULL = [
  row({ time: '08:15', mark: 'done' }),
  row({ time: '08:25', mark: 'now' }),
  row(),
  row({ time: '09:30', title: 'Nghỉ giải lao', presenter: null }),
  row(),
  row({ time: '' }),
  row(),
];

describe('the agenda slide', () => {
  it.each([
    [1920, 1080],
    [3840, 1080],
    [1366, 768],
    [1024, 768],
  ])('holds seven long rows inside the field at %d x %d, none over another', (width, height) => {
    const placed = layoutAgenda(agenda(FULL), { width, height }, measure);
    const rows = bars(placed);
    expect(rows).toHaveLength(7);
    let bottom = 0;
    for (const r of rows) {
      expect(r.y).toBeGreaterThanOrEqual(bottom);
      bottom = r.y + r.height;
    }
    expect(bottom).toBeLessThan(height * 0.965);
    for (const t of texts(placed)) {
      const wide = measure(t.text, t.face).width;
      const left = t.align === 'center' ? t.x - wide / 2 : t.x;
      expect(left).toBeGreaterThan(0);
      expect(left + wide).toBeLessThan(width);
    }
  });

  it('marks the row that is on with gold, a pointer and the words for it, and no other', () => {
    const placed = layoutAgenda(agenda(FULL), { width: 1920, height: 1080 }, measure);
    expect(bars(placed).map((b) => b.colour)).toEqual(['panel', 'gold', 'panel', 'panel', 'panel', 'panel', 'panel']);
    expect(placed.filter((p) => p.kind === 'pointer')).toHaveLength(1);
    expect(texts(placed).filter((t) => t.text === 'ĐANG DIỄN RA')).toHaveLength(1);
    expect(texts(placed).find((t) => t.text === '08:25')?.colour).toBe('onGold');
  });

  it('dims what is done', () => {
    const placed = texts(layoutAgenda(agenda(FULL), { width: 1920, height: 1080 }, measure));
    expect(placed.find((t) => t.text === '08:15')?.colour).toBe('goldDim');
  });

  it('sets times in digits of one width, in one column', () => {
    const times = texts(layoutAgenda(agenda(FULL), { width: 1920, height: 1080 }, measure)).filter((t) =>
      /^\d\d:\d\d$/.test(t.text),
    );
    expect(times).toHaveLength(6);
    expect(times.every((t) => t.face.figures && t.x === times[0]?.x)).toBe(true);
  });

  it('gives a title two lines at most, the second one cut', () => {
    const long = row({ title: 'Nội dung rất dài '.repeat(40).trim(), presenter: null });
    const placed = texts(layoutAgenda(agenda([long, long]), { width: 1024, height: 768 }, measure));
    const lines = placed.filter((t) => t.text.startsWith('Nội') || t.text.endsWith('…'));
    expect(lines.filter((t) => t.text.endsWith('…'))).toHaveLength(2);
    expect(placed).toHaveLength(1 + 2 * 3);
  });

  it('uses larger letters for a short programme, without stretching it', () => {
    const few = layoutAgenda(
      agenda([row({ title: 'Khai mạc' }), row({ title: 'Bế mạc' })]),
      { width: 1920, height: 1080 },
      measure,
    );
    const many = layoutAgenda(agenda(FULL), { width: 1920, height: 1080 }, measure);
    const size = (placed: readonly Placed[]): number => texts(placed).find((t) => t.face.figures)?.face.size ?? 0;
    expect(size(few)).toBeGreaterThan(size(many));
    expect(Math.max(...bars(few).map((b) => b.height))).toBeLessThan(1080 * 0.18);
  });

  it('is only its heading when there is nothing to show', () => {
    expect(texts(layoutAgenda(agenda([]), { width: 1920, height: 1080 }, measure)).map((t) => t.text)).toEqual([
      'CHƯƠNG TRÌNH HỘI NGHỊ',
    ]);
  });
});
