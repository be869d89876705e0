import type { WebContents } from 'electron';
import * as z from 'zod';
import type { PaperDrawn } from '../../shared/contract/paper-api';
import { CHANNELS } from '../ipc/channels';
import { fromOwnPage } from '../windows/security';
import { NotDrawnError, type PaperPage } from './pdf';

const drawn = z.union([
  z.strictObject({ ok: z.literal(true), pages: z.number().int().min(1) }),
  z.strictObject({ ok: z.literal(false), reason: z.string().max(1000) }),
]);

/**
 * The hidden page behind its messages.
 * @param close closes the window of the page
 */
export function paperPage(contents: WebContents, close: () => void): PaperPage {
  return {
    send: (model) =>
      new Promise<PaperDrawn>((resolve, reject) => {
        const end = (): void => {
          contents.removeListener('render-process-gone', gone);
          contents.removeListener('destroyed', gone);
          if (!contents.isDestroyed()) contents.ipc.removeListener(CHANNELS.paperReady, heard);
        };
        const gone = (): void => {
          end();
          reject(new NotDrawnError('the page was lost'));
        };
        const heard = (event: Electron.IpcMainEvent, answer: unknown): void => {
          if (!fromOwnPage(event, contents)) return;
          const parsed = drawn.safeParse(answer);
          end();
          if (parsed.success) resolve(parsed.data);
          else reject(new NotDrawnError('the page answered nonsense'));
        };
        contents.on('render-process-gone', gone);
        contents.on('destroyed', gone);
        contents.ipc.on(CHANNELS.paperReady, heard);
        contents.send(CHANNELS.paperModel, model);
      }),
    print: (options) => contents.printToPDF({ ...options, margins: { ...options.margins } }),
    close,
  };
}
