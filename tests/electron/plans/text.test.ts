import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readDocument, readText } from '../../../electron/plans/read-document';
import { isSyllable } from '../../../electron/plans/syllables';

const PLAN = `CHƯƠNG TRÌNH
Hội nghị học tập, quán triệt Nghị quyết Đại hội đại biểu toàn quốc
7h30 - 8h00: Đón tiếp đại biểu, ổn định tổ chức
8h00: Tuyên bố lý do, giới thiệu đại biểu – Đồng chí Nguyễn Văn Đức
Nghỉ giải lao; những kết quả, phương hướng, nhiệm vụ của Đảng uỷ
`;
const read = async (bytes: Uint8Array, name = 'kế hoạch.txt') => readDocument(name, bytes, () => undefined);

/** Written from the font maker's own table, apart from the one that is tested. */
const VNI: readonly (readonly [string, string])[] = [
  ['á', 'aù'],
  ['à', 'aø'],
  ['ả', 'aû'],
  ['ã', 'aõ'],
  ['ạ', 'aï'],
  ['â', 'aâ'],
  ['ấ', 'aá'],
  ['ầ', 'aà'],
  ['ẩ', 'aå'],
  ['ẫ', 'aã'],
  ['ậ', 'aä'],
  ['ă', 'aê'],
  ['ắ', 'aé'],
  ['ằ', 'aè'],
  ['ẳ', 'aú'],
  ['ẵ', 'aü'],
  ['ặ', 'aë'],
  ['é', 'eù'],
  ['è', 'eø'],
  ['ẻ', 'eû'],
  ['ẽ', 'eõ'],
  ['ẹ', 'eï'],
  ['ê', 'eâ'],
  ['ế', 'eá'],
  ['ề', 'eà'],
  ['ể', 'eå'],
  ['ễ', 'eã'],
  ['ệ', 'eä'],
  ['í', 'í'],
  ['ì', 'ì'],
  ['ỉ', 'æ'],
  ['ĩ', 'ó'],
  ['ị', 'ò'],
  ['ó', 'où'],
  ['ò', 'oø'],
  ['ỏ', 'oû'],
  ['õ', 'oõ'],
  ['ọ', 'oï'],
  ['ô', 'oâ'],
  ['ố', 'oá'],
  ['ồ', 'oà'],
  ['ổ', 'oå'],
  ['ỗ', 'oã'],
  ['ộ', 'oä'],
  ['ơ', 'ô'],
  ['ớ', 'ôù'],
  ['ờ', 'ôø'],
  ['ở', 'ôû'],
  ['ỡ', 'ôõ'],
  ['ợ', 'ôï'],
  ['ú', 'uù'],
  ['ù', 'uø'],
  ['ủ', 'uû'],
  ['ũ', 'uõ'],
  ['ụ', 'uï'],
  ['ư', 'ö'],
  ['ứ', 'öù'],
  ['ừ', 'öø'],
  ['ử', 'öû'],
  ['ữ', 'öõ'],
  ['ự', 'öï'],
  ['ý', 'yù'],
  ['ỳ', 'yø'],
  ['ỷ', 'yû'],
  ['ỹ', 'yõ'],
  ['ỵ', 'î'],
  ['đ', 'ñ'],
];
const toVni = (text: string): string => {
  const table = new Map<string, string>(
    VNI.flatMap(([u, v]) => [
      [u, v],
      [u.toUpperCase(), v.toUpperCase()],
    ]),
  );
  return [...text].map((c) => table.get(c) ?? c).join('');
};
/** TCVN3 has small letters only; a font shows them as capitals. */
const TCVN3_TEXT = PLAN.replace('CHƯƠNG TRÌNH', 'Chương trình');
const tcvn3Bytes = (): Uint8Array => {
  const bytes = iconv.encode(TCVN3_TEXT.replaceAll('–', '-'), 'tcvn');
  return bytes;
};

describe('bytes of a text', () => {
  test.each([
    ['UTF-8', Buffer.from(PLAN)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${PLAN}`)],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${PLAN}`, 'utf16le')],
    ['UTF-16 turned round, with its mark', iconv.encode(PLAN, 'utf16be', { addBOM: true })],
  ])('%s is read as it is, without asking', async (_, bytes) => {
    const { document, conversion } = await read(bytes);
    expect(document.text).toBe(PLAN);
    expect(conversion).toBeNull();
  });

  test.each([
    ['UTF-16', iconv.encode(PLAN, 'utf16le', { addBOM: false }), PLAN],
    ['Windows-1258', iconv.encode(toWindows1258(PLAN), 'win1258'), PLAN],
    ['VNI', iconv.encode(toVni(PLAN), 'win1252'), PLAN],
    ['TCVN3', tcvn3Bytes(), TCVN3_TEXT.replaceAll('–', '-')],
  ])('%s is told by its words, converted, and shown before and after', async (from, bytes, wanted) => {
    const { document, conversion } = await read(bytes);
    expect(document.text).toBe(wanted);
    expect(conversion?.from).toBe(from);
    expect(conversion?.after).not.toBe(conversion?.before);
    expect(wanted).toContain(conversion?.after.split('\n')[0] ?? '?');
  });

  test('UTF-8 that was cut inside a letter is UTF-8 all the same', async () => {
    const cut = Buffer.from('7h30 Đón tiếp đại biểu, ổn định').subarray(0, -4);
    expect((await read(cut)).document.text).toBe('7h30 Đón tiếp đại biểu, ổn đ\n');
  });

  test('one bad byte does not make another encoding of a UTF-8 text', async () => {
    const bytes = Buffer.concat([Buffer.from(PLAN), Buffer.from([0xc3, 0x20]), Buffer.from('Bế mạc\n')]);
    const { document, conversion } = await read(bytes);
    expect(document.text).toContain('Tuyên bố lý do');
    expect(conversion?.from).toBe('UTF-8');
  });

  test('a text of another country is not turned into Vietnamese', async () => {
    const french = 'Réunion générale: accueil des délégués à huit heures, élection du comité, clôture de la séance.\n';
    expect((await read(Buffer.from(french))).document.text).toBe(french);
    expect((await read(iconv.encode(french, 'win1252'))).document.text).toBe(french);
  });

  test('bytes that are no text are told as such', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256);
    await expect(read(noise)).rejects.toMatchObject({ code: 'not-text' });
  });
});

describe('texts that come in Unicode', () => {
  test('TCVN3 from the clipboard is converted', () => {
    const { document, conversion } = readText('Héi nghÞ tæng kÕt c«ng t¸c n¨m 2026\n7h30: §ãn tiÕp ®¹i biÓu');
    expect(document.text).toBe('Hội nghị tổng kết công tác năm 2026\n7h30: Đón tiếp đại biểu\n');
    expect(conversion).toMatchObject({ from: 'TCVN3' });
  });

  test('VNI from the clipboard is converted', () => {
    const { document, conversion } = readText(toVni('Hội nghị tổng kết; Nguyễn Văn Đức, ĐẢNG ỦY'));
    expect(document.text).toBe('Hội nghị tổng kết; Nguyễn Văn Đức, ĐẢNG ỦY\n');
    expect(conversion?.from).toBe('VNI');
  });

  test('a single old name in a Unicode text is left alone', () => {
    const text = 'Hội nghị tổng kết công tác năm 2026, đại biểu NguyÔn V¨n §øc\n';
    expect(readText(text).document.text).toBe(text);
  });

  test('loose marks are composed, and the sample shows them', () => {
    const { document, conversion } = readText(PLAN.normalize('NFD'));
    expect(document.text).toBe(PLAN);
    expect(conversion?.from).toBe('NFD');
    expect(conversion?.before).toContain('\u25cc\u0300');
  });

  test('no-break and invisible blanks go, and the sample shows where they were', () => {
    const { document, conversion } = readText('7h30\u00a0- 8h00\u200b: Đón tiếp\u00a0đại biểu');
    expect(document.text).toBe('7h30 - 8h00: Đón tiếp đại biểu\n');
    expect(conversion).toMatchObject({ from: 'NBSP', before: expect.stringContaining('7h30°- 8h00') });
  });

  test('plain text is not said to be converted', () => {
    expect(readText(PLAN).conversion).toBeNull();
  });

  test('line ends of every system are line ends, and a form feed begins a page', () => {
    const { document } = readText('Một\r\nHai\rBa\n\fBốn');
    expect(document.text).toBe('Một\nHai\nBa\nBốn\n');
    expect(document.pages).toEqual([11]);
  });

  test('an empty text says so', () => {
    expect(() => readText(' \n\t ')).toThrowError(/no-text/);
  });
});

describe('Vietnamese syllables', () => {
  test.each([
    'nghiêng',
    'quyết',
    'khuyếch',
    'giữa',
    'ươm',
    'yêu',
    'thuở',
    'huỳnh',
    'người',
    'oán',
    'xoáy',
    'khuỷu',
    'đường',
    'triệt',
    'uỷ',
    'ủy',
  ])('%s is one', (word) => {
    expect(isSyllable(word)).toBe(true);
  });
  test.each(['nghÞ', 'tæng', 'kÕt', 'ñaïi', 'délégués', 'séance', 'bieåu'])('%s is none', (word) => {
    expect(isSyllable(word)).toBe(false);
  });
});

describe('tables in text', () => {
  test.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('a .csv parted by %s is a table, with its title above', async (_, sign) => {
    const lines = [
      'CHƯƠNG TRÌNH',
      ['Giờ', 'Việc', 'Ai'],
      ['7h30', `"Đón tiếp${sign} văn nghệ"`, 'VP'],
      ['8h00', 'Khai mạc', 'Bí thư'],
    ];
    const csv = lines.map((l) => (typeof l === 'string' ? l : l.join(sign))).join('\r\n');
    const { document } = await read(Buffer.from(`\ufeff${csv}`), 'agenda.csv');
    expect(document.text.split('\n')[0]).toBe('CHƯƠNG TRÌNH');
    expect(document.tables[0]?.rows).toHaveLength(3);
    expect(document.tables[0]?.rows.every((r) => r.cells.length === 3)).toBe(true);
  });
});

/** This encoding keeps the tone behind the letter. */
function toWindows1258(text: string): string {
  return text
    .normalize('NFD')
    .replace(
      /([aeouAEOU])([\u0323]?)([\u0302\u0306\u031b])/g,
      (_, letter: string, dot: string, shape: string) => (letter + shape).normalize('NFC') + dot,
    );
}
