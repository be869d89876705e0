import { type ClipboardEvent, useState } from 'react';
import type { Segment, SegmentId } from '../../../shared/domain/agenda/agenda';
import { PLANNING } from '../../../shared/words/planning';
import { toast } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { hallToday } from '../desk/today';
import { EditRow } from './edit-row';
import { newSegment, pastedSegments } from './pasted-table';
import type { TabProps } from './tab';

interface Props extends TabProps {
  /** The item the timer runs; it cannot be removed. */
  readonly on: SegmentId | null;
}

/** The agenda, row by row; rows are dragged, moved with Alt+↑ and Alt+↓, added, or pasted as a table. */
export function AgendaTab({ plan, on, words, edit }: Props) {
  const [dragged, setDragged] = useState<SegmentId | null>(null);
  /** Where the dragged row would go: before this one, or behind the last. */
  const [target, setTarget] = useState<SegmentId | 'end' | null>(null);
  const [pasting, setPasting] = useState(false);
  const { segments } = plan;
  const lastDay = segments.at(-1)?.day ?? plan.days[0] ?? hallToday();

  const move = (i: number, by: 1 | -1): void => {
    const s = segments[i];
    if (s === undefined || segments[i + by] === undefined) return;
    // behind the next one is before the one after it
    edit({ edit: 'segment.move', id: s.id, before: segments[by === 1 ? i + 2 : i - 1]?.id ?? null });
  };
  const endDrag = (): void => {
    setDragged(null);
    setTarget(null);
  };
  const drop = (): void => {
    if (dragged !== null && target !== null && target !== dragged)
      edit({ edit: 'segment.move', id: dragged, before: target === 'end' ? null : target });
    endDrag();
  };
  const add = (): void =>
    edit({ edit: 'segment.add', segments: [newSegment(plan, lastDay, words.say(PLANNING['new-item']))], before: null });
  const take = (text: string): void => {
    const pasted = pastedSegments(text, plan, lastDay);
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
    const text = e.clipboardData.getData('text/plain');
    if (!/\t[^\n]*\n?/.test(text)) return;
    e.preventDefault();
    e.stopPropagation();
    take(text);
  };
  return (
    <div className="edit-agenda" onPaste={onPaste}>
      {segments.length === 0 ? <p className="empty">{words.say(PLANNING['agenda-empty'])}</p> : null}
      <ol
        onDragOver={(e) => {
          if (dragged !== null) e.preventDefault();
        }}
        onDrop={(e) => {
          if (dragged === null) return;
          e.preventDefault();
          drop();
        }}
      >
        {segments.map((s: Segment, i) => (
          <EditRow
            key={s.id}
            i={i}
            segment={s}
            days={plan.days}
            words={words}
            on={s.id === on}
            dragged={s.id === dragged}
            target={s.id === target ? 'before' : target === 'end' && i === segments.length - 1 ? 'behind' : null}
            edit={edit}
            onMove={(by) => move(i, by)}
            onDrag={(what) => (what === 'start' ? setDragged(s.id) : endDrag())}
            onOver={(half) => {
              if (dragged !== null) setTarget(half === 'upper' ? s.id : (segments[i + 1]?.id ?? 'end'));
            }}
          />
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
            onChange={(e) => take(e.currentTarget.value)}
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
