import { memo } from 'react';
import type { SegmentId, SegmentKind } from '../../../shared/domain/agenda/agenda';
import type { SceneRole } from '../../../shared/domain/scenes/scenes';
import { OPERATOR } from '../../../shared/words/operator';
import { IconCheck, IconCoffee, IconHome, IconLock, IconNext, IconPlay } from '../../ui/icons';
import type { Lateness } from '../desk/times';
import type { Speaker } from '../desk/words';

export interface AgendaRowProps {
  readonly index: number;
  readonly id: SegmentId;
  readonly title: string;
  readonly presenter: string | null;
  readonly plannedStart: string;
  readonly plannedEnd: string;
  /** The end that the plan does not give and the schedule supposes; empty where the plan gives one. */
  readonly assumedEnd: string;
  readonly realStart: string;
  readonly realEnd: string;
  readonly late: string;
  readonly lateness: Lateness;
  readonly state: 'done' | 'skipped' | 'on' | 'next' | 'to-come';
  readonly loaded: boolean;
  readonly inBlock: boolean;
  readonly kind: SegmentKind;
  readonly local: boolean;
  readonly confidential: boolean;
  readonly scene: SceneRole;
  readonly selected: boolean;
  readonly words: Speaker;
  readonly onSelect: (id: SegmentId) => void;
  readonly onLoad: (id: SegmentId) => void;
  readonly onStart: (id: SegmentId) => void;
}

export const AgendaRow = memo(function AgendaRow(row: AgendaRowProps) {
  const { words, state } = row;
  const sceneSaid = words.say(OPERATOR['scene-at-start'], { scene: words.say(OPERATOR[`role-${row.scene}`]) });
  const said = row.loaded
    ? words.say(OPERATOR['item-loaded'])
    : state === 'to-come'
      ? ''
      : words.say(OPERATOR[`item-${state}`]);
  const sure = state === 'on' || state === 'done' || state === 'skipped';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys and Enter of the whole desk do the same
    // biome-ignore lint/a11y/noStaticElementInteractions: a row is selected, its own button starts it
    <div
      className="agenda-row"
      data-testid={`agenda-row-${row.index}`}
      data-row={row.index}
      data-state={state}
      data-loaded={row.loaded}
      data-selected={row.selected}
      data-kind={row.kind}
      onClick={() => row.onSelect(row.id)}
      onDoubleClick={() => row.onLoad(row.id)}
      title={[row.title, row.presenter, said === '' ? null : said, sceneSaid].filter((t) => t !== null).join('\n')}
    >
      <span className="agenda-mark" title={said}>
        {row.loaded || state === 'next' ? <IconNext size={12} /> : null}
        {!row.loaded && state === 'on' ? <IconPlay size={13} /> : null}
        {!row.loaded && state === 'done' ? <IconCheck size={13} /> : null}
        {!row.loaded && state === 'skipped' ? '–' : null}
      </span>
      <span className="agenda-times">
        <b>{row.plannedStart}</b>
        {row.plannedStart === '' && row.inBlock ? <i title={words.say(OPERATOR['shares-block'])}>┆</i> : null}
        <span>{row.plannedEnd}</span>
      </span>
      <span className="agenda-what">
        <span className="agenda-title">
          {row.kind === 'break' ? <IconCoffee size={13} aria-label={words.say(OPERATOR['mark-break'])} /> : null}
          {row.local ? <IconHome size={13} aria-label={words.say(OPERATOR['mark-local'])} /> : null}
          {row.confidential ? <IconLock size={13} aria-label={words.say(OPERATOR['mark-confidential'])} /> : null}
          {row.title}
        </span>
        {row.inBlock || row.assumedEnd !== '' ? (
          <span className="agenda-note">
            {row.assumedEnd === '' ? null : words.say(OPERATOR['end-assumed'], { time: row.assumedEnd })}
            {row.inBlock && row.assumedEnd !== '' ? ' · ' : null}
            {row.inBlock ? words.say(OPERATOR['shares-block']) : null}
          </span>
        ) : null}
        <span className="agenda-more">
          {said === '' ? null : <b>{said}</b>} {row.presenter}
        </span>
        <span className="agenda-more agenda-scene">{sceneSaid}</span>
      </span>
      <span className="agenda-times agenda-real" data-sure={sure}>
        <b>{row.realStart}</b>
        <span>{row.realEnd}</span>
      </span>
      <span className="agenda-late" data-lateness={row.lateness}>
        {row.late}
      </span>
      {state === 'on' ? (
        <span className="agenda-start" />
      ) : (
        <button
          type="button"
          className="agenda-start"
          aria-label={`${words.say(OPERATOR['row-start'])}: ${row.title}`}
          title={`${words.say(OPERATOR['row-start'])}\n${sceneSaid}`}
          onClick={(e) => {
            e.stopPropagation();
            row.onStart(row.id);
          }}
          onDoubleClick={(e) => e.stopPropagation()}
        >
          <IconPlay size={13} />
        </button>
      )}
    </div>
  );
});
