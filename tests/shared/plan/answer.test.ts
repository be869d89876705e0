import { describe, expect, it } from 'vitest';
import { toAnswer } from '../../../shared/plan/answer';
import type { Reading } from '../../../shared/plan/draft';
import { parseTimeOfDay } from '../../../shared/time/time';
import { answer, day, HEAD } from './reading';

const found = <T>(value: T) => ({ value, passages: [] });
const EMPTY: Reading = {
  draft: {
    kind: 'other',
    name: null,
    organiser: null,
    days: [],
    impossibleDates: [],
    place: null,
    endsAt: null,
    expectedDelegates: null,
    banner: [],
    segments: [],
    deadlines: [],
  },
  findings: [],
};

describe('a reading in plain words', () => {
  it('is empty where nothing was read', () => {
    expect(toAnswer(EMPTY)).toEqual({
      kind: 'other',
      dates: [],
      invalidDates: [],
      place: null,
      banner: [],
      expectedDelegates: null,
      segments: [],
      deadlines: [],
    });
  });

  it('tells days, times and limits as text', () => {
    const draft = {
      ...EMPTY.draft,
      kind: 'plan' as const,
      days: [found(day('2026-03-12'))],
      impossibleDates: [found('30/02/2026')],
      place: found('Hội trường xã'),
      expectedDelegates: found(120),
      banner: [found('ĐẢNG ỦY XÃ'), found('HỘI NGHỊ')],
      deadlines: [
        {
          id: 'd1',
          day: day('2026-03-10'),
          time: parseTimeOfDay('17:05'),
          dayOnly: false,
          what: 'Gửi danh sách',
          passages: [],
        },
      ],
    };
    expect(toAnswer({ draft, findings: [] })).toEqual({
      kind: 'plan',
      dates: ['2026-03-12'],
      invalidDates: ['30/02/2026'],
      place: 'Hội trường xã',
      banner: ['ĐẢNG ỦY XÃ', 'HỘI NGHỊ'],
      expectedDelegates: 120,
      segments: [],
      deadlines: [{ at: '2026-03-10T17:05', what: 'Gửi danh sách' }],
    });
  });

  it('names a block only for items that share one, open at its end where the document leaves it', () => {
    const [alone, lead, shared] = answer(
      `${HEAD}7h30 - 8h00: Đón tiếp\n8h00:\n- Chào cờ;\n- Tuyên bố lý do.\n9h00: Bế mạc`,
    ).segments;
    expect(alone).toEqual({
      date: '2026-03-12',
      start: '07:30',
      end: '08:00',
      title: 'Đón tiếp',
      presenter: null,
      kind: 'reception',
    });
    expect(lead?.block).toEqual(['08:00', null]);
    expect(shared).toMatchObject({ start: null, end: null, block: ['08:00', null] });
  });
});
