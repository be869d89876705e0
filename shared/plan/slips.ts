/**
 * Words that scanned pictures and hurried typing misspell on a banner. Both spellings are Vietnamese, so a word alone
 * proves nothing; with its neighbour only one of them makes sense. A pair with the right letters and wrong marks is
 * put right. Pairs that another spelling makes sense of ("hội thảo" and "hội thao") are left out.
 */
const PAIRS: readonly string[] = [
  'quán triệt',
  'hội nghị',
  'nghị quyết',
  'đại hội',
  'đảng bộ',
  'đảng ủy',
  'thành ủy',
  'tỉnh ủy',
  'huyện ủy',
  'triển khai',
  'thực hiện',
  'học tập',
  'nhiệm kỳ',
  'tổng kết',
  'sơ kết',
  'trực tuyến',
  'tập huấn',
  'chỉ thị',
  'kết luận',
  'nghiên cứu',
  'ủy ban',
  'nhân dân',
  'mặt trận',
  'tổ quốc',
  'bồi dưỡng',
  'lần thứ',
  'tuyên truyền',
  'kỷ niệm',
  'phát động',
  'khai mạc',
  'bế mạc',
  'chào mừng',
  'việt nam',
  'đại biểu',
  'chấp hành',
  'nhiệm vụ',
  'phương hướng',
  'cộng sản',
  'phụ nữ',
  'nông dân',
  'khánh thành',
  'đón nhận',
  'lễ kỷ',
  'lễ khánh',
  'lễ đón',
  'lễ khởi',
  'công bố',
  'quyết định',
  'chương trình',
  'hành động',
  'tọa đàm',
  'gặp mặt',
  'chuyển đổi',
  'cải cách',
  'hành chính',
  'xây dựng',
  'phát triển',
  'kinh tế',
  'xã hội',
  'quốc phòng',
  'an ninh',
  'giáo dục',
  'chuyên đề',
  'đoàn kết',
  'đổi mới',
  'văn hóa',
  'khuyến học',
  'thi đua',
  'yêu nước',
  'cán bộ',
  'đảng viên',
  'cơ quan',
  'bệnh viện',
  'trường học',
  'năm học',
  'khai giảng',
  'bế giảng',
  'liên đoàn',
  'lao động',
  'hội đồng',
  'kỳ họp',
  'tiếp xúc',
  'cử tri',
];

const bare = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D').toLowerCase();

/** The letters and marks of a word wherever the tone is written: "ủy" and "uỷ" are one spelling. */
const spelling = (word: string): string => [...word.toLowerCase().normalize('NFD')].sort().join('');

const RIGHT: ReadonlyMap<string, readonly [string, string]> = new Map(
  PAIRS.map((pair) => {
    const [first = '', second = ''] = pair.split(' ');
    return [`${bare(first)} ${bare(second)}`, [first, second]] as const;
  }),
);

/** Figures read as letters, and the letters that look alike in capitals. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)[Oo](?=\d)|(?<=\d{2})[Oo]|(?<=\d)[Oo](?=[/.-])/gu, '0'],
  [/(?<=\d)[lI](?=\d)/gu, '1'],
  [/(?<=\p{Lu})l(?=\p{Lu}|\s|$)/gu, 'I'],
  [/(?<=[\p{Lu}])0(?=[\p{Lu}])/gu, 'O'],
  [/TRIỆP(?!\p{L})/gu, 'TRIỆT'],
];

/** The line with known slips put right; the same text where it has none. */
export function withoutSlips(line: string): string {
  let text = line;
  for (const [slip, right] of LETTERS) text = text.replace(slip, right);
  // without a single mark it was typed so, not misread
  if (!/[\u0300-\u036fđĐ]/u.test(text.normalize('NFD'))) return text;
  const words = [...text.matchAll(/\p{L}+/gu)];
  let out = '';
  let done = 0;
  const put = (m: RegExpMatchArray | undefined, right: string): void => {
    if (m?.index === undefined || m.index < done || spelling(m[0]) === spelling(right)) return;
    out += text.slice(done, m.index) + inCaseOf(m[0], right);
    done = m.index + m[0].length;
  };
  words.forEach((first, k) => {
    const second = words[k + 1];
    if (second === undefined || second.index - first.index - first[0].length !== 1) return;
    const right = RIGHT.get(`${bare(first[0])} ${bare(second[0])}`);
    if (right === undefined) return;
    put(first, right[0]);
    put(second, right[1]);
  });
  return out + text.slice(done);
}

function inCaseOf(word: string, right: string): string {
  if (word === word.toUpperCase()) return right.toUpperCase();
  if (/^\p{Lu}/u.test(word)) return right.charAt(0).toUpperCase() + right.slice(1);
  return right;
}
