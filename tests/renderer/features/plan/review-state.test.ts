import { describe, expect, it } from 'vitest';
import { applyChoice, beginReview, type ReviewState, review } from '../../../../renderer/features/plan/review-state';
import { draftFault, keepable } from '../../../../renderer/features/plan/tidy';
import { plainDocument } from '../../../../shared/plan/document';
import type { DraftEvent } from '../../../../shared/plan/draft';
import { readPlan } from '../../../../shared/plan/read';
import { type IsoDay, parseTimeOfDay } from '../../../../shared/time/time';
import { PLAN_TEXT } from './fake-plans';

const DAY = '2026-03-14' as IsoDay;
const OTHER = '2026-03-21' as IsoDay;
const TODAY = '2026-03-01' as IsoDay;
const draft: DraftEvent = readPlan(plainDocument(PLAN_TEXT), TODAY).draft;
const first = draft.segments[0]?.id ?? '';

describe('a ready-made answer', () => {
  it('moves every item along when the event gets another day', () => {
    const d = applyChoice(draft, { set: 'day', days: [OTHER] }, draft);
    expect(d.days.map((x) => x.value)).toEqual([OTHER]);
    expect(new Set(d.segments.map((s) => s.day))).toEqual(new Set([OTHER]));
    expect(d.days[0]?.passages).toEqual(draft.days[0]?.passages);
  });

  it('leaves items without a day when the event has fewer days than before', () => {
    const two = { ...draft, days: [...draft.days, { value: OTHER, passages: [] }] };
    const d = applyChoice(two, { set: 'day', days: [OTHER] }, two);
    expect(d.segments[0]?.day).toBeNull();
    expect(keepable(d, TODAY).segments[0]?.day).toBe(OTHER);
  });

  it('sets the end, the title and the day of one item only', () => {
    const end = parseTimeOfDay('08:05');
    const d = applyChoice(
      applyChoice(draft, { set: 'segment-end', segment: first, end }, draft),
      {
        set: 'segment-title',
        segment: first,
        title: 'Đón khách',
      },
      draft,
    );
    expect(d.segments[0]).toMatchObject({ end, title: 'Đón khách' });
    expect(d.segments.slice(1)).toEqual(draft.segments.slice(1));
    expect(applyChoice(draft, { set: 'segment-day', segment: first, day: OTHER }, draft).segments[0]?.day).toBe(OTHER);
  });

  it('takes the number of delegates away as well as it sets it', () => {
    const d = applyChoice(draft, { set: 'delegates', count: 120 }, draft);
    expect(d.expectedDelegates?.value).toBe(120);
    expect(applyChoice(d, { set: 'delegates', count: null }, draft).expectedDelegates).toBeNull();
  });

  it('about a line of the banner changes that line, wherever it stands by now', () => {
    const read: DraftEvent = {
      ...draft,
      banner: ['HỘI NGHỊ', 'QUÁN TRIỆN', 'NGHỊ QUYẾT'].map((value, i) => ({
        value,
        passages: [{ from: i, to: i + 1 }],
      })),
    };
    const choice = { set: 'banner-line', line: 1, text: 'QUÁN TRIỆT' } as const;
    const lines = (d: DraftEvent): readonly string[] => d.banner.map((l) => l.value);
    const moved = review(beginReview(read), { do: 'banner-move', line: 1, before: null });
    expect(lines(moved.draft)).toEqual(['HỘI NGHỊ', 'NGHỊ QUYẾT', 'QUÁN TRIỆN']);
    expect(lines(review(moved, { do: 'choose', finding: 'f1', choice }).draft)).toEqual([
      'HỘI NGHỊ',
      'NGHỊ QUYẾT',
      'QUÁN TRIỆT',
    ]);
    const without = review(beginReview(read), { do: 'banner-remove', line: 1 });
    expect(lines(applyChoice(without.draft, choice, read))).toEqual(['HỘI NGHỊ', 'NGHỊ QUYẾT']);
    expect(review(beginReview(read), { do: 'banner-move', line: 1, before: 2 }).past).toEqual([]);
  });

  it('about an item that is gone changes nothing of the others', () => {
    expect(applyChoice(draft, { set: 'segment-title', segment: 'none', title: 'x' }, draft)).toEqual(draft);
  });
});

describe('the review', () => {
  const did = (...actions: Parameters<typeof review>[1][]): ReviewState => actions.reduce(review, beginReview(draft));

  it('marks a finding as dealt with when one of its answers is taken, and takes both back with undo', () => {
    const s = did({ do: 'choose', finding: 'f1', choice: { set: 'day', days: [OTHER] } });
    expect(s.handled).toEqual(['f1']);
    const back = review(s, { do: 'undo' });
    expect(back.handled).toEqual([]);
    expect(back.draft).toBe(draft);
    expect(review(back, { do: 'redo' }).draft.days[0]?.value).toBe(OTHER);
  });

  it('keeps the place in the document of what was corrected by hand', () => {
    const s = did({ do: 'text', field: 'place', text: 'Nhà văn hoá' });
    expect(s.draft.place).toEqual({ value: 'Nhà văn hoá', passages: draft.place?.passages });
  });

  it('is not moved by undo at its beginning, nor by an action that changes nothing', () => {
    expect(did({ do: 'undo' })).toEqual(beginReview(draft));
    expect(did({ do: 'handle', findings: ['f1'], handled: false }).past).toHaveLength(0);
  });

  it('gives every added item an id of its own, and the day of the one above', () => {
    const s = did({ do: 'segment-add', segments: [{ title: 'a' }, { title: 'b' }], before: null });
    expect(new Set(s.draft.segments.map((x) => x.id)).size).toBe(7);
    expect(s.draft.segments.slice(-2).map((x) => [x.title, x.day])).toEqual([
      ['a', DAY],
      ['b', DAY],
    ]);
    expect(s.past).toHaveLength(1);
  });

  it('moves an item before another one or to the end, and nowhere for an item that is gone', () => {
    const ids = draft.segments.map((s) => s.id);
    const [a, b, c, d, e] = ids as [string, string, string, string, string];
    const moved = did({ do: 'segment-move', id: c, before: a });
    expect(moved.draft.segments.map((s) => s.id)).toEqual([c, a, b, d, e]);
    expect(review(moved, { do: 'segment-move', id: c, before: null }).draft.segments.at(-1)?.id).toBe(c);
    expect(review(moved, { do: 'undo' }).draft).toBe(draft);
    expect(did({ do: 'segment-move', id: 'gone', before: a }).past).toHaveLength(0);
    expect(did({ do: 'segment-move', id: a, before: a }).past).toHaveLength(0);
  });

  it('adds a deadline with the place it was found at', () => {
    const passages = [{ from: 3, to: 9 }];
    const time = parseTimeOfDay('07:30');
    const s = did({ do: 'deadline-add', what: 'Báo cáo quân số', day: DAY, time, passages });
    expect(s.draft.deadlines.at(-1)).toMatchObject({ what: 'Báo cáo quân số', day: DAY, dayOnly: false, passages });
  });
});

describe('what the hall is given', () => {
  it('has composed letters, no empty banner lines, and no blanks around', () => {
    const d = {
      ...draft,
      place: { value: ' Hải Phòng '.normalize('NFD'), passages: [] },
      banner: [
        { value: '  ', passages: [] },
        { value: ' HỘI NGHỊ ', passages: [] },
      ],
    };
    const plan = keepable(d, TODAY);
    expect(plan.place).toBe('Hải Phòng');
    expect(plan.banner).toEqual(['HỘI NGHỊ']);
  });

  it('is refused without a name or with an untitled item, which is named', () => {
    expect(draftFault({ ...draft, name: null, banner: [] }, TODAY)).toEqual({ code: 'fault-name' });
    const untitled = { ...draft, segments: draft.segments.map((s, i) => (i === 1 ? { ...s, title: ' ' } : s)) };
    expect(draftFault(untitled, TODAY)).toMatchObject({ code: 'fault-title', n: 2 });
    expect(draftFault(draft, TODAY)).toBeNull();
  });
});
