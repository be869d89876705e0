import { describe, expect, it } from 'vitest';
import { layoutBanner, parts } from '../../../../renderer/ui/slide/banner-layout';
import type { Placed } from '../../../../renderer/ui/slide/placed';
import { BANNER, fakeMeasure as measure } from './fake-measure';

type Text = Extract<Placed, { kind: 'text' }>;
const texts = (placed: readonly Placed[]): readonly Text[] => placed.filter((p) => p.kind === 'text');
const SIZES = [
  [1920, 1080],
  [3840, 1080],
  [1366, 768],
  [1024, 768],
  [768, 1024],
] as const;

describe('the parts of a banner', () => {
  it('are told by how such banners are written', () => {
    expect(parts(BANNER).map((l) => l.part)).toEqual(['organiser', 'name', 'title', 'title', 'foot']);
    expect(parts(['HỘI NGHỊ', 'CÔNG BỐ CÁC QUYẾT ĐỊNH', '20 - 6 - 2025']).map((l) => l.part)).toEqual([
      'name',
      'title',
      'foot',
    ]);
    expect(parts(['CHÀO MỪNG']).map((l) => l.part)).toEqual(['title']);
  });

  it('leave out empty lines', () => {
    expect(parts(['', 'HỘI NGHỊ', '  '])).toEqual([{ text: 'HỘI NGHỊ', part: 'name' }]);
  });
});

describe('the layout of a banner', () => {
  it('keeps every given line whole on a line of its own at usual ratios', () => {
    for (const [width, height] of SIZES.slice(0, 4)) {
      expect(texts(layoutBanner(BANNER, { width, height }, measure)).map((t) => t.text)).toEqual(BANNER);
    }
  });

  it.each(SIZES)('stays inside the field at %d x %d, and no line touches the next, marks included', (width, height) => {
    const placed = texts(layoutBanner(BANNER, { width, height }, measure));
    let bottom = 0;
    for (const t of placed) {
      const { width: wide, ascent, descent } = measure(t.text, t.face);
      expect(t.x - wide / 2).toBeGreaterThan(width * 0.03);
      expect(t.x + wide / 2).toBeLessThan(width * 0.97);
      expect(t.baseline - ascent).toBeGreaterThan(bottom);
      bottom = t.baseline + descent;
    }
    expect(bottom).toBeLessThan(height * 0.95);
  });

  it('makes the name of the gathering largest, the organiser smaller than the title, place and date smallest', () => {
    const [organiser, name, title, second, foot] = texts(layoutBanner(BANNER, { width: 1920, height: 1080 }, measure));
    expect(name?.face.size).toBeGreaterThan(title?.face.size ?? 0);
    expect(title?.face.size).toBeCloseTo(second?.face.size ?? 0, 6);
    expect(organiser?.face.size).toBeLessThan(title?.face.size ?? 0);
    expect(foot?.face.size).toBeLessThan(organiser?.face.size ?? 0);
  });

  it('breaks a line only where it would be too small to read', () => {
    const long = `HỘI NGHỊ SƠ KẾT ${'MỘT NĂM THỰC HIỆN MÔ HÌNH '.repeat(5).trim()}`;
    const placed = texts(layoutBanner(['HỘI NGHỊ', long], { width: 1024, height: 768 }, measure));
    expect(placed.length).toBeGreaterThan(2);
    expect(placed.map((t) => t.text).join(' ')).toBe(`HỘI NGHỊ ${long}`);
  });

  it('is an empty framed field without lines', () => {
    expect(layoutBanner([], { width: 1920, height: 1080 }, measure).map((p) => p.kind)).toEqual(['frame']);
  });
});
