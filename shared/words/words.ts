/** Both languages of the desk. Slides and papers are Vietnamese whatever is chosen here. */
export type Language = 'vi' | 'en';

export type Values = Readonly<Record<string, string | number>>;

/** A sentence in both languages; `{name}` stands for a value. The compiler holds that neither is forgotten. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}
export type Words = Readonly<Record<string, Sentence>>;

/** The sentence with its values in place. A value that is missing shows as its name, so a gap is seen. */
export function say(sentence: Sentence, language: Language, values: Values = {}): string {
  return sentence[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The sentence of a code, or the code itself where an older page does not know it yet. */
export function sayCode(words: Words, code: string, language: Language, values: Values = {}): string {
  const sentence = words[code];
  return sentence === undefined ? code : say(sentence, language, values);
}
