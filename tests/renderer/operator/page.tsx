import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import samplePlan from '../../../assets/sample/event.json';
import sampleDelegates from '../../../assets/sample/roster.json';
import { startMirror } from '../../../renderer/store/hall-store';
import type { PageRole } from '../../../shared/contract/hall-api';
import type { EventPlan, SegmentId } from '../../../shared/domain/agenda/agenda';
import type { Delegate } from '../../../shared/domain/attendance/attendance';
import { FakeHall } from './fake-hall';

// React looks for this to know that renders are awaited
Object.assign(globalThis, {
  IS_REACT_ACT_ENVIRONMENT: true,
  requestIdleCallback: () => 0,
  cancelIdleCallback: () => 0,
});

export const SAMPLE = {
  plan: samplePlan as unknown as EventPlan,
  delegates: sampleDelegates as unknown as readonly Delegate[],
};
export const segmentId = (i: number): SegmentId => SAMPLE.plan.segments[i]?.id ?? ('' as SegmentId);
export const badge = (i: number): string => SAMPLE.delegates[i]?.badges[0] ?? '';

export interface Page {
  readonly hall: FakeHall;
  /** The one element with this test id. @throws Error when it is not there. */
  get(testid: string): HTMLElement;
  find(testid: string): HTMLElement | null;
  click(testid: string): Promise<void>;
  type(testid: string, text: string): Promise<void>;
  key(code: string, init?: KeyboardEventInit): Promise<void>;
  /** Lets something happen, then everything that follows from it. */
  after(what: () => unknown, ms?: number): Promise<void>;
  /** Waits for what comes when it is ready: a dialog that is still being read, the log. @throws Error after 8 s. */
  until(what: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** A page on a fake hall. @param prepare what has happened before the page is opened. */
export async function openPage(
  role: PageRole,
  page: ReactNode,
  prepare: (hall: FakeHall) => void = () => undefined,
): Promise<Page> {
  const hall = new FakeHall(role, SAMPLE);
  prepare(hall);
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.getElementById('root') as HTMLElement);
  const after = async (what: () => unknown, ms = 30): Promise<void> => {
    await act(async () => {
      await what();
      await new Promise((r) => setTimeout(r, ms));
    });
  };
  await after(() => startMirror(hall));
  await after(() => root.render(page));
  const find = (testid: string): HTMLElement | null => document.querySelector(`[data-testid="${testid}"]`);
  const get = (testid: string): HTMLElement => {
    const found = find(testid);
    if (found === null) throw new Error(`no ${testid} on the page`);
    return found;
  };
  return {
    hall,
    find,
    get,
    after,
    click: (testid) => after(() => get(testid).click()),
    type: (testid, text) =>
      after(() => {
        const field = get(testid) as HTMLInputElement;
        const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
        set?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    key: (code, init = {}) =>
      after(() => {
        const event = new KeyboardEvent('keydown', { key: code, code, bubbles: true, cancelable: true, ...init });
        (document.activeElement ?? document.body).dispatchEvent(event);
      }, 90),
    until: async (what) => {
      for (let i = 0; i < 160 && !what(); i++) await after(() => undefined, 50);
      if (!what()) throw new Error(`still not there: ${what}`);
    },
    close: () => after(() => root.unmount()),
  };
}
