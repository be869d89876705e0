import { datesIn } from './dates';
import {
  broken,
  isNumberedHeading,
  isUpper,
  type Line,
  listMark,
  lower,
  type Piece,
  piece,
  startsLower,
  within,
} from './lines';
import { timesIn } from './times';

export interface Banner {
  readonly lines: readonly Piece[];
  readonly from: number;
  readonly to: number;
}

/** What a banner is called. Scanned and typed in a hurry, "ma-két" is written in many ways. */
const NOUN =
  /ma\s?-?\s?k[eéếêẹẻ]t|makét|maket|market|mar-?két|phông|phong(?=\s+(?:hội|chính|chữ|nền|sân))|backdrop|băng[\s-]?rôn chính|trang trí(?=\s*(?:[:(]|hội trường|khánh tiết|sân khấu|phông|lễ đài|khán đài|sân lễ))|nội dung trang trí|tiêu đề (?:hội nghị|phông)|khánh tiết|pa[\s-]?nô|băng[\s-]?rôn|dòng chữ chính/u;
const LABEL = new RegExp(
  `^(?:(?:về\\s+)?(?:nội dung|mẫu|chữ|dòng chữ|tiêu đề)\\s+(?:trên\\s+|của\\s+)?)?(?:trang trí\\s+)?(?:${NOUN.source})`,
  'u',
);
const STOP =
  /^(?:khẩu hiệu|slogan|băng[\s-]?rôn|thành phần|đại biểu|địa điểm|thời gian|trang phục|lưu ý|ghi chú|nơi nhận|yêu cầu|kinh phí|tài liệu|phía dưới|chương trình|số lượng)(?!\p{L}.*\p{Lu}{4})/u;
/** Who signs stands in capitals, too. */
const SIGNED =
  /^(?:TM\.?|T\/M|KT\.?|TL\.?|TUQ\.?|Q\.)\s|^(?:PHÓ\s)?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|TRƯỞNG BAN|TRƯỞNG PHÒNG|HIỆU TRƯỞNG|CHÁNH VĂN PHÒNG|CHỈ HUY TRƯỞNG|VIỆN TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|TRẠM TRƯỞNG|TRƯỞNG ĐOÀN|TỔNG BIÊN TẬP|CHÍNH ỦY|TRUNG ĐOÀN TRƯỞNG|NGƯỜI LẬP)(?:\s|$)|^(?:NƠI NHẬN|KÍNH GỬI)/u;
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '‘': '’', "'": "'" };

/** The main banner: its lines, after a label that announces it. */
export function findBanner(text: string, lines: readonly Line[]): Banner | null {
  let best: Banner | null = null;
  let bestMinor = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) continue;
    const at = labelEnd(line) ?? inlineEnd(line, lines[i - 1]);
    if (at === null) continue;
    const banner = bannerFrom(text, lines, i, at) ?? bannerBelow(text, lines, i);
    if (banner === null) continue;
    // ribbons hang beside the banner and stand in for it where there is none
    const minor = /^[^"“:]{0,40}băng[\s-]?rôn/iu.test(line.text);
    if (
      best === null ||
      (bestMinor && !minor) ||
      (bestMinor === minor && banner.lines.length > best.lines.length * 2)
    ) {
      best = banner;
      bestMinor = minor;
    }
  }
  return best;
}

/** "Thống nhất nội dung trên phông như sau:": the noun further on in a short line that ends as a label does. */
function within60(body: string): RegExpExecArray | null {
  const m = WITHIN.exec(body);
  if (m === null || /phông phụ|không dùng|do văn phòng/u.test(body.slice(0, 120))) return null;
  return /^[^"“«.;:]{0,60}(?:\([^()]{0,120}\))?\s*(?::|(?=["“«]))/u.test(body.slice(m[0].length)) ? m : null;
}

/** Where what follows the label begins, in units of the line; null where the line is no label. */
function labelEnd(line: Line): number | null {
  const mark =
    listMark(line.text.slice(0, 60)) ||
    (/^(?:[IVX]{1,4}\s?[.):-]|điều\s\d{1,2}[.:])\s*/iu.exec(line.text)?.[0].length ?? 0);
  const body = lower(line.text.slice(mark, mark + 260)).replace(/\t/gu, ' ');
  const m = LABEL.exec(body) ?? within60(body);
  if (!m) return null;
  const rest = line.text.slice(mark + m[0].length, mark + 260);
  // brackets say colours and sizes; the label ends behind them
  const close = /^[^:"“«(]{0,60}(?:\([^()]{0,120}\))?[^:"“«]{0,60}?(?::|\t|(?=["“«]))/u.exec(rest);
  if (close !== null) return mark + m[0].length + close[0].length;
  return line.text.length - mark < 120 && !/[.;]$/u.test(line.text) ? line.text.length : null;
}

function bannerFrom(text: string, lines: readonly Line[], i: number, at: number): Banner | null {
  const line = lines[i];
  if (line === undefined) return null;
  const opening = within(line, quoteBehind(line.text, at));
  const bracket = /^\([^()]{0,160}\)\s*:?\s*/u.exec(opening.text);
  const first = bracket === null ? opening : within(opening, bracket[0].length);
  // "phông chính hội trường" says which, and the lines follow
  const next = lines[i + 1];
  if (
    first.text !== '' &&
    next !== undefined &&
    !isUpper(first.text) &&
    isUpper(next.text) &&
    first.text.length < 70 &&
    !/[.;,"“/]/u.test(first.text)
  )
    return bannerFrom(text, lines, i, line.text.length);
  // "phông nền đỏ, chữ vàng:" says how, and the lines follow
  if (/:$/u.test(first.text) && !isUpper(first.text) && first.text.length < 90)
    return bannerFrom(text, lines, i, line.text.length);
  const quoted = quotedFrom(text, first.text === '' ? (lines[i + 1]?.from ?? line.to) : first.from);
  if (quoted !== null) {
    const parts = split(quoted);
    if (parts.length > 0) return { lines: parts, from: quoted.from, to: quoted.to };
  }
  const taken: Piece[] = [];
  if (first.text !== '') {
    const shown = first.text.replace(/\((?:dòng|hàng|chữ|nền|màu|cỡ)[^()]*\)/giu, ' ');
    if (
      !isUpper(shown.split(/[.;]\s/u)[0]?.replace(/ngày\s*[\d.…_].*$/iu, '') ?? '') &&
      !/\s\/{1,2}\s/u.test(first.text)
    )
      return null;
    const stop = first.text.search(/[.;](?:\s+\p{Lu}\p{Ll}|\s*$)/u);
    const parts = split(within(first, 0, stop < 0 ? first.text.length : stop));
    taken.push(...parts);
    // parted by strokes it is whole in its line
    const end = parts[parts.length - 1];
    if (
      (parts.length > 1 || (stop >= 0 && stop < first.text.length - 2)) &&
      end !== undefined &&
      !/\/\s*$/u.test(first.text)
    )
      return { lines: parts, from: parts[0]?.from ?? line.from, to: end.to };
  }
  for (let k = i + 1; k < lines.length && taken.length < 12; k++) {
    const next = lines[k];
    if (next === undefined || next.text.length > 240 || next.gap > 2) break;
    const body = unlabelled(next);
    // a stroke between the lines
    if (/^[-–—=_*~•.]{3,}$/u.test(next.text)) continue;
    if (taken.length > 0 && next.gap === 0 && /^\([\d\s–—/.-]{4,}\)$/u.test(body.text)) {
      taken.push(body);
      continue;
    }
    if (isNumberedHeading(next.text) && !/^\d{1,2}\s?[-/]\s?\d/u.test(next.text)) break;
    const named = isUpper(body.text) && /^(?:chương trình|đại biểu)\s[^:]*$/u.test(lower(body.text));
    if ((STOP.test(lower(body.text)) && !named) || (next.gap > 0 && taken.length > 0 && isSigned(lines, k))) break;
    const banner = isUpper(body.text) || isPlaceDate(body.text);
    if (!banner) {
      const following = lines[k + 1];
      const between =
        taken.length > 0 && following !== undefined && following.gap <= next.gap && body.from === next.from;
      const small = body.text.length < 80 && (!/[.;:]$/u.test(body.text) || /(?:\.{3,}|…+)$/u.test(body.text));
      if (!between || !small || !(isUpper(following.text) || isPlaceDate(following.text))) break;
      if (isNumberedHeading(following.text)) break;
    }
    if (/\t|\|/u.test(next.raw) && timesIn(next.text).length > 0) break;
    taken.push(...broken(body).flatMap(split));
    if (isPlaceDate(body.text) && !/^\(.*\)$/u.test(body.text)) {
      // the date closes a banner; the years in brackets do not
      break;
    }
  }
  const last = taken[taken.length - 1];
  return taken.length === 0 || last === undefined
    ? null
    : { lines: taken, from: taken[0]?.from ?? line.from, to: last.to };
}

/**
 * A banner that is announced further on in a line: quoted ("Phòng Hành chính: maket “…”"), in capitals behind a colon
 * ("… Phông: KỶ NIỆM 71 NĂM …"), or on the next lines ("…, nước uống, ma két theo mẫu:").
 */
function inlineEnd(line: Line, prior: Line | undefined): number | null {
  const text = line.text.slice(0, 2000);
  const quote = INLINE_QUOTE.exec(lower(text));
  if (quote !== null) {
    const at = quote.index + quote[0].length;
    const quoted = /^["“«]([^"”»]{8,400})/u.exec(text.slice(at));
    if (quoted !== null && isUpper((quoted[1] ?? '').replace(/ngày\s*[\d.…_].*$/iu, ''))) return at;
  }
  const colon = INLINE_COLON.exec(text);
  if (colon !== null && isUpper(text.slice(colon.index + colon[0].length).split(/[.;]/u)[0] ?? ''))
    return colon.index + colon[0].length;
  // the announcement itself may be broken over two lines
  const said = startsLower(text) && prior !== undefined ? `${prior.text} ${text}` : text;
  return LINE_END.test(lower(said.slice(-200))) ? line.text.length : null;
}

const WITHIN = new RegExp(`^[^:"“.;]{0,60}?(?:${NOUN.source})`, 'u');
const INLINE_QUOTE = new RegExp(`(?:${NOUN.source})[^"“«:;.]{0,60}:?\\s*(?=["“«])`, 'u');
const INLINE_COLON = new RegExp(`(?:^|[.;]\\s)(?:${NOUN.source})[^"“«:;.]{0,40}:\\s*(?=\\p{Lu}{2})`, 'iu');
const LINE_END = new RegExp(`(?:${NOUN.source}|trang trí hội trường|khánh tiết)[^.;:]{0,70}:$`, 'u');

/** A line on what stands in the corners may come between the label and the banner. */
function bannerBelow(text: string, lines: readonly Line[], i: number): Banner | null {
  const next = lines[i + 1];
  const after = lines[i + 2];
  if (next === undefined || after === undefined) return null;
  // "6.1. Tại điểm cầu Đảng ủy (nền đỏ, chữ vàng)" under "6. Ma két"
  if (
    isNumberedHeading(next.text) &&
    next.text.length < 120 &&
    isUpper(after.text) &&
    /điểm cầu|phông|nền|chữ|mẫu|hội trường|sân khấu|lễ đài/u.test(lower(next.text))
  )
    return bannerFrom(text, lines, i + 1, next.text.length);
  if (!/:\s*$/u.test(lines[i]?.text ?? '')) return null;
  if (
    !/^(?:góc|bên|phía|cờ|ảnh|tượng|nền|chữ|cỡ|kích thước|logo|biểu trưng)/u.test(lower(next.text)) ||
    !isUpper(after.text)
  )
    return null;
  return bannerFrom(text, lines, i + 1, next.text.length);
}

/** Who signs, or the place and day over it. */
function isSigned(lines: readonly Line[], k: number): boolean {
  const text = lines[k]?.text ?? '';
  if (SIGNED.test(text)) return true;
  return isPlaceDate(text) && SIGNED.test(lines[k + 1]?.text ?? '');
}

/** Colours and sizes may stand between the label and the quote. */
function quoteBehind(text: string, at: number): number {
  const quote = text.slice(at, at + 140).search(/["“«]/u);
  return quote > 0 && !isUpper(text.slice(at, at + quote)) ? at + quote : at;
}

/** A banner's line without "Dòng 1:", bullet and quotes. */
function unlabelled(p: Piece): Piece {
  const mark = listMark(p.text);
  const m = /^(?:dòng|hàng)\s+(?:\d|trên|dưới|giữa|thứ\s+\S+|cuối|đầu)[^:]{0,40}:\s*/iu.exec(p.text.slice(mark));
  // "20 - 6 - 2025" begins with a number that is no list mark
  const from = /^\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]/u.test(p.text) ? 0 : mark + (m?.[0].length ?? 0);
  let to = p.text.replace(/\s*\|\s*$/u, '').length;
  let start = from;
  if (/^["“«]/u.test(p.text.slice(start))) start++;
  if (/["”»][.;]?$/u.test(p.text)) to = p.text.search(/["”»][.;]?$/u);
  // what the line is painted with is not on it
  const painted = /\s*\((?:chữ|nền|màu|cỡ|phông|in|font)[^()]*\)\s*[.;]?$/iu.exec(p.text.slice(0, to));
  if (painted !== null && painted.index > start) to = painted.index;
  return within(p, start, Math.max(start, to));
}

/** "Hải Phòng, ngày ... tháng ... năm 2026", "20 - 6 - 2025". */
function isPlaceDate(text: string): boolean {
  if (text.length > 110) return false;
  if (/ngày[\s\d.…_]*tháng[\s\d.…_]*(?:năm)?/iu.test(text) && !/[.;]\s/u.test(text.replace(/\.{2,}/gu, '')))
    return true;
  if (/^[\p{L}\s.]{2,40},\s*tháng\s\d{1,2}\s*(?:\/|năm\s)\s*\d{4}$/iu.test(text)) return true;
  if (/(?:^|\s)(?:trước|gửi|nộp|báo cáo|chậm nhất|hoàn thành|đăng ký)(?!\p{L})/iu.test(text)) return false;
  const date = datesIn(text, 2000)[0];
  return date !== undefined && text.length < 60 && timesIn(text).length === 0;
}

/** The quoted text that begins here, its quotes taken off. */
function quotedFrom(text: string, from: number): Piece | null {
  const close = QUOTES[text.charAt(from)];
  if (close === undefined) return null;
  const open = text.charAt(from);
  const limit = Math.min(text.length, from + 1500);
  let depth = 1;
  for (let i = from + 1; i < limit; i++) {
    const c = text.charAt(i);
    if (c === close || (open === '“' && c === '"')) {
      depth--;
      // several quoted lines one behind another are one banner
      if (depth === 0) {
        const more = /^[\s,;/]*(?=["“«])/u.exec(text.slice(i + 1, i + 8));
        if (more !== null && more[0].length > 0 && text.charAt(i + 1 + more[0].length) === open) {
          const tail = quotedFrom(text, i + 1 + more[0].length);
          if (tail !== null) return piece(text, from + 1, tail.to);
        }
        return piece(text, from + 1, i);
      }
    } else if (c === open && open !== close) depth++;
  }
  return null;
}

function split(p: Piece): readonly Piece[] {
  const parts: Piece[] = [];
  let from = 0;
  for (const m of p.text.matchAll(
    /\s*\((?:dòng|hàng)\s\d\)\s*(?:[-–—;,/]\s*)?|\s*\/{2}\s*|\s+\/\s+|(?<=[\p{L}\d])\/\s+(?=\p{Lu})|[\n\u2028]+|["”»]\s*[,;/]?\s*["“«]|\s\|\s|<br>/gu,
  )) {
    parts.push(within(p, from, m.index));
    from = m.index + m[0].length;
  }
  parts.push(within(p, from));
  return parts.map(unlabelled).filter((x) => /[\p{L}\d]/u.test(x.text));
}
