import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../electron/plans/read-document';
import { type PdfPage, pagesOf, SCAN, textAt } from './make-pdf';

const read = (pages: readonly PdfPage[]) => readDocument('a.pdf', pagesOf(pages), () => undefined);
const linesOf = async (pages: readonly PdfPage[]): Promise<readonly string[]> =>
  (await read(pages)).document.text.split('\n').filter((l) => l !== '');
const AGENDA = textAt([
  [72, 740, 'CHUONG TRINH'],
  [72, 700, '7h30: Don tiep dai bieu va phat tai lieu hoi nghi'],
  [72, 660, '8h00: Khai mac'],
]);

describe('pages that are pictures', () => {
  test('between pages with text are told by their numbers', async () => {
    const { document, notices } = await read([
      { content: AGENDA },
      { content: SCAN },
      { content: AGENDA },
      { content: SCAN },
      { content: SCAN },
    ]);
    expect(notices).toEqual([{ code: 'pages-scanned', params: { pages: '2, 4–5' } }]);
    expect(document.text).toContain('Khai mac');
    // pages without text are counted too: page 2 has none, page 3 begins where it would
    const third = document.text.indexOf('CHUONG TRINH', 5);
    expect(document.pages).toEqual([third, third, document.text.length, document.text.length]);
  });

  test('count also before the first page with text', async () => {
    const { document, notices } = await read([{ content: SCAN }, { content: AGENDA }]);
    expect(notices).toEqual([{ code: 'pages-scanned', params: { pages: '1' } }]);
    expect(document.pages).toEqual([0]);
  });

  test('are told also where the scanning program left its stamp on them', async () => {
    const stamp = textAt([[20, 20, 'Scanned by X']]);
    expect((await read([{ content: AGENDA }, { content: `${SCAN}\n${stamp}` }])).notices).toHaveLength(1);
    await expect(read([{ content: `${SCAN}\n${stamp}` }])).rejects.toMatchObject({
      code: 'scanned',
      params: { pages: 1 },
    });
  });

  test('a page whose letters are drawn as outlines is one of them', async () => {
    const outlines = Array.from({ length: 60 }, (_, i) => `${72 + i * 5} 700 m ${74 + i * 5} 710 l 78 705 l f`).join(
      '\n',
    );
    expect((await read([{ content: AGENDA }, { content: outlines }])).notices).toHaveLength(1);
  });

  test('an empty page, a small picture and a picture behind the text are not', async () => {
    const small = 'q 80 0 0 80 60 740 cm /I Do Q';
    const { notices } = await read([
      { content: `${SCAN}\n${AGENDA}` },
      { content: '' },
      { content: `${small}\n${AGENDA}` },
      { content: 'q 1 w 72 700 m 300 700 l S Q' },
    ]);
    expect(notices).toEqual([]);
  });
});

describe('pages that lie on their side', () => {
  const turned = (cm: string): string => `q ${cm} cm\n${AGENDA}\nQ`;
  const PLAIN = ['CHUONG TRINH', '7h30: Don tiep dai bieu va phat tai lieu hoi nghi', '8h00: Khai mac'];

  test.each([
    ['upright', { content: AGENDA }],
    ['turned by the page itself, the text with it', { content: AGENDA, more: '/Rotate 90' }],
    ['turned the other way', { content: AGENDA, more: '/Rotate 270' }],
    ['upside down', { content: AGENDA, more: '/Rotate 180' }],
    ['drawn sideways', { content: turned('0 1 -1 0 842 0'), more: '/MediaBox [0 0 842 842]' }],
    ['drawn sideways and turned back', { content: turned('0 1 -1 0 842 0'), more: '/Rotate 90' }],
  ])('%s: read as a person who turns the paper', async (_, page) => {
    expect(await linesOf([page])).toEqual(PLAIN);
  });

  test('a remark on its side in the margin is no part of the text', async () => {
    const remark = `q 0 1 -1 0 30 200 cm\n${textAt([[0, 0, 'BAN SAO']])}\nQ`;
    expect(await linesOf([{ content: `${AGENDA}\n${remark}` }])).toEqual(PLAIN);
  });
});

describe('letters and lines', () => {
  test('ligatures are the letters they are made of', async () => {
    expect(await linesOf([{ content: textAt([[72, 700, 'Wi\\001 mien phi']]) }])).toEqual(['Wifi mien phi']);
  });

  test('a letterhead in two columns keeps its halves apart, line by line', async () => {
    const head = textAt([
      [72, 780, 'TINH UY A'],
      [330, 780, 'DANG CONG SAN VIET NAM'],
      [72, 762, 'VAN PHONG'],
      [330, 762, 'An Khe, ngay 12 thang 3 nam 2026'],
    ]);
    expect(await linesOf([{ content: `${head}\n${AGENDA}` }])).toEqual(
      expect.arrayContaining(['TINH UY A\tDANG CONG SAN VIET NAM', 'VAN PHONG\tAn Khe, ngay 12 thang 3 nam 2026']),
    );
  });

  test('a word that was parted by a hyphen is whole again, and a hyphen of the text stays', async () => {
    const wide = 'Dien gia trinh bay mot so noi dung ve phat trien ben vung va trao doi docu-';
    const lines = await linesOf([
      {
        content: textAt([
          [72, 700, wide],
          [72, 684, 'mentation, moi nguoi cung xem va cung thao luan voi nhau o hoi truong ha-'],
          [72, 668, 'noi.'],
        ]),
      },
    ]);
    expect(lines.join(' ')).toContain('documentation,');
    expect(lines.join(' ')).toContain('ha-noi.');
  });
});

describe('what stands on every page', () => {
  const body = (n: number): string => textAt([[72, 600, `${n + 6}h30: Viec thu ${n}`]]);
  const pages = (edge: (n: number) => string): readonly PdfPage[] =>
    [1, 2, 3].map((n) => ({ content: `${edge(n)}\n${body(n)}` }));
  const PLAIN = ['7h30: Viec thu 1', '8h30: Viec thu 2', '9h30: Viec thu 3'];

  test.each([
    ['page numbers below', (n: number) => textAt([[290, 30, `${n}`]])],
    ['page numbers above, between strokes', (n: number) => textAt([[290, 800, `- ${n} -`]])],
    ['page numbers out of all', (n: number) => textAt([[280, 30, `Trang ${n}/3`]])],
    ['a header', () => textAt([[72, 805, 'Ke hoach to chuc hoi nghi']])],
    ['a footer with the page number in it', (n: number) => textAt([[72, 30, `KH-VP, trang ${n}`]])],
    [
      'a footer in two parts',
      (n: number) =>
        textAt([
          [72, 30, 'Van phong'],
          [450, 30, `Trang ${n} cua 3`],
        ]),
    ],
  ])('%s is no part of the text', async (_, edge) => {
    expect(await linesOf(pages(edge))).toEqual(PLAIN);
  });

  test('a session that begins every page is', async () => {
    const lines = await linesOf(pages(() => textAt([[72, 760, 'Buoi sang']])));
    expect(lines.filter((l) => l === 'Buoi sang')).toHaveLength(3);
  });

  test('a header that only the first page goes without is no part of the text', async () => {
    const lines = await linesOf(pages((n) => (n === 1 ? '' : textAt([[72, 805, 'Ke hoach to chuc hoi nghi']]))));
    expect(lines).toEqual(PLAIN);
  });
});

describe('what stands at the edge of a page and is no running header', () => {
  const page = (head: string, more = ''): PdfPage => ({
    content: `${textAt([
      [72, 800, head],
      [72, 770, 'Noi dung cua trang nay'],
      [72, 740, 'va dong tiep theo cua no'],
      [72, 710, 'roi den dong cuoi.'],
    ])}\n${more}`,
  });
  const heads = async (pages: readonly PdfPage[]): Promise<readonly string[]> =>
    (await linesOf(pages)).filter((l) => /^(KE|PHU|NGAY)/.test(l));

  test('a heading of one page stays, also before a page that is a picture', async () => {
    expect(await heads([page('KE HOACH'), { content: SCAN }, page('PHU LUC')])).toEqual(['KE HOACH', 'PHU LUC']);
  });

  test('annexes that are numbered as their pages stay', async () => {
    expect(await heads([page('PHU LUC 1'), page('PHU LUC 2'), page('PHU LUC 3')])).toEqual([
      'PHU LUC 1',
      'PHU LUC 2',
      'PHU LUC 3',
    ]);
  });

  test('a heading that stands again on the second of two pages is there once at least', async () => {
    expect(await heads([page('KE HOACH'), page('KE HOACH')])).toEqual(['KE HOACH']);
    expect(await heads([page('KE HOACH'), { content: SCAN }, page('KE HOACH')])).toEqual(['KE HOACH']);
  });

  test('a heading that stands again on a few pages of many stays', async () => {
    const pages = ['KE HOACH', 'NGAY MOT', 'KE HOACH', 'NGAY HAI', 'NGAY BA'];
    expect(await heads(pages.map((head) => page(head)))).toEqual(pages);
  });
});

describe('what stands beside or between the rows of a table', () => {
  test('a cell below a name that goes through the whole table stays where its own first cell is empty', async () => {
    const row = (up: number, ...cells: readonly string[]) =>
      cells.flatMap((text, i) => (text === '' ? [] : [[[72, 150, 400][i] ?? 0, up, text] as const]));
    const lines = await linesOf([
      {
        content: textAt([
          ...row(700, '7h30', 'Don tiep dai bieu ve du hoi nghi', 'Van phong'),
          ...row(680, '8h00', 'Khai mac hoi nghi tong ket', 'Ban To chuc'),
          ...row(660, '9h00', 'Bao cao ket qua cong tac', 'Pho Giam doc'),
          [72, 640, 'BUOI CHIEU TAI HOI TRUONG LON CUA THANH PHO'],
          ...row(620, '', 'On dinh to chuc', 'Ban Quan tri'),
          ...row(600, '14h00', 'Thao luan', 'Cac don vi'),
        ]),
      },
    ]);
    expect(lines.join('\n')).toContain('On dinh to chuc\tBan Quan tri');
  });

  test('a remark beside a table stays, though it stands so near that it is drawn as one with its last cell', async () => {
    const rules = [
      ...[72, 150, 300].map((x) => `${x} 640 m ${x} 700 l S`),
      ...[640, 670, 700].map((y) => `72 ${y} m 300 ${y} l S`),
    ].join('\n');
    const text = textAt([
      [76, 680, '7h30'],
      [154, 680, 'Don tiep dai bieu den hoi nghi va goi y'],
      [76, 650, '8h00'],
      [154, 650, 'Khai mac'],
    ]);
    const found = (await read([{ content: `1 w\n${rules}\n${text}` }])).document.text;
    expect(found).toContain('8h00\tKhai mac');
    expect(found).toContain('va goi y');
  });
});

describe('lines that belong together or not', () => {
  /** Two columns, the first just as wide as six figures. */
  const narrow = async (upper: string, lower: string): Promise<string | undefined> => {
    const rules = [72, 110, 300]
      .map((x) => `${x} 600 m ${x} 700 l S`)
      .concat([600, 650, 700].map((y) => `72 ${y} m 300 ${y} l S`));
    const text = textAt([
      [75, 685, upper],
      [75, 671, lower],
      [114, 685, 'Khai mac'],
      [75, 630, '2'],
      [114, 630, 'Be mac'],
    ]);
    return (await linesOf([{ content: `1 w\n${rules.join('\n')}\n${text}` }]))[0];
  };

  test.each([
    ['16/6/2', '026', '16/6/2026'],
    ['8-10h1', '5', '8-10h15'],
    ['Nguoiw', 'x', 'Nguoiwx'],
    ['UBNDX', 'tinh', 'UBNDX tinh'],
    ['Thanh', 'nam', 'Thanh nam'],
    ['8h00', '14/6', '8h00 14/6'],
  ])('in a narrow cell %s and %s are %s', async (upper, lower, whole) => {
    expect(await narrow(upper, lower)).toBe(`${whole}\tKhai mac`);
  });

  const FULL = 'Can cu ke hoach cong tac nam cua Tinh uy ve viec to chuc hoi nghi trong toan Dang bo';
  const lines = (...texts: readonly string[]): Promise<readonly string[]> =>
    linesOf([{ content: textAt(texts.map((text, i) => [72, 760 - i * 16, text] as const)) }]);

  test('a label begins a line of its own behind one that is not quite full', async () => {
    const last = FULL.slice(0, -1);
    expect(await lines(FULL, FULL, last, 'Chu tri: Ong Trieu Khac Duy')).toEqual([
      [FULL, FULL, last].join(' '),
      'Chu tri: Ong Trieu Khac Duy',
    ]);
  });

  test('where full lines end all at one edge, one that ends before it is the last of its paragraph', async () => {
    const last = FULL.slice(0, -1);
    expect(await lines(FULL, FULL, FULL, last, 'Tinh uy giao Van phong theo doi')).toEqual([
      [FULL, FULL, FULL, last].join(' '),
      'Tinh uy giao Van phong theo doi',
    ]);
  });
});
