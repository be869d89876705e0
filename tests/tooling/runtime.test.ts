import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packAsar } from '../../electron/tooling/asar.mjs';
import { downloadHost, findRuntime, parseUnresolved } from '../../electron/tooling/electron-runtime.mjs';
import { COMPLETE_MARK, FALLBACK } from '../../electron/tooling/fallback-runtime.mjs';
import { isNoise, launchFlags } from '../../electron/tooling/launch.mjs';
import { makeTemp } from './temp';

function project(...files: string[]): string {
  const root = makeTemp('project');
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), file.endsWith('version') ? 'v45.4.1' : '');
  }
  return root;
}
const kept = `.electron/${FALLBACK.version}`;
const find = (root: string, env: NodeJS.ProcessEnv = {}) => findRuntime({ root, env, platform: 'linux' });

describe('which Electron is taken', () => {
  const own = [
    'node_modules/electron/dist/electron',
    'node_modules/electron/dist/version',
    'node_modules/electron/path.txt',
  ];

  it('none on a fresh machine', () => {
    expect(find(project())).toBeNull();
  });

  it('the one the environment names, before all others', () => {
    const root = project(...own, 'elsewhere/electron');
    expect(find(root, { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'elsewhere') })).toMatchObject({
      source: 'environment',
      exe: join(root, 'elsewhere/electron'),
    });
  });

  it('refuses a named folder without an Electron, instead of quietly taking another', () => {
    const root = project(...own);
    expect(() => find(root, { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' })).toThrow('/nowhere');
  });

  it('the package’s own before the fallback', () => {
    const root = project(...own, `${kept}/electron`, `${kept}/${COMPLETE_MARK}`);
    expect(find(root)).toMatchObject({ source: 'package', version: '45.4.1' });
  });

  it('not a download of the package that broke off', () => {
    expect(find(project('node_modules/electron/dist/electron'))).toBeNull();
  });

  it('the fallback only when it is whole', () => {
    expect(find(project(`${kept}/electron`))).toBeNull();
    expect(find(project(`${kept}/electron`, `${kept}/${COMPLETE_MARK}`))?.source).toBe('fallback');
  });
});

describe('reaching the download site', () => {
  it('is tried at the site itself, or at the mirror that is set', () => {
    expect(downloadHost({})).toBe('github.com');
    expect(downloadHost({ ELECTRON_MIRROR: 'https://mirror.example/electron/' })).toBe('mirror.example');
  });

  it('is not judged beforehand where a proxy does it', () => {
    expect(downloadHost({ https_proxy: 'http://127.0.0.1:3128' })).toBe('');
    expect(downloadHost({ HTTPS_PROXY: '' })).toBe('github.com');
  });
});

it('libraries the system lacks are read from the linker’s list', () => {
  const listing = '\tlibgtk-3.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibnss3.so => not found\n';
  expect(parseUnresolved(listing)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
});

describe('what stands on the command line', () => {
  const flags = (env: NodeJS.ProcessEnv, isRoot = false) => launchFlags({ env, isRoot, platform: 'linux' });

  it('keeps the sandbox for an ordinary user at a desktop', () => {
    expect(flags({ DISPLAY: ':0' })).toEqual([]);
  });

  it('drops the sandbox only as root or on a build machine', () => {
    expect(flags({ DISPLAY: ':0' }, true)).toEqual(['--no-sandbox']);
    expect(flags({ DISPLAY: ':0', CI: 'true' })).toEqual(['--no-sandbox']);
  });

  it('asks for no graphics card on a virtual display', () => {
    expect(flags({ DISPLAY: ':0', DIEMCAU_VIRTUAL_DISPLAY: '1' })).toEqual(['--disable-gpu']);
    expect(flags({ DISPLAY: ':99' })).toEqual(['--disable-gpu']);
    expect(flags({ DISPLAY: ':10.0' })).toEqual([]);
  });

  it('goes through XWayland where there is one', () => {
    expect(flags({ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' })).toEqual(['--ozone-platform=x11']);
    expect(flags({ WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['--ozone-platform=wayland']);
  });

  it('is empty elsewhere', () => {
    expect(launchFlags({ env: { CI: 'true' }, isRoot: true, platform: 'darwin' })).toEqual([]);
  });
});

it('complaints about missing buses are noise, the app’s own are not', () => {
  expect(isNoise('[7:1122/044600.1:ERROR:bus.cc(399)] Failed to connect to the bus')).toBe(true);
  expect(isNoise('[7:1122/044600.1:ERROR:CONSOLE(1)] "Refused to load"')).toBe(false);
  expect(isNoise('Error: cannot open the journal')).toBe(false);
});

it('an asar holds its files where its header says', () => {
  const files = { 'package.json': '{"main":"main.js"}', 'main.js': 'console.log("Điểm Cầu")' };
  const archive = packAsar(files);
  const headerBytes = archive.readUInt32LE(4);
  const json = archive.subarray(16, 16 + archive.readUInt32LE(12)).toString();
  const index: { files: Record<string, { size: number; offset: string }> } = JSON.parse(json);
  expect(archive.readUInt32LE(0)).toBe(4);
  expect(headerBytes % 4).toBe(0);
  for (const [name, text] of Object.entries(files)) {
    const { size = 0, offset = '' } = index.files[name] ?? {};
    const at = 8 + headerBytes + Number(offset);
    expect(archive.subarray(at, at + size).toString()).toBe(text);
  }
});
