import type { PlanInput, PlanIntake } from '../../shared/contract/plan-api';
import type { IsoDay } from '../../shared/time/time';
import type { Child } from '../processes/child';

/*
 * What the app and its plan process say to each other. The process reads one document at a time; the app ends the
 * process where it wants no answer any more.
 */

/** A document, also by its path where it lies on the same machine. */
export type PlanSource = PlanInput | { readonly kind: 'path'; readonly path: string };

export interface ToPlan {
  readonly type: 'read';
  readonly id: number;
  readonly source: PlanSource;
  /** What a date without a year is understood from; null for nothing. */
  readonly today: IsoDay | null;
}

export type FromPlan =
  | { readonly type: 'progress'; readonly id: number; readonly fraction: number }
  | { readonly type: 'done'; readonly id: number; readonly intake: PlanIntake }
  | { readonly type: 'note'; readonly line: string };

const SAID = new Set<string>(['progress', 'done', 'note'] satisfies FromPlan['type'][]);

/** Both ends are built together, so the kind alone is checked: what else travels on the channel is not for us. */
export const isFromPlan = (value: unknown): value is FromPlan =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  typeof value.type === 'string' &&
  SAID.has(value.type);

export const isToPlan = (value: unknown): value is ToPlan =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'read';

/** The plan process as the app holds it. */
export type PlanProcess = Child<ToPlan>;
