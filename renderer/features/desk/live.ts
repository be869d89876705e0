import { useRef } from 'react';
import { type Mirror, useMirror } from '../../store/hall-store';

/**
 * Like `useMirror`, for a part of `live`: `live` comes whole over the bridge, so each of its objects is a new one
 * even when nothing in it changed. This gives the old object back while the new one says the same.
 */
export function useSame<T>(pick: (m: Mirror) => T): T {
  const last = useRef<{ value: T; text: string } | null>(null);
  return useMirror((m) => {
    const value = pick(m);
    if (last.current !== null && Object.is(last.current.value, value)) return value;
    const text = JSON.stringify(value);
    if (last.current !== null && last.current.text === text) return last.current.value;
    last.current = { value, text };
    return value;
  });
}
