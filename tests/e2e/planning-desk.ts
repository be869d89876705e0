import type { Locator, Page } from 'playwright-core';
import type { Answer, Command } from '../../shared/contract/commands';
import type { HallApi } from '../../shared/contract/hall-api';
import type { HallState } from '../../shared/domain/hall';
import { type App, launchApp } from '../tooling/app';
import { startXvfb } from '../tooling/xvfb';

/** The operator's page of an app of its own, and what a person does there. */
export interface PlanningDesk {
  readonly app: App;
  readonly operator: Page;
  id(name: string): Locator;
  state(): Promise<HallState>;
  ask(command: Command): Promise<Answer>;
  /** Drops a file on the window. */
  drop(name: string, bytes: Uint8Array): Promise<void>;
  /** Drags the middle of one thing to just below the upper edge of another. */
  drag(from: Locator, to: Locator): Promise<void>;
  /** Sends away what the desk has said, so that a picture shows what is below it. */
  hush(): Promise<void>;
  /** Ends the app, then the display. */
  close(): Promise<void>;
}

/** @throws if there is no display, or the app does not start */
export async function openPlanningDesk(): Promise<PlanningDesk> {
  const xvfb = await startXvfb();
  const app = await launchApp({ env: { DISPLAY: xvfb.display } });
  const operator = await app.page('operator');
  return {
    app,
    operator,
    id: (name) => operator.locator(`[data-testid="${name}"]`),
    state: () => operator.evaluate(async () => (await (window as unknown as { hall: HallApi }).hall.hello()).state),
    ask: (c) => operator.evaluate((c) => (window as unknown as { hall: HallApi }).hall.command(c as never), c),
    drop: (name, bytes) =>
      operator.evaluate(
        ({ name, data }) => {
          const raw = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
          const transfer = new DataTransfer();
          transfer.items.add(new File([raw], name));
          for (const type of ['dragenter', 'dragover', 'drop'])
            document.body.dispatchEvent(
              new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
            );
        },
        { name, data: Buffer.from(bytes).toString('base64') },
      ),
    drag: async (from, to) => {
      const [a, b] = [await from.boundingBox(), await to.boundingBox()];
      if (a === null || b === null) throw new Error('what is to be dragged is not on the page');
      const { mouse } = operator;
      await mouse.move(a.x + a.width / 2, a.y + a.height / 2);
      await mouse.down();
      // a drag begins only once the mouse has moved a little
      await mouse.move(a.x + a.width / 2, a.y - 4, { steps: 4 });
      await mouse.move(b.x + b.width / 2, b.y + 5, { steps: 6 });
      await mouse.up();
    },
    hush: async () => {
      const last = operator.locator('[data-testid="toast"] button').last();
      while ((await last.count()) > 0) await last.click();
    },
    close: async () => {
      await app.close();
      await xvfb.stop();
    },
  };
}
