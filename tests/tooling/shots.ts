import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** The README's pictures, renewed by `DIEMCAU_SHOTS=readme` in the environment of the end-to-end tests. */
const README = path.resolve(import.meta.dirname, '../e2e/screenshots');
const RESULTS = path.resolve(import.meta.dirname, '../../test-results/shots');

/** Keeps what a page shows. */
export async function shots(page: Page, name: string): Promise<void> {
  keepPicture(name, await page.screenshot());
}

/** Keeps a PNG that came from elsewhere: OBS, a printed page. */
export function keepPicture(name: string, png: Buffer): void {
  const folder = process.env.DIEMCAU_SHOTS === 'readme' ? README : RESULTS;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, `${name}.png`), png);
}
