import fs from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { HallCommand } from '../shared/contract/commands';
import { planShape, rosterShape } from '../shared/contract/shapes';
import type { HallState } from '../shared/domain/hall';
import type { DeskOutcome } from './desk';

/** One event with its roster, as one endpoint hands it to another. */
const eventFile = z.strictObject({
  format: z.literal('diem-cau-event'),
  version: z.literal(1),
  plan: planShape,
  delegates: rosterShape,
});

const ENDING = '.diemcau.json';

/** Writes the event into `folder`, under a name of its own; nothing that is there is overwritten. */
export async function exportEvent(state: HallState, id: string, folder: string): Promise<DeskOutcome> {
  const entry = state.library[id];
  if (entry === undefined) return { ok: false, code: 'no-such-event', params: {} };
  const { plan, delegates } = entry;
  const text = JSON.stringify({ format: 'diem-cau-event', version: 1, plan, delegates }, null, 1);
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

/** What such a file says, as the wish to keep its event; refused with the place of the first fault. */
export function importEvent(text: string): Extract<HallCommand, { type: 'library.keep' }> | DeskOutcome {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, code: 'not-an-event-file', params: { detail: 'JSON' } };
  }
  const parsed = eventFile.safeParse(value);
  if (!parsed.success) {
    const fault = parsed.error.issues[0];
    const detail = fault === undefined ? '?' : `${fault.path.join('.') || 'format'}: ${fault.message}`;
    return { ok: false, code: 'not-an-event-file', params: { detail } };
  }
  return { type: 'library.keep', plan: parsed.data.plan, delegates: parsed.data.delegates, open: false };
}
