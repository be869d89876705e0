import { afterEach, beforeEach } from 'vitest';
import { forget } from '../../../../renderer/features/plan/session';
import { deskDialog } from '../../operator/desk-dialog';
import type { FakeHall } from '../../operator/fake-hall';
import { type Page, SAMPLE } from '../../operator/page';
import { FakePlans } from './fake-plans';

/** For tests of the planning screens: the sample event is open, and the reader is a fake one, new for each test. */
export function planDesk(): { readonly start: () => Promise<Page>; readonly plans: () => FakePlans } {
  let plans = new FakePlans();
  const opened = (hall: FakeHall): void => hall.tell({ type: 'event.opened', ...SAMPLE, mode: 'planned' });
  // the document outlives its dialog; hooks run last in, first out: the page is closed by then
  afterEach(forget);
  const open = deskDialog('plan', 'plan-file');
  beforeEach(() => {
    plans = new FakePlans();
    Object.defineProperty(window, 'plans', { value: plans, configurable: true });
  });
  return { start: () => open(opened), plans: () => plans };
}

export const paste = async (p: Page, text: string): Promise<void> => {
  await p.type('plan-paste', text);
  await p.click('plan-paste-read');
};

/** What the page asked for last. */
export const last = (p: Page) => p.hall.commands.at(-1);
