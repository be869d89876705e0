import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type EventPlan, type SegmentId, shiftPlan } from '../shared/domain/agenda/agenda';
import type { Delegate, DelegateId } from '../shared/domain/attendance/attendance';
import {
  DAY,
  type Duration,
  dayOf,
  type IsoDay,
  isIsoDay,
  MINUTE,
  SECOND,
  type TimeOfDay,
  timeOfDayOf,
  type WallInstant,
} from '../shared/time/time';

/** The event that the app opens with, so that every part can be tried before the first real plan arrives. */
export interface Sample {
  readonly plan: EventPlan;
  readonly delegates: readonly Delegate[];
}

const text = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .transform((s) => s.normalize('NFC'));
const id = z.string().min(1).max(100);
const day = z.string().transform((s, ctx): IsoDay => {
  if (isIsoDay(s)) return s;
  ctx.addIssue({ code: 'custom', message: `not a day: ${s}` });
  return z.NEVER;
});
const time = z
  .number()
  .int()
  .min(0)
  .max(2 * DAY)
  .transform((n) => n as TimeOfDay);

const planFile = z
  .strictObject({
    id,
    name: text,
    organiser: text,
    place: text,
    days: z.array(day).min(1),
    endsAt: time.nullable(),
    banner: z.array(text).min(1),
    segments: z
      .array(
        z.strictObject({
          id: id.transform((s) => s as SegmentId),
          day,
          session: z.enum(['morning', 'afternoon', 'evening']),
          start: time.nullable(),
          end: time.nullable(),
          block: z.tuple([time, time.nullable()]).nullable(),
          title: text,
          presenter: text.nullable(),
          kind: z.enum(['reception', 'opening', 'talk', 'break', 'speech', 'closing', 'discussion', 'other']),
          origin: z.enum(['central', 'local']),
          confidential: z.boolean(),
        }),
      )
      .min(1),
    deadlines: z.array(z.strictObject({ id, day, time, what: text })),
  })
  .refine((p) => distinct(p.segments.map((s) => s.id)), { message: 'two segments share an id' });

const rosterFile = z
  .array(
    z.strictObject({
      id: id.transform((s) => s as DelegateId),
      order: z.number().int().min(1),
      name: text,
      position: text,
      unit: text,
      badges: z.array(z.string().trim().min(1).max(200)),
    }),
  )
  .refine((r) => distinct(r.map((d) => d.id)), { message: 'two delegates share an id' })
  .refine((r) => distinct(r.flatMap((d) => d.badges)), { message: 'two delegates share a badge' });

const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length;

/**
 * Reads the sample event and its roster from the app's assets.
 * @throws Error when a file is missing or is not what it should be; the message names the file.
 */
export async function loadSample(assetsDir: string): Promise<Sample> {
  const [plan, delegates] = await Promise.all([
    parsed(join(assetsDir, 'sample', 'event.json'), planFile),
    parsed(join(assetsDir, 'sample', 'roster.json'), rosterFile),
  ]);
  return { plan, delegates: delegates.toSorted((a, b) => a.order - b.order) };
}

async function parsed<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new Error(`sample file ${path}: ${error instanceof Error ? error.message : String(error)}`);
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
