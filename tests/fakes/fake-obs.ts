import { createHash } from 'node:crypto';
import { createServer as createHttp, type Server } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { FakeObsWorld, PLAIN_KINDS, Refused, type WorldOptions } from './fake-obs-world';

export interface FakeObsOptions extends Partial<WorldOptions> {
  /** Null: no password is asked for. */
  readonly password?: string | null;
}

interface Request {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

const SALT = 'muoi';
const CHALLENGE = 'thach-thuc';
const sha = (text: string): string => createHash('sha256').update(text).digest('base64');

/** An OBS that speaks obs-websocket 5 on a real socket, and fails on demand as the real one does. */
export class FakeObs {
  port = 0;
  readonly password: string | null;
  readonly world: FakeObsWorld;
  /** Every request in the order it came. */
  received: Request[] = [];
  /** Accepts and says nothing. */
  mute = false;
  /** Answers 207 as OBS 30 does while it starts. */
  notReady = false;
  /** Milliseconds before each answer. */
  slowMs = 0;
  /** Requests that are answered with "done" and not done. */
  readonly ignored = new Set<string>();
  /** Requests that are refused with this status. */
  readonly refusing = new Map<string, number>();
  private http: Server | null = null;
  private sockets: WebSocketServer | null = null;
  private readonly raw = new Set<Socket>();
  private readonly clients = new Map<WebSocket, boolean>();
  private frozen = false;

  constructor(o: FakeObsOptions) {
    this.password = o.password === undefined ? 'mat-khau-thu' : o.password;
    const options: WorldOptions = {
      version: o.version ?? '29.0.2',
      kinds: o.kinds ?? PLAIN_KINDS,
      canvas: o.canvas ?? { width: 1280, height: 720 },
      fps: o.fps ?? 30,
    };
    this.world = new FakeObsWorld(options, (type, data) => this.event(type, data));
  }

  /** Opens the port: OBS has been started. */
  async start(): Promise<void> {
    this.world.startedAt = performance.now();
    const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'obswebsocket.json' });
    const http = createHttp();
    http.on('connection', (s) => {
      this.raw.add(s);
      s.on('close', () => this.raw.delete(s));
    });
    http.on('upgrade', (req, socket, head) => {
      if (this.mute || this.frozen) return;
      sockets.handleUpgrade(req, socket, head, (ws) => this.welcome(ws));
    });
    await new Promise<void>((done) => http.listen(this.port, '127.0.0.1', done));
    const at = http.address();
    if (at !== null && typeof at !== 'string') this.port = at.port;
    this.http = http;
    this.sockets = sockets;
  }

  /** The process is gone at once; what it holds is kept, as OBS keeps it on disk. */
  async kill(): Promise<void> {
    this.frozen = false;
    this.clients.clear();
    for (const s of this.raw) s.resetAndDestroy();
    this.sockets?.close();
    const http = this.http;
    this.http = null;
    if (http !== null) await new Promise((done) => http.close(done));
  }

  /** Closes as OBS does: scenes go first, then it says so, then the link ends with 1001. */
  async exit(): Promise<void> {
    this.world.clear();
    this.event('ExitStarted', {});
    await sleep(60);
    for (const ws of this.clients.keys()) ws.close(1001, 'Server stopping.');
    await sleep(20);
    await this.kill();
  }

  /** Reads nothing and says nothing, with the link open. */
  freeze(): void {
    this.frozen = true;
    for (const s of this.raw) s.pause();
  }

  thaw(): void {
    this.frozen = false;
    for (const s of this.raw) s.resume();
  }

  /** A person pressed "kick" in OBS. */
  kick(): void {
    for (const ws of this.clients.keys()) ws.close(4011, 'Your session has been invalidated.');
  }

  count(type: string): number {
    return this.received.filter((r) => r.type === type).length;
  }

  event(type: string, eventData: Record<string, unknown>): void {
    if (this.frozen) return;
    for (const [ws, identified] of this.clients) {
      if (identified) send(ws, 5, { eventType: type, eventIntent: 1, eventData });
    }
  }

  private welcome(ws: WebSocket): void {
    this.clients.set(ws, false);
    ws.on('close', () => this.clients.delete(ws));
    ws.on('message', (text) => {
      const { op, d } = JSON.parse(String(text));
      if (op === 1) this.identify(ws, d);
      if (op === 6) void this.answer(ws, d);
    });
    const authentication = this.password === null ? {} : { authentication: { challenge: CHALLENGE, salt: SALT } };
    send(ws, 0, { obsWebSocketVersion: '5.1.0', rpcVersion: 1, ...authentication });
  }

  private identify(ws: WebSocket, d: { authentication?: string }): void {
    const expected = this.password === null ? undefined : sha(sha(this.password + SALT) + CHALLENGE);
    if (d.authentication !== expected) {
      ws.close(4009, d.authentication === undefined ? 'authentication string is missing' : 'Authentication failed.');
      return;
    }
    this.clients.set(ws, true);
    send(ws, 2, { negotiatedRpcVersion: 1 });
  }

  private async answer(
    ws: WebSocket,
    d: { requestId: string; requestType: string; requestData?: Record<string, unknown> },
  ): Promise<void> {
    const { requestId, requestType } = d;
    const data = d.requestData ?? {};
    this.received.push({ type: requestType, data });
    if (this.slowMs > 0) await sleep(this.slowMs);
    const reply = (code: number, comment: string | undefined, responseData: unknown): void =>
      send(ws, 7, { requestId, requestType, requestStatus: { result: code === 100, code, comment }, responseData });
    const refused = this.notReady ? 207 : this.refusing.get(requestType);
    if (refused !== undefined) {
      reply(refused, 'refused by the test', undefined);
      return;
    }
    if (this.ignored.has(requestType)) {
      reply(100, undefined, undefined);
      return;
    }
    try {
      reply(100, undefined, this.world.request(requestType, data));
    } catch (e) {
      if (!(e instanceof Refused)) throw e;
      reply(e.code, e.message, undefined);
    }
  }
}

export async function startFakeObs(options: FakeObsOptions = {}): Promise<FakeObs> {
  const obs = new FakeObs(options);
  await obs.start();
  return obs;
}

/** A port that is answered by something which is not OBS. */
export async function startStranger(): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((s) => {
    s.on('error', () => {});
    s.resume();
    s.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const at = server.address();
  return {
    port: at === null || typeof at === 'string' ? 0 : at.port,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

function send(ws: WebSocket, op: number, d: Record<string, unknown>): void {
  if (ws.readyState === ws.OPEN) ws.send(JSON.stringify({ op, d }));
}
