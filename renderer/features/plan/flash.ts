const FLASH_MS = 1_600;

/**
 * Brings what carries this word in `attribute` (a list of words) into view within `root`, and lets it light up.
 * @returns whether there was any.
 */
export function flash(root: HTMLElement | null, attribute: 'data-owners' | 'data-place', word: string): boolean {
  const all = [...(root?.querySelectorAll<HTMLElement>(`[${attribute}]`) ?? [])];
  const meant = all.filter((e) => e.getAttribute(attribute)?.split(' ').includes(word) === true);
  meant[0]?.scrollIntoView({ block: 'center' });
  for (const e of meant) {
    // set anew, so that a second press lights it up again
    delete e.dataset.flash;
    void e.offsetWidth;
    e.dataset.flash = 'on';
    setTimeout(() => delete e.dataset.flash, FLASH_MS);
  }
  return meant.length > 0;
}
