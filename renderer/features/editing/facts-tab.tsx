import type { EventPlan } from '../../../shared/domain/agenda/agenda';
import type { PlanEdit } from '../../../shared/domain/editing/edit';
import { clockHm, dayDmy } from '../../../shared/time/format';
import { PLANNING } from '../../../shared/words/planning';
import { typedCount, typedDays, typedTime } from '../../ui/clock-text';
import { TypedField } from '../../ui/typed-field';
import type { TabProps } from './tab';

type Facts = Extract<PlanEdit, { edit: 'facts' }>['facts'];

const factsOf = (p: EventPlan): Facts => ({
  name: p.name,
  organiser: p.organiser,
  place: p.place,
  days: p.days,
  endsAt: p.endsAt,
  expectedDelegates: p.expectedDelegates ?? null,
});

/** Name, organiser, place, days, end and number of delegates. */
export function FactsTab({ plan, words, edit }: TabProps) {
  const change = (part: Partial<Facts>): null => {
    edit({ edit: 'facts', facts: { ...factsOf(plan), ...part } });
    return null;
  };
  return (
    <div className="edit-facts">
      <TypedField
        labelled
        grows
        label={words.say(PLANNING.name)}
        value={plan.name}
        testid="edit-name"
        onCommit={(name) => (name === '' ? words.say(PLANNING['bad-empty']) : change({ name }))}
      />
      <TypedField
        labelled
        grows
        label={words.say(PLANNING.organiser)}
        value={plan.organiser}
        testid="edit-organiser"
        onCommit={(organiser) => change({ organiser })}
      />
      <TypedField
        labelled
        grows
        label={words.say(PLANNING.place)}
        value={plan.place}
        testid="edit-place"
        onCommit={(place) => change({ place })}
      />
      <div className="edit-facts-row">
        <TypedField
          labelled
          label={words.say(PLANNING.days)}
          about={words.say(PLANNING['days-about'])}
          value={plan.days.map(dayDmy).join(', ')}
          testid="edit-days"
          onCommit={(typed) => {
            const days = typedDays(typed);
            return days.ok ? change({ days: days.value }) : words.say(PLANNING['bad-day']);
          }}
        />
        <TypedField
          labelled
          label={words.say(PLANNING.endsAt)}
          value={plan.endsAt === null ? '' : clockHm(plan.endsAt)}
          testid="edit-ends-at"
          onCommit={(typed) => {
            const time = typedTime(typed);
            return time.ok ? change({ endsAt: time.value }) : words.say(PLANNING['bad-time']);
          }}
        />
        <TypedField
          labelled
          label={words.say(PLANNING.expectedDelegates)}
          value={String(plan.expectedDelegates ?? '')}
          testid="edit-delegates"
          onCommit={(typed) => {
            const count = typedCount(typed);
            return count.ok ? change({ expectedDelegates: count.value }) : words.say(PLANNING['bad-count']);
          }}
        />
      </div>
    </div>
  );
}
