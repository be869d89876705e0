import { createHash } from 'node:crypto';
import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DRAWN_ROLES, type DrawnRole } from '../../shared/domain/scenes/scenes';
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
   * @returns its absolute path
   * @throws PaintError, or the error of the file system
   */
  file(slide: Slide, width: number, height: number): Promise<string>;
  /** The program shows this file now; the role's other ones are removed, save one just drawn. Never throws. */
  confirm(role: DrawnRole, file: string): Promise<void>;
}

/** How many drawn slides are remembered; an agenda of a day has a few dozen states. */
const REMEMBERED = 64;
const UNFINISHED = '.part';

export function createSlideFiles(ctx: SlideFilesContext): SlideFiles {
  const drawn = new Map<string, string>();
  /** The file each role was last drawn into: it may be newer than the one that is being confirmed. */
  const newest = new Map<DrawnRole, string>();
  let parts = 0;

  async function write(role: DrawnRole, png: Uint8Array): Promise<string> {
    const name = `${role}-${createHash('sha1').update(png).digest('hex')}.png`;
    const file = path.join(ctx.folder, name);
    newest.set(role, name);
    if (await isThere(file)) return file;
    await mkdir(ctx.folder, { recursive: true });
    parts += 1;
    const part = `${file}.${process.pid}-${parts}${UNFINISHED}`;
    try {
      await writeFile(part, png);
      // whoever watches the folder sees the whole picture or none
      await rename(part, file);
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined);
      throw error;
    }
    return file;
  }

  return {
    async file(slide, width, height) {
      const key = keyOfSlide(slide, width, height);
      const before = drawn.get(key);
      if (before !== undefined && (await isThere(before))) {
        newest.set(slide.role, path.basename(before));
        return before;
      }
      const file = await write(slide.role, await ctx.paint(slide, width, height));
      drawn.delete(key);
      drawn.set(key, file);
      for (const oldest of drawn.keys()) {
        if (drawn.size <= REMEMBERED) break;
        drawn.delete(oldest);
      }
      return file;
    },

    async confirm(role, file) {
      try {
        const kept = [path.basename(file), newest.get(role)];
        for (const name of await readdir(ctx.folder)) {
          const wanted = kept.some((k) => k !== undefined && name.startsWith(k));
          if (!wanted && isOldOf(role, name)) await rm(path.join(ctx.folder, name), { force: true });
        }
      } catch (error) {
        ctx.log(`slides: old pictures not removed: ${String(error)}`);
      }
    },
  };
}

/** Two slides with the same key look the same. */
export function keyOfSlide(slide: Slide, width: number, height: number): string {
  // a still picture shows the clock time and not the moment behind it
  const shown = slide.role === 'break' ? { ...slide, untilWall: null } : slide;
  return createHash('sha1')
    .update(JSON.stringify([width, height, shown]))
    .digest('hex');
}

function isOldOf(role: DrawnRole, name: string): boolean {
  if (!DRAWN_ROLES.some((r) => r === role && name.startsWith(`${r}-`))) return false;
  return /^[a-z]+-[0-9a-f]{40}\.png(\.\d+-\d+\.part)?$/.test(name);
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
