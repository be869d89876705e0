import { FIGURE_FAMILY, TEXT_FAMILY, type Weight } from './palette';

/** Letters of both subsets: plain ones, and Vietnamese ones that only the second file has. */
const SAMPLE = 'HỘI NGHỊ Đảng ủy 2026 “ậễụữ”';
const DIGITS = '0123456789:-';
const WEIGHTS: readonly Weight[] = [500, 600, 700, 800];

/**
 * Waits until every face of the slides can be drawn with. A canvas never waits by itself: it draws with whatever is
 * there.
 * @returns false when they were not there within `limitMs`; the slide is then drawn with the system's letters.
 */
export async function loadFaces(fonts: Pick<FontFaceSet, 'load'>, limitMs: number): Promise<boolean> {
  const loads = WEIGHTS.flatMap((w) => [
    fonts.load(`${w} 40px ${TEXT_FAMILY}`, SAMPLE),
    fonts.load(`${w} 40px ${FIGURE_FAMILY}`, DIGITS),
  ]);
  let limit: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    limit = setTimeout(() => resolve(false), limitMs);
  });
  const loaded = Promise.all(loads).then(
    () => true,
    () => false,
  );
  const there = await Promise.race([loaded, late]);
  clearTimeout(limit);
  return there;
}
