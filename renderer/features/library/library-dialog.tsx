import { useMemo, useRef, useState } from 'react';
import type { LibraryState } from '../../../shared/domain/library/library';
import { OPERATOR } from '../../../shared/words/operator';
import { PLANNING } from '../../../shared/words/planning';
import { useMirror } from '../../store/hall-store';
import { openDialog, select } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { useFirstFocus } from '../../ui/first-focus';
import { importEvent } from '../desk/import-event';
import { run } from '../desk/run';
import { hallToday } from '../desk/today';
import { useWords } from '../desk/words';
import { findEvents, SHELVES, type Shelf } from './find-events';
import { LibraryRow } from './library-row';
import './library.css';

const NOTHING: LibraryState = {};

/** Every event this endpoint knows, and the ways to get another one. */
export default function LibraryDialog() {
  const words = useWords();
  const library = useMirror((m) => m.state?.library ?? NOTHING);
  const openId = useMirror((m) => m.state?.plan?.id ?? null);
  const [typed, setTyped] = useState('');
  const [shelf, setShelf] = useState<Shelf>('used');
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  const file = useRef<HTMLInputElement>(null);
  // each shelf, so that a search tells where else there is something
  const shelves = useMemo(
    () => SHELVES.map((name) => ({ name, found: findEvents(library, name, typed, openId) })),
    [library, typed, openId],
  );
  const found = shelves.find((s) => s.name === shelf)?.found ?? [];
  const searching = typed.trim() !== '';
  const elsewhere = shelves.some((s) => s.found.length > 0);

  const importFile = async (chosen: File): Promise<void> => {
    if (await importEvent(chosen)) setShelf('used');
  };
  const blank = async (): Promise<void> => {
    const day = hallToday();
    const answer = await run({
      type: 'library.keep',
      plan: {
        id: `hoi-nghi-${day}`,
        name: words.say(PLANNING['library-new-name']),
        organiser: '',
        place: '',
        days: [day],
        endsAt: null,
        banner: [],
        segments: [],
        deadlines: [],
      },
      delegates: [],
      open: true,
    });
    if (!answer.ok) return;
    select(null);
    openDialog('editing');
  };
  return (
    <div className="dialog library" data-testid="library" ref={box}>
      <div className="library-bar">
        <input
          type="search"
          className="library-search"
          data-testid="library-search"
          data-autofocus
          placeholder={words.say(PLANNING['library-search'])}
          aria-label={words.say(PLANNING['library-search'])}
          value={typed}
          onChange={(e) => setTyped(e.currentTarget.value)}
        />
        <Button testid="library-new" onClick={() => void blank()}>
          {words.say(PLANNING['library-new'])}
        </Button>
        <Button testid="library-plan" onClick={() => openDialog('plan')}>
          {words.say(OPERATOR['plan-open'])}
        </Button>
        <Button testid="library-import" onClick={() => file.current?.click()}>
          {words.say(PLANNING['library-import'])}
        </Button>
        <Button testid="library-sample" onClick={() => openDialog('sample')}>
          {words.say(PLANNING['library-sample'])}
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json"
          data-testid="library-file"
          onChange={(e) => {
            const chosen = e.currentTarget.files?.[0];
            if (chosen !== undefined) void importFile(chosen);
            e.currentTarget.value = '';
          }}
        />
      </div>
      <div className="library-shelves" role="tablist">
        {shelves.map((s) => (
          <button
            type="button"
            role="tab"
            key={s.name}
            aria-selected={s.name === shelf}
            data-testid={`library-shelf-${s.name}`}
            onClick={() => setShelf(s.name)}
          >
            {words.say(PLANNING[`shelf-${s.name}`])} ({s.found.length})
          </button>
        ))}
      </div>
      <ol className="library-list">
        {found.length === 0 ? (
          <li className="empty">
            {words.say(
              PLANNING[
                searching ? (elsewhere ? 'library-elsewhere' : 'library-none') : (`library-empty-${shelf}` as const)
              ],
            )}
          </li>
        ) : null}
        {found.map((e, i) => (
          <LibraryRow key={e.plan.id} i={i} entry={e} open={e.plan.id === openId} words={words} />
        ))}
      </ol>
    </div>
  );
}
