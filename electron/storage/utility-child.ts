import { utilityProcess } from 'electron';
import type { StorageChild, StorageMessage } from './messages';

/**
 * The storage process as an Electron utility process; needs `app` to be ready.
 * @param script the absolute path of the bundled process.ts.
 */
export function utilityChild(script: string, file: string, backupFolder: string): StorageChild {
  const child = utilityProcess.fork(script, [file, backupFolder], { serviceName: 'storage' });
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  return {
    post: (request) => {
      if (!ended) child.postMessage(request);
    },
    onMessage: (listener) => child.on('message', (message: StorageMessage) => listener(message)),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => {
      if (ended) return;
      try {
        // Electron itself only asks politely, which a process that hangs does not hear
        if (child.pid === undefined) child.kill();
        else process.kill(child.pid, 'SIGKILL');
      } catch {
        // it has just ended by itself; the exit says so
      }
    },
  };
}
