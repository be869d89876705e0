// `node electron/tooling/icons.mjs`: draws assets/icons anew. The mark: a deck and an arch between two places, which is
// what a "điểm cầu" (bridge point) is, in gold on a field of lacquer red.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { packIcns, packIco } from './icon-files.mjs';
import { isEntry, projectRoot } from './paths.mjs';

/** @typedef {readonly [red: number, green: number, blue: number]} Colour */

/** @type {Colour} */
const TOP_RED = [0xb8, 0x1d, 0x24];
/** @type {Colour} */
const BOTTOM_RED = [0x8a, 0x0f, 0x17];
/** @type {Colour} */
const GOLD = [0xf2, 0xc1, 0x4e];

/** Each pixel is the mean of this many samples squared. */
const SAMPLES = 4;

// All lengths are parts of the icon's width; (0, 0) is its upper left corner.
const FIELD = { inset: 0.04, radius: 0.2 };
const DECK = { y: 0.6, half: 0.03, left: 0.2, right: 0.8 };
const ARCH = { x: 0.5, y: 0.64, radius: 0.29, half: 0.03 };
const ENDS = [
  { x: 0.2, y: 0.6, radius: 0.08 },
  { x: 0.8, y: 0.6, radius: 0.08 },
];
/** Hangers between arch and deck; too thin to be told apart in the small icons, which go without. */
const HANGERS = { xs: [0.38, 0.5, 0.62], half: 0.013, smallest: 48 };

/** @param {number} x @param {number} y */
function inField(x, y) {
  const { inset, radius } = FIELD;
  const far = 0.5 - inset - radius;
  const dx = Math.max(Math.abs(x - 0.5) - far, 0);
  const dy = Math.max(Math.abs(y - 0.5) - far, 0);
  return Math.hypot(dx, dy) <= radius;
}

/** @param {number} x @param {number} y @param {number} size of the icon in pixels */
function inMark(x, y, size) {
  if (ENDS.some((end) => Math.hypot(x - end.x, y - end.y) <= end.radius)) return true;
  if (Math.abs(y - DECK.y) <= DECK.half && x >= DECK.left && x <= DECK.right) return true;
  const fromCentre = Math.hypot(x - ARCH.x, y - ARCH.y);
  if (y <= DECK.y && Math.abs(fromCentre - ARCH.radius) <= ARCH.half) return true;
  return (
    size >= HANGERS.smallest &&
    y <= DECK.y &&
    fromCentre <= ARCH.radius &&
    HANGERS.xs.some((hanger) => Math.abs(x - hanger) <= HANGERS.half)
  );
}

/**
 * @param {number} size in pixels
 * @returns {Buffer} a PNG
 */
export function drawIcon(size) {
  const image = new PNG({ width: size, height: size });
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let part = 0; part < SAMPLES * SAMPLES; part++) {
        const x = (column + ((part % SAMPLES) + 0.5) / SAMPLES) / size;
        const y = (row + (Math.floor(part / SAMPLES) + 0.5) / SAMPLES) / size;
        if (!inField(x, y)) continue;
        covered++;
        const gold = inMark(x, y, size);
        for (const channel of [0, 1, 2]) {
          const top = TOP_RED[channel] ?? 0;
          const red = top + ((BOTTOM_RED[channel] ?? 0) - top) * y;
          sum[channel] = (sum[channel] ?? 0) + (gold ? (GOLD[channel] ?? 0) : red);
        }
      }
      const at = (row * size + column) * 4;
      for (const channel of [0, 1, 2])
        image.data[at + channel] = covered === 0 ? 0 : Math.round((sum[channel] ?? 0) / covered);
      image.data[at + 3] = Math.round((covered / (SAMPLES * SAMPLES)) * 255);
    }
  return PNG.sync.write(image);
}

if (isEntry(import.meta.url)) {
  const folder = join(projectRoot, 'assets/icons');
  await mkdir(folder, { recursive: true });
  const drawn = new Map([16, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => [size, drawIcon(size)]));
  await writeFile(join(folder, 'icon.png'), drawIcon(512));
  await writeFile(join(folder, 'icon.ico'), packIco([16, 24, 32, 48, 64, 128, 256].map((size) => pick(size))));
  await writeFile(join(folder, 'icon.icns'), packIcns([16, 32, 64, 128, 256, 512, 1024].map((size) => pick(size))));

  /** @param {number} size */
  function pick(size) {
    return { size, png: drawn.get(size) ?? drawIcon(size) };
  }
}
