/*
 * Entry of the serial process. Serial drivers can block, and the native part can take its process down with it, so
 * both happen away from the app. Runs as Electron's utility process, or as an ordinary forked Node process.
 */
import { type FromProcess, isToProcess } from './messages';
import { MACHINE_PORTS } from './serial-port';
import { ScannerService } from './service';

/** What Electron gives a utility process; said here so that this file needs nothing of Electron. */
interface ParentPort {
  on(event: 'message', listener: (e: { readonly data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
}

const parent = (process as { readonly parentPort?: ParentPort }).parentPort;

function say(message: FromProcess): void {
  if (parent !== undefined) parent.postMessage(message);
  // a channel that is gone is told of by 'disconnect'
  else if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

const service = new ScannerService(MACHINE_PORTS, say, () => {
  // leaves the answer time to be sent; the app ends the process anyway if this does not
  setTimeout(() => process.exit(0), 50);
});

function take(data: unknown): void {
  if (isToProcess(data)) void service.take(data);
}

if (parent !== undefined) {
  parent.on('message', (e) => take(e.data));
} else {
  process.on('message', take);
  // without the app there is nobody to scan for
  process.on('disconnect', () => process.exit(0));
}

say({ type: 'ready' });
