import type { ObsEvent } from './connection';
import { createLater } from './later';

/** What is to be done about what OBS tells by itself. */
export interface NewsContext {
  /** OBS closes or changes its collection: what it tells meanwhile is of scenes that are on their way out. */
  isShut(): boolean;
  exiting(): void;
  collectionChanging(): void;
  collectionChanged(): void;
  onAir(sceneName: string): void;
  studio(on: boolean): void;
  /** Scenes and sources that came, went or have another name. */
  structure(e: ObsEvent): void;
}

export interface News {
  hear(e: ObsEvent): void;
  /** Forgets what was still to come of the last link. */
  reset(): void;
}

/** The false programme that comes with the end of studio mode arrives around the event that says so. */
const STUDIO_LINGER_MS = 500;

/** The events of OBS, each to the one that minds it. */
export function createNews(ctx: NewsContext): News {
  const lingering = createLater();
  return {
    hear(e) {
      if (e.type === 'ExitStarted') return ctx.exiting();
      if (e.type === 'CurrentSceneCollectionChanging') return ctx.collectionChanging();
      if (e.type === 'CurrentSceneCollectionChanged') return ctx.collectionChanged();
      if (ctx.isShut()) return;
      if (e.type === 'CurrentProgramSceneChanged') return ctx.onAir(e.data.sceneName);
      if (e.type !== 'StudioModeStateChanged') return ctx.structure(e);
      lingering.cancel();
      if (e.data.studioModeEnabled) ctx.studio(true);
      else lingering.set(STUDIO_LINGER_MS, () => ctx.studio(false));
    },
    reset: lingering.cancel,
  };
}
