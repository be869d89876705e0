import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DrawnRole } from '../../shared/domain/scenes/scenes';
import type { Slide } from '../../shared/domain/scenes/slide';

export interface SlideFilesContext {
  /** Where the pictures are kept; made when it is not there. */
  readonly folder: string;
  /** @throws PaintError */
  paint(slide: Slide, width: number, height: number): Promise<Uint8Array>;
  log(line: string): void;
}

export interface SlideFiles {
  /**
   * The picture of a slide as a file. The same slide at the same size is drawn once, and the same picture always has
   * the same name, so a program that shows the file never sees it change under its hands.
   * @param width in pixels, like `height`
   * @returns its absolute path; the name is made of the role and the hash of the picture
   * @throws PaintError, or the error of the file system
   */
  file(slide: Slide, width: number, height: number): Promise<string>;
}

/** How many drawn slides are remembered; an agenda of a day has a few dozen states. */
const REMEMBERED = 64;
/**
 * How many pictures of a role stay on disk. More than one: the program on air may still be loading the one before,
 * and goes on showing it when it is lost for a while.
 */
const KEPT = 6;

export function createSlideFiles(ctx: SlideFilesContext): SlideFiles {
  const drawn = new Map<string, string>();
  let parts = 0;

  async function write(role: DrawnRole, png: Uint8Array): Promise<string> {
    const hash = createHash('sha1').update(png).digest('hex');
    const file = path.join(ctx.folder, `${role}-${hash}.png`);
    if (await isUsed(file)) return file;
    await mkdir(ctx.folder, { recursive: true });
    parts += 1;
    const part = `${file}.${process.pid}-${parts}.part`;
    try {
      await writeFile(part, png);
      // whoever watches the folder sees the whole picture or none
      await rename(part, file);
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined);
      throw error;
    }
    await removeOld(role, ctx);
    return file;
  }

  return {
    async file(slide, width, height) {
      const key = keyOfSlide(slide, width, height);
      const before = drawn.get(key);
      if (before !== undefined && (await isUsed(before))) return before;
      const file = await write(slide.role, await ctx.paint(slide, width, height));
      drawn.delete(key);
      drawn.set(key, file);
      for (const oldest of drawn.keys()) {
        if (drawn.size <= REMEMBERED) break;
        drawn.delete(oldest);
      }
      return file;
    },
  };
}

const OWN = /^([a-z]+)-[0-9a-f]{40}\.png(\.\d+-\d+\.part)?$/;

/** Removes what is neither among the newest pictures of the role nor somebody else's. A failure is only noted. */
async function removeOld(role: DrawnRole, ctx: SlideFilesContext): Promise<void> {
  try {
    const own = (await readdir(ctx.folder)).filter((name) => OWN.exec(name)?.[1] === role);
    const aged = await Promise.all(
      own.map(async (name) => ({ name, at: (await stat(path.join(ctx.folder, name))).mtimeMs })),
    );
    for (const { name } of aged.sort((a, b) => b.at - a.at).slice(KEPT))
      await rm(path.join(ctx.folder, name), { force: true });
  } catch (error) {
    ctx.log(`slides: old pictures not removed: ${String(error)}`);
  }
}

/** Two slides with the same key look the same. */
export function keyOfSlide(slide: Slide, width: number, height: number): string {
  // a still picture shows the clock time and not the moment behind it
  const shown = slide.role === 'break' ? { ...slide, untilWall: null } : slide;
  return createHash('sha1')
    .update(JSON.stringify([width, height, shown]))
    .digest('hex');
}

/** Whether the file is there; it then counts as new again, so that it is not among the ones that go. */
async function isUsed(file: string): Promise<boolean> {
  const now = new Date();
  return utimes(file, now, now).then(
    () => true,
    () => false,
  );
}
