/** What stood in an element and when it had been painted, by the page's own clock in milliseconds. */
export interface Paint {
  readonly text: string;
  readonly at: number;
}

export type PaintsPage = Window & { paints: Paint[] };

/**
 * Runs inside a page: from now on every new text of the element is noted with the moment its frame was painted. That
 * is the first task after the frame that follows the change; or after the running frame, when the change was made in
 * a frame callback, because the picture of that frame has it already.
 */
export function watchPaints(selector: string): void {
  const page = window as unknown as PaintsPage;
  page.paints = [];
  let inFrame = false;
  const frame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    frame((startedAt) => {
      inFrame = true;
      try {
        callback(startedAt);
      } finally {
        // an observer of what the callback did is told before this
        queueMicrotask(() => {
          inFrame = false;
        });
      }
    });
  const read = (): string => document.querySelector(selector)?.textContent ?? '';
  let last = read();
  new MutationObserver(() => {
    const text = read();
    if (text === last) return;
    last = text;
    const note = (): void => {
      const after = new MessageChannel();
      after.port1.onmessage = () => {
        page.paints.push({ text, at: performance.now() });
        after.port1.close();
      };
      after.port2.postMessage(null);
    };
    if (inFrame) note();
    else frame(note);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
