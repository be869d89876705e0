// Called by electron-builder once a folder is packed: takes out what only development needs and what belongs to other
// systems. A `files` pattern does not reach what is unpacked beside the archive, so it is done here.
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { COMPLETE_MARK } from './fallback-runtime.mjs';

/** How prebuilt folders of each system begin. */
const PREBUILT = new Map([
  ['linux', 'linux-'],
  ['darwin', 'darwin-'],
  ['win32', 'win32-'],
]);

/** The first Electron with the fuse `grantFileProtocolExtraPrivileges`; setting it on an older one is an error. */
const FUSE_SINCE = 29;

/**
 * @typedef {object} Packed what electron-builder hands over, as far as it is used here
 * @property {string} electronPlatformName
 * @property {string} appOutDir
 * @property {object} packager
 * @property {{ productFilename: string }} packager.appInfo
 * @property {{ electronFuses?: { grantFileProtocolExtraPrivileges?: boolean } | null }} packager.config
 * @property {{ framework: { version: string } }} packager.info
 */

/**
 * @param {Packed} packed
 * @throws for a system the app is not made for
 */
export default async function afterPack({ electronPlatformName, appOutDir, packager }) {
  const own = PREBUILT.get(electronPlatformName);
  if (own === undefined) throw new Error(`the app is not made for ${electronPlatformName}`);
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app/Contents/Resources`)
      : join(appOutDir, 'resources');
  await rm(join(resources, 'default_app.asar'), { force: true });
  await rm(join(appOutDir, COMPLETE_MARK), { force: true });

  // fuses are set after this, from the same configuration
  if (Number.parseInt(packager.info.framework.version, 10) < FUSE_SINCE)
    delete packager.config.electronFuses?.grantFileProtocolExtraPrivileges;

  const prebuilds = join(resources, 'app.asar.unpacked/node_modules/@serialport/bindings-cpp/prebuilds');
  if (!existsSync(prebuilds)) return;
  for (const name of await readdir(prebuilds))
    if (!name.startsWith(own)) await rm(join(prebuilds, name), { recursive: true });
}
