// What a bare Electron runs when it is given an app on its command line: `electron [-r module] <folder or file>`.
// The fetched runtime comes without one, so this goes into its resources/default_app.asar.
'use strict';
const { app } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

/** Ends with a sentence instead of Electron's error window, which nobody sees on a virtual display. */
function refuse(sentence, code) {
  console.error(sentence);
  process.exit(code);
}

const preloads = [];
let target;
for (let rest = process.argv.slice(1); rest.length > 0 && target === undefined; rest = rest.slice(1)) {
  const [word] = rest;
  if (word === '-r' || word === '--require') {
    preloads.push(rest[1]);
    rest = rest.slice(1);
  } else if (word === '-v' || word === '--version') {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  } else if (!word.startsWith('-')) target = path.resolve(word);
}
if (target === undefined) refuse('usage: electron [-r module] <app folder or file>', 2);

// test drivers hook in through -r and expect it to run before the app
if (preloads.length > 0) Module._preloadModules(preloads);
// what makes app.isPackaged false
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

const manifest = path.join(target, 'package.json');
const isFolder = fs.existsSync(manifest);
if (isFolder) {
  const { name, productName, version, desktopName } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  if (version) app.setVersion(version);
  if (productName || name) app.setName(productName || name);
  app.setDesktopName(desktopName || `${app.getName()}.desktop`);
}

let file;
try {
  file = Module._resolveFilename(target, null, true);
} catch (error) {
  refuse(`no app at ${target}: ${error.message}`, 1);
}
app.setAppPath(isFolder ? target : path.dirname(file));
try {
  Module._load(file, null, true);
} catch (error) {
  console.error('the app threw while it was loading:', error);
  process.exit(1);
}
