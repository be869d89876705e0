import type { Passage } from '../../shared/plan/document';
import type { Finding, Reading } from '../../shared/plan/draft';
import type { ReadDocument } from './read-document';
import { isSyllable } from './syllables';

/** Conversions that change letters, so that a letter may have come out wrong. */
const CHANGES_LETTERS = new Set(['TCVN3', 'VNI', 'Windows-1258', 'UTF-8']);

/** More places than this are not gone through one by one. */
const MAX_PLACES = 20;

/** The reading with what only the way from the file to the text can tell: old encodings, and a document that was cut. */
export function withIntakeFindings(reading: Reading, { document, conversion, cut }: ReadDocument): Reading {
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
  return found.length === 0 ? reading : { ...reading, findings: [...found, ...reading.findings] };
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
