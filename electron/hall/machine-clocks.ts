import fs from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { MachineClocks } from './clock';

/** The clocks of this machine; the only place in the main process that reads them. */
export const machineClocks: MachineClocks = {
  wall: () => Date.now(),
  mono: () => performance.now(),
  uptime: () => {
    const text = read('/proc/uptime');
    const s = text === null ? Number.NaN : Number.parseFloat(text);
    return Number.isFinite(s) ? s * 1000 : null;
  },
  bootId: () => read('/proc/sys/kernel/random/boot_id'),
};

function read(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return null; // not Linux: the wall clock alone carries hall time over a restart
  }
}
