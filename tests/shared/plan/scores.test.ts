import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toAnswer } from '../../../shared/plan/answer';
import { plainDocument } from '../../../shared/plan/document';
import { readPlan } from '../../../shared/plan/read';
import { type ExpectedPlan, FIELDS, type PlanScore, scorePlan } from '../../tooling/plan-score';

const FIXTURES = join(import.meta.dirname, '../../fixtures/plans');

interface Case {
  readonly slug: string;
  readonly source: string;
  readonly expected: ExpectedPlan;
}

interface Scored extends Case {
  readonly score: PlanScore;
}

function casesOf(set: 'given' | 'open' | 'held'): readonly Case[] {
  const folder = join(FIXTURES, set);
  return readdirSync(folder)
    .sort()
    .map((slug) => ({
      slug,
      source: readFileSync(join(folder, slug, 'source.txt'), 'utf8'),
      expected: JSON.parse(readFileSync(join(folder, slug, 'expected.json'), 'utf8')) as ExpectedPlan,
    }));
}

const readAll = (cases: readonly Case[]): readonly Scored[] =>
  cases.map((one) => ({
    ...one,
    score: scorePlan(one.expected, toAnswer(readPlan(plainDocument(one.source), null))),
  }));

const mean = (scored: readonly Scored[]): number =>
  scored.reduce((sum, { score }) => sum + score.total.f1, 0) / scored.length;

const mistakes = (score: PlanScore): string =>
  FIELDS.flatMap((field) => score.fields[field].log.map((line) => `    ${field}: ${line}`)).join('\n');

/** The mean and the five worst. Of documents held back only figures are told, so that nobody writes against them. */
function report(set: string, scored: readonly Scored[], told: boolean): string {
  const worst = [...scored].sort((a, b) => a.score.total.f1 - b.score.total.f1).slice(0, 5);
  const lines = worst.map(({ slug, score }, at) => {
    const figure = score.total.f1.toFixed(3);
    return told ? `  ${figure} ${slug}\n${mistakes(score)}` : `  ${figure} (${at + 1}. worst)`;
  });
  return `${set}: mean F1 ${mean(scored).toFixed(4)} of ${scored.length}\n${lines.join('\n')}`;
}

describe('the answers themselves', () => {
  test.each(['given', 'open', 'held'] as const)('are a full score of themselves: %s', (set) => {
    for (const { slug, expected } of casesOf(set)) expect(scorePlan(expected, expected).total.f1, slug).toBe(1);
  });

  test('there are enough of them, and enough held back', () => {
    expect(casesOf('given')).toHaveLength(4);
    expect(casesOf('open').length).toBeGreaterThanOrEqual(250);
    expect(casesOf('held').length).toBeGreaterThanOrEqual(20);
  });
});

/** What is asked of the reader. */
const OPEN_BAR = 0.98;
const HELD_BAR = 0.95;

describe('reading plans', () => {
  test.each(casesOf('given'))('takes everything that is in $slug, and nothing else', (one) => {
    for (const { score } of readAll([one])) {
      expect(mistakes(score)).toBe('');
      expect(score.total.f1).toBe(1);
    }
  });

  test('reads the open documents', () => {
    const scored = readAll(casesOf('open'));
    console.info(report('open', scored, true));
    expect(mean(scored)).toBeGreaterThanOrEqual(OPEN_BAR);
  });

  test('reads documents it was not written against', () => {
    const scored = readAll(casesOf('held'));
    console.info(report('held', scored, process.env.PLAN_HELD_TOLD === '1'));
    expect(mean(scored)).toBeGreaterThanOrEqual(HELD_BAR);
  });
});
