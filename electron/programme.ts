import type { HallState } from '../shared/domain/hall';
import { DRAWN_ROLES, type DrawnRole } from '../shared/domain/scenes/scenes';
import { type Slide, slideOf } from '../shared/domain/scenes/slide';
import type { Instant } from '../shared/time/time';
import type { ObsWanted } from './devices/obs';
import { messageOf } from './error-message';

export interface ProgrammeContext {
  now(): Instant;
  /** Draws a slide into a picture file; rejects within a few seconds when it cannot. */
  draw(slide: Slide, canvas: Canvas): Promise<Picture>;
  /** Told at every change: what OBS should show. */
  want(wanted: ObsWanted): void;
  /** The slides as data, for a page that draws them itself inside OBS. */
  publish(role: DrawnRole, slide: Slide): void;
  browserUrl: ((role: DrawnRole) => string) | null;
  log(line: string): void;
}
export interface Canvas {
  readonly width: number;
  readonly height: number;
}
export interface Picture {
  readonly path: string;
  readonly hash: string;
}

/** A late programme moves "tiếp tục lúc" on by the minute; looking this often is near enough. */
const LOOK_AGAIN_MS = 5000;
const REDRAW_AFTER_FAILURE_MS = 2000;

/**
 * What the hall wants OBS to show: the scene at once, and the three drawn slides as soon as they are drawn anew.
 * Only slides that changed are drawn; while one is being drawn the newest wish wins.
 */
export class Programme {
  readonly #ctx: ProgrammeContext;
  #state: HallState | null = null;
  #canvas: Canvas | null = null;
  readonly #drawn = new Map<DrawnRole, { readonly key: string; readonly picture: Picture }>();
  readonly #published = new Map<DrawnRole, string>();
  readonly #drawing = new Set<DrawnRole>();
  readonly #look: NodeJS.Timeout;
  #stopped = false;

  constructor(ctx: ProgrammeContext) {
    this.#ctx = ctx;
    this.#look = setInterval(() => this.#refresh(), LOOK_AGAIN_MS);
  }

  update(state: HallState): void {
    const before = this.#state;
    this.#state = state;
    if (before?.scenes !== state.scenes) this.#want();
    if (before?.plan !== state.plan || before?.timer !== state.timer || before?.clock !== state.clock) this.#refresh();
  }

  /** The size OBS draws at; null while pictures are of no use (OBS away, or drawing them itself). */
  canvas(canvas: Canvas | null): void {
    if (canvas?.width === this.#canvas?.width && canvas?.height === this.#canvas?.height) return;
    this.#canvas = canvas;
    this.#refresh();
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#look);
  }

  #refresh(): void {
    for (const role of DRAWN_ROLES) {
      this.#publish(role);
      void this.#draw(role);
    }
  }

  #publish(role: DrawnRole): void {
    if (this.#state === null) return;
    const slide = slideOf(role, this.#state, this.#ctx.now());
    const key = JSON.stringify(slide);
    if (this.#published.get(role) === key) return;
    this.#published.set(role, key);
    this.#ctx.publish(role, slide);
  }

  async #draw(role: DrawnRole): Promise<void> {
    if (this.#drawing.has(role)) return;
    this.#drawing.add(role);
    try {
      for (;;) {
        const canvas = this.#canvas;
        if (this.#stopped || this.#state === null || canvas === null) return;
        const slide = still(slideOf(role, this.#state, this.#ctx.now()));
        const key = JSON.stringify([slide, canvas]);
        if (this.#drawn.get(role)?.key === key) return;
        const picture = await this.#ctx.draw(slide, canvas);
        this.#drawn.set(role, { key, picture });
        this.#want();
      }
    } catch (e) {
      this.#ctx.log(`slide ${role} was not drawn: ${messageOf(e)}`);
      const again = setTimeout(() => void this.#draw(role), REDRAW_AFTER_FAILURE_MS);
      again.unref();
    } finally {
      this.#drawing.delete(role);
    }
  }

  #want(): void {
    if (this.#state === null || this.#stopped) return;
    const picture = (role: DrawnRole): Picture | null => this.#drawn.get(role)?.picture ?? null;
    this.#ctx.want({
      scene: this.#state.scenes.wanted,
      names: this.#state.scenes.names,
      slides: { banner: picture('banner'), agenda: picture('agenda'), break: picture('break') },
      browserUrl: this.#ctx.browserUrl,
    });
  }
}

/** A picture stands still, so it says when the break ends and does not count. */
function still(slide: Slide): Slide {
  return slide.role === 'break' ? { ...slide, untilWall: null } : slide;
}
