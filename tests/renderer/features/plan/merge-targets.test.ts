import { expect, it } from 'vitest';
import { mergeTargets } from '../../../../renderer/features/plan/merge-targets';
import type { EventPlan } from '../../../../shared/domain/agenda/agenda';
import type { LibraryEntry, LibraryState } from '../../../../shared/domain/library/library';
import { type IsoDay, instant } from '../../../../shared/time/time';
import { PLAN } from '../../a-hall';

const event = (id: string, day: string): EventPlan => ({ ...PLAN, id, days: [day as IsoDay] });
const library = (...entries: (Partial<LibraryEntry> & { readonly plan: EventPlan })[]): LibraryState =>
  Object.fromEntries(
    entries.map((e, i) => [e.plan.id, { delegates: [], archived: false, deleted: false, changedAt: instant(i), ...e }]),
  );
const DAY = '2026-03-14' as IsoDay;
const told = (open: EventPlan | null, of: LibraryState): readonly string[] =>
  mergeTargets(open, of, [DAY]).map((t) => `${t.why} ${t.plan.id}`);

it('has the open event first, then those of the day of the plan, then the others, latest first', () => {
  const open = event('open', '2026-01-01');
  const all = library(
    { plan: event('old', '2025-12-01') },
    { plan: open },
    { plan: event('same', DAY) },
    { plan: event('late', '2026-05-01') },
    { plan: event('same-later-changed', DAY), archived: true },
  );
  expect(told(open, all)).toEqual([
    'open open',
    'same-day same-later-changed',
    'same-day same',
    'other late',
    'other old',
  ]);
});

it('leaves out deleted events, and takes the open one as the hall has it, in the library or not', () => {
  const open = { ...event('open', DAY), name: 'Mới sửa' };
  expect(told(null, library({ plan: event('gone', DAY), deleted: true }))).toEqual([]);
  expect(mergeTargets(open, {}, [DAY])).toEqual([{ plan: open, why: 'open' }]);
  expect(mergeTargets(open, library({ plan: event('open', DAY) }), [DAY])[0]?.plan.name).toBe('Mới sửa');
});
