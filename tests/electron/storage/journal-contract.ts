import { describe, expect, it } from 'vitest';
import { everyEvent, type Journal } from '../../../electron/storage/journal';
import type { Recorded } from '../../../shared/contract/events';
import { instant } from '../../../shared/time/time';
import { events, scanEvent, stateAfter, tempFolder } from './set-up';

/** What every journal promises. @param open opens a journal on the folder; a second one on the same folder continues. */
export function journalContract(open: (folder: string) => Journal): void {
  const reopened = async (folder: string, first: Journal): Promise<Journal> => {
    await first.close();
    return open(folder);
  };

  describe('as a journal', () => {
    it('begins empty: no events, no snapshot, no anchor', async () => {
      const journal = open(tempFolder());
      expect(await journal.recover()).toEqual({
        snapshot: null,
        events: [],
        anchor: null,
        integrity: 'ok',
        params: {},
      });
      expect(await journal.lastSeq()).toBe(0);
      await journal.close();
    });

    it('gives back every event as it was, in order, after it was closed and opened', async () => {
      const folder = tempFolder();
      const first = open(folder);
      await first.append(events(1, 3));
      await first.append(events(4, 4));
      const second = await reopened(folder, first);
      expect((await second.recover()).events).toEqual(events(1, 4));
      expect(await second.lastSeq()).toBe(4);
      await second.close();
    });

    it('takes the same events again without an error and without doubling them', async () => {
      const journal = open(tempFolder());
      await journal.append(events(1, 3));
      await journal.append(events(1, 3));
      await journal.append(events(2, 5));
      expect((await journal.recover()).events).toEqual(events(1, 5));
      await journal.close();
    });

    it('refuses another event under a used number and keeps nothing of that batch', async () => {
      const journal = open(tempFolder());
      await journal.append(events(1, 3));
      const other: Recorded = { seq: 3, at: instant(5), event: scanEvent(99) };
      await expect(journal.append([other, ...events(4, 5)])).rejects.toMatchObject({ code: 'seq-taken' });
      const laterMoment: Recorded = { seq: 3, at: instant(5), event: scanEvent(3) };
      await expect(journal.append([laterMoment])).rejects.toMatchObject({ code: 'seq-taken' });
      expect((await journal.recover()).events).toEqual(events(1, 3));
      await journal.close();
    });

    it('refuses events that leave a gap before them, or inside', async () => {
      const journal = open(tempFolder());
      await journal.append(events(1, 2));
      await expect(journal.append(events(4, 5))).rejects.toMatchObject({ code: 'gap' });
      await expect(journal.append([...events(3, 3), ...events(5, 5)])).rejects.toMatchObject({ code: 'gap' });
      expect(await journal.lastSeq()).toBe(2);
      await journal.close();
    });

    it('does nothing for an empty batch', async () => {
      const journal = open(tempFolder());
      await journal.append([]);
      expect(await journal.lastSeq()).toBe(0);
      await journal.close();
    });

    it('recovers from the newest snapshot and only the events after it', async () => {
      const folder = tempFolder();
      const first = open(folder);
      await first.append(events(1, 10));
      await first.saveSnapshot(stateAfter(4));
      await first.saveSnapshot(stateAfter(8));
      const second = await reopened(folder, first);
      const found = await second.recover();
      expect(found.snapshot).toEqual(stateAfter(8));
      expect(found.events).toEqual(events(9, 10));
      await second.close();
    });

    it('refuses a snapshot of events that it does not have', async () => {
      const journal = open(tempFolder());
      await journal.append(events(1, 3));
      await expect(journal.saveSnapshot(stateAfter(4))).rejects.toMatchObject({ code: 'ahead' });
      expect((await journal.recover()).snapshot).toBeNull();
      await journal.close();
    });

    it('keeps one anchor, the last', async () => {
      const folder = tempFolder();
      const first = open(folder);
      await first.saveAnchor({ hall: 1, wall: 2, uptimeMs: 3, bootId: 'a' });
      const last = { hall: 1000.5, wall: 2000.25, uptimeMs: null, bootId: null };
      await first.saveAnchor(last);
      const second = await reopened(folder, first);
      expect((await second.recover()).anchor).toEqual(last);
      await second.close();
    });

    it('gives the newest events, oldest first, and any range in pages', async () => {
      const journal = open(tempFolder());
      await journal.append(events(1, 2500));
      expect(await journal.tail(3)).toEqual(events(2498, 2500));
      expect(await journal.page(10, 2)).toEqual(events(11, 12));
      const all: Recorded[] = [];
      for await (const r of everyEvent(journal)) all.push(r);
      expect(all).toEqual(events(1, 2500));
      await journal.close();
    });

    it('keeps Vietnamese letters, numbers with fractions and empty texts whole', async () => {
      const journal = open(tempFolder());
      const odd: Recorded = {
        seq: 1,
        at: instant(1795321813866.625),
        event: { type: 'message.shown', text: 'Đồng chí Nguyễn Thị Đào — mời lên \u0000 "bục" 🎤' },
      };
      await journal.append([odd, { seq: 2, at: instant(0), event: { type: 'message.shown', text: '' } }]);
      expect((await journal.recover()).events[0]).toEqual(odd);
      await journal.close();
    });

    it('refuses every call after it was closed, and closing twice is no error', async () => {
      const journal = open(tempFolder());
      await journal.append(events(1, 1));
      await journal.close();
      await journal.close();
      await expect(journal.append(events(2, 2))).rejects.toMatchObject({ code: 'closed' });
      await expect(journal.lastSeq()).rejects.toMatchObject({ code: 'closed' });
      await expect(journal.recover()).rejects.toMatchObject({ code: 'closed' });
    });
  });
}
