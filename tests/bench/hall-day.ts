import type { Command } from '../../shared/contract/commands';
import type { HallApi, Hello } from '../../shared/contract/hall-api';
import { makeTemp } from '../tooling/temp';
import { startXvfb, type Xvfb } from '../tooling/xvfb';
import { type Driven, driveOurs } from './driven';

/** The contract's side of a page, for what is run inside it. */
export type HallPage = Window & { readonly hall: HallApi };

/** The four windows by what their addresses contain. */
export const WINDOWS = ['/operator/', '/stage/', '/slides/', '/checkin/'] as const;

/** The operator asks. @throws Error when the hall refuses */
export async function ask(app: Driven, command: Command | { readonly type: string }): Promise<void> {
  const answer = await app.page(
    '/operator/',
    (c) => (window as unknown as HallPage).hall.command(c as Command),
    command as unknown as Record<string, unknown>,
  );
  if (!answer.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(answer)}`);
}

export const helloOf = (app: Driven): Promise<Hello> =>
  app.page('/operator/', () => (window as unknown as HallPage).hall.hello(), null);

/** The app on the sample day, segment 1 running, with the windows that are asked for. */
export async function openDay(app: Driven, windows: readonly ('stage' | 'slides' | 'checkin')[]): Promise<void> {
  await ask(app, { type: 'sample.open', mode: 'shifted' });
  await ask(app, { type: 'timer.start', segmentId: null } as Command);
  for (const role of windows) {
    await ask(app, { type: 'window.open', role, displayId: null });
    await app.page(`/${role}/`, () => document.readyState, null);
  }
}

/** A screen and a running day on it, ended when `work` is through. */
export async function withDay<T>(
  windows: readonly ('stage' | 'slides' | 'checkin')[],
  work: (app: Driven, screen: Xvfb) => Promise<T>,
): Promise<T> {
  return withScreen(async (screen) => {
    const app = await driveOurs(screen.display, makeTemp('user'));
    try {
      await openDay(app, windows);
      return await work(app, screen);
    } finally {
      await app.end();
    }
  });
}

export async function withScreen<T>(work: (screen: Xvfb) => Promise<T>): Promise<T> {
  const screen = await startXvfb();
  try {
    return await work(screen);
  } finally {
    await screen.stop();
  }
}
