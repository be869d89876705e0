import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { SerialPort } from 'serialport';
import { messageOf } from '../../error-message';
import type { DeviceKeys, ListedPort } from './match';
import type { OpenPort, PortSink, SerialSystem } from './serial-system';
import type { ScannerSettings } from './settings';

/** Links that Linux names after the socket a device is plugged into. */
const BY_SOCKET = '/dev/serial/by-path';
/** Badges are short; the library's own 64 KiB for each port would never be filled. */
const READ_POOL_BYTES = 4096;

type Listed = Awaited<ReturnType<typeof SerialPort.list>>[number];

/** The machine's own serial ports. */
export const MACHINE_PORTS: SerialSystem = {
  platform: process.platform,
  now: () => performance.now(),
  list,
  whereTo,
  open,
};

async function list(): Promise<readonly ListedPort[]> {
  const [ports, sockets] = await Promise.all([SerialPort.list(), socketsOnLinux()]);
  return ports.map((p) => ({ path: p.path, label: label(p), device: keys(p, sockets.get(p.path) ?? null) }));
}

/** The library gives no socket on Linux, and cheap adapters have no serial number: the links are all there is. */
async function socketsOnLinux(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (process.platform !== 'linux') return found;
  const names = await readdir(BY_SOCKET).catch((): string[] => []);
  for (const name of names) {
    const device = await realpath(join(BY_SOCKET, name)).catch(() => null);
    if (device !== null && !found.has(device)) found.set(device, name);
  }
  return found;
}

function keys(p: Listed, socket: string | null): DeviceKeys {
  return {
    serialNumber: given(p.serialNumber),
    pnpId: given(p.pnpId),
    locationId: given(p.locationId) ?? socket,
    vendorId: given(p.vendorId)?.toLowerCase() ?? null,
    productId: given(p.productId)?.toLowerCase() ?? null,
  };
}

function given(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}

function label(p: Listed): string {
  const friendly = 'friendlyName' in p && typeof p.friendlyName === 'string' ? p.friendlyName : '';
  if (friendly !== '') return friendly;
  // usb-Maker_Product_Serial-if00 says more than the maker alone
  const name = p.pnpId?.startsWith('usb-') ? p.pnpId.slice(4).replace(/-if\d\d.*$/, '') : (p.manufacturer ?? '');
  return name.replaceAll('_', ' ').trim();
}

async function whereTo(path: string): Promise<string | null> {
  if (process.platform === 'win32') {
    const ports = await SerialPort.list();
    return ports.some((p) => p.path.toLowerCase() === path.toLowerCase()) ? path : null;
  }
  try {
    return await realpath(path);
  } catch (e) {
    const code = e instanceof Error && 'code' in e ? e.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw e;
  }
}

async function open(path: string, line: Omit<ScannerSettings, 'path' | 'door'>, sink: PortSink): Promise<OpenPort> {
  // opening anything else, such as a named pipe, can block for ever
  if (process.platform !== 'win32' && !(await stat(path)).isCharacterDevice())
    throw new Error('ENOTTY: no serial port');
  const port = new SerialPort({
    path,
    baudRate: line.baudRate,
    dataBits: line.dataBits,
    parity: line.parity,
    stopBits: line.stopBits,
    highWaterMark: READ_POOL_BYTES,
    autoOpen: false,
  });
  let closed = false;
  const over = (reason: string) => {
    if (closed) return;
    closed = true;
    sink.closed(reason);
  };
  port.on('data', (chunk: Uint8Array) => {
    if (!closed) sink.bytes(chunk);
  });
  port.on('close', (e: Error | null) => over(e === null ? 'closed' : messageOf(e)));
  port.on('error', (e) => over(messageOf(e)));
  await new Promise<void>((resolve, reject) => {
    port.open((e) => (e === null ? resolve() : reject(e)));
  });
  return {
    close: () => {
      closed = true;
      return new Promise((resolve, reject) => {
        if (!port.isOpen) return resolve();
        port.close((e) => (e === null ? resolve() : reject(e)));
      });
    },
  };
}
