import { fork } from 'node:child_process';
import type { Child } from './child';

export interface ForkOptions {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Where what it says on standard error goes. Its standard output is nobody's: it may be the answer's place. */
  readonly stderr: 'inherit' | 'ignore';
}

/**
 * A process of the app's own as an ordinary Node process, for where there is no Electron. Structured clones both ways,
 * as in Electron.
 * @param script the absolute path of its bundled entry
 */
export function forkedChild<Out, In>(
  script: string,
  { args, env, stderr }: ForkOptions,
): Child<Out, In> & { readonly pid: number | undefined } {
  const child = fork(script, args, {
    env,
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', stderr, 'ipc'],
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
      if (child.connected) child.send(message as object, () => undefined);
    },
    // both ends are built together
    onMessage: (listener) => void child.on('message', (message) => listener(message as In)),
    onExit: (listener) => {
      const why = ended;
      if (why === null) listeners.push(listener);
      else queueMicrotask(() => listener(why));
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
