import { describe, expect, it } from 'vitest';
import { blocksOf, runsOf, runsWithin, tabCells } from '../../../../renderer/features/plan/marks';
import { type PlanDocument, plainDocument } from '../../../../shared/plan/document';
import { readPlan } from '../../../../shared/plan/read';
import { PLAN_TEXT } from './fake-plans';

const doc = plainDocument(PLAN_TEXT);
const reading = readPlan(doc, null);
const runs = runsOf(doc, reading.draft, reading.findings);

describe('the marks of a document', () => {
  it('cover the whole text once, in order, and count what is used', () => {
    expect(runs.map((r) => doc.text.slice(r.from, r.to)).join('')).toBe(PLAN_TEXT);
    const marks = runs.filter((r) => r.mark !== null);
    expect(marks.map((r) => r.mark)).toEqual(marks.map((_, i) => i));
  });

  it('know every owner of a stretch, a finding among them', () => {
    const at = PLAN_TEXT.indexOf('Thảo luận');
    const owners = runs.find((r) => r.from <= at && at < r.to)?.owners ?? [];
    expect(owners.some((o) => o.startsWith('segment:'))).toBe(true);
    expect(owners.some((o) => o.startsWith('finding:'))).toBe(true);
  });

  it('leave out passages that lie outside the text', () => {
    const off = { ...reading.draft, place: { value: 'x', passages: [{ from: 5_000, to: 6_000 }] } };
    expect(runsOf(doc, off, []).some((r) => r.owners.includes('place'))).toBe(false);
  });

  it('are cut to the line they are asked for', () => {
    expect(runsWithin(runs, { from: 3, to: 9 }).map((r) => [r.from, r.to])).toEqual([[3, 9]]);
    expect(runsWithin([], { from: 0, to: 9 })).toEqual([]);
  });
});

describe('the blocks of a document', () => {
  it('give tables their place between the lines, and tell the pages', () => {
    const text = 'một\na\tb\nc\td\nhai\nba';
    const row = (from: number) => ({
      from,
      to: from + 3,
      header: false,
      cells: [
        { from, to: from + 1, column: 0, columns: 1, rows: 1 },
        { from: from + 2, to: from + 3, column: 1, columns: 1, rows: 1 },
      ],
    });
    const d: PlanDocument = { text, tables: [{ from: 4, to: 11, rows: [row(4), row(8)] }], pages: [16] };
    expect(blocksOf(d).map((b) => (b.kind === 'line' ? text.slice(b.from, b.to) : b.kind))).toEqual([
      'một',
      'table',
      'hai',
      'page',
      'ba',
    ]);
  });

  it('part a line by its tabs', () => {
    const text = '8h\tKhai mạc\t';
    expect(tabCells(text, { from: 0, to: text.length }).map((c) => text.slice(c.from, c.to))).toEqual([
      '8h',
      'Khai mạc',
      '',
    ]);
  });
});
