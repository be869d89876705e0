import { describe, expect, it } from 'vitest';
import { DRAWN_ROLES } from '../../../../shared/domain/scenes/scenes';
import { AGENDA_ROWS, CONFIDENTIAL_TITLE, type Slide, slideOf } from '../../../../shared/domain/scenes/slide';
import type { Instant, IsoDay } from '../../../../shared/time/time';
import { at, DAY_ONE, DAY_PLAN, min, openHall, planOf, segment, start, type TestHall } from '../../plans';

type Of<R extends Slide['role']> = Extract<Slide, { role: R }>;
function slide<R extends Slide['role']>(role: R, hall: TestHall, now: Instant): Of<R> {
  const s = slideOf(role, hall.state, now);
  if (s.role !== role) throw new Error(`got ${s.role}`);
  return s as Of<R>;
}

describe('the banner slide', () => {
  it('shows the banner line by line', () => {
    expect(slide('banner', openHall(), at('07:00')).lines).toEqual(['HỘI NGHỊ', 'THỬ']);
  });
});

describe('the agenda slide', () => {
  it('begins with the first items before anything runs', () => {
    const rows = slide('agenda', openHall(), at('07:00')).rows;
    expect(rows).toHaveLength(AGENDA_ROWS);
    expect(rows[0]).toMatchObject({ time: '08:15', title: 'Mục mo', mark: 'to come' });
  });
  it('marks the item that is on and keeps one finished row above it', () => {
    const hall = openHall();
    hall.do(at('08:15'), start('mo'));
    hall.do(at('08:25'), start('cd1'));
    hall.do(at('09:05'), start('cd2'));
    const rows = slide('agenda', hall, at('09:10')).rows;
    expect(rows.map((r) => r.mark).slice(0, 3)).toEqual(['done', 'now', 'to come']);
    expect(rows[1]?.title).toBe('Mục cd2');
  });
  it('always shows the marked row, and a full page while there are enough items', () => {
    for (const s of DAY_PLAN.segments) {
      const hall = openHall();
      hall.do(at('08:15'), start(s.id));
      const rows = slide('agenda', hall, at('08:16')).rows;
      expect(rows.filter((r) => r.mark === 'now').map((r) => r.title)).toEqual([s.title]);
      expect(rows).toHaveLength(AGENDA_ROWS);
    }
  });
  it('ends with the last items when the day is over', () => {
    const hall = openHall();
    hall.do(at('16:00'), start('be-mac'));
    hall.do(at('16:30'), { type: 'timer.stop' });
    const rows = slide('agenda', hall, at('16:31')).rows;
    expect(rows.at(-1)).toMatchObject({ title: 'Mục be-mac', mark: 'done', time: '' });
  });
  it('shows only the day that is on', () => {
    const other = '2026-02-08' as IsoDay;
    const plan = planOf([segment('a', '08:00', '09:00'), segment('b', '08:00', '09:00', { day: other })], {
      days: [DAY_ONE, other],
    });
    const hall = openHall(plan);
    expect(slide('agenda', hall, at('07:00')).rows.map((r) => r.title)).toEqual(['Mục a']);
    hall.do(at('08:00'), start('a'));
    hall.do(at('09:00'), { type: 'timer.stop' });
    expect(slide('agenda', hall, at('09:01')).rows.map((r) => r.title)).toEqual(['Mục b']);
  });
});

describe('the break slide', () => {
  it('says when and with what the programme goes on', () => {
    const hall = openHall();
    hall.do(at('09:30'), start('nghi1'));
    expect(slide('break', hall, at('09:31'))).toMatchObject({ until: '09:45', next: 'Mục cd3' });
    hall.do(at('09:32'), { type: 'timer.add', ms: min(5) });
    expect(slide('break', hall, at('09:33'))).toMatchObject({ until: '09:50' });
  });
  it('claims nothing when the programme has no more items', () => {
    const hall = openHall();
    hall.do(at('16:00'), start('be-mac'));
    expect(slide('break', hall, at('16:10'))).toMatchObject({ until: null, untilWall: null, next: null });
  });
});

describe('a confidential item', () => {
  const SECRET = 'Thông tin nội bộ về nhân sự';
  const WHO = 'Đồng chí Trưởng ban A';
  const plan = planOf(
    DAY_PLAN.segments.map((s) => (s.id === 'cd3' ? { ...s, confidential: true, title: SECRET, presenter: WHO } : s)),
  );

  it('never has its title or its presenter on a slide, at any moment of the day', () => {
    for (const s of plan.segments) {
      const hall = openHall(plan);
      for (const prepare of [() => undefined, () => hall.do(at('08:00'), start(s.id))]) {
        prepare();
        for (const role of DRAWN_ROLES) {
          const text = JSON.stringify(slideOf(role, hall.state, at('08:10')));
          expect(text).not.toContain(SECRET);
          expect(text).not.toContain(WHO);
        }
      }
    }
  });
  it('has a neutral line in its place', () => {
    const hall = openHall(plan);
    hall.do(at('09:30'), start('nghi1'));
    expect(slide('break', hall, at('09:31')).next).toBe(CONFIDENTIAL_TITLE);
    expect(slide('agenda', hall, at('09:31')).rows.map((r) => r.title)).toContain(CONFIDENTIAL_TITLE);
  });
});

describe('without an event', () => {
  it('every slide is an empty banner', () => {
    const hall = openHall();
    for (const role of DRAWN_ROLES) {
      expect(slideOf(role, { ...hall.state, plan: null }, at('08:00'))).toEqual({ role: 'banner', lines: [] });
    }
  });
});
