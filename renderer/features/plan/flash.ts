import type { Passage } from '../../../shared/plan/document';
import type { Owner } from './marks';
import type { Field } from './remedies';

const FLASH_MS = 1_600;

/**
 * Brings what carries one of these words in `attribute` (a list of words) into view within `root`, and lets all of it
 * light up.
 * @returns whether there was any.
 */
export function flash(
  root: HTMLElement | null,
  attribute: 'data-owners' | 'data-place' | 'data-finding',
  wanted: readonly string[],
): boolean {
  const all = [...(root?.querySelectorAll<HTMLElement>(`[${attribute}]`) ?? [])];
  const meant = all.filter((e) => {
    const has = e.getAttribute(attribute) ?? '';
    return attribute === 'data-finding' ? wanted.includes(has) : has.split(' ').some((word) => wanted.includes(word));
  });
  bring(meant[0], meant.length > 1 ? 'start' : 'center');
  light(meant);
  return meant.length > 0;
}

/** The same for what is marked within a stretch of the document. */
export function flashPassage(root: HTMLElement | null, { from, to }: Passage): void {
  const meant = [...(root?.querySelectorAll<HTMLElement>('mark[data-from]') ?? [])].filter((mark) => {
    const at = Number(mark.dataset.from);
    return at >= from && at < to;
  });
  bring(meant[0], meant.length > 1 ? 'start' : 'center');
  light(meant);
}

/** Puts the focus into a field of this part of the draft; the first one where it has none of that name. */
export function focusIn(root: HTMLElement | null, place: Owner, field: Field | null): void {
  const part = [...(root?.querySelectorAll<HTMLElement>('[data-place]') ?? [])].find((e) => e.dataset.place === place);
  const named = field === null ? null : part?.querySelector<HTMLElement>(`.plan-field-${field} :is(input, textarea)`);
  const target = named ?? part?.querySelector<HTMLElement>('input, textarea');
  bring(part, 'center');
  target?.focus({ preventScroll: true });
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select();
}

/** Several things are shown from the first of them on, and one in the middle. */
function bring(e: HTMLElement | null | undefined, block: 'start' | 'center'): void {
  // what was never on the screen has only a guessed height; the second time it is known
  e?.scrollIntoView({ block });
  e?.scrollIntoView({ block });
}

function light(meant: readonly HTMLElement[]): void {
  for (const e of meant) {
    // set anew, so that a second press lights it up again
    delete e.dataset.flash;
    void e.offsetWidth;
    e.dataset.flash = 'on';
    setTimeout(() => delete e.dataset.flash, FLASH_MS);
  }
}
