import { newestCopyAt } from './copies';
import type { StorageMessage, StorageRequest } from './messages';
import { keepCopies, type ParentLink, serve } from './serve';
import { SqliteJournal } from './sqlite-journal';

/**
 * The storage process: `<this file> <journal file> <backup folder>`. Runs as an Electron utility process or forked
 * from plain Node. A native crash, a hang or a slow disk ends here and not in the process that runs the show.
 */
const [file, backupFolder] = process.argv.slice(2);
if (file === undefined || backupFolder === undefined) throw new Error('needs the journal file and the backup folder');

const journal = new SqliteJournal({ file, backupFolder, now: () => Date.now() });
const parent = parentLink();
const stopCopies = keepCopies({
  journal,
  newestCopyAt: () => newestCopyAt(backupFolder),
  now: () => Date.now(),
  tell: (notice) => parent.send(notice),
});

parent.onRequest((request) => {
  if (request.call === 'close') stopCopies();
  void serve(journal, request).then((reply) => parent.send(reply));
});

function parentLink(): ParentLink {
  const port = utilityPort();
  if (port !== null)
    return {
      send: (message) => port.postMessage(message),
      onRequest: (listener) => port.on('message', (event) => listener(event.data)),
    };
  // nobody is left to ask anything, and everything answered is on disk
  process.on('disconnect', () => process.exit(0));
  return {
    // a message that finds the channel closed is moot: the parent is gone
    send: (message) => process.send?.(message, undefined, undefined, () => undefined),
    onRequest: (listener) => process.on('message', (message) => listener(message as StorageRequest)),
  };
}

/** The part of Electron's `process.parentPort` that is used; absent in plain Node. */
interface UtilityPort {
  postMessage(message: StorageMessage): void;
  on(event: 'message', listener: (event: { readonly data: StorageRequest }) => void): unknown;
}

function utilityPort(): UtilityPort | null {
  const port: unknown = 'parentPort' in process ? process.parentPort : null;
  return port === null || port === undefined ? null : (port as UtilityPort);
}
