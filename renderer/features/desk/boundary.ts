import { type DependencyList, useEffect } from 'react';
import type { Instant } from '../../../shared/time/time';
import { onBoundary } from '../../store/hall-time';

/**
 * Draws into the page at each change of a figure, without rendering: `draw` gets hall time at the true moment.
 * Starts anew when a dependency changes.
 */
export function useBoundary(
  nextChange: (from: Instant) => Instant | null,
  draw: (at: Instant) => void,
  deps: DependencyList,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what its two functions read
  useEffect(() => onBoundary(nextChange, draw), deps);
}
