import { describe, expect, it } from 'vitest';
import type { DraftEvent, DraftSegment } from '../../../shared/plan/draft';
import { planOf } from '../../../shared/plan/to-plan';
import { parseTimeOfDay } from '../../../shared/time/time';
import { day, HEAD, read, TODAY } from './reading';

const found = <T>(value: T) => ({ value, passages: [] });
const draft = (more: Partial<DraftEvent> = {}): DraftEvent => ({ ...read('').draft, ...more });
const segment = (title: string, start: string | null, more: Partial<DraftSegment> = {}): DraftSegment => ({
  id: `x-${title}`,
  day: null,
  session: null,
  start: start === null ? null : parseTimeOfDay(start),
  end: null,
  block: null,
  title,
  presenter: null,
  kind: 'talk',
  origin: 'local',
  confidential: false,
  passages: [],
  ...more,
});

describe('a draft as an event the hall can keep', () => {
  it('is one of today where the document names no day', () => {
    const plan = planOf(draft({ segments: [segment('Khai mạc', '08:00')] }), TODAY, 'thu');
    expect(plan).toMatchObject({
      id: 'thu',
      days: [TODAY],
      name: '',
      organiser: '',
      place: '',
      endsAt: null,
      deadlines: [],
    });
    expect(plan.segments[0]?.day).toBe(TODAY);
    expect(plan).not.toHaveProperty('expectedDelegates');
  });

  it('holds all that was read of a document', () => {
    const text = `ĐẢNG ỦY XÃ TÂN AN\n${HEAD}Thời gian: 8h00 - 11h30, ngày 12/3/2026\nĐịa điểm: Hội trường xã\nSố lượng: 120 đại biểu\nMa két:\nHỘI NGHỊ TỔNG KẾT\n\nCHƯƠNG TRÌNH\n8h00 - 8h30: Khai mạc - Đồng chí A\n8h30: Báo cáo\n\nCác chi bộ gửi danh sách trước 17h00 ngày 10/3/2026.`;
    const plan = planOf(read(text).draft, TODAY, 'thu');
    expect(plan).toMatchObject({
      organiser: 'ĐẢNG ỦY XÃ TÂN AN',
      place: 'Hội trường xã',
      days: ['2026-03-12'],
      endsAt: parseTimeOfDay('11:30'),
      expectedDelegates: 120,
      banner: ['HỘI NGHỊ TỔNG KẾT'],
      deadlines: [{ id: 'd1', day: '2026-03-10', time: parseTimeOfDay('17:00') }],
    });
    expect(plan.segments).toEqual([
      {
        id: 's1',
        day: '2026-03-12',
        session: 'morning',
        start: parseTimeOfDay('08:00'),
        end: parseTimeOfDay('08:30'),
        block: null,
        title: 'Khai mạc',
        presenter: 'Đồng chí A',
        kind: 'opening',
        origin: 'local',
        confidential: false,
      },
      expect.objectContaining({ id: 's2', title: 'Báo cáo', end: null }),
    ]);
  });

  it('takes the banner for its name where the document has no other', () => {
    expect(planOf(draft({ banner: [found('ĐẢNG ỦY XÃ'), found('HỘI NGHỊ')] }), TODAY, 'thu').name).toBe(
      'ĐẢNG ỦY XÃ HỘI NGHỊ',
    );
    expect(planOf(draft({ name: found('Hội nghị'), banner: [found('X')] }), TODAY, 'thu').name).toBe('Hội nghị');
  });

  it('gives a segment without a day the day of the one before it, else the first', () => {
    const plan = planOf(
      draft({
        days: [found(day('2026-03-12')), found(day('2026-03-13'))],
        segments: [segment('Một', '08:00'), segment('Hai', '08:00', { day: day('2026-03-13') }), segment('Ba', null)],
      }),
      TODAY,
      'thu',
    );
    expect(plan.segments.map((s) => s.day)).toEqual(['2026-03-12', '2026-03-13', '2026-03-13']);
  });

  it('keeps a day that only the agenda names, in order', () => {
    const plan = planOf(
      draft({ days: [found(day('2026-03-12'))], segments: [segment('Một', '08:00', { day: day('2026-03-11') })] }),
      TODAY,
      'thu',
    );
    expect(plan.days).toEqual(['2026-03-11', '2026-03-12']);
  });

  it('gives a segment the half of the day that its clock, its block or the one before it shows', () => {
    const plan = planOf(
      draft({
        days: [found(day('2026-03-12')), found(day('2026-03-13'))],
        segments: [
          segment('Một', '14:00'),
          segment('Hai', null),
          segment('Ba', null, { block: [parseTimeOfDay('19:00'), null] }),
          segment('Bốn', '08:00', { session: 'evening' }),
          segment('Năm', null, { day: day('2026-03-13') }),
        ],
      }),
      TODAY,
      'thu',
    );
    expect(plan.segments.map((s) => s.session)).toEqual(['afternoon', 'afternoon', 'evening', 'evening', 'morning']);
  });
});
