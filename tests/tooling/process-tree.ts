import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 25;

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    // it ended while we looked
    return [];
  }
}

/** The process and everything it has started, as far as it is still attached to it. */
export function processTree(pid: number): number[] {
  const found = new Set([pid]);
  for (const member of found) for (const child of childrenOf(member)) found.add(child);
  return [...found];
}

/** Whether the process still runs; one that only waits to be counted by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/**
 * @param pids process numbers
 * @param limitMs how long to wait for them
 * @returns those still running after that
 */
export async function waitUntilGone(pids: readonly number[], limitMs: number): Promise<number[]> {
  const end = performance.now() + limitMs;
  for (;;) {
    const left = pids.filter(isAlive);
    if (left.length === 0 || performance.now() >= end) return left;
    await sleep(POLL_MS);
  }
}

/** Ends processes by number, those that are still there. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // gone in the meantime
    }
  }
}
