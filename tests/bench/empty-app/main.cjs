// The least that can be called an Electron app with windows like ours: what a measurement of ours is held against.
'use strict';
const { app, BrowserWindow, ipcMain } = require('electron');
const path = require('node:path');

const SIZES = [
  [1366, 768],
  [960, 540],
  [960, 540],
  [1024, 720],
];

app.setPath('userData', process.env.EMPTY_USER_DATA);
// as root, and only there, the launcher says --no-sandbox
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

/** A bare insert that is on disk when it returns; none where no file is named, so that nothing is loaded for it. */
function openJournal(file) {
  if (!file) return () => undefined;
  const Database = require('libsql');
  const db = new Database(file, {});
  db.prepare('PRAGMA journal_mode=WAL').raw().get();
  db.exec('PRAGMA synchronous=FULL; CREATE TABLE journal (seq INTEGER PRIMARY KEY, body TEXT) STRICT');
  const insert = db.prepare('INSERT INTO journal (body) VALUES (?)');
  return (body) => insert.run(body);
}

app.whenReady().then(() => {
  const write = openJournal(process.env.EMPTY_JOURNAL);
  const windows = SIZES.slice(0, Number(process.env.EMPTY_WINDOWS ?? 1)).map(([width, height], i) => {
    const window = new BrowserWindow({
      show: false,
      width,
      height,
      autoHideMenuBar: true,
      webPreferences: {
        preload: path.join(__dirname, 'preload.cjs'),
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        spellcheck: false,
        backgroundThrottling: false,
      },
    });
    window.once('ready-to-show', () => window.show());
    window.loadFile(path.join(__dirname, 'page.html'), { query: { window: String(i) } });
    return window;
  });
  ipcMain.handle('say', (_event, text) => {
    write(text);
    for (const { webContents } of windows) webContents.send('said', text);
    return text;
  });
});
app.on('window-all-closed', () => app.quit());
