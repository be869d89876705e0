import type { EventPlan } from '../../../shared/domain/agenda/agenda';
import type { PlanEdit } from '../../../shared/domain/editing/edit';
import type { Speaker } from '../desk/words';

/** What each tab of the dialog works with. */
export interface TabProps {
  readonly plan: EventPlan;
  readonly words: Speaker;
  readonly edit: (e: PlanEdit) => void;
}
