import type { OfficialForm } from '../../shared/domain/reports/official-form';
import type { Line, Measured } from './paginate';

const PX_PER_MM = 96 / 25.4;
/** A sheet is filled to this much below its room: letters on paper may come out a hair wider than on the screen. */
const SLACK_MM = 2;

/** What a sheet holds between its margins, in pixels. */
export function roomOf(form: OfficialForm): number {
  return (form.page.height - form.margin.top - form.margin.bottom - SLACK_MM) * PX_PER_MM;
}

/**
 * The heights of the endless sheet, in pixels. Each line is as high as the way to the next one, so borders that two
 * lines share are counted once.
 * @throws Error when a part is missing
 */
export function measure(root: ParentNode): Measured {
  const part = (name: string): DOMRect => {
    const found = root.querySelector(`[data-part="${name}"]`);
    if (found === null) throw new Error(`the paper has no ${name}`);
    return found.getBoundingClientRect();
  };
  const [head, header, tail] = [part('head'), part('header'), part('tail')];
  let unit = -1;
  const lines = [...root.querySelectorAll<HTMLElement>('[data-line]')].map((element): Line => {
    const kind = element.dataset.line === 'band' ? 'band' : 'row';
    if (kind === 'band') unit++;
    return { kind, unit, height: element.getBoundingClientRect().height };
  });
  // margins belong to what they set apart: from the top of the head to the table, from the table to the end
  const tableEnd = root.querySelector('table')?.getBoundingClientRect().bottom ?? header.bottom;
  return { head: header.top - head.top, header: header.height, lines, tail: tail.bottom - tableEnd };
}
