import type { Segment, SegmentKind } from '../../../shared/domain/agenda/agenda';
import type { PlanEdit } from '../../../shared/domain/editing/edit';
import { clockHm, dayDmy } from '../../../shared/time/format';
import type { IsoDay } from '../../../shared/time/time';
import { PLANNING } from '../../../shared/words/planning';
import { Button } from '../../ui/button';
import { Choose } from '../../ui/choose';
import { typedTime } from '../../ui/clock-text';
import { IconX } from '../../ui/icons';
import { TypedField } from '../../ui/typed-field';
import { KINDS, ORIGINS } from '../desk/segment-kinds';
import type { Speaker } from '../desk/words';
import { sessionAt } from './new-segments';

interface Props {
  readonly i: number;
  readonly segment: Segment;
  readonly days: readonly IsoDay[];
  readonly words: Speaker;
  readonly on: boolean;
  readonly edit: (e: PlanEdit) => void;
}

/** One item of the agenda, every part of it a field. */
export function EditRow({ i, segment: s, days, words, on, edit }: Props) {
  const change = (part: Partial<Segment>): null => {
    edit({ edit: 'segment.set', segment: { ...s, ...part } });
    return null;
  };
  const time = (which: 'start' | 'end') => (
    <TypedField
      label={words.say(PLANNING[which])}
      value={s[which] === null ? '' : clockHm(s[which])}
      placeholder="–"
      className="edit-time"
      testid={`edit-${which}-${i}`}
      onCommit={(typed) => {
        const read = typedTime(typed);
        if (!read.ok) return words.say(PLANNING['bad-time']);
        const session = which === 'start' && read.value !== null ? { session: sessionAt(read.value) } : {};
        return change({ [which]: read.value, ...session });
      }}
    />
  );
  const allDays = days.includes(s.day) ? days : [...days, s.day];
  return (
    <li className="edit-row" data-testid={`edit-row-${i}`} data-row={s.id} data-on={on}>
      <button
        type="button"
        className="row-handle"
        data-handle=""
        data-testid={`edit-handle-${i}`}
        title={words.say(PLANNING['drag-item'])}
        aria-label={words.say(PLANNING['drag-item'])}
      >
        ⠿
      </button>
      {time('start')}
      {time('end')}
      <TypedField
        grows
        label={words.say(PLANNING.title)}
        value={s.title}
        className="edit-title"
        testid={`edit-title-${i}`}
        onCommit={(title) => (title === '' ? words.say(PLANNING['bad-empty']) : change({ title }))}
      />
      <TypedField
        grows
        label={words.say(PLANNING.presenter)}
        placeholder={words.say(PLANNING.presenter)}
        value={s.presenter ?? ''}
        testid={`edit-presenter-${i}`}
        onCommit={(typed) => change({ presenter: typed === '' ? null : typed })}
      />
      <TypedField
        grows
        label={words.say(PLANNING['mc-note'])}
        placeholder={words.say(PLANNING['mc-note'])}
        value={s.note ?? ''}
        testid={`edit-note-${i}`}
        onCommit={(typed) => {
          const { note: _old, ...rest } = s;
          edit({ edit: 'segment.set', segment: typed === '' ? rest : { ...rest, note: typed } });
          return null;
        }}
      />
      <div className="edit-kinds">
        {allDays.length < 2 ? null : (
          <Choose
            label={words.say(PLANNING.day)}
            value={s.day}
            options={allDays.map((d) => ({ value: d, text: dayDmy(d) }))}
            onChoose={(day) => change({ day })}
          />
        )}
        <Choose
          label={words.say(PLANNING.kind)}
          value={s.kind}
          testid={`edit-kind-${i}`}
          options={KINDS.map((k) => ({ value: k, text: words.say(PLANNING[`kind-${k}`]) }))}
          onChoose={(kind: SegmentKind) => change({ kind })}
        />
        <Choose
          label={words.say(PLANNING.origin)}
          value={s.origin}
          testid={`edit-origin-${i}`}
          options={ORIGINS.map((o) => ({ value: o, text: words.say(PLANNING[`origin-${o}`]) }))}
          onChoose={(origin) => change({ origin })}
        />
        <label className="edit-tick" title={words.say(PLANNING['confidential-about'])}>
          <input
            type="checkbox"
            data-testid={`edit-confidential-${i}`}
            checked={s.confidential}
            onChange={(e) => change({ confidential: e.currentTarget.checked })}
          />
          {words.say(PLANNING.confidential)}
        </label>
        {on ? <span className="tag">{words.say(PLANNING['item-is-on'])}</span> : null}
      </div>
      <Button
        small
        look="bare"
        testid={`edit-remove-${i}`}
        icon={<IconX size={14} />}
        aria-label={words.say(PLANNING['remove-item'], { n: i + 1 })}
        onClick={() => edit({ edit: 'segment.remove', id: s.id })}
      />
    </li>
  );
}
