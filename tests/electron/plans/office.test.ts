import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDocument, readText } from '../../../electron/plans/read-document';
import { toAnswer } from '../../../shared/plan/answer';
import type { PlanDocument } from '../../../shared/plan/document';
import { readPlan } from '../../../shared/plan/read';
import { type ExpectedPlan, scorePlan } from '../../tooling/plan-score';
import { makeTemp } from '../../tooling/temp';
import { bodyOf, convert, page, withoutOffice } from './office';

if (withoutOffice !== null) console.warn(`skipped: Word and PDF files made by an office program. ${withoutOffice}`);

const FIXTURES = join(import.meta.dirname, '../../fixtures/plans');
const PLANS = (['given', 'open'] as const).flatMap((set) =>
  readdirSync(join(FIXTURES, set)).map((slug) => ({
    slug,
    source: readFileSync(join(FIXTURES, set, slug, 'source.txt'), 'utf8'),
    expected: JSON.parse(readFileSync(join(FIXTURES, set, slug, 'expected.json'), 'utf8')) as ExpectedPlan,
  })),
);

const GIVEN_SLUGS = new Set(readdirSync(join(FIXTURES, 'given')));
const answerOf = (document: PlanDocument) => toAnswer(readPlan(document, null));
const nothing = (): void => undefined;

/** A table whose time cell reaches over two rows, with sessions as rows over the whole width. */
const MERGED = `<p align="center">CHƯƠNG TRÌNH</p><p align="center">Hội nghị sơ kết công tác quý I</p>
<p>Thời gian: ngày 12/3/2026 (thứ Năm). Địa điểm: Hội trường tầng 3, Trụ sở Liên cơ quan.</p>
<table border="1" cellspacing="0" width="100%">
<tr><td>Thời gian</td><td>Nội dung</td><td>Người thực hiện</td></tr>
<tr><td colspan="3">Buổi sáng</td></tr>
<tr><td rowspan="2">7h30 - 8h00</td><td>Đón tiếp đại biểu, phát tài liệu</td><td>Văn phòng</td></tr>
<tr><td>Kiểm tra đường truyền tới các điểm cầu</td><td>Tổ kỹ thuật</td></tr>
<tr><td>8h00 - 8h15</td><td>Tuyên bố lý do, giới thiệu đại biểu</td><td rowspan="2">Đ/c Chánh Văn phòng</td></tr>
<tr><td>8h15 - 9h30</td><td>Báo cáo sơ kết công tác quý I, phương hướng nhiệm vụ quý II năm 2026 của toàn Đảng bộ</td></tr>
<tr><td colspan="3">Buổi chiều</td></tr>
<tr><td>14h00 - 15h30</td><td>Thảo luận</td><td>Các điểm cầu</td></tr>
<tr><td>15h30</td><td>Bế mạc</td><td>Đ/c Bí thư</td></tr>
</table>`;
const MERGED_TEXT = `CHƯƠNG TRÌNH
Hội nghị sơ kết công tác quý I
Thời gian: ngày 12/3/2026 (thứ Năm). Địa điểm: Hội trường tầng 3, Trụ sở Liên cơ quan.
Thời gian\tNội dung\tNgười thực hiện
Buổi sáng
7h30 - 8h00\tĐón tiếp đại biểu, phát tài liệu\tVăn phòng
\tKiểm tra đường truyền tới các điểm cầu\tTổ kỹ thuật
8h00 - 8h15\tTuyên bố lý do, giới thiệu đại biểu\tĐ/c Chánh Văn phòng
8h15 - 9h30\tBáo cáo sơ kết công tác quý I, phương hướng nhiệm vụ quý II năm 2026 của toàn Đảng bộ\tĐ/c Chánh Văn phòng
Buổi chiều
14h00 - 15h30\tThảo luận\tCác điểm cầu
15h30\tBế mạc\tĐ/c Bí thư
`;

const CLOCK = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}h${String(minutes % 60).padStart(2, '0')}`;
const LONG_ROWS = Array.from({ length: 40 }, (_, i) => ({
  time: `${CLOCK(450 + i * 15)} - ${CLOCK(465 + i * 15)}`,
  title: `Tham luận số ${i + 1} của đơn vị trực thuộc về kết quả thực hiện nhiệm vụ được giao trong năm`,
  who: `Đơn vị ${i + 1}`,
}));
const LONG_HEAD = ['Thời gian', 'Nội dung', 'Thực hiện'];
const SHORT_ROWS = LONG_ROWS.slice(0, 12);
type Row = (typeof LONG_ROWS)[number];
const longBody = (
  rows: readonly Row[],
): string => `<p align="center">CHƯƠNG TRÌNH</p><p>Hội nghị tổng kết ngày 20/12/2026</p>
<table border="1" cellspacing="0" width="100%"><thead><tr>${LONG_HEAD.map((h) => `<th>${h}</th>`).join('')}</tr></thead><tbody>
${rows.map(({ time, title, who }) => `<tr><td>${time}</td><td>${title}</td><td>${who}</td></tr>`).join('\n')}
</tbody></table>`;
const longText = (rows: readonly Row[]): string =>
  `CHƯƠNG TRÌNH\nHội nghị tổng kết ngày 20/12/2026\n${[
    LONG_HEAD.join('\t'),
    ...rows.map(({ time, title, who }) => [time, title, who].join('\t')),
  ].join('\n')}\n`;

const NUMBERED = `<p>KẾ HOẠCH</p><p>tổ chức Hội nghị tập huấn năm 2026</p>
<ol><li>Thời gian: 8h00, ngày 15/4/2026 (thứ Tư)</li><li>Địa điểm: Hội trường A, Trường Chính trị tỉnh</li><li>Chương trình:</li></ol>
<table border="1" cellspacing="0" width="100%">
<tr><td>TT</td><td>Thời gian</td><td>Nội dung</td><td>Thực hiện</td></tr>
<tr><td><ol><li></li></ol></td><td>8h00 - 8h10</td><td>Khai mạc</td><td>Ban Giám hiệu</td></tr>
<tr><td><ol start="2"><li></li></ol></td><td>8h10 - 10h00</td><td>Giới thiệu chuyên đề</td><td>Giảng viên</td></tr>
<tr><td><ol start="3"><li></li></ol></td><td>10h00</td><td>Bế mạc</td><td>Ban Giám hiệu</td></tr>
</table>`;
const NUMBERED_TEXT = `KẾ HOẠCH
tổ chức Hội nghị tập huấn năm 2026
1. Thời gian: 8h00, ngày 15/4/2026 (thứ Tư)
2. Địa điểm: Hội trường A, Trường Chính trị tỉnh
3. Chương trình:
TT\tThời gian\tNội dung\tThực hiện
1\t8h00 - 8h10\tKhai mạc\tBan Giám hiệu
2\t8h10 - 10h00\tGiới thiệu chuyên đề\tGiảng viên
3\t10h00\tBế mạc\tBan Giám hiệu
`;

const OWN = [
  { slug: 'own-merged', body: MERGED, text: MERGED_TEXT, segments: 6 },
  { slug: 'own-long', body: longBody(LONG_ROWS), text: longText(LONG_ROWS), segments: 40 },
  { slug: 'own-numbered', body: NUMBERED, text: NUMBERED_TEXT, segments: 3 },
] as const;

const BARE = 'own-bare';

const AGENDA_CSV = `CHƯƠNG TRÌNH HỘI NGHỊ,,
Ngày 15/4/2026,,
Thời gian,Nội dung,Thực hiện
7:30 - 8:00,Đón tiếp đại biểu,Văn phòng
8:00 - 8:15,"Chào cờ, tuyên bố lý do",Ban Tổ chức
8:15 - 10:00,Báo cáo tổng kết,Đ/c Phó Bí thư
10:00,Bế mạc,Đ/c Bí thư
`;

describe.skipIf(withoutOffice !== null)('files made by an office program', () => {
  let docx = '';
  let pdf = '';
  const sheets: Record<string, string> = {};
  const read = async (folder: string, name: string): Promise<PlanDocument> =>
    (await readDocument(name, readFileSync(join(folder, name)), nothing)).document;

  beforeAll(async () => {
    const folder = makeTemp('papers');
    const pages = [
      ...PLANS.map(({ slug, source }) => page(folder, slug, bodyOf(source))),
      ...OWN.map(({ slug, body }) => page(folder, slug, body)),
      page(folder, BARE, longBody(SHORT_ROWS).replace('border="1"', 'border="0"')),
    ];
    docx = await convert(pages, 'docx:Office Open XML Text');
    const made = [...[...PLANS, ...OWN].map(({ slug }) => slug), BARE].map((slug) => join(docx, `${slug}.docx`));
    pdf = await convert(made, 'pdf');
    for (const extension of ['xlsx', 'xls']) sheets[extension] = await spreadsheet(folder, extension);
  }, 180_000);

  test.each([
    ['docx', 0.003],
    ['pdf', 0.016],
  ] as const)('documents score as %s what they score as text, but for %d', async (extension, lossAllowed) => {
    const folder = extension === 'docx' ? docx : pdf;
    const scored: { slug: string; text: number; file: number }[] = [];
    for (const { slug, source, expected } of PLANS) {
      const score = (d: PlanDocument): number => scorePlan(expected, answerOf(d)).total.f1;
      scored.push({
        slug,
        text: score(readText(source).document),
        file: score(await read(folder, `${slug}.${extension}`)),
      });
    }
    const lost = scored.filter((s) => s.file < s.text).sort((a, b) => a.file - a.text - (b.file - b.text));
    const mean = (of: 'text' | 'file'): number => scored.reduce((sum, s) => sum + s[of], 0) / scored.length;
    const worst = lost.map((s) => `  ${s.file.toFixed(3)} for ${s.text.toFixed(3)} ${s.slug}`);
    console.info(
      `${extension}: mean ${mean('file').toFixed(4)} for ${mean('text').toFixed(4)} of ${scored.length}\n${worst.join('\n')}`,
    );
    expect(mean('file')).toBeGreaterThanOrEqual(mean('text') - lossAllowed);
    expect(lost.filter(({ slug }) => GIVEN_SLUGS.has(slug))).toEqual([]);
  });

  test('no letter of a document is lost on its way through a PDF', async () => {
    const lost: string[] = [];
    for (const { slug, source } of PLANS) {
      const text = await read(pdf, `${slug}.pdf`);
      const [before, after] = [lettersOf(readText(source).document), lettersOf(text)];
      for (const [letter, count] of before)
        if ((after.get(letter) ?? 0) < count) lost.push(`${slug}: ${letter} ${after.get(letter) ?? 0} of ${count}`);
    }
    expect(lost).toEqual([]);
  });

  test('letters that are stored apart from their marks stay in their words', async () => {
    const apart = PLANS.filter(({ source }) => source.normalize('NFC') !== source);
    expect(apart).not.toEqual([]);
    for (const { slug } of apart)
      expect((await read(pdf, `${slug}.pdf`)).text, slug).not.toMatch(
        /(?<!\p{L})(?:ủ y|ở[ \t\n]ng|ơ n|ả nh)(?!\p{L})/iu,
      );
  });

  test.each(OWN)('$slug gives the answer of its text, from Word and from PDF', async ({ slug, text, segments }) => {
    const wanted = answerOf(readText(text).document);
    expect(wanted.segments).toHaveLength(segments);
    expect(answerOf(await read(docx, `${slug}.docx`)), 'Word').toEqual(wanted);
    expect(answerOf(await read(pdf, `${slug}.pdf`)), 'PDF').toEqual(wanted);
  });

  test('a PDF table without a single rule is read by how its columns stand', async () => {
    const bare = answerOf(await read(pdf, `${BARE}.pdf`)).segments;
    expect(bare.map(({ start, end, title }) => ({ start, end, title }))).toEqual(
      answerOf(readText(longText(SHORT_ROWS)).document).segments.map(({ start, end, title }) => ({
        start,
        end,
        title,
      })),
    );
  });

  test('a heading row that is repeated on every page is told as one, in Word and in PDF', async () => {
    const word = await read(docx, 'own-long.docx');
    expect(word.tables).toHaveLength(1);
    expect(word.tables[0]?.rows.filter((row) => row.header)).toHaveLength(1);
    const paper = await read(pdf, 'own-long.pdf');
    expect(paper.tables).toHaveLength(1);
    expect(paper.pages.length).toBeGreaterThan(1);
    const headings = paper.tables[0]?.rows.filter((row) => row.header) ?? [];
    // where the page cuts a row in two the heading would stand inside it, and is left out
    expect(headings.length).toBeGreaterThan(1);
    for (const row of headings) expect(paper.text.slice(row.from, row.to)).toBe(LONG_HEAD.join('\t'));
  });

  test('a merged cell says how far it reaches, and is not there again below', async () => {
    for (const document of [await read(docx, 'own-merged.docx'), await read(pdf, 'own-merged.pdf')]) {
      const rows = document.tables[0]?.rows ?? [];
      const cells = rows.map((row) => row.cells.map((c) => [c.column, c.columns, c.rows]));
      expect(cells[1]).toEqual([[0, 3, 1]]);
      expect(cells[2]?.[0]).toEqual([0, 1, 2]);
      expect(cells[3]?.map(([column]) => column)).toEqual([1, 2]);
      const below = rows[3];
      expect(below && document.text.slice(below.from, below.to)).toBe(
        '\tKiểm tra đường truyền tới các điểm cầu\tTổ kỹ thuật',
      );
    }
  });

  test.each(['xlsx', 'xls'])('an agenda in .%s gives the answer of the same table in text', async (extension) => {
    const wanted = answerOf(
      readText(
        AGENDA_CSV.replaceAll(',,', '')
          .replace(/"(.*), (.*)"/, '$1; $2')
          .replaceAll(',', '\t')
          .replaceAll(';', ','),
      ).document,
    );
    expect(wanted.segments).toHaveLength(4);
    expect(answerOf(await read(sheets[extension] ?? '', `agenda.${extension}`))).toEqual(wanted);
  });

  test.each([
    ['doc', 'old-word'],
    ['rtf', 'rich-text'],
    ['odt', 'open-document'],
    ['html:HTML (StarWriter)', 'web-page'],
  ])('a document saved as .%s gets its sentence', async (format, code) => {
    const folder = await convert([join(docx, 'own-numbered.docx')], format);
    const file = join(folder, `own-numbered.${format.split(':')[0]}`);
    // whatever the mail program called it
    for (const name of [file, 'kế hoạch.docx'])
      await expect(readDocument(name, readFileSync(file), nothing)).rejects.toMatchObject({ code });
  });

  test('Word and Excel files of the strict edition, and with prefixes of their own, read the same', async () => {
    const word = renamedSpaces(readFileSync(join(docx, 'own-merged.docx')));
    expect(answerOf((await readDocument('a.docx', word, nothing)).document)).toEqual(
      answerOf(await read(docx, 'own-merged.docx')),
    );
    const book = renamedSpaces(readFileSync(join(sheets.xlsx ?? '', 'agenda.xlsx')));
    expect(answerOf((await readDocument('a.xlsx', book, nothing)).document)).toEqual(
      answerOf(await read(sheets.xlsx ?? '', 'agenda.xlsx')),
    );
  });

  test('a PDF whose pages were turned by hand reads the same', async () => {
    const wanted = answerOf(await read(pdf, 'own-merged.pdf'));
    const { run } = await import('../../../electron/tooling/run.mjs');
    const turned = join(makeTemp('turned'), 'turned.pdf');
    expect((await run('qpdf', ['--rotate=+90', join(pdf, 'own-merged.pdf'), turned], { limitMs: 20_000 })).code).toBe(
      0,
    );
    expect(answerOf((await readDocument('turned.pdf', readFileSync(turned), nothing)).document)).toEqual(wanted);
  });

  test('a PDF with a password is told as such', async () => {
    const { run } = await import('../../../electron/tooling/run.mjs');
    const locked = join(makeTemp('locked'), 'locked.pdf');
    const args = ['--encrypt', 'mật khẩu', 'chủ', '256', '--', join(pdf, 'own-merged.pdf'), locked];
    expect((await run('qpdf', args, { limitMs: 20_000 })).code).toBe(0);
    await expect(readDocument('locked.pdf', readFileSync(locked), nothing)).rejects.toMatchObject({
      code: 'password-pdf',
    });
  });

  test('a PDF that was cut is told as not whole, wherever it was cut', async () => {
    const whole = readFileSync(join(pdf, 'own-long.pdf'));
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      await expect(readDocument('cut.pdf', cut, nothing)).rejects.toMatchObject({ code: 'broken' });
    }
  });

  test('a Word file that was cut is told as not whole, wherever it was cut', async () => {
    const whole = readFileSync(join(docx, 'own-long.docx'));
    for (const share of [0.01, 0.5, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      await expect(readDocument('cut.docx', cut, nothing)).rejects.toMatchObject({ code: 'broken' });
    }
  });
});

/** How often each letter is there, without its marks. */
function lettersOf({ text }: PlanDocument): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [letter] of text.normalize('NFKD').matchAll(/\p{L}/gu)) found.set(letter, (found.get(letter) ?? 0) + 1);
  return found;
}

/** The file as the strict edition of its standard has it: the same names in other namespaces. */
function renamedSpaces(file: Uint8Array): Uint8Array {
  const strict = (xml: string): string =>
    xml
      .replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      );
  const parts = Object.entries(unzipSync(file)).map(([name, data]) => {
    const xml = /\.(xml|rels)$/.test(name) ? strict(strFromU8(data)) : null;
    const own = /^word\//.test(name) ? xml?.replace(/(<\/?|xmlns:)w(?=[:=])/g, '$1ns0').replace(/ w:/g, ' ns0:') : xml;
    return [name, own === null || own === undefined ? data : strToU8(own)] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

async function spreadsheet(folder: string, extension: string): Promise<string> {
  const { writeFileSync } = await import('node:fs');
  const file = join(folder, 'agenda.csv');
  writeFileSync(file, AGENDA_CSV);
  // comma, quotation mark, UTF-8
  return convert([file], extension, 'CSV:44,34,76,1');
}
