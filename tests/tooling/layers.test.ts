import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../electron/tooling/paths.mjs';
import { run } from '../../electron/tooling/run.mjs';
import { type Arrow, arrowsBelow, arrowsOf } from './imports';
import { makeTemp } from './temp';

const below = (folder: string) => arrowsBelow(projectRoot, folder);
const isOurs = (to: string) => /^(shared|electron|renderer|tests|assets)\//.test(to);
const packageOf = (to: string) =>
  to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');
/** The second folder on the way to a file: which device, which panel. */
const unitIn = (folder: string, path: string) =>
  path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/')[0] : undefined;
const strays = (arrows: readonly Arrow[], mayGo: (arrow: Arrow) => boolean) =>
  arrows.filter((arrow) => !mayGo(arrow)).map(({ from, to }) => `${from} -> ${to}`);

describe('arrows between the parts', () => {
  it('sees every way of importing', () => {
    const text = `import a from './a';\nimport { type B } from "../b";\nimport './c.css';\nexport * from '@d/e';
      const f = await import('../../f'); type G = import('./g').G;`;
    const seen = arrowsOf('shared/x/y.ts', text).map(({ to }) => to);
    expect(seen).toEqual(['shared/x/a', 'shared/b', 'shared/x/c.css', '@d/e', 'f', 'shared/x/g']);
  });

  it('lead from shared to nothing but shared, and to zod at the doors', () => {
    expect(strays(below('shared'), ({ to }) => to.startsWith('shared/') || to === 'zod')).toEqual([]);
  });

  it('lead from a screen to screens and shared, never to Electron or Node', () => {
    const forbidden = /^(node:|electron$|electron-store$|libsql$|serialport$|ws$)/;
    const mayGo = ({ to }: Arrow) => (isOurs(to) ? /^(shared|renderer)\//.test(to) : !forbidden.test(to));
    expect(strays(below('renderer'), mayGo)).toEqual([]);
  });

  it('lead from the main side to itself, shared and assets, never to a screen', () => {
    const mayGo = ({ to }: Arrow) =>
      isOurs(to) ? /^(shared|electron|assets)\//.test(to) : !/^(react|react-dom|@mantine)$/.test(packageOf(to));
    expect(strays(below('electron'), mayGo)).toEqual([]);
  });

  it('lead from no device to another', () => {
    const unit = (path: string) => unitIn('electron/devices', path);
    const mayGo = ({ from, to }: Arrow) => unit(to) === undefined || unit(to) === unit(from);
    expect(strays(below('electron/devices'), mayGo)).toEqual([]);
  });

  it('lead from no panel to another; what all panels can do is in desk, which knows none of them', () => {
    const unit = (path: string) => unitIn('renderer/features', path);
    const mayGo = ({ from, to }: Arrow) => [undefined, unit(from), 'desk'].includes(unit(to));
    expect(strays(below('renderer/features'), mayGo)).toEqual([]);
  });

  it('lead from the hall to no Electron: it also runs in plain Node', () => {
    expect(strays(below('electron/hall'), ({ to }) => to !== 'electron')).toEqual([]);
  });
});

// What a careless hand might write, and in which part.
const CARELESS: Readonly<Record<string, string>> = {
  'shared/node.ts': `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n`,
  'shared/window.ts': 'export const width = window.innerWidth;\n',
  'shared/timers.ts': 'export const later = () => setTimeout(() => 1, 1);\n',
  'shared/up.ts': `export { main } from '../electron/main';\n`,
  'renderer/main-side.ts': `import { main } from '../electron/main';\nexport const own = main;\n`,
  'renderer/node.ts': `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n`,
  'renderer/process.ts': 'export const environment = process.env;\n',
  'electron/page.ts': 'export const body = document.body;\n',
  'electron/screen-side.ts': `export { panel } from '../renderer/panel';\n`,
};
const SOUND: Readonly<Record<string, string>> = {
  'shared/sound.ts': 'export const one: number = 1;\n',
  'renderer/panel.ts': `import { one } from '../shared/sound';\nexport const panel = () => window.innerWidth + one;\n`,
  'electron/main.ts': `import { one } from '../shared/sound';\nexport const main = () => process.pid + one;\n`,
};

/** Compiles the parts of a project that has our settings and these files. */
async function compile(files: Readonly<Record<string, string>>): Promise<{ refused: string[]; codes: number[] }> {
  const root = makeTemp('layers');
  for (const part of ['', 'shared/', 'electron/', 'renderer/']) {
    mkdirSync(join(root, part), { recursive: true });
    cpSync(join(projectRoot, `${part}tsconfig.json`), join(root, `${part}tsconfig.json`));
  }
  cpSync(join(projectRoot, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);

  const compiler = join(projectRoot, 'node_modules/typescript/bin/tsc');
  const refused = new Set<string>();
  const codes: number[] = [];
  for (const part of ['shared', 'renderer', 'electron']) {
    const args = [compiler, '-b', part, '--pretty', 'false'];
    const { code, stdout } = await run(process.execPath, args, { cwd: root, limitMs: 60_000 });
    codes.push(code);
    for (const match of stdout.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)) if (match[1]) refused.add(match[1]);
  }
  return { refused: [...refused], codes };
}

describe('the compiler', () => {
  it('takes what keeps to its part', async () => {
    expect(await compile(SOUND)).toEqual({ refused: [], codes: [0, 0, 0] });
  }, 120_000);

  it('refuses in each part what belongs to another', async () => {
    const { refused } = await compile({ ...SOUND, ...CARELESS });
    expect(refused).toEqual(expect.arrayContaining(Object.keys(CARELESS)));
  }, 120_000);
});
