import { parentOf } from '../processes/parent';
import { newestCopyAt } from './copies';
import type { StorageMessage, StorageRequest } from './messages';
import { keepCopies, serve } from './serve';
import { SqliteJournal } from './sqlite-journal';

/**
 * The storage process: `<this file> <journal file> <backup folder>`. Runs as an Electron utility process or forked
 * from plain Node. A native crash, a hang or a slow disk ends here and not in the process that runs the show.
 */
const [file, backupFolder] = process.argv.slice(2);
if (file === undefined || backupFolder === undefined) throw new Error('needs the journal file and the backup folder');

const journal = new SqliteJournal({ file, backupFolder, now: () => Date.now() });
const parent = parentOf<StorageRequest, StorageMessage>();
const stopCopies = keepCopies({
  journal,
  newestCopyAt: () => newestCopyAt(backupFolder),
  now: () => Date.now(),
  tell: (notice) => parent.send(notice),
});

parent.onMessage((request) => {
  if (request.call === 'close') stopCopies();
  void serve(journal, request).then((reply) => parent.send(reply));
});
