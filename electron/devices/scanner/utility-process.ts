import { utilityProcess } from 'electron';
import type { ScannerProcess } from './scanner-process';

/**
 * The serial process as an Electron utility process; needs `app` to be ready.
 * @param script the absolute path of the bundled process.ts
 */
export function scannerProcess(script: string): ScannerProcess {
  const child = utilityProcess.fork(script, [], { serviceName: 'scanner' });
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
      if (!ended) child.kill();
    },
  };
}
