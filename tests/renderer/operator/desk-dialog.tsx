import { afterEach, beforeEach } from 'vitest';
import { App } from '../../../renderer/operator/App';
import { closeDialog, type DialogId, dropToast, openDialog, ui } from '../../../renderer/store/ui-store';
import type { FakeHall } from './fake-hall';
import { openPage, type Page, SAMPLE } from './page';

/** The sample event is open and lies in the library. */
export const sampleOpen = (hall: FakeHall): void => {
  hall.tell({ type: 'library.kept', ...SAMPLE });
  hall.tell({ type: 'event.opened', ...SAMPLE, mode: 'planned' });
};

/**
 * For tests of one dialog of the desk: opens the operator's page with it, and puts everything away behind each test.
 * @param shows the test id by which the dialog is known to be there.
 */
export function deskDialog(dialog: DialogId, shows: string): (prepare?: (hall: FakeHall) => void) => Promise<Page> {
  let page: Page | null = null;
  beforeEach(() => {
    Object.defineProperty(document, 'fonts', { value: { load: () => Promise.resolve([]) }, configurable: true });
  });
  afterEach(async () => {
    await page?.close();
    page = null;
    closeDialog();
    for (const t of ui().toasts) dropToast(t.id);
  });
  return async (prepare = sampleOpen) => {
    const p = await openPage('operator', <App />, prepare);
    page = p;
    await p.after(() => openDialog(dialog));
    await p.until(() => p.find(shows) !== null);
    // the dialog takes the focus a timer later; what a test focuses before that would lose it again
    await p.after(() => undefined);
    return p;
  };
}

/** Types into a field and leaves it. */
export async function write(p: Page, testid: string, text: string): Promise<void> {
  await p.after(() => p.get(testid).focus());
  await p.type(testid, text);
  await p.after(() => p.get(testid).blur());
}
