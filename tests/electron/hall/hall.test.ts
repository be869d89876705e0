import { describe, expect, it } from 'vitest';
import { type DiskStanding, Hall, type Told } from '../../../electron/hall/hall';
import type { PartCommand } from '../../../shared/contract/commands';
import type { DelegateId } from '../../../shared/domain/attendance/attendance';
import { EMPTY_HALL, evolveAll } from '../../../shared/domain/hall';
import { type Instant, instant } from '../../../shared/time/time';
import { MemoryJournal } from '../../fakes/memory-journal';

function setUp() {
  const journal = new MemoryJournal();
  const told: Told[] = [];
  const storage: DiskStanding[] = [];
  let now = 1_000_000;
  const hall = new Hall(
    {
      journal,
      now: (): Instant => instant(now++),
      told: (t) => told.push(t),
      storage: (s) => storage.push(s),
      log: () => undefined,
    },
    EMPTY_HALL,
  );
  return { journal, told, storage, hall };
}

const scan = (text: string): PartCommand => ({
  type: 'scan.take',
  door: 'Cửa A',
  source: 'serial',
  text,
  raw: '',
  receivedAt: instant(5),
  readable: true,
});

const until = async (ok: () => boolean): Promise<void> => {
  for (let i = 0; i < 500 && !ok(); i++) await new Promise((r) => setTimeout(r, 10));
  expect(ok()).toBe(true);
};

describe('a hall whose disk is well', () => {
  it('tells nobody before the event is on disk', async () => {
    const { journal, told, hall } = setUp();
    journal.slowMs = 30;
    const answer = hall.command({ type: 'message.show', text: 'Mời ngồi' });
    await new Promise((r) => setTimeout(r, 10));
    expect(told).toEqual([]);
    expect(await answer).toEqual({ ok: true, revision: 1, saved: true });
    expect(journal.rows).toHaveLength(1);
    expect(told).toHaveLength(1);
    expect(told[0]?.savedRevision).toBe(1);
  });

  it('answers a refusal with its code and writes nothing', async () => {
    const { journal, hall } = setUp();
    expect(await hall.command({ type: 'timer.pause' })).toEqual({ ok: false, code: 'no-event', params: {} });
    expect(journal.rows).toEqual([]);
  });

  it('writes what arrives during a write as one batch, in order', async () => {
    const { journal, hall } = setUp();
    journal.slowMs = 5;
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => hall.command(scan(`X${i}`))));
    expect(answers.every((a) => a.ok && a.saved)).toBe(true);
    expect(journal.appends).toBeLessThan(5);
    expect(journal.rows.map((r) => r.seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(evolveAll(EMPTY_HALL, journal.rows)).toEqual(hall.state);
  });

  it('decides the second of two commands that arrive together on what the first made', async () => {
    const { hall } = setUp();
    const delegates = [{ id: 'd1' as DelegateId, order: 1, name: 'A', position: '', unit: 'U', badges: ['HP0001'] }];
    const plan = {
      id: 'e',
      name: '',
      organiser: '',
      place: '',
      days: [],
      endsAt: null,
      banner: [],
      segments: [],
      deadlines: [],
    };
    await hall.command({ type: 'event.open', plan, delegates, mode: 'planned' });
    await Promise.all([hall.command(scan('hp0001')), hall.command(scan('HP0001'))]);
    expect(hall.state.attendance.recent.map((s) => s.verdict)).toEqual(['already', 'new']);
  });

  it('keeps a snapshot when it closes and refuses what comes after', async () => {
    const { journal, hall } = setUp();
    await hall.command({ type: 'message.show', text: 'x' });
    await hall.close(1000);
    expect(journal.snapshots.at(-1)?.revision).toBe(1);
    expect(await hall.command({ type: 'message.clear' })).toEqual({ ok: false, code: 'closing', params: {} });
  });
});

describe('a hall whose disk refuses', () => {
  it('goes on, answers saved: false, counts what waits and writes it all in order when the disk is back', async () => {
    const { journal, told, storage, hall } = setUp();
    journal.failing = 'disk-full';
    expect(await hall.command({ type: 'message.show', text: 'một' })).toEqual({ ok: true, revision: 1, saved: false });
    expect(await hall.command(scan('X'))).toEqual({ ok: true, revision: 2, saved: false });
    expect(told.map((t) => t.savedRevision)).toEqual([0, 0]);
    expect(storage.at(-1)).toEqual({ savedRevision: 0, pending: 2, code: 'disk-full' });
    journal.failing = null;
    await until(() => storage.at(-1)?.pending === 0);
    expect(storage.at(-1)).toEqual({ savedRevision: 2, pending: 0, code: null });
    expect(await hall.command({ type: 'message.clear' })).toEqual({ ok: true, revision: 3, saved: true });
    expect(evolveAll(EMPTY_HALL, journal.rows)).toEqual(hall.state);
  });

  it('does not write twice what was written although the answer was lost', async () => {
    const { journal, storage, hall } = setUp();
    journal.loseAnswer = true;
    expect(await hall.command(scan('X'))).toEqual({ ok: true, revision: 1, saved: false });
    await until(() => storage.at(-1)?.pending === 0);
    expect(journal.rows).toHaveLength(1);
  });

  it('has a damaged journal mended with the whole state before it writes on', async () => {
    const { journal, storage, hall } = setUp();
    await hall.command(scan('A'));
    journal.failing = 'corrupt';
    await hall.command(scan('B'));
    await until(() => storage.at(-1)?.pending === 0);
    expect(journal.mends).toBe(1);
    expect(journal.snapshots.at(-1)?.attendance.scans).toBe(2);
    expect(journal.rows).toHaveLength(2);
  });

  it('tries once more when it closes', async () => {
    const { journal, hall } = setUp();
    journal.failing = 'disk-full';
    await hall.command(scan('X'));
    journal.failing = null;
    await hall.close(1000);
    expect(journal.rows).toHaveLength(1);
  });
});
