// A process of its own between OBS and its clients: passes every byte on and says when a request to change the scene
// came through, and when OBS's answer to it did. Both clients go through it, so it costs both the same.
import { connect, createServer } from 'node:net';

const WATCHED = 'SetCurrentProgramScene';
const REQUEST = 6;
const ANSWER = 7;

const mono = () => Number(process.hrtime.bigint()) / 1e6;

/**
 * Cuts a stream of websocket frames into their texts, behind the lines of the handshake. Frames of one piece only,
 * which is how both sides send.
 * @param {(text: string, at: number) => void} tell
 * @returns {(chunk: Buffer) => void}
 */
function frames(tell) {
  let rest = Buffer.alloc(0);
  let greeted = false;
  return (chunk) => {
    const at = mono();
    rest = Buffer.concat([rest, chunk]);
    if (!greeted) {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      greeted = true;
      rest = rest.subarray(end + 4);
    }
    for (;;) {
      const frame = cut(rest);
      if (frame === null) return;
      rest = rest.subarray(frame.size);
      if (frame.isText) tell(frame.text, at);
    }
  };
}

/** The first frame; null while it is not whole. @param {Buffer} bytes */
function cut(bytes) {
  if (bytes.length < 2) return null;
  const short = bytes[1] & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskBytes = bytes[1] & 0x80 ? 4 : 0;
  const head = 2 + lengthBytes + maskBytes;
  if (bytes.length < head) return null;
  const length =
    lengthBytes === 2 ? bytes.readUInt16BE(2) : lengthBytes === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < head + length) return null;
  const isText = (bytes[0] & 0x0f) === 1;
  const body = Buffer.from(bytes.subarray(head, head + length));
  if (maskBytes > 0) for (let i = 0; i < length; i++) body[i] ^= bytes[head - 4 + (i % 4)];
  return { size: head + length, isText, text: isText ? body.toString() : '' };
}

/** @param {'asked' | 'answered'} kind @param {number} op */
const watch = (kind, op) =>
  frames((text, at) => {
    // most of what passes is something else, and parsing all of it would delay what matters
    if (!text.includes(WATCHED)) return;
    const message = JSON.parse(text);
    if (message.op !== op || message.d.requestType !== WATCHED) return;
    process.send?.({ kind, at, scene: message.d.requestData?.sceneName ?? null });
  });

const server = createServer((client) => {
  const obs = connect({ host: '127.0.0.1', port: Number(process.argv[2]), noDelay: true });
  client.setNoDelay(true);
  const out = watch('asked', REQUEST);
  const back = watch('answered', ANSWER);
  client.on('data', (chunk) => {
    obs.write(chunk);
    out(chunk);
  });
  obs.on('data', (chunk) => {
    client.write(chunk);
    back(chunk);
  });
  for (const [one, other] of [
    [client, obs],
    [obs, client],
  ]) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ kind: 'open', port: typeof address === 'object' && address !== null ? address.port : 0 });
});
process.on('disconnect', () => process.exit(0));
