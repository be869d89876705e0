import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExpectedPlan } from '../../tooling/plan-score';

const OPEN = join(import.meta.dirname, '../../fixtures/plans/open');

interface Item {
  readonly time: string;
  readonly title: string;
  readonly who: string | null;
}

interface Heads {
  readonly time: string;
  readonly title: string;
  readonly who: string;
}

type Layout = (items: readonly Item[], heads: Heads) => readonly string[];

/** Numbers between 0 and 1, the same for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const two = (n: number): string => String(n).padStart(2, '0');
const hours = (m: number): number => Math.floor(m / 60);
const minutes = (m: number): string => two(m % 60);

/** How a hall may write a time of day, given in minutes. */
const NOTATIONS: readonly ((m: number) => string)[] = [
  (m) => `${hours(m)}h${minutes(m)}`,
  (m) => `${hours(m)}h${minutes(m)}'`,
  (m) => `${two(hours(m))}h${minutes(m)}’`,
  (m) => `${two(hours(m))}:${minutes(m)}`,
  (m) => `${hours(m)} giờ ${minutes(m)}`,
  (m) => `${hours(m)} giờ ${minutes(m)} phút`,
  (m) => `${hours(m)}g${minutes(m)}`,
];
const RANGES = [' - ', '-', ' – ', '–', ' — ', ' đến ', ' -', '- '] as const;
const TIME_HEADS = ['Thời gian', 'Giờ', 'THỜI GIAN'] as const;
const TITLE_HEADS = ['Nội dung', 'NỘI DUNG', 'Nội dung công việc', 'Hoạt động'] as const;
const WHO_HEADS = ['Thực hiện', 'Người thực hiện', 'Chủ trì', 'Phụ trách', 'Trách nhiệm', 'Đơn vị chủ trì'] as const;
const ABOVE = [
  'CHƯƠNG TRÌNH',
  '4. Chương trình:',
  'II. CHƯƠNG TRÌNH HỘI NGHỊ',
  'Chương trình cụ thể như sau:',
  '',
] as const;
const BELOW = [
  '',
  'Các đơn vị gửi báo cáo về Văn phòng trước ngày 10/3/2026.',
  '5. Thành phần: 120 đại biểu.',
  'Nơi nhận:\n- Như trên;\n- Lưu VT.',
  '\nTM. BAN TỔ CHỨC\nTRƯỞNG BAN',
  'III. TỔ CHỨC THỰC HIỆN\n1. Văn phòng: chuẩn bị hội trường, xong trước 16h00 ngày 11/3/2026.',
] as const;

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const tail = (before: string, who: string | null, behind = ''): string =>
  who === null ? '' : `${before}${who}${behind}`;
const some = (who: string | null): readonly string[] => (who === null ? [] : [who]);

/** The same programme as it may arrive. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  tabs: (items, h) => [
    [h.time, h.title, h.who].join('\t'),
    ...items.map((t) => [t.time, t.title, t.who ?? ''].join('\t')),
  ],
  'tabs with numbers, the title first': (items, h) => [
    ['STT', h.title, h.time, h.who].join('\t'),
    ...items.map((t, i) => [i + 1, t.title, t.time, t.who ?? ''].join('\t')),
  ],
  'tabs without headings': (items) => items.map((t) => [t.time, t.title, t.who ?? ''].join('\t')),
  'tabs under a session': (items, h) => [
    [h.time, h.title, h.who].join('\t'),
    '\tBuổi làm việc',
    ...items.map((t) => [t.time, t.title, t.who ?? ''].join('\t')),
  ],
  'pipes behind': (items, h) => [
    `TT | ${h.time} | ${h.title} | ${h.who} |`,
    ...items.map((t, i) => `${i + 1} | ${t.time} | ${t.title} | ${t.who ?? ''} |`),
  ],
  markdown: (items, h) => [
    `| **${h.time}** | **${h.title}** | **${h.who}** |`,
    '| :--- | :---: | --- |',
    ...items.map((t) => `| **${t.time}** | ${t.title} | ${t.who ?? ''} |`),
  ],
  html: (items, h) => [
    `<table><tr><th>${h.time}</th><th>${h.title}</th><th>${h.who}</th></tr>`,
    ...items.map((t) => `<tr><td>${t.time}</td><td>${t.title}</td><td>${t.who ?? ''}</td></tr>`),
    '</table>',
  ],
  'a cell a line': (items, h) => [h.time, h.title, h.who, ...items.flatMap((t) => [t.time, t.title, ...some(t.who)])],
  'a cell a line with numbers, broken': (items, h) => [
    'TT',
    h.time,
    h.title,
    h.who,
    ...items.flatMap((t, i) => [`${i + 1}`, t.time, ...wrapped(t.title, 44), ...some(t.who)]),
  ],
  'a cell a line, the title first': (items, h) => [
    'STT',
    h.title,
    h.time,
    h.who,
    ...items.flatMap((t, i) => [`${i + 1}`, ...wrapped(t.title, 44), t.time, ...some(t.who)]),
  ],
  'a cell a line, the time last': (items, h) => [
    'TT',
    h.title,
    h.who,
    h.time,
    ...items.flatMap((t, i) => [`${i + 1}`, t.title, ...some(t.who), t.time]),
  ],
  'a cell a line over two pages': (items, h) => {
    const heads = ['TT', h.time, h.title, h.who];
    const rows = items.map((t, i) => [`${i + 1}`, t.time, t.title, ...some(t.who)]);
    const half = Math.ceil(rows.length / 2);
    return [...heads, ...rows.slice(0, half).flat(), '', '2', '', ...heads, ...rows.slice(half).flat()];
  },
  blanks: (items, h) => {
    const width = Math.max(20, ...items.map((t) => t.title.length)) + 4;
    return [
      `${h.time.padEnd(34)}${h.title.padEnd(width)}${h.who}`,
      ...items.map((t) => `${t.time.padEnd(34)}${t.title.padEnd(width)}${t.who ?? ''}`.trimEnd()),
    ];
  },
  'blanks, wrapped': (items, h) => [
    `${h.time.padEnd(34)}${h.title.padEnd(50)}${h.who}`,
    ...items.flatMap((t) => {
      const title = wrapped(t.title, 44);
      const who = t.who === null ? [] : wrapped(t.who, 28);
      return Array.from({ length: Math.max(title.length, who.length) }, (_, k) =>
        `${(k === 0 ? t.time : '').padEnd(34)}${(title[k] ?? '').padEnd(50)}${who[k] ?? ''}`.trimEnd(),
      );
    }),
  ],
  'columns that lost what parted them': (items, h) => [
    `${h.time} ${h.title} ${h.who}`,
    ...items.map((t) => `${t.time} ${t.title}${tail(' ', t.who)}`),
  ],
  dashes: (items) => items.map((t) => `- ${t.time}: ${t.title}${tail(' - ', t.who)}`),
  brackets: (items) => items.map((t) => `${t.time}: ${t.title}${tail(' (', t.who, ')')}.`),
  'brackets, wrapped': (items) =>
    items.flatMap((t) => wrapped(`- ${t.time}: ${t.title}${tail(' (', t.who, ')')}.`, 74)),
  'the time in brackets behind': (items) =>
    items.map((t, i) => `${i + 1}. ${t.title} (${t.time})${tail(' - ', t.who)}`),
  'the time behind a colon': (items) => items.map((t) => `- ${t.title}: ${t.time}${tail(' (', t.who, ')')}`),
  'the time in brackets before': (items) => items.map((t, i) => `${i + 1}. (${t.time}) ${t.title}${tail(': ', t.who)}`),
  'square brackets and an odd sign': (items) => items.map((t) => `[${t.time}] ${t.title}${tail(' ▪ ', t.who)}`),
  'a label for the one who does it': (items) =>
    items.flatMap((t, i) => [`${i + 1}. ${t.time}: ${t.title}`, ...some(t.who).map((w) => `Người thực hiện: ${w}`)]),
  fields: (items) =>
    items.flatMap((t, i) => [
      `(${i + 1}) ${t.title}`,
      `Thời lượng: ${t.time}`,
      ...some(t.who).map((w) => `Người thực hiện: ${w}`),
    ]),
  'one sentence': (items) => [
    `Chương trình: ${items.map((t) => `${t.time}: ${t.title}${tail(' (', t.who, ')')}`).join('; ')}.`,
  ],
};

interface Words {
  readonly title: string;
  readonly who: string | null;
}

/** What is done on the agendas of the open documents, and by whom; only plain items, whose words no layout makes doubtful. */
function vocabulary(): readonly Words[] {
  const words: Words[] = [];
  for (const slug of readdirSync(OPEN)) {
    const plan = JSON.parse(readFileSync(join(OPEN, slug, 'expected.json'), 'utf8')) as ExpectedPlan;
    for (const s of plan.segments) {
      if (s.start === null || s.ambiguous === true || s.block !== undefined || s.ambiguousFields !== undefined)
        continue;
      const title = s.title.replace(/\s+/gu, ' ');
      const who = s.presenter?.replace(/\s+/gu, ' ') ?? null;
      if (title.length > 110 || /[:;()\d]|\s[-–—]\s/u.test(title) || (who !== null && !/^\p{Lu}[^:;()]*$/u.test(who)))
        continue;
      words.push({ title, who });
    }
  }
  return words;
}

export interface LaidOut {
  readonly text: string;
  readonly expected: ExpectedPlan;
}

/** Programmes of one day in one layout, each with another notation, other headings and another surrounding. */
export function laidOut(layout: Layout, count: number, seed: number): readonly LaidOut[] {
  const next = numbers(seed);
  const pick = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(next() * all.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const words = vocabulary();
  return Array.from({ length: count }, () => {
    const clock = pick(NOTATIONS);
    const range = pick(RANGES);
    let at = 60 * pick([7, 8, 13]) + pick([0, 30]);
    const length = 4 + Math.floor(next() * 7);
    const used = new Set<string>();
    const items: Item[] = [];
    const segments: ExpectedPlan['segments'][number][] = [];
    const iso = (m: number): string => `${two(hours(m))}:${minutes(m)}`;
    while (items.length < length) {
      const { title, who } = pick(words);
      if (used.has(title)) continue;
      used.add(title);
      const end = items.length === length - 1 && next() < 0.5 ? null : at + pick([10, 15, 30, 45]);
      items.push({ time: end === null ? clock(at) : `${clock(at)}${range}${clock(end)}`, title, who });
      segments.push({
        date: '2026-03-12',
        start: iso(at),
        end: end === null ? null : iso(end),
        title,
        presenter: who,
        kind: 'other',
      });
      at = end ?? at;
    }
    const heads = { time: pick(TIME_HEADS), title: pick(TITLE_HEADS), who: pick(WHO_HEADS) };
    const text = [
      'ĐẢNG ỦY XÃ TÂN AN',
      'KẾ HOẠCH',
      'tổ chức Hội nghị sơ kết công tác',
      '',
      '1. Thời gian: ngày 12/3/2026 (thứ Năm).',
      '2. Địa điểm: Hội trường tầng 2, trụ sở Đảng ủy xã.',
      pick(ABOVE),
      ...layout(items, heads),
      pick(BELOW),
    ].join('\n');
    const expected: ExpectedPlan = {
      kind: 'plan',
      dates: ['2026-03-12'],
      invalidDates: [],
      place: 'Hội trường tầng 2, trụ sở Đảng ủy xã',
      banner: [],
      expectedDelegates: null,
      ambiguousFields: ['expectedDelegates'],
      deadlines: ['2026-03-10T00:00', '2026-03-11T16:00'].map((limit) => ({ at: limit, what: '', optional: true })),
      segments,
    };
    return { text, expected };
  });
}
