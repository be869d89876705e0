/** A stretch of a text, and whether the other text has it not. */
export interface Stretch {
  readonly text: string;
  readonly changed: boolean;
}

/** Longer texts are compared as wholes: nobody looks for one word in them. */
const MOST_WORDS = 300;

/** Two versions of a text, the words that only one of them has marked; each gives its text when put together. */
export function wordChanges(before: string, after: string): readonly [readonly Stretch[], readonly Stretch[]] {
  if (before === after) return [whole(before, false), whole(after, false)];
  const [a, b] = [words(before), words(after)];
  if (a.length === 0 || b.length === 0 || a.length > MOST_WORDS || b.length > MOST_WORDS)
    return [whole(before, true), whole(after, true)];
  const common = shared(a, b);
  return [stretches(a, common[0]), stretches(b, common[1])];
}

const whole = (text: string, changed: boolean): readonly Stretch[] => (text === '' ? [] : [{ text, changed }]);

/** Words with the blanks behind them. */
const words = (text: string): readonly string[] => text.match(/\s*\S+\s*/gu) ?? [];

/** Which words of each belong to the longest sequence that both have. */
function shared(a: readonly string[], b: readonly string[]): readonly [ReadonlySet<number>, ReadonlySet<number>] {
  const same = (i: number, j: number): boolean => a[i]?.trim() === b[j]?.trim();
  const width = b.length + 1;
  // the length of the longest one from here on, row by row from the end
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = same(i, j)
        ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const inA = new Set<number>();
  const inB = new Set<number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (same(i, j)) {
      inA.add(i++);
      inB.add(j++);
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return [inA, inB];
}

function stretches(all: readonly string[], common: ReadonlySet<number>): readonly Stretch[] {
  const list: Stretch[] = [];
  for (const [i, text] of all.entries()) {
    const changed = !common.has(i);
    const last = list.at(-1);
    if (last !== undefined && last.changed === changed) list[list.length - 1] = { text: last.text + text, changed };
    else list.push({ text, changed });
  }
  return list;
}
