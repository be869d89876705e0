import * as z from 'zod';
import type { EventPlan, Segment, SegmentId } from '../domain/agenda/agenda';
import type { Delegate, DelegateId } from '../domain/attendance/attendance';
import { DAY, type IsoDay, isIsoDay, type TimeOfDay } from '../time/time';

/** The shapes of a plan and a roster wherever they come from outside: a window, a file, the assets. */
const text = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .transform((s) => s.normalize('NFC'));
const maybeText = z
  .string()
  .trim()
  .max(2000)
  .transform((s) => s.normalize('NFC'));
const id = z.string().min(1).max(100);

export const dayShape = z.string().transform((s, ctx): IsoDay => {
  if (isIsoDay(s)) return s;
  ctx.addIssue({ code: 'custom', message: `not a day: ${s}` });
  return z.NEVER;
});
export const timeShape = z
  .number()
  .int()
  .min(0)
  .max(2 * DAY)
  .transform((n) => n as TimeOfDay);
export const segmentIdShape = id.transform((s) => s as SegmentId);

export const segmentShape: z.ZodType<Segment> = z.strictObject({
  id: segmentIdShape,
  day: dayShape,
  session: z.enum(['morning', 'afternoon', 'evening']),
  start: timeShape.nullable(),
  end: timeShape.nullable(),
  block: z.tuple([timeShape, timeShape.nullable()]).nullable(),
  title: text,
  presenter: text.nullable(),
  kind: z.enum(['reception', 'opening', 'talk', 'break', 'speech', 'closing', 'discussion', 'other']),
  origin: z.enum(['central', 'local']),
  confidential: z.boolean(),
  note: text.exactOptional(),
});

export const deadlineShape = z.strictObject({ id, day: dayShape, time: timeShape, what: text });
export const bannerShape = z.array(text).max(12);

/** How many segments an event may have: a programme of four full days has fewer than a hundred. */
const MOST_SEGMENTS = 500;
export const segmentsShape = z
  .array(segmentShape)
  .max(MOST_SEGMENTS)
  .refine((list) => distinct(list.map((s) => s.id)), { message: 'two segments share an id' });

export const factsShape = {
  name: text,
  organiser: maybeText,
  place: maybeText,
  days: z.array(dayShape).min(1).max(31),
  endsAt: timeShape.nullable(),
};
export const delegateCountShape = z.number().int().min(0).max(10_000_000);

export const planShape: z.ZodType<EventPlan> = z.strictObject({
  id,
  ...factsShape,
  expectedDelegates: delegateCountShape.exactOptional(),
  banner: bannerShape,
  segments: segmentsShape,
  deadlines: z.array(deadlineShape).max(200),
});

export const rosterShape: z.ZodType<readonly Delegate[]> = z
  .array(
    z.strictObject({
      id: id.transform((s) => s as DelegateId),
      order: z.number().int().min(1),
      name: text,
      position: maybeText,
      unit: maybeText,
      badges: z.array(z.string().trim().min(1).max(200)).max(20),
    }),
  )
  .max(20_000)
  .refine((r) => distinct(r.map((d) => d.id)), { message: 'two delegates share an id' })
  .refine((r) => distinct(r.flatMap((d) => d.badges)), { message: 'two delegates share a badge' });

function distinct(list: readonly string[]): boolean {
  return new Set(list).size === list.length;
}
