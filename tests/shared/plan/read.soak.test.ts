import { expect, it } from 'vitest';
import type { Passage } from '../../../shared/plan/document';
import { readPlan } from '../../../shared/plan/read';
import { mutate, seeded, sources } from './mutants';

it('reads 10,000 broken documents without throwing, and every passage lies in the text', () => {
  const texts = sources();
  const random = seeded(97);
  for (let k = 0; k < 10_000; k++) {
    const doc = mutate(texts, random);
    const { draft, findings } = readPlan(doc, null);
    const passages: readonly Passage[] = [
      ...draft.segments.flatMap((s) => s.passages),
      ...draft.deadlines.flatMap((d) => d.passages),
      ...draft.banner.flatMap((b) => b.passages),
      ...findings.flatMap((f) => f.passages),
    ];
    const bad = passages.find((p) => !(p.from >= 0 && p.from <= p.to && p.to <= doc.text.length));
    if (bad !== undefined) expect.fail(`passage ${bad.from}-${bad.to} of ${doc.text.length} in document ${k}`);
  }
}, 120_000);
