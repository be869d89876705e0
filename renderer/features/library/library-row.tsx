import { useState } from 'react';
import type { LibraryEntry } from '../../../shared/domain/library/library';
import { dayDmy } from '../../../shared/time/format';
import { addDays } from '../../../shared/time/time';
import { PLANNING } from '../../../shared/words/planning';
import { closeDialog, select, toast } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { typedDay } from '../../ui/clock-text';
import { run } from '../desk/run';
import { hallToday } from '../desk/today';
import type { Speaker } from '../desk/words';
import { shelfOf } from './find-events';

interface Props {
  readonly i: number;
  readonly entry: LibraryEntry;
  readonly open: boolean;
  readonly words: Speaker;
}

/** One event and what can be done with it. */
export function LibraryRow({ i, entry, open, words }: Props) {
  const { plan, delegates } = entry;
  const shelf = shelfOf(entry);
  const [copying, setCopying] = useState(false);
  const { id, name } = plan;

  const openIt = async (): Promise<void> => {
    const answer = await run({ type: 'library.open', id });
    if (!answer.ok) return;
    select(null);
    toast('ok', words.say(PLANNING.opened, { name }));
    closeDialog();
  };
  const archive = async (archived: boolean): Promise<void> => {
    const answer = await run({ type: 'library.archive', id, archived });
    if (answer.ok && archived)
      toast('ok', words.say(PLANNING['row-archived'], { name }), {
        label: words.say(PLANNING.undo),
        run: () => void run({ type: 'library.archive', id, archived: false }),
        testid: 'library-undo',
      });
  };
  const remove = async (deleted: boolean): Promise<void> => {
    const answer = await run({ type: 'library.delete', id, deleted });
    if (answer.ok && deleted)
      toast('ok', words.say(PLANNING['row-deleted'], { name }), {
        label: words.say(PLANNING.undo),
        run: () => void run({ type: 'library.delete', id, deleted: false }),
        testid: 'library-undo',
      });
  };
  const exportIt = async (): Promise<void> => {
    const answer = await run({ type: 'library.export', id });
    if (answer.ok) toast('ok', words.say(PLANNING['row-exported'], { path: answer.path ?? '' }));
  };
  return (
    <li className="library-row" data-testid={`library-row-${i}`} data-open={open} data-shelf={shelf}>
      <div className="library-what">
        <b>{name}</b>
        <span>
          {plan.days.map(dayDmy).join(', ')}
          {plan.place === '' ? '' : ` · ${plan.place}`}
        </span>
        <span className="library-about">
          {words.say(PLANNING['row-about'], { items: plan.segments.length, delegates: delegates.length })}
        </span>
      </div>
      <div className="library-acts">
        {shelf === 'deleted' ? (
          <Button small testid={`library-restore-${i}`} onClick={() => void remove(false)}>
            {words.say(PLANNING['row-restore'])}
          </Button>
        ) : (
          <>
            {open ? (
              <span className="tag">{words.say(PLANNING['row-is-open'])}</span>
            ) : (
              <Button small look="gold" testid={`library-open-${i}`} onClick={() => void openIt()}>
                {words.say(PLANNING['row-open'])}
              </Button>
            )}
            <Button
              small
              testid={`library-duplicate-${i}`}
              aria-expanded={copying}
              onClick={() => setCopying(!copying)}
            >
              {words.say(PLANNING['row-duplicate'])}
            </Button>
            <Button small testid={`library-export-${i}`} onClick={() => void exportIt()}>
              {words.say(PLANNING['row-export'])}
            </Button>
            <Button small testid={`library-archive-${i}`} onClick={() => void archive(shelf === 'used')}>
              {words.say(PLANNING[shelf === 'used' ? 'row-archive' : 'row-unarchive'])}
            </Button>
            <Button small look="outline-bad" testid={`library-delete-${i}`} onClick={() => void remove(true)}>
              {words.say(PLANNING['row-delete'])}
            </Button>
          </>
        )}
      </div>
      {copying && shelf !== 'deleted' ? <Copy id={id} words={words} onDone={() => setCopying(false)} /> : null}
    </li>
  );
}

interface CopyProps {
  readonly id: string;
  readonly words: Speaker;
  readonly onDone: () => void;
}

/** Asks for the day of the copy; a week from now unless another one is typed. */
function Copy({ id, words, onDone }: CopyProps) {
  const [text, setText] = useState(() => dayDmy(addDays(hallToday(), 7)));
  const day = typedDay(text);
  const copy = async (): Promise<void> => {
    if (!day.ok) return;
    const answer = await run({ type: 'library.duplicate', id, day: day.value });
    if (!answer.ok) return;
    toast('ok', words.say(PLANNING['row-duplicated'], { day: dayDmy(day.value) }));
    onDone();
  };
  return (
    <form
      className="library-copy"
      onSubmit={(e) => {
        e.preventDefault();
        void copy();
      }}
    >
      <label>
        {words.say(PLANNING['row-duplicate-day'])}
        <input
          type="text"
          data-testid="library-duplicate-day"
          aria-invalid={!day.ok}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
      </label>
      <Button small look="gold" type="submit" testid="library-duplicate-agree" disabled={!day.ok}>
        {words.say(PLANNING['row-duplicate'])}
      </Button>
      {day.ok ? null : <span className="library-bad">{words.say(PLANNING['bad-day'])}</span>}
    </form>
  );
}
