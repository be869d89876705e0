/** The app as one of its processes sees it. */
export interface Parent<In, Out> {
  /** What finds the channel closed is moot: nobody is left to hear it. */
  send(message: Out): void;
  onMessage(listener: (message: In) => void): void;
}

/** What Electron gives a utility process; said here so that a process needs nothing of Electron. */
interface UtilityPort {
  on(event: 'message', listener: (e: { readonly data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
}

/**
 * The way to the app from a utility process or from a forked Node process. The forked one ends when the app is gone:
 * there is nobody to work for.
 */
export function parentOf<In, Out>(): Parent<In, Out> {
  const port = (process as { readonly parentPort?: UtilityPort | null }).parentPort ?? null;
  // both ends are built together
  if (port !== null)
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) => void port.on('message', (e) => listener(e.data as In)),
    };
  process.on('disconnect', () => process.exit(0));
  return {
    send: (message) => {
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    onMessage: (listener) => void process.on('message', (message) => listener(message as In)),
  };
}
