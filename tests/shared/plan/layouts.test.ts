import { describe, expect, test } from 'vitest';
import { toAnswer } from '../../../shared/plan/answer';
import { plainDocument } from '../../../shared/plan/document';
import { readPlan } from '../../../shared/plan/read';
import { FIELDS, scorePlan } from '../../tooling/plan-score';
import { LAYOUTS, laidOut } from './layouts';

/** Glued columns and wrapped blanks leave doubts that no reader can settle; the rest is read nearly in full. */
const BAR = 0.96;

describe('a programme', () => {
  test.each(Object.keys(LAYOUTS))('is read the same in the layout: %s', (name) => {
    const layout = LAYOUTS[name];
    if (layout === undefined) throw new Error(name);
    const scored = laidOut(layout, 40, 7).map(({ text, expected }) => ({
      text,
      score: scorePlan(expected, toAnswer(readPlan(plainDocument(text), null))),
    }));
    const mean = scored.reduce((sum, s) => sum + s.score.total.f1, 0) / scored.length;
    const worst = scored.reduce((a, b) => (b.score.total.f1 < a.score.total.f1 ? b : a));
    const told = FIELDS.flatMap((f) => worst.score.fields[f].log.map((l) => `${f}: ${l}`));
    expect(mean, `the worst:\n${worst.text}\n${told.join('\n')}`).toBeGreaterThanOrEqual(BAR);
  });
});
