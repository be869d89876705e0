import { CALL_LIMIT_MS, CallFailed, type Connection } from './connection';
import { diffScenes, type ObsRequest, type ObsWanted } from './diff';
import { type Change, FILLED_ROLES, type FilledRole, type Reported } from './state';

export interface ProvisionContext {
  readonly call: Connection['call'];
  log(line: string): void;
  /** What to compare; null while nothing may be sent. */
  subject(): { readonly wanted: ObsWanted; readonly reported: Reported } | null;
  apply(c: Change): void;
  /** The report does not agree with what OBS answers. @returns when it has been read again. */
  reread(): Promise<void>;
  /** OBS has said no twice to the same request. */
  refused(request: ObsRequest, e: CallFailed): void;
  /** The source of a role was made or changed. */
  pictureSet(role: FilledRole): void;
}

export interface Provision {
  /** Asks until nothing is left to ask. Never two at a time; a call during one makes it look again. */
  run(): Promise<void>;
  /** Forgets what was refused: another OBS, or another collection. */
  reset(): void;
}

const NOT_READY = 207;
const READY_POLL_MS = 200;
const REFUSALS_PER_REQUEST = 2;
/** Two whole sets of scenes are about 50; more in one go means that OBS does not do what it says. */
const MOST_REQUESTS = 200;

export function createProvision(ctx: ProvisionContext): Provision {
  const refusals = new Map<string, number>();
  let running: Promise<void> | null = null;
  let again = false;

  const isOpen = (r: ObsRequest): boolean => (refusals.get(keyOf(r)) ?? 0) < REFUSALS_PER_REQUEST;

  function next(): ObsRequest | null {
    const s = ctx.subject();
    return s === null ? null : (diffScenes(s.wanted, s.reported).find(isOpen) ?? null);
  }

  /** One at a time and compared afresh after each, so that what OBS says meanwhile counts. */
  async function work(): Promise<void> {
    let sent = 0;
    for (let r = next(); r !== null; r = next()) {
      if (++sent > MOST_REQUESTS) {
        ctx.log(`obs: gave up after ${MOST_REQUESTS} requests; the next was ${r.type}: ${r.why}`);
        return;
      }
      ctx.log(`obs: ${r.type}: ${r.why}`);
      try {
        const answer: unknown = await ctx.call(r.type, r.data, CALL_LIMIT_MS);
        for (const change of r.done(itemIdOf(answer))) ctx.apply(change);
        const filled = FILLED_ROLES.find((f) => f === r.role);
        if (filled !== undefined && (r.type === 'CreateInput' || r.type === 'SetInputSettings')) ctx.pictureSet(filled);
      } catch (e) {
        if (!(e instanceof CallFailed)) throw e;
        ctx.log(`obs: ${r.type} failed: ${e.message}`);
        // a lost link begins anew by itself; a silent OBS is the heartbeat's business
        if (e.kind !== 'answer') return;
        if (e.status === NOT_READY) {
          await new Promise((done) => setTimeout(done, READY_POLL_MS));
          continue;
        }
        const count = (refusals.get(keyOf(r)) ?? 0) + 1;
        refusals.set(keyOf(r), count);
        if (count >= REFUSALS_PER_REQUEST) ctx.refused(r, e);
        await ctx.reread();
      }
    }
  }

  return {
    run() {
      if (running !== null) {
        again = true;
        return running;
      }
      const loop = async (): Promise<void> => {
        do {
          again = false;
          await work();
        } while (again);
      };
      running = loop().finally(() => {
        running = null;
      });
      return running;
    },
    reset: () => refusals.clear(),
  };
}

const keyOf = (r: ObsRequest): string => `${r.type} ${JSON.stringify(r.data)}`;

function itemIdOf(answer: unknown): number {
  const id = typeof answer === 'object' && answer !== null && 'sceneItemId' in answer ? answer.sceneItemId : 0;
  return typeof id === 'number' ? id : 0;
}
