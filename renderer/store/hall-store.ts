import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Answer, Command } from '../../shared/contract/commands';
import type { HallApi, HallUpdate, Hello, PageRole } from '../../shared/contract/hall-api';
import type { Live } from '../../shared/contract/live';
import { evolveAll, type HallState } from '../../shared/domain/hall';
import { startHallTime } from './hall-time';

/** The mirror of the hall in this page: the same state, made by the same `evolve`. */
export interface Mirror {
  readonly role: PageRole;
  /** Null until the first hello is answered. */
  readonly state: HallState | null;
  readonly live: Live | null;
  readonly thumbnail: string | null;
}

const ASK_AGAIN_MS = 500;

const store = createStore<Mirror>(() => ({ role: 'operator', state: null, live: null, thumbnail: null }));
let api: HallApi | null = null;

export const useMirror = <T>(pick: (m: Mirror) => T): T => useStore(store, pick);
export const mirror = (): Mirror => store.getState();
export const subscribeMirror = (listener: () => void): (() => void) => store.subscribe(listener);

/** Asks the hall for everything, then follows it. Call once per page. */
export async function startMirror(hall: HallApi): Promise<void> {
  api = hall;
  let asking: Promise<void> | null = null;
  let waiting: HallUpdate[] = [];
  // refused or unheard: asked again, for as long as the page is there, because nothing can be shown without it
  const hello = async (): Promise<Hello> => {
    for (;;) {
      try {
        return await hall.hello();
      } catch {
        await new Promise((again) => setTimeout(again, ASK_AGAIN_MS));
      }
    }
  };
  const ask = (): Promise<void> => {
    asking ??= hello().then((hello) => {
      asking = null;
      store.setState({ role: hello.role, state: hello.state, live: hello.live });
      // what came while the answer was under way may be newer than the answer
      const late = waiting;
      waiting = [];
      for (const update of late) take(update);
    });
    return asking;
  };
  const take = (update: HallUpdate): void => {
    if (asking !== null) {
      waiting.push(update);
      return;
    }
    const { state, live } = store.getState();
    switch (update.type) {
      case 'live':
        store.setState({ live: update.live });
        return;
      case 'thumbnail':
        store.setState({ thumbnail: update.jpeg });
        return;
      case 'events':
        if (state === null || update.to <= state.revision) return;
        if (update.from !== state.revision) {
          waiting.push(update);
          void ask();
          return;
        }
        // one set for the whole update: no screen ever sees half of it
        store.setState({
          state: { ...evolveAll(state, update.events), revision: update.to },
          live: live === null ? null : { ...live, storage: { ...live.storage, savedRevision: update.savedRevision } },
        });
    }
  };
  hall.onUpdate(take);
  startHallTime(hall);
  await ask();
}

/** Sends a command. A refusal is an answer; a lost hall is told as a refusal too, so that no click is silent. */
export async function send(command: Command): Promise<Answer> {
  if (api === null) return { ok: false, code: 'not-connected', params: {} };
  try {
    return await api.command(command);
  } catch {
    return { ok: false, code: 'not-connected', params: {} };
  }
}

export function hallApi(): HallApi {
  if (api === null) throw new Error('the mirror was not started');
  return api;
}
