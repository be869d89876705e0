import { isNumberedHeading, type Line, listMark, lower } from './lines';
import { timesIn } from './times';
import { beginsAction, namesAgenda, namesDuties } from './vocabulary';

/** The headings a line stands under, the outermost first, in lower case. */
export type Section = readonly string[];

const LEVELS: readonly RegExp[] = [
  /^(?:[IVX]{1,5}\s?[.):/-]|[A-H]\.\s|(?:Phần|PHẦN|phần|Mục|MỤC|Điều|ĐIỀU)\s)/u,
  /^\d{1,2}\s?[.):/](?!\d)/u,
  /^\d{1,2}\.\d{1,2}(?:\.\d{1,2})*\.?/u,
  /^[a-hđ][.)]\s/u,
];

/** For every line the numbered headings over it. A numbered agenda item is no heading. */
export function sectionsOf(lines: readonly Line[]): readonly Section[] {
  let path: readonly { readonly level: number; readonly text: string }[] = [];
  let section: Section = [];
  return lines.map((line) => {
    if (line.text.length < 300 && isNumberedHeading(line.text)) {
      const level = LEVELS.findIndex((l) => l.test(line.text));
      const time = timesIn(line.text.slice(0, 60))[0];
      if (level >= 0 && (time === undefined || time.from > 8)) {
        path = [...path.filter((h) => h.level < level), { level, text: lower(line.text.slice(0, 120)) }];
        section = path.map((h) => h.text);
      }
    }
    return section;
  });
}

/** The innermost heading; empty where there is none. */
export const nearestOf = (section: Section): string => section[section.length - 1] ?? '';

/** Whether the headings say who has to prepare what, and the innermost one does not announce a programme. */
export const isDutySection = (section: Section): boolean =>
  section.some(namesDuties) && !namesAgenda(nearestOf(section));

/** "II. DIỄN BIẾN", "B. CHƯƠNG TRÌNH" */
export const isPartHeading = (text: string): boolean => text.length < 120 && /^(?:[IVX]{1,4}|[A-H])[.)]\s/u.test(text);

/** "PHẦN II. CHƯƠNG TRÌNH BUỔI LỄ": what comes is another list. */
export const beginsAgenda = (text: string): boolean =>
  text.length < 100 && /^(?:[IVX]{1,4}[.)]|[A-H][.)]\s|phần\s)/iu.test(text) && namesAgenda(text);

/** "5. Phân công phục vụ": times behind it are of those who prepare. */
export const beginsDuties = (text: string): boolean =>
  text.length < 140 &&
  isNumberedHeading(text) &&
  namesDuties(text) &&
  !namesAgenda(text) &&
  !beginsAction(text.slice(listMark(text))) &&
  !/\d\s?[hg:]\s?\d/iu.test(text);
