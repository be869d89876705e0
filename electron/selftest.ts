import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Recorded } from '../shared/contract/events';
import { instant } from '../shared/time/time';
import type { Scanners } from './devices/scanner';
import type { Journal } from './storage/journal';
import type { Painter } from './windows/painter';

/** The parts that a package can lack: native modules, processes of their own, pages inside the archive. */
export interface SelftestContext {
  openJournal(folder: string): Journal;
  readonly scanners: Pick<Scanners, 'list'>;
  readonly painter: Pick<Painter, 'paint'>;
  readonly assets: () => Promise<{ readonly delegates: readonly unknown[] }>;
}

/**
 * Uses every part that a package may have lost on the way: writes to a journal and reads it back, lists serial ports,
 * reads the sample, draws a slide. For `--selftest`, which a package answers without showing a window.
 * @throws Error of the first part that fails
 */
export async function selftest(ctx: SelftestContext): Promise<Readonly<Record<string, unknown>>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'diem-cau-selftest-'));
  const journal = ctx.openJournal(folder);
  try {
    await journal.recover();
    const event: Recorded = { seq: 1, at: instant(1), event: { type: 'message.shown', text: 'Thử nghiệm' } };
    await journal.append([event]);
    const [back] = await journal.tail(1);
    if (JSON.stringify(back) !== JSON.stringify(event)) throw new Error('the journal gave back something else');
    const ports = await ctx.scanners.list();
    const { delegates } = await ctx.assets();
    const picture = await ctx.painter.paint({ role: 'banner', lines: ['HỘI NGHỊ'] }, 640, 360);
    return { journal: 'ok', ports: ports.length, delegates: delegates.length, pictureBytes: picture.length };
  } finally {
    await journal.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
