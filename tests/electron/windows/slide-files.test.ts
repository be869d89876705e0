import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlideFiles, keyOfSlide, type SlideFiles } from '../../../electron/windows/slide-files';
import type { Slide } from '../../../shared/domain/scenes/slide';
import { wallInstant } from '../../../shared/time/time';

const banner = (line: string): Slide => ({ role: 'banner', lines: [line] });
const agenda: Slide = { role: 'agenda', heading: 'CHƯƠNG TRÌNH', rows: [] };
const breakSlide = (until: string, ms: number): Slide => ({
  role: 'break',
  heading: 'NGHỈ',
  until,
  untilWall: wallInstant(ms),
  next: null,
});

describe('slides as files', () => {
  let home = '';
  let folder = '';
  let painted: Slide[] = [];
  let files: SlideFiles;
  let logged: string[] = [];

  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'slides-'));
    folder = path.join(home, 'slides');
    painted = [];
    logged = [];
    files = createSlideFiles({
      folder,
      paint: async (slide, width, height) => {
        painted.push(slide);
        return new TextEncoder().encode(JSON.stringify([slide, width, height]));
      },
      log: (line) => logged.push(line),
    });
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  it('writes the picture under a name made of role and content, and nothing else', async () => {
    const file = await files.file(banner('một'), 1920, 1080);
    expect(path.basename(file)).toMatch(/^banner-[0-9a-f]{40}\.png$/);
    expect(path.isAbsolute(file)).toBe(true);
    expect(await readdir(folder)).toEqual([path.basename(file)]);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([banner('một'), 1920, 1080]);
  });

  it('draws the same slide at the same size once', async () => {
    const a = await files.file(banner('một'), 1920, 1080);
    expect(await files.file(banner('một'), 1920, 1080)).toEqual(a);
    expect(painted.length).toBe(1);
    expect(await files.file(banner('một'), 1280, 720)).not.toEqual(a);
    expect(await files.file(banner('hai'), 1920, 1080)).not.toEqual(a);
    expect(painted.length).toBe(3);
  });

  it('draws again when somebody removed the file', async () => {
    const a = await files.file(banner('một'), 10, 10);
    await rm(a);
    expect(await files.file(banner('một'), 10, 10)).toEqual(a);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('keeps the pictures before the newest, but not for ever', async () => {
    const drawn: string[] = [];
    for (let i = 0; i < 20; i++) {
      drawn.push(path.basename(await files.file(banner(`${i}`), 10, 10)));
      // the first one stays in use
      await files.file(banner('0'), 10, 10);
      await new Promise((done) => setTimeout(done, 5));
    }
    const there = await readdir(folder);
    expect(there.length).toBeLessThan(10);
    for (const kept of [drawn[0], drawn[18], drawn[19]]) expect(there).toContain(kept);
    expect(there).not.toContain(drawn[5]);
  });

  it('removes nothing of other roles, and nothing that is not its own', async () => {
    const other = await files.file(agenda, 10, 10);
    await writeFile(path.join(folder, 'banner-của-tôi.png'), 'x');
    for (let i = 0; i < 20; i++) await files.file(banner(`${i}`), 10, 10);
    const there = await readdir(folder);
    expect(there).toContain('banner-của-tôi.png');
    expect(there).toContain(path.basename(other));
    expect(logged).toEqual([]);
  });

  it('says why when the picture cannot be written', async () => {
    await writeFile(folder, 'a file where the folder should be');
    await expect(files.file(banner('một'), 10, 10)).rejects.toThrow(/EEXIST|ENOTDIR/);
  });

  it('takes two break slides for one when they show the same clock time', () => {
    expect(keyOfSlide(breakSlide('09:20', 1), 10, 10)).toBe(keyOfSlide(breakSlide('09:20', 2), 10, 10));
    expect(keyOfSlide(breakSlide('09:20', 1), 10, 10)).not.toBe(keyOfSlide(breakSlide('09:21', 1), 10, 10));
  });
});
