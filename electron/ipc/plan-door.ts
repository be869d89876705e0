import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import * as z from 'zod';
import type { PlanInput, PlanIntake } from '../../shared/contract/plan-api';
import { CHANNELS } from './channels';

export interface PlanDoorContext {
  /** Whether this is the operator's own page speaking. */
  mayAsk(e: IpcMainInvokeEvent | IpcMainEvent): boolean;
  /** Never rejects; ends soon after `signal`. */
  read(input: PlanInput, progress: (fraction: number) => void, signal: AbortSignal): Promise<PlanIntake>;
}

const LARGEST_FILE = 40 * 1024 * 1024;
const LONGEST_TEXT = 2 * 1024 * 1024;

const inputShape: z.ZodType<PlanInput> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    name: z.string().max(300),
    bytes: z.instanceof(Uint8Array),
  }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
]);

/**
 * The door for plan documents: one reading at a time, for the operator's page alone. A second one ends the first.
 * @returns the function that closes the door
 */
export function openPlanDoor(ctx: PlanDoorContext): () => void {
  let reading: AbortController | null = null;
  ipcMain.handle(CHANNELS.planRead, async (e, arg: unknown): Promise<PlanIntake> => {
    if (!ctx.mayAsk(e)) throw new Error(`refused: ${CHANNELS.planRead}`);
    const input = inputShape.safeParse(arg);
    if (!input.success) return { ok: false, code: 'not-readable', params: { name: '' } };
    const size = input.data.kind === 'file' ? input.data.bytes.byteLength : input.data.text.length;
    const most = input.data.kind === 'file' ? LARGEST_FILE : LONGEST_TEXT;
    if (size > most) return { ok: false, code: 'too-large', params: { most: Math.round(most / 1024 / 1024) } };
    reading?.abort();
    const mine = new AbortController();
    reading = mine;
    try {
      return await ctx.read(
        input.data,
        (fraction) => {
          if (!e.sender.isDestroyed()) e.sender.send(CHANNELS.planProgress, fraction);
        },
        mine.signal,
      );
    } finally {
      if (reading === mine) reading = null;
    }
  });
  const cancel = (e: IpcMainEvent): void => {
    if (ctx.mayAsk(e)) reading?.abort();
  };
  ipcMain.on(CHANNELS.planCancel, cancel);
  return () => {
    reading?.abort();
    ipcMain.removeHandler(CHANNELS.planRead);
    ipcMain.removeListener(CHANNELS.planCancel, cancel);
  };
}
