import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../electron/tooling/paths.mjs';

it('has pages built for the hall and not for developers, whoever built them: a test runner would have them slow', () => {
  const folder = join(projectRoot, 'dist/renderer/assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  for (const name of scripts) expect(readFileSync(join(folder, name), 'utf8'), name).not.toContain('React DevTools');
});

it('asks for the letters of the console together with its page, each of them there', () => {
  const page = join(projectRoot, 'dist/renderer/operator');
  const asked = [...readFileSync(join(page, 'index.html'), 'utf8').matchAll(/rel="preload"[^>]*href="([^"]+)"/g)];
  expect(asked).toHaveLength(12);
  for (const [, href = ''] of asked) expect(readFileSync(join(page, href)).length, href).toBeGreaterThan(0);
});
