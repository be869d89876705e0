import type { ListedPort } from './match';
import type { ScannerSettings } from './settings';

/** What an open port tells. After `closed` nothing more comes. */
export interface PortSink {
  bytes(chunk: Uint8Array): void;
  closed(reason: string): void;
}

export interface OpenPort {
  /** @throws when the system cannot close it. Does not call the sink's `closed`. */
  close(): Promise<void>;
}

/** The serial ports of the machine, as the connections see them. None of its promises has to end in time. */
export interface SerialSystem {
  readonly platform: NodeJS.Platform;
  /** A monotonic clock, ms. */
  now(): number;
  /** @throws when the system has no list. */
  list(): Promise<readonly ListedPort[]>;
  /**
   * The device that a path leads to now, links followed; null when there is none.
   * @throws when that cannot be told
   */
  whereTo(path: string): Promise<string | null>;
  /** @throws Error with the system's own words, which `openCode` reads. */
  open(path: string, line: Omit<ScannerSettings, 'path' | 'door'>, sink: PortSink): Promise<OpenPort>;
}
