import { describe, expect, it } from 'vitest';
import { toAnswer } from '../../../shared/plan/answer';
import { plainDocument } from '../../../shared/plan/document';
import type { Found, Reading } from '../../../shared/plan/draft';
import { readPlan } from '../../../shared/plan/read';
import { sources } from './mutants';
import { wordsAt } from './reading';

const readOf = (text: string): Reading => readPlan(plainDocument(text), null);

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** What was taken from a document and has words that its passages do not lie on. */
function besideItsWords({ draft }: Reading, text: string): readonly string[] {
  const beside = ({ value, passages }: Found<string>): readonly string[] => {
    const there = new Set(
      wordsOf(
        wordsAt(text, passages)
          .join(' ')
          .replace(/<[^>]*>|[*_]/gu, ' '),
      ),
    );
    return wordsOf(value).every((w) => there.has(w)) ? [] : [value];
  };
  const facts = [draft.name, draft.organiser, draft.place].flatMap((f) => (f === null ? [] : beside(f)));
  const items = draft.segments.flatMap((s) =>
    beside({ value: `${s.title} ${s.presenter ?? ''}`, passages: s.passages }),
  );
  return [...facts, ...items];
}

/** The same document as another machine writes it: letters apart, blanks that do not break, other ends of lines. */
const elsewhere = (text: string): string => text.normalize('NFD').replaceAll(' ', '\u00a0').replaceAll('\n', '\r\n');

describe('what is taken from a document', () => {
  it('lies on its words', () => {
    expect(sources().length).toBeGreaterThan(20);
    expect(sources().flatMap((text) => besideItsWords(readOf(text), text))).toEqual([]);
  });

  it('is the same, and lies on its words, however the text was written down', () => {
    for (const text of sources()) {
      const other = elsewhere(text);
      const read = readOf(other);
      expect(toAnswer(read)).toEqual(toAnswer(readOf(text)));
      expect(besideItsWords(read, other)).toEqual([]);
    }
  });
});
