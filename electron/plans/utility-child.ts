import { utilityProcess } from 'electron';
import type { PlanProcess } from './messages';

/**
 * The plan process as an Electron utility process; needs `app` to be ready.
 * @param script the absolute path of the bundled process.ts
 */
export function utilityChild(script: string): PlanProcess {
  const child = utilityProcess.fork(script, [], { serviceName: 'plans' });
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  return {
    post: (message) => {
      if (!ended) child.postMessage(message);
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', (code) => listener(`exit code ${code}`)),
    kill: () => {
      if (ended) return;
      try {
        // Electron itself only asks politely, which a process in the middle of a bad file does not hear
        if (child.pid === undefined) child.kill();
        else process.kill(child.pid, 'SIGKILL');
      } catch {
        // it has just ended by itself; the exit says so
      }
    },
  };
}
