export class SlowError extends Error {
  override readonly name = 'SlowError';
  readonly ms: number;
  constructor(ms: number) {
    super(`no answer within ${ms} ms`);
    this.ms = ms;
  }
}

/** The promise's own outcome, or the end of the wait after `ms`. @throws SlowError when it is over. */
export function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SlowError(ms)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
