/**
 * Packs small text files into an asar archive.
 *
 * The layout is two Chromium pickles (the length of the header, then the header as a JSON string padded to four bytes)
 * followed by the files one after the other; offsets count from the end of the header.
 * @param {Readonly<Record<string, string>>} files name in the archive -> content
 * @returns {Buffer}
 */
export function packAsar(files) {
  /** @type {Record<string, { size: number, offset: string }>} */
  const index = {};
  const bodies = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text);
    index[name] = { size: body.length, offset: String(offset) };
    offset += body.length;
    bodies.push(body);
  }

  const json = Buffer.from(JSON.stringify({ files: index }));
  const padding = Buffer.alloc((4 - (json.length % 4)) % 4);
  const payload = 4 + json.length + padding.length;
  const head = Buffer.alloc(16);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(4 + payload, 4);
  head.writeUInt32LE(payload, 8);
  head.writeUInt32LE(json.length, 12);
  return Buffer.concat([head, json, padding, ...bodies]);
}
