import type { ToProcess } from './messages';

/** The serial process as the app holds it, whatever kind of process it is. */
export interface ScannerProcess {
  /** Does nothing when the process is gone. */
  post(message: ToProcess): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Also called when it could not be started. */
  onExit(listener: (why: string) => void): void;
  /** Ends it at once. */
  kill(): void;
}
