/** What a system knows of a serial device, for finding it again under another path. Null where it does not say. */
export interface DeviceKeys {
  readonly serialNumber: string | null;
  readonly pnpId: string | null;
  /** The socket it is plugged into. */
  readonly locationId: string | null;
  readonly vendorId: string | null;
  readonly productId: string | null;
}

export interface ListedPort {
  readonly path: string;
  /** Maker and product; empty where the system does not know them. */
  readonly label: string;
  readonly device: DeviceKeys;
}

/** Nothing of it can tell it from another device. */
export function isAnonymous(d: DeviceKeys): boolean {
  return score(d, d) === 0;
}

/**
 * How surely two descriptions are of one device; 0 means that they are not. Serial number 4, system's name 3, socket
 * 2, model 1. Another model or another serial number is another device, whatever else is alike.
 */
export function score(a: DeviceKeys, b: DeviceKeys): number {
  if (differ(a.serialNumber, b.serialNumber) || differ(a.vendorId, b.vendorId) || differ(a.productId, b.productId)) {
    return 0;
  }
  return (
    (same(a.serialNumber, b.serialNumber) ? 4 : 0) +
    (same(a.pnpId, b.pnpId) ? 3 : 0) +
    (same(a.locationId, b.locationId) ? 2 : 0) +
    (same(a.vendorId, b.vendorId) && same(a.productId, b.productId) ? 1 : 0)
  );
}

export type Found =
  | { readonly is: 'here'; readonly port: ListedPort }
  | { readonly is: 'missing' }
  /** Several ports fit equally well, or one port fits several readers: only a person can tell. */
  | { readonly is: 'ambiguous' };

/**
 * Where a device is now.
 * @param free the ports that no other reader has open
 * @param rivals other readers that are looking for their device too
 */
export function findDevice(wanted: DeviceKeys, free: readonly ListedPort[], rivals: readonly DeviceKeys[]): Found {
  const claim = (port: ListedPort) => Math.max(0, ...rivals.map((r) => score(r, port.device)));
  const ranked = free
    .map((port) => ({ port, points: score(wanted, port.device), claimed: claim(port) }))
    // what is more surely another reader's is left to it
    .filter((c) => c.points > 0 && c.claimed <= c.points)
    .sort((a, b) => b.points - a.points);
  const [best, second] = ranked;
  if (best === undefined) return { is: 'missing' };
  const tie = second?.points === best.points || best.claimed === best.points;
  return tie ? { is: 'ambiguous' } : { is: 'here', port: best.port };
}

function same(a: string | null, b: string | null): boolean {
  return a !== null && a === b;
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}
