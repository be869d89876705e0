import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../shared/contract/commands';
import type { HallApi } from '../../shared/contract/hall-api';
import { type App, launchApp } from '../tooling/app';
import { startXvfb, type Xvfb } from '../tooling/xvfb';
import { APP_PATH, ask, type HallWindow } from './inside';

// Everything a page could try is tried for real, from inside the page. A server on this machine stands for the world
// outside: at the end it must not have been asked for anything.
let xvfb: Xvfb;
let app: App;
let operator: Page;
let stage: Page;
let outside: Server;
let port = 0;
const asked: string[] = [];

beforeAll(async () => {
  outside = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('<h1>foreign</h1>');
  });
  await new Promise<void>((done) => outside.listen(0, '127.0.0.1', done));
  port = (outside.address() as AddressInfo).port;
  xvfb = await startXvfb();
  app = await launchApp({ env: { DISPLAY: xvfb.display }, appPath: APP_PATH });
  operator = await app.page('operator');
  await operator.waitForFunction(() => 'hall' in window);
  await ask(app, { type: 'window.open', role: 'stage', displayId: null });
  stage = await app.page('stage');
  await stage.waitForFunction(() => 'hall' in window);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await xvfb?.stop();
  outside?.close();
}, 60_000);

it('gives a page nothing of Node', async () => {
  for (const page of [operator, stage])
    expect(
      await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global'].filter((n) => n in window)),
    ).toEqual([]);
});

it('gives a page the contract and nothing else', async () => {
  const contract: Record<keyof HallApi, true> = {
    role: true,
    hello: true,
    onUpdate: true,
    command: true,
    clock: true,
    log: true,
    ports: true,
  };
  for (const page of [operator, stage]) {
    const keys = await page.evaluate(() => Object.keys((window as unknown as HallWindow).hall));
    expect(keys.sort()).toEqual(Object.keys(contract).sort());
    expect(await page.evaluate(() => 'painter' in window)).toBe(false);
  }
});

it('does not let a page replace what it was given', async () => {
  const after = await operator.evaluate(() => {
    const w = window as unknown as { hall: Record<string, unknown> };
    try {
      w.hall.command = 1;
    } catch {
      // frozen
    }
    try {
      w.hall = {};
    } catch {
      // not writable
    }
    return typeof (window as unknown as HallWindow).hall.command;
  });
  expect(after).toBe('function');
});

it('makes every page isolated and sandboxed', async () => {
  const all = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((c) => {
      // there in every version, but only documented for some
      const p = (c as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
      return {
        url: c.getURL(),
        isolated: p.contextIsolation === true && p.sandbox === true && p.webSecurity !== false,
        open: [
          p.nodeIntegration,
          p.nodeIntegrationInWorker,
          p.nodeIntegrationInSubFrames,
          p.webviewTag,
          p.experimentalFeatures,
          p.allowRunningInsecureContent,
        ].some(Boolean),
      };
    }),
  );
  expect(all.length).toBeGreaterThanOrEqual(2);
  for (const page of all) {
    expect(page).toMatchObject({ isolated: true, open: false });
    expect(page.url).toMatch(/^app:\/\/bundle\//);
  }
});

it('runs every page in the sandbox of the system, unless the app was started as root', async () => {
  const pages = await app.electron.evaluate(({ app }) => ({
    sandboxOff: app.commandLine.hasSwitch('no-sandbox'),
    pids: app
      .getAppMetrics()
      .filter((m) => m.type === 'Tab')
      .map((m) => m.pid),
  }));
  expect(pages.pids.length).toBeGreaterThanOrEqual(2);
  const root = process.getuid?.() === 0 || process.env.CI === 'true';
  expect(pages.sandboxOff).toBe(root);
  if (root) return;
  for (const pid of pages.pids) expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
});

it('lets no inline script, no eval, no foreign picture and no foreign request through its policy', async () => {
  const tried = await operator.evaluate(async (p) => {
    const violated = new Set<string>();
    document.addEventListener('securitypolicyviolation', (e) => violated.add(e.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
    const foreign = document.createElement('script');
    foreign.src = `http://127.0.0.1:${p}/script.js`;
    document.body.append(foreign);
    // not in this call itself: what the debugger evaluates is exempt from the policy
    const evalStopped = await new Promise((done) =>
      setTimeout(() => {
        try {
          // biome-ignore lint/security/noGlobalEval: that it does not work is what is tested
          window.eval('window.evalRan = true');
          done(false);
        } catch {
          done(true);
        }
      }, 10),
    );
    new Image().src = `http://127.0.0.1:${p}/picture.png`;
    const frame = document.createElement('iframe');
    frame.src = `http://127.0.0.1:${p}/frame`;
    document.body.append(frame);
    const fetched = await fetch(`http://127.0.0.1:${p}/fetch`).then(
      () => true,
      () => false,
    );
    const socket = await new Promise((done) => {
      try {
        const s = new WebSocket(`ws://127.0.0.1:${p}/socket`);
        s.onopen = () => done(true);
        s.onerror = () => done(false);
      } catch {
        done(false);
      }
    });
    await new Promise((done) => setTimeout(done, 300));
    for (const e of [script, foreign, frame]) e.remove();
    return { violated: [...violated], evalStopped, fetched, socket, ran: 'inlineRan' in window || 'evalRan' in window };
  }, port);
  expect(tried).toMatchObject({ evalStopped: true, fetched: false, socket: false, ran: false });
  for (const directive of ['script-src-elem', 'img-src', 'frame-src', 'connect-src'])
    expect(tried.violated).toContain(directive);
});

it('sends its policy with every page', async () => {
  const headers = await operator.evaluate(async () => {
    const r = await fetch(location.href);
    return ['content-security-policy', 'x-content-type-options', 'content-type'].map((h) => r.headers.get(h));
  });
  expect(headers[0]).toMatch(/^default-src 'none'; script-src 'self'/);
  expect(headers.slice(1)).toEqual(['nosniff', 'text/html; charset=utf-8']);
});

it('serves nothing from outside the bundle', async () => {
  const answers = await operator.evaluate(async () => {
    const out: Record<string, string> = {};
    for (const path of [
      '/../main/main.cjs',
      '/%2e%2e/main/main.cjs',
      '/..%2fmain%2fmain.cjs',
      '/..%2f..%2fpackage.json',
      '/%2e%2e%2f%2e%2e%2fpackage.json',
      '/operator/..%5c..%5cmain%5cmain.cjs',
      '//etc/passwd',
      '/%00',
      '/%zz',
      '/',
    ]) {
      out[path] = await fetch(`app://bundle${path}`).then(
        async (r) => `${r.status} ${await r.text()}`,
        () => 'blocked',
      );
    }
    out.host = await fetch('app://elsewhere/operator/index.html').then(
      (r) => `${r.status}`,
      () => 'blocked',
    );
    out.post = await fetch('app://bundle/operator/index.html', { method: 'POST', body: 'x' }).then(
      (r) => `${r.status}`,
      () => 'blocked',
    );
    return out;
  });
  for (const [path, said] of Object.entries(answers)) expect(said, path).toMatch(/^(blocked|4\d\d( 4\d\d)?$)/);
});

it.each([
  ['http', () => `http://127.0.0.1:${port}/navigated`],
  ['a file', () => 'file:///etc/passwd'],
  ['data', () => 'data:text/html,foreign'],
  ['another page of its own', () => 'app://bundle/operator/index.html?role=operator'],
])('does not let a page go to %s', async (_name, target) => {
  const before = stage.url();
  await stage.evaluate((url) => {
    location.href = url;
  }, target());
  await stage.waitForTimeout(400);
  expect(stage.url()).toBe(before);
  expect(await stage.evaluate(() => (window as unknown as HallWindow).hall.role)).toBe('stage');
});

it('opens no window and hands nothing to the system, not even https', async () => {
  await app.electron.evaluate(({ shell }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { handedOut: seen });
    shell.openExternal = async (url) => {
      seen.push(url);
    };
  });
  const windows = app.electron.windows().length;
  await operator.evaluate((p) => {
    for (const url of [
      'https://example.invalid/',
      `http://127.0.0.1:${p}/opened`,
      'file:///etc/passwd',
      'app://bundle/stage/index.html',
      'smb://x/y',
      'about:blank',
    ])
      window.open(url);
    const a = document.createElement('a');
    a.href = `http://127.0.0.1:${p}/link`;
    a.target = '_blank';
    document.body.append(a);
    a.click();
    a.remove();
  }, port);
  await operator.waitForTimeout(500);
  expect(app.electron.windows()).toHaveLength(windows);
  expect(await app.electron.evaluate(() => (globalThis as unknown as { handedOut: string[] }).handedOut)).toEqual([]);
});

it('downloads nothing', async () => {
  await app.electron.evaluate(({ session }) => {
    const prevented: boolean[] = [];
    session.defaultSession.on('will-download', (event) => prevented.push(event.defaultPrevented));
    Object.assign(globalThis, { downloads: prevented });
  });
  await operator.evaluate(() => {
    const a = document.createElement('a');
    a.href = URL.createObjectURL(new Blob(['x']));
    a.download = 'x.txt';
    document.body.append(a);
    a.click();
    a.remove();
  });
  await operator.waitForTimeout(500);
  const all = await app.electron.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads);
  expect(all).toEqual([true]);
});

it('refuses every permission and every device', async () => {
  const got = await operator.evaluate(async () => {
    const name = (e: unknown): string => (e instanceof Error ? e.name : 'refused');
    const tryTo = (f: () => Promise<unknown>): Promise<string> =>
      Promise.race([
        f().then(() => 'GOT', name),
        new Promise<string>((done) => setTimeout(() => done('no answer'), 3000)),
      ]);
    const nav = navigator as unknown as Record<
      string,
      { getDevices?(): Promise<unknown[]>; getPorts?(): Promise<unknown[]> }
    >;
    return {
      notifications: await Notification.requestPermission(),
      place: await tryTo(() => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))),
      microphone: await tryTo(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      camera: await tryTo(() => navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await tryTo(() => navigator.mediaDevices.getDisplayMedia()),
      clipboard: await tryTo(() => navigator.clipboard.readText()),
      midi: await tryTo(() => navigator.requestMIDIAccess()),
      usb: (await nav.usb?.getDevices?.().catch(() => []))?.length ?? 0,
      serial: (await nav.serial?.getPorts?.().catch(() => []))?.length ?? 0,
      hid: (await nav.hid?.getDevices?.().catch(() => []))?.length ?? 0,
    };
  });
  expect(got.notifications).toBe('denied');
  expect(Object.values(got)).not.toContain('GOT');
  expect([got.usb, got.serial, got.hid]).toEqual([0, 0, 0]);
});

it('has no webview', async () => {
  const kind = await operator.evaluate(async () => {
    const v = document.createElement('webview') as HTMLElement & { src?: string; loadURL?: unknown };
    v.src = 'https://example.invalid';
    document.body.append(v);
    await new Promise((done) => setTimeout(done, 200));
    v.remove();
    return typeof v.loadURL;
  });
  expect(kind).toBe('undefined');
});

it('does not let the MC’s window command, read the log or list the ports', async () => {
  const said = await stage.evaluate(async () => {
    const { hall } = window as unknown as HallWindow;
    const refusal = (e: unknown): string => String(e);
    return {
      stop: await hall.command({ type: 'timer.stop' } as Command),
      open: await hall.command({ type: 'window.close', role: 'stage' } as Command),
      mark: await hall.command({ type: 'checkin.mark', delegateId: '1', door: 'A' } as unknown as Command),
      log: await hall.log(10).then(() => 'read', refusal),
      ports: await hall.ports().then(() => 'read', refusal),
    };
  });
  for (const answer of [said.stop, said.open, said.mark])
    expect(answer).toMatchObject({ ok: false, code: 'not-allowed' });
  for (const answer of [said.log, said.ports]) expect(answer).toContain('refused');
});

it('answers a command that makes no sense with a refusal', async () => {
  const bad: unknown[] = [
    null,
    undefined,
    1,
    'timer.stop',
    [],
    {},
    { type: '__proto__' },
    { type: 'constructor' },
    { type: 'timer.add', ms: 1e12 },
    { type: 'timer.add', ms: '60000' },
    { type: 'timer.stop', extra: 1 },
    { type: 'message.show', text: 'x'.repeat(100_000) },
    { type: 'message.show', text: '' },
    { type: 'scene.show', role: 'nonsense' },
    { type: 'window.open', role: 'operator', displayId: null },
    { type: 'window.open', role: 'stage', displayId: 0.5 },
    { type: 'scan.take', door: 'A', source: 'serial', text: 'x', raw: '', receivedAt: 0, readable: true },
    { type: 'app.start', version: '1', wallOffset: 0 },
  ];
  const answers = await operator.evaluate(
    (commands) => Promise.all(commands.map((c) => (window as unknown as HallWindow).hall.command(c as Command))),
    bad,
  );
  for (const [i, answer] of answers.entries())
    expect(answer, JSON.stringify(bad[i])).toMatchObject({ ok: false, code: 'bad-command' });
});

it('does not listen to a page that is not its own, even through its own preload script', async () => {
  const said = await app.electron.evaluate(async ({ app, BrowserWindow }) => {
    const w = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/dist/preload/preload.cjs`, sandbox: true },
    });
    await w.loadURL('data:text/html,foreign');
    const script = (call: string): string => `window.hall.${call}.then(() => 'ALLOWED', (e) => String(e))`;
    const out: string[] = [];
    for (const call of ['hello()', 'clock()', "command({ type: 'timer.stop' })", 'log(5)', 'ports()'])
      out.push(await w.webContents.executeJavaScript(script(call)));
    w.destroy();
    return out;
  });
  for (const answer of said) expect(answer).toContain('refused');
});

it('does not listen to a frame inside its own page', async () => {
  const said = await operator.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inner = frame.contentWindow as unknown as Record<string, unknown>;
    const has = ['hall', 'painter', 'require', 'process'].filter((n) => n in inner);
    frame.remove();
    return has;
  });
  expect(said).toEqual([]);
});

it('has asked the world outside for nothing, nor let its own session do so', async () => {
  const blocked = await app.electron.evaluate(async ({ net }, p) => {
    try {
      await net.fetch(`http://127.0.0.1:${p}/from-main`);
      return 'fetched';
    } catch {
      return 'blocked';
    }
  }, port);
  expect(blocked).toBe('blocked');
  expect(asked).toEqual([]);
});
