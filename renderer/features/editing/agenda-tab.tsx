import { type ClipboardEvent, useState } from 'react';
import type { Segment, SegmentId } from '../../../shared/domain/agenda/agenda';
import { PLANNING } from '../../../shared/words/planning';
import { toast } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { useReorder } from '../../ui/reorder';
import { clipboardRows, pastedItems, tableRows } from '../desk/pasted-table';
import { hallToday } from '../desk/today';
import { EditRow } from './edit-row';
import { newSegment, segmentsOf } from './new-segments';
import type { TabProps } from './tab';

interface Props extends TabProps {
  /** The item the timer runs; it cannot be removed. */
  readonly on: SegmentId | null;
}

const HEADS = ['start', 'end', 'title', 'presenter', 'mc-note', 'kind'] as const;

/** The agenda, row by row; rows are dragged, moved with Alt+↑ and Alt+↓, added, or pasted as a table. */
export function AgendaTab({ plan, on, words, edit }: Props) {
  const [pasting, setPasting] = useState(false);
  const { segments } = plan;
  const lastDay = segments.at(-1)?.day ?? plan.days[0] ?? hallToday();

  const order = useReorder((id, before) => {
    const own = (wanted: string | null): SegmentId | null => segments.find((s) => s.id === wanted)?.id ?? null;
    const moved = own(id);
    if (moved !== null) edit({ edit: 'segment.move', id: moved, before: own(before) });
  });
  const add = (): void =>
    edit({ edit: 'segment.add', segments: [newSegment(plan, lastDay, words.say(PLANNING['new-item']))], before: null });
  const take = (rows: Parameters<typeof pastedItems>[0]): void => {
    const pasted = segmentsOf(pastedItems(rows), plan, lastDay);
    if (pasted.length === 0) {
      toast('bad', words.say(PLANNING['paste-table-none']));
      return;
    }
    edit({ edit: 'segment.add', segments: pasted, before: null });
    setPasting(false);
    toast('ok', words.say(PLANNING['paste-table-done'], { n: pasted.length }));
  };
  // a table is meant for the agenda wherever the focus is: no field of it has columns
  const onPaste = (e: ClipboardEvent): void => {
    const rows = clipboardRows(e.clipboardData);
    if (rows.length === 0) return;
    e.preventDefault();
    e.stopPropagation();
    take(rows);
  };
  return (
    <div className="edit-agenda" onPaste={onPaste}>
      {segments.length === 0 ? <p className="empty">{words.say(PLANNING['agenda-empty'])}</p> : null}
      {segments.length === 0 ? null : (
        <div className="edit-row edit-heads" aria-hidden="true">
          <span />
          {HEADS.map((head) => (
            <span key={head}>{words.say(PLANNING[head])}</span>
          ))}
        </div>
      )}
      <ol {...order}>
        {segments.map((s: Segment, i) => (
          <EditRow key={s.id} i={i} segment={s} days={plan.days} words={words} on={s.id === on} edit={edit} />
        ))}
      </ol>
      {pasting ? (
        <label className="paste-table">
          {words.say(PLANNING['paste-table-label'])}
          <textarea
            rows={3}
            value=""
            data-testid="edit-paste-field"
            ref={(field) => field?.focus()}
            onChange={(e) => take(tableRows(e.currentTarget.value))}
          />
        </label>
      ) : null}
      <div className="edit-acts">
        <Button look="gold" testid="edit-add" onClick={add}>
          {words.say(PLANNING.add)}
        </Button>
        <Button testid="edit-paste" onClick={() => setPasting(!pasting)}>
          {words.say(PLANNING['paste-table'])}
        </Button>
      </div>
    </div>
  );
}
