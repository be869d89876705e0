import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { exportEvent, importEvent } from '../../electron/event-file';
import { loadSample } from '../../electron/sample';
import { EMPTY_HALL, evolve } from '../../shared/domain/hall';
import { instant } from '../../shared/time/time';
import { REFUSALS } from '../../shared/words/refusals';
import { makeTemp } from '../tooling/temp';

const ASSETS = path.resolve(import.meta.dirname, '../../assets');

it('gives another endpoint the same event with the same roster, and overwrites nothing', async () => {
  const { plan, delegates } = await loadSample(ASSETS);
  const state = evolve(EMPTY_HALL, { seq: 1, at: instant(0), event: { type: 'library.kept', plan, delegates } });
  const folder = makeTemp('export');
  const [first, second] = [await exportEvent(state, plan.id, folder), await exportEvent(state, plan.id, folder)];
  if (!first.ok || !second.ok) throw new Error('not exported');
  expect(second.path).not.toBe(first.path);
  expect(importEvent(fs.readFileSync(first.path ?? '', 'utf8'), () => undefined)).toEqual({
    type: 'library.keep',
    plan,
    delegates,
    open: false,
  });
});

it('refuses an event that is not there', async () => {
  expect(await exportEvent(EMPTY_HALL, 'x', makeTemp('export'))).toMatchObject({ ok: false, code: 'no-such-event' });
});

const HEAD = { format: 'diem-cau-event', version: 1 };
it.each([
  ['what is no JSON', 'xin chào', 'not-an-event-file', 'JSON'],
  ['JSON of another program', '{"a":1}', 'not-an-event-file', 'format'],
  ['a list', '[1]', 'not-an-event-file', 'object'],
  ['half an event file', JSON.stringify(HEAD).slice(0, -3), 'event-file-damaged', 'JSON'],
  [
    'a day that does not exist',
    JSON.stringify({ ...HEAD, plan: { days: ['2026-02-30'] } }),
    'event-file-damaged',
    'plan',
  ],
  ['a file of a newer version', JSON.stringify({ ...HEAD, version: 2, plan: {} }), 'event-file-newer', '2'],
])('refuses %s in plain words, and tells the log where the fault is', (_what, text, code, where) => {
  const log: string[] = [];
  expect(importEvent(text, (line) => log.push(line))).toEqual({ ok: false, code, params: {} });
  expect(Object.keys(REFUSALS)).toContain(code);
  expect(log.join()).toContain(where);
});
