import { describe, expect, it } from 'vitest';
import { speaker } from '../../../../renderer/features/desk/words';
import { assumedEnds, choiceText, findingText } from '../../../../renderer/features/plan/finding-text';
import { otherOf, remediesOf } from '../../../../renderer/features/plan/remedies';
import { beginReview, type ReviewAction, review } from '../../../../renderer/features/plan/review-state';
import { standing } from '../../../../renderer/features/plan/standing';
import { plainDocument } from '../../../../shared/plan/document';
import type { DraftEvent, Finding, FindingCode } from '../../../../shared/plan/draft';
import { readPlan } from '../../../../shared/plan/read';
import { clockHm } from '../../../../shared/time/format';
import { type IsoDay, parseTimeOfDay } from '../../../../shared/time/time';
import { PLAN_TEXT } from './fake-plans';

const TODAY = '2026-03-01' as IsoDay;
const words = speaker('vi');
const readText = (text: string) => {
  const document = plainDocument(text);
  return { document, reading: readPlan(document, TODAY) };
};
/** The last item begins before the one above is over; between two others half an hour is free. */
const CROSSED = PLAN_TEXT.replace('10h15 - 10h30', '10h00 - 10h30');
const { document, reading } = readText(CROSSED);
const changed = (...actions: ReviewAction[]) => actions.reduce(review, beginReview(reading.draft));
const told = (...actions: ReviewAction[]) => {
  const s = changed(...actions);
  return standing(reading, s.draft, s.handled).map(({ finding, done }) => [finding.code, done]);
};
const idOf = (title: string): string => reading.draft.segments.find((s) => s.title.includes(title))?.id ?? '';
const findingOf = (code: FindingCode): Finding => {
  const found = reading.findings.find((f) => f.code === code);
  if (found === undefined) throw new Error(`the reader finds no ${code}`);
  return found;
};
const asked = (finding: Finding, draft: DraftEvent = reading.draft) => ({
  finding,
  draft,
  document,
  today: TODAY,
  words,
});

describe('a finding', () => {
  it('stands until what it is about is changed, and stands again when that is undone', () => {
    expect(told()).toContainEqual(['overlap', null]);
    const mended = changed({ do: 'segment', id: idOf('Bế mạc'), part: { start: parseTimeOfDay('10:15') } });
    expect(standing(reading, mended.draft, [])).toContainEqual({ finding: findingOf('overlap'), done: 'settled' });
    const back = review(mended, { do: 'undo' });
    expect(standing(reading, back.draft, []).find((s) => s.finding.code === 'overlap')?.done).toBeNull();
  });

  it('of another item is not settled by a change that has nothing to do with it', () => {
    expect(told({ do: 'segment', id: idOf('Bế mạc'), part: { kind: 'other' } })).toContainEqual(['overlap', null]);
    expect(told({ do: 'text', field: 'place', text: 'Nhà văn hoá' })).toContainEqual(['overlap', null]);
  });

  it('comes up when times fall out with each other by what was changed', () => {
    const s = changed({ do: 'segment', id: idOf('Báo cáo'), part: { start: parseTimeOfDay('07:45') } });
    const since = standing(reading, s.draft, []).filter((x) => x.finding.id.startsWith('now '));
    expect(since.map((x) => x.finding.code)).toEqual(['overlap']);
    const ids = since.map((x) => x.finding.id);
    const seen = standing(reading, s.draft, ids).filter((x) => ids.includes(x.finding.id));
    expect(seen.map((x) => x.done)).toEqual(['seen']);
  });

  it('is told as seen by the person who said so', () => {
    const { id } = findingOf('overlap');
    expect(told({ do: 'handle', findings: [id], handled: true })).toContainEqual(['overlap', 'seen']);
  });

  it('about the date, the banner or the number is settled by another one', () => {
    const wrong = readText(PLAN_TEXT.replace('thứ Bảy', 'Chủ nhật'));
    const s = review(beginReview(wrong.reading.draft), { do: 'days', days: ['2026-03-15' as IsoDay] });
    const state = (draft: DraftEvent) =>
      standing(wrong.reading, draft, []).find((x) => x.finding.code === 'weekday-disagrees')?.done;
    expect(state(wrong.reading.draft)).toBeNull();
    expect(state(s.draft)).toBe('settled');
  });
});

describe('what the screen can do about a finding', () => {
  it('lets the item above of an overlap end when the other begins', () => {
    const f = findingOf('overlap');
    expect(otherOf(f, reading.draft)?.title).toContain('Thảo luận');
    const [first] = remediesOf(asked(f));
    expect(first?.text).toContain('10:00');
    if (first?.do !== 'change') throw new Error('it changes nothing');
    expect(told(first.change)).toContainEqual(['overlap', 'settled']);
  });

  it('fills a gap with a break, in its place', () => {
    const [first] = remediesOf(asked(findingOf('gap')));
    if (first?.do !== 'change') throw new Error('it changes nothing');
    const { draft } = changed(first.change);
    const at = draft.segments.findIndex((s) => s.kind === 'break');
    expect(draft.segments.map((s) => (s.start === null ? '' : clockHm(s.start)))[at]).toBe('09:00');
    expect(draft.segments[at + 1]?.title).toContain('Thảo luận');
    expect(told(first.change)).toContainEqual(['gap', 'settled']);
  });

  it('leads to the field where there is no ready answer', () => {
    for (const f of reading.findings) expect(remediesOf(asked(f)).length + f.choices.length).toBeGreaterThan(0);
  });

  it('takes a date that cannot be, in a task, into a deadline whose day is to be typed', () => {
    const due = readText(`${PLAN_TEXT}4. Các đơn vị gửi báo cáo trước ngày 30/02/2026.\n`);
    const f = due.reading.findings.find((x) => x.code === 'impossible-date');
    if (f === undefined) throw new Error('the reader does not find it');
    const made = remediesOf({ ...asked(f, due.reading.draft), document: due.document }).find((r) => r.do === 'change');
    if (made?.do !== 'change') throw new Error('it changes nothing');
    const s = review(beginReview(due.reading.draft), made.change);
    expect(s.draft.deadlines.at(-1)?.what).toContain('gửi báo cáo');
    expect(standing(due.reading, s.draft, []).find((x) => x.finding.id === f.id)?.done).toBe('settled');
  });

  it('shows each place of a programme that stands there twice', () => {
    const passages = [
      { from: 0, to: 4 },
      { from: 20, to: 24 },
    ];
    const twice: Finding = {
      id: 'f',
      code: 'agenda-twice',
      level: 'doubt',
      params: {},
      passages,
      place: { part: 'document' },
      choices: [],
    };
    expect(remediesOf(asked(twice)).map((r) => (r.do === 'show' ? r.passage : null))).toEqual(passages);
  });
});

describe('the sentence about an item without an end', () => {
  it('says until when the schedule takes it to last, as the draft is now', () => {
    const open = readText(PLAN_TEXT.replace('8h10 - 9h00', '8h10'));
    const f = open.reading.findings.find((x) => x.code === 'no-end');
    if (f === undefined) throw new Error('the reader does not find it');
    const { draft } = open.reading;
    expect(findingText(f, assumedEnds(draft, TODAY), words)).toContain('09:30');
    const alone = { ...draft, segments: draft.segments.slice(0, 3), endsAt: null };
    expect(findingText(f, assumedEnds(alone, TODAY), words)).toContain('đếm lên');
  });
});

describe('the sentence about a weekday', () => {
  it('names the day that is written and the day that it is, and so do its answers', () => {
    const wrong = readText(PLAN_TEXT.replace('thứ Bảy', 'Chủ nhật')).reading;
    const f = wrong.findings.find((x) => x.code === 'weekday-disagrees');
    if (f === undefined) throw new Error('the reader does not find it');
    expect(findingText(f, new Map(), words)).toBe('Văn bản ghi Chủ nhật, nhưng ngày 14/03/2026 là Thứ Bảy.');
    expect(f.choices.map((c) => choiceText(c, words))).toContain('Chủ nhật 15/03/2026');
  });
});
