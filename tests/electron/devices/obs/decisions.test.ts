import { describe, expect, it } from 'vitest';
import { createFollowing } from '../../../../electron/devices/obs/following';
import { afterLink, type LinkUp } from '../../../../electron/devices/obs/link-up';
import { createNames } from '../../../../electron/devices/obs/names';
import { createRestarts } from '../../../../electron/devices/obs/restart';
import { createLosses, majorOf } from '../../../../electron/devices/obs/status';
import { DEFAULT_SCENE_NAMES as NAMES } from '../../../../shared/domain/scenes/scenes';

describe('afterLink', () => {
  const base: LinkUp = {
    cause: 'link',
    first: false,
    restarted: false,
    askedEarly: false,
    wanted: 'agenda',
    onAir: 'hall',
  };
  it.each([
    ['follows an OBS that only lost sight of us', {}, 'report'],
    ['puts its scene back on an OBS that was started anew', { restarted: true, onAir: null }, 'ask'],
    ['gives its scene to an OBS that has none of ours on air at the first link', { first: true, onAir: null }, 'ask'],
    ['follows an OBS that has one of ours on air at the first link', { first: true }, 'report'],
    ['obeys a key that was pressed while it was checking', { askedEarly: true }, 'ask'],
    ['asks nothing when nobody wants a scene', { wanted: null, restarted: true }, 'report'],
    ['asks nothing when the wanted scene is on', { onAir: 'agenda', restarted: true }, 'report'],
    ['follows into another collection', { cause: 'collection', restarted: true }, 'report'],
  ] as const)('%s', (_, change, expected) => {
    expect(afterLink({ ...base, ...change })).toBe(expected);
  });
});

describe('createFollowing', () => {
  it('does not take the answer to an earlier click for a wish', () => {
    const f = createFollowing(() => 0);
    f.told('banner', 'agenda');
    f.told('hall', 'agenda');
    expect(f.isEcho('banner')).toBe(true);
    expect(f.isEcho('hall')).toBe(false);
  });

  it('takes anything else for a wish, and the same scene again when the answer has come', () => {
    const f = createFollowing(() => 0);
    f.told('banner', 'agenda');
    f.told('hall', 'agenda');
    expect(f.isEcho('feed')).toBe(false);
    expect(f.isEcho('banner')).toBe(false);
  });

  it('stops waiting for an answer that does not come', () => {
    let now = 0;
    const f = createFollowing(() => now);
    f.told('banner', 'agenda');
    f.told('hall', 'agenda');
    now = 3000;
    expect(f.isEcho('banner')).toBe(false);
  });
});

describe('createRestarts', () => {
  it('knows the same process after a long silence by its frames', () => {
    const r = createRestarts();
    r.began(3000, 30, 100_000);
    expect(r.isAnother(21_000, 30, 700_000)).toBe(false);
  });

  it('knows another process that has drawn more frames by now than the first ever did', () => {
    const r = createRestarts();
    r.began(30, 30, 100_000);
    expect(r.isAnother(17_000, 30, 700_000)).toBe(true);
  });

  it('knows another process that came a second after one that had just begun', () => {
    const r = createRestarts();
    r.began(6, 10, 10_000);
    expect(r.isAnother(8, 10, 11_500)).toBe(true);
  });

  it('is not made to think a process younger by an answer that came late', () => {
    const r = createRestarts();
    r.began(6, 10, 10_000);
    r.seen(16, 12_000);
    expect(r.isAnother(17, 10, 12_000)).toBe(true);
    expect(r.isAnother(26, 10, 12_000)).toBe(false);
  });

  it('takes it at its word when it said that it closes, and knows nothing of the first', () => {
    const r = createRestarts();
    expect(r.isAnother(5, 30, 0)).toBe(false);
    r.began(5, 30, 0);
    r.exiting();
    expect(r.isAnother(5, 30, 0)).toBe(true);
  });
});

describe('createNames', () => {
  const wanted = {
    scene: null,
    names: NAMES,
    slides: { banner: null, agenda: null, break: null },
    browserUrl: null,
  } as const;

  it('goes by the new name until the hall knows it', () => {
    const names = createNames();
    names.note('hall', NAMES.hall, 'Phòng họp');
    names.heard(wanted);
    expect(names.apply(wanted).names.hall).toBe('Phòng họp');
    names.heard({ ...wanted, names: { ...NAMES, hall: 'Phòng họp' } });
    expect(names.apply(wanted).names.hall).toBe(NAMES.hall);
  });
});

describe('createLosses', () => {
  it('speaks of an OBS that is not there, of one that was, and of a question box when that lasts', () => {
    let now = 0;
    const l = createLosses(() => now);
    expect(l.codeOf({ why: 'port-closed' })).toBe('port-closed');
    l.linked();
    expect(l.codeOf({ why: 'dropped' })).toBe('dropped');
    expect(l.codeOf({ why: 'port-closed' })).toBe('gone');
    now = 10_500;
    expect(l.codeOf({ why: 'port-closed' })).toBe('gone-dialog');
    l.forget();
    expect(l.codeOf({ why: 'port-closed' })).toBe('port-closed');
  });
});

describe('majorOf', () => {
  it.each([
    ['29.0.2', 29],
    ['30.1.0-rc1', 30],
    ['', 0],
  ])('%s is %d', (version, major) => {
    expect(majorOf(version)).toBe(major);
  });
});
