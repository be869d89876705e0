import { useEffect, useRef, useState } from 'react';
import { CHECKIN } from '../../shared/words/checkin';
import { OPERATOR } from '../../shared/words/operator';
import { Recent } from '../features/checkin/recent';
import { Result } from '../features/checkin/result';
import { Search } from '../features/checkin/search';
import { countsOf } from '../features/desk/roster';
import { type Speaker, useWords } from '../features/desk/words';
import { useMirror } from '../store/hall-store';
import { useSignalLost } from '../store/hall-time';
import { dropToast, useUi } from '../store/ui-store';
import { Button } from '../ui/button';
import { ToastStack } from '../ui/toast-stack';
import { sound } from './sounds';
import { useWedge } from './use-wedge';
import './checkin.css';

/** The page of the check-in desk: what the last badge was, and how to help the person whose badge does not work. */
export function App() {
  const words = useWords();
  const ready = useMirror((m) => m.state !== null && m.live !== null);
  const [door, setDoor] = useState<string | null>(null);
  const [sounds, setSounds] = useState(true);
  const place = door?.trim() || words.say(CHECKIN['door-default']);
  useWedge(place);
  useSounds(sounds);
  useEffect(() => {
    document.documentElement.lang = words.language;
  }, [words.language]);
  if (!ready) return <p className="empty">{words.say(OPERATOR.waiting)}</p>;
  return (
    <div className="checkin">
      <header className="checkin-top">
        <h1>{words.say(CHECKIN['page-title'])}</h1>
        <label>
          {words.say(CHECKIN.door)}
          <input
            data-testid="checkin-door"
            value={door ?? words.say(CHECKIN['door-default'])}
            maxLength={60}
            onChange={(e) => setDoor(e.currentTarget.value)}
            onKeyDown={(e) => {
              if (e.key === 'Enter' || e.key === 'Escape') e.currentTarget.blur();
            }}
          />
        </label>
        <Button testid="checkin-sounds" aria-pressed={sounds} onClick={() => setSounds(!sounds)}>
          {words.say(CHECKIN.sounds)}: {words.say(sounds ? CHECKIN['sounds-on'] : CHECKIN['sounds-off'])}
        </Button>
        <Pending words={words} />
        <Counts words={words} />
      </header>
      <main className="checkin-main">
        <div className="checkin-left">
          <Result words={words} />
          <Recent words={words} />
        </div>
        <Search door={place} words={words} />
      </main>
      <Toasts words={words} />
    </div>
  );
}

function Counts({ words }: { readonly words: Speaker }) {
  const present = useMirror((m) => (m.state === null ? 0 : countsOf(m.state.attendance).present));
  const summoned = useMirror((m) => m.state?.attendance.delegates.length ?? 0);
  return (
    <p className="checkin-counts">
      <b data-testid="checkin-present">{present}</b> {words.say(OPERATOR.present)} / {summoned}{' '}
      {words.say(OPERATOR.summoned)} · {summoned - present} {words.say(CHECKIN.left)}
    </p>
  );
}

function Pending({ words }: { readonly words: Speaker }) {
  const n = useMirror((m) => m.live?.storage.pending ?? 0);
  const lost = useSignalLost();
  if (lost) return <span className="badge-unsaved">{words.say(OPERATOR['notice-lost'])}</span>;
  if (n === 0) return null;
  return (
    <span className="badge-unsaved" data-testid="pending-badge">
      {words.say(OPERATOR['notice-pending'], { n })}
    </span>
  );
}

/** One sound for each scan that comes while the page is open; none for those that were there before. */
function useSounds(on: boolean): void {
  const scan = useMirror((m) => m.state?.attendance.recent[0] ?? null);
  const known = useMirror((m) => m.state !== null);
  const last = useRef<number | null>(null);
  useEffect(() => {
    if (!known) return;
    const seq = scan?.seq ?? 0;
    if (last.current !== null && scan !== null && seq > last.current && on) sound(scan.verdict);
    last.current = seq;
  }, [scan, known, on]);
}

function Toasts({ words }: { readonly words: Speaker }) {
  const toasts = useUi((u) => u.toasts);
  return <ToastStack toasts={toasts} closeLabel={words.say(OPERATOR.close)} onClose={dropToast} />;
}
