import { getResolvedPDFJS } from 'unpdf';

/** pdf.js, as unpdf packs it for where there is no browser. */
export async function pdfLibrary(): Promise<typeof import('unpdf/pdfjs')> {
  fillIn();
  return getResolvedPDFJS();
}

/**
 * The library moves buffers with calls that the oldest runtime does not have yet; without them it drops drawing
 * operations silently, and with them the rules of tables.
 */
function fillIn(): void {
  const buffers: object = ArrayBuffer.prototype;
  for (const name of ['transfer', 'transferToFixedLength']) {
    if (name in buffers) continue;
    Object.defineProperty(buffers, name, {
      configurable: true,
      writable: true,
      value(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
        const moved = new ArrayBuffer(length);
        new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
        return moved;
      },
    });
  }
}
