import { fork } from 'node:child_process';
import type { PlanProcess } from './messages';

/**
 * The plan process as an ordinary Node process, for where there is no Electron.
 * @param script the absolute path of the bundled process.ts
 */
export function forkedChild(script: string): PlanProcess & { readonly pid: number | undefined } {
  // libraries talk to standard output about odd files; that is the answer's place alone
  const child = fork(script, [], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let ended: string | null = null;
  const listeners: ((why: string) => void)[] = [];
  const end = (why: string): void => {
    if (ended !== null) return;
    ended = why;
    for (const listener of listeners) listener(why);
  };
  child.on('exit', (code, signal) => end(`exit code ${code ?? signal ?? 'unknown'}`));
  child.on('error', (error) => end(error.message));
  return {
    pid: child.pid,
    post: (message) => {
      // a closed channel means that the process ends; its exit is the answer
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      const why = ended;
      if (why === null) listeners.push(listener);
      else queueMicrotask(() => listener(why));
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
