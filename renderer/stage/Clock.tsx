import { useLayoutEffect, useRef } from 'react';
import { clockHms } from '../../shared/time/format';
import { type Duration, type Instant, toHall, toWall, wallInstant } from '../../shared/time/time';
import { onBoundary } from '../store/hall-time';

/** The next whole second of the wall clock, in hall time. */
export function nextWallSecond(from: Instant, wallOffset: Duration): Instant {
  return toHall(wallInstant((Math.floor(Math.round(toWall(from, wallOffset)) / 1000) + 1) * 1000), wallOffset);
}

/** The time of day, to the second. */
export function Clock({ wallOffset }: { readonly wallOffset: Duration }) {
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(
    () =>
      onBoundary(
        (from) => nextWallSecond(from, wallOffset),
        (at) => {
          if (ref.current !== null) ref.current.textContent = clockHms(wallInstant(Math.round(toWall(at, wallOffset))));
        },
      ),
    [wallOffset],
  );
  return <span ref={ref} className="clock" data-testid="stage-clock" />;
}
