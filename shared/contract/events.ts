import type { EventPlan, SegmentId } from '../domain/agenda/agenda';
import type { Delegate, DelegateId, ScanSource, ScanVerdict } from '../domain/attendance/attendance';
import type { PlanEdit } from '../domain/editing/edit';
import type { SceneRole } from '../domain/scenes/scenes';
import type { Duration, Instant } from '../time/time';
import type { LampId, LampLevel } from './live';

/** How the sample, or any event, was opened. */
export type OpenMode = 'planned' | 'shifted' | 'library';

/**
 * Everything that can have happened in the hall. Events are facts: they are on disk before anyone is told, and the
 * whole state is what `evolve` makes of them. Additive changes only; a field that is gone needs an upgrade of the
 * journal (electron/storage/upgrades).
 */
export type HallEvent =
  | {
      readonly type: 'event.opened';
      readonly plan: EventPlan;
      readonly delegates: readonly Delegate[];
      readonly mode: OpenMode;
    }
  /** The open event after an edit; the plan before it can be had back. */
  | { readonly type: 'plan.edited'; readonly plan: EventPlan; readonly what: PlanEdit['edit'] }
  | { readonly type: 'plan.undone'; readonly plan: EventPlan }
  | { readonly type: 'plan.redone'; readonly plan: EventPlan }
  | { readonly type: 'library.kept'; readonly plan: EventPlan; readonly delegates: readonly Delegate[] }
  | { readonly type: 'library.archived'; readonly id: string; readonly archived: boolean }
  | { readonly type: 'library.deleted'; readonly id: string; readonly deleted: boolean }
  | { readonly type: 'app.started'; readonly version: string; readonly wallOffset: Duration }
  | { readonly type: 'clock.stepped'; readonly byMs: Duration; readonly wallOffset: Duration }
  | { readonly type: 'clock.slept'; readonly ms: Duration }
  | { readonly type: 'timer.loaded'; readonly segmentId: SegmentId }
  | { readonly type: 'timer.started'; readonly segmentId: SegmentId; readonly allowanceMs: Duration | null }
  | { readonly type: 'timer.returned'; readonly segmentId: SegmentId }
  | { readonly type: 'timer.paused' }
  | { readonly type: 'timer.resumed' }
  | { readonly type: 'timer.added'; readonly ms: Duration }
  | { readonly type: 'timer.stopped' }
  | { readonly type: 'message.shown'; readonly text: string }
  | { readonly type: 'message.cleared' }
  | { readonly type: 'scene.wanted'; readonly role: SceneRole; readonly by: 'operator' | 'timer' }
  | {
      readonly type: 'programme.reported';
      readonly role: SceneRole | null;
      readonly sceneName: string;
      /** Somebody changed it in OBS itself, and the hall goes along. */
      readonly followed: boolean;
    }
  | { readonly type: 'scene.renamed'; readonly role: SceneRole; readonly name: string }
  | {
      readonly type: 'scan.judged';
      readonly door: string;
      readonly source: ScanSource;
      readonly text: string;
      /** The bytes as they came, in hex; empty where there were none (manual check-in). */
      readonly raw: string;
      readonly receivedAt: Instant;
      readonly verdict: ScanVerdict;
      readonly delegateId: DelegateId | null;
    }
  | { readonly type: 'presence.undone'; readonly delegateId: DelegateId }
  | {
      readonly type: 'lamp.changed';
      readonly lamp: LampId;
      readonly level: LampLevel;
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** An event with its place in the journal. `seq` is the revision of the state after it. */
export interface Recorded {
  readonly seq: number;
  readonly at: Instant;
  readonly event: HallEvent;
}
