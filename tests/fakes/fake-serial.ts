import type { DeviceKeys, ListedPort } from '../../electron/devices/scanner/match';
import { isToProcess } from '../../electron/devices/scanner/messages';
import type { ScannerProcess } from '../../electron/devices/scanner/scanner-process';
import type { OpenPort, PortSink, SerialSystem } from '../../electron/devices/scanner/serial-system';
import { ScannerService } from '../../electron/devices/scanner/service';

export const NAMELESS: DeviceKeys = {
  serialNumber: null,
  pnpId: null,
  locationId: null,
  vendorId: null,
  productId: null,
};

interface Plugged {
  readonly device: DeviceKeys;
  readonly label: string;
  readonly listed: boolean;
  sink: PortSink | null;
}

/** A machine whose serial devices the test plugs, unplugs and speaks for. */
export class FakeSerial implements SerialSystem {
  platform: NodeJS.Platform = 'linux';
  /** Words of the system for every attempt to open; null when it lets ports be opened. */
  refusal: string | null = null;
  /** Attempts to open do not come to an end until `letGo`. */
  hangs = false;
  /** A system that does not tell when a device is pulled out. */
  silentUnplug = false;
  /** Why there is no list of ports; null when there is. */
  listError: string | null = null;
  /** Paths that were opened, in order. */
  readonly opened: string[] = [];
  readonly #plugged = new Map<string, Plugged>();
  readonly #links = new Map<string, string>();
  #waiting: (() => void)[] = [];

  now = (): number => performance.now();

  /** @param device null for one that the system does not list */
  plug(path: string, device: Partial<DeviceKeys> | null, label = ''): void {
    const known = { ...NAMELESS, ...device };
    this.#plugged.set(path, { device: known, label, listed: device !== null, sink: null });
  }

  link(path: string, to: string): void {
    this.#links.set(path, to);
  }

  unplug(path: string): void {
    const gone = this.#plugged.get(path);
    this.#plugged.delete(path);
    if (!this.silentUnplug) gone?.sink?.closed('bad file descriptor');
  }

  /** What the reader at that path sends; nobody hears it where the port is not open. */
  send(path: string, bytes: string | Uint8Array): void {
    const chunk = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    this.#plugged.get(path)?.sink?.bytes(chunk);
  }

  isOpen(path: string): boolean {
    return (this.#plugged.get(path)?.sink ?? null) !== null;
  }

  letGo(): void {
    this.hangs = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }

  async list(): Promise<readonly ListedPort[]> {
    if (this.listError !== null) throw new Error(this.listError);
    return [...this.#plugged].flatMap(([path, { device, label, listed }]) => (listed ? [{ path, label, device }] : []));
  }

  async whereTo(path: string): Promise<string | null> {
    const device = this.#links.get(path) ?? path;
    return this.#plugged.has(device) ? device : null;
  }

  async open(path: string, _line: unknown, sink: PortSink): Promise<OpenPort> {
    const device = this.#links.get(path) ?? path;
    this.opened.push(device);
    if (this.hangs) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.refusal !== null) throw new Error(this.refusal);
    const plugged = this.#plugged.get(device);
    if (plugged === undefined) throw new Error(`Error: No such file or directory, cannot open ${path}`);
    if (plugged.sink !== null) throw new Error('Error Resource temporarily unavailable Cannot lock port');
    plugged.sink = sink;
    return {
      close: async () => {
        plugged.sink = null;
      },
    };
  }
}

/** The serial process without a process: the real service beside a fake machine. Messages are copied, as they are in truth. */
export class FakeScannerProcess implements ScannerProcess {
  readonly #service: ScannerService;
  #message: ((message: unknown) => void)[] = [];
  #exit: ((why: string) => void)[] = [];
  #alive = true;
  /** It is there and says nothing, as a process that hangs. */
  hangs = false;

  constructor(system: SerialSystem) {
    this.#service = new ScannerService(
      system,
      (message) => this.#tell(message),
      () => this.die('exit code 0'),
    );
    setImmediate(() => this.#tell({ type: 'ready' }));
  }

  post(message: unknown): void {
    const copy: unknown = structuredClone(message);
    setImmediate(() => {
      if (this.#alive && !this.hangs && isToProcess(copy)) void this.#service.take(copy);
    });
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#message.push(listener);
  }

  onExit(listener: (why: string) => void): void {
    this.#exit.push(listener);
  }

  kill(): void {
    this.die('killed');
  }

  /** Its ports close, as the system closes those of a process that ended. */
  die(why: string): void {
    if (!this.#alive) return;
    this.#alive = false;
    void this.#service.stop();
    for (const listener of this.#exit) listener(why);
  }

  #tell(message: unknown): void {
    const copy: unknown = structuredClone(message);
    setImmediate(() => {
      if (this.#alive && !this.hangs) for (const listener of this.#message) listener(copy);
    });
  }
}
