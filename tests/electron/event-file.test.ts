import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { exportEvent, importEvent } from '../../electron/event-file';
import { loadSample } from '../../electron/sample';
import { EMPTY_HALL, evolve } from '../../shared/domain/hall';
import { instant } from '../../shared/time/time';
import { makeTemp } from '../tooling/temp';

const ASSETS = path.resolve(import.meta.dirname, '../../assets');

it('gives another endpoint the same event with the same roster, and overwrites nothing', async () => {
  const { plan, delegates } = await loadSample(ASSETS);
  const state = evolve(EMPTY_HALL, { seq: 1, at: instant(0), event: { type: 'library.kept', plan, delegates } });
  const folder = makeTemp('export');
  const [first, second] = [await exportEvent(state, plan.id, folder), await exportEvent(state, plan.id, folder)];
  if (!first.ok || !second.ok) throw new Error('not exported');
  expect(second.path).not.toBe(first.path);
  expect(importEvent(fs.readFileSync(first.path ?? '', 'utf8'))).toEqual({
    type: 'library.keep',
    plan,
    delegates,
    open: false,
  });
});

it('refuses an event that is not there', async () => {
  expect(await exportEvent(EMPTY_HALL, 'x', makeTemp('export'))).toMatchObject({ ok: false, code: 'no-such-event' });
});

it.each([
  ['no JSON', 'xin chào', 'JSON'],
  ['another file', '{"a":1}', 'format'],
  ['a day that does not exist', null, 'days'],
])('refuses %s, and says where the fault is', async (_what, text, where) => {
  const { plan, delegates } = await loadSample(ASSETS);
  const broken = { format: 'diem-cau-event', version: 1, plan: { ...plan, days: ['2026-02-30'] }, delegates };
  const answer = importEvent(text ?? JSON.stringify(broken));
  expect(answer).toMatchObject({ ok: false, code: 'not-an-event-file' });
  expect(JSON.stringify(answer)).toContain(where);
});
