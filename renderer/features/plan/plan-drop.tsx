import { useEffect, useState } from 'react';
import { OPERATOR } from '../../../shared/words/operator';
import { useMirror } from '../../store/hall-store';
import { toast, ui } from '../../store/ui-store';
import { isTyping } from '../desk/is-typing';
import { speakNow, useWords } from '../desk/words';
import './plan-drop.css';

/** The reader's screens come when they are needed; this stays small, for it is there from the start. */
const session = () => import('./session');
/** Shorter than any agenda: a word that was still in the clipboard is no plan. */
const SHORTEST_PASTE = 40;

/** Takes a file that is dropped anywhere on the window, and text or a file that is pasted outside a field. */
export function PlanDrop() {
  const words = useWords();
  const [over, setOver] = useState(false);
  const ready = useMirror((m) => m.state !== null);
  useEffect(() => {
    if (!ready) return;
    const carriesFile = (e: DragEvent): boolean => e.dataTransfer?.types.includes('Files') === true;
    const onOver = (e: DragEvent): void => {
      if (!carriesFile(e)) return;
      e.preventDefault();
      if (e.dataTransfer !== null) e.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onLeave = (e: DragEvent): void => {
      // out of the window, not from one element to the next
      if (e.relatedTarget === null) setOver(false);
    };
    const onDrop = (e: DragEvent): void => {
      setOver(false);
      if (!carriesFile(e)) return;
      e.preventDefault();
      take(e.dataTransfer?.files ?? null);
    };
    const onPaste = (e: ClipboardEvent): void => {
      if (isTyping(e.target) || (ui().dialog !== null && ui().dialog !== 'plan')) return;
      const text = e.clipboardData?.getData('text/plain') ?? '';
      if ((e.clipboardData?.files.length ?? 0) > 0) take(e.clipboardData?.files ?? null);
      else if (text.trim().length >= SHORTEST_PASTE) void session().then((s) => s.takeText(text));
      else return;
      e.preventDefault();
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [ready]);
  if (!over) return null;
  return (
    <div className="plan-drop" data-testid="plan-drop">
      <b>{words.say(OPERATOR['plan-drop'])}</b>
      <span>{words.say(OPERATOR['plan-drop-about'])}</span>
    </div>
  );
}

function take(files: FileList | null): void {
  const file = files?.[0];
  if (file === undefined) return;
  if ((files?.length ?? 0) > 1) toast('info', speakNow().say(OPERATOR['only-one'], { name: file.name }));
  void session().then((s) => s.takeFile(file));
}
