import type { Deadline } from '../../../shared/domain/agenda/agenda';
import { clockHm, dayDmy } from '../../../shared/time/format';
import { HOUR, type TimeOfDay } from '../../../shared/time/time';
import { PLANNING } from '../../../shared/words/planning';
import { Button } from '../../ui/button';
import { typedDay, typedTime } from '../../ui/clock-text';
import { IconX } from '../../ui/icons';
import { TypedField } from '../../ui/typed-field';
import { hallToday } from '../desk/today';
import type { TabProps } from './tab';

const HALF_PAST_SEVEN = (7.5 * HOUR) as TimeOfDay;

/** What has to be reported, and until when. */
export function DeadlinesTab({ plan, words, edit }: TabProps) {
  const put = (deadlines: readonly Deadline[]): null => {
    edit({ edit: 'deadlines', deadlines });
    return null;
  };
  const change = (id: string, part: Partial<Deadline>): null =>
    put(plan.deadlines.map((d) => (d.id === id ? { ...d, ...part } : d)));
  const add = (): void => {
    let n = plan.deadlines.length + 1;
    while (plan.deadlines.some((d) => d.id === `d-${n}`)) n++;
    const day = plan.days[0] ?? hallToday();
    put([...plan.deadlines, { id: `d-${n}`, day, time: HALF_PAST_SEVEN, what: words.say(PLANNING['deadline-what']) }]);
  };
  return (
    <div className="edit-deadlines">
      {plan.deadlines.length === 0 ? <p className="empty">{words.say(PLANNING['deadlines-empty'])}</p> : null}
      {plan.deadlines.map((d, i) => (
        <div className="edit-deadline" key={d.id}>
          <TypedField
            label={words.say(PLANNING['deadline-time'])}
            value={clockHm(d.time)}
            testid={`edit-deadline-time-${i}`}
            onCommit={(typed) => {
              const time = typedTime(typed);
              if (!time.ok || time.value === null) return words.say(PLANNING['bad-time']);
              return change(d.id, { time: time.value });
            }}
          />
          <TypedField
            label={words.say(PLANNING.day)}
            value={dayDmy(d.day)}
            testid={`edit-deadline-day-${i}`}
            onCommit={(typed) => {
              const day = typedDay(typed);
              return day.ok ? change(d.id, { day: day.value }) : words.say(PLANNING['bad-day']);
            }}
          />
          <TypedField
            grows
            label={words.say(PLANNING['deadline-what'])}
            value={d.what}
            testid={`edit-deadline-what-${i}`}
            onCommit={(what) => (what === '' ? words.say(PLANNING['bad-empty']) : change(d.id, { what }))}
          />
          <Button
            small
            look="bare"
            testid={`edit-deadline-remove-${i}`}
            icon={<IconX size={14} />}
            aria-label={words.say(PLANNING.remove)}
            onClick={() => put(plan.deadlines.filter((x) => x.id !== d.id))}
          />
        </div>
      ))}
      <Button small testid="edit-deadline-add" onClick={add}>
        {words.say(PLANNING['deadline-add'])}
      </Button>
    </div>
  );
}
