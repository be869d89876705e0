import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLoopback, type Loopback, type LoopbackMemory } from '../../../electron/lan/loopback';
import { MOST_LISTENERS } from '../../../electron/lan/slide-feed';
import { POLICY } from '../../../electron/windows/pages';
import type { Slide } from '../../../shared/domain/scenes/slide';

const banner = (line: string): Slide => ({ role: 'banner', lines: [line] });

interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

describe('the slides over loopback', () => {
  let home = '';
  let kept: LoopbackMemory[] = [];
  let server: Loopback;
  const open: (() => void)[] = [];
  const others: Loopback[] = [];

  const serve = async (remembered: LoopbackMemory | null): Promise<Loopback> => {
    const made = await createLoopback({
      root: path.join(home, 'renderer'),
      remembered,
      remember: (m) => kept.push(m),
      log: () => undefined,
    });
    others.push(made);
    return made;
  };

  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'loopback-'));
    for (const dir of ['slides', 'operator', 'assets'])
      await mkdir(path.join(home, 'renderer', dir), { recursive: true });
    await writeFile(path.join(home, 'secret.js'), 'secret');
    await writeFile(path.join(home, 'renderer/operator/index.html'), 'the desk');
    await writeFile(path.join(home, 'renderer/slides/index.html'), '<p>Ma két</p>');
    await writeFile(path.join(home, 'renderer/assets/slides-AbC1.js'), 'export {}');
    kept = [];
    server = await serve(null);
  });
  afterEach(async () => {
    for (const close of open.splice(0)) close();
    await Promise.all(others.splice(0).map((s) => s.stop()));
    await rm(home, { recursive: true, force: true });
  });

  /** The path goes out as it is written here: a URL parser would tidy it up first. */
  const ask = (
    target: string,
    headers: Record<string, string> = {},
    method = 'GET',
    port = server.port,
  ): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const r = request({ host: '127.0.0.1', port, path: target, method, headers, agent: false }, (res) => {
        let body = '';
        res.setEncoding('utf8').on('data', (d: string) => {
          body += d;
        });
        res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }));
      });
      r.on('error', reject);
      r.end();
    });
  const token = (): string => new URL(server.url('banner')).pathname.split('/')[1] ?? '';

  interface Ear {
    readonly status: number;
    readonly heard: () => string;
    until(text: string): Promise<void>;
    close(): void;
  }
  const hear = (s: Loopback): Promise<Ear> =>
    new Promise((resolve, reject) => {
      const r = get(`http://127.0.0.1:${s.port}${new URL('../updates', s.url('banner')).pathname}`, { agent: false });
      r.on('error', reject);
      r.on('response', (res) => {
        let text = '';
        res.on('error', () => undefined);
        res.setEncoding('utf8').on('data', (d: string) => {
          text += d;
        });
        r.removeListener('error', reject);
        r.on('error', () => undefined);
        const close = (): void => void r.destroy();
        open.push(close);
        resolve({
          status: res.statusCode ?? 0,
          heard: () => text,
          close,
          async until(wanted) {
            for (let i = 0; i < 500 && !text.includes(wanted); i++) await new Promise((f) => setTimeout(f, 10));
            expect(text).toContain(wanted);
          },
        });
      });
    });

  it('serves the slides page and its files, with the policy of the pages', async () => {
    const url = new URL(server.url('agenda'));
    expect(url.hostname).toBe('127.0.0.1');
    const page = await ask(url.pathname + url.search);
    expect(page).toMatchObject({ status: 200, body: '<p>Ma két</p>' });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toBe(POLICY);
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
    expect((await ask(`/${token()}/slides/?role=banner`)).body).toBe('<p>Ma két</p>');
    expect(await ask(`/${token()}/assets/slides-AbC1.js`)).toMatchObject({ status: 200, body: 'export {}' });
  });

  it('has a path that cannot be guessed', () => {
    expect(token()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('serves nothing without the token', async () => {
    for (const target of [
      '/',
      '/slides/index.html',
      '/updates',
      `/${'x'.repeat(43)}/slides/index.html`,
      `/${token().slice(0, -1)}/slides/index.html`,
      `/${token()}`,
      `http://127.0.0.1/${token()}/slides/index.html`,
    ])
      expect((await ask(target)).status, target).toBe(404);
  });

  it('serves no other page of the app and nothing outside its folder', async () => {
    for (const target of [
      'operator/index.html',
      'assets/../operator/index.html',
      'assets/..%2foperator%2findex.html',
      'assets/%2e%2e%2foperator%2findex.html',
      'assets/../../secret.js',
      '../secret.js',
      'slides/../../secret.js',
      'assets/..',
      'assets/',
      'assets/none.js',
      '/etc/passwd',
      '%zz',
      '%00',
      '',
    ]) {
      const reply = await ask(`/${token()}/${target}`);
      expect([400, 403, 404], target).toContain(reply.status);
      expect(reply.body).not.toMatch(/secret|desk|root:/);
    }
  });

  it('refuses a foreign name for this machine', async () => {
    const target = `/${token()}/slides/index.html`;
    for (const host of ['evil.example', `evil.example:${server.port}`, '127.0.0.1', `127.0.0.1:${server.port + 1}`])
      expect((await ask(target, { host })).status, host).toBe(403);
    expect((await ask(target, { host: `localhost:${server.port}` })).status).toBe(200);
  });

  it('refuses a request that another site caused', async () => {
    const target = `/${token()}/updates`;
    expect((await ask(target, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await ask(target, { origin: 'null' })).status).toBe(403);
    expect((await ask(target, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask(target, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
  });

  it('is read only', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']) {
      const reply = await ask(`/${token()}/slides/index.html`, {}, method);
      expect(reply.status, method).toBe(405);
      expect(reply.headers.allow).toBe('GET');
    }
  });

  it('tells a page that has just come every slide, and then each change once', async () => {
    server.publish('banner', banner('một'));
    const ear = await hear(server);
    await ear.until('event: slide\ndata: {"role":"banner","slide":{"role":"banner","lines":["một"]}}\n\n');
    server.publish('banner', banner('hai\nba'));
    server.publish('banner', banner('hai\nba'));
    server.publish('agenda', { role: 'agenda', heading: 'H', rows: [] });
    await ear.until('"role":"agenda"');
    const said = ear
      .heard()
      .split('\n')
      .filter((l) => l.startsWith('data: '))
      .map((l) => JSON.parse(l.slice('data: '.length)) as { slide: Slide });
    expect(said.map((s) => s.slide)).toEqual([
      banner('một'),
      banner('hai\nba'),
      { role: 'agenda', heading: 'H', rows: [] },
    ]);
  });

  it('has room for a bounded number of listeners, and again when one goes', async () => {
    const ears = await Promise.all(Array.from({ length: MOST_LISTENERS }, () => hear(server)));
    expect(ears.map((e) => e.status)).toEqual(ears.map(() => 200));
    expect((await hear(server)).status).toBe(503);
    ears[0]?.close();
    let status = 503;
    for (let i = 0; i < 100 && status === 503; i++) status = (await hear(server)).status;
    expect(status).toBe(200);
  });

  it('keeps its address from one start to the next', async () => {
    const before = server.url('banner');
    expect(kept).toEqual([{ port: server.port, token: token() }]);
    await server.stop();
    expect((await serve(kept[0] ?? null)).url('banner')).toBe(before);
    expect(kept).toHaveLength(1);
  });

  it('takes another port, and keeps that, when its own is in use', async () => {
    const squatter = createServer();
    await new Promise<void>((done) => squatter.listen(0, '127.0.0.1', done));
    const address = squatter.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const other = await serve({ port, token: token() });
    expect(other.port).not.toBe(port);
    expect(kept.at(-1)).toEqual({ port: other.port, token: token() });
    await new Promise((done) => squatter.close(done));
  });

  it('does not take a token from its settings that is none', async () => {
    const other = await serve({ port: 0, token: '' });
    expect(new URL(other.url('banner')).pathname.split('/')[1]).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('lets everyone go when it stops', async () => {
    const ear = await hear(server);
    await server.stop();
    await expect(ask(`/${token()}/slides/index.html`)).rejects.toThrow();
    ear.close();
  });
});
