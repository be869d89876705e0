/** A line, and what its row is called as long as it is on the screen. */
export interface KeyedLine {
  readonly line: string;
  readonly key: string;
}

/**
 * Names for lines that have none: one that moved is known by its text, one that was changed by its place. Lines that
 * look the same keep their order.
 * @param before what the last call gave; empty at first
 */
export function keysOf(lines: readonly string[], before: readonly KeyedLine[]): readonly KeyedLine[] {
  const free = new Set(before);
  const take = (found: KeyedLine | undefined): string | null => {
    if (found === undefined || !free.delete(found)) return null;
    return found.key;
  };
  const keys = lines.map((line, i) => (before[i]?.line === line ? take(before[i]) : null));
  const pass = (find: (line: string, i: number) => KeyedLine | undefined): void =>
    lines.forEach((line, i) => {
      keys[i] ??= take(find(line, i));
    });
  pass((line) => [...free].find((k) => k.line === line));
  pass((_, i) => before[i]);
  let fresh = before.reduce((most, { key }) => Math.max(most, Number(key)), 0);
  return lines.map((line, i) => ({ line, key: keys[i] ?? String(++fresh) }));
}
