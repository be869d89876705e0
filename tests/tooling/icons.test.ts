import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { packIcns, packIco } from '../../electron/tooling/icon-files.mjs';
import { drawIcon } from '../../electron/tooling/icons.mjs';
import { projectRoot } from '../../electron/tooling/paths.mjs';

const icon = (name: string) => readFileSync(join(projectRoot, 'assets/icons', name));

it('the mark is gold on red, with clear corners', () => {
  const { width, height, data } = PNG.sync.read(icon('icon.png'));
  expect([width, height]).toEqual([512, 512]);
  const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
  expect(at(0, 0)[3]).toBe(0);
  expect(at(256, 308)).toEqual([0xf2, 0xc1, 0x4e, 0xff]);
  const [red = 0, green = 0, blue = 0] = at(256, 440);
  expect(red).toBeGreaterThan(4 * Math.max(green, blue));
});

it('the Windows icon holds seven pictures up to 256 pixels, each a PNG where its entry says', () => {
  const ico = icon('icon.ico');
  const count = ico.readUInt16LE(4);
  const sizes = Array.from({ length: count }, (_, index) => {
    const entry = 6 + 16 * index;
    const start = ico.readUInt32LE(entry + 12);
    const png = PNG.sync.read(ico.subarray(start, start + ico.readUInt32LE(entry + 8)));
    expect(png.width % 256).toBe(ico.readUInt8(entry));
    return png.width;
  });
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
});

it('the macOS icon holds a picture of 512 and one of 1024 pixels', () => {
  const icns = icon('icon.icns');
  expect(icns.subarray(0, 4).toString()).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const found = new Map<string, number>();
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const png = PNG.sync.read(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)));
    found.set(icns.subarray(at, at + 4).toString(), png.width);
  }
  expect(found.get('ic09')).toBe(512);
  expect(found.get('ic10')).toBe(1024);
});

it('a size macOS has no element for is refused', () => {
  const png = drawIcon(24);
  expect(() => packIcns([{ size: 24, png }])).toThrow('24');
  expect(packIco([{ size: 24, png }]).readUInt16LE(4)).toBe(1);
});
