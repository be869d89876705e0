import { dayOf, type IsoDay, instant, toWall } from '../../../shared/time/time';
import { mirror } from '../../store/hall-store';
import { hallNow } from '../../store/hall-time';

/** The day it is in the hall; before the hall has told its time, the day of this machine. */
export function hallToday(): IsoDay {
  const offset = mirror().state?.clock.wallOffset;
  const now = hallNow() ?? instant(Date.now());
  return dayOf(toWall(now, offset ?? (0 as NonNullable<typeof offset>)));
}
