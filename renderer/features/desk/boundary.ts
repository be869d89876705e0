import { type DependencyList, useEffect } from 'react';
import type { Instant } from '../../../shared/time/time';
import { hallNow, onBoundary } from '../../store/hall-time';

/**
 * Draws into the page at each change of a figure, without rendering: `draw` gets hall time at the true moment.
 * Starts anew when a dependency changes; waits while the page does not know the time yet.
 */
export function useBoundary(
  nextChange: (now: Instant) => Instant | null,
  draw: (at: Instant) => void,
  deps: DependencyList,
): void {
  useEffect(() => {
    let stop: (() => void) | null = null;
    let wait: ReturnType<typeof setTimeout> | undefined;
    const begin = (): void => {
      if (hallNow() === null) wait = setTimeout(begin, 20);
      else stop = onBoundary(nextChange, draw);
    };
    begin();
    return () => {
      clearTimeout(wait);
      stop?.();
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what its two functions read
  }, deps);
}
