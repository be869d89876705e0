import { type KeyboardEvent, useRef, useState } from 'react';
import type { PlanEdit } from '../../../shared/domain/editing/edit';
import { OPERATOR } from '../../../shared/words/operator';
import { PLANNING } from '../../../shared/words/planning';
import { useMirror } from '../../store/hall-store';
import { openDialog } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { useFirstFocus } from '../../ui/first-focus';
import { run } from '../desk/run';
import { useWords } from '../desk/words';
import { AgendaTab } from './agenda-tab';
import { BannerTab } from './banner-tab';
import { DeadlinesTab } from './deadlines-tab';
import { FactsTab } from './facts-tab';
import './editing.css';

const TABS = ['agenda', 'facts', 'banner', 'deadlines'] as const;
type Tab = (typeof TABS)[number];

/** One change of the open event. A refusal is said; the fields then show what the hall has. */
const edit = (e: PlanEdit): void => void run({ type: 'plan.edit', edit: e });
const undo = (): void => void run({ type: 'plan.undo' });
const redo = (): void => void run({ type: 'plan.redo' });

/** The open event, every part of it open to change; each change reaches the hall at once. */
export default function EditingDialog() {
  const words = useWords();
  const plan = useMirror((m) => m.state?.plan ?? null);
  const undos = useMirror((m) => m.state?.editing.undo.length ?? 0);
  const redos = useMirror((m) => m.state?.editing.redo.length ?? 0);
  const on = useMirror((m) => m.state?.timer.run?.segmentId ?? null);
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  const [tab, setTab] = useState<Tab>('agenda');
  if (plan === null)
    return (
      <div className="dialog plan-none">
        <p className="empty">{words.say(PLANNING['edit-none'])}</p>
        <div className="dialog-buttons">
          <Button onClick={() => openDialog('plan')}>{words.say(OPERATOR['plan-open'])}</Button>
          <Button onClick={() => openDialog('library')}>{words.say(OPERATOR['library-open'])}</Button>
        </div>
      </div>
    );
  const onKey = (e: KeyboardEvent): void => {
    if (!e.ctrlKey || e.altKey || !/^[zy]$/i.test(e.key)) return;
    // what is being typed is undone by the field itself
    if (e.target instanceof HTMLElement && e.target.dataset.dirty === 'true') return;
    e.preventDefault();
    if (e.key.toLowerCase() === 'y' || e.shiftKey) redo();
    else undo();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo by key, wherever the focus is in here
    <div className="edit" data-testid="edit-dialog" ref={box} tabIndex={-1} onKeyDown={onKey}>
      <div className="edit-bar">
        <div className="edit-tabs" role="tablist">
          {TABS.map((t) => (
            <button
              type="button"
              role="tab"
              key={t}
              aria-selected={t === tab}
              data-testid={`edit-tab-${t}`}
              onClick={() => setTab(t)}
            >
              {words.say(PLANNING[t])}
            </button>
          ))}
        </div>
        <span className="edit-hint">{words.say(PLANNING['edit-about'])}</span>
        <Button small testid="edit-undo" shortcut="Ctrl+Z" data-quiet={undos === 0} onClick={undo}>
          {words.say(PLANNING.undo)}
        </Button>
        <Button small testid="edit-redo" shortcut="Ctrl+Y" data-quiet={redos === 0} onClick={redo}>
          {words.say(PLANNING.redo)}
        </Button>
      </div>
      <div className="edit-body" role="tabpanel">
        {tab === 'agenda' ? <AgendaTab plan={plan} on={on} words={words} edit={edit} /> : null}
        {tab === 'facts' ? <FactsTab plan={plan} words={words} edit={edit} /> : null}
        {tab === 'banner' ? <BannerTab plan={plan} words={words} edit={edit} /> : null}
        {tab === 'deadlines' ? <DeadlinesTab plan={plan} words={words} edit={edit} /> : null}
      </div>
    </div>
  );
}
