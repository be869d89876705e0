import type { DraftEvent, Found } from '../../../shared/plan/draft';
import { clockHm, dayDmy } from '../../../shared/time/format';
import { PLANNING } from '../../../shared/words/planning';
import { Button } from '../../ui/button';
import { typedCount, typedDays, typedTime } from '../../ui/clock-text';
import { IconX } from '../../ui/icons';
import { SlidePicture } from '../../ui/slide-picture';
import { TypedField } from '../../ui/typed-field';
import type { Speaker } from '../desk/words';
import { DraftAgenda } from './draft-agenda';
import { DraftDeadlines } from './draft-deadlines';
import type { Owner } from './marks';
import { act } from './session';

/** The shape of a plan allows no more. */
const MOST_LINES = 12;

interface Props {
  readonly draft: DraftEvent;
  readonly words: Speaker;
  /** Shows where in the document something stands. */
  readonly onShow: (owner: Owner) => void;
}

/** The event that would be opened, every part of it open to correction. */
export function DraftView({ draft, words, onShow }: Props) {
  return (
    <>
      <Facts draft={draft} words={words} onShow={onShow} />
      <Banner draft={draft} words={words} onShow={onShow} />
      <DraftAgenda draft={draft} words={words} onShow={onShow} />
      <DraftDeadlines draft={draft} words={words} onShow={onShow} />
    </>
  );
}

function Facts({ draft, words, onShow }: Props) {
  const impossible = draft.impossibleDates.map((d) => d.value);
  const text = (field: 'name' | 'organiser' | 'place', found: Found<string> | null) => (
    <div data-place={field}>
      <TypedField
        labelled
        grows
        label={words.say(PLANNING[field])}
        {...(found === null ? { about: words.say(PLANNING.inferred) } : {})}
        value={found?.value ?? ''}
        testid={`plan-${field}`}
        onFocus={() => onShow(field)}
        onCommit={(typed) => {
          act({ do: 'text', field, text: typed });
          return null;
        }}
      />
    </div>
  );
  return (
    <section className="plan-part" data-place="document">
      {text('name', draft.name)}
      {text('organiser', draft.organiser)}
      {text('place', draft.place)}
      <div className="plan-facts">
        <div data-place="days">
          <TypedField
            labelled
            label={words.say(PLANNING.days)}
            value={draft.days.map((d) => dayDmy(d.value)).join(', ')}
            placeholder="07/02/2026"
            testid="plan-days"
            onFocus={() => onShow('days')}
            onCommit={(typed) => {
              const days = typedDays(typed);
              if (!days.ok) return words.say(PLANNING['bad-day']);
              act({ do: 'days', days: days.value });
              return null;
            }}
          />
        </div>
        <div data-place="ends-at">
          <TypedField
            labelled
            label={words.say(PLANNING.endsAt)}
            value={draft.endsAt === null ? '' : clockHm(draft.endsAt.value)}
            testid="plan-ends-at"
            onFocus={() => onShow('ends-at')}
            onCommit={(typed) => {
              const time = typedTime(typed);
              if (!time.ok) return words.say(PLANNING['bad-time']);
              act({ do: 'ends-at', time: time.value });
              return null;
            }}
          />
        </div>
        <div data-place="delegates">
          <TypedField
            labelled
            label={words.say(PLANNING.expectedDelegates)}
            value={String(draft.expectedDelegates?.value ?? '')}
            testid="plan-delegates"
            onFocus={() => onShow('delegates')}
            onCommit={(typed) => {
              const count = typedCount(typed);
              if (!count.ok) return words.say(PLANNING['bad-count']);
              act({ do: 'delegates', count: count.value });
              return null;
            }}
          />
        </div>
      </div>
      {impossible.length === 0 ? null : (
        <p className="dialog-warning">{words.say(PLANNING['impossible-dates'], { dates: impossible.join(', ') })}</p>
      )}
    </section>
  );
}

function Banner({ draft, words, onShow }: Props) {
  const lines = draft.banner.map((l) => l.value).filter((l) => l !== '');
  return (
    <section className="plan-part">
      <h3>{words.say(PLANNING.banner)}</h3>
      <div className="plan-banner">
        <div className="plan-banner-lines">
          {draft.banner.length === 0 ? <p className="plan-hint">{words.say(PLANNING['banner-empty'])}</p> : null}
          {draft.banner.map((l, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <div className="plan-line" key={i} data-place={`banner:${i}`}>
              <TypedField
                grows
                label={words.say(PLANNING['banner-line'], { n: i + 1 })}
                value={l.value}
                testid={`plan-banner-${i}`}
                onFocus={() => onShow(`banner:${i}`)}
                onCommit={(text) => {
                  act({ do: 'banner-line', line: i, text });
                  return null;
                }}
              />
              <Button
                small
                look="bare"
                testid={`plan-banner-remove-${i}`}
                icon={<IconX size={14} />}
                aria-label={words.say(PLANNING['remove-line'], { n: i + 1 })}
                onClick={() => act({ do: 'banner-remove', line: i })}
              />
            </div>
          ))}
          <Button
            small
            testid="plan-banner-add"
            disabled={draft.banner.length >= MOST_LINES}
            onClick={() => act({ do: 'banner-add' })}
          >
            {words.say(PLANNING['banner-add'])}
          </Button>
        </div>
        <SlidePicture
          slide={{ role: 'banner', lines }}
          label={words.say(PLANNING['banner-picture'])}
          testid="plan-banner-picture"
        />
      </div>
    </section>
  );
}
