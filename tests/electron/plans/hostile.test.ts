import { deflateSync } from 'node:zlib';
import { CFB } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readDocument, readText } from '../../../electron/plans/read-document';
import { INTAKE } from '../../../shared/words/intake';
import { pdfOf, pictureOf, stream } from './make-pdf';
import { cell, paragraph, parts, row, run, wordFile, zipOf } from './make-word';

const read = (bytes: Uint8Array, name = 'kế hoạch.docx') => readDocument(name, bytes, () => undefined);
const refusal = async (bytes: Uint8Array, name?: string): Promise<string> => {
  try {
    await read(bytes, name);
    return 'read';
  } catch (e) {
    return e instanceof Error && 'code' in e ? String(e.code) : `another error: ${String(e)}`;
  }
};
const MB = 1024 * 1024;
/** Too much by little, so that the test itself is quick. */
const BOMB = 'x'.repeat(201 * MB);

describe('zip bombs', () => {
  test('a Word file whose text unpacks without end is given up, and not kept in memory', async () => {
    const bomb = wordFile({ body: BOMB });
    expect(bomb.length).toBeLessThan(MB);
    expect(await refusal(bomb)).toBe('inflates-too-far');
  });

  test('a zip that lies about its sizes is counted by what comes out', async () => {
    const zip = Buffer.from(wordFile({ body: BOMB }));
    // the size before packing, in the list at the end
    const listed = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    zip.writeUInt32LE(100, listed + 24);
    expect(await refusal(zip)).toBe('inflates-too-far');
  });

  test('a workbook of many parts, each below the limit, is counted as a whole', async () => {
    const part = new Uint8Array(60 * MB);
    const names = ['xl/workbook.xml', 'xl/a.bin', 'xl/b.bin', 'xl/c.bin'];
    expect(await refusal(zipOf(Object.fromEntries(names.map((name) => [name, part]))), 'a.xlsx')).toBe(
      'inflates-too-far',
    );
  });

  test.each([
    ['once', 1, '/FlateDecode'],
    ['twice', 2, '[/FlateDecode /FlateDecode]'],
  ] as const)('a PDF stream that is packed %s and unpacks without end is given up', async (_, layers, filter) => {
    let packed: Buffer = Buffer.alloc(201 * MB, 0x20);
    for (let i = 0; i < layers; i++) packed = deflateSync(packed);
    const pdf = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
      stream(packed, `/Filter ${filter}`),
    ]);
    expect(pdf.length).toBeLessThan(MB);
    expect(await refusal(pdf, 'a.pdf')).toBe('inflates-too-far');
  });

  test('a file above the limit is not opened at all', async () => {
    expect(await refusal(new Uint8Array(40 * MB + 1))).toBe('too-large');
  });
});

describe('endless documents', () => {
  test('ten thousand pages are told in a moment, with their number', async () => {
    const kids = Array.from({ length: 10_000 }, () => '3 0 R').join(' ');
    const pdf = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count 10000 >>`,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ]);
    await expect(read(pdf, 'a.pdf')).rejects.toMatchObject({
      code: 'too-many-pages',
      params: { pages: 10_000, max: 500 },
    });
  });

  test('pages that contain themselves do not turn for ever', async () => {
    const pdf = pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']);
    expect(['broken', 'no-text']).toContain(await refusal(pdf, 'a.pdf'));
  });

  test('too much text is refused: in Word, in text, pasted', async () => {
    expect(await refusal(wordFile({ body: paragraph(run('chữ '.repeat(600_000))) }))).toBe('text-too-long');
    expect(await refusal(Buffer.from('chữ '.repeat(600_000)), 'a.txt')).toBe('text-too-long');
    expect(() => readText('chữ '.repeat(600_000))).toThrowError(/text-too-long/);
  });

  test('one line of a million signs is read', async () => {
    expect(readText('a'.repeat(1_000_000)).document.text).toHaveLength(1_000_001);
    expect(readText(`${' '.repeat(1_000_000)}x`).document.text).toHaveLength(1_000_002);
  });

  test('a table of ten thousand rows is read in order', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => row(cell(String(i)) + cell('việc'))).join('');
    const { document } = await read(wordFile({ body: `<w:tbl>${rows}</w:tbl>` }));
    expect(document.tables[0]?.rows).toHaveLength(10_000);
  });

  test('a sheet that claims a billion cells is read by the ones it has', async () => {
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Giờ</t></is></c><c r="XFD1" t="inlineStr"><is><t>Việc</t></is></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:XFC1048576"/></mergeCells></worksheet>';
    const book = zipOf({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      'xl/workbook.xml':
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': sheet,
    });
    const { document } = await read(book, 'a.xlsx');
    expect(document.text.trim().split(/\s+/)).toEqual(['Giờ', 'Việc']);
    expect(document.text.length).toBeLessThan(20_000);
  });
});

describe('bad XML', () => {
  test('a tower of tags is refused before it falls', async () => {
    expect(await refusal(wordFile({ body: '<w:p>'.repeat(100_000) }))).toBe('broken');
    expect(await refusal(wordFile({ body: '<w:tbl><w:tr><w:tc>'.repeat(50_000) }))).toBe('broken');
  });

  test('a document type is refused: nothing is unfolded and nothing is fetched', async () => {
    const laughs =
      '<!DOCTYPE a [<!ENTITY b "hahaha"><!ENTITY c "&b;&b;&b;">]><w:document><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>';
    expect(await refusal(zipOf({ 'word/document.xml': laughs }))).toBe('broken');
  });

  test.each([
    ['a tag without an end', '<w:document><w:body><w:p'],
    ['a quote without an end', '<w:document><w:body w:a="><w:p/></w:body></w:document>'],
    ['a comment without an end', '<w:document><!-- '],
    ['tags that cross', '<w:document><w:body><w:p></w:body></w:p></w:document>'],
    ['nothing', ''],
    ['no XML', 'Không phải XML'],
  ])('%s is refused', async (_, xml) => {
    expect(['broken', 'no-text']).toContain(await refusal(zipOf({ 'word/document.xml': xml })));
  });

  test('one tag of a million signs does not take ages', async () => {
    const body = `<w:p ${'a'.repeat(1_000_000)}>${run('chữ')}</w:p>`;
    expect((await read(wordFile({ body }))).document.text).toBe('chữ\n');
  });

  test('numbers beyond reason in lists and merged cells are harmless', async () => {
    const body = `<w:tbl>${row(cell('a', '<w:gridSpan w:val="999999999"/>') + cell('b', '<w:gridSpan w:val="-5"/>'), '<w:gridBefore w:val="4000000000"/>')}</w:tbl>${paragraph(run('c'), '<w:numPr><w:ilvl w:val="77777"/><w:numId w:val="1"/></w:numPr>')}`;
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="8"><w:start w:val="99999999999"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%9."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const { document } = await read(wordFile({ body, numbering }));
    expect(document.text.length).toBeLessThan(2000);
  });
});

describe('files of other kinds', () => {
  const ole = (name: string): Buffer =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(1000),
      Buffer.from(name, 'utf16le'),
    ]);
  const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

  test.each([
    ['an old Word file', ole('WordDocument'), 'old-word'],
    ['a Word file with a password', ole('EncryptedPackage'), 'password-document'],
    ['a presentation', zipOf({ 'ppt/presentation.xml': '<p/>' }), 'presentation'],
    ['an old presentation', ole('PowerPoint Document'), 'presentation'],
    ['an OpenDocument text', zipOf({ 'content.xml': '<o/>' }), 'open-document'],
    ['a zip', zipOf({ 'a.txt': 'chữ' }), 'archive'],
    ['another archive', bytes('Rar!\x1a\x07\x01'), 'archive'],
    ['RTF', bytes('{\\rtf1\\ansi chu}'), 'rich-text'],
    ['HTML', bytes('<!DOCTYPE html><html><body>chu</body></html>'), 'web-page'],
    ['XML of another program', bytes('<?xml version="1.0"?><w:wordDocument/>'), 'other-document'],
    ['a saved mail', bytes('Received: from a\r\n by b\r\nSubject: KH\r\nMIME-Version: 1.0\r\n\r\nchu'), 'mail'],
    ['a saved mail of Outlook', ole('__nameid_version1.0'), 'mail'],
    ['another file of the old container', ole('Equation Native'), 'other-document'],
    ['a photo', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'picture'],
    ['a screenshot', bytes('\x89PNG\r\n\x1a\n'), 'picture'],
    ['a photo of a telephone', bytes('\0\0\0\x18ftypheic'), 'picture'],
    ['an empty file', new Uint8Array(0), 'file-empty'],
    ['a Word file without a word', wordFile({ body: '' }), 'no-text'],
    ['a Word file of pictures', zipOf({ ...parts(''), 'word/media/image1.png': '' }), 'pictures-only'],
  ])('%s gets its sentence', async (_, file, code) => {
    // whatever its name says
    for (const name of ['a.docx', 'a.pdf', 'a.txt']) expect(await refusal(file, name)).toBe(code);
    expect(Object.keys(INTAKE)).toContain(code);
  });

  test.each(['Kế hoạch.docx', 'A.DOCX', 'a.xlsx', 'a.pdf'])('a few letters of text are no %s', async (name) => {
    await expect(read(Buffer.from('Kế hoạch'), name)).rejects.toMatchObject({
      code: 'not-as-called',
      params: { ending: name.slice(name.lastIndexOf('.')).toLowerCase() },
    });
    expect(Object.keys(INTAKE)).toContain('not-as-called');
  });

  test.each(['a.txt', 'a.md', 'a', 'a.doc', 'a.xls', 'docx'])('%s may hold text', async (name) => {
    expect((await read(Buffer.from('Kế hoạch'), name)).document.text).toBe('Kế hoạch\n');
  });

  test.each(['a.docx', 'a.xlsx'])('%s as Office locks it with a password is told as such', async (name) => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]));
    CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(9000, 7));
    expect(await refusal(Buffer.from(CFB.write(container, { type: 'buffer' })), name)).toBe('password-document');
  });

  test('a PDF of pictures alone is told as a scan, with its pages', async () => {
    const pdf = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
      stream(Buffer.from('595 0 0 842 0 0 cm /I Do')),
      pictureOf(),
    ]);
    await expect(read(pdf, 'a.pdf')).rejects.toMatchObject({ code: 'scanned', params: { pages: 2 } });
  });

  test('a PDF with empty pages has no text', async () => {
    const pdf = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ]);
    expect(await refusal(pdf, 'a.pdf')).toBe('no-text');
  });

  test('a workbook that is damaged is told as such', async () => {
    expect(await refusal(zipOf({ 'xl/workbook.xml': 'hỏng' }), 'a.xlsx')).toBe('broken');
  });
});

describe('random damage', () => {
  const whole = Buffer.from(
    wordFile({ body: `<w:tbl>${row(cell('7h30') + cell('Đón tiếp'))}${row(cell('8h00') + cell('Khai mạc'))}</w:tbl>` }),
  );
  const pdf = pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
    stream(Buffer.from('BT /F 12 Tf 72 700 Td (7h30 Don tiep dai bieu) Tj ET')),
  ]);
  let seed = 12345;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return seed % below;
  };

  test.each([
    ['Word', whole, 'a.docx', 300],
    ['PDF', pdf, 'a.pdf', 100],
  ] as const)(
    '%s files with wrong bytes, cuts and doubled parts end by a text or by a known code',
    async (_, file, name, rounds) => {
      const ends = new Set<string>();
      for (let i = 0; i < rounds; i++) {
        let bytes = Buffer.from(file);
        for (let n = random(8); n >= 0; n--) bytes[random(bytes.length)] = random(256);
        if (i % 3 === 0) bytes = bytes.subarray(0, random(bytes.length) + 1);
        if (i % 5 === 0) bytes = Buffer.concat([bytes, bytes.subarray(random(bytes.length))]);
        ends.add(await refusal(bytes, name));
      }
      for (const end of ends) expect([...Object.keys(INTAKE), 'read']).toContain(end);
    },
  );

  test('random bytes behind every beginning end by a known code', async () => {
    const heads = ['PK\x03\x04', '%PDF-1.7\n', '\xd0\xcf\x11\xe0', '\xff\xfe', '\xef\xbb\xbf', ''];
    for (const head of heads)
      for (let i = 0; i < 20; i++) {
        const noise = Buffer.from(Uint8Array.from({ length: 500 + random(5000) }, () => random(256)));
        const end = await refusal(
          Buffer.concat([Buffer.from(head, 'latin1'), noise]),
          i % 2 === 0 ? 'a.csv' : 'a.docx',
        );
        expect([...Object.keys(INTAKE), 'read']).toContain(end);
      }
  });
});
