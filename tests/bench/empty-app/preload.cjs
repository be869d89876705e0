'use strict';
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('empty', {
  say: (text) => ipcRenderer.invoke('say', text),
  onSaid: (listener) => ipcRenderer.on('said', (_event, text) => listener(text)),
});
