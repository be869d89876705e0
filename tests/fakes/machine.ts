import type { MachineClocks } from '../../electron/hall/clock';

/** A machine whose clocks a test moves: `run` lets time pass, `step` moves only the wall, `sleep` stops only the monotonic clock. */
export class FakeMachine implements MachineClocks {
  #wall = Date.UTC(2026, 1, 7, 1, 25);
  #mono = 5_000;
  #uptime: number | null;
  #boot = 'boot-1';

  constructor(tellsUptime: boolean) {
    this.#uptime = tellsUptime ? 100_000 : null;
  }
  wall = (): number => this.#wall;
  mono = (): number => this.#mono;
  uptime = (): number | null => this.#uptime;
  bootId = (): string | null => (this.#uptime === null ? null : this.#boot);

  run(ms: number): void {
    this.#wall += ms;
    this.#mono += ms;
    if (this.#uptime !== null) this.#uptime += ms;
  }
  step(ms: number): void {
    this.#wall += ms;
  }
  sleep(ms: number): void {
    this.#wall += ms;
    if (this.#uptime !== null) this.#uptime += ms;
  }
  /** The process ends and a new one begins: the monotonic reading starts anywhere. */
  restartProcess(): void {
    this.#mono = 77;
  }
  reboot(): void {
    this.#mono = 3;
    this.#boot = 'boot-2';
    if (this.#uptime !== null) this.#uptime = 20_000;
  }
}
