import { describe, expect, it } from 'vitest';
import {
  aptLine,
  ensurePackages,
  hasTime64Names,
  packageNames,
  parseInstalled,
  parseOsRelease,
} from '../../electron/tooling/debian.mjs';

const BOOKWORM = parseOsRelease('ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n');
const TRIXIE = parseOsRelease('ID=debian\nVERSION_ID="13"\n');
const SID = parseOsRelease('ID=debian\nPRETTY_NAME="Debian GNU/Linux forky/sid"\n');
const NOBLE = parseOsRelease('ID=ubuntu\nVERSION_ID="24.04"\nID_LIKE=debian\n');
const JAMMY = parseOsRelease('ID=ubuntu\nVERSION_ID="22.04"\n');

describe('names of packages', () => {
  it('are those of Debian 12 there', () => {
    expect(packageNames(['libgtk-3-0', 'xvfb'], BOOKWORM)).toEqual(['libgtk-3-0', 'xvfb']);
  });

  it('carry t64 where time became 64 bits wide', () => {
    expect(packageNames(['libgtk-3-0', 'libnss3', 'libasound2'], TRIXIE)).toEqual([
      'libgtk-3-0t64',
      'libnss3',
      'libasound2t64',
    ]);
    expect([SID, NOBLE, JAMMY].map(hasTime64Names)).toEqual([true, true, false]);
  });
});

it('a package counts as installed only when it is wholly so', () => {
  const installed = parseInstalled('xvfb ii \nobs-studio rc \nsocat iU \nudev ii \n');
  expect([...installed]).toEqual(['xvfb', 'udev']);
});

describe('bringing packages in', () => {
  it('is silent when all are there', async () => {
    const said: string[] = [];
    const find = async () => [];
    expect(await ensurePackages(['xvfb'], (line) => said.push(line), { isRoot: false, find })).toBe(true);
    expect(said).toEqual([]);
  });

  it('gives an ordinary user the one line to type and installs nothing', async () => {
    const said: string[] = [];
    const find = async () => ['xvfb', 'socat'];
    const there = await ensurePackages(['xvfb', 'socat', 'udev'], (line) => said.push(line), { isRoot: false, find });
    expect(there).toBe(false);
    expect(said.join('\n').split('\n').at(-1)?.trim()).toBe(aptLine(['xvfb', 'socat']));
    expect(aptLine(['xvfb'])).toMatch(/^sudo apt-get update && sudo apt-get install .*xvfb$/);
  });
});
