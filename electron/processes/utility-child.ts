import { utilityProcess } from 'electron';
import type { Child } from './child';

/**
 * A process of the app's own as an Electron utility process; needs `app` to be ready.
 * @param name what the system's list of processes calls it
 * @param script the absolute path of its bundled entry
 */
export function utilityChild<Out, In>(name: string, script: string, args: readonly string[]): Child<Out, In> {
  const child = utilityProcess.fork(script, [...args], { serviceName: name });
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
        // Electron itself only asks politely, which a process that hangs does not hear
        if (child.pid === undefined) child.kill();
        else process.kill(child.pid, 'SIGKILL');
      } catch {
        // it has just ended by itself; the exit says so
      }
    },
  };
}
