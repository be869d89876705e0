import { isCut } from './assembly';
import { broken, listMark, type Piece, within } from './lines';
import { beginsAction, hasAction, isAddressed, isBarePerson, isOffice, isPerson } from './vocabulary';

/** What stands in a cell or behind a time: the words of the item, and who does it where it says so. */
export interface TitleParts {
  readonly title: Piece;
  readonly presenter: Piece | null;
  /** How the two were parted, where others of the list may be parted so, too. */
  readonly form: PartForm | null;
}

export type PartForm = 'bracket' | 'dash' | 'stop' | 'glued' | 'colon';

const DASH = /\s[-–—]\s|\s[-–—](?=\p{L})|(?<=\p{Ll})[-–—]\s/gu;
const LABEL =
  /(?:người |đơn vị )?(?:trình bày|thực hiện|phụ trách|chủ trì|báo cáo viên|điều hành|điều phối|dẫn chương trình|chủ tọa|diễn giả|người thực hiện|đồng chủ trì|người trình bày)\s*:\s*/iu;
const DOER =
  /(?:[,;(–-]?\s*\(?(?:do|bởi)\s+|[;(–-]\s*\(?(?=đồng chí\s|đ\/c\s|ông\s|bà\s))(.{2,160}?)\s+(?:trình bày|thực hiện|báo cáo|truyền đạt|điều hành|phụ trách|chủ trì|phát biểu|đảm nhiệm|hướng dẫn|giới thiệu|quán triệt|công bố|dẫn|triển khai)\)?\s*[.;]?$/iu;

/** Signs that stand in no sentence: what is behind them is another column. */
const SIGN = /\s(?:::|\/\/|[▪●•◆■◊→⇒►▶»›|]|=>|->|>>|~|\/)\s/u;

/** How many units a label such as "Điều phối: " takes at the begin of a line; 0 where there is none. */
export function roleLabel(text: string): number {
  const label = LABEL.exec(text.slice(0, 60));
  return label !== null && label.index === 0 ? label[0].length : 0;
}

/**
 * Parts a title from the one who does it: "… - Đ/c Bí thư", "… (Ban Tổ chức)", "… do … trình bày",
 * "… Đồng chí Lê Minh Anh". `strict` takes only what addresses a person, for tables with a column of names.
 */
export function partTitle(p: Piece, strict: boolean): TitleParts {
  const text = p.text;
  // two cells that lost what was between them: "Đón tiếp đại biểuBan Liên lạc"
  for (const m of text.slice(0, 900).matchAll(/(?<=[\p{Ll})”])(?=\p{Lu}\p{Ll}|Đ\/c|UBND|HĐND)/gu)) {
    const who = within(p, m.index);
    if (m.index > 3 && isOutside(text, m.index) && isBarePerson(who.text))
      return { title: trimmed(within(p, 0, m.index)), presenter: tidyPresenter(who), form: null };
  }
  const label = LABEL.exec(text);
  if (label !== null && label.index > 3 && text.length - label.index < 260) {
    const who = within(p, label.index + label[0].length);
    return { title: trimmed(within(p, 0, label.index)), presenter: tidyPresenter(who), form: null };
  }
  const doer = text.length < 900 ? DOER.exec(text) : null;
  if (doer !== null && doer.index > 2 && doer[1] !== undefined) {
    const at = doer.index + doer[0].indexOf(doer[1]);
    return {
      title: trimmed(within(p, 0, doer.index)),
      presenter: tidyPresenter(within(p, at, at + doer[1].length)),
      form: null,
    };
  }
  const sign = SIGN.exec(text);
  if (sign !== null && sign.index > 2 && isOutside(text, sign.index)) {
    const who = within(p, sign.index + sign[0].length);
    const loose = !/\/\s$/u.test(sign[0]) || sign[0].includes('//');
    if (loose ? /\p{L}/u.test(who.text) && who.text.length < 160 : isBarePerson(who.text))
      return { title: trimmed(within(p, 0, sign.index)), presenter: tidyPresenter(who), form: null };
  }
  const test = strict ? isAddressed : isBarePerson;
  const bracketed = test(/\(([^()]{2,160})\)\s*[.;,]?$/u.exec(text)?.[1] ?? '');
  for (const m of text.slice(0, 1200).matchAll(DASH)) {
    const who = within(p, m.index + m[0].length);
    // "Ban Văn hóa - Xã hội (Trưởng Ban …)" names its doer in the bracket
    if (bracketed && !isAddressed(who.text)) continue;
    if (m.index < 3 || !isOutside(text, m.index)) continue;
    if (
      test(who.text) &&
      /^[\p{Lu}\d]|^(?:đ\/|(?:ông|bà|anh|chị|thầy|cô|đồng chí|các đồng chí|đại diện|lãnh đạo|các|toàn thể|tập thể|thường trực|ban tổ chức|chư|nhóm)\s)/u.test(
        who.text,
      )
    )
      return { title: trimmed(within(p, 0, m.index)), presenter: tidyPresenter(who), form: 'dash' };
  }
  const bracket = /\(([^()]{2,160})\)\s*[.;,]?$/u.exec(text);
  if (bracket !== null && bracket.index > 2 && bracket[1] !== undefined) {
    const inner = within(p, bracket.index + 1, bracket.index + 1 + bracket[1].length);
    if (test(inner.text))
      return { title: trimmed(within(p, 0, bracket.index)), presenter: tidyPresenter(inner), form: 'bracket' };
  }
  const plain = text.slice(0, 900).replace(/[.;]\s*$/u, '');
  const stop = Math.max(plain.lastIndexOf('. '), plain.lastIndexOf('; '));
  if (
    !strict &&
    stop > 6 &&
    isOutside(text, stop) &&
    !/(?:(?:phiên|phần|bài|chuyên đề|tham luận|báo cáo|số|nhóm)\s\d{1,2}|(?<!\p{L})(?:BSCKI{1,2}|BS|ThS|TS|PGS|GS|KS|DS|LS|CN))$/iu.test(
      text.slice(0, stop),
    )
  ) {
    const who = within(p, stop + 1);
    if (/^\p{Lu}/u.test(who.text) && isBarePerson(who.text))
      return { title: trimmed(within(p, 0, stop)), presenter: tidyPresenter(who), form: 'stop' };
  }
  const colon = text.lastIndexOf(': ');
  if (!strict && colon > 2 && isOutside(text, colon)) {
    const who = within(p, colon + 1);
    const named =
      isAddressed(who.text) ||
      /^(?:(?:đại diện|lãnh đạo|thường trực|Trưởng|Phó|Chủ tịch|Bí thư|Giám đốc|Hiệu trưởng|Chánh)\s|MC$)/u.test(
        who.text,
      ) ||
      (isOffice(who.text) && hasAction(text.slice(0, colon)));
    if (named && isBarePerson(who.text))
      return { title: trimmed(within(p, 0, colon)), presenter: tidyPresenter(who), form: 'colon' };
    // an office behind a colon may be part of the words; the rest of the list tells
    if (isOffice(who.text) && isBarePerson(who.text)) return { title: trimmed(p), presenter: null, form: 'colon' };
  }
  const glued =
    /(?<!(?:của|(?<!lý |lí )do|với|và|cho|là|mời|các|về|tới|đến|bởi|:|,|-|–|\()\s{0,3})\s(?=(?:Đồng chí|Đ\s?\/\s?c|Ông|Bà|Thầy|Cô|Em|Anh|Chị|TS\.|ThS\.|BS\.|PGS|GS|(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|tướng))\s*\p{Lu})/u.exec(
      text.slice(0, 900),
    );
  if (glued !== null && glued.index > 5 && isOutside(text, glued.index)) {
    const who = within(p, glued.index);
    if (!hasAction(who.text))
      return { title: trimmed(within(p, 0, glued.index)), presenter: tidyPresenter(who), form: 'glued' };
  }
  return { title: trimmed(p), presenter: null, form: null };
}

/**
 * Parts a title in the way that most of its list are parted, where the words themselves do not say that they are
 * somebody's name: "… (Khung tập)".
 */
export function partAlike(p: Piece, form: PartForm): TitleParts {
  const whole: TitleParts = { title: trimmed(p), presenter: null, form: null };
  if (form === 'glued') return partGlued(p) ?? whole;
  const text = p.text.slice(0, 1200);
  const cut =
    form === 'bracket'
      ? /\s?\((?=[^()]{2,120}\)\s*[.;,]?$)/u.exec(text)
      : form === 'dash'
        ? /\s[-–—]\s(?=[^–—]{2,100}$)(?!.*\s[-–—]\s)/u.exec(text)
        : form === 'colon'
          ? /:\s(?=[^:]{2,100}$)/u.exec(text)
          : /[.;]\s(?=[^.;]{2,100}[.;]?$)/u.exec(text);
  if (cut === null || cut.index < 3 || !isOutside(text, cut.index)) return whole;
  const who = within(p, cut.index + cut[0].length, text.replace(/[).;,\s]+$/u, '').length);
  if (!/^[\p{Lu}\d]/u.test(who.text) || hasAction(who.text) || /\d\s?(?:phút|['’]|h|giờ|%)|\d{4}/u.test(who.text))
    return whole;
  return { title: trimmed(within(p, 0, cut.index)), presenter: tidyPresenter(who), form };
}

/** Parts "Đón tiếp đại biểu Văn phòng Đảng ủy" before the name; null where none stands at the end. */
export function partGlued(p: Piece): TitleParts | null {
  for (const m of p.text
    .slice(0, 900)
    .matchAll(/(?<=[\p{Ll}\d)”"])\s(?=\p{Lu})|(?<=\s\p{Lu}{2,12})\s(?=\p{Lu}\p{Ll})/gu)) {
    const before = p.text.slice(0, m.index);
    // not inside a name, nor behind a word that takes one
    if (m.index < 3 || /(?:^|\s)\p{Lu}\p{Ll}*$/u.test(before)) continue;
    if (/(?:^|\s)(?:của(?:\s\S+){0,3}|do|với|và|cho|là|mời|các|về|tới|đến|bởi|tại|từ|ở|theo|bầu|cử)$/iu.test(before))
      continue;
    const who = within(p, m.index);
    if (isOutside(p.text, m.index) && isBarePerson(who.text))
      return { title: trimmed(within(p, 0, m.index)), presenter: tidyPresenter(who), form: null };
  }
  return null;
}

/** The way a list parts its words from the names: that of most items that could be parted so; null for none. */
export function formOf(items: readonly { readonly said: Piece; readonly form: PartForm | null }[]): PartForm | null {
  for (const form of ['bracket', 'dash', 'stop', 'glued', 'colon'] as const) {
    const n = items.filter((t) => t.form === form).length;
    const could = form === 'glued' ? items.length : items.filter((t) => SHAPES[form].test(t.said.text)).length;
    if (n >= 3 && n * 2 >= could) return form;
  }
  return null;
}

const SHAPES: Readonly<Record<Exclude<PartForm, 'glued'>, RegExp>> = {
  bracket: /\([^()]*\)\s*[.;,]?$/u,
  dash: /\s[-–—]\s/u,
  stop: /[.;]\s\p{Lu}/u,
  colon: /:\s/u,
};

/** No quote or bracket is open at a place. */
function isOutside(text: string, at: number): boolean {
  let depth = 0;
  let straight = 0;
  for (let i = 0; i < at; i++) {
    const c = text.charAt(i);
    if (c === '“' || c === '(' || c === '«') depth++;
    else if (c === '”' || c === ')' || c === '»') depth--;
    else if (c === '"') straight++;
  }
  return depth <= 0 && straight % 2 === 0;
}

/** A title without list number, bullet and final stop. */
export function trimmed(p: Piece): Piece {
  let from = listMark(p.text);
  while (/[\s:.,;–—-]/u.test(p.text.charAt(from)) && from < p.text.length) from++;
  let to = p.text.length;
  while (to > from && /[\s.;:,–—|-]/u.test(p.text.charAt(to - 1))) {
    if (p.text.charAt(to - 1) === '.' && p.text.charAt(to - 2) === '.') break;
    to--;
  }
  const kept = within(p, from, to);
  const tail = /,?\s+(?:gồm|bao gồm|như sau|cụ thể|gồm có)$/u.exec(kept.text);
  return tail === null || tail.index < 3 ? kept : within(kept, 0, tail.index);
}

/** Who does it, without marks around; null for a dash or dots in the cell. */
export function tidyPresenter(p: Piece): Piece | null {
  let from = 0;
  while (from < p.text.length && /[\s:.,;–—+•*-]/u.test(p.text.charAt(from))) from++;
  let to = p.text.length;
  while (to > from && /[\s.;:,–—|-]/u.test(p.text.charAt(to - 1))) to--;
  const who = within(p, from, to);
  return /\p{L}/u.test(who.text) ? who : null;
}

/** The items of one cell: a line with a bullet or a number begins one; null where it is a single text. */
export function listOf(
  p: Piece,
): { readonly heading: readonly Piece[]; readonly items: readonly (readonly Piece[])[] } | null {
  const lines = broken(p).flatMap(inlineList);
  const marked = lines.filter((l) => listMark(l.text) > 0).length;
  if (
    marked >= 2 ||
    (marked === 1 && lines.length > 1 && listMark(lines[0]?.text ?? '') === 0 && /:$/u.test(lines[0]?.text ?? ''))
  ) {
    const heading: Piece[] = [];
    const items: Piece[][] = [];
    for (const line of lines) {
      if (listMark(line.text) > 0) items.push([line]);
      else (items[items.length - 1] ?? heading).push(line);
    }
    return { heading, items };
  }
  if (lines.length >= 2 && marked === 0) {
    const whole =
      lines.slice(0, -1).every((l) => /[.;]$/u.test(l.text)) &&
      lines.every((l) => /^\p{Lu}/u.test(l.text) && !isPerson(l.text));
    if (whole) return { heading: [], items: lines.map((l) => [l]) };
    // each line begins with what is done, and none breaks off
    const acts = lines.every(
      (l, k) => /^\p{Lu}/u.test(l.text) && beginsAction(l.text) && (k === lines.length - 1 || !isCut(l.text)),
    );
    if (acts) return { heading: [], items: lines.map((l) => [l]) };
  }
  return null;
}

/** "- Chào cờ; - Tuyên bố lý do" in one line. */
function inlineList(p: Piece): readonly Piece[] {
  const first = /^([-–+•])\s/u.exec(p.text);
  const numbered = /^1[.)]\s/.test(p.text);
  if (first === null && !numbered) return [p];
  const cut = first === null ? /[.;,]?\s(?=\d{1,2}[.)]\s\p{Lu})/gu : /(?:[;.,]\s?|\s)(?=[-–+•]\s\p{Lu})/gu;
  const parts: Piece[] = [];
  let from = 0;
  for (const m of p.text.matchAll(cut)) {
    if (first !== null && p.text.charAt(m.index + m[0].length) !== first[1]) continue;
    if (
      !/[;.,]/.test(m[0]) &&
      first !== null &&
      parts.length === 0 &&
      !/\s[-–+•]\s.*[;.,]\s?[-–+•]\s/u.test(p.text.slice(0, 600))
    )
      continue;
    parts.push(within(p, from, m.index));
    from = m.index + m[0].length;
  }
  parts.push(within(p, from));
  return parts;
}
