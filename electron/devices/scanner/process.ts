/*
 * Entry of the serial process. Serial drivers can block, and the native part can take its process down with it, so
 * both happen away from the app. Runs as Electron's utility process, or as an ordinary forked Node process.
 */
import { parentOf } from '../../processes/parent';
import { type FromProcess, isToProcess } from './messages';
import { MACHINE_PORTS } from './serial-port';
import { ScannerService } from './service';

const parent = parentOf<unknown, FromProcess>();

const service = new ScannerService(MACHINE_PORTS, parent.send, () => {
  // leaves the answer time to be sent; the app ends the process anyway if this does not
  setTimeout(() => process.exit(0), 50);
});

parent.onMessage((message) => {
  if (isToProcess(message)) void service.take(message);
});
parent.send({ type: 'ready' });
