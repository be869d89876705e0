// all of it under one name, so that a bundle leaves out what is not used: its forty languages are most of it
import * as z from 'zod';
import type { EventPlan, SegmentId } from '../domain/agenda/agenda';
import type { Delegate, DelegateId, ScanSource } from '../domain/attendance/attendance';
import { SCENE_ROLES, type SceneRole } from '../domain/scenes/scenes';
import { LONGEST_MESSAGE } from '../domain/stage/stage';
import type { Duration, Instant } from '../time/time';
import type { OpenMode } from './events';
import type { LampId, LampLevel } from './live';

const segmentId = z
  .string()
  .min(1)
  .max(100)
  .transform((s) => s as SegmentId);
const delegateId = z
  .string()
  .min(1)
  .max(100)
  .transform((s) => s as DelegateId);
const door = z.string().trim().min(1).max(60);
const windowRole = z.enum(['stage', 'slides', 'checkin']);

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
  /** Shows the file of the last paper in the system's file manager. */
  z.strictObject({ type: z.literal('paper.reveal') }),
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
