import type { Delegate } from './attendance';

/**
 * A text as people type it: no marks, no case, single blanks. `Đ` and the look-alike `Ð` (U+00D0) both become `d`,
 * because lists typed on old machines have either.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a search looks at, worked out once per roster. */
export interface SearchEntry {
  readonly delegate: Delegate;
  readonly words: readonly string[];
  readonly initials: string;
  /** Unit and badge are looked at only after the name, so that names come first. */
  readonly other: readonly string[];
}

export function searchIndex(delegates: readonly Delegate[]): readonly SearchEntry[] {
  return delegates.map((delegate) => {
    const words = fold(delegate.name).split(' ');
    return {
      delegate,
      words,
      initials: words.map((w) => w.charAt(0)).join(''),
      other: [...fold(delegate.unit).split(' '), ...delegate.badges.map((b) => fold(b).replaceAll(' ', ''))],
    };
  });
}

/**
 * Delegates whose name has every typed word as the beginning of one of its own, in any order, or whose initials begin
 * with a single typed word; then those found with the help of their unit or badge. Each group keeps the roster's order.
 * An empty search finds nobody.
 */
export function searchDelegates(index: readonly SearchEntry[], typed: string): readonly Delegate[] {
  const asked = fold(typed)
    .split(' ')
    .filter((w) => w !== '');
  if (asked.length === 0) return [];
  const byName: Delegate[] = [];
  const byInitials: Delegate[] = [];
  const byOther: Delegate[] = [];
  for (const entry of index) {
    if (eachBegins(asked, entry.words)) byName.push(entry.delegate);
    else if (asked.length === 1 && asked[0] !== undefined && asked[0].length > 1 && entry.initials.startsWith(asked[0]))
      byInitials.push(entry.delegate);
    else if (eachBegins(asked, [...entry.words, ...entry.other])) byOther.push(entry.delegate);
  }
  return [...byName, ...byInitials, ...byOther];
}

/** Each asked word takes a word of its own: `an an` wants two of them. */
function eachBegins(asked: readonly string[], words: readonly string[]): boolean {
  const free = [...words];
  // the longest first, so that `a` doesn't take the word that only `anh` could have had
  return [...asked]
    .sort((a, b) => b.length - a.length)
    .every((a) => {
      const at = free.findIndex((w) => w.startsWith(a));
      if (at < 0) return false;
      free.splice(at, 1);
      return true;
    });
}
