import { fork } from 'node:child_process';
import type { StorageChild, StorageMessage } from './messages';

/** The storage process in plain Node. Structured clones both ways, as in Electron. */
export function forkedChild(
  script: string,
  file: string,
  backupFolder: string,
): StorageChild & { readonly pid: number | undefined } {
  const child = fork(script, [file, backupFolder], { serialization: 'advanced', execArgv: [] });
  let ended = false;
  const listeners: (() => void)[] = [];
  const end = (): void => {
    if (ended) return;
    ended = true;
    for (const listener of listeners) listener();
  };
  child.on('exit', end);
  child.on('error', end);
  return {
    pid: child.pid,
    post: (request) => {
      // a closed channel means that the process ends; its exit answers every call
      if (child.connected) child.send(request, () => undefined);
    },
    onMessage: (listener) => child.on('message', (message) => listener(message as StorageMessage)),
    onExit: (listener) => {
      if (ended) queueMicrotask(listener);
      else listeners.push(listener);
    },
    kill: () => child.kill('SIGKILL'),
  };
}
