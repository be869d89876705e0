import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../electron/plans/read-document';
import { cell, paragraph, parts, row, run, type WordParts, wordFile, zipOf } from './make-word';

const read = async (parts: WordParts) => readDocument('kế hoạch.docx', wordFile(parts), () => undefined);
const textOf = async (body: string): Promise<string> => (await read({ body })).document.text;

describe('paragraphs', () => {
  test('stand one a line, empty ones too', async () => {
    expect(await textOf(paragraph(run('Một')) + paragraph('') + paragraph(run('Hai')))).toBe('Một\n\nHai\n');
  });

  test('line breaks and tabs are kept, no-break hyphens become plain ones', async () => {
    const body = paragraph(
      `${run('A')}<w:r><w:br/></w:r>${run('B')}<w:r><w:tab/></w:r>${run('C')}<w:r><w:noBreakHyphen/></w:r>`,
    );
    expect(await textOf(body)).toBe('A\nB\tC-\n');
  });

  test('the five entities and numbered characters are read, others stay as they stand', async () => {
    expect(await textOf(paragraph(run('A &amp; B &#272;&#x1ED9; &bomb;')))).toBe('A & B Độ &bomb;\n');
  });

  test('hidden text is left out', async () => {
    expect(await textOf(paragraph(run('Thấy') + run('Ẩn', '<w:vanish/>')))).toBe('Thấy\n');
  });

  test('a text box is read once, behind its paragraph', async () => {
    const box = `<w:txbxContent>${paragraph(run('Trong khung'))}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
    expect(await textOf(paragraph(`${run('Ngoài')}<w:r>${both}</w:r>`))).toBe('Ngoài\nTrong khung\n');
  });
});

describe('what Word draws in a way of its own', () => {
  test('signs of symbol fonts are what they look like: arrows, bullets, letters', async () => {
    const sign = (font: string, char: string): string => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const body =
      paragraph(`${run('8h00 ')}${sign('Wingdings', 'F0E0')}${run(' 8h30')}`) +
      paragraph(`${sign('Symbol', 'F0B7')}${run(' Chào cờ')}`) +
      paragraph(`${run('7h30 ')}${sign('Times New Roman', '2013')}${run(' 8h00')}`);
    expect(await textOf(body)).toBe('8h00 → 8h30\n- Chào cờ\n7h30 – 8h00\n');
  });

  test('text in a capitals font effect is in capitals, also when a style says so', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="De"><w:rPr><w:caps/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="De"/></w:style>';
    const body =
      paragraph(run('Chương trình', '<w:caps/>') + run(' hội nghị')) +
      paragraph(run('Kế hoạch') + run(' số 5', '<w:caps w:val="0"/>'), '<w:pStyle w:val="Con"/>');
    expect((await read({ body, styles })).document.text).toBe('CHƯƠNG TRÌNH hội nghị\nKẾ HOẠCH số 5\n');
  });

  test('what a style hides is hidden, and so is a hidden row of a table', async () => {
    const styles = '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body =
      paragraph(run('Thấy') + run('Ẩn', '<w:rStyle w:val="An"/>')) +
      `<w:tbl>${row(cell('7h30') + cell('Đón'))}${row(cell('8h00') + cell('Bỏ'), '<w:hidden/>')}${row(cell('9h00') + cell('Xong'))}</w:tbl>`;
    expect((await read({ body, styles })).document.text).toBe('Thấy\n7h30\tĐón\n9h00\tXong\n');
  });

  test('of a field only its result is read, also where its instruction is made of other fields', async () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const asks = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const inner = mark('begin') + asks('PAGE') + mark('separate') + run('7') + mark('end');
    const body = paragraph(
      `${run('ngày ')}${mark('begin')}${asks('IF ')}${inner}${asks(' = 1')}${mark('separate')}${run('12/3/2026')}${mark('end')}${run(', thứ Năm ')}<w:fldSimple w:instr="DATE">${run('(sáng)')}</w:fldSimple>`,
    );
    expect(await textOf(body)).toBe('ngày 12/3/2026, thứ Năm (sáng)\n');
  });

  test('a field that was never ended does not hide what follows', async () => {
    const body = paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('8h00 ')}`) + paragraph(run('Khai mạc'));
    expect(await textOf(body)).toBe('8h00\nKhai mạc\n');
  });

  test('the look of a run goes on behind a text box that stands in it', async () => {
    const box = `<w:txbxContent>${paragraph(run('Khung'))}</w:txbxContent>`;
    const body = paragraph(`<w:r><w:rPr><w:vanish/></w:rPr><w:pict>${box}</w:pict><w:t>Ẩn</w:t></w:r>${run('Thấy')}`);
    expect(await textOf(body)).toBe('Thấy\nKhung\n');
  });

  test('of a drawing in three editions one is read, and the last resort where it is the only one', async () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
    const three = `<mc:AlternateContent><mc:Choice Requires="a">${box('Một')}</mc:Choice><mc:Choice Requires="b">${box('Hai')}</mc:Choice><mc:Fallback>${box('Ba')}</mc:Fallback></mc:AlternateContent>`;
    const only = `<mc:AlternateContent><mc:Fallback>${box('Bốn')}</mc:Fallback></mc:AlternateContent>`;
    expect(await textOf(paragraph(`<w:r>${three}</w:r><w:r>${only}</w:r>`))).toBe('\nMột\nBốn\n');
  });

  test('footnotes, comments, headers and footers are not part of the text, and content controls are', async () => {
    const bytes = zipOf({
      ...parts(
        paragraph(
          `<w:sdt><w:sdtPr><w:tabs><w:tab/></w:tabs></w:sdtPr><w:sdtContent>${run('Khai mạc')}</w:sdtContent></w:sdt><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>`,
        ),
      ),
      'word/footnotes.xml': `<w:footnotes>${paragraph(run('Chú thích'))}</w:footnotes>`,
      'word/comments.xml': `<w:comments>${paragraph(run('Góp ý'))}</w:comments>`,
      'word/header1.xml': `<w:hdr>${paragraph(run('Đầu trang'))}</w:hdr>`,
      'word/footer1.xml': `<w:ftr>${paragraph(run('Cuối trang'))}</w:ftr>`,
    });
    const { document } = await readDocument('a.docx', bytes, () => undefined);
    expect(document.text).toBe('Khai mạc\n');
  });
});

describe('namespaces', () => {
  const BODY = `<w:tbl>${row(cell('7h30') + cell('Đón tiếp'))}${row(cell('8h00') + cell('Khai mạc'))}</w:tbl>`;
  const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
  const renamed = (body: string, prefix: string): string =>
    body.replace(/(<\/?)w:/g, `$1${prefix}`).replace(/ w:/g, prefix === '' ? ' ' : ` ${prefix}`);

  test.each([
    [
      'another prefix',
      (uri: string) => `<ns0:document xmlns:ns0="${uri}"><ns0:body>${renamed(BODY, 'ns0:')}</ns0:body></ns0:document>`,
    ],
    ['no prefix', (uri: string) => `<document xmlns="${uri}"><body>${renamed(BODY, '')}</body></document>`],
    [
      'a prefix that is declared anew where it is used',
      (uri: string) =>
        `<document xmlns="${uri}"><x:body xmlns:x='${uri}' xmlns="urn:khac">${renamed(BODY, 'x:')}<p><r><t>lạ</t></r></p></x:body></document>`,
    ],
    ['the usual prefix', (uri: string) => `<w:document xmlns:w="${uri}"><w:body>${BODY}</w:body></w:document>`],
    ['the usual prefix without a declaration', () => `<w:document><w:body>${BODY}</w:body></w:document>`],
  ])('%s reads the same, in the strict edition too', async (_, xml) => {
    for (const uri of [TRANSITIONAL, STRICT]) {
      const { document } = await readDocument('a.docx', zipOf({ 'word/document.xml': xml(uri) }), () => undefined);
      expect(document.text).toBe('7h30\tĐón tiếp\n8h00\tKhai mạc\n');
    }
  });
});

describe('revisions', () => {
  test('what was deleted or moved away is left out, what was inserted or moved here is kept', async () => {
    const body = paragraph(
      `${run('8h00 ')}<w:del><w:r><w:delText>Khai mạc</w:delText></w:r></w:del><w:ins>${run('Chào cờ')}</w:ins>` +
        `<w:moveFrom>${run(' cũ')}</w:moveFrom><w:moveTo>${run(' mới')}</w:moveTo>`,
    );
    expect(await textOf(body)).toBe('8h00 Chào cờ mới\n');
  });

  test('a paragraph whose mark was deleted goes on in the next', async () => {
    const body = paragraph(run('Tuyên bố '), '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph(run('lý do'));
    expect(await textOf(body)).toBe('Tuyên bố lý do\n');
  });

  test('a deleted table row is left out', async () => {
    const rows =
      row(cell('7h30') + cell('Đón tiếp')) +
      row(cell('8h00') + cell('Bỏ'), '<w:del w:id="1"/>') +
      row(cell('9h00') + cell('Bế mạc'));
    expect(await textOf(`<w:tbl>${rows}</w:tbl>`)).toBe('7h30\tĐón tiếp\n9h00\tBế mạc\n');
  });
});

describe('lists', () => {
  const level = (at: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%2.%3.')}${level(3, 'lowerLetter', '%4)')}${level(4, 'bullet', '')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
  const item = (text: string, at: number, list = 1): string =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

  test('numbers that Word draws stand before their paragraphs, level by level', async () => {
    const body =
      item('Mục đích', 0) +
      item('Thời gian', 1) +
      item('Sáng', 2) +
      item('Chiều', 2) +
      item('a', 3) +
      item('gạch', 4) +
      item('Địa điểm', 1) +
      item('Sáng', 2) +
      item('Tổ chức', 0) +
      item('Lại từ đầu', 1);
    const { document } = await read({ body, numbering });
    expect(document.text.split('\n')).toEqual([
      'I. Mục đích',
      '1. Thời gian',
      '1.1. Sáng',
      '1.2. Chiều',
      'a) a',
      '- gạch',
      '2. Địa điểm',
      '2.1. Sáng',
      'II. Tổ chức',
      '1. Lại từ đầu',
      '',
    ]);
  });

  test('a list that begins anew counts from its own start', async () => {
    const body = item('một', 1) + item('hai', 1) + item('một', 1, 2) + item('hai', 1, 2);
    expect((await read({ body, numbering })).document.text).toBe('1. một\n2. hai\n1. một\n2. hai\n');
  });

  test('a level that is told never to begin anew counts on under the next heading', async () => {
    const going = `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const body = item('Sáng', 0) + item('một', 1) + item('hai', 1) + item('Chiều', 0) + item('ba', 1);
    expect((await read({ body, numbering: going })).document.text).toBe('I. Sáng\n1. một\n2. hai\nII. Chiều\n3. ba\n');
  });

  test('a style brings its list along, and a paragraph can turn it off', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Goc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Goc"/></w:style>';
    const body =
      paragraph(run('Có số'), '<w:pStyle w:val="Con"/>') +
      paragraph(run('Không số'), '<w:pStyle w:val="Con"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect((await read({ body, numbering, styles })).document.text).toBe('I. Có số\nKhông số\n');
  });

  test('an empty cell with a number is that number', async () => {
    const number = `<w:tc>${paragraph('', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')}</w:tc>`;
    const body = `<w:tbl>${row(number + cell('7h30'))}${row(number + cell('8h00'))}</w:tbl>`;
    expect((await read({ body, numbering })).document.text).toBe('1.\t7h30\n2.\t8h00\n');
  });
});

describe('tables', () => {
  test('cells of a row are parted by TAB, paragraphs in a cell by a line break', async () => {
    const two = `<w:tc>${paragraph(run('Đ/c Bí thư,'))}${paragraph(run('Chủ tịch'))}</w:tc>`;
    const { document } = await read({ body: `<w:tbl>${row(cell('7h30') + two)}</w:tbl>` });
    expect(document.text).toBe('7h30\tĐ/c Bí thư,\u2028Chủ tịch\n');
    const [place] = document.tables[0]?.rows[0]?.cells ?? [];
    expect(place && document.text.slice(place.from, place.to)).toBe('7h30');
  });

  test('merged cells say their columns and rows, and rows below leave their place free', async () => {
    const body = `<w:tbl>${[
      row(cell('Giờ') + cell('Việc') + cell('Ai'), '<w:tblHeader/>'),
      row(cell('Sáng', '<w:gridSpan w:val="3"/>')),
      row(cell('7h30', '<w:vMerge w:val="restart"/>') + cell('Đón') + cell('VP')),
      row(cell('', '<w:vMerge/>') + cell('Kiểm tra') + cell('KT')),
    ].join('')}</w:tbl>`;
    const { document } = await read({ body });
    expect(document.text).toBe('Giờ\tViệc\tAi\nSáng\n7h30\tĐón\tVP\n\tKiểm tra\tKT\n');
    const rows = document.tables[0]?.rows ?? [];
    expect(rows.map((r) => r.header)).toEqual([true, false, false, false]);
    expect(rows.map((r) => r.cells.map((c) => [c.column, c.columns, c.rows]))).toEqual([
      [
        [0, 1, 1],
        [1, 1, 1],
        [2, 1, 1],
      ],
      [[0, 3, 1]],
      [
        [0, 1, 2],
        [1, 1, 1],
        [2, 1, 1],
      ],
      [
        [1, 1, 1],
        [2, 1, 1],
      ],
    ]);
  });

  test('a frame around a text is no table', async () => {
    const body = `<w:tbl>${row(`<w:tc>${paragraph(run('HỘI NGHỊ'))}${paragraph(run('TỔNG KẾT'))}</w:tc>`)}</w:tbl>`;
    const { document } = await read({ body });
    expect(document.text).toBe('HỘI NGHỊ\nTỔNG KẾT\n');
    expect(document.tables).toEqual([]);
  });

  test('of a table that only arranges another, the inner one is the table', async () => {
    const inner = `<w:tbl>${row(cell('7h30') + cell('Đón'))}${row(cell('8h00') + cell('Khai mạc'))}</w:tbl>`;
    const body = `<w:tbl>${row(`${cell('Bên trái')}<w:tc>${inner}${paragraph('')}</w:tc>`)}</w:tbl>`;
    const { document } = await read({ body });
    expect(document.text).toBe('Bên trái\n7h30\tĐón\n8h00\tKhai mạc\n\n');
    expect(document.tables).toHaveLength(1);
  });

  test('a small table inside one of many rows is part of its cell', async () => {
    const inner = `<w:tbl>${row(cell('Tổ 1') + cell('Phòng A'))}${row(cell('Tổ 2') + cell('Phòng B'))}</w:tbl>`;
    const rows =
      row(cell('7h30') + cell('Đón')) +
      row(`${cell('8h00')}<w:tc>${paragraph(run('Thảo luận'))}${inner}${paragraph('')}</w:tc>`);
    const body = `<w:tbl>${rows}${row(cell('9h00') + cell('Bế mạc'))}</w:tbl>`;
    const { document } = await read({ body });
    expect(document.text).toBe('7h30\tĐón\n8h00\tThảo luận\u2028Tổ 1 Phòng A\u2028Tổ 2 Phòng B\n9h00\tBế mạc\n');
    expect(document.tables).toHaveLength(1);
  });

  test('a table that was broken by hand, its heading typed again, is one', async () => {
    const head = row(cell('Giờ') + cell('Việc'));
    const body = `<w:tbl>${head}${row(cell('7h30') + cell('Báo cáo tổng kết'))}</w:tbl>${paragraph('')}<w:tbl>${head}${row(cell('') + cell('năm 2026'))}</w:tbl>`;
    const { document } = await read({ body });
    expect(document.tables).toHaveLength(1);
    expect(document.tables[0]?.rows.map((r) => r.header)).toEqual([true, false, true, false]);
  });

  test('tables with columns of other names stay apart', async () => {
    const body = `<w:tbl>${row(cell('Giờ') + cell('Việc'))}${row(cell('7h30') + cell('Đón'))}</w:tbl>${paragraph(run('Phân công'))}<w:tbl>${row(cell('Họ tên') + cell('Nhiệm vụ'))}${row(cell('An') + cell('Âm thanh'))}</w:tbl>`;
    expect((await read({ body })).document.tables).toHaveLength(2);
  });
});

describe('pages', () => {
  test('breaks that were typed and breaks that Word remembered begin pages; the marks are not in the text', async () => {
    const body =
      paragraph(`${run('Một')}<w:r><w:br w:type="page"/></w:r>`) +
      paragraph(`<w:r><w:lastRenderedPageBreak/></w:r>${run('Hai')}`) +
      paragraph(run('Ba'), '<w:pageBreakBefore/>');
    const { document } = await read({ body });
    expect(document.text).toBe('Một\nHai\nBa\n');
    expect(document.pages.map((at) => document.text.slice(at).trim())).toEqual(['Hai\nBa', 'Hai\nBa', 'Ba']);
  });

  test('a row that a page cuts is cut once, however many of its cells say so', async () => {
    const broken = (text: string): string =>
      `<w:tc>${paragraph(`${run(text)}<w:r><w:lastRenderedPageBreak/></w:r>${run(' tiếp')}`)}</w:tc>`;
    const { document } = await read({ body: `<w:tbl>${row(broken('A') + broken('B'))}</w:tbl>` });
    expect(document.text).toBe('A tiếp\tB tiếp\n');
    expect(document.pages).toEqual([1]);
  });
});

describe('fonts of the time before Unicode', () => {
  const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;

  test('a run in .VnTime is TCVN3, in .VnTimeH capitals, and the rest stays as it is', async () => {
    const { document, conversion } = await read({
      body: paragraph(
        run('héi nghÞ', font('.VnTimeH')) +
          run(' tæng kÕt', font('.VnTime')) +
          run(' năm 2026 – café', font('Times New Roman')),
      ),
    });
    expect(document.text).toBe('HỘI NGHỊ tổng kết năm 2026 – café\n');
    expect(conversion).toEqual({ from: 'TCVN3', before: 'héi nghÞ', after: 'HỘI NGHỊ' });
  });

  test('VNI is read by its font, also when a mark stands in a run of its own', async () => {
    const { document, conversion } = await read({
      body: paragraph(
        run('Ñoùn tieá', font('VNI-Times')) + run('p ñaïi bieå', font('VNI-Times')) + run('u', font('VNI-Times')),
      ),
    });
    expect(document.text).toBe('Đón tiếp đại biểu\n');
    expect(conversion?.from).toBe('VNI');
  });

  test('the font of a style counts where the run names none', async () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>${font('.VnTime')}</w:rPr></w:style>`;
    const { document } = await read({ styles, body: paragraph(run('Ch­¬ng tr×nh')) });
    expect(document.text).toBe('Chương trình\n');
  });
});
