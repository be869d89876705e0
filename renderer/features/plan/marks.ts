import type { CellPlace, Passage, PlanDocument, TablePlace } from '../../../shared/plan/document';
import type { DraftEvent, DraftPlace, Finding, FindingCode } from '../../../shared/plan/draft';

/** A part of the draft, or a finding, as one word: what a stretch of the document belongs to. */
export type Owner = string;

export const ownerOfFinding = (f: Finding): Owner => `finding:${f.id}`;
export function ownerOf(place: DraftPlace): Owner {
  switch (place.part) {
    case 'banner':
      return `banner:${place.line}`;
    case 'segment':
      return `segment:${place.id}`;
    case 'deadline':
      return `deadline:${place.id}`;
    default:
      return place.part;
  }
}

const OF_AGENDA: readonly FindingCode[] = ['agenda-twice', 'row-unread', 'no-agenda'];
/** Which part of the draft a finding is shown in. */
export const partOf = (f: Finding): Owner => (OF_AGENDA.includes(f.code) ? 'agenda' : ownerOf(f.place));

/** A stretch of the document with the same owners all along. */
export interface Run extends Passage {
  readonly owners: readonly Owner[];
  /** Counts the stretches that have an owner, from 0; null for the text between them. */
  readonly mark: number | null;
}

/** The whole text, cut wherever something that was taken begins or ends. Passages outside the text are left out. */
export function runsOf(doc: PlanDocument, draft: DraftEvent, findings: readonly Finding[]): readonly Run[] {
  const length = doc.text.length;
  const owned = ownedPassages(draft, findings)
    .map((p) => ({ ...p, from: Math.max(0, p.from), to: Math.min(length, p.to) }))
    .filter((p) => p.from < p.to);
  const cuts = [...new Set([0, length, ...owned.flatMap((p) => [p.from, p.to])])].sort((a, b) => a - b);
  const begins = [...owned].sort((a, b) => a.from - b.from);
  const runs: Run[] = [];
  let open: (Passage & { readonly owner: Owner })[] = [];
  let next = 0;
  let mark = 0;
  for (const [i, from] of cuts.entries()) {
    const to = cuts[i + 1];
    if (to === undefined) break;
    open = open.filter((p) => p.to > from);
    for (let p = begins[next]; p !== undefined && p.from <= from; p = begins[++next]) open.push(p);
    const owners = [...new Set(open.map((p) => p.owner))];
    runs.push({ from, to, owners, mark: owners.length === 0 ? null : mark++ });
  }
  return runs;
}

function ownedPassages(draft: DraftEvent, findings: readonly Finding[]): readonly (Passage & { owner: Owner })[] {
  const of = (owner: Owner, passages: readonly Passage[] = []): (Passage & { owner: Owner })[] =>
    passages.map((p) => ({ from: p.from, to: p.to, owner }));
  return [
    ...of('name', draft.name?.passages),
    ...of('organiser', draft.organiser?.passages),
    ...of('place', draft.place?.passages),
    ...of('ends-at', draft.endsAt?.passages),
    ...of('delegates', draft.expectedDelegates?.passages),
    ...draft.days.flatMap((d) => of('days', d.passages)),
    ...draft.impossibleDates.flatMap((d) => of('days', d.passages)),
    ...draft.banner.flatMap((l, i) => of(`banner:${i}`, l.passages)),
    ...draft.segments.flatMap((s) => of(`segment:${s.id}`, s.passages)),
    ...draft.deadlines.flatMap((d) => of(`deadline:${d.id}`, d.passages)),
    ...findings.flatMap((f) => of(ownerOfFinding(f), f.passages)),
  ];
}

/** What of the runs lies within a passage, cut to it. `runs` are in order, so the first is found by halves. */
export function runsWithin(runs: readonly Run[], { from, to }: Passage): readonly Run[] {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.to ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const inside: Run[] = [];
  for (let r = runs[low]; r !== undefined && r.from < to; r = runs[++low])
    inside.push({ ...r, from: Math.max(r.from, from), to: Math.min(r.to, to) });
  return inside;
}

/** What stands in the document, from top to bottom. */
export type Block =
  | (Passage & { readonly kind: 'line' })
  | { readonly kind: 'table'; readonly table: TablePlace }
  | { readonly kind: 'page'; readonly n: number };

/** Lines, tables and page breaks in their order. A line of TABs without a known table is a row of its own. */
export function blocksOf(doc: PlanDocument): readonly Block[] {
  const blocks: Block[] = [];
  const pages = [...doc.pages].sort((a, b) => a - b);
  const tables = [...doc.tables].sort((a, b) => a.from - b.from);
  let at = 0;
  let page = 0;
  const breaks = (before: number): void => {
    for (let p = pages[page]; p !== undefined && p <= before; p = pages[++page])
      blocks.push({ kind: 'page', n: page + 2 });
  };
  const lines = (to: number): void => {
    while (at < to) {
      const end = doc.text.indexOf('\n', at);
      const stop = end < 0 || end > to ? to : end;
      breaks(at);
      blocks.push({ kind: 'line', from: at, to: stop });
      at = stop + 1;
    }
  };
  for (const table of tables) {
    if (table.from < at) continue;
    lines(table.from);
    breaks(table.from);
    blocks.push({ kind: 'table', table });
    at = doc.text[table.to] === '\n' ? table.to + 1 : table.to;
  }
  lines(doc.text.length);
  breaks(doc.text.length);
  return blocks;
}

/** Cells of a line that has TABs, for a document without known tables. */
export function tabCells(text: string, line: Passage): readonly Passage[] {
  const cells: Passage[] = [];
  let from = line.from;
  for (let i = line.from; i <= line.to; i++) {
    if (i < line.to && text[i] !== '\t') continue;
    cells.push({ from, to: i });
    from = i + 1;
  }
  return cells;
}

export const spans = (c: CellPlace): { colSpan?: number; rowSpan?: number } => ({
  ...(c.columns > 1 ? { colSpan: c.columns } : {}),
  ...(c.rows > 1 ? { rowSpan: c.rows } : {}),
});
