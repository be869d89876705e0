import { isCut } from './assembly';
import { isNumberedHeading, isUpper, type Line, listMark, lower, piece, startsLower } from './lines';
import { timesIn } from './times';

/**
 * The lines as sentences need them: what a narrow page broke is one line again, also over the number of a page. Its
 * text is as long as the stretch of the document it stands for, so places in it stay right. `names` says that a long
 * line may go on with a name; in a list the name on the next line is somebody's who does the item.
 */
export function paragraphsOf(
  text: string,
  lines: readonly Line[],
  free: (line: Line) => boolean,
  names: boolean,
): readonly Line[] {
  const made: Line[] = [];
  let run: Line[] = [];
  const close = (): void => {
    const first = run[0];
    const last = run[run.length - 1];
    if (first === undefined || last === undefined) return;
    if (run.length === 1) made.push(first);
    else {
      const whole = piece(text, first.from, last.to);
      let flat = whole.text.replace(/\n/gu, ' ');
      for (const line of run)
        if (isPageNumber(line)) {
          const at = line.from - whole.from;
          flat = flat.slice(0, at) + ' '.repeat(line.to - line.from) + flat.slice(at + line.to - line.from);
        }
      made.push({ ...whole, text: flat, raw: flat, rawFrom: whole.from, gap: first.gap });
    }
    run = [];
  };
  lines.forEach((line, k) => {
    const last = run[run.length - 1];
    const first = run[0];
    if (last !== undefined && first !== undefined && line.from - first.from < 6000 && free(line) && free(last)) {
      const next = lines[k + 1];
      const over =
        isPageNumber(line) && next !== undefined && startsLower(next.text) && goesOn(last, next, names, true);
      const behind = isPageNumber(last) && run.length > 1 && startsLower(line.text);
      if (over || behind || goesOn(last, line, names, false)) {
        run.push(line);
        return;
      }
    }
    close();
    run.push(line);
  });
  close();
  return made;
}

const PARTED = /\t|\||\S\s{3,}\S/u;
const LABEL = /^[\p{L}\s,]{2,40}:/u;

/** A number alone, with blank lines around it or at least before it. */
const isPageNumber = (line: Line): boolean => line.gap > 0 && /^[-–—]?\s?\d{1,3}\s?[-–—]?$/u.test(line.text);

function goesOn(prior: Line, line: Line, names: boolean, apart: boolean): boolean {
  if ((line.gap > 0 && !apart) || prior.text.length < 36) return false;
  if (PARTED.test(prior.raw.trim()) || PARTED.test(line.raw.trim())) return false;
  if (
    /[.:!?]["”)]?$/u.test(prior.text) ||
    (/;$/u.test(prior.text) && !startsLower(line.text)) ||
    listMark(line.text) > 0 ||
    isNumberedHeading(line.text)
  )
    return false;
  // a line that begins with a time begins something, whatever stood before
  if (!names && (timesIn(line.text.slice(0, 24))[0]?.from ?? 99) <= 3) return false;
  if (startsLower(line.text) || isCut(prior.text)) return true;
  if (!names) return false;
  const open = /(?:^|\s)(?:ngày|lúc|trước|vào|từ|đến|thứ|tháng|năm|tại|số|đồng chí)$/u.test(lower(prior.text));
  if (open && /^[\p{Lu}\d]/u.test(line.text)) return true;
  if (isUpper(prior.text) || /^(?:ngày|thứ|sáng|chiều|tối|chủ nhật|tại|địa điểm)\s/iu.test(line.text)) return false;
  return (
    prior.text.length >= 70 &&
    /^\p{Lu}/u.test(line.text) &&
    !LABEL.test(line.text) &&
    line.text !== line.text.toUpperCase()
  );
}
