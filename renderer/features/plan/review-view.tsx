import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../../shared/plan/draft';
import { PLANNING } from '../../../shared/words/planning';
import { useMirror } from '../../store/hall-store';
import { closeDialog, openDialog, select, toast } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { useFirstFocus } from '../../ui/first-focus';
import { run } from '../desk/run';
import { hallToday } from '../desk/today';
import { useWords } from '../desk/words';
import { DocumentView } from './document-view';
import { DraftView } from './draft-view';
import { FindingsList } from './findings-list';
import { flash } from './flash';
import { type Owner, ownerOf, ownerOfFinding, runsOf } from './marks';
import { act, forget, type Session, setMerging } from './session';
import { draftFault, keepable } from './tidy';

/** The document, what would be made of it, and what is doubtful, side by side. */
export function ReviewView({ session }: { readonly session: Extract<Session, { phase: 'review' }> }) {
  const words = useWords();
  const { read, review } = session;
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  const findings = useMemo(() => inOrder(read.reading.findings), [read]);
  // the marks stay those of the reading: what is corrected by hand still came from there
  const runs = useMemo(() => runsOf(read.document, read.reading.draft, findings), [read, findings]);
  const open = findings.filter((f) => !review.handled.includes(f.id));
  const doubtful = useMemo(
    () =>
      new Set(
        findings.filter((f) => f.level === 'doubt' && !review.handled.includes(f.id)).map((f) => ownerOfFinding(f)),
      ),
    [findings, review.handled],
  );
  const show = (owner: Owner): void => void flash(box.current, 'data-owners', owner);
  const [pick] = useState(() => (owner: Owner): void => {
    flash(box.current, 'data-place', owner);
    flash(box.current, 'data-owners', owner);
  });
  const pickFinding = (f: Finding): void => {
    flash(box.current, 'data-place', ownerOf(f.place));
    if (!flash(box.current, 'data-owners', ownerOfFinding(f))) flash(box.current, 'data-owners', ownerOf(f.place));
  };
  const onKey = (e: KeyboardEvent): void => {
    if (!e.ctrlKey || e.altKey || !/^[zy]$/i.test(e.key)) return;
    // what is being typed is undone by the field itself
    if (e.target instanceof HTMLElement && e.target.dataset.dirty === 'true') return;
    e.preventDefault();
    act({ do: e.key.toLowerCase() === 'y' || e.shiftKey ? 'redo' : 'undo' });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo by key, wherever the focus is in here
    <div className="plan-review" data-testid="plan-review" ref={box} tabIndex={-1} onKeyDown={onKey}>
      <section className="panel">
        <header className="panel-head">
          <h2>{words.say(PLANNING.document)}</h2>
          <span className="plan-name-of">{session.read.name}</span>
          <span className="panel-head-end plan-hint">{words.say(PLANNING['document-about'])}</span>
        </header>
        <div className="plan-scroll" data-testid="plan-document">
          <DocumentView document={read.document} runs={runs} doubtful={doubtful} words={words} onPick={pick} />
        </div>
      </section>
      <section className="panel">
        <header className="panel-head">
          <h2>{words.say(PLANNING.draft)}</h2>
          <span className="panel-head-end">
            <Button small disabled={review.past.length === 0} testid="plan-undo" onClick={() => act({ do: 'undo' })}>
              {words.say(PLANNING.undo)}
            </Button>
            <Button small disabled={review.future.length === 0} testid="plan-redo" onClick={() => act({ do: 'redo' })}>
              {words.say(PLANNING.redo)}
            </Button>
          </span>
        </header>
        <div className="plan-scroll plan-draft">
          <DraftView draft={review.draft} words={words} onShow={show} />
        </div>
      </section>
      <section className="panel">
        <header className="panel-head">
          <h2>{words.say(PLANNING.findings)}</h2>
          <span className="panel-head-end plan-hint" data-testid="plan-findings-count">
            {words.say(PLANNING['findings-count'], {
              doubts: open.filter((f) => f.level === 'doubt').length,
              notes: open.filter((f) => f.level === 'note').length,
            })}
          </span>
        </header>
        <div className="plan-scroll">
          <FindingsList
            findings={findings}
            handled={review.handled}
            draft={review.draft}
            words={words}
            onPick={pickFinding}
          />
        </div>
      </section>
      <Agree session={session} doubts={doubtful.size} onFault={(owner) => flash(box.current, 'data-place', owner)} />
    </div>
  );
}

interface AgreeProps {
  readonly session: Extract<Session, { phase: 'review' }>;
  readonly doubts: number;
  readonly onFault: (owner: Owner) => void;
}

/** The way into the hall. With open doubts it takes a second press; what is missing is said and shown. */
function Agree({ session, doubts, onFault }: AgreeProps) {
  const words = useWords();
  const [asked, setAsked] = useState(false);
  const [keepRoster, setKeepRoster] = useState(true);
  const [busy, setBusy] = useState(false);
  const roster = useMirror((m) => m.state?.attendance.delegates ?? null);
  const hasPlan = useMirror((m) => m.state !== null && m.state.plan !== null);
  const { draft } = session.review;
  const people = roster?.length ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of doubts is another question
  useEffect(() => setAsked(false), [doubts]);

  const faultless = (): boolean => {
    const fault = draftFault(draft, hallToday());
    if (fault === null) return true;
    toast('bad', words.say(PLANNING[fault.code], { n: 'n' in fault ? fault.n : 0 }));
    onFault(fault.code === 'fault-title' ? `segment:${fault.segment}` : 'name');
    return false;
  };
  const keep = async (open: boolean): Promise<void> => {
    if (!faultless()) return;
    if (open && doubts > 0 && !asked) {
      setAsked(true);
      return;
    }
    setBusy(true);
    const plan = keepable(draft, hallToday());
    const delegates = keepRoster && roster !== null ? roster : [];
    const answer = await run({ type: 'library.keep', plan, delegates, open });
    setBusy(false);
    if (!answer.ok) return;
    toast('ok', words.say(open ? PLANNING.opened : PLANNING['kept-only'], { name: plan.name }));
    forget();
    if (!open) {
      openDialog('library');
      return;
    }
    select(null);
    closeDialog();
  };
  return (
    <footer className="plan-agree">
      <Button look="bare" testid="plan-another" onClick={forget}>
        {words.say(PLANNING['another-document'])}
      </Button>
      {people === 0 ? null : (
        <label className="plan-tick">
          <input
            type="checkbox"
            data-testid="plan-keep-roster"
            checked={keepRoster}
            onChange={(e) => setKeepRoster(e.currentTarget.checked)}
          />
          {words.say(PLANNING['keep-roster'], { n: people })}
        </label>
      )}
      <Button testid="plan-keep-only" disabled={busy} onClick={() => void keep(false)}>
        {words.say(PLANNING['keep-only'])}
      </Button>
      {hasPlan ? (
        <Button testid="plan-merge" disabled={busy} onClick={() => faultless() && setMerging(true)}>
          {words.say(PLANNING.merge)}
        </Button>
      ) : null}
      <Button look={asked ? 'lacquer' : 'gold'} testid="plan-confirm" disabled={busy} onClick={() => void keep(true)}>
        {doubts === 0
          ? words.say(PLANNING.confirm)
          : words.say(asked ? PLANNING['confirm-again'] : PLANNING['confirm-doubts'], { n: doubts })}
      </Button>
    </footer>
  );
}

/** Doubts before notes; each kind in the order of the document. */
const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) =>
    a.level !== b.level ? (a.level === 'doubt' ? -1 : 1) : (a.passages[0]?.from ?? 0) - (b.passages[0]?.from ?? 0),
  );
