import { afterEach, expect, it } from 'vitest';
import type { ClockAnchor } from '../../../electron/hall/clock';
import { HallHost } from '../../../electron/hall/host';
import type { StorageLive } from '../../../shared/contract/live';
import { remaining } from '../../../shared/domain/timer/timer';
import { FakeMachine } from '../../fakes/machine';
import { DiskRefusal, MemoryJournal } from '../../fakes/memory-journal';
import { planOf, segment } from '../../shared/plans';

class RecoveringJournal extends MemoryJournal {
  anchor: ClockAnchor | null = null;
  notOpen: string | null = null;
  integrity: 'ok' | 'replaced' = 'ok';

  async recover() {
    if (this.notOpen !== null) throw new DiskRefusal(this.notOpen);
    return {
      snapshot: this.snapshots.at(-1) ?? null,
      events: this.rows.slice(this.snapshots.at(-1)?.revision ?? 0),
      anchor: this.anchor,
      integrity: this.integrity,
      params: { file: 'journal-damaged.db', kept: 3 },
    };
  }
  async saveAnchor(anchor: ClockAnchor): Promise<void> {
    this.anchor = anchor;
  }
}

const hosts: HallHost[] = [];
afterEach(() => Promise.all(hosts.splice(0).map((h) => h.close(100))));

function host(journal: RecoveringJournal, clocks: FakeMachine) {
  const storage: StorageLive[] = [];
  const h = new HallHost({
    journal,
    clocks,
    version: '1',
    told: () => undefined,
    storage: (s) => storage.push(s),
    log: () => undefined,
  });
  hosts.push(h);
  return { h, storage };
}

const first = segment('s1', '08:25', '09:05');

async function running(journal: RecoveringJournal, machine: FakeMachine): Promise<HallHost> {
  const { h } = host(journal, machine);
  await h.start();
  const plan = planOf([first]);
  await h.command({ type: 'event.open', plan, delegates: [], mode: 'planned' });
  await h.command({ type: 'timer.start', segmentId: first.id });
  return h;
}

const left = (h: HallHost): number | null =>
  h.state.timer.run === null ? null : remaining(h.state.timer.run, h.now());

it.each([-3_600_000, -2_000, 2_000, 3_600_000, 86_400_000])(
  'goes on counting to the same end when the wall clock is stepped by %i ms, and writes the step down',
  async (by) => {
    const machine = new FakeMachine(true);
    const journal = new RecoveringJournal();
    const h = await running(journal, machine);
    machine.run(60_000);
    machine.step(by);
    h.watchClocks();
    machine.run(60_000);
    h.watchClocks();
    await h.command({ type: 'message.show', text: 'x' });
    expect(left(h)).toBe(38 * 60_000);
    expect(journal.rows.filter((r) => r.event.type === 'clock.stepped')).toHaveLength(1);
    expect(h.state.clock.last).toMatchObject({ kind: 'step', ms: by });
  },
);

it('counts the time of a suspended machine, and writes the sleep down', async () => {
  const machine = new FakeMachine(false);
  const journal = new RecoveringJournal();
  const h = await running(journal, machine);
  h.doze();
  machine.sleep(300_000);
  h.watchClocks();
  await h.command({ type: 'message.show', text: 'x' });
  expect(left(h)).toBe(35 * 60_000);
  expect(h.state.clock.last).toMatchObject({ kind: 'sleep', ms: 300_000 });
});

it('is the same hall after a restart, with the time that passed counted, even over midnight and a stepped clock', async () => {
  const machine = new FakeMachine(true);
  const journal = new RecoveringJournal();
  const before = await running(journal, machine);
  const state = before.state;
  machine.run(120_000);
  machine.step(17 * 3_600_000);
  machine.restartProcess();
  const { h } = host(journal, machine);
  await h.start();
  await h.command({ type: 'message.show', text: 'x' });
  expect(h.state.timer).toEqual(state.timer);
  expect(left(h)).toBe(38 * 60_000);
  expect(h.state.clock.last).toMatchObject({ kind: 'step', ms: 17 * 3_600_000 });
});

it('refuses with a reason while the journal does not open, and goes on by itself when it does', async () => {
  const journal = new RecoveringJournal();
  journal.notOpen = 'no-folder';
  const { h, storage } = host(journal, new FakeMachine(true));
  const started = h.start();
  await new Promise((r) => setTimeout(r, 20));
  expect(await h.command({ type: 'message.clear' })).toEqual({ ok: false, code: 'not-ready', params: {} });
  expect(storage.at(-1)?.code).toBe('no-folder');
  journal.notOpen = null;
  await started;
  expect((await h.command({ type: 'message.show', text: 'x' })).ok).toBe(true);
  expect(storage.at(-1)?.code).toBeNull();
});

it('obeys a command that came while the journal was being opened', async () => {
  const { h } = host(new RecoveringJournal(), new FakeMachine(true));
  const early = h.command({ type: 'event.open', plan: planOf([first]), delegates: [], mode: 'planned' });
  await h.start();
  expect(await early).toMatchObject({ ok: true });
  expect(h.state.plan?.segments).toHaveLength(1);
});

it('refuses what still waits for the journal when it ends', async () => {
  const { h } = host(new RecoveringJournal(), new FakeMachine(true));
  const early = h.command({ type: 'message.clear' });
  await h.close(100);
  expect(await early).toEqual({ ok: false, code: 'not-ready', params: {} });
});

it('says that a damaged journal was replaced, and where the old one lies', async () => {
  const journal = new RecoveringJournal();
  journal.integrity = 'replaced';
  const { h, storage } = host(journal, new FakeMachine(true));
  await h.start();
  expect(storage.at(-1)).toMatchObject({
    code: null,
    notice: { code: 'replaced', params: { file: 'journal-damaged.db', kept: 3 } },
  });
});

it('never lets time go back behind the journal, even when a snapshot holds everything', async () => {
  const machine = new FakeMachine(false);
  const journal = new RecoveringJournal();
  const before = await running(journal, machine);
  await before.close(100);
  journal.anchor = null;
  const last = journal.rows.at(-1)?.at ?? 0;
  machine.step(-86_400_000);
  const { h } = host(journal, machine);
  await h.start();
  expect(h.now()).toBeGreaterThanOrEqual(last);
});
