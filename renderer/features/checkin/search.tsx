import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Delegate } from '../../../shared/domain/attendance/attendance';
import { searchDelegates, searchIndex } from '../../../shared/domain/attendance/search';
import { duration } from '../../../shared/time/time';
import { CHECKIN } from '../../../shared/words/checkin';
import { useMirror } from '../../store/hall-store';
import { toast } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { run } from '../desk/run';
import { hallHm } from '../desk/times';
import type { Speaker } from '../desk/words';
import { UndoButton } from './undo-button';

/** More hits than this are not read by anybody. */
const MOST = 12;
const NOBODY: readonly Delegate[] = [];

/** By name, then chosen by hand: many people share a name, so nobody is ever checked in by the search itself. */
export function Search({ door, words }: { readonly door: string; readonly words: Speaker }) {
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed);
  const delegates = useMirror((m) => m.state?.attendance.delegates ?? NOBODY);
  const index = useMemo(() => searchIndex(delegates), [delegates]);
  const hits = useMemo(() => searchDelegates(index, asked), [index, asked]);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (e: KeyboardEvent): void => {
      if (e.code !== 'F2') return;
      e.preventDefault();
      field.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <section className="search">
      <input
        ref={field}
        className="search-field"
        data-testid="checkin-search"
        type="search"
        value={typed}
        placeholder={words.say(CHECKIN.search)}
        aria-label={words.say(CHECKIN.search)}
        onChange={(e) => setTyped(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key !== 'Escape') return;
          setTyped('');
          // the reader of badges works again only when no field has the keys
          e.currentTarget.blur();
        }}
      />
      <div className="search-hits">
        {typed.trim() === '' ? <p className="search-say">{words.say(CHECKIN['search-hint'])}</p> : null}
        {asked.trim() !== '' && hits.length === 0 ? (
          <p className="search-say">{words.say(CHECKIN['search-none'], { text: asked.trim() })}</p>
        ) : null}
        {hits.slice(0, MOST).map((d, i) => (
          <Hit key={d.id} delegate={d} index={i} door={door} words={words} />
        ))}
        {hits.length > MOST ? (
          <p className="search-say">{words.say(CHECKIN['search-more'], { n: hits.length - MOST })}</p>
        ) : null}
      </div>
    </section>
  );
}

interface HitProps {
  readonly delegate: Delegate;
  readonly index: number;
  readonly door: string;
  readonly words: Speaker;
}

const Hit = memo(function Hit({ delegate: d, index, door, words }: HitProps) {
  const presence = useMirror((m) => m.state?.attendance.present[d.id] ?? null);
  const offset = useMirror((m) => m.state?.clock.wallOffset ?? duration(0));
  const mark = async (): Promise<void> => {
    const answer = await run({ type: 'checkin.mark', delegateId: d.id, door });
    if (answer.ok) toast('ok', words.say(CHECKIN['marked-said'], { name: d.name }));
  };
  return (
    <div className="hit" data-testid={`checkin-hit-${index}`} data-present={presence !== null}>
      <span className="hit-order">{d.order}</span>
      <div className="hit-who">
        <b>{d.name}</b>
        <span>
          {d.position} · {d.unit}
        </span>
      </div>
      <span className="hit-state">
        {presence === null
          ? words.say(CHECKIN.absent)
          : words.say(CHECKIN['present-at'], { time: hallHm(presence.at, offset) })}
      </span>
      {presence === null ? (
        <Button look="gold" testid={`checkin-mark-${index}`} onClick={() => void mark()}>
          {words.say(CHECKIN.mark)}
        </Button>
      ) : (
        <UndoButton delegate={d} testid={`checkin-undo-${index}`} words={words} />
      )}
    </div>
  );
});
