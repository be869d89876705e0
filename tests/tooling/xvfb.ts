import { ensureXvfb, startXvfb as startServer } from '../../electron/tooling/virtual-display.mjs';

export interface Xvfb {
  /** Such as `:3`; it goes into the app's DISPLAY. */
  readonly display: string;
  readonly pid: number;
  /** Ends the server; resolves when it is gone. */
  stop(): Promise<void>;
}

/**
 * A private screen of 1920x1080, on a display number that is free.
 * @throws if there is no Xvfb or it does not come up
 */
export async function startXvfb(): Promise<Xvfb> {
  const sentences: string[] = [];
  if (!(await ensureXvfb((sentence) => sentences.push(sentence))))
    throw new Error(`there is no Xvfb: ${sentences.join(' ')}`);
  const { name, pid, stop } = await startServer({ size: '1920x1080' });
  return { display: name, pid, stop };
}
