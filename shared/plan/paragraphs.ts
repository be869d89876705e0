import { isCut } from './assembly';
import { isNumberedHeading, type Line, listMark, lower, piece, startsLower } from './lines';

/**
 * The lines as sentences need them: what a narrow page broke is one line again. Its text is as long as the stretch of
 * the document it stands for, so places in it stay right.
 */
export function paragraphsOf(text: string, lines: readonly Line[], free: (line: Line) => boolean): readonly Line[] {
  const made: Line[] = [];
  let first: Line | null = null;
  let last: Line | null = null;
  const close = (): void => {
    if (first === null || last === null) return;
    if (first === last) made.push(first);
    else {
      const whole = piece(text, first.from, last.to);
      const flat = whole.text.replace(/\n/gu, ' ');
      made.push({ ...whole, text: flat, raw: flat, rawFrom: whole.from, gap: first.gap });
    }
  };
  for (const line of lines) {
    if (
      first !== null &&
      last !== null &&
      line.from - first.from < 6000 &&
      free(line) &&
      free(last) &&
      goesOn(last, line)
    ) {
      last = line;
      continue;
    }
    close();
    first = line;
    last = line;
  }
  close();
  return made;
}

const PARTED = /\t|\||\S\s{3,}\S/u;
const LABEL = /^[\p{L}\s,]{2,40}:/u;

function goesOn(prior: Line, line: Line): boolean {
  if (line.gap > 0 || prior.text.length < 36 || PARTED.test(prior.raw.trim()) || PARTED.test(line.raw.trim()))
    return false;
  if (/[.;:!?]["”)]?$/u.test(prior.text) || listMark(line.text) > 0 || isNumberedHeading(line.text)) return false;
  if (startsLower(line.text) || isCut(prior.text)) return true;
  const open = /(?:^|\s)(?:ngày|lúc|trước|vào|từ|đến|thứ|tháng|năm|tại|số|đồng chí)$/u.test(lower(prior.text));
  if (open && /^[\p{Lu}\d]/u.test(line.text)) return true;
  return (
    prior.text.length >= 70 &&
    /^\p{Lu}/u.test(line.text) &&
    !LABEL.test(line.text) &&
    line.text !== line.text.toLocaleUpperCase('vi')
  );
}
