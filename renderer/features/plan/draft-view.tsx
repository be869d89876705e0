import type { DraftEvent, Found } from '../../../shared/plan/draft';
import { clockHm, dayDmy } from '../../../shared/time/format';
import { PLANNING } from '../../../shared/words/planning';
import { typedCount, typedDays, typedTime } from '../../ui/clock-text';
import { SlidePicture } from '../../ui/slide-picture';
import { TypedField } from '../../ui/typed-field';
import { BannerLines, MOST_BANNER_LINES } from '../desk/banner-lines';
import type { Speaker } from '../desk/words';
import { DraftAgenda } from './draft-agenda';
import { DraftDeadlines } from './draft-deadlines';
import type { Owner } from './marks';
import { act } from './session';

interface Props {
  readonly draft: DraftEvent;
  /** The draft as it was read. */
  readonly read: DraftEvent;
  readonly words: Speaker;
  /** Shows where in the document something stands. */
  readonly onShow: (owner: Owner) => void;
}

/** The event that would be opened, every part of it open to correction. */
export function DraftView({ draft, read, words, onShow }: Props) {
  return (
    <>
      <Facts draft={draft} words={words} onShow={onShow} />
      <Banner draft={draft} read={read} words={words} onShow={onShow} />
      <DraftAgenda draft={draft} words={words} onShow={onShow} />
      <DraftDeadlines draft={draft} words={words} onShow={onShow} />
    </>
  );
}

function Facts({ draft, words, onShow }: Omit<Props, 'read'>) {
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

function Banner({ draft, read, words, onShow }: Props) {
  const lines = draft.banner.map((l) => l.value);
  // findings and marks know a line by where it stood when it was read
  const place = (i: number): Owner => {
    const at = read.banner.findIndex((l) => l.passages === draft.banner[i]?.passages);
    return at < 0 ? `banner:added-${i}` : `banner:${at}`;
  };
  return (
    <section className="plan-part">
      <h3>{words.say(PLANNING.banner)}</h3>
      <div className="plan-banner">
        <BannerLines
          lines={lines}
          words={words}
          testid="plan-banner"
          placeOf={place}
          canAdd={lines.length < MOST_BANNER_LINES}
          onFocus={(i) => onShow(place(i))}
          onChange={(line, text) => act({ do: 'banner-line', line, text })}
          onMove={(line, before) => act({ do: 'banner-move', line, before })}
          onRemove={(line) => act({ do: 'banner-remove', line })}
          onAdd={() => act({ do: 'banner-add' })}
        />
        <SlidePicture
          slide={{ role: 'banner', lines: lines.filter((l) => l !== '') }}
          label={words.say(PLANNING['banner-picture'])}
          testid="plan-banner-picture"
        />
      </div>
    </section>
  );
}
