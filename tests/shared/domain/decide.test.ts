import { describe, expect, it } from 'vitest';
import { hallCommand } from '../../../shared/contract/commands';
import { decide, type RefusalCode } from '../../../shared/domain/decide';
import { EMPTY_HALL } from '../../../shared/domain/hall';
import type { Duration } from '../../../shared/time/time';
import { REFUSALS } from '../../../shared/words/refusals';
import { at, did, min, openHall, sid, start, TestHall } from '../plans';

describe('a refused command', () => {
  it('says that no event is open', () => {
    const hall = new TestHall();
    for (const c of [start(null), start('mo'), { type: 'timer.next' }, { type: 'timer.pause' }] as const) {
      expect(hall.do(at('08:00'), c)).toBe('no-event');
    }
    expect(hall.do(at('08:00'), { type: 'timer.load', segmentId: sid('mo') })).toBe('no-event');
  });
  it('says that the item is not on the agenda', () => {
    const hall = openHall();
    expect(hall.do(at('08:00'), start('khong-co'))).toBe('no-such-segment');
    expect(hall.do(at('08:00'), { type: 'timer.load', segmentId: sid('khong-co') })).toBe('no-such-segment');
  });
  it('says that nothing runs', () => {
    const hall = openHall();
    expect(hall.do(at('08:00'), { type: 'timer.pause' })).toBe('nothing-runs');
    expect(hall.do(at('08:00'), { type: 'timer.resume' })).toBe('nothing-runs');
    expect(hall.do(at('08:00'), { type: 'timer.add', ms: min(1) })).toBe('nothing-runs');
    expect(hall.do(at('08:00'), { type: 'timer.stop' })).toBe('nothing-runs');
  });
  it('tells a paused timer from a running one', () => {
    const hall = openHall();
    hall.do(at('08:25'), start('cd1'));
    expect(hall.do(at('08:26'), { type: 'timer.resume' })).toBe('not-paused');
    hall.do(at('08:27'), { type: 'timer.pause' });
    expect(hall.do(at('08:28'), { type: 'timer.pause' })).toBe('already-paused');
  });
  it('says that there is no item before or behind', () => {
    const hall = openHall();
    expect(hall.do(at('08:15'), { type: 'timer.previous' })).toBe('first-segment');
    hall.do(at('08:15'), start('mo'));
    expect(hall.do(at('08:16'), { type: 'timer.previous' })).toBe('first-segment');
    hall.do(at('16:00'), start('be-mac'));
    expect(hall.do(at('16:10'), { type: 'timer.next' })).toBe('last-segment');
    hall.do(at('16:20'), { type: 'timer.stop' });
    expect(hall.do(at('16:21'), start(null))).toBe('event-over');
  });
  it('says who is missing from the roster, in already, or not in', () => {
    const hall = openHall();
    const mark = (id: string) => hall.do(at('07:10'), { type: 'checkin.mark', delegateId: did(id), door: 'Cửa 1' });
    expect(mark('nobody')).toBe('no-such-delegate');
    expect(mark('d1')).toBeNull();
    expect(mark('d1')).toBe('already-present');
    expect(hall.do(at('07:11'), { type: 'checkin.undo', delegateId: did('d2') })).toBe('not-present');
  });
  it('says that the stage has no message to take down', () => {
    const hall = openHall();
    expect(hall.do(at('08:00'), { type: 'message.clear' })).toBe('no-message');
    hall.do(at('08:00'), { type: 'message.show', text: 'Còn 5 phút' });
    expect(hall.state.message).toEqual({ text: 'Còn 5 phút', at: at('08:00') });
    expect(hall.do(at('08:01'), { type: 'message.clear' })).toBeNull();
    expect(hall.state.message).toBeNull();
  });
  it('has a sentence in both languages for every code', () => {
    const codes: readonly RefusalCode[] = [
      'no-event',
      'no-such-segment',
      'nothing-runs',
      'already-paused',
      'not-paused',
      'last-segment',
      'first-segment',
      'event-over',
      'no-such-delegate',
      'not-present',
      'already-present',
      'no-message',
    ];
    for (const code of codes) {
      expect(REFUSALS[code].vi).not.toBe('');
      expect(REFUSALS[code].en).not.toBe('');
    }
  });
  it('changes nothing', () => {
    const hall = openHall();
    const before = structuredClone(hall.state);
    hall.do(at('08:00'), { type: 'timer.pause' });
    expect(hall.state).toEqual(before);
  });
});

describe('what OBS reports', () => {
  const report = (role: 'banner' | 'agenda' | null, byApp: boolean) =>
    ({ type: 'programme.report', role, sceneName: role ?? 'Camera 2', byApp }) as const;

  it('is followed when a person changed the scene there', () => {
    const hall = openHall();
    hall.do(at('08:00'), { type: 'scene.show', role: 'agenda' });
    hall.do(at('08:01'), report('banner', false));
    expect(hall.state.scenes).toMatchObject({ wanted: 'banner', programme: { role: 'banner' } });
  });
  it('leaves nothing wanted when the new scene is not one of ours', () => {
    const hall = openHall();
    hall.do(at('08:00'), { type: 'scene.show', role: 'agenda' });
    hall.do(at('08:01'), report(null, false));
    expect(hall.state.scenes).toMatchObject({ wanted: null, programme: { role: null, sceneName: 'Camera 2' } });
  });
  it('is not taken for a person when the app asked for it', () => {
    const hall = openHall();
    hall.do(at('08:00'), { type: 'scene.show', role: 'agenda' });
    hall.do(at('08:01'), { type: 'scene.show', role: 'banner' });
    hall.do(at('08:01'), report('agenda', true));
    expect(hall.state.scenes).toMatchObject({ wanted: 'banner', programme: { role: 'agenda' } });
  });
  it('makes no event when it is no news', () => {
    const hall = openHall();
    hall.do(at('08:00'), { type: 'scene.show', role: 'agenda' });
    hall.do(at('08:01'), report('agenda', true));
    const revision = hall.state.revision;
    hall.do(at('08:02'), report('agenda', true));
    hall.do(at('08:02'), report('agenda', false));
    hall.do(at('08:02'), { type: 'scene.rename', role: 'agenda', name: hall.state.scenes.names.agenda });
    expect(hall.state.revision).toBe(revision);
  });
  it('keeps the name that a user gave to one of our scenes', () => {
    const hall = openHall();
    hall.do(at('08:00'), { type: 'scene.rename', role: 'hall', name: 'Máy quay 1' });
    expect(hall.state.scenes.names.hall).toBe('Máy quay 1');
  });
});

describe('the door for commands', () => {
  it('lets no window speak as a device', () => {
    for (const type of ['scan.take', 'event.open', 'clock.step', 'programme.report', 'app.start', 'lamp.change']) {
      expect(hallCommand.safeParse({ type }).success).toBe(false);
    }
  });
  it('refuses what is more than was asked for, or out of bounds', () => {
    expect(hallCommand.safeParse({ type: 'timer.pause', extra: 1 }).success).toBe(false);
    expect(hallCommand.safeParse({ type: 'timer.add', ms: 3_600_001 }).success).toBe(false);
    expect(hallCommand.safeParse({ type: 'timer.add', ms: 0.5 }).success).toBe(false);
    expect(hallCommand.safeParse({ type: 'message.show', text: '   ' }).success).toBe(false);
    expect(hallCommand.safeParse({ type: 'message.show', text: 'x'.repeat(201) }).success).toBe(false);
    expect(hallCommand.safeParse({ type: 'scene.show', role: 'custom' }).success).toBe(false);
  });
  it('takes what the desk sends', () => {
    expect(hallCommand.parse({ type: 'timer.start', segmentId: null })).toEqual({
      type: 'timer.start',
      segmentId: null,
    });
    expect(hallCommand.parse({ type: 'checkin.code', text: ' HP0001 ', door: 'Cửa 1' })).toMatchObject({
      text: 'HP0001',
    });
  });
});

describe('an empty hall', () => {
  it('takes every report of its parts', () => {
    for (const c of [
      { type: 'app.start', version: '1', wallOffset: 0 as Duration },
      { type: 'clock.step', byMs: min(1), wallOffset: min(1) },
      { type: 'clock.sleep', ms: min(1) },
      { type: 'lamp.change', lamp: 'obs', level: 'bad', code: 'lost', params: {} },
      { type: 'scene.show', role: 'banner' },
      { type: 'message.show', text: 'Xin chào' },
    ] as const) {
      expect(decide(EMPTY_HALL, c, at('08:00')).ok).toBe(true);
    }
  });
});
