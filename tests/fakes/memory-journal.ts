import type { HallJournal } from '../../electron/hall/hall';
import type { Recorded } from '../../shared/contract/events';
import type { HallState } from '../../shared/domain/hall';

export class DiskRefusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** A journal in memory that keeps the disk's promises, and breaks them when told to. */
export class MemoryJournal implements HallJournal {
  readonly rows: Recorded[] = [];
  readonly snapshots: HallState[] = [];
  /** The code every write fails with; null when the disk is well. */
  failing: string | null = null;
  /** Write, then fail all the same: an answer that was lost on the way. */
  loseAnswer = false;
  /** Milliseconds every write takes. */
  slowMs = 0;
  appends = 0;

  async append(batch: readonly Recorded[]): Promise<void> {
    this.appends++;
    if (this.slowMs > 0) await new Promise((r) => setTimeout(r, this.slowMs));
    if (this.failing !== null) throw new DiskRefusal(this.failing);
    for (const r of structuredClone(batch)) {
      const there = this.rows.find((x) => x.seq === r.seq);
      if (there !== undefined && JSON.stringify(there) !== JSON.stringify(r)) throw new DiskRefusal('seq-taken');
      if (there === undefined) this.rows.push(r);
    }
    if (this.loseAnswer) {
      this.loseAnswer = false;
      throw new DiskRefusal('timeout');
    }
  }
  async lastSeq(): Promise<number> {
    if (this.failing !== null) throw new DiskRefusal(this.failing);
    return this.rows.at(-1)?.seq ?? 0;
  }
  mends = 0;
  async mend(state: HallState): Promise<void> {
    this.mends++;
    this.failing = null;
    await this.saveSnapshot(state);
  }
  async tail(last: number): Promise<readonly Recorded[]> {
    return this.rows.slice(-last);
  }
  async saveSnapshot(state: HallState): Promise<void> {
    this.snapshots.push(structuredClone(state));
  }
}
