/*
 * Entry of the plan process. Files from outside are opened here and nowhere else: one that takes too long, takes too
 * much memory or brings its library down ends this process, and the app goes on. Runs as Electron's utility process,
 * or as an ordinary forked Node process.
 */
import { type FromPlan, isToPlan } from './messages';
import { serve } from './serve';

/** What Electron gives a utility process; said here so that this file needs nothing of Electron. */
interface ParentPort {
  on(event: 'message', listener: (e: { readonly data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
}

const parent = (process as { readonly parentPort?: ParentPort }).parentPort;

function say(message: FromPlan): void {
  if (parent !== undefined) parent.postMessage(message);
  // a channel that is gone is told of by 'disconnect'
  else if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

function take(data: unknown): void {
  if (isToPlan(data)) void serve(data, say);
}

if (parent !== undefined) {
  parent.on('message', (e) => take(e.data));
} else {
  process.on('message', take);
  // without the app there is nobody to read for
  process.on('disconnect', () => process.exit(0));
}
