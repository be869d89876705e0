/** The list with one of its members before another one; null is the end. */
export function movedBefore<T>(list: readonly T[], i: number, before: number | null): readonly T[] {
  const moved = list.slice(i, i + 1);
  if (before === i || moved.length === 0) return list;
  const at = before ?? list.length;
  const rest = (from: number, to: number): readonly T[] => list.slice(from, to).filter((_, k) => from + k !== i);
  return [...rest(0, at), ...moved, ...rest(at, list.length)];
}
