import type { HallEvent, Recorded } from '../../shared/contract/events';
import { instant } from '../../shared/time/time';
import { JournalError } from './journal';

/** A row of the journal table, in the order of its columns. */
export type Row = readonly [seq: number, at: number, type: string, body: string];

export const ROW_COLUMNS = 'seq, at, type, body';

export function toRow(r: Recorded): Row {
  return [r.seq, r.at, r.event.type, JSON.stringify(r.event)];
}

/** @throws JournalError `corrupt` for a row that this app did not write. */
export function fromRow([seq, at, type, body]: Row): Recorded {
  let event: unknown;
  try {
    event = JSON.parse(body);
  } catch {
    throw new JournalError('corrupt', `event ${seq} is not JSON`);
  }
  if (typeof event !== 'object' || event === null || !('type' in event) || event.type !== type)
    throw new JournalError('corrupt', `event ${seq} is not a ${type}`);
  return { seq, at: instant(at), event: event as HallEvent };
}

/** Whether these follow each other and the first is number `first`. */
export function isUnbroken(events: readonly Recorded[], first: number): boolean {
  return events.every((r, i) => r.seq === first + i);
}
