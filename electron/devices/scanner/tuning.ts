import { FRAMING, type FramingOptions } from './framing';
import { HOLD, type HoldOptions } from './hold';

/** Every time limit and interval of the scanners, in ms. */
export interface Tuning {
  readonly framing: FramingOptions;
  readonly hold: HoldOptions;
  /** One attempt to open or to close a port, or one look at the system's list. */
  readonly deviceLimitMs: number;
  /** The wait before the first new attempt; it doubles up to `retryMostMs`. */
  readonly retryFirstMs: number;
  readonly retryMostMs: number;
  /** The wait before a new attempt where a person must do something first. */
  readonly retryRefusedMs: number;
  /**
   * How often the presence of an open port's device is checked. Not every system tells of an unplug, and on Linux the
   * serial library misses it when it happens during a read and reads on at full speed until the port is closed.
   */
  readonly watchMs: number;
  /** The same on Windows, where a look means listing all ports. */
  readonly watchByListMs: number;
  /** Counters alone are told at most this often. */
  readonly countsMs: number;
  /** A request to the serial process. Longer than all that one request may do in it. */
  readonly requestLimitMs: number;
  /** From starting the process to its first word. */
  readonly startLimitMs: number;
  /** How often the process is asked whether it is alive; it is ended when `missedPings` in a row go unanswered. */
  readonly pingMs: number;
  readonly missedPings: number;
  /** The wait before the process is started again; it doubles up to `restartMostMs`. */
  readonly restartFirstMs: number;
  readonly restartMostMs: number;
  /** With no scanner left the process goes after this long, to give its memory back. */
  readonly idleMs: number;
}

export const TUNING: Tuning = {
  framing: FRAMING,
  hold: HOLD,
  deviceLimitMs: 3000,
  retryFirstMs: 250,
  retryMostMs: 1000,
  retryRefusedMs: 5000,
  watchMs: 500,
  watchByListMs: 2000,
  countsMs: 250,
  requestLimitMs: 10_000,
  startLimitMs: 10_000,
  pingMs: 3000,
  missedPings: 3,
  restartFirstMs: 250,
  restartMostMs: 5000,
  idleMs: 10_000,
};

/** 250, 500, 1000, 1000 … @param failures how many attempts have failed in a row, from 1. */
export function backoff(firstMs: number, mostMs: number, failures: number): number {
  return Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 20));
}
