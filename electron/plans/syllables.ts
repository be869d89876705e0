const FIRST =
  '(?:ngh(?=[eêi])|ng(?![eêih])|gh(?=[eêi])|gi|g|kh|k(?=[eêiy])|ch|c(?![eêiyh])|th|tr|ph|nh|qu|[bdđhlmnrstvx])?';
/** Vowels a syllable can end with, */
const OPEN =
  '(?:[aeêioôơuưy]|ia|ya|ua|ưa|u[êơy]|uya|o[ae]|[aâ][uy]|ai|ao|eo|êu|[oôơuư]i|[iư]u|uôi|ươ[iu]|[iy]êu|oa[iyo]|oeo|uây|uyu)';
/** and those that one of the last consonants follows. */
const CLOSED = '(?:[aăâeêioôơuưy]|[iy]ê|uô|ươ|uyê|u[âêy]|o[aăeo])(?:ch|nh|ng|[ckmnpt])';
const SYLLABLE = new RegExp(`^${FIRST}(?:${OPEN}|${CLOSED})$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether a word can be Vietnamese: consonants, vowels and one tone at most, in the order they have. */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  if ((parts.match(TONES) ?? []).length > 1) return false;
  return SYLLABLE.test(parts.replace(TONES, '').normalize('NFC'));
}

/** How many words have letters beyond ASCII, and how many of them can be Vietnamese. Reads the first 200,000 units. */
export function syllables(text: string): { readonly marked: number; readonly vietnamese: number } {
  let marked = 0;
  let vietnamese = 0;
  // signs of old encodings belong to the word they stand in, so that a wrongly read word is not taken for two good ones
  for (const [word] of text.slice(0, 200_000).matchAll(/[\p{L}\p{M}\u00a1-\u00ff]+/gu)) {
    if (!/[^\p{ASCII}]/u.test(word)) continue;
    marked++;
    if (isSyllable(word)) vietnamese++;
  }
  return { marked, vietnamese };
}
