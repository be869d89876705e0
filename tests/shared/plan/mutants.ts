import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Passage, type PlanDocument, plainDocument } from '../../../shared/plan/document';
import { readPlan } from '../../../shared/plan/read';

const GIVEN = resolve(import.meta.dirname, '../../fixtures/plans/given');
const OPEN = resolve(import.meta.dirname, '../../fixtures/plans/open');

/** Source texts to mutate. */
export const sources = (): readonly string[] =>
  [GIVEN, OPEN].flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((slug) => readFileSync(join(folder, slug, 'source.txt'), 'utf8')),
  );

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const NOISE = [
  '\t',
  '\n',
  '\u2028',
  '|',
  '7h30',
  ' - ',
  'ngày ',
  '30/02/2026',
  '“',
  '"',
  '(',
  ')',
  '*',
  '_',
  '<br>',
  '\u0301',
  '\ud800',
  '\u0000',
  '…',
  'Ma két:',
  'THỜI GIAN',
  'NỘI DUNG',
  '1.',
  '; ',
  '9'.repeat(40),
  '😀',
];

/** A document cut, shuffled, filled with noise, or torn into tables whose places need not be right. */
export function mutate(texts: readonly string[], random: () => number): PlanDocument {
  const pick = <T>(all: readonly T[], other: T): T => all[Math.floor(random() * all.length)] ?? other;
  let text = pick(texts, '');
  const turns = 1 + Math.floor(random() * 6);
  for (let k = 0; k < turns; k++) {
    const at = Math.floor(random() * text.length);
    const to = Math.min(text.length, at + Math.floor(random() * 400));
    switch (Math.floor(random() * 8)) {
      case 0:
        text = text.slice(0, at) + text.slice(to);
        break;
      case 1:
        text = text.slice(0, at) + pick(NOISE, ' ').repeat(1 + Math.floor(random() * 30)) + text.slice(at);
        break;
      case 2:
        text = text
          .split('\n')
          .sort(() => random() - 0.5)
          .join('\n');
        break;
      case 3:
        text = text.slice(0, to) + text.slice(at);
        break;
      case 4:
        text = text.replaceAll('\n', pick(['\t', ' ', '\u2028', '\n\n'], ' '));
        break;
      case 5:
        text = text.normalize('NFD');
        break;
      case 6:
        text = `${text.slice(0, at)}${Array.from({ length: 60 }, () => String.fromCharCode(Math.floor(random() * 65_536))).join('')}${text.slice(at)}`;
        break;
      default:
        text = text.slice(0, at) + pick(texts, '').slice(0, to);
    }
  }
  if (random() < 0.7) return plainDocument(text);
  const edge = (): number => Math.floor((random() * 1.1 - 0.05) * text.length);
  const rows = Array.from({ length: Math.floor(random() * 6) }, () => ({
    from: edge(),
    to: edge(),
    header: random() < 0.2,
    cells: Array.from({ length: Math.floor(random() * 5) }, (_, column) => ({
      from: edge(),
      to: edge(),
      column: random() < 0.05 ? 100_000 : column,
      columns: Math.floor(random() * 3),
      rows: Math.floor(random() * 4),
    })),
  }));
  return { text, tables: [{ from: edge(), to: edge(), rows }], pages: [edge()] };
}

/** Reads `count` broken documents, the same ones for the same seed; tells of every passage that lies outside its text. */
export function readBroken(count: number, seed: number): readonly string[] {
  const texts = sources();
  const random = seeded(seed);
  const outside: string[] = [];
  for (let k = 0; k < count; k++) {
    const doc = mutate(texts, random);
    const { draft, findings } = readPlan(doc, null);
    const passages: readonly Passage[] = [
      ...draft.segments.flatMap((s) => s.passages),
      ...draft.deadlines.flatMap((d) => d.passages),
      ...draft.banner.flatMap((b) => b.passages),
      ...findings.flatMap((f) => f.passages),
    ];
    for (const p of passages)
      if (!(p.from >= 0 && p.from <= p.to && p.to <= doc.text.length))
        outside.push(`passage ${p.from}-${p.to} of ${doc.text.length} in document ${k}`);
  }
  return outside;
}
