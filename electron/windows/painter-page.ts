import type { WebContents } from 'electron';
import type { PaintJob } from '../../shared/contract/hall-api';
import { CHANNELS } from '../ipc/channels';
import type { PainterPage } from './painter';
import { fromOwnPage } from './security';

/** The hidden drawing page behind its messages. */
export function painterPage(contents: WebContents): PainterPage {
  return {
    send(job: PaintJob) {
      if (!contents.isDestroyed()) contents.send(CHANNELS.paintJob, job);
    },
    onDone(listener) {
      const heard = (event: Electron.IpcMainEvent, id: unknown, png: unknown, reason: unknown): void => {
        if (fromOwnPage(event, contents)) listener(id, png, reason);
      };
      contents.ipc.on(CHANNELS.paintDone, heard);
      return () => {
        if (!contents.isDestroyed()) contents.ipc.removeListener(CHANNELS.paintDone, heard);
      };
    },
    onGone(listener) {
      contents.on('render-process-gone', listener);
      contents.on('destroyed', listener);
      return () => {
        if (contents.isDestroyed()) return;
        contents.removeListener('render-process-gone', listener);
        contents.removeListener('destroyed', listener);
      };
    },
  };
}
