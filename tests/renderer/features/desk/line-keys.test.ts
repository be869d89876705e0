import { expect, it } from 'vitest';
import { keysOf } from '../../../../renderer/features/desk/line-keys';
import { movedBefore } from '../../../../renderer/features/desk/moved-before';

const named = (...versions: (readonly string[])[]): readonly string[] =>
  versions.reduce<ReturnType<typeof keysOf>>((before, lines) => keysOf(lines, before), []).map((k) => k.key);

it('keeps the name of a line that moved, was changed, or lost a neighbour', () => {
  expect(named(['a', 'b', 'c'])).toEqual(['1', '2', '3']);
  expect(named(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['3', '1', '2']);
  expect(named(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual(['1', '2', '3']);
  expect(named(['a', 'b', 'c'], ['a', 'c'])).toEqual(['1', '3']);
});

it('gives every line a name of its own, also lines that look the same and new ones', () => {
  expect(named(['', '', ''], ['', '', '', ''])).toEqual(['1', '2', '3', '4']);
  expect(named(['a', 'b'], ['b', 'b', 'a'])).toEqual(['3', '2', '1']);
  expect(named(['a', 'b'], [], ['c'])).toEqual(['1']);
});

it('moves one of a list before another or to the end', () => {
  const list = ['a', 'b', 'c'];
  expect(movedBefore(list, 0, null)).toEqual(['b', 'c', 'a']);
  expect(movedBefore(list, 2, 0)).toEqual(['c', 'a', 'b']);
  expect(movedBefore(list, 0, 2)).toEqual(['b', 'a', 'c']);
  expect(movedBefore(list, 1, 1)).toEqual(list);
  expect(movedBefore(list, 7, 0)).toEqual(list);
});
