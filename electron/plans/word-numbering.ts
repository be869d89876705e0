import { readXml } from './xml';

interface Level {
  readonly start: number;
  readonly format: string;
  /** Such as `%1.%2.`. */
  readonly pattern: string;
  /** Whether the upper levels are told in figures whatever their own format is. */
  readonly legal: boolean;
  /** The upper level (from 1) at which it begins anew; 0 for never, null for every one. */
  readonly restart: number | null;
}
interface List {
  readonly levels: ReadonlyMap<number, Level>;
  /** Lists that are counted on together. */
  readonly counters: string;
  readonly startsAnew: ReadonlyMap<number, number>;
}

const FIRST: Level = { start: 1, format: 'decimal', pattern: '%1.', legal: false, restart: null };

/** The numbers and bullets that Word itself draws before paragraphs; they stand nowhere in the text of the file. */
export class WordNumbering {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** @param xml of word/numbering.xml; null where the document has no lists */
  constructor(xml: string | null) {
    this.#lists = xml === null ? new Map() : readLists(xml);
  }

  /**
   * What stands before the next paragraph of that list, counted on. Empty for an unknown list or a level without mark.
   * @param asked its level, from 0; a list has nine
   */
  next(listId: string, asked: number): string {
    const level = Math.min(8, Math.max(0, Math.trunc(asked) || 0));
    const list = this.#lists.get(listId);
    if (list === undefined) return '';
    const counts = this.#counts.get(list.counters) ?? [];
    this.#counts.set(list.counters, counts);
    const anew = list.startsAnew.get(level);
    const key = `${listId}/${level}`;
    const own = list.levels.get(level) ?? FIRST;
    const before = counts[level];
    const first = anew !== undefined && !this.#begun.has(key) ? anew : own.start;
    counts[level] = before === undefined || (anew !== undefined && !this.#begun.has(key)) ? first : before + 1;
    this.#begun.add(key);
    for (let lower = level + 1; lower < counts.length; lower++) {
      const restart = list.levels.get(lower)?.restart ?? null;
      if (restart === null || (restart > 0 && level < restart)) counts[lower] = undefined;
    }
    if (own.format === 'bullet') return '-';
    if (own.format === 'none') return '';
    return own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const upper = Number(digit) - 1;
      const { format, start } = list.levels.get(upper) ?? FIRST;
      return figure(counts[upper] ?? start, own.legal ? 'decimal' : format);
    });
  }
}

function readLists(xml: string): ReadonlyMap<string, List> {
  const abstracts = new Map<string, Map<number, Level>>();
  const styles = new Map<string, string>();
  const links = new Map<string, string>();
  const nums = new Map<string, { abstract: string; levels: Map<number, Level>; starts: Map<number, number> }>();
  let abstract: string | null = null;
  let num: string | null = null;
  let override = 0;
  let level: { at: number; value: { -readonly [K in keyof Level]: Level[K] } } | null = null;
  readXml(xml, {
    open: (name, attribute) => {
      const value = attribute('val') ?? '';
      switch (name) {
        case 'w:abstractNum':
          abstract = attribute('abstractNumId') ?? '';
          abstracts.set(abstract, new Map());
          break;
        case 'w:styleLink':
          if (abstract !== null) styles.set(value, abstract);
          break;
        case 'w:numStyleLink':
          if (abstract !== null) links.set(abstract, value);
          break;
        case 'w:num':
          num = attribute('numId') ?? '';
          nums.set(num, { abstract: '', levels: new Map(), starts: new Map() });
          break;
        case 'w:abstractNumId': {
          const own = num === null ? undefined : nums.get(num);
          if (own !== undefined) own.abstract = value;
          break;
        }
        case 'w:lvlOverride':
          override = levelOf(attribute('ilvl'));
          break;
        case 'w:startOverride':
          if (num !== null) nums.get(num)?.starts.set(override, countOf(value));
          break;
        case 'w:lvl':
          level = { at: levelOf(attribute('ilvl')), value: { ...FIRST, pattern: '' } };
          break;
        case 'w:start':
          if (level !== null) level.value.start = countOf(value);
          break;
        case 'w:numFmt':
          if (level !== null) level.value.format = value;
          break;
        case 'w:lvlText':
          if (level !== null) level.value.pattern = value;
          break;
        case 'w:lvlRestart':
          if (level !== null) level.value.restart = levelOf(value);
          break;
        case 'w:isLgl':
          if (level !== null) level.value.legal = value !== '0' && value !== 'false';
          break;
      }
    },
    close: (name) => {
      if (name === 'w:lvl' && level !== null) {
        if (num !== null) nums.get(num)?.levels.set(level.at, level.value);
        else if (abstract !== null) abstracts.get(abstract)?.set(level.at, level.value);
        level = null;
      } else if (name === 'w:abstractNum') abstract = null;
      else if (name === 'w:num') num = null;
    },
    text: () => undefined,
  });
  const lists = new Map<string, List>();
  for (const [id, own] of nums) {
    const linked = styles.get(links.get(own.abstract) ?? '') ?? own.abstract;
    const levels = new Map([...(abstracts.get(linked) ?? []), ...own.levels]);
    lists.set(id, { levels, counters: linked, startsAnew: own.starts });
  }
  return lists;
}

const levelOf = (text: string | null): number => Math.min(8, Math.max(0, Number.parseInt(text ?? '0', 10) || 0));
const countOf = (text: string): number => Math.min(1_000_000, Math.max(0, Number.parseInt(text, 10) || 0));

function figure(count: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(count);
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'upperLetter':
      return letters(count);
    case 'lowerLetter':
      return letters(count).toLowerCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'bullet':
    case 'none':
      return '';
    default:
      return String(count);
  }
}

/** Word repeats the letter after Z: AA, BB. */
function letters(count: number): string {
  if (count < 1) return '';
  return String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.min(10, Math.floor((count - 1) / 26) + 1));
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let left = count;
  let text = '';
  for (const [value, sign] of ROMAN) for (; left >= value; left -= value) text += sign;
  return text;
}
