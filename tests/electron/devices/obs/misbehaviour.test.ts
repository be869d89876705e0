import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SCENE_NAMES as NAMES } from '../../../../shared/domain/scenes/scenes';
import { type FakeObs, type FakeObsOptions, startFakeObs, startStranger } from '../../../fakes/fake-obs';
import { PLAIN_KINDS } from '../../../fakes/fake-obs-world';
import { Desk, until } from './desk';

const SLIDES = {
  banner: { path: '/slides/b1.png', hash: 'b1' },
  agenda: { path: '/slides/a1.png', hash: 'a1' },
  break: { path: '/slides/n1.png', hash: 'n1' },
};

describe('an OBS that does what real ones have been seen to do', () => {
  let far: FakeObs;
  let desk: Desk;
  const open = async (options: FakeObsOptions = {}): Promise<void> => {
    far = await startFakeObs(options);
  };
  const link = async (): Promise<void> => {
    desk.link(far);
    await desk.linked();
  };
  beforeEach(() => {
    desk = new Desk();
    desk.want({ slides: SLIDES });
  });
  afterEach(async () => {
    await desk.obs.close();
    await far.kill();
  });

  it('is never asked for its programme scene the way that can end it', async () => {
    await open();
    await link();
    desk.want({ scene: 'banner' });
    await desk.air('banner');
    expect(far.count('GetCurrentProgramScene')).toBe(0);
  });

  it('is linked without a password where it asks for none', async () => {
    await open({ password: null });
    await link();
  });

  it('says "starting" while it is not ready, and is linked when it is', async () => {
    await open();
    far.notReady = true;
    desk.link(far);
    await desk.code('starting');
    far.notReady = false;
    await desk.linked();
  });

  it('gets no scenes while it has none of its own yet', async () => {
    await open();
    const scenes = far.world.here.scenes;
    far.world.here.scenes = [];
    desk.link(far);
    await desk.code('starting');
    expect(far.count('CreateScene')).toBe(0);
    far.world.here.scenes = scenes;
    await desk.linked();
  });

  it('gets no scenes when it has removed all, for then it closes', async () => {
    await open();
    await link();
    const made = far.count('CreateScene');
    far.world.clear();
    for (let i = 0; i < 8; i++) {
      await sleep(50);
      desk.want({});
    }
    expect(far.count('CreateScene')).toBe(made);
  });

  it('is refused when it is older than 28, and not tried again', async () => {
    await open({ version: '27.2.4' });
    desk.link(far);
    await desk.code('too-old');
    expect(desk.live).toMatchObject({ link: 'refused', params: { version: '27.2.4' } });
    const asked = far.received.length;
    await sleep(600);
    expect(far.received).toHaveLength(asked);
  });

  it('is linked with a word of advice when it is older than 30, and without one when it is not', async () => {
    await open();
    await link();
    expect(desk.live?.notice?.code).toBe('old-version');
    await desk.obs.close();
    await far.kill();
    desk = new Desk();
    await open({ version: '31.0.1' });
    await link();
    expect(desk.live?.notice).toBeNull();
  });

  it('says that a port which accepts and keeps silent does not answer, and links when it speaks', async () => {
    await open();
    far.mute = true;
    desk.link(far);
    await desk.code('mute');
    far.mute = false;
    await desk.linked();
  });

  it('says that something else listens there', async () => {
    await open();
    const stranger = await startStranger();
    desk.link({ port: stranger.port, password: 'x' });
    await desk.code('not-obs');
    expect(desk.live?.link).toBe('lost');
    await desk.obs.close();
    await stranger.stop();
  });

  it('stays away after a person disconnected it in OBS, until the operator links again', async () => {
    await open();
    await link();
    far.kick();
    await desk.code('kicked');
    expect(desk.live?.link).toBe('refused');
    const asked = far.received.length;
    await sleep(600);
    expect(far.received).toHaveLength(asked);
    await link();
  });

  it('tries one connection at a time, however the last one failed', async () => {
    await open();
    await link();
    for (let i = 0; i < 3; i++) {
      await far.kill();
      await until(() => desk.live?.link === 'lost', 'the loss');
      far.received = [];
      await far.start();
      await desk.linked();
      expect(far.count('GetVersion')).toBe(1);
    }
  });

  it('says so when a change is not confirmed, and the hall goes by what is on air', async () => {
    await open();
    await link();
    desk.want({ scene: 'banner' });
    await desk.air('banner');
    far.ignored.add('SetCurrentProgramScene');
    desk.want({ scene: 'feed' });
    expect(desk.live?.asked).toBe('feed');
    await desk.notice('not-confirmed');
    expect(desk.onAir).toEqual({ role: 'banner', sceneName: NAMES.banner, byApp: false });
    expect(far.count('SetCurrentProgramScene')).toBe(2);
    expect(desk.live?.asked).toBeNull();
    far.ignored.clear();
    await until(() => desk.wanted.scene === 'banner', 'the hall to follow');
    desk.want({ scene: 'feed' });
    await desk.air('feed');
    await until(() => desk.live?.notice === null, 'the trouble to be history');
  });

  it('is not believed for the false programme that comes when studio mode ends', async () => {
    await open();
    far.world.studioMode = true;
    await link();
    desk.want({ scene: 'banner' });
    await desk.air('banner');
    const reports = desk.reports.length;
    far.event('StudioModeStateChanged', { studioModeEnabled: false });
    far.event('CurrentProgramSceneChanged', { sceneName: NAMES.hall });
    await sleep(44);
    far.event('CurrentProgramSceneChanged', { sceneName: NAMES.banner });
    await sleep(300);
    expect(desk.reports).toHaveLength(reports);
  });

  it('is followed in studio mode too', async () => {
    await open();
    far.world.studioMode = true;
    await link();
    far.world.cut(NAMES.hall);
    await desk.air('hall');
    expect(desk.onAir?.byApp).toBe(false);
  });

  it('is not dragged back by the hall when a person clicks on through its scenes', async () => {
    await open();
    await link();
    desk.want({ scene: 'banner' });
    await desk.air('banner');
    const cuts = far.count('SetCurrentProgramScene');
    for (const role of ['agenda', 'hall', 'feed'] as const) far.world.cut(NAMES[role]);
    await desk.air('feed');
    await sleep(100);
    expect(far.world.here.programme).toBe(NAMES.feed);
    expect(far.count('SetCurrentProgramScene')).toBe(cuts);
  });

  it('gets a cut only after the new picture is loaded, and after half a second in any case', async () => {
    await open();
    await link();
    desk.want({ scene: 'feed' });
    await desk.air('feed');
    far.world.loadMs = 150;
    desk.want({ scene: 'agenda', slides: { ...SLIDES, agenda: { path: '/slides/a2.png', hash: 'a2' } } });
    expect(desk.live?.asked).toBe('agenda');
    await desk.air('agenda');
    expect(desk.lives.some((l) => l.notice?.code === 'picture-late')).toBe(false);
    desk.want({ scene: 'feed' });
    await desk.air('feed');
    far.world.unreadable.add('/slides/gone.png');
    desk.want({ scene: 'banner', slides: { ...SLIDES, banner: { path: '/slides/gone.png', hash: 'gone' } } });
    await desk.notice('picture-late');
    await desk.air('banner');
    await desk.notice('picture-missing');
    expect(desk.live?.notice?.params).toEqual({ scene: NAMES.banner, path: '/slides/gone.png' });
  });

  it('sends a cut in the same turn when nothing has to be waited for', async () => {
    await open();
    await link();
    desk.want({ scene: 'hall' });
    expect(desk.log.at(-1)).toContain('SetCurrentProgramScene');
    await desk.air('hall');
  });

  it('shows a scene that is asked for while it is being checked', async () => {
    await open();
    far.world.cut('Scene');
    far.notReady = true;
    desk.link(far);
    await desk.code('starting');
    desk.want({ scene: 'blank' });
    far.notReady = false;
    await desk.air('blank');
  });

  it('gives the wanted scene to an OBS that it links for the first time', async () => {
    await open();
    desk.want({ scene: 'agenda' });
    await link();
    await desk.air('agenda');
    expect(desk.onAir?.byApp).toBe(true);
  });

  it('is sent nothing while it changes its collection, and a late end of that breaks nothing', async () => {
    await open();
    await link();
    far.event('CurrentSceneCollectionChanging', { sceneCollectionName: 'Test' });
    await desk.code('collection-changing');
    await sleep(50);
    const before = far.received.length;
    desk.want({ scene: 'feed', slides: { ...SLIDES, banner: { path: '/slides/b7.png', hash: 'b7' } } });
    await sleep(1200);
    expect(far.received).toHaveLength(before);
    far.event('CurrentSceneCollectionChanged', { sceneCollectionName: 'Test' });
    await desk.air('feed');
    await until(() => far.world.here.inputs.some((i) => i.settings.file === '/slides/b7.png'), 'the new picture');
  });

  it('gets a scene under another name when a source has the name, and the hall learns it', async () => {
    await open();
    far.world.here.inputs.push({ name: NAMES.hall, kind: 'ffmpeg_source', settings: {} });
    await link();
    expect(desk.renames).toEqual([{ role: 'hall', name: `${NAMES.hall} (2)` }]);
    await until(() => desk.wanted.names.hall === `${NAMES.hall} (2)`, 'the hall to know');
    expect(far.world.here.scenes.filter((s) => s.name.startsWith(NAMES.hall))).toHaveLength(1);
  });

  it('finds a scene that was renamed while the app was away by the source in it', async () => {
    await open();
    await link();
    desk.obs.unlink();
    far.world.request('SetSceneName', { sceneName: NAMES.break, newSceneName: 'Giải lao' });
    await link();
    expect(desk.renames).toEqual([{ role: 'break', name: 'Giải lao' }]);
    expect(far.world.here.scenes).toHaveLength(7);
  });

  it('says so when it refuses a repair, and is not asked for ever', async () => {
    await open();
    far.refusing.set('CreateInput', 605);
    await link();
    await desk.notice('request-refused');
    const asked = far.count('CreateInput');
    desk.want({});
    await sleep(100);
    expect(far.count('CreateInput')).toBe(asked);
    desk.want({ scene: 'feed' });
    await desk.air('feed');
  });

  it('shows pages where it has a browser source', async () => {
    await open({ kinds: [...PLAIN_KINDS, 'browser_source'] });
    desk.want({ browserUrl: (role) => `http://127.0.0.1:9/slides/${role}` });
    await link();
    expect(desk.live?.drawnBy).toBe('browser');
    const urls = far.world.here.inputs.map((i) => i.settings.url).filter((u) => u !== undefined);
    expect(urls).toEqual(['banner', 'agenda', 'break'].map((r) => `http://127.0.0.1:9/slides/${r}`));
    desk.want({ scene: 'banner' });
    await desk.air('banner');
  });

  it('is fitted to a canvas that is changed while it is linked', async () => {
    await open();
    await link();
    far.world.options.canvas = { width: 1920, height: 1080 };
    await until(() => desk.live?.canvas?.width === 1920, 'the new canvas');
    await until(
      () => far.world.here.scenes.some((s) => s.items.some((i) => i.transform.boundsWidth === 1920)),
      'the new frame',
    );
  });

  it('stays linked when a listener of the app throws', async () => {
    await open();
    await link();
    desk.want({ scene: 'hall' });
    desk.reports.push = () => {
      throw new Error('a broken listener');
    };
    await until(() => desk.log.some((l) => l.includes('a broken listener')), 'the log');
    expect(desk.live?.link).toBe('linked');
  });

  it('waits for every slow answer and loses nothing by it', async () => {
    await open();
    far.slowMs = 60;
    await link();
    desk.want({ scene: 'blank' });
    await desk.air('blank');
    expect(far.world.here.scenes).toHaveLength(7);
  });
});
