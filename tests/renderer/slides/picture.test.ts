import { describe, expect, it } from 'vitest';
import { roleOnAir, slideOnAir } from '../../../renderer/slides/picture';
import type { HallEvent } from '../../../shared/contract/events';
import type { Live } from '../../../shared/contract/live';
import { EMPTY_HALL } from '../../../shared/domain/hall';
import type { SceneRole } from '../../../shared/domain/scenes/scenes';
import { at, hallAfter, LIVE, started } from '../a-hall';

const LINKED: Live = { ...LIVE, obs: { ...LIVE.obs, link: 'linked' } };
const LOST: Live = { ...LIVE, obs: { ...LIVE.obs, link: 'lost' } };
const wanted = (role: SceneRole): readonly [string, HallEvent] => [
  '08:00',
  { type: 'scene.wanted', role, by: 'operator' },
];
const reported = (role: SceneRole | null, followed: boolean): readonly [string, HallEvent] => [
  '08:01',
  { type: 'programme.reported', role, sceneName: 'x', followed },
];

describe('the picture on the projector', () => {
  it('is what OBS has on air while it is linked', () => {
    expect(roleOnAir(hallAfter(wanted('banner'), reported('agenda', false)), LINKED)).toBe('agenda');
  });

  it('is what the desk wants when OBS is gone, whatever it showed last', () => {
    expect(roleOnAir(hallAfter(reported('agenda', true), wanted('banner')), LOST)).toBe('banner');
  });

  it.each(['feed', 'hall', 'blank'] as const)('is black for %s', (role) => {
    expect(slideOnAir(hallAfter(wanted(role)), LIVE, at('08:30'))).toBeNull();
    expect(slideOnAir(hallAfter(wanted('banner'), reported(role, true)), LINKED, at('08:30'))).toBeNull();
  });

  it('is black for a scene in OBS that is not ours, and stays so when OBS goes', () => {
    const state = hallAfter(wanted('banner'), reported(null, true));
    expect(roleOnAir(state, LINKED)).toBeNull();
    expect(roleOnAir(state, LOST)).toBeNull();
  });

  it('is the banner before anybody asked for anything, and black without an event', () => {
    expect(roleOnAir(hallAfter(), LIVE)).toBe('banner');
    expect(roleOnAir(EMPTY_HALL, LIVE)).toBeNull();
  });

  it('carries no confidential title', () => {
    const state = hallAfter(started('09:05', 'secret', 25), wanted('agenda'));
    expect(JSON.stringify(slideOnAir(state, LIVE, at('09:10')))).not.toMatch(/mật|giấu/);
  });
});
