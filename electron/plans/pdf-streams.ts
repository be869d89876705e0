import { inflateSync } from 'node:zlib';

/** A stream inside a stream, packed again; more layers have no use. */
const MAX_LAYERS = 3;

/**
 * How much the packed streams of a PDF come to, without keeping any of it. The library that reads the file unpacks
 * without a limit, so this is asked first.
 * @param limit bytes at which counting stops
 * @returns bytes; above `limit` when there are more
 */
export function inflatedLength(bytes: Uint8Array, limit: number): number {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = all.indexOf('stream'); at >= 0 && total <= limit; at = all.indexOf('stream', at)) {
    let from = at + 6;
    at = from;
    if (all[from] === 0x0d) from++;
    if (all[from] === 0x0a) from++;
    // 'endstream', and streams that are packed in another way
    if (((all[from] ?? 0) & 0x0f) !== 8 || ((all[from] ?? 0) * 256 + (all[from + 1] ?? 0)) % 31 !== 0) continue;
    const end = all.indexOf('endstream', from);
    let data: Buffer | null = all.subarray(from, end < 0 ? all.length : end);
    for (let layer = 0; layer < MAX_LAYERS && data !== null; layer++) {
      const unpacked = inflated(data, limit - total);
      if (unpacked === 'too far') return limit + 1;
      total += unpacked?.length ?? 0;
      data = unpacked;
    }
  }
  return total;
}

function inflated(data: Buffer, limit: number): Buffer | 'too far' | null {
  if (((data[0] ?? 0) & 0x0f) !== 8) return null;
  try {
    // what is cut is unpacked as far as it goes, as every PDF reader does
    return inflateSync(data, { maxOutputLength: Math.max(1, limit), finishFlush: 2 });
  } catch (e) {
    return e instanceof Error && 'code' in e && e.code === 'ERR_BUFFER_TOO_LARGE' ? 'too far' : null;
  }
}
