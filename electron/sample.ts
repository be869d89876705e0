import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import { planShape, rosterShape } from '../shared/contract/shapes';
import { type EventPlan, shiftPlan } from '../shared/domain/agenda/agenda';
import type { Delegate } from '../shared/domain/attendance/attendance';
import {
  type Duration,
  dayOf,
  MINUTE,
  SECOND,
  type TimeOfDay,
  timeOfDayOf,
  type WallInstant,
} from '../shared/time/time';
import { messageOf } from './error-message';

/** The event that the app opens with, so that every part can be tried before the first real plan arrives. */
export interface Sample {
  readonly plan: EventPlan;
  readonly delegates: readonly Delegate[];
}

/**
 * Reads the sample event and its roster from the app's assets.
 * @throws Error when a file is missing or is not what it should be; the message names the file.
 */
export async function loadSample(assetsDir: string): Promise<Sample> {
  const [plan, delegates] = await Promise.all([
    parsed(join(assetsDir, 'sample', 'event.json'), planShape),
    parsed(join(assetsDir, 'sample', 'roster.json'), rosterShape),
  ]);
  return { plan, delegates: delegates.toSorted((a, b) => a.order - b.order) };
}

async function parsed<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new Error(`sample file ${path}: ${messageOf(error)}`);
  }
}

/** Time enough to sit down after choosing "start in a minute". */
const LEAST_NOTICE = (30 * SECOND) as Duration;

/**
 * The event moved so that its first segment starts at the next whole minute which is at least 30 s away. Shortly
 * before midnight that minute may belong to tomorrow, and so does the event then.
 */
export function shiftToNow(plan: EventPlan, wallNow: WallInstant): EventPlan {
  const target = (Math.ceil((wallNow + LEAST_NOTICE) / MINUTE) * MINUTE) as WallInstant;
  const first = plan.segments.find((s) => s.start !== null && s.day === plan.days[0])?.start ?? (0 as TimeOfDay);
  return shiftPlan(plan, dayOf(target), (timeOfDayOf(target) - first) as Duration);
}
