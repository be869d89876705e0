import fs from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { HallCommand } from '../shared/contract/commands';
import { planShape, rosterShape } from '../shared/contract/shapes';
import type { HallState } from '../shared/domain/hall';
import type { DeskOutcome } from './desk';
import { messageOf } from './error-message';

const FORMAT = 'diem-cau-event';
const VERSION = 1;

/** One event with its roster, as one endpoint hands it to another. */
const eventFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  plan: planShape,
  delegates: rosterShape,
});

/** Of an event file of whatever version. */
const anyVersion = z.object({ format: z.literal(FORMAT), version: z.number() });

/** Where the file says what it is, in characters from its beginning. */
const HEAD_LENGTH = 200;

const ENDING = '.diemcau.json';

/** Writes the event into `folder`, under a name of its own; nothing that is there is overwritten. */
export async function exportEvent(state: HallState, id: string, folder: string): Promise<DeskOutcome> {
  const entry = state.library[id];
  if (entry === undefined) return { ok: false, code: 'no-such-event', params: {} };
  const { plan, delegates } = entry;
  const text = JSON.stringify({ format: FORMAT, version: VERSION, plan, delegates }, null, 1);
  await fs.mkdir(folder, { recursive: true });
  const stem = `Hoi nghi ${plan.days[0] ?? plan.id}`;
  for (let n = 1; ; n++) {
    const file = path.join(folder, `${stem}${n === 1 ? '' : ` (${n})`}${ENDING}`);
    try {
      await fs.writeFile(file, text, { flag: 'wx' });
      return { ok: true, path: file };
    } catch (e) {
      if (!(e instanceof Error && 'code' in e && e.code === 'EEXIST')) throw e;
    }
  }
}

/**
 * What such a file says, as the wish to keep its event.
 * @param log told where the first fault is, for whoever made the file
 */
export function importEvent(
  text: string,
  log: (line: string) => void,
): Extract<HallCommand, { type: 'library.keep' }> | DeskOutcome {
  const refuse = (code: string, detail: string): DeskOutcome => {
    log(`an event file was refused (${code}): ${detail}`);
    return { ok: false, code, params: {} };
  };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (e) {
    // of half a file the beginning still says what it was
    const ours = text.slice(0, HEAD_LENGTH).includes(`"${FORMAT}"`);
    return refuse(ours ? 'event-file-damaged' : 'not-an-event-file', messageOf(e));
  }
  const head = anyVersion.safeParse(value);
  if (!head.success) return refuse('not-an-event-file', faultOf(head.error));
  if (head.data.version > VERSION) return refuse('event-file-newer', `version ${head.data.version}`);
  const parsed = eventFile.safeParse(value);
  if (!parsed.success) return refuse('event-file-damaged', faultOf(parsed.error));
  return { type: 'library.keep', plan: parsed.data.plan, delegates: parsed.data.delegates, open: false };
}

function faultOf({ issues: [fault] }: z.ZodError): string {
  return fault === undefined ? '?' : `${fault.path.join('.')}: ${fault.message}`;
}
