import type { HallApi, PainterApi } from '../../shared/contract/hall-api';
import type { PlanApi } from '../../shared/contract/plan-api';

declare global {
  interface Window {
    /** Put there by electron/preload.ts; absent on a page served over loopback to OBS. */
    readonly hall?: HallApi;
    /** Reading plan documents; only on the operator's page. */
    readonly plans?: PlanApi;
    /** Only on the hidden page that draws slides. */
    readonly painter?: PainterApi;
  }
}

/** The hall as this page can reach it. @throws Error when the page was opened outside the app. */
export function connectHall(): HallApi {
  if (window.hall === undefined) throw new Error('this page was opened outside the app');
  return window.hall;
}
