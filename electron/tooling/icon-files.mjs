// Containers for icons: Windows' .ico and macOS's .icns. Both take PNGs as they are.

/** @typedef {{ size: number, png: Buffer }} Picture size in pixels, square */

/**
 * @param {readonly Picture[]} pictures up to 256 pixels
 * @returns {Buffer}
 */
export function packIco(pictures) {
  const ENTRY = 16;
  const head = Buffer.alloc(6 + ENTRY * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + ENTRY * index;
    // one byte each; 0 stands for 256
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** Pixels -> the element types that hold a PNG of that size: plain, and "@2x" of half the size. */
const ICNS_TYPES = new Map([
  [16, ['icp4']],
  [32, ['icp5', 'ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic08', 'ic13']],
  [512, ['ic09', 'ic14']],
  [1024, ['ic10']],
]);

/**
 * @param {readonly Picture[]} pictures
 * @returns {Buffer}
 * @throws if macOS has no element for one of the sizes
 */
export function packIcns(pictures) {
  const elements = pictures.flatMap(({ size, png }) => {
    const types = ICNS_TYPES.get(size);
    if (types === undefined) throw new Error(`an icns holds no picture of ${size} pixels`);
    return types.map((type) => {
      const head = Buffer.alloc(8);
      head.write(type, 0, 'latin1');
      head.writeUInt32BE(8 + png.length, 4);
      return Buffer.concat([head, png]);
    });
  });
  const body = Buffer.concat(elements);
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(8 + body.length, 4);
  return Buffer.concat([head, body]);
}
