import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadSample, shiftToNow } from '../../electron/sample';
import { schedule } from '../../shared/domain/agenda/schedule';
import { counts, delegateOfBadge, NO_ATTENDANCE } from '../../shared/domain/attendance/attendance';
import { clockHm } from '../../shared/time/format';
import { type IsoDay, SECOND, type WallInstant, wallInstant, wallOf } from '../../shared/time/time';

const ASSETS = resolve(import.meta.dirname, '../../assets');
const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((f) => rm(f, { recursive: true, force: true })));
});

describe('the sample event', () => {
  it('is a day of 14 items with two breaks, an open end and a shared block', async () => {
    const { plan } = await loadSample(ASSETS);
    const items = schedule(plan);
    expect(plan.segments).toHaveLength(14);
    expect(plan.segments.filter((s) => s.kind === 'break')).toHaveLength(2);
    expect(plan.segments.map((s) => (s.start === null ? '' : clockHm(s.start)))).toEqual(
      '07:30 08:15 08:25 09:05 09:30 09:45 10:25 11:00 14:00 14:30 15:00 15:15 15:45 '.split(' '),
    );
    expect(items.map((s) => s.share).slice(-2)).toEqual(['first', 'last']);
    expect(items.at(-2)).toMatchObject({ endAssumed: true });
    expect(plan.segments.filter((s) => s.session === 'morning')).toHaveLength(8);
    expect(plan.banner).toHaveLength(5);
    expect(plan.deadlines.map((d) => [d.day, clockHm(d.time)])).toEqual([
      ['2026-02-06', '09:00'],
      ['2026-02-07', '07:30'],
    ]);
  });
  it('has 420 delegates in 30 units, each with a printed badge', async () => {
    const { delegates } = await loadSample(ASSETS);
    const { summoned, units } = counts({ ...NO_ATTENDANCE, delegates });
    expect([summoned, units.length]).toEqual([420, 30]);
    expect(delegates.map((d) => d.order)).toEqual(delegates.map((_, i) => i + 1));
    expect(delegates.every((d, i) => d.badges[0] === `HP${String(i + 1).padStart(4, '0')}`)).toBe(true);
  });
  it('has every name in composed letters, and namesakes that only their unit tells apart', async () => {
    const { delegates } = await loadSample(ASSETS);
    for (const d of delegates) expect(d.name).toBe(d.name.normalize('NFC'));
    const namesakes = delegates.filter((d) => d.name === 'Nguyễn Ngọc Ánh');
    expect(new Set(namesakes.map((d) => d.unit)).size).toBe(namesakes.length);
    expect(namesakes.length).toBeGreaterThan(1);
  });
  it('gives cards in the hex that a reader sends and in the decimal that is printed on them', async () => {
    const { delegates } = await loadSample(ASSETS);
    const cards = delegates.filter((d) => d.badges.length === 3);
    expect(cards.length).toBeGreaterThan(100);
    for (const d of cards) {
      const [, hex = '', decimal = ''] = d.badges;
      expect(hex).toMatch(/^[0-9A-F]{10}$/);
      expect(decimal).toBe(String(Number.parseInt(hex.slice(2), 16)).padStart(10, '0'));
      expect(delegateOfBadge(delegates, hex)?.id).toBe(d.id);
    }
  });
});

describe('a damaged sample', () => {
  const damaged = async (change: (plan: { days: string[]; segments: { id: string }[] }) => void): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'sample-'));
    folders.push(folder);
    await mkdir(join(folder, 'sample'));
    const plan = JSON.parse(await readFile(join(ASSETS, 'sample/event.json'), 'utf8'));
    change(plan);
    await writeFile(join(folder, 'sample/event.json'), JSON.stringify(plan));
    await writeFile(join(folder, 'sample/roster.json'), '[]');
    return folder;
  };
  it('is refused with the name of the file', async () => {
    await expect(loadSample(join(tmpdir(), 'there-is-no-such-folder'))).rejects.toThrow(/(event|roster)\.json/);
  });
  it('is refused when it names a day that does not exist', async () => {
    const folder = await damaged((p) => {
      p.days = ['2026-02-30'];
    });
    await expect(loadSample(folder)).rejects.toThrow(/2026-02-30/);
  });
  it('is refused when two items share an id', async () => {
    const folder = await damaged((p) => {
      for (const s of p.segments) s.id = 's01';
    });
    await expect(loadSample(folder)).rejects.toThrow(/share an id/);
  });
});

describe('the sample moved to now', () => {
  const at = (iso: string): WallInstant => wallInstant(Date.parse(`${iso}+07:00`));
  const firstStart = async (now: WallInstant): Promise<number> => {
    const { plan } = await loadSample(ASSETS);
    return schedule(shiftToNow(plan, now))[0]?.start ?? 0;
  };
  it('starts at the next whole minute that is at least 30 s away', async () => {
    expect(await firstStart(at('2026-11-22T10:00:00.000'))).toBe(at('2026-11-22T10:01:00'));
    expect(await firstStart(at('2026-11-22T10:00:30.000'))).toBe(at('2026-11-22T10:01:00'));
    expect(await firstStart(at('2026-11-22T10:00:30.001'))).toBe(at('2026-11-22T10:02:00'));
    expect(await firstStart(at('2026-11-22T10:00:59.999'))).toBe(at('2026-11-22T10:02:00'));
  });
  it('works shortly before and after midnight', async () => {
    expect(await firstStart(at('2026-12-31T23:58:50'))).toBe(at('2027-01-01T00:00:00'));
    expect(await firstStart(at('2026-12-31T23:59:45'))).toBe(at('2027-01-01T00:01:00'));
    expect(await firstStart(at('2027-01-01T00:00:01'))).toBe(at('2027-01-01T00:01:00'));
  });
  it('keeps the whole day together, also past midnight', async () => {
    const { plan } = await loadSample(ASSETS);
    const before = schedule(plan);
    for (let m = 0; m < 1440; m += 61) {
      const now = (at('2026-11-22T00:00:07') + m * 60_000) as WallInstant;
      const moved = schedule(shiftToNow(plan, now));
      const by = (moved[0]?.start ?? 0) - (before[0]?.start ?? 0);
      moved.forEach((s, i) => {
        const old = before[i]?.end ?? null;
        expect(s.end).toBe(old === null ? null : old + by);
      });
      expect((moved[0]?.start ?? 0) - now).toBeGreaterThanOrEqual(30 * SECOND);
      expect((moved[0]?.start ?? 0) - now).toBeLessThan(90 * SECOND);
    }
  });
  it('takes its deadlines along', async () => {
    const { plan } = await loadSample(ASSETS);
    const moved = shiftToNow(plan, at('2026-11-22T10:00:00'));
    expect(moved.deadlines.map((d) => wallOf(d.day, d.time))).toEqual([
      at('2026-11-21T11:31:00'),
      at('2026-11-22T10:01:00'),
    ]);
    expect(moved.days).toEqual(['2026-11-22' as IsoDay]);
  });
});
