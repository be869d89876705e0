import type { EventPlan } from '../../../shared/domain/agenda/agenda';
import type { DraftEvent } from '../../../shared/plan/draft';
import { planOf } from '../../../shared/plan/to-plan';
import type { IsoDay } from '../../../shared/time/time';

/** Why a draft cannot be kept yet, with the item it is about. */
export type DraftFault =
  | { readonly code: 'fault-name' }
  | { readonly code: 'fault-title'; readonly n: number; readonly segment: string }
  | { readonly code: 'fault-many'; readonly n: number };

const LONGEST = 2000;
const MOST_SEGMENTS = 500;
const MOST_BANNER_LINES = 12;

/** The draft as a plan whose texts the hall takes word for word: composed letters, no blanks around, none too long. */
export function keepable(draft: DraftEvent, today: IsoDay): EventPlan {
  const plan = planOf(draft, today, `ke-hoach-${draft.days[0]?.value ?? today}`);
  return {
    ...plan,
    name: clean(plan.name),
    organiser: clean(plan.organiser),
    place: clean(plan.place),
    banner: plan.banner
      .map(clean)
      .filter((l) => l !== '')
      .slice(0, MOST_BANNER_LINES),
    segments: plan.segments.map((s) => {
      const presenter = s.presenter === null ? '' : clean(s.presenter);
      return { ...s, title: clean(s.title), presenter: presenter === '' ? null : presenter };
    }),
    deadlines: plan.deadlines.map((d) => ({ ...d, what: clean(d.what) })).filter((d) => d.what !== ''),
  };
}

/** The first thing that must be there and is not; null when the draft can be kept. */
export function draftFault(draft: DraftEvent, today: IsoDay): DraftFault | null {
  const plan = keepable(draft, today);
  if (plan.name === '') return { code: 'fault-name' };
  const at = plan.segments.findIndex((s) => s.title === '');
  const segment = draft.segments[at];
  if (segment !== undefined) return { code: 'fault-title', n: at + 1, segment: segment.id };
  return plan.segments.length > MOST_SEGMENTS ? { code: 'fault-many', n: plan.segments.length } : null;
}

const clean = (text: string): string => text.normalize('NFC').trim().slice(0, LONGEST).trim();
