import { memo } from 'react';
import type { SegmentKind } from '../../../shared/domain/agenda/agenda';
import type { DraftEvent, DraftSegment } from '../../../shared/plan/draft';
import { clockHm, dayDmy } from '../../../shared/time/format';
import type { IsoDay } from '../../../shared/time/time';
import { PLANNING } from '../../../shared/words/planning';
import { Button } from '../../ui/button';
import { Choose } from '../../ui/choose';
import { typedTime } from '../../ui/clock-text';
import { IconX } from '../../ui/icons';
import { useReorder } from '../../ui/reorder';
import { TypedField } from '../../ui/typed-field';
import { KINDS, ORIGINS } from '../desk/segment-kinds';
import type { Speaker } from '../desk/words';
import type { Owner } from './marks';
import { act } from './session';

interface Props {
  readonly draft: DraftEvent;
  readonly words: Speaker;
  readonly onShow: (owner: Owner) => void;
}

export function DraftAgenda({ draft, words, onShow }: Props) {
  const days = [...new Set([...draft.days.map((d) => d.value), ...draft.segments.flatMap((s) => s.day ?? [])])].sort();
  const order = useReorder((id, before) => act({ do: 'segment-move', id, before }));
  return (
    <section className="plan-part">
      <h3 data-place="agenda">{words.say(PLANNING.agenda)}</h3>
      {draft.segments.length === 0 ? <p className="plan-hint">{words.say(PLANNING['agenda-empty'])}</p> : null}
      <ol className="plan-segments" {...order}>
        {draft.segments.map((s, i) => (
          <Row key={s.id} i={i} segment={s} days={days.length > 1 ? days : NO_DAYS} words={words} onShow={onShow} />
        ))}
      </ol>
      <div className="plan-add">
        <Button
          small
          testid="plan-segment-add"
          onClick={() =>
            act({ do: 'segment-add', segments: [{ title: words.say(PLANNING['new-item']) }], before: null })
          }
        >
          {words.say(PLANNING.add)}
        </Button>
        <span className="plan-hint">{words.say(PLANNING['review-paste'])}</span>
      </div>
    </section>
  );
}

const NO_DAYS: readonly IsoDay[] = [];

interface RowProps extends Pick<Props, 'words' | 'onShow'> {
  readonly i: number;
  readonly segment: DraftSegment;
  /** Offered where there are several. */
  readonly days: readonly IsoDay[];
}

const Row = memo(
  function Row({ i, segment: s, days, words, onShow }: RowProps) {
    const change = (part: Partial<DraftSegment>): null => {
      act({ do: 'segment', id: s.id, part });
      return null;
    };
    const time = (which: 'start' | 'end') => (
      <TypedField
        label={words.say(PLANNING[which])}
        value={s[which] === null ? '' : clockHm(s[which])}
        placeholder="–"
        className={`plan-field-${which}`}
        testid={`plan-segment-${which}-${i}`}
        onFocus={() => onShow(`segment:${s.id}`)}
        onCommit={(typed) => {
          const read = typedTime(typed);
          return read.ok ? change({ [which]: read.value }) : words.say(PLANNING['bad-time']);
        }}
      />
    );
    return (
      <li className="plan-segment" data-testid={`plan-segment-${i}`} data-row={s.id} data-place={`segment:${s.id}`}>
        <button
          type="button"
          className="row-handle"
          data-handle=""
          data-testid={`plan-segment-handle-${i}`}
          title={words.say(PLANNING['drag-item'])}
          aria-label={words.say(PLANNING['drag-item'])}
        >
          ⠿
        </button>
        <div className="plan-segment-times">
          {time('start')}
          {time('end')}
        </div>
        <div className="plan-segment-body">
          <TypedField
            grows
            label={words.say(PLANNING.title)}
            value={s.title}
            className="plan-field-title"
            testid={`plan-segment-title-${i}`}
            onFocus={() => onShow(`segment:${s.id}`)}
            onCommit={(title) => (title === '' ? words.say(PLANNING['bad-empty']) : change({ title }))}
          />
          <div className="plan-segment-more">
            <TypedField
              grows
              className="plan-segment-presenter"
              label={words.say(PLANNING.presenter)}
              placeholder={words.say(PLANNING.presenter)}
              value={s.presenter ?? ''}
              testid={`plan-segment-presenter-${i}`}
              onFocus={() => onShow(`segment:${s.id}`)}
              onCommit={(typed) => change({ presenter: typed === '' ? null : typed })}
            />
            {days.length === 0 ? null : (
              <Choose
                label={words.say(PLANNING.day)}
                value={s.day ?? ''}
                options={[
                  ...(s.day === null ? [{ value: '', text: '–' }] : []),
                  ...days.map((d) => ({ value: d, text: dayDmy(d) })),
                ]}
                onChoose={(v) => change({ day: days.find((d) => d === v) ?? null })}
              />
            )}
            <Choose
              label={words.say(PLANNING.kind)}
              value={s.kind}
              options={KINDS.map((k) => ({ value: k, text: words.say(PLANNING[`kind-${k}`]) }))}
              onChoose={(kind: SegmentKind) => change({ kind })}
            />
            <Choose
              label={words.say(PLANNING.origin)}
              value={s.origin}
              options={ORIGINS.map((o) => ({ value: o, text: words.say(PLANNING[`origin-${o}`]) }))}
              onChoose={(origin) => change({ origin })}
            />
            <label className="plan-tick" title={words.say(PLANNING['confidential-about'])}>
              <input
                type="checkbox"
                checked={s.confidential}
                onChange={(e) => change({ confidential: e.currentTarget.checked })}
              />
              {words.say(PLANNING.confidential)}
            </label>
            {s.block === null ? null : (
              <span className="plan-hint">
                {words.say(PLANNING['block-of'], {
                  from: clockHm(s.block[0]),
                  to: s.block[1] === null ? '…' : clockHm(s.block[1]),
                })}
              </span>
            )}
          </div>
        </div>
        <Button
          small
          look="bare"
          testid={`plan-segment-remove-${i}`}
          icon={<IconX size={14} />}
          aria-label={words.say(PLANNING['remove-item'], { n: i + 1 })}
          onClick={() => act({ do: 'segment-remove', id: s.id })}
        />
      </li>
    );
  },
  (a, b) => a.segment === b.segment && a.i === b.i && a.words === b.words && a.days.join() === b.days.join(),
);
