import type { Passage } from '../../shared/plan/document';
import type { DraftPlace, Finding, Reading } from '../../shared/plan/draft';
import type { ReadDocument } from './read-document';
import { isSyllable } from './syllables';

/** Conversions that change letters, so that a letter may have come out wrong. */
const CHANGES_LETTERS = new Set(['TCVN3', 'VNI', 'Windows-1258', 'UTF-8']);

/** More places than this are not gone through one by one. */
const MAX_PLACES = 20;

/**
 * The reading with what only the way from the file to the text can tell: old encodings, a document that was cut, and
 * words that are struck through in it.
 */
export function withIntakeFindings(reading: Reading, { document, conversion, cut, struck }: ReadDocument): Reading {
  const found: Finding[] = [];
  const place = { part: 'document' } as const;
  if (conversion !== null && CHANGES_LETTERS.has(conversion.from))
    found.push({
      id: 'intake-encoding',
      code: 'encoding-converted',
      level: 'note',
      params: { from: conversion.from },
      passages: oddWords(document.text),
      place,
      choices: [],
    });
  if (cut)
    found.push({
      id: 'intake-cut',
      code: 'text-cut',
      level: 'doubt',
      params: {},
      passages: [lastLine(document.text)],
      place,
      choices: [],
    });
  found.push(...struckFindings(reading, document.text, struck));
  return found.length === 0 ? reading : { ...reading, findings: [...found, ...reading.findings] };
}

/** Of a long stretch the beginning says which it is. */
const LONGEST_QUOTE = 80;

/** What was read although it is struck through: one doubt for each part of the draft it went into, a note for the rest. */
function struckFindings({ draft }: Reading, text: string, struck: readonly Passage[]): readonly Finding[] {
  const facts = (['name', 'place', 'expectedDelegates'] as const).flatMap((part) => {
    const place = { part: part === 'expectedDelegates' ? 'delegates' : part } as const;
    return draft[part] === null ? [] : [{ place, passages: draft[part].passages }];
  });
  const parts: readonly { readonly place: DraftPlace; readonly passages: readonly Passage[] }[] = [
    ...facts,
    { place: { part: 'days' }, passages: draft.days.flatMap((d) => d.passages) },
    ...draft.banner.map(({ passages }, line) => ({ place: { part: 'banner', line } as const, passages })),
    ...draft.segments.map(({ id, passages }) => ({ place: { part: 'segment', id } as const, passages })),
    ...draft.deadlines.map(({ id, passages }) => ({ place: { part: 'deadline', id } as const, passages })),
  ];
  const found = new Map<DraftPlace | null, Passage[]>();
  for (const at of struck) {
    const part = parts.find(({ passages }) => passages.some((p) => p.from < at.to && p.to > at.from));
    const place = part?.place ?? null;
    found.set(place, [...(found.get(place) ?? []), at]);
  }
  return [...found].map(([place, passages], i): Finding => {
    const [first] = passages;
    const words = first === undefined ? '' : text.slice(first.from, first.to).replace(/\s+/gu, ' ');
    return {
      id: `intake-struck-${i + 1}`,
      code: 'struck-through',
      level: place === null ? 'note' : 'doubt',
      params: { written: words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words },
      passages: passages.slice(0, MAX_PLACES),
      place: place ?? { part: 'document' },
      choices: [],
    };
  });
}

/** Words with marks that cannot be Vietnamese: where a letter was lost or wrongly converted, it is in one of these. */
function oddWords(text: string): readonly Passage[] {
  const found: Passage[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\ufffd]+/gu)) {
    if (!/[^\p{ASCII}]/u.test(word) || isSyllable(word)) continue;
    found.push({ from: index, to: index + word.length });
    if (found.length === MAX_PLACES) break;
  }
  return found;
}

function lastLine(text: string): Passage {
  const to = text.trimEnd().length;
  return { from: text.lastIndexOf('\n', to - 1) + 1, to };
}
