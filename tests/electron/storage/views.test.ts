import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HallEvent, Recorded } from '../../../shared/contract/events';
import type { EventPlan, SegmentId } from '../../../shared/domain/agenda/agenda';
import { duration, instant } from '../../../shared/time/time';
import { inProcess, MORNING, readWithPython, scanEvent, tempFolder } from './set-up';

const PLAN: EventPlan = {
  id: 'hn',
  name: 'Hội nghị',
  organiser: 'Văn phòng',
  place: 'Hội trường lớn',
  days: [],
  endsAt: null,
  banner: [],
  segments: [
    {
      id: 'm1' as SegmentId,
      day: '2026-02-07' as never,
      session: 'morning',
      start: null,
      end: null,
      block: null,
      title: 'Khai mạc',
      presenter: null,
      kind: 'opening',
      origin: 'central',
      confidential: false,
    },
  ],
  deadlines: [],
};

const journalOf = async (...list: readonly HallEvent[]): Promise<string> => {
  const folder = tempFolder();
  const journal = inProcess(folder);
  await journal.append(
    list.map((event, i): Recorded => ({ seq: i + 1, at: instant(MORNING + 1000 * (i + 1)), event })),
  );
  await journal.close();
  return path.join(folder, 'journal.db');
};

const python = readWithPython(await journalOf(), 'SELECT 1') !== null;
if (!python) console.warn('the views are not read by a foreign SQLite: there is no python3 here');

describe.skipIf(!python)('for a reader that is not the app', () => {
  it('every scan stands in the view scan, with its time on the wall clock in Vietnam', async () => {
    const file = await journalOf(
      { type: 'app.started', version: '1', wallOffset: duration(0) },
      scanEvent(1),
      { type: 'clock.stepped', byMs: duration(3_600_000), wallOffset: duration(3_600_000) },
      { ...scanEvent(2), verdict: 'unknown', delegateId: null, door: 'Cửa phụ' } as HallEvent,
    );
    expect(readWithPython(file, 'SELECT seq, time, door, source, text, raw, verdict, delegateId FROM scan')).toEqual([
      [2, '2026-02-07 07:30:00.251', 'Cửa chính', 'serial', 'HP2026-1', '485032303236', 'new', 'đb-1'],
      [4, '2026-02-07 08:30:00.252', 'Cửa phụ', 'serial', 'HP2026-2', '485032303236', 'unknown', null],
    ]);
  });

  it('the run of the day stands in the view as_run, with the titles of the plan', async () => {
    const m1 = 'm1' as SegmentId;
    const file = await journalOf(
      { type: 'event.opened', plan: PLAN, delegates: [], mode: 'planned' },
      { type: 'timer.started', segmentId: m1, allowanceMs: duration(300_000) },
      scanEvent(9),
      { type: 'timer.added', ms: duration(60_000) },
      { type: 'timer.stopped' },
    );
    expect(readWithPython(file, 'SELECT seq, time, type, segmentId, title, allowanceMs, ms FROM as_run')).toEqual([
      [2, '2026-02-07 07:30:02.250', 'timer.started', 'm1', 'Khai mạc', 300_000, null],
      [4, '2026-02-07 07:30:04.250', 'timer.added', null, null, null, 60_000],
      [5, '2026-02-07 07:30:05.250', 'timer.stopped', null, null, null, null],
    ]);
  });

  it('the file is whole, and all of it is in one file once the app is closed', async () => {
    const file = await journalOf(scanEvent(1), scanEvent(2));
    // alone, without what may still lie beside it
    const alone = path.join(tempFolder(), 'alone.db');
    fs.copyFileSync(file, alone);
    expect(readWithPython(alone, 'PRAGMA integrity_check')).toEqual([['ok']]);
    expect(readWithPython(alone, 'SELECT count(*) FROM scan')).toEqual([[2]]);
  });
});
