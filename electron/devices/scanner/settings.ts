import type { DeviceKeys } from './match';

/** How a port is to be opened, and which door its reader stands at. */
export interface ScannerSettings {
  readonly path: string;
  readonly baudRate: number;
  readonly dataBits: 7 | 8;
  readonly parity: 'none' | 'even' | 'odd' | 'mark' | 'space';
  readonly stopBits: 1 | 2;
  readonly door: string;
}

/** What is kept from one day to the next: a door belongs to a device, and the path is only where it was last. */
export interface KeptScanner extends ScannerSettings {
  /** Null for a port that the system does not list; such a one is found by its path alone. */
  readonly device: DeviceKeys | null;
}
