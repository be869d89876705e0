import { describe, expect, it } from 'vitest';
import type { HallCommand } from '../../../../shared/contract/commands';
import type { EventPlan, Segment, SegmentId } from '../../../../shared/domain/agenda/agenda';
import { decide } from '../../../../shared/domain/decide';
import { applyDifferences, differences } from '../../../../shared/domain/editing/difference';
import { EMPTY_HALL, evolve, type HallState } from '../../../../shared/domain/hall';
import { type IsoDay, instant, parseTimeOfDay } from '../../../../shared/time/time';

const segment = (id: string, start: string, end: string, title: string): Segment => ({
  id: id as SegmentId,
  day: '2026-02-07' as IsoDay,
  session: 'morning',
  start: parseTimeOfDay(start),
  end: parseTimeOfDay(end),
  block: null,
  title,
  presenter: null,
  kind: 'talk',
  origin: 'central',
  confidential: false,
});
const PLAN: EventPlan = {
  id: 'e',
  name: 'Hội nghị',
  organiser: 'Đảng uỷ',
  place: 'Hội trường A',
  days: ['2026-02-07' as IsoDay],
  endsAt: null,
  banner: ['HỘI NGHỊ'],
  segments: [
    segment('a', '08:00', '08:30', 'Khai mạc hội nghị'),
    segment('b', '08:30', '09:30', 'Báo cáo chuyên đề một'),
    segment('c', '09:30', '10:00', 'Thảo luận tại hội trường'),
  ],
  deadlines: [],
};

class Desk {
  state: HallState = EMPTY_HALL;
  constructor() {
    this.do({ type: 'event.open', plan: PLAN, delegates: [], mode: 'planned' });
  }
  /** @returns the code of the refusal, or null. */
  do(c: HallCommand): string | null {
    const d = decide(this.state, c, instant(1_000_000 + this.state.revision));
    if (!d.ok) return d.refusal.code;
    for (const event of d.events)
      this.state = evolve(this.state, { seq: this.state.revision + 1, at: instant(1_000_000), event });
    return null;
  }
  get ids(): string {
    return this.state.plan?.segments.map((s) => s.id).join('') ?? '';
  }
}
const id = (s: string): SegmentId => s as SegmentId;

describe('an edit', () => {
  it('moves a segment before another and to the end', () => {
    const desk = new Desk();
    desk.do({ type: 'plan.edit', edit: { edit: 'segment.move', id: id('c'), before: id('a') } });
    expect(desk.ids).toBe('cab');
    desk.do({ type: 'plan.edit', edit: { edit: 'segment.move', id: id('c'), before: null } });
    expect(desk.ids).toBe('abc');
  });

  it('is undone and redone step by step, and a new edit ends the redoing', () => {
    const desk = new Desk();
    desk.do({ type: 'plan.edit', edit: { edit: 'banner', lines: ['MỘT'] } });
    desk.do({ type: 'plan.edit', edit: { edit: 'banner', lines: ['HAI'] } });
    expect(desk.do({ type: 'plan.undo' })).toBeNull();
    expect(desk.do({ type: 'plan.undo' })).toBeNull();
    expect(desk.state.plan?.banner).toEqual(['HỘI NGHỊ']);
    expect(desk.do({ type: 'plan.undo' })).toBe('nothing-to-undo');
    desk.do({ type: 'plan.redo' });
    expect(desk.state.plan?.banner).toEqual(['MỘT']);
    desk.do({ type: 'plan.edit', edit: { edit: 'banner', lines: ['BA'] } });
    expect(desk.do({ type: 'plan.redo' })).toBe('nothing-to-redo');
  });

  it('reaches the library too, so that the event is the same when it is opened again', () => {
    const desk = new Desk();
    desk.do({ type: 'plan.edit', edit: { edit: 'segment.remove', id: id('b') } });
    expect(desk.state.library.e?.plan).toEqual(desk.state.plan);
  });

  it('keeps the running timer tied to its item wherever the item is moved, and refuses to remove it', () => {
    const desk = new Desk();
    desk.do({ type: 'timer.start', segmentId: id('b') });
    desk.do({ type: 'plan.edit', edit: { edit: 'segment.move', id: id('b'), before: id('a') } });
    expect(desk.state.timer.run?.segmentId).toBe('b');
    expect(desk.do({ type: 'plan.edit', edit: { edit: 'segment.remove', id: id('b') } })).toBe('segment-is-on');
  });

  it.each([
    [{ edit: 'segment.remove', id: id('x') }, 'no-such-segment'],
    [{ edit: 'segment.move', id: id('a'), before: id('x') }, 'no-such-segment'],
    [{ edit: 'segment.add', segments: [segment('a', '10:00', '11:00', 'x')], before: null }, 'segment-exists'],
    [{ edit: 'take', from: PLAN, keys: ['new:z'] }, 'no-such-difference'],
  ] as const)('%o is refused with %s and changes nothing', (edit, code) => {
    const desk = new Desk();
    const before = desk.state;
    expect(desk.do({ type: 'plan.edit', edit })).toBe(code);
    expect(desk.state).toBe(before);
  });

  it('of nothing is refused', () => {
    expect(decide(EMPTY_HALL, { type: 'plan.undo' }, instant(0))).toMatchObject({ refusal: { code: 'no-event' } });
  });
});

describe('a newer version of the plan', () => {
  const newer: EventPlan = {
    ...PLAN,
    place: 'Hội trường B',
    segments: [
      segment('s1', '08:15', '08:45', 'Khai mạc hội nghị'),
      segment('s2', '08:30', '09:30', 'Báo cáo chuyên đề số một'),
      segment('s3', '10:00', '10:30', 'Phát biểu chỉ đạo'),
    ],
  };

  it('differs in what was moved, renamed, new and gone', () => {
    const found = differences(PLAN, newer).map((d) => (d.kind === 'changed' ? `${d.key} ${d.what.join()}` : d.key));
    expect(found).toEqual(['fact:place', 'changed:a moved', 'changed:b renamed', 'new:s3', 'gone:c']);
  });

  it('is taken item by item, and what is left is still a difference', () => {
    const taken = applyDifferences(PLAN, newer, ['changed:a', 'new:s3']);
    expect(taken?.segments.map((s) => s.id)).toEqual(['a', 'b', 'c', 's3']);
    expect(taken?.segments[0]?.start).toBe(parseTimeOfDay('08:15'));
    expect(taken?.place).toBe('Hội trường A');
    expect(differences(taken as EventPlan, newer).map((d) => d.key)).toEqual(['fact:place', 'changed:b', 'gone:c']);
  });

  it('taken whole leaves no difference', () => {
    const all = differences(PLAN, newer).map((d) => d.key);
    expect(differences(applyDifferences(PLAN, newer, all) as EventPlan, newer)).toEqual([]);
  });

  it('keeps what only this hall knows of an item', () => {
    const mine = {
      ...PLAN,
      segments: PLAN.segments.map((s) => ({ ...s, note: 'mời anh Ba', confidential: true, origin: 'local' as const })),
    };
    const taken = applyDifferences(mine, newer, ['changed:a']);
    expect(taken?.segments[0]).toMatchObject({ note: 'mời anh Ba', confidential: true, origin: 'local' });
  });

  it('gives a new item another id where its own is taken', () => {
    const clash = { ...PLAN, segments: [...PLAN.segments, segment('a', '15:00', '16:00', 'Tổng kết lớp học')] };
    const added = differences(PLAN, { ...clash, segments: clash.segments.slice(3) }).find((d) => d.kind === 'new');
    const taken = applyDifferences(PLAN, { ...clash, segments: clash.segments.slice(3) }, [added?.key ?? '']);
    expect(new Set(taken?.segments.map((s) => s.id)).size).toBe(4);
  });
});
