import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import afterPack from '../../electron/tooling/after-pack.mjs';
import { builderArguments } from '../../electron/tooling/dist.mjs';
import { parseSelftest, selftest } from '../../electron/tooling/selftest.mjs';
import { makeTemp } from './temp';

describe('what electron-builder is told', () => {
  it('takes the runtime that is here, so that nothing is downloaded', () => {
    const args = builderArguments(
      { dist: '/r', exe: '/r/electron', version: '25.1.1', source: 'fallback' },
      [],
      'linux',
    );
    expect(args).toEqual(['--publish', 'never', '--linux', 'dir', '-c.electronDist=/r', '-c.electronVersion=25.1.1']);
  });

  it('leaves it to the electron package where that has its own', () => {
    const own = { dist: '/r', exe: '/r/electron.exe', version: '45.4.1', source: 'package' as const };
    expect(builderArguments(own, ['nsis'], 'win32')).toEqual(['--publish', 'never', '--win', 'nsis']);
  });
});

describe('after packing', () => {
  const prebuilds = 'resources/app.asar.unpacked/node_modules/@serialport/bindings-cpp/prebuilds';
  function packed(version: string) {
    const appOutDir = makeTemp('packed');
    for (const name of ['linux-x64/a.node', 'win32-x64/a.node', 'android-arm/a.node']) {
      mkdirSync(dirname(join(appOutDir, prebuilds, name)), { recursive: true });
      writeFileSync(join(appOutDir, prebuilds, name), '');
    }
    for (const name of ['.ok', 'resources/default_app.asar']) writeFileSync(join(appOutDir, name), '');
    const config = { electronFuses: { runAsNode: false, grantFileProtocolExtraPrivileges: false } };
    const packager = { appInfo: { productFilename: 'x' }, config, info: { framework: { version } } };
    return { appOutDir, config, context: { electronPlatformName: 'linux', appOutDir, packager } };
  }

  it('what belongs to other systems or to development is gone', async () => {
    const { appOutDir, context } = packed('45.4.1');
    await afterPack(context);
    const left = (name: string) => existsSync(join(appOutDir, name));
    expect(['linux-x64', 'win32-x64', 'android-arm'].map((name) => left(`${prebuilds}/${name}`))).toEqual([
      true,
      false,
      false,
    ]);
    expect([left('.ok'), left('resources/default_app.asar')]).toEqual([false, false]);
  });

  it('an Electron that does not know the newest fuse is not told of it', async () => {
    const old = packed('25.1.1');
    await afterPack(old.context);
    expect(old.config.electronFuses).toEqual({ runAsNode: false });
    const current = packed('45.4.1');
    await afterPack(current.context);
    expect(current.config.electronFuses).toEqual({ runAsNode: false, grantFileProtocolExtraPrivileges: false });
  });

  it('a system the app is not made for is refused', async () => {
    const { context } = packed('45.4.1');
    await expect(afterPack({ ...context, electronPlatformName: 'mas' })).rejects.toThrow('mas');
  });
});

describe('asking a packaged app how it is', () => {
  function program(script: string): string {
    const file = join(makeTemp('program'), 'app');
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  it('reads the answer among other lines', () => {
    expect(parseSelftest('noise\nSELFTEST {"sqlite":true}\nmore')).toEqual({ sqlite: true });
    expect(parseSelftest('SELFTEST {"sqlite":')).toBeUndefined();
    expect(parseSelftest('nothing')).toBeUndefined();
  });

  it('is content with an answer and a good end only', async () => {
    expect((await selftest(program(`echo 'SELFTEST {"a":1}'`))).ok).toBe(true);
    expect(await selftest(program(`echo 'SELFTEST {"a":1}'; exit 1`))).toMatchObject({ ok: false });
    const silent = await selftest(program('echo library missing >&2'));
    expect(silent.ok).toBe(false);
    expect(silent.report).toContain('library missing');
  }, 60_000);
});
