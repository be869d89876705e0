import type { DraftEvent } from '../../../shared/plan/draft';
import { clockHm, dayDmy } from '../../../shared/time/format';
import { PLANNING } from '../../../shared/words/planning';
import { Button } from '../../ui/button';
import { typedDay, typedTime } from '../../ui/clock-text';
import { IconX } from '../../ui/icons';
import { TypedField } from '../../ui/typed-field';
import { hallToday } from '../desk/today';
import type { Speaker } from '../desk/words';
import type { Owner } from './marks';
import { FIRST_DEADLINE } from './remedies';
import { act } from './session';

interface Props {
  readonly draft: DraftEvent;
  readonly words: Speaker;
  readonly onShow: (owner: Owner) => void;
}

/** What has to be reported, and until when. */
export function DraftDeadlines({ draft, words, onShow }: Props) {
  const add = (): void => {
    const day = draft.days[0]?.value ?? hallToday();
    act({ do: 'deadline-add', what: words.say(PLANNING['deadline-what']), day, time: FIRST_DEADLINE, passages: [] });
  };
  return (
    <section className="plan-part">
      <h3>{words.say(PLANNING.deadlines)}</h3>
      {draft.deadlines.length === 0 ? <p className="plan-hint">{words.say(PLANNING['deadlines-empty'])}</p> : null}
      {draft.deadlines.map((d, i) => (
        <div className="plan-deadline" key={d.id} data-place={`deadline:${d.id}`} data-testid={`plan-deadline-${i}`}>
          <TypedField
            label={words.say(PLANNING['deadline-time'])}
            testid={`plan-deadline-time-${i}`}
            value={clockHm(d.time)}
            onFocus={() => onShow(`deadline:${d.id}`)}
            onCommit={(typed) => {
              const time = typedTime(typed);
              if (!time.ok || time.value === null) return words.say(PLANNING['bad-time']);
              act({ do: 'deadline', id: d.id, part: { time: time.value, dayOnly: false } });
              return null;
            }}
          />
          <TypedField
            label={words.say(PLANNING.day)}
            className="plan-field-day"
            testid={`plan-deadline-day-${i}`}
            value={dayDmy(d.day)}
            onFocus={() => onShow(`deadline:${d.id}`)}
            onCommit={(typed) => {
              const day = typedDay(typed);
              if (!day.ok) return words.say(PLANNING['bad-day']);
              act({ do: 'deadline', id: d.id, part: { day: day.value } });
              return null;
            }}
          />
          <TypedField
            grows
            label={words.say(PLANNING['deadline-what'])}
            testid={`plan-deadline-what-${i}`}
            value={d.what}
            onFocus={() => onShow(`deadline:${d.id}`)}
            onCommit={(what) => {
              if (what === '') return words.say(PLANNING['bad-empty']);
              act({ do: 'deadline', id: d.id, part: { what } });
              return null;
            }}
          />
          <Button
            small
            look="bare"
            testid={`plan-deadline-remove-${i}`}
            icon={<IconX size={14} />}
            aria-label={words.say(PLANNING.remove)}
            onClick={() => act({ do: 'deadline-remove', id: d.id })}
          />
          {d.dayOnly ? <span className="plan-hint">{words.say(PLANNING['day-only'])}</span> : null}
        </div>
      ))}
      <Button small testid="plan-deadline-add" onClick={add}>
        {words.say(PLANNING['deadline-add'])}
      </Button>
    </section>
  );
}
