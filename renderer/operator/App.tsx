import { lazy, Suspense, useEffect, useState } from 'react';
import { OPERATOR } from '../../shared/words/operator';
import { AgendaPanel } from '../features/agenda/agenda-panel';
import { AttendancePanel } from '../features/attendance/attendance-panel';
import { useWords } from '../features/desk/words';
import { MessagePanel } from '../features/message/message-panel';
import { NoticeStrip } from '../features/notices/notice-strip';
import { NowPanel } from '../features/now/now-panel';
import { ObsPanel } from '../features/obs/obs-panel';
import { PlanDrop } from '../features/plan/plan-drop';
import { FirstRun } from '../features/sample/sample-choice';
import { TopBar } from '../features/top/top-bar';
import { useMirror } from '../store/hall-store';
import { dropToast, useUi } from '../store/ui-store';
import { ToastStack } from '../ui/toast-stack';
import { MESSAGE_FIELD, useKeys } from './use-keys';
import './operator.css';

/** Mantine comes with the dialogs, so that the desk itself is up before it is read. */
const loadDialogs = () => import('./dialogs');
const Dialogs = lazy(loadDialogs);

export function App() {
  useKeys();
  const ready = useMirror((m) => m.state !== null && m.live !== null);
  const open = useMirror((m) => m.state !== null && m.state.plan !== null);
  const words = useWords();
  useEffect(() => {
    document.documentElement.lang = words.language;
  }, [words.language]);
  if (!ready) return <p className="empty">{words.say(OPERATOR.waiting)}</p>;
  return (
    <div className="desk">
      <TopBar />
      <NoticeStrip />
      <main className="desk-main">
        <AgendaPanel />
        <div className="desk-middle">
          <NowPanel />
          <MessagePanel fieldId={MESSAGE_FIELD} />
        </div>
        <div className="desk-right">
          <ObsPanel />
          <AttendancePanel />
        </div>
      </main>
      {open ? null : <FirstRun />}
      <DialogLayer />
      <PlanDrop />
      <Toasts />
    </div>
  );
}

function DialogLayer() {
  const dialog = useUi((u) => u.dialog);
  const [met, setMet] = useState(false);
  useEffect(() => {
    // once the desk stands and the machine is idle, so that the first dialog opens at once
    const id = requestIdleCallback(() => void loadDialogs(), { timeout: 8_000 });
    return () => cancelIdleCallback(id);
  }, []);
  useEffect(() => {
    if (dialog !== null) setMet(true);
  }, [dialog]);
  return met ? (
    <Suspense fallback={null}>
      <Dialogs />
    </Suspense>
  ) : null;
}

function Toasts() {
  const words = useWords();
  const toasts = useUi((u) => u.toasts);
  return <ToastStack toasts={toasts} closeLabel={words.say(OPERATOR.close)} onClose={dropToast} />;
}
