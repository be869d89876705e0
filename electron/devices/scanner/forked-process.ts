import { fork } from 'node:child_process';
import type { ScannerProcess } from './scanner-process';

/**
 * The serial process as an ordinary Node process, for where there is no Electron.
 * @param script the absolute path of the bundled process.ts
 * @param env the environment of the process
 */
export function forkedProcess(
  script: string,
  env: NodeJS.ProcessEnv,
): ScannerProcess & { readonly pid: number | null } {
  const child = fork(script, [], { env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return {
    pid: child.pid ?? null,
    post: (message) => {
      // a channel that breaks while sending is told of by the exit
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      child.on('exit', (code, signal) => listener(`exit code ${code ?? signal ?? 'unknown'}`));
      child.on('error', (error) => listener(error.message));
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
