import { useEffect, useMemo, useRef } from 'react';
import { sceneAtStart } from '../../../shared/domain/scenes/scenes';
import { dayDmy } from '../../../shared/time/format';
import type { Duration } from '../../../shared/time/time';
import { OPERATOR } from '../../../shared/words/operator';
import { useMirror } from '../../store/hall-store';
import { select, useUi } from '../../store/ui-store';
import { Panel } from '../../ui/panel';
import { load, startSegment } from '../desk/actions';
import { type Programme, useProgramme } from '../desk/programme';
import { hallHm, lateness, signed, wallHm } from '../desk/times';
import { type Speaker, useWords } from '../desk/words';
import { AgendaRow, type AgendaRowProps } from './agenda-row';
import './agenda.css';

type RowView = Omit<AgendaRowProps, 'selected' | 'onSelect' | 'onLoad' | 'onStart' | 'words'>;

/** The day as a list: what was planned, what came of it, what is expected. */
export function AgendaPanel() {
  const words = useWords();
  const programme = useProgramme();
  const loaded = useMirror((m) => m.state?.timer.loaded ?? null);
  const offset = useMirror((m) => m.state?.clock.wallOffset ?? (0 as Duration));
  const selected = useUi((u) => u.selected);
  const rows = useMemo(
    () => (programme === null ? [] : rowViews(programme, loaded, offset)),
    [programme, loaded, offset],
  );
  // an agenda whose times are not known yet, in the first moment of the page, is not an empty one
  const empty = useMirror((m) => (m.state?.plan ?? null) === null);
  const list = useRef<HTMLDivElement>(null);
  const on = rows.findIndex((r) => r.state === 'on');
  const here = on >= 0 ? on : rows.findIndex((r) => r.state === 'next');

  // the row that is on, or the one to come, stays in sight with what is around it, clear of what is said at the foot
  // of the list; a person who scrolled away is brought back only when it changes
  useEffect(() => {
    list.current?.querySelector(`[data-row="${here}"]`)?.scrollIntoView({ block: 'center' });
  }, [here]);
  useEffect(() => {
    if (selected !== null) list.current?.querySelector('[data-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  return (
    <Panel
      title={words.say(OPERATOR.agenda)}
      className="agenda"
      end={<span className="agenda-hint">{words.say(OPERATOR['agenda-hint'])}</span>}
    >
      <div className="agenda-cols" aria-hidden="true">
        <span>{words.say(OPERATOR['col-planned'])}</span>
        <span>{words.say(OPERATOR['col-item'])}</span>
        <span>{words.say(OPERATOR['col-real'])}</span>
      </div>
      <div className="agenda-list" ref={list}>
        {empty ? <p className="empty">{words.say(OPERATOR['agenda-empty'])}</p> : null}
        {rows.map((row, i) => (
          <div key={row.id}>
            {heading(programme, i, words)}
            <AgendaRow
              {...row}
              words={words}
              selected={row.id === selected}
              onSelect={select}
              onLoad={load}
              onStart={startSegment}
            />
          </div>
        ))}
      </div>
    </Panel>
  );
}

function heading(programme: Programme | null, i: number, words: Speaker) {
  const here = programme?.items[i]?.segment;
  const before = programme?.items[i - 1]?.segment;
  if (here === undefined || (before?.day === here.day && before.session === here.session)) return null;
  return (
    <h3 className="agenda-session">
      {words.say(OPERATOR[here.session])}
      {before?.day === here.day ? null : <span>{dayDmy(here.day)}</span>}
    </h3>
  );
}

/** Flat values only, so that a row is drawn again only when something in it changed. */
function rowViews(p: Programme, loaded: string | null, offset: Duration): readonly RowView[] {
  return p.items.map((it, index): RowView => {
    const real = p.projection.segments[index];
    const plannedEnd = it.end === null ? null : it.end - offset;
    const late =
      real === undefined || real.state === 'skipped'
        ? null
        : real.end !== null && plannedEnd !== null
          ? ((real.end - plannedEnd) as Duration)
          : real.lateBy;
    const inBlock = it.share === 'inner' || it.share === 'last';
    return {
      index,
      id: it.id,
      title: it.segment.title,
      presenter: it.segment.presenter,
      plannedStart: wallHm(it.start),
      plannedEnd: it.share === 'first' || it.share === 'inner' || it.endAssumed ? '' : wallHm(it.end),
      assumedEnd: it.endAssumed && it.share !== 'first' && it.share !== 'inner' ? wallHm(it.end) : '',
      realStart: hallHm(real?.start ?? null, offset),
      realEnd: hallHm(real?.end ?? null, offset),
      late: late === null ? '' : signed(late),
      lateness: lateness(late),
      state: real?.state === 'to come' ? (p.next?.item.id === it.id ? 'next' : 'to-come') : (real?.state ?? 'to-come'),
      loaded: it.id === loaded,
      inBlock,
      kind: it.segment.kind,
      local: it.segment.origin === 'local',
      confidential: it.segment.confidential,
      scene: sceneAtStart(it.segment.kind),
    };
  });
}
