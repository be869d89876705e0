import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../../shared/plan/draft';
import { PLANNING } from '../../../shared/words/planning';
import { toast } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { useFirstFocus } from '../../ui/first-focus';
import { clipboardRows, pastedItems } from '../desk/pasted-table';
import { useWords } from '../desk/words';
import { Agree } from './agree';
import { DocumentView } from './document-view';
import { DraftView } from './draft-view';
import { FindingsList } from './findings-list';
import { flash, flashPassage, focusIn } from './flash';
import { type Owner, ownerOf, ownerOfFinding, partOf, runsOf } from './marks';
import { Notices } from './notices';
import { otherOf, type Remedy } from './remedies';
import { act, draftNow, type Session } from './session';
import { standing } from './standing';
import { ownerOfPage, unreadPages } from './unread-pages';

/** The document, what would be made of it, and what is doubtful, side by side. */
export function ReviewView({ session }: { readonly session: Extract<Session, { phase: 'review' }> }) {
  const words = useWords();
  const { read, review } = session;
  const { document, reading, notices } = read;
  const { draft, handled } = review;
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  // the marks stay those of the reading: what is corrected by hand still came from there
  const runs = useMemo(() => runsOf(document, reading.draft, reading.findings), [document, reading]);
  const unread = useMemo(() => new Set(unreadPages(notices)), [notices]);
  const all = useMemo(() => standing(reading, draft, handled), [reading, draft, handled]);
  const open = all.filter((s) => s.done === null).map((s) => s.finding);
  const doubts = open.filter((f) => f.level === 'doubt');
  // one string, so that the document is drawn anew only when another passage is doubtful
  const doubtful = doubts.map(ownerOfFinding).join(' ');
  const underlined = useMemo(() => new Set(doubtful.split(' ')), [doubtful]);
  /** The finding that was looked at last. */
  const [at, setAt] = useState<string | null>(null);

  const show = (owner: Owner): void => void flash(box.current, 'data-owners', [owner]);
  const [pick] = useState(() => (owner: Owner): void => {
    flash(box.current, 'data-place', [owner]);
    flash(box.current, 'data-owners', [owner]);
  });
  const pickFinding = (f: Finding): void => {
    setAt(f.id);
    const other = otherOf(f, draft);
    const places = [...(other === null ? [] : [`segment:${other.id}`]), partOf(f)];
    flash(box.current, 'data-place', places);
    if (!flash(box.current, 'data-owners', [ownerOfFinding(f)])) flash(box.current, 'data-owners', places);
  };
  const step = (by: 1 | -1): void => {
    const from = all.findIndex((s) => s.finding.id === at);
    const isOpen = (s: (typeof all)[number]): boolean => s.done === null;
    const next =
      by === 1
        ? (all.slice(from + 1).find(isOpen) ?? all.find(isOpen))
        : (all.slice(0, Math.max(0, from)).findLast(isOpen) ?? all.findLast(isOpen));
    if (next === undefined) {
      toast('ok', words.say(PLANNING['all-looked-at']));
      return;
    }
    pickFinding(next.finding);
    flash(box.current, 'data-finding', [next.finding.id]);
  };
  const remedy = (r: Remedy): void => {
    if (r.do === 'show') flashPassage(box.current, r.passage);
    else if (r.do === 'edit') {
      flash(box.current, 'data-place', [ownerOf(r.place)]);
      focusIn(box.current, ownerOf(r.place), r.field);
    } else {
      const before = draftNow();
      act(r.change);
      const now = draftNow();
      const item = now?.segments.find((s) => !before?.segments.some((o) => o.id === s.id));
      const deadline = now?.deadlines.find((d) => !before?.deadlines.some((o) => o.id === d.id));
      // what was added is on the page with the next frame
      requestAnimationFrame(() => {
        if (item !== undefined) focusIn(box.current, `segment:${item.id}`, 'title');
        else if (deadline !== undefined) focusIn(box.current, `deadline:${deadline.id}`, 'day');
        else if (r.change.do === 'segment') flash(box.current, 'data-place', [`segment:${r.change.id}`]);
      });
    }
  };
  const onKey = (e: KeyboardEvent): void => {
    if (e.key === 'F8' && !e.ctrlKey && !e.altKey) {
      e.preventDefault();
      step(e.shiftKey ? -1 : 1);
      return;
    }
    if (!e.ctrlKey || e.altKey || !/^[zy]$/i.test(e.key)) return;
    // what is being typed is undone by the field itself
    if (e.target instanceof HTMLElement && e.target.dataset.dirty === 'true') return;
    e.preventDefault();
    act({ do: e.key.toLowerCase() === 'y' || e.shiftKey ? 'redo' : 'undo' });
  };
  // a table is meant for the agenda that is looked at; other text that is pasted is another plan
  const onPaste = (e: ClipboardEvent): void => {
    const rows = clipboardRows(e.clipboardData);
    if (rows.length === 0) return;
    e.preventDefault();
    e.stopPropagation();
    const segments = pastedItems(rows);
    if (segments.length > 0) act({ do: 'segment-add', segments, before: null });
    if (segments.length > 0) toast('ok', words.say(PLANNING['paste-table-done'], { n: segments.length }));
    else toast('bad', words.say(PLANNING['paste-table-none']));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo by key, wherever the focus is in here
    <div className="plan-review" data-testid="plan-review" ref={box} tabIndex={-1} onKeyDown={onKey} onPaste={onPaste}>
      <section className="panel">
        <header className="panel-head">
          <h2>{words.say(PLANNING.document)}</h2>
          <span className="plan-name-of">{read.name}</span>
          <span className="panel-head-end plan-legend">
            <mark>{words.say(PLANNING['document-used'])}</mark>
            <mark data-doubtful="true">{words.say(PLANNING['document-doubtful'])}</mark>
          </span>
        </header>
        <div className="plan-scroll" data-testid="plan-document">
          <DocumentView
            document={document}
            runs={runs}
            doubtful={underlined}
            unread={unread}
            words={words}
            onPick={pick}
          />
        </div>
      </section>
      <section className="panel">
        <header className="panel-head">
          <h2>{words.say(PLANNING.draft)}</h2>
          <span className="panel-head-end">
            <Button
              small
              shortcut="Ctrl+Z"
              disabled={review.past.length === 0}
              testid="plan-undo"
              onClick={() => act({ do: 'undo' })}
            >
              {words.say(PLANNING.undo)}
            </Button>
            <Button
              small
              shortcut="Ctrl+Y"
              disabled={review.future.length === 0}
              testid="plan-redo"
              onClick={() => act({ do: 'redo' })}
            >
              {words.say(PLANNING.redo)}
            </Button>
          </span>
        </header>
        <div className="plan-scroll plan-draft">
          <DraftView draft={draft} read={reading.draft} words={words} onShow={show} />
        </div>
      </section>
      <section className="panel">
        <header className="panel-head">
          <h2>{words.say(PLANNING.findings)}</h2>
          <span className="panel-head-end">
            <span className="plan-hint" data-testid="plan-findings-count">
              {words.say(PLANNING['findings-count'], { doubts: doubts.length, notes: open.length - doubts.length })}
            </span>
            {all.length === 0 ? null : (
              <Button
                small
                shortcut="F8"
                title={words.say(PLANNING['next-finding-about'])}
                testid="plan-next-finding"
                onClick={() => step(1)}
              >
                {words.say(PLANNING['next-finding'])}
              </Button>
            )}
          </span>
        </header>
        <div className="plan-scroll">
          <Notices notices={notices} words={words} onPage={(n) => show(ownerOfPage(n))} />
          <FindingsList
            standing={all}
            whole={notices.length === 0}
            draft={draft}
            read={reading.draft}
            document={document}
            words={words}
            onPick={pickFinding}
            onRemedy={remedy}
          />
        </div>
      </section>
      <Agree session={session} doubts={doubts.length} onFault={(owner) => flash(box.current, 'data-place', [owner])} />
    </div>
  );
}
