import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { HallApi, HallUpdate, PageRole, PainterApi, PaintJob } from '../shared/contract/hall-api';
import type { PaperApi, PaperModel } from '../shared/contract/paper-api';
import type { PlanApi } from '../shared/contract/plan-api';
import { CHANNELS } from './ipc/channels';

const role = (process.argv.find((a) => a.startsWith('--role='))?.slice('--role='.length) ?? 'stage') as PageRole;

/** Subscribes without ever handing the event object, and with it the channel's other end, to the page. */
function on<T>(channel: string, listener: (value: T) => void): () => void {
  const relay = (_e: IpcRendererEvent, value: T): void => listener(value);
  ipcRenderer.on(channel, relay);
  return () => ipcRenderer.removeListener(channel, relay);
}

const hall = {
  role,
  hello: () => ipcRenderer.invoke(CHANNELS.hello),
  onUpdate: (listener) => on<HallUpdate>(CHANNELS.update, listener),
  command: (c) => ipcRenderer.invoke(CHANNELS.command, c),
  clock: () => ipcRenderer.invoke(CHANNELS.clock),
  log: (last) => ipcRenderer.invoke(CHANNELS.log, last),
  ports: () => ipcRenderer.invoke(CHANNELS.ports),
} satisfies HallApi;

const painter = {
  onJob: (listener) => on<PaintJob>(CHANNELS.paintJob, listener),
  done: (id, png, reason) => ipcRenderer.send(CHANNELS.paintDone, id, png, reason),
} satisfies PainterApi;

const paper = {
  onModel: (listener) => on<PaperModel>(CHANNELS.paperModel, listener),
  ready: (drawn) => ipcRenderer.send(CHANNELS.paperReady, drawn),
} satisfies PaperApi;

// answered on the page's own thread, so a page that hangs is noticed
ipcRenderer.on(CHANNELS.ping, (_e, n: number) => ipcRenderer.send(CHANNELS.pong, n));

const plans = {
  async read(input, progress) {
    const stop = on<number>(CHANNELS.planProgress, progress);
    try {
      return await ipcRenderer.invoke(CHANNELS.planRead, input);
    } finally {
      stop();
    }
  },
  cancel: () => ipcRenderer.send(CHANNELS.planCancel),
} satisfies PlanApi;

if (role === 'painter') contextBridge.exposeInMainWorld('painter', painter);
else if (role === 'paper') contextBridge.exposeInMainWorld('paper', paper);
else contextBridge.exposeInMainWorld('hall', hall);
if (role === 'operator') contextBridge.exposeInMainWorld('plans', plans);
