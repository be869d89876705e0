import { afterEach, expect, it, vi } from 'vitest';
import type { ObsWanted } from '../../electron/devices/obs';
import { Programme } from '../../electron/programme';
import type { HallEvent } from '../../shared/contract/events';
import type { SegmentId } from '../../shared/domain/agenda/agenda';
import { EMPTY_HALL, evolve, type HallState } from '../../shared/domain/hall';
import type { Slide } from '../../shared/domain/scenes/slide';
import { type Duration, instant } from '../../shared/time/time';
import { planOf, segment } from '../shared/plans';

const NOW = instant(Date.UTC(2026, 1, 7, 1, 0));

function setUp() {
  const drawn: Slide[] = [];
  const wants: ObsWanted[] = [];
  const published: string[] = [];
  let refuse = false;
  const programme = new Programme({
    now: () => NOW,
    draw: async (slide) => {
      await new Promise((r) => setTimeout(r, 5));
      if (refuse) throw new Error('the painter is gone');
      drawn.push(slide);
      return { path: `/slides/${drawn.length}.png`, hash: String(drawn.length) };
    },
    want: (w) => wants.push(w),
    publish: (role) => published.push(role),
    browserUrl: null,
    log: () => undefined,
  });
  stop = () => programme.stop();
  let state: HallState = EMPTY_HALL;
  const happen = (event: HallEvent): void => {
    state = evolve(state, { seq: state.revision + 1, at: NOW, event });
    programme.update(state);
  };
  const open = (): void =>
    happen({
      type: 'event.opened',
      mode: 'planned',
      plan: planOf([segment('1', '08:00', '09:00'), segment('2', '09:00', '10:00')]),
      delegates: [],
    });
  return { programme, drawn, wants, published, happen, open, refuse: (x: boolean) => (refuse = x) };
}
let stop = (): void => undefined;
afterEach(() => stop());
const settle = (): Promise<void> => new Promise((r) => setTimeout(r, 60));

it('asks for the scene at once and brings the pictures when they are drawn', async () => {
  const t = setUp();
  t.open();
  t.programme.canvas({ width: 1920, height: 1080 });
  t.happen({ type: 'scene.wanted', role: 'banner', by: 'operator' });
  expect(t.wants.at(-1)).toMatchObject({ scene: 'banner', slides: { banner: null } });
  await settle();
  expect(t.wants.at(-1)?.slides.banner?.path).toMatch(/png$/);
  expect(t.drawn.map((s) => s.role).sort()).toEqual(['agenda', 'banner', 'break']);
});

it('draws again only the slide that changed', async () => {
  const t = setUp();
  t.open();
  t.programme.canvas({ width: 1920, height: 1080 });
  await settle();
  t.drawn.length = 0;
  t.happen({ type: 'timer.started', segmentId: '1' as SegmentId, allowanceMs: 3_600_000 as Duration });
  await settle();
  expect(t.drawn.map((s) => s.role)).toContain('agenda');
  expect(t.drawn.map((s) => s.role)).not.toContain('banner');
});

it('draws nothing while OBS has no use for pictures, and still publishes the slides', async () => {
  const t = setUp();
  t.open();
  await settle();
  expect(t.drawn).toEqual([]);
  expect(t.published.sort()).toEqual(['agenda', 'banner', 'break']);
});

it('tries again when the painter failed, and keeps asking for the scene meanwhile', async () => {
  vi.useFakeTimers();
  try {
    const t = setUp();
    t.refuse(true);
    t.open();
    t.programme.canvas({ width: 640, height: 360 });
    await vi.advanceTimersByTimeAsync(100);
    t.happen({ type: 'scene.wanted', role: 'agenda', by: 'timer' });
    expect(t.wants.at(-1)).toMatchObject({ scene: 'agenda', slides: { agenda: null } });
    t.refuse(false);
    await vi.advanceTimersByTimeAsync(5000);
    expect(t.wants.at(-1)?.slides.agenda?.path).toMatch(/png$/);
  } finally {
    vi.useRealTimers();
  }
});
