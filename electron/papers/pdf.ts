import type { PaperDrawn, PaperModel } from '../../shared/contract/paper-api';
import { within } from '../time-limit';

/** How a page is printed. Sheets bring their own margins, so the printer adds none. */
export interface PrintOptions {
  readonly pageSize: 'A4';
  readonly preferCSSPageSize: boolean;
  readonly printBackground: boolean;
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
}

/** The hidden page that lays papers out. */
export interface PaperPage {
  /** Gives it the model; resolves with what the page made of it. Rejects when the page is gone. */
  send(model: PaperModel): Promise<PaperDrawn>;
  print(options: PrintOptions): Promise<Uint8Array>;
  close(): void;
}

/** How long opening, laying out and printing may take, each; a hall's machine may be old. */
export const STEP_LIMIT_MS = 20_000;

export class NotDrawnError extends Error {
  override readonly name = 'NotDrawnError';
}

/**
 * The paper as a PDF. The page is closed whatever happens.
 * @throws NotDrawnError when the page cannot lay it out or is lost; TimeLimitError when a step takes longer than `limitMs`
 */
export async function printPaper(
  openPaperPage: () => Promise<PaperPage>,
  model: PaperModel,
  limitMs: number = STEP_LIMIT_MS,
): Promise<Uint8Array> {
  const opening = openPaperPage();
  let page: PaperPage;
  try {
    page = await within(limitMs, opening);
  } catch (error) {
    // a page that comes up after all must not stay behind
    opening.then((late) => late.close()).catch(() => undefined);
    throw error;
  }
  try {
    const drawn = await within(limitMs, page.send(model));
    if (!drawn.ok) throw new NotDrawnError(drawn.reason);
    return await within(
      limitMs,
      page.print({
        pageSize: 'A4',
        preferCSSPageSize: true,
        printBackground: true,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
      }),
    );
  } finally {
    page.close();
  }
}
