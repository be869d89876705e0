import {
  type OBSEventTypes,
  type OBSRequestTypes,
  type OBSResponseTypes,
  OBSWebSocket,
  type OutgoingMessageTypes,
  WebSocketOpCode,
} from 'obs-websocket-js/json';
import { messageOf } from '../../error-message';

/** Where OBS listens. An empty password means that OBS asks for none. */
export interface Target {
  readonly address: string;
  readonly port: number;
  readonly password: string;
}

/** Why the link is gone; it is tried again without anybody's help. */
export type Down =
  | { readonly why: 'port-closed' | 'mute' | 'frozen' | 'dropped' | 'exited' }
  | { readonly why: 'unreachable' | 'not-obs'; readonly detail: string };

/** Why OBS will not have us; only a person can change that. */
export type Refusal = 'password-missing' | 'password-wrong' | 'protocol' | 'kicked';

export type ObsEvent = { [T in WatchedEvent]: { readonly type: T; readonly data: OBSEventTypes[T] } }[WatchedEvent];
type WatchedEvent = (typeof WATCHED)[number];

export interface ConnectionContext {
  log(line: string): void;
  opened(): void;
  event(e: ObsEvent): void;
  /** Any answer to the heartbeat, once a second or so. */
  beat(stats: OBSResponseTypes['GetStats']): void;
  /** @param wasOpen false where an attempt failed, true where a link was lost. */
  down(d: Down, wasOpen: boolean): void;
  refused(r: Refusal): void;
}

/** How a call ended that was not answered with "done". */
export class CallFailed extends Error {
  readonly kind: 'answer' | 'lost' | 'timeout';
  /** obs-websocket's request status; 0 where there was no answer. */
  readonly status: number;
  constructor(kind: 'answer' | 'lost' | 'timeout', status: number, message: string) {
    super(message);
    this.kind = kind;
    this.status = status;
  }
}

export interface Connection {
  open(target: Target): void;
  /** Ends the link and every try for it. */
  shut(): void;
  /** Lets go of a link that is of no use any more and tries again. */
  renew(d: Down): void;
  readonly isOpen: boolean;
  /**
   * Sends at once. Always ends: by OBS's answer, by the loss of the link, or after `limitMs`.
   * @throws CallFailed
   */
  call<T extends keyof OBSRequestTypes>(
    type: T,
    data: OBSRequestTypes[T] | undefined,
    limitMs: number,
  ): Promise<OBSResponseTypes[T]>;
  /** While quiet nothing is sent by itself, the heartbeat included. */
  quiet(on: boolean): void;
}

export const CALL_LIMIT_MS = 3000;
/** An accepted socket that says nothing is given up after this; OBS needs 5 ms, or 1 s on a machine that starts up. */
const HANDSHAKE_LIMIT_MS = 3000;
const BEAT_EVERY_MS = 800;
const BEAT_LIMIT_MS = 1000;
/** One slow answer may be a busy machine; two in a row are 2.8 s after the last sign of life. */
const BEATS_MISSED = 2;
const FIRST_RETRY_MS = 250;
/** A closed local port costs nothing to try, and a started OBS shall be linked within 2 s of opening it. */
const LONGEST_RETRY_MS = 1000;

const WATCHED = [
  'ExitStarted',
  'CurrentSceneCollectionChanging',
  'CurrentSceneCollectionChanged',
  'SceneCreated',
  'SceneRemoved',
  'SceneNameChanged',
  'CurrentProgramSceneChanged',
  'InputRemoved',
  'InputNameChanged',
  'SceneItemRemoved',
  'StudioModeStateChanged',
] as const satisfies readonly (keyof OBSEventTypes)[];
/** General, Config, Scenes, Inputs, SceneItems, Ui: every packet not asked for can hold an answer back for 40 ms. */
const SUBSCRIPTIONS = 1 | 2 | 4 | 8 | 128 | 1024;

interface RawSocket {
  readonly readyState: number;
  terminate(): void;
  pong(): void;
  on(event: 'message', heard: () => void): void;
}

/** The library closes politely only, which takes 30 s with a frozen OBS, and sends when everything else is done. */
class Wire extends OBSWebSocket {
  get raw(): RawSocket | null {
    return (this.socket as unknown as RawSocket | undefined) ?? null;
  }

  /** Requests go out in the turn that makes them: a cut is not to wait until all screens have been told of it. */
  protected override async message<T extends keyof OutgoingMessageTypes>(
    op: T,
    d: OutgoingMessageTypes[T],
  ): Promise<void> {
    if (op !== WebSocketOpCode.Request || !this.identified || this.socket === undefined) return super.message(op, d);
    this.socket.send(JSON.stringify({ op, d }));
  }
}

interface Session {
  readonly wire: Wire;
  open: boolean;
  exiting: boolean;
  missed: number;
  /** What ends the calls that are under way when the link is lost. */
  readonly waiting: Set<(e: CallFailed) => void>;
  timer: NodeJS.Timeout | null;
}

/**
 * One link to one OBS. A new library object for each attempt, one attempt and one timer at a time; news of an older
 * attempt is not heard, because its listeners are gone with it.
 */
export function createConnection(ctx: ConnectionContext): Connection {
  let target: Target | null = null;
  let session: Session | null = null;
  let retryTimer: NodeJS.Timeout | null = null;
  let retryMs = FIRST_RETRY_MS;
  let quiet = false;

  /** A part that throws must not silence the ones after it; the library would swallow the error unseen. */
  function guarded(what: string, f: () => void): void {
    try {
      f();
    } catch (e) {
      ctx.log(`obs: ${what} failed: ${e instanceof Error ? (e.stack ?? e.message) : String(e)}`);
    }
  }

  function attempt(to: Target): void {
    const wire = new Wire();
    const s: Session = { wire, open: false, exiting: false, missed: 0, waiting: new Set(), timer: null };
    session = s;
    quiet = false;
    let failed = '';
    wire.on('ConnectionError', (e) => {
      failed = e.message;
    });
    wire.on('ConnectionClosed', (e) => {
      if (session === s) closed(s, to, Number(e.code), e.message, failed);
    });
    for (const type of WATCHED) {
      wire.on(type, (...args: readonly unknown[]) => {
        if (session !== s) return;
        if (type === 'ExitStarted') s.exiting = true;
        s.missed = 0;
        guarded(`event ${type}`, () => ctx.event({ type, data: args[0] } as ObsEvent));
      });
    }
    s.timer = setTimeout(() => end(s, { why: 'mute' }), HANDSHAKE_LIMIT_MS);
    wire.connect(urlOf(to), to.password, { eventSubscriptions: SUBSCRIPTIONS }).then(
      () => {
        if (session !== s) return;
        s.open = true;
        retryMs = FIRST_RETRY_MS;
        if (s.timer !== null) clearTimeout(s.timer);
        s.timer = setTimeout(() => beat(s), BEAT_EVERY_MS);
        guarded('opening', () => ctx.opened());
      },
      (e: unknown) => {
        // a close has been dealt with by its event; what is left is a server that speaks something else
        if (session === s) end(s, { why: 'not-obs', detail: messageOf(e) });
      },
    );
    wire.raw?.on('message', () => acknowledge(s));
  }

  function closed(s: Session, to: Target, code: number, reason: string, failed: string): void {
    const refusal = refusalOf(code, to);
    if (refusal !== null) refuse(s, refusal);
    else end(s, downOf(s, code, reason, failed));
  }

  function release(s: Session): void {
    if (session === s) session = null;
    if (s.timer !== null) clearTimeout(s.timer);
    s.timer = null;
    s.wire.removeAllListeners();
    s.wire.raw?.terminate();
    const lost = new CallFailed('lost', 0, 'the link to OBS was lost');
    for (const lose of [...s.waiting]) lose(lost);
  }

  function end(s: Session, d: Down): void {
    if (session !== s) return;
    release(s);
    if (target !== null) {
      const delay = retryMs * (0.85 + 0.15 * Math.random());
      retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
      const to = target;
      retryTimer = setTimeout(() => {
        retryTimer = null;
        attempt(to);
      }, delay);
    }
    guarded('loss', () => ctx.down(d, s.open));
  }

  function refuse(s: Session, r: Refusal): void {
    release(s);
    target = null;
    guarded('refusal', () => ctx.refused(r));
  }

  function beat(s: Session): void {
    if (session !== s) return;
    s.timer = null;
    if (quiet) {
      s.timer = setTimeout(() => beat(s), BEAT_EVERY_MS);
      return;
    }
    call('GetStats', undefined, BEAT_LIMIT_MS).then(
      (stats) => {
        if (session !== s) return;
        s.missed = 0;
        s.timer = setTimeout(() => beat(s), BEAT_EVERY_MS);
        guarded('heartbeat', () => ctx.beat(stats));
      },
      (e: unknown) => {
        if (session !== s) return;
        // an answer that says no is a sign of life too
        s.missed = e instanceof CallFailed && e.kind === 'answer' ? 0 : s.missed + 1;
        if (s.missed >= BEATS_MISSED) end(s, { why: 'frozen' });
        else s.timer = setTimeout(() => beat(s), s.missed > 0 ? 0 : BEAT_EVERY_MS);
      },
    );
  }

  /**
   * OBS holds a packet back until the one before it is acknowledged, and our side puts that off for up to 40 ms.
   * Anything we send carries the acknowledgement at once; a pong nobody asked for is the one thing not answered.
   */
  function acknowledge(s: Session): void {
    if (s.open && s.wire.raw?.readyState === 1) s.wire.raw.pong();
  }

  function call<T extends keyof OBSRequestTypes>(
    type: T,
    data: OBSRequestTypes[T] | undefined,
    limitMs: number,
  ): Promise<OBSResponseTypes[T]> {
    const s = session;
    if (s === null || !s.open) return Promise.reject(new CallFailed('lost', 0, 'OBS is not linked'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => lose(new CallFailed('timeout', 0, `${type}: no answer in ${limitMs} ms`)),
        limitMs,
      );
      const settle = (): void => {
        clearTimeout(timer);
        s.waiting.delete(lose);
      };
      const lose = (e: CallFailed): void => {
        settle();
        reject(e);
      };
      s.waiting.add(lose);
      s.wire.call(type, data).then(
        (answer) => {
          settle();
          if (session === s) s.missed = 0;
          resolve(answer);
        },
        (e: unknown) => {
          const code = e instanceof Error && 'code' in e ? Number(e.code) : 0;
          const message = `${type}: ${messageOf(e)}`;
          lose(code > 0 ? new CallFailed('answer', code, message) : new CallFailed('lost', 0, message));
        },
      );
    });
  }

  function shut(): void {
    target = null;
    if (retryTimer !== null) clearTimeout(retryTimer);
    retryTimer = null;
    if (session !== null) release(session);
  }

  return {
    get isOpen() {
      return session?.open === true;
    },
    open(to) {
      shut();
      target = to;
      retryMs = FIRST_RETRY_MS;
      attempt(to);
    },
    shut,
    renew(d) {
      if (session !== null) end(session, d);
    },
    call,
    quiet(on) {
      quiet = on;
    },
  };
}

function urlOf(t: Target): string {
  // OBS may listen on IPv4 alone, and `localhost` is tried on IPv6 first
  const host = t.address === 'localhost' ? '127.0.0.1' : t.address.includes(':') ? `[${t.address}]` : t.address;
  return `ws://${host}:${t.port}`;
}

function refusalOf(code: number, to: Target): Refusal | null {
  if (code === 4009) return to.password === '' ? 'password-missing' : 'password-wrong';
  if (code === 4010) return 'protocol';
  return code === 4011 ? 'kicked' : null;
}

function downOf(s: Session, code: number, reason: string, failed: string): Down {
  if (s.open) return { why: s.exiting || code === 1001 ? 'exited' : 'dropped' };
  if (failed.includes('ECONNREFUSED')) return { why: 'port-closed' };
  const other = /Unexpected server response|subprotocol|Parse Error/i.test(failed);
  return { why: other ? 'not-obs' : 'unreachable', detail: failed || reason || String(code) };
}
