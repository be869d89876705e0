import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { app, powerMonitor, safeStorage, session, shell } from 'electron';
import { type Command, type DeskCommand, deskCommand, type OperatorCommand } from '../shared/contract/commands';
import type { HallUpdate } from '../shared/contract/hall-api';
import type { Live } from '../shared/contract/live';
import { dayOf, instant, toWall } from '../shared/time/time';
import { type DeskContext, obeyDesk } from './desk';
import { createObs } from './devices/obs';
import { createScanners } from './devices/scanner';
import { messageOf } from './error-message';
import { exportEvent, importEvent } from './event-file';
import { openFileLog } from './file-log';
import { eventsFor, stateFor } from './hall/audience';
import { HallHost } from './hall/host';
import { machineClocks } from './hall/machine-clocks';
import { CHANNELS } from './ipc/channels';
import { openGate } from './ipc/gate';
import { openPlanDoor } from './ipc/plan-door';
import { createLampWatch } from './lamp-watch';
import { createLoopback, type Loopback, type LoopbackMemory } from './lan/loopback';
import { LiveBoard } from './live-board';
import { makePaper, type PaperContext } from './papers';
import { paperPage } from './papers/paper-page';
import { createPlanReader, READER_LIMITS } from './plans';
import { utilityChild } from './processes/utility-child';
import { Programme } from './programme';
import { loadSample, shiftToNow } from './sample';
import { selftest } from './selftest';
import { LIMITS, RemoteJournal } from './storage/remote-journal';
import { openSecrets } from './storage/secrets';
import { openSettings } from './storage/settings';
import { settingsFile } from './storage/settings-file';
import { createPainter } from './windows/painter';
import { painterPage } from './windows/painter-page';
import { fromOwnPage, isOurs, lockContents, lockSession, registerScheme, serveBundle } from './windows/security';
import { createSlideFiles } from './windows/slide-files';
import { createWindows } from './windows/windows';

const ENDED_BECAUSE_ANOTHER_RUNS = 3;
const CLOSE_LIMIT_MS = 2000;
const KEEP_AGAIN_MS = 5000;

if (!app.isPackaged && process.env.DIEMCAU_USER_DATA) {
  app.setPath('userData', process.env.DIEMCAU_USER_DATA);
  app.setPath('documents', path.join(process.env.DIEMCAU_USER_DATA, 'documents'));
}
// as root, and only there, the launcher says --no-sandbox; asking for both would end every page at once
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
if (app.isPackaged) {
  // no fuse covers these
  for (const s of ['remote-debugging-port', 'remote-debugging-pipe', 'load-extension', 'disable-web-security'])
    app.commandLine.removeSwitch(s);
}

const userData = app.getPath('userData');
const log = openFileLog(path.join(userData, 'logs'));
process.on('uncaughtException', (e) => log(`uncaught: ${e.stack ?? e.message}`));
process.on('unhandledRejection', (e) => log(`unhandled: ${e instanceof Error ? (e.stack ?? e.message) : String(e)}`));
registerScheme();
lockContents(log);
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.exit(ENDED_BECAUSE_ANOTHER_RUNS);

app.on('window-all-closed', () => app.quit());

async function start(): Promise<void> {
  const dist = path.join(__dirname, '..');
  const script = (name: string): string => path.join(dist, 'main', name);

  // --- the truth -----------------------------------------------------------------------------------------------
  const openJournal = (folder: string): RemoteJournal =>
    new RemoteJournal({
      spawn: () =>
        utilityChild('storage', script('storage-process.cjs'), [
          path.join(folder, 'journal.db'),
          path.join(folder, 'backup'),
        ]),
      limits: LIMITS,
      mono: () => performance.now(),
      notice: (n) => {
        log(`journal: ${JSON.stringify(n)}`);
        if (n.kind === 'copy-failed') host.note({ code: 'copy-failed', params: { reason: n.code } });
      },
      died: () => log('journal: the storage process ended by itself'),
    });
  const journal = openJournal(userData);
  // its process comes up while everything else is being made
  journal.wake();
  const host = new HallHost({
    journal,
    clocks: machineClocks,
    version: app.getVersion(),
    told: ({ state, events, ...span }) => {
      // OBS first: the screens wake four processes, which would take the processor from the cut
      if (loopback !== null) programme.update(state);
      publish({ type: 'events', ...span, events });
    },
    storage: (storage) => board.put({ storage }),
    log,
  });

  const settings = openSettings(settingsFile(userData));
  const secrets = openSecrets({ safeStorage, file: path.join(userData, 'secrets.json'), platform: process.platform });

  lockSession(session.defaultSession);
  serveBundle(session.defaultSession, path.join(dist, 'renderer'));

  // --- what is true only now -----------------------------------------------------------------------------------
  const deskLive = (): Live['desk'] => ({
    language: settings.get().language,
    obs: {
      address: settings.get().obs.address,
      port: settings.get().obs.port,
      hasPassword: (secrets.get('obs') ?? '') !== '',
    },
    keyring: secrets.keyring,
    virtualDisplay: process.env.DIEMCAU_VIRTUAL_DISPLAY === '1',
    version: app.getVersion(),
  });
  const board = new LiveBoard({
    storage: { savedRevision: 0, pending: 0, code: null, notice: null },
    obs: OBS_OFF,
    scanners: [],
    windows: [],
    displays: [],
    desk: deskLive(),
  });
  // the board hears of the disk only when something is wrong with it; how far it is written the host knows
  const current = (live: Live): Live => ({ ...live, storage: { ...live.storage, savedRevision: host.savedRevision } });
  const lampWatch = createLampWatch((c) => void host.command(c));
  board.onChange((live) => {
    publish({ type: 'live', live: current(live) });
    lampWatch.look(live, host.state, host.now());
    // pictures are drawn only for an OBS that shows pictures
    programme.canvas(live.obs.drawnBy === 'image' ? live.obs.canvas : null);
  });

  // --- the windows ---------------------------------------------------------------------------------------------
  const windows = createWindows({
    preload: path.join(dist, 'preload', 'preload.cjs'),
    log,
    changed: (list, displays) => board.put({ windows: list, displays }),
    remembered: (role) => settings.get().windows[role] ?? null,
    remember: (role, memory) => keep({ windows: { ...settings.get().windows, [role]: memory } }),
    operatorClosed: () => app.quit(),
  });
  const publish = (update: HallUpdate): void => {
    for (const { role, contents } of windows.all()) {
      if (role === 'painter' || role === 'paper') continue;
      contents.send(
        CHANNELS.update,
        update.type === 'events' ? { ...update, events: eventsFor(role, update.events) } : update,
      );
    }
  };
  let keepAgain: NodeJS.Timeout | undefined;
  const keep = (change: Parameters<typeof settings.patch>[0]): void => {
    clearTimeout(keepAgain);
    try {
      settings.patch(change);
      if (keepAgain !== undefined) host.note(null);
      keepAgain = undefined;
    } catch (e) {
      log(`settings not kept: ${messageOf(e)}`);
      host.note({ code: 'settings-not-saved', params: {} });
      // they hold all the same; a disk that has room again gets them
      keepAgain = setTimeout(() => keep({}), KEEP_AGAIN_MS);
    }
  };

  let loopback: Loopback | null = null;

  // --- the devices ---------------------------------------------------------------------------------------------
  const obs = createObs({
    log,
    now: () => host.now(),
    changed: (live) => board.put({ obs: live }),
    programme: (r) => void host.command({ type: 'programme.report', ...r }),
    renamed: (role, name) => void host.command({ type: 'scene.rename', role, name }),
    thumbnail: (jpeg) => windows.send('operator', CHANNELS.update, { type: 'thumbnail', jpeg }),
  });
  const scanners = createScanners({
    log,
    now: () => host.now(),
    changed: (list) => {
      board.put({ scanners: list });
      // a reader that was found again on another socket is looked for there tomorrow
      const kept = scanners.settings();
      if (JSON.stringify(kept) !== JSON.stringify(settings.get().scanners)) keep({ scanners: kept });
    },
    scan: (s) => void host.command({ type: 'scan.take', ...s }),
    spawn: () => utilityChild('scanner', script('scanner-process.cjs'), []),
  });

  // --- the pictures --------------------------------------------------------------------------------------------
  const painter = createPainter({ page: async () => painterPage(await windows.hidden('painter')), log });
  const slideFiles = createSlideFiles({
    folder: path.join(userData, 'slides'),
    paint: (slide, width, height) => painter.paint(slide, width, height),
    log,
  });
  const programme = new Programme({
    now: () => host.now(),
    draw: async (slide, canvas) => {
      const file = await slideFiles.file(slide, canvas.width, canvas.height);
      return { path: file, hash: path.basename(file, '.png') };
    },
    want: (wanted) => obs.want(wanted),
    publish: (role, slide) => loopback?.publish(role, slide),
    browserUrl: (role) => loopback?.url(role) ?? '',
    log,
  });

  // --- the desk ------------------------------------------------------------------------------------------------
  const papers: PaperContext = {
    state: () => host.state,
    now: () => host.now(),
    folder: () => path.join(app.getPath('documents'), 'Điểm Cầu'),
    openPaperPage: async () => paperPage(await windows.hidden('paper'), () => windows.closeHidden('paper')),
    log,
  };
  const newestPaper = new Map<'csv' | 'pdf', string>();
  const desk: DeskContext = {
    openSample: async (mode) => {
      const { plan, delegates } = await loadSample(path.join(dist, 'assets'));
      const wall = toWall(host.now(), host.state.clock.wallOffset);
      return { type: 'event.open', plan: mode === 'shifted' ? shiftToNow(plan, wall) : plan, delegates, mode };
    },
    hall: (c) => host.command(c),
    linkObs: ({ address, port, password }) => {
      if (password !== null) secrets.set('obs', password);
      keep({ obs: { on: true, address, port } });
      board.put({ desk: deskLive() });
      obs.link({ address, port, password: secrets.get('obs') ?? '' });
    },
    unlinkObs: () => {
      keep({ obs: { ...settings.get().obs, on: false } });
      obs.unlink();
    },
    openScanner: async (s) => {
      const outcome = await scanners.open(s);
      return outcome.ok ? { ok: true } : outcome;
    },
    closeScanner: (id) => scanners.close(id),
    openWindow: (role, displayId) => {
      const answer = windows.open(role, displayId);
      return answer.ok ? answer : { ...answer, params: {} };
    },
    closeWindow: (role) => windows.close(role),
    makePaper: async (format) => {
      const outcome = await makePaper('attendance', format, papers);
      if (outcome.ok) newestPaper.set(format, outcome.path);
      return outcome;
    },
    revealPaper: (format) => {
      const file = newestPaper.get(format);
      if (file === undefined) return { ok: false, code: 'no-paper', params: {} };
      shell.showItemInFolder(file);
      return { ok: true };
    },
    exportEvent: (id) => exportEvent(host.state, id, papers.folder()),
    importEvent: (text) => importEvent(text, log),
    setLanguage: (language) => {
      keep({ language });
      board.put({ desk: deskLive() });
    },
    standing: () => ({ revision: host.state.revision, savedRevision: host.savedRevision }),
  };
  const isDesk = (c: Command): c is DeskCommand => deskCommand.options.some((o) => o.shape.type.value === c.type);
  const closeGate = openGate({
    isOurs,
    roleOf: (contents) => windows.roleOf(contents),
    hello: async (role) => {
      await host.settled; // the journal's own limits bound this
      return { role, state: stateFor(role, host.state), live: current(board.live) };
    },
    command: (c) => (isDesk(c) ? obeyDesk(desk, c) : host.command(c as OperatorCommand)),
    now: () => host.now(),
    log: (last) => journal.tail(last),
    ports: () => scanners.list(),
    note: log,
  });
  const plans = createPlanReader({
    spawn: () => utilityChild('plans', script('plan-process.cjs'), []),
    today: () => dayOf(toWall(host.now(), host.state.clock.wallOffset)),
    log,
    ...READER_LIMITS,
  });
  const closePlanDoor = openPlanDoor({
    mayAsk: (e) => e.senderFrame !== null && fromOwnPage(e, e.sender) && windows.roleOf(e.sender) === 'operator',
    read: (input, progress, signal) => plans.read(input, { progress }, signal),
  });

  if (process.argv.includes('--selftest')) {
    const assets = (): ReturnType<typeof loadSample> => loadSample(path.join(dist, 'assets'));
    const found = await selftest({ openJournal, scanners, painter, assets }).catch((e: unknown) => {
      process.stderr.write(`${e instanceof Error ? (e.stack ?? e.message) : String(e)}\n`);
      return null;
    });
    if (found !== null) process.stdout.write(`SELFTEST ${JSON.stringify({ packaged: app.isPackaged, ...found })}\n`);
    app.exit(found === null ? 1 : 0);
    return;
  }

  // --- to work -------------------------------------------------------------------------------------------------
  windows.restore();
  app.on('second-instance', () => windows.open('operator', null));
  powerMonitor.on('suspend', () => host.doze());
  powerMonitor.on('resume', () => host.watchClocks());
  endInOrder([
    closeGate,
    closePlanDoor,
    () => plans.stop(),
    () => programme.stop(),
    () => painter.stop(),
    () => obs.close(),
    () => scanners.stop(),
    () => loopback?.stop(),
    () => host.close(CLOSE_LIMIT_MS),
    () => journal.close(),
    () => windows.stop(),
  ]);
  if (settings.broken !== null) host.note({ code: 'settings-broken', params: { file: settings.broken } });
  await host.start();
  // only now: by this the console has its page and its state, and OBS is not linked yet
  loopback = await createLoopback({
    root: path.join(dist, 'renderer'),
    remembered: slidesAddress(settings.get().slidesPort, secrets.get('slides')),
    remember: ({ port, token }) => {
      keep({ slidesPort: port });
      // without a keyring the address changes at every start, and OBS is given the new one
      secrets.set('slides', token);
    },
    log,
  });
  programme.update(host.state);
  // pages that asked while the journal refused were told of an empty hall
  publish({ type: 'events', from: -1, to: host.state.revision, events: [], savedRevision: host.savedRevision });
  if (settings.get().obs.on) obs.link({ ...settings.get().obs, password: secrets.get('obs') ?? '' });
  for (const kept of settings.get().scanners) scanners.restore(kept);
}

/** Where the slides were served before; null unless both halves of the address are still known. */
const slidesAddress = (port: number | null, token: string | null): LoopbackMemory | null =>
  port === null || token === null ? null : { port, token };

/** Closes the parts one after the other, each bounded, before the app is allowed to end. */
function endInOrder(parts: readonly (() => unknown)[]): void {
  let ending = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (ending) return;
    ending = true;
    void (async () => {
      for (const part of parts) {
        const limit = new Promise((r) => setTimeout(r, CLOSE_LIMIT_MS));
        await Promise.race([Promise.resolve().then(part), limit]).catch((e: unknown) => log(`closing: ${String(e)}`));
      }
      app.exit(0);
    })();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}

const OBS_OFF: Live['obs'] = {
  link: 'off',
  code: 'off',
  params: {},
  since: instant(0),
  version: null,
  canvas: null,
  drawnBy: null,
  asked: null,
  notice: null,
};
