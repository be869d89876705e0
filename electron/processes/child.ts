/**
 * A process of the app's own as its parent holds it, whatever kind of process it is. What can block or bring its
 * process down lives in one of these.
 */
export interface Child<Out, In = unknown> {
  /** Never throws; what cannot be sent is answered by the exit. */
  post(message: Out): void;
  onMessage(listener: (message: In) => void): void;
  /** Called once, also where the process could not be started at all. */
  onExit(listener: (why: string) => void): void;
  /** Ends it at once, also in the middle of work that never comes to an end. */
  kill(): void;
}
