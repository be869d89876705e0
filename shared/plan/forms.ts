import type { Assembly } from './assembly';
import { formOf, partAlike } from './titles';

/** Where most items of a list name who does them in one way, the others that are written so are read so. */
export function settleForms(a: Assembly): void {
  const form = formOf(a.forms);
  if (form === null) return;
  for (const { item, said } of a.forms) {
    // what later lines lengthened is left as it is
    if (item.presenter.length > 0 || item.title.length !== 1) continue;
    const parted = partAlike(said, form);
    if (parted.presenter === null) continue;
    item.title = [parted.title];
    item.presenter = [parted.presenter];
  }
}
