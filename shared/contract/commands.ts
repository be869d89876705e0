// all of it under one name, so that a bundle leaves out what is not used: its forty languages are most of it
import * as z from 'zod';
import type { EventPlan } from '../domain/agenda/agenda';
import type { Delegate, DelegateId, ScanSource } from '../domain/attendance/attendance';
import type { PlanEdit } from '../domain/editing/edit';
import { SCENE_ROLES, type SceneRole } from '../domain/scenes/scenes';
import { LONGEST_MESSAGE } from '../domain/stage/stage';
import type { Duration, Instant } from '../time/time';
import type { OpenMode } from './events';
import type { LampId, LampLevel } from './live';
import {
  bannerShape,
  dayShape,
  deadlineShape,
  delegateCountShape,
  factsShape,
  planShape,
  rosterShape,
  segmentIdShape,
  segmentShape,
  segmentsShape,
} from './shapes';

const segmentId = segmentIdShape;
const delegateId = z
  .string()
  .min(1)
  .max(100)
  .transform((s) => s as DelegateId);
const door = z.string().trim().min(1).max(60);
const windowRole = z.enum(['stage', 'slides', 'checkin']);

const eventId = z.string().min(1).max(100);

/** One change of the open event; see shared/domain/editing/edit.ts. */
const planEdit: z.ZodType<PlanEdit> = z.discriminatedUnion('edit', [
  z.strictObject({
    edit: z.literal('facts'),
    facts: z.strictObject({ ...factsShape, expectedDelegates: delegateCountShape.nullable() }),
  }),
  z.strictObject({ edit: z.literal('banner'), lines: bannerShape }),
  z.strictObject({ edit: z.literal('deadlines'), deadlines: z.array(deadlineShape).max(200) }),
  z.strictObject({ edit: z.literal('segment.set'), segment: segmentShape }),
  z.strictObject({ edit: z.literal('segment.add'), segments: segmentsShape, before: segmentIdShape.nullable() }),
  z.strictObject({ edit: z.literal('segment.remove'), id: segmentIdShape }),
  z.strictObject({ edit: z.literal('segment.move'), id: segmentIdShape, before: segmentIdShape.nullable() }),
  z.strictObject({ edit: z.literal('take'), from: planShape, keys: z.array(z.string().max(3000)).max(1000) }),
]);

/** What a person at the desk may ask of the hall. Parsed at the door; decided by `decide`. */
export const hallCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('timer.load'), segmentId }),
  /**
   * Starts this segment; naming the running one restarts it. Without a segment: the loaded one, else resumes a paused
   * one, else the next; while one runs it is refused, so that no key pressed twice costs the time already gone.
   */
  z.strictObject({ type: z.literal('timer.start'), segmentId: segmentId.nullable() }),
  z.strictObject({ type: z.literal('timer.pause') }),
  z.strictObject({ type: z.literal('timer.resume') }),
  z.strictObject({ type: z.literal('timer.next') }),
  z.strictObject({ type: z.literal('timer.previous') }),
  z.strictObject({
    type: z.literal('timer.add'),
    ms: z
      .number()
      .int()
      .min(-3_600_000)
      .max(3_600_000)
      .transform((n) => n as Duration),
  }),
  z.strictObject({ type: z.literal('timer.stop') }),
  z.strictObject({ type: z.literal('message.show'), text: z.string().trim().min(1).max(LONGEST_MESSAGE) }),
  z.strictObject({ type: z.literal('message.clear') }),
  z.strictObject({ type: z.literal('scene.show'), role: z.enum(SCENE_ROLES) }),
  /** A person at the check-in desk marks a delegate by hand. */
  z.strictObject({ type: z.literal('checkin.mark'), delegateId, door }),
  z.strictObject({ type: z.literal('checkin.undo'), delegateId }),
  /** A keyboard-wedge reader, or a badge number typed at the desk. */
  /** Changes the open event; one step of undo. */
  z.strictObject({ type: z.literal('plan.edit'), edit: planEdit }),
  z.strictObject({ type: z.literal('plan.undo') }),
  z.strictObject({ type: z.literal('plan.redo') }),
  /** Puts a new event into the library, and opens it or not. Its id is given by the hall. */
  z.strictObject({
    type: z.literal('library.keep'),
    plan: planShape,
    delegates: rosterShape,
    open: z.boolean(),
  }),
  z.strictObject({ type: z.literal('library.open'), id: eventId }),
  /** A copy for another day: every day of it moves along. */
  z.strictObject({ type: z.literal('library.duplicate'), id: eventId, day: dayShape }),
  z.strictObject({ type: z.literal('library.archive'), id: eventId, archived: z.boolean() }),
  /** Gone from the list, and back with `deleted: false`; nothing is ever erased. */
  z.strictObject({ type: z.literal('library.delete'), id: eventId, deleted: z.boolean() }),
  z.strictObject({ type: z.literal('checkin.code'), text: z.string().trim().min(1).max(512), door }),
]);
export type OperatorCommand = z.output<typeof hallCommand>;

/** What the hall's own parts report to it. Never accepted from a window. */
export type PartCommand =
  | {
      readonly type: 'event.open';
      readonly plan: EventPlan;
      readonly delegates: readonly Delegate[];
      readonly mode: OpenMode;
    }
  | { readonly type: 'app.start'; readonly version: string; readonly wallOffset: Duration }
  | { readonly type: 'clock.step'; readonly byMs: Duration; readonly wallOffset: Duration }
  | { readonly type: 'clock.sleep'; readonly ms: Duration }
  | {
      readonly type: 'scan.take';
      readonly door: string;
      readonly source: ScanSource;
      readonly text: string;
      readonly raw: string;
      readonly receivedAt: Instant;
      /** False where the frame could not be read (control bytes, not UTF-8, too long). */
      readonly readable: boolean;
    }
  | {
      readonly type: 'programme.report';
      readonly role: SceneRole | null;
      readonly sceneName: string;
      readonly byApp: boolean;
    }
  | { readonly type: 'scene.rename'; readonly role: SceneRole; readonly name: string }
  | {
      readonly type: 'lamp.change';
      readonly lamp: LampId;
      readonly level: LampLevel;
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** What `decide` understands. */
export type HallCommand = OperatorCommand | PartCommand;

/** What a person asks of the desk itself: devices, windows, papers. These act on the machine, not on the event. */
export const deskCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('sample.open'), mode: z.enum(['planned', 'shifted']) }),
  z.strictObject({
    type: z.literal('obs.link'),
    address: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9.:_-]{1,253}$/),
    port: z.number().int().min(1).max(65535),
    /** Null keeps the password that is there; an empty one means that OBS asks for none. */
    password: z.string().max(200).nullable(),
  }),
  z.strictObject({ type: z.literal('obs.unlink') }),
  z.strictObject({
    type: z.literal('scanner.open'),
    path: z.string().min(1).max(300),
    baudRate: z.number().int().min(300).max(921_600),
    dataBits: z.union([z.literal(7), z.literal(8)]),
    parity: z.enum(['none', 'even', 'odd', 'mark', 'space']),
    stopBits: z.union([z.literal(1), z.literal(2)]),
    door,
  }),
  z.strictObject({ type: z.literal('scanner.close'), id: z.string().min(1).max(300) }),
  /** Opens a window; with a display full screen on it, without one in an ordinary frame. */
  z.strictObject({ type: z.literal('window.open'), role: windowRole, displayId: z.number().int().nullable() }),
  z.strictObject({ type: z.literal('window.close'), role: windowRole }),
  z.strictObject({ type: z.literal('paper.make'), paper: z.literal('attendance'), format: z.enum(['csv', 'pdf']) }),
  /** Shows the newest paper of this format in the system's file manager. */
  z.strictObject({ type: z.literal('paper.reveal'), format: z.enum(['csv', 'pdf']) }),
  /** Writes an event with its roster into one file that another endpoint can open; the answer has its path. */
  z.strictObject({ type: z.literal('library.export'), id: eventId }),
  /** Takes over such a file, by its text, into the library. */
  z.strictObject({ type: z.literal('library.import'), name: z.string().max(300), text: z.string().max(20_000_000) }),
  z.strictObject({ type: z.literal('language.set'), language: z.enum(['vi', 'en']) }),
]);
export type DeskCommand = z.output<typeof deskCommand>;

export const command = z.union([hallCommand, deskCommand]);
export type Command = OperatorCommand | DeskCommand;

export type AnswerParams = Readonly<Record<string, string | number>>;
/** Every command is answered. A refusal has a code of words/refusals and the values its sentence needs. */
export type Answer =
  | {
      readonly ok: true;
      readonly revision: number /** False: told, but not on disk yet. */;
      readonly saved: boolean;
      readonly path?: string;
    }
  | { readonly ok: false; readonly code: string; readonly params: AnswerParams };
