import { describe, expect, it } from 'vitest';
import { FRAMING, type Frame, Framer } from '../../../../electron/devices/scanner/framing';
import { Random } from './random';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
/** Long after the port was opened, so that no plug noise is expected any more. */
const LATER = 10_000;

function framesOf(chunk: Uint8Array, at = LATER): readonly Frame[] {
  const framer = new Framer(FRAMING, 0);
  return [...framer.feed(chunk, at), ...framer.idle(at + FRAMING.silenceMs)];
}
const textsOf = (chunk: Uint8Array, at = LATER) => framesOf(chunk, at).map((f) => f.text);

describe('the end of a frame', () => {
  it.each([
    ['CR', 'HP0001\r', ['HP0001']],
    ['LF', 'HP0001\n', ['HP0001']],
    ['CR LF, as one end', 'HP0001\r\nHP0002\r\n', ['HP0001', 'HP0002']],
    ['TAB', 'HP0001\tHP0002\t', ['HP0001', 'HP0002']],
    ['silence, where the reader sends none (Symbol RS-232, EM-18)', '4500C5D1E9B8', ['4500C5D1E9B8']],
    ['STX and ETX around it', '\x02HP0001\x03', ['HP0001']],
    ['STX and ETX with CR LF before ETX (RDM6300 and its like)', '\x024500C5D1E9B8\r\n\x03', ['4500C5D1E9B8']],
    ['STX and ETX with CR LF after ETX', '\x02HP0001\x03\r\n\x02HP0002\x03\r\n', ['HP0001', 'HP0002']],
    ['LF before and CR after (Parallax)', '\n0F0184F07A\r\n0F0184F07B\r', ['0F0184F07A', '0F0184F07B']],
    ['ETX alone', 'HP0001\x03', ['HP0001']],
    ['STX before and only CR after', '\x02HP0001\r\x02HP0002\r', ['HP0001', 'HP0002']],
    ['STX before and CR after, then a frame without STX', '\x02HP0001\rHP0002\r', ['HP0001', 'HP0002']],
  ])('is %s', (_name, sent, expected) => {
    const frames = framesOf(latin(sent));
    expect(frames.map((f) => f.text)).toEqual(expected);
    expect(frames.every((f) => f.readable && f.why === null)).toBe(true);
  });

  it('drops empty frames, blanks alone included', () => {
    expect(textsOf(latin('\r\n\r\n\t\x02\x03\x02\r\n\x03   \r\n'))).toEqual([]);
  });

  it('does not end a frame before the silence is long enough', () => {
    const framer = new Framer(FRAMING, 0);
    expect(framer.feed(latin('HP0'), LATER)).toEqual([]);
    expect(framer.dueAt).toBe(LATER + 60);
    expect(framer.idle(LATER + 59)).toEqual([]);
    expect(framer.feed(latin('001'), LATER + 59)).toEqual([]);
    expect(framer.idle(LATER + 119).map((f) => f.text)).toEqual(['HP0001']);
    expect(framer.dueAt).toBeNull();
  });

  it('ends a silent frame when the next bytes come, even if nobody called it idle', () => {
    const framer = new Framer(FRAMING, 0);
    framer.feed(latin('HP0001'), LATER);
    const [first] = framer.feed(latin('HP0002'), LATER + 60);
    expect(first?.text).toBe('HP0001');
    expect(framer.close().map((f) => f.why)).toEqual(['frame-cut']);
  });

  it('gives the moment of the last byte, not of the silence after it', () => {
    const framer = new Framer(FRAMING, 0);
    framer.feed(latin('HP'), LATER);
    framer.feed(latin('0001'), LATER + 7);
    expect(framer.idle(LATER + 90)[0]?.at).toBe(LATER + 7);
  });

  it('does not count a silence during which the caller could not listen', () => {
    const framer = new Framer(FRAMING, 0);
    framer.feed(latin('HP0'), LATER);
    framer.notListenedUntil(LATER + 500);
    expect(framer.feed(latin('001\r'), LATER + 501).map((f) => f.text)).toEqual(['HP0001']);
  });

  it('takes another silence when it is told so', () => {
    const framer = new Framer({ ...FRAMING, silenceMs: 300 }, 0);
    framer.feed(latin('HP0001'), LATER);
    expect(framer.idle(LATER + 299)).toEqual([]);
    expect(framer.idle(LATER + 300)).toHaveLength(1);
  });
});

describe('the content', () => {
  it('keeps Vietnamese letters whole although they come byte by byte', () => {
    const framer = new Framer(FRAMING, 0);
    const sent = bytes('079203001234|Nguyễn Thị Đào|08031992\r');
    const frames = [...sent].flatMap((b, i) => framer.feed(Uint8Array.of(b), LATER + i));
    expect(frames.map((f) => f.text)).toEqual(['079203001234|Nguyễn Thị Đào|08031992']);
  });

  it('keeps the AIM prefix, for the domain to strip', () => {
    expect(textsOf(latin(']C1HP0001\r\n'))).toEqual([']C1HP0001']);
  });

  it('keeps GS, which separates fields', () => {
    expect(textsOf(latin('01HP\x1d02\r'))).toEqual(['01HP\x1d02']);
  });

  it('gives the bytes as they came, marks included', () => {
    expect(framesOf(latin('\x02HP1\r\n\x03')).map((f) => f.raw)).toEqual(['024850310d0a03']);
  });

  it.each([
    ['a control byte', latin('HP\x0001\r'), 'frame-control', 'HP·01'],
    ['DEL', latin('HP\x7f\r'), 'frame-control', 'HP·'],
    ['bytes that are not UTF-8 (a scanner set to cp1258)', latin('Nguy\xea\xden\r'), 'frame-utf8', 'Nguy··n'],
    ['half a UTF-8 letter', bytes('Đ').subarray(0, 1), 'frame-utf8', '·'],
  ] as const)('is unreadable with %s, and says why, with its bytes', (_name, sent, why, shown) => {
    const [frame] = framesOf(sent);
    expect(frame).toMatchObject({ readable: false, why, text: shown });
    expect(frame?.raw).toBe(Buffer.from(sent).toString('hex'));
  });

  it('takes 512 bytes', () => {
    expect(textsOf(latin(`${'A'.repeat(512)}\r`))).toEqual(['A'.repeat(512)]);
    expect(textsOf(latin(`\x02${'A'.repeat(512)}\r\n\x03`))).toEqual(['A'.repeat(512)]);
  });

  it('tells a longer frame once as too long and takes the next one whole', () => {
    const frames = framesOf(latin(`${'A'.repeat(5000)}\rHP0001\r`));
    expect(frames.map((f) => [f.why, f.readable])).toEqual([
      ['frame-too-long', false],
      [null, true],
    ]);
    expect(frames[0]?.raw).toBe('41'.repeat(512));
    expect(frames[1]?.text).toBe('HP0001');
  });

  it('tells a frame that is cut by the beginning of the next as cut, and never glues them', () => {
    const frames = framesOf(latin('\x02HP00\x02HP0002\x03'));
    expect(frames.map((f) => [f.text, f.why])).toEqual([
      ['HP00', 'frame-cut'],
      ['HP0002', null],
    ]);
  });

  it('tells what was begun when the port goes away as cut', () => {
    const framer = new Framer(FRAMING, 0);
    framer.feed(latin('HP00'), LATER);
    expect(framer.close()).toMatchObject([{ text: 'HP00', readable: false, why: 'frame-cut' }]);
    expect(framer.close()).toEqual([]);
  });

  it('takes a frame as whole that only waits for an ETX when the port goes away', () => {
    const framer = new Framer(FRAMING, 0);
    framer.feed(latin('\x02HP0001\r\n'), LATER);
    expect(framer.close()).toMatchObject([{ text: 'HP0001', readable: true }]);
  });
});

describe('the first moments after opening', () => {
  it('loses no scan that comes at once, however it ends', () => {
    for (const sent of ['HP0001\r\n', '\x02HP0001\x03', '4500C5D1E9B8', 'Đào\r']) {
      expect(framesOf(bytes(sent), 1)).toMatchObject([{ readable: true }]);
    }
  });

  it('drops plug noise in front of a scan and keeps the scan whole', () => {
    const framer = new Framer(FRAMING, 0);
    expect(framer.feed(latin('\x00\xff\xfeHP0001\r'), 5).map((f) => f.text)).toEqual(['HP0001']);
    expect(framer.noise).toBe(3);
  });

  it('drops the unreadable rest of a transmission that had begun before, and keeps the frame after it', () => {
    expect(framesOf(latin('\x00\xffgarb\x02HP0001\x03'), 5).map((f) => f.text)).toEqual(['HP0001']);
    expect(framesOf(latin('C5D1E9B8\x03\x024500C5D1E9B8\x03'), 5).map((f) => f.text)).toEqual(['4500C5D1E9B8']);
  });

  it('drops an unreadable frame once only while the plug settles', () => {
    expect(framesOf(latin('A\x00\xffB\r'), 199)).toEqual([]);
    expect(framesOf(latin('A\x00\xffB\r'), 200)).toMatchObject([{ why: 'frame-control' }]);
  });

  it('knows nothing of the port before: a new framer never joins an old half', () => {
    const before = new Framer(FRAMING, 0);
    before.feed(latin('HP00'), LATER);
    const after = new Framer(FRAMING, LATER + 1);
    expect(after.feed(latin('HP0002\r'), LATER + 2).map((f) => f.text)).toEqual(['HP0002']);
  });
});

describe('whatever way the bytes are cut', () => {
  const alphabet = [...'ABCDEF0123456789|/-. ', 'ễ', 'Đ', 'ạ', '漢', '😀', '\x1d'] as const;

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('every frame comes out whole and alone (seed %i)', (seed) => {
    const random = new Random(seed * 7919);
    const letter = () => alphabet[random.below(alphabet.length)] ?? 'A';
    const sent: string[] = [];
    let stream = '';
    for (let i = 0; i < 200; i++) {
      const text = `N${Array.from({ length: random.below(40) }, letter).join('')}.`;
      sent.push(text);
      stream += random.pick([
        `${text}\r`,
        `${text}\n`,
        `${text}\r\n`,
        `${text}\t`,
        `\x02${text}\x03`,
        `\x02${text}\r\n\x03`,
        `\x02${text}\x03\r\n`,
      ]);
    }
    const all = bytes(stream);
    const framer = new Framer(FRAMING, 0);
    const heard: Frame[] = [];
    let at = 0;
    for (let from = 0; from < all.length; ) {
      const to = Math.min(all.length, from + 1 + random.below(1 + random.below(60)));
      heard.push(...framer.feed(all.subarray(from, to), at), ...framer.idle(at));
      at += random.below(FRAMING.silenceMs);
      from = to;
    }
    heard.push(...framer.idle(at + FRAMING.silenceMs));
    expect(heard.map((f) => f.text)).toEqual(sent);
    expect(heard.every((f) => f.readable)).toBe(true);
  });

  it.each([11, 12, 13])('frames that only silence ends come out whole too (seed %i)', (seed) => {
    const random = new Random(seed * 104729);
    const framer = new Framer(FRAMING, 0);
    const sent: string[] = [];
    const heard: Frame[] = [];
    let at = 0;
    for (let i = 0; i < 100; i++) {
      const text = `${4500 + i}C5D1E9B8`;
      sent.push(text);
      const all = bytes(text);
      for (let from = 0; from < all.length; ) {
        const to = Math.min(all.length, from + 1 + random.below(6));
        heard.push(...framer.feed(all.subarray(from, to), at));
        from = to;
        at += random.below(16);
      }
      at += FRAMING.silenceMs + random.below(100);
      if (random.below(2) === 0) heard.push(...framer.idle(at));
    }
    heard.push(...framer.idle(at + FRAMING.silenceMs));
    expect(heard.map((f) => f.text)).toEqual(sent);
  });

  it.each([21, 22, 23])('nonsense never stops it: the next clean frame is read (seed %i)', (seed) => {
    const random = new Random(seed * 15485863);
    const framer = new Framer(FRAMING, 0);
    let at = LATER;
    for (let i = 0; i < 200; i++) {
      const junk = Uint8Array.from({ length: random.below(700) }, () => random.below(256));
      framer.feed(junk, at);
      at += FRAMING.silenceMs;
      expect(framer.feed(latin('HP0001\r'), at).at(-1)).toMatchObject({ text: 'HP0001', readable: true });
      at += 1;
    }
  });
});
