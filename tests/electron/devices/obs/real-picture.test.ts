import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SCENE_NAMES as NAMES } from '../../../../shared/domain/scenes/scenes';
import { type RealObs, startObs, whyNoObs } from '../../../tooling/real-obs';
import { Desk, Person, type Pictures, pictures } from './desk';

const missing = whyNoObs();

describe.skipIf(missing !== null)(`the picture that a real OBS shows${missing === null ? '' : ` (${missing})`}`, () => {
  let far: RealObs;
  let art: Pictures;
  let desk: Desk;
  let person: Person;
  beforeAll(async () => {
    far = await startObs({ width: 640, height: 360 });
    art = pictures(640, 360);
    desk = new Desk();
    person = await Person.at(far);
  }, 60_000);
  afterAll(async () => {
    await desk.obs.close();
    await person.leaves();
    art.remove();
    await far.stop();
  }, 30_000);

  async function colour(sceneName: string): Promise<readonly number[]> {
    const { imageData } = await person.does('GetSourceScreenshot', { sourceName: sceneName, imageFormat: 'png' });
    const png = PNG.sync.read(Buffer.from(imageData.slice(imageData.indexOf(',') + 1), 'base64'));
    const corner = (x: number, y: number): number[] => [...png.data.subarray((y * png.width + x) * 4).subarray(0, 3)];
    expect(corner(2, 2)).toEqual(corner(png.width - 3, png.height - 3));
    return corner(png.width >> 1, png.height >> 1);
  }

  it('fills the canvas with what was set, and with the next one after a change', async () => {
    desk.want({ slides: { ...desk.wanted.slides, banner: art.paint('đỏ', [200, 16, 16]) } });
    desk.link(far);
    await desk.linked();
    desk.want({ scene: 'banner' });
    await desk.air('banner');
    expect(await colour(NAMES.banner)).toEqual([200, 16, 16]);
    desk.want({ scene: 'hall' });
    await desk.air('hall');
    desk.want({ scene: 'banner', slides: { ...desk.wanted.slides, banner: art.paint('vàng', [255, 224, 0]) } });
    await desk.air('banner');
    expect(await colour(NAMES.banner)).toEqual([255, 224, 0]);
  });

  it('is black for the blank scene', async () => {
    expect(await colour(NAMES.blank)).toEqual([0, 0, 0]);
  });
});
