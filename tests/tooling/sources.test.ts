import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { buildNote, isBuilt, sourcesHash } from '../../electron/tooling/sources.mjs';
import { makeTemp } from './temp';

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function builtProject(): string {
  const root = makeTemp('sources');
  write(root, 'electron/main.ts', 'one');
  write(root, 'shared/time/time.ts', 'two');
  write(root, 'package.json', '{}');
  write(root, 'dist/main/boot.cjs', '');
  write(root, 'dist/build.json', buildNote(sourcesHash(root)));
  return root;
}

it('a build of the sources as they stand is not made again', () => {
  expect(isBuilt(builtProject())).toBe(true);
});

it('a file that is only newer is no reason to build', () => {
  const root = builtProject();
  utimesSync(join(root, 'electron/main.ts'), new Date(), new Date(Date.now() + 60_000));
  expect(isBuilt(root)).toBe(true);
});

it('a changed, added, renamed or removed source is', () => {
  const changed = builtProject();
  write(changed, 'shared/time/time.ts', 'owt');
  const added = builtProject();
  write(added, 'assets/sample/roster.json', '[]');
  const removed = builtProject();
  rmSync(join(removed, 'shared/time/time.ts'));
  const renamed = builtProject();
  rmSync(join(renamed, 'electron/main.ts'));
  write(renamed, 'electron/other.ts', 'one');
  expect([changed, added, removed, renamed].map(isBuilt)).toEqual([false, false, false, false]);
});

it('a build that broke off is', () => {
  const root = builtProject();
  rmSync(join(root, 'dist/build.json'));
  expect(isBuilt(root)).toBe(false);
});
