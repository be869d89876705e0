import { inflateRawSync } from 'node:zlib';
import { IntakeError, inflatesTooFar, LIMITS } from './limits';

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly header: number;
}

/** Files in a real document: some hundred at most, pictures included. */
const MAX_ENTRIES = 20_000;
const END = 0x06054b50;
const LISTED = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * A zip as Word and Excel write it: found by its list at the end, unpacked only where it is asked for, and counted
 * while it is unpacked, because what a zip says about its sizes may be a lie.
 */
export class Zip {
  readonly #bytes: Buffer;
  readonly #entries = new Map<string, Entry>();
  #left: number = LIMITS.inflatedBytes;

  /** @throws IntakeError `broken` where the list at the end is missing, cut or senseless */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#list();
    } catch (e) {
      throw e instanceof IntakeError ? e : new IntakeError('broken');
    }
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * @returns the unpacked file; null where there is none of that name
   * @throws IntakeError `broken`, `password-document` or `inflates-too-far`
   */
  read(name: string): Buffer | null {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    if (entry.encrypted) throw new IntakeError('password-document');
    const data = this.#unpack(entry);
    this.#left -= data.length;
    return data;
  }

  #unpack({ method, packed, header }: Entry): Buffer {
    // the list leaves the length of the entry's own heading open
    if (header + 30 > this.#bytes.length) throw new IntakeError('broken');
    const from = header + 30 + this.#bytes.readUInt16LE(header + 26) + this.#bytes.readUInt16LE(header + 28);
    if (from + packed > this.#bytes.length) throw new IntakeError('broken');
    const data = this.#bytes.subarray(from, from + packed);
    if (method === STORED) {
      if (data.length > this.#left) throw inflatesTooFar();
      return data;
    }
    if (method !== DEFLATED) throw new IntakeError('broken');
    try {
      return inflateRawSync(data, { maxOutputLength: Math.max(1, this.#left) });
    } catch (e) {
      const tooFar = e instanceof Error && 'code' in e && e.code === 'ERR_BUFFER_TOO_LARGE';
      throw tooFar ? inflatesTooFar() : new IntakeError('broken');
    }
  }

  #list(): void {
    const b = this.#bytes;
    const lowest = Math.max(0, b.length - 22 - 0xffff);
    let end = b.length - 22;
    while (end >= lowest && b.readUInt32LE(end) !== END) end--;
    if (end < lowest) throw new IntakeError('broken');
    const count = b.readUInt16LE(end + 10);
    let at = b.readUInt32LE(end + 16);
    if (count > MAX_ENTRIES) throw inflatesTooFar();
    for (let i = 0; i < count; i++) {
      if (b.readUInt32LE(at) !== LISTED) throw new IntakeError('broken');
      const nameLength = b.readUInt16LE(at + 28);
      const name = b.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
      this.#entries.set(name, {
        method: b.readUInt16LE(at + 10),
        encrypted: (b.readUInt16LE(at + 8) & 1) === 1,
        packed: b.readUInt32LE(at + 20),
        header: b.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + b.readUInt16LE(at + 30) + b.readUInt16LE(at + 32);
    }
  }
}
