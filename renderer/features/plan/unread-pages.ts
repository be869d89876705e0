import type { PlanNotice } from '../../../shared/contract/plan-api';
import type { Owner } from './marks';

/** No document has more. */
const MOST_PAGES = 2000;

/** The numbers of the pages that the notices name as not read (`2, 4–6`), in order. */
export function unreadPages(notices: readonly PlanNotice[]): readonly number[] {
  return notices.flatMap(({ params }) =>
    [...String(params.pages ?? '').matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, first, last]) => {
      const from = Number(first);
      const count = Math.min(MOST_PAGES, Number(last ?? first) - from + 1);
      return Array.from({ length: Math.max(0, count) }, (_, i) => from + i);
    }),
  );
}

/** The beginning of a page in the document, as a place that can be shown. */
export const ownerOfPage = (n: number): Owner => `page:${n}`;
