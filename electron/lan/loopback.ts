import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DrawnRole } from '../../shared/domain/scenes/scenes';
import type { Slide } from '../../shared/domain/scenes/slide';
import { fileBelow, mediaType, PAGE_HEADERS } from '../windows/pages';
import { SlideFeed } from './slide-feed';

/** Where the slides were served before; OBS keeps the address, so it should stay the same. */
export interface LoopbackMemory {
  readonly port: number;
  readonly token: string;
}

export interface LoopbackContext {
  /** The folder of the built pages. */
  readonly root: string;
  readonly remembered: LoopbackMemory | null;
  remember(memory: LoopbackMemory): void;
  log(line: string): void;
}

export interface Loopback {
  /** The page of a slide, for a program on this machine. */
  url(role: DrawnRole): string;
  /** Whoever shows this slide draws it anew, without loading its page again. */
  publish(role: DrawnRole, slide: Slide): void;
  readonly port: number;
  stop(): Promise<void>;
}

const ADDRESS = '127.0.0.1';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const MOST_CONNECTIONS = 64;
/** The slides page and what it loads, unencoded; the desk's own pages are not for a browser. */
const SERVED = /^(slides\/index\.html|assets\/[A-Za-z0-9_.-]+)$/;

/**
 * Serves the slides to a browser source on this machine: read only, on the loopback address, below a path that nobody
 * can guess.
 * @throws Error when no port at all can be had
 */
export async function createLoopback(ctx: LoopbackContext): Promise<Loopback> {
  const before = ctx.remembered !== null && TOKEN.test(ctx.remembered.token) ? ctx.remembered : null;
  const token = before?.token ?? randomBytes(32).toString('base64url');
  const feed = new SlideFeed();
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5000, maxHeaderSize: 8192 });
  server.maxConnections = MOST_CONNECTIONS;
  server.keepAliveTimeout = 5000;

  let port = before?.port ?? 0;
  try {
    port = await listen(server, port);
  } catch (error) {
    ctx.log(`slides: port ${port} is not to be had (${String(error)}), taking a free one`);
    port = await listen(server, 0);
  }
  server.on('error', (error) => ctx.log(`slides: ${error.message}`));
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      ctx.log(`slides: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  });
  if (before === null || before.port !== port) ctx.remember({ port, token });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const status = mayAsk(request, port);
    if (status !== 200) return refuse(response, status);
    const rest = below(token, request.url ?? '/');
    if (rest === null) return refuse(response, 404);
    if (rest === 'updates') {
      if (!feed.listen(response, { ...PAGE_HEADERS, 'Cache-Control': 'no-store' })) refuse(response, 503);
      return;
    }
    const wanted = rest === 'slides/' ? 'slides/index.html' : rest;
    if (!SERVED.test(wanted)) return refuse(response, 404);
    const found = fileBelow(ctx.root, wanted);
    if ('status' in found) return refuse(response, found.status);
    let body: Buffer;
    try {
      body = await readFile(found.file);
    } catch {
      return refuse(response, 404);
    }
    response.writeHead(200, {
      ...PAGE_HEADERS,
      'Content-Type': mediaType(found.file),
      'Content-Length': body.length,
      // a browser source must not show the page of the version before this one
      'Cache-Control': 'no-cache',
    });
    response.end(body);
  }

  return {
    url: (role) => `http://${ADDRESS}:${port}/${token}/slides/index.html?role=${role}`,
    publish: (role, slide) => feed.publish(role, slide),
    port,
    stop() {
      feed.stop();
      return new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}

/**
 * Who may ask, before it is looked at what for: a page of another site can make a browser send a request here, also
 * under a name of its own that resolves to this machine, but it cannot choose what these headers say.
 */
function mayAsk(request: IncomingMessage, port: number): 200 | 403 | 405 {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  const hosts = [`${ADDRESS}:${port}`, `localhost:${port}`];
  if (host === undefined || !hosts.includes(host)) return 403;
  if (origin !== undefined && !hosts.some((h) => origin === `http://${h}`)) return 403;
  if (site !== undefined && site !== 'none' && site !== 'same-origin') return 403;
  return request.method === 'GET' ? 200 : 405;
}

/** What follows the token in the path, without the query; null when the token is not the right one. */
function below(token: string, target: string): string | null {
  const m = /^\/([^/?#]*)\/([^?#]*)/.exec(target);
  if (m === null) return null;
  const given = Buffer.from(m[1] ?? '');
  const right = Buffer.from(token);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return m[2] ?? '';
}

function refuse(response: ServerResponse, status: number): void {
  const headers: Record<string, string> = {
    ...PAGE_HEADERS,
    'Content-Type': 'text/plain',
    'Cache-Control': 'no-store',
  };
  if (status === 405) headers.Allow = 'GET';
  // a body that was not asked for is not read either
  response.writeHead(status, { ...headers, Connection: 'close' });
  response.end(`${status}`);
}

/** @returns the port that it listens on. @throws the error of the system, such as EADDRINUSE */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => reject(error);
    server.once('error', failed);
    server.listen({ host: ADDRESS, port, exclusive: true }, () => {
      server.removeListener('error', failed);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
