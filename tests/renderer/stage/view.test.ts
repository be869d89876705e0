import { describe, expect, it } from 'vitest';
import { paint } from '../../../renderer/stage/Figure';
import { type StageView, stageView, startWords } from '../../../renderer/stage/view';
import type { SegmentId } from '../../../shared/domain/agenda/agenda';
import { EMPTY_HALL } from '../../../shared/domain/hall';
import { type Duration, toWall, wallInstant } from '../../../shared/time/time';
import { at, hallAfter, started } from '../a-hall';

const NONE = 0 as Duration;
const titles = (v: StageView): readonly (string | null)[] => [v.item?.title ?? null, v.next?.title ?? null];

describe('what the stage shows', () => {
  it('is nothing without an event', () => {
    expect(stageView(EMPTY_HALL)).toEqual({ mode: 'no event', run: null, item: null, next: null });
  });

  it('is the first item and its start before the day begins', () => {
    const v = stageView(hallAfter());
    expect(v.mode).toBe('not begun');
    expect(titles(v)).toEqual(['Mục a', 'Mục b']);
    expect(v.item?.start).toBe(at('08:15'));
  });

  it('is the running item and the one behind it', () => {
    const v = stageView(hallAfter(started('08:15', 'a', 10)));
    expect(v.mode).toBe('running');
    expect(titles(v)).toEqual(['Mục a', 'Mục b']);
  });

  it('names the armed item as the next one', () => {
    const v = stageView(
      hallAfter(started('08:15', 'a', 10), ['08:20', { type: 'timer.loaded', segmentId: 'last' as SegmentId }]),
    );
    expect(titles(v)).toEqual(['Mục a', 'Mục last']);
  });

  it('waits for the next item after a stop, and has ended after the last', () => {
    const between = stageView(hallAfter(started('08:15', 'a', 10), ['08:25', { type: 'timer.stopped' }]));
    expect(between.mode).toBe('between');
    expect(between.item?.title).toBe('Mục b');
    const ended = stageView(hallAfter(started('09:45', 'last', 40), ['10:25', { type: 'timer.stopped' }]));
    expect(ended).toMatchObject({ mode: 'ended', item: null, next: null });
  });

  it('never shows the title or the presenter of a confidential item, on now or next', () => {
    const next = stageView(hallAfter(started('08:25', 'b', 40)));
    expect(next.next).toMatchObject({ title: 'Nội dung nội bộ', presenter: null });
    const now = stageView(hallAfter(started('09:05', 'secret', 25)));
    expect(now.item).toMatchObject({ title: 'Nội dung nội bộ', presenter: null });
    expect(JSON.stringify([now, next])).not.toMatch(/mật|giấu/);
  });
});

describe('what a moment puts on the glass', () => {
  const view = stageView(hallAfter(started('08:25', 'b', 40)));

  it('has a word and a look for every phase', () => {
    expect(paint(view, NONE, 'vi', at('08:25'))).toMatchObject({ text: '40:00', word: 'down-normal', look: 'normal' });
    expect(paint(view, NONE, 'vi', at('09:00'))).toMatchObject({
      text: '05:00',
      word: 'down-warning',
      look: 'warning',
    });
    expect(paint(view, NONE, 'vi', at('09:04'))).toMatchObject({ text: '01:00', word: 'down-danger', look: 'danger' });
    expect(paint(view, NONE, 'vi', at('09:05'))).toMatchObject({ text: '00:00', word: 'down-over', look: 'over' });
    expect(paint(view, NONE, 'vi', at('09:17:34'))).toMatchObject({ text: '-12:34', look: 'over', progress: 1 });
  });

  it('stands still and says so while paused', () => {
    const paused = stageView(hallAfter(started('08:25', 'b', 40), ['08:35', { type: 'timer.paused' }]));
    expect(paused.mode).toBe('paused');
    expect(paint(paused, NONE, 'vi', at('09:00'))).toMatchObject({ text: '30:00', word: 'paused', look: 'paused' });
  });

  it('counts up without a bar where nobody knows the end', () => {
    const up = stageView(hallAfter(started('08:25', 'b', null)));
    expect(paint(up, NONE, 'vi', at('08:26:05'))).toMatchObject({ text: '01:05', word: 'up', progress: null });
  });

  it('is the wall clock while it waits, by the clock on the wall and not by hall time', () => {
    const waiting = stageView(hallAfter());
    const ahead = 3_600_000 as Duration;
    expect(paint(waiting, ahead, 'vi', at('07:03:20'))).toMatchObject({
      text: '08:03',
      look: 'waiting',
      line: 'Bắt đầu lúc 08:15 · còn 12 phút',
    });
  });

  it('speaks the language of the desk', () => {
    expect(paint(stageView(hallAfter()), NONE, 'en', at('08:03:20')).line).toBe('Starts at 08:15 · in 12 min');
  });
});

describe('the words about a start', () => {
  const start = toWall(at('08:15'), NONE);
  const of = (time: string) => startWords(start, toWall(at(time), NONE));

  it('count the minutes up to it, rounded up, and hours from more than one on', () => {
    expect(of('08:14:01')).toEqual({ word: 'starts-in-minutes', values: { time: '08:15', minutes: 1 } });
    expect(of('05:48')).toEqual({ word: 'starts-in-hours', values: { time: '08:15', hours: 2, minutes: 27 } });
  });

  it('tell that the time has come, and then how late it is', () => {
    expect(of('08:15').word).toBe('starts-now');
    expect(of('08:15:59').word).toBe('starts-now');
    expect(of('08:20:59')).toEqual({ word: 'starts-late', values: { time: '08:15', minutes: 5 } });
  });

  it('name the day where it is another one', () => {
    expect(startWords(start, wallInstant(start - 86_400_000))).toEqual({
      word: 'starts-other-day',
      values: { time: '08:15', day: '07/02/2026' },
    });
  });
});
