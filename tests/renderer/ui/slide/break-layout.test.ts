import { describe, expect, it } from 'vitest';
import { breakFigure, layoutBreak } from '../../../../renderer/ui/slide/break-layout';
import { wallInstant } from '../../../../shared/time/time';
import { fakeMeasure as measure } from './fake-measure';

const UNTIL = wallInstant(1_770_432_300_000);
const slide = {
  role: 'break',
  heading: 'NGHỈ GIẢI LAO',
  until: '09:45',
  untilWall: UNTIL,
  next: 'Chuyên đề 3',
} as const;
const area = { width: 1920, height: 1080 };
const said = (s: Parameters<typeof layoutBreak>[0], now: number | null): readonly string[] =>
  layoutBreak(s, area, now === null ? null : wallInstant(now), measure).flatMap((p) =>
    p.kind === 'text' ? [p.text] : [],
  );

describe('the break slide', () => {
  it('says when it goes on, how long that is, and what comes then', () => {
    expect(said(slide, UNTIL - 754_000)).toEqual([
      'NGHỈ GIẢI LAO',
      'Tiếp tục lúc 09:45',
      '12:34',
      'Nội dung tiếp theo',
      'Chuyên đề 3',
    ]);
  });

  it('leaves the countdown out of a picture that stands still', () => {
    expect(said(slide, null)).toEqual(['NGHỈ GIẢI LAO', 'Tiếp tục lúc 09:45', 'Nội dung tiếp theo', 'Chuyên đề 3']);
  });

  it('never counts below zero: it says that it goes on soon', () => {
    expect(said(slide, UNTIL + 60_000)[1]).toBe('Hội nghị sắp tiếp tục');
    expect(breakFigure(UNTIL, wallInstant(UNTIL))).toBeNull();
    expect(breakFigure(UNTIL, wallInstant(UNTIL - 1))).toBe('00:01');
  });

  it('is only its name where nobody knows when it goes on', () => {
    expect(said({ ...slide, until: null, untilWall: null, next: null }, UNTIL)).toEqual(['NGHỈ GIẢI LAO']);
  });

  it.each([
    [3840, 1080],
    [1024, 768],
  ])('stays inside the field at %d x %d with a long next title', (width, height) => {
    const long = { ...slide, next: 'Nội dung tiếp theo rất dài '.repeat(12).trim() };
    for (const p of layoutBreak(long, { width, height }, wallInstant(UNTIL - 754_000), measure)) {
      if (p.kind !== 'text') continue;
      const extent = measure(p.text, p.face);
      expect(extent.width).toBeLessThan(width * 0.93);
      expect(p.baseline - extent.ascent).toBeGreaterThan(height * 0.03);
      expect(p.baseline + extent.descent).toBeLessThan(height * 0.97);
    }
  });
});
