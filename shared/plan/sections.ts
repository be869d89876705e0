import { isNumberedHeading, type Line, lower } from './lines';
import { timesIn } from './times';
import { namesAgenda, namesDuties } from './vocabulary';

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
