import { describe, expect, it } from 'vitest';
import { diffProgramme, diffScenes, drawnBy, type ObsWanted, pictureOf } from '../../../../electron/devices/obs/diff';
import { type Change, fold, type Reported } from '../../../../electron/devices/obs/state';
import { DEFAULT_SCENE_NAMES as NAMES, SCENE_ROLES } from '../../../../shared/domain/scenes/scenes';

const FRESH: Reported = {
  collection: 'Test',
  canvas: { width: 1920, height: 1080 },
  fps: 30,
  kinds: ['image_source', 'color_source_v3'],
  cut: 'Cut',
  scenes: ['Scene'],
  programme: 'Scene',
  inputs: [],
  own: {},
  studioMode: false,
};
const WANTED: ObsWanted = {
  scene: null,
  names: NAMES,
  slides: {
    banner: { path: '/slides/b1.png', hash: 'b1' },
    agenda: { path: '/slides/a1.png', hash: 'a1' },
    break: null,
  },
  browserUrl: null,
};

/** Does what is asked, as an obedient OBS would, until nothing is asked any more. */
function settle(w: ObsWanted, from: Reported): { report: Reported; asked: string[]; why: string[] } {
  let report = from;
  const asked: string[] = [];
  const why: string[] = [];
  for (let id = 1; id < 200; id++) {
    const r = diffScenes(w, report)[0];
    if (r === undefined) return { report, asked, why };
    asked.push(`${r.type} ${r.role}`);
    why.push(r.why);
    report = r.done(id).reduce((all: Reported, c: Change) => fold(all, c), report);
  }
  throw new Error('it never ends');
}

describe('diffScenes', () => {
  it('makes all that is missing in a fresh OBS, one thing after the other, and then asks nothing', () => {
    const { asked, report } = settle(WANTED, FRESH);
    expect(asked.filter((a) => a.startsWith('CreateScene '))).toHaveLength(6);
    expect(asked.filter((a) => a.startsWith('CreateInput'))).toEqual([
      'CreateInput banner',
      'CreateInput agenda',
      'CreateInput blank',
    ]);
    expect(asked.filter((a) => a.endsWith(' banner'))).toEqual([
      'CreateScene banner',
      'SetSceneSceneTransitionOverride banner',
      'CreateInput banner',
      'SetSceneItemLocked banner',
      'SetSceneItemTransform banner',
    ]);
    expect(diffScenes(WANTED, report)).toEqual([]);
  });

  it('gives every request a reason with the old and the new value', () => {
    const { why } = settle(WANTED, FRESH);
    for (const line of why) expect(line).toMatch(/changed from .+ to .+/);
    const next = { ...WANTED, slides: { ...WANTED.slides, banner: { path: '/slides/b2.png', hash: 'b2' } } };
    expect(settle(next, settle(WANTED, FRESH).report).why).toEqual([
      'file of "ĐC Hình ma két" changed from "/slides/b1.png" to "/slides/b2.png"; diemcauHash of "ĐC Hình ma két" changed from "b1" to "b2"',
    ]);
  });

  it('sends the same path again when only the picture in it is another', () => {
    const next = { ...WANTED, slides: { ...WANTED.slides, banner: { path: '/slides/b1.png', hash: 'other' } } };
    expect(settle(next, settle(WANTED, FRESH).report).asked).toEqual(['SetInputSettings banner']);
  });

  it('keeps the last picture where the hall has none now', () => {
    const none = { ...WANTED, slides: { banner: null, agenda: null, break: null } };
    expect(settle(none, settle(WANTED, FRESH).report).asked).toEqual([]);
  });

  it('never touches what is in the feed and hall scenes', () => {
    const { report } = settle(WANTED, FRESH);
    const item = {
      id: 90,
      sourceName: 'Camera',
      locked: false,
      sourceWidth: 640,
      fit: { bounds: 'OBS_BOUNDS_NONE', width: 0, height: 0, x: 5, y: 5 },
    };
    const feed = report.own.feed;
    if (feed === undefined) throw new Error('no feed');
    expect(diffScenes(WANTED, { ...report, own: { ...report.own, feed: { ...feed, items: [item] } } })).toEqual([]);
  });

  it('takes another name when a source of the user has ours', () => {
    const taken = { ...FRESH, inputs: [{ name: NAMES.hall, kind: 'ffmpeg_source', settings: null }] };
    const hall = diffScenes(WANTED, taken).find((r) => r.role === 'hall');
    expect(hall?.data).toEqual({ sceneName: `${NAMES.hall} (2)` });
  });

  it('takes a name for taken whatever normal form it is written in', () => {
    const taken = { ...FRESH, inputs: [{ name: NAMES.hall.normalize('NFD'), kind: 'ffmpeg_source', settings: null }] };
    const hall = diffScenes(WANTED, taken).find((r) => r.role === 'hall');
    expect(hall?.data).toEqual({ sceneName: `${NAMES.hall} (2)` });
  });

  it('does not double a scene that is there and has not been read yet', () => {
    const asked = diffScenes(WANTED, { ...FRESH, scenes: ['Scene', NAMES.hall.normalize('NFD')] });
    expect(asked.some((r) => r.role === 'hall')).toBe(false);
  });

  it('fits anew when the canvas changes, but leaves an item alone that the user has unlocked and moved', () => {
    const { report } = settle(WANTED, FRESH);
    const smaller = fold(report, { type: 'canvas', width: 1280, height: 720 });
    expect(settle(WANTED, smaller).asked).toEqual([
      'SetSceneItemTransform banner',
      'SetSceneItemTransform agenda',
      'SetInputSettings blank',
      'SetSceneItemTransform blank',
    ]);
    const banner = report.own.banner;
    if (banner === undefined) throw new Error('no banner');
    const items = banner.items.map((i) => ({ ...i, locked: false, fit: { ...i.fit, x: 300, width: 500 } }));
    expect(diffScenes(WANTED, { ...report, own: { ...report.own, banner: { ...banner, items } } })).toEqual([]);
  });

  it('knows its source again under another name by the mark in it', () => {
    const { report } = settle(WANTED, FRESH);
    const renamed = fold(report, { type: 'input.renamed', from: 'ĐC Hình ma két', to: 'Tên khác' });
    expect(diffScenes(WANTED, renamed)).toEqual([]);
  });

  it('uses a page where OBS has a browser source, and a picture where it has none', () => {
    const web = { ...WANTED, browserUrl: (role: string) => `http://127.0.0.1:1/${role}` };
    expect(drawnBy(web, FRESH.kinds)).toBe('image');
    const modern = { ...FRESH, kinds: [...FRESH.kinds, 'browser_source'] };
    expect(drawnBy(web, modern.kinds)).toBe('browser');
    const { report } = settle(web, modern);
    const banner = report.inputs.find((i) => i.settings?.url === 'http://127.0.0.1:1/banner');
    expect(banner).toMatchObject({ kind: 'browser_source', settings: { width: 1920, height: 1080 } });
  });

  it('asks nothing of a kind of source that OBS does not have', () => {
    expect(settle(WANTED, { ...FRESH, kinds: [] }).asked.some((a) => a.startsWith('CreateInput'))).toBe(false);
  });
});

describe('diffProgramme', () => {
  it.each([
    ['Cảnh A', 'Cảnh A', null],
    ['Cảnh B', 'Cảnh A', 'programme changed from "Cảnh A" to "Cảnh B"'],
    ['Cảnh B', null, 'programme changed from none to "Cảnh B"'],
  ])('wants %s, has %s: %s', (target, expected, why) => {
    expect(diffProgramme(target, expected)?.why ?? null).toBe(why);
  });
});

describe('pictureOf', () => {
  const { report } = settle(WANTED, FRESH);
  const itemId = report.own.banner?.items[0]?.id ?? 0;
  const loaded = fold(report, { type: 'item.loaded', role: 'banner', itemId, sourceWidth: 1920 });
  const newer = { ...WANTED, slides: { ...WANTED.slides, banner: { path: '/slides/b9.png', hash: 'b9' } } };

  it.each([
    ['a loaded picture', WANTED, loaded, false, 'ready'],
    ['a picture that OBS is loading', WANTED, loaded, true, 'loading'],
    ['a picture that was not sent yet', newer, loaded, false, 'loading'],
    ['a source without a picture in it', WANTED, report, false, 'empty'],
    ['no source', WANTED, FRESH, false, 'empty'],
  ] as const)('%s', (_, w, r, isLoading, expected) => {
    expect(pictureOf(w, r, 'banner', () => isLoading)).toBe(expected);
  });

  it.each(SCENE_ROLES.filter((r) => !['banner', 'agenda', 'break'].includes(r)))('%s never waits', (role) => {
    expect(pictureOf(WANTED, FRESH, role, () => true)).toBe('ready');
  });
});
