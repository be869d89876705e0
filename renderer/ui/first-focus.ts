import { type RefObject, useEffect } from 'react';

/**
 * Gives the focus to what is marked `data-autofocus` in the box, else to the box itself (which needs a tabIndex): a
 * screen that is read late would leave it on the button that closes the dialog.
 */
export function useFirstFocus(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('[data-autofocus]') ?? box.current;
    first?.focus({ preventScroll: true });
  }, [box]);
}
