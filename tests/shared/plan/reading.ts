import { type PlanAnswer, toAnswer } from '../../../shared/plan/answer';
import { type Passage, plainDocument } from '../../../shared/plan/document';
import type { Finding, Reading } from '../../../shared/plan/draft';
import type { Grid } from '../../../shared/plan/grids';
import { type Line, linesOf, type Piece } from '../../../shared/plan/lines';
import { normalise } from '../../../shared/plan/normal';
import { readPlan } from '../../../shared/plan/read';
import type { IsoDay } from '../../../shared/time/time';

/** Stands in for a year that a document does not write. */
export const TODAY = '2026-01-01' as IsoDay;
/** The head of a programme of one day, for tests of what stands below it. */
export const HEAD = 'CHƯƠNG TRÌNH\nNgày 12/3/2026\n';

export const day = (text: string): IsoDay => text as IsoDay;
export const read = (text: string): Reading => readPlan(plainDocument(text), TODAY);
export const answer = (text: string): PlanAnswer => toAnswer(read(text));
export const codes = (text: string): readonly string[] => read(text).findings.map((f) => f.code);
export const finding = (text: string, code: Finding['code']): Finding | undefined =>
  read(text).findings.find((f) => f.code === code);

/** The words that passages lie on. */
export const wordsAt = (text: string, passages: readonly Passage[] | undefined): readonly string[] =>
  (passages ?? []).map((p) => text.slice(p.from, p.to));

/** The agenda that is read from a text, an item a string: `MM-DD|start|end|title|presenter|block`. */
export const rows = (text: string): readonly string[] =>
  answer(text).segments.map((s) =>
    [
      s.date?.slice(5) ?? '',
      s.start ?? '',
      s.end ?? '',
      s.title,
      s.presenter ?? '',
      s.block === undefined ? '' : `${s.block[0]}>${s.block[1] ?? ''}`,
    ].join('|'),
  );

/** The agenda below `HEAD`, without its day. */
export const itemsOf = (agenda: string): readonly string[] =>
  rows(HEAD + agenda).map((r) => r.replace(/^03-12\|/u, ''));

export const linesIn = (text: string): readonly Line[] => linesOf(normalise(text).text);
export const everyLine = (): boolean => true;
export const pieceOf = (text: string): Piece => ({ from: 0, to: text.length, text });

/** The rows of a grid, its cells parted by a stroke; a break in a cell shows as a slash. */
export const rowsOf = (grid: Grid | undefined): readonly string[] =>
  (grid?.rows ?? []).map((r) => r.cells.map((c) => c.text.replace(/\s*[\n\u2028]\s*/gu, ' / ')).join(' | '));

/** The lines of a document that a table of cases holds in one, so that the name of a test stays one line. */
export const parted = (text: string): string => text.replaceAll(' / ', '\n');
