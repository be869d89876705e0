/** The names on the wire between the pages and the main process; used by the gate, the preload and the windows. */
export const CHANNELS = {
  hello: 'hall:hello',
  update: 'hall:update',
  command: 'hall:command',
  clock: 'hall:clock',
  log: 'hall:log',
  ports: 'hall:ports',
  ping: 'page:ping',
  pong: 'page:pong',
  paintJob: 'painter:job',
  paintDone: 'painter:done',
  planRead: 'plan:read',
  planProgress: 'plan:progress',
  planCancel: 'plan:cancel',
  paperModel: 'paper:model',
  paperReady: 'paper:ready',
} as const;
