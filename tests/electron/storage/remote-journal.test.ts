import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { StorageChild, StorageMessage, StorageRequest } from '../../../electron/storage/messages';
import { LIMITS, RemoteJournal } from '../../../electron/storage/remote-journal';
import { journalContract } from './journal-contract';
import { bundleProcess, events, inProcess, remote, stateAfter, tempFolder } from './set-up';

let script = '';
beforeAll(async () => {
  script = await bundleProcess();
});

journalContract((folder) => remote(script, folder).journal);

it('has its process up before it is asked anything when it was woken, and wakes it once', async () => {
  const { journal, pid, deaths } = remote(script, tempFolder());
  journal.wake();
  const woken = pid();
  journal.wake();
  await journal.append(events(1, 1));
  expect(pid()).toBe(woken);
  await journal.close();
  journal.wake();
  expect(pid()).toBe(woken);
  expect(deaths()).toBe(0);
});

describe('with a storage process that dies', () => {
  it('has every acknowledged event on disk after 20 times kill -9 in the middle of writing', async () => {
    const folder = tempFolder();
    const { journal, pid, deaths } = remote(script, folder);
    let next = 1;
    let acknowledged = 0;
    for (let round = 1; round <= 20; round++) {
      // one whole round trip, then a burst that the kill cuts short somewhere
      while (acknowledged < next) {
        acknowledged = await journal.append(events(next, next)).then(
          () => next,
          () => acknowledged,
        );
        if (acknowledged < next) await new Promise((r) => setTimeout(r, 20));
      }
      next++;
      let stop = false;
      const victim = pid();
      setTimeout(() => {
        stop = true;
        process.kill(victim, 'SIGKILL');
      }, 3 + round);
      while (!stop) {
        const seq = next;
        try {
          await journal.append(events(seq, seq));
          acknowledged = seq;
          next = seq + 1;
        } catch (e) {
          expect(e).toMatchObject({ code: 'gone' });
          break;
        }
      }
      const reader = inProcess(folder);
      const found = await reader.recover();
      expect(found.integrity).toBe('ok');
      expect(found.events.slice(0, acknowledged)).toEqual(events(1, acknowledged));
      // at most the one that was under way is there without having been acknowledged
      expect(found.events.length - acknowledged).toBeLessThanOrEqual(1);
      await reader.close();
    }
    expect(deaths()).toBe(20);
    expect(acknowledged).toBeGreaterThan(20);
    await journal.close();
  }, 60_000);

  it('ends every call under way with gone, and starts the process again for the next one', async () => {
    const folder = tempFolder();
    const { journal, pid, deaths } = remote(script, folder);
    await journal.append(events(1, 1));
    process.kill(pid(), 'SIGSTOP');
    const waiting = [journal.append(events(2, 2)), journal.saveSnapshot(stateAfter(1)), journal.tail(5)];
    const settled = Promise.allSettled(waiting);
    process.kill(pid(), 'SIGKILL');
    for (const s of await settled) expect(s).toMatchObject({ status: 'rejected', reason: { code: 'gone' } });
    await vi.waitFor(async () => expect(await journal.lastSeq()).toBe(1), { timeout: 5000 });
    await journal.append(events(2, 2));
    expect(deaths()).toBe(1);
    await journal.close();
  });

  it('ends a process that hangs, after two calls without an answer, and goes on with a new one', async () => {
    const { journal, pid, deaths } = remote(script, tempFolder(), { append: 150 });
    await vi.waitFor(() => journal.append(events(1, 1)), { timeout: 5000 });
    const hung = pid();
    process.kill(hung, 'SIGSTOP');
    await expect(journal.append(events(2, 2))).rejects.toMatchObject({ code: 'timeout' });
    expect(deaths()).toBe(0);
    await expect(journal.append(events(2, 2))).rejects.toMatchObject({ code: 'timeout' });
    expect(deaths()).toBe(1);
    await vi.waitFor(() => journal.append(events(2, 2)), { timeout: 5000 });
    expect(pid()).not.toBe(hung);
    expect(await journal.lastSeq()).toBe(2);
    await journal.close();
  });

  it('leaves no process behind when it is closed, not even one that hangs', async () => {
    const { journal, pid } = remote(script, tempFolder(), { close: 200 });
    await journal.append(events(1, 1));
    process.kill(pid(), 'SIGSTOP');
    await journal.close();
    await vi.waitFor(() => expect(() => process.kill(pid(), 0)).toThrow(), { timeout: 5000 });
  });
});

/** A storage process that only does what the test tells it. */
class FakeChild implements StorageChild {
  readonly requests: StorageRequest[] = [];
  killed = false;
  #message: ((m: StorageMessage) => void) | null = null;
  #exit: ((why: string) => void) | null = null;
  post(request: StorageRequest): void {
    this.requests.push(request);
  }
  onMessage(listener: (m: StorageMessage) => void): void {
    this.#message = listener;
  }
  onExit(listener: (why: string) => void): void {
    this.#exit = listener;
  }
  kill(): void {
    this.killed = true;
  }
  says(m: StorageMessage): void {
    this.#message?.(m);
  }
  dies(): void {
    this.#exit?.('exit code 1');
  }
}

describe('between calls and answers', () => {
  const set = () => {
    const children: FakeChild[] = [];
    const clock = { ms: 0 };
    const notices: StorageMessage[] = [];
    const journal = new RemoteJournal({
      spawn: () => {
        const child = new FakeChild();
        children.push(child);
        return child;
      },
      limits: LIMITS,
      mono: () => clock.ms,
      notice: (n) => notices.push(n),
      died: () => undefined,
    });
    return { journal, children, clock, notices };
  };

  it('waits longer before each start while the process keeps dying, refuses at once meanwhile, and forgets it after an answer', async () => {
    const { journal, children, clock } = set();
    const waits: number[] = [];
    for (let i = 0; i < 6; i++) {
      const before = clock.ms;
      const asked = journal.lastSeq();
      children.at(-1)?.dies();
      await expect(asked).rejects.toMatchObject({ code: 'gone' });
      while (true) {
        const n = children.length;
        const next = journal.lastSeq();
        if (children.length > n) {
          children.at(-1)?.says({ kind: 'copied', file: 'x' });
          next.catch(() => undefined);
          break;
        }
        await expect(next).rejects.toMatchObject({ code: 'gone' });
        clock.ms += 50;
      }
      waits.push(clock.ms - before);
    }
    // every start here was followed by a word from the process, so no wait grows
    expect(waits).toEqual([0, 0, 0, 0, 0, 0]);

    const silent = set();
    const grown: number[] = [];
    for (let i = 0; i < 7; i++) {
      const before = silent.clock.ms;
      const n = silent.children.length;
      while (silent.children.length === n) {
        silent.journal.lastSeq().catch(() => undefined);
        if (silent.children.length === n) silent.clock.ms += 50;
      }
      silent.children.at(-1)?.dies();
      grown.push(silent.clock.ms - before);
    }
    expect(grown).toEqual([0, 0, 250, 500, 1000, 2000, 2000]);
  });

  it('ignores an answer that comes too late and takes the answers in any order', async () => {
    vi.useFakeTimers();
    try {
      const { journal, children } = set();
      const slow = journal.append(events(1, 1));
      const refused = expect(slow).rejects.toMatchObject({ code: 'timeout' });
      await vi.advanceTimersByTimeAsync(2000);
      await refused;
      const child = children[0];
      child?.says({ kind: 'done', id: 1, value: undefined });
      const a = journal.lastSeq();
      const b = journal.lastSeq();
      child?.says({ kind: 'done', id: 3, value: 30 });
      child?.says({ kind: 'done', id: 2, value: 20 });
      expect([await a, await b]).toEqual([20, 30]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('passes on what the process did by itself', () => {
    const { journal, children, notices } = set();
    journal.lastSeq().catch(() => undefined);
    children[0]?.says({ kind: 'copy-failed', code: 'disk-full', message: 'no room' });
    expect(notices).toEqual([{ kind: 'copy-failed', code: 'disk-full', message: 'no room' }]);
  });

  it('closes without starting a process that nobody needed', async () => {
    const { journal, children } = set();
    await journal.close();
    expect(children).toEqual([]);
  });
});
