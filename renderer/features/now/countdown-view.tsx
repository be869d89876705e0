import { useRef } from 'react';
import { type Figure, figure as figureOf, nextFigureChange } from '../../../shared/domain/timer/figure';
import { progress, type Run } from '../../../shared/domain/timer/timer';
import { OPERATOR } from '../../../shared/words/operator';
import { useBoundary } from '../desk/boundary';
import type { Speaker } from '../desk/words';

/** The figure, its phase and its bar: drawn into the page at each second, never rendered. */
export function CountdownView({ run, words }: { readonly run: Run | null; readonly words: Speaker }) {
  const box = useRef<HTMLDivElement>(null);
  const figure = useRef<HTMLDivElement>(null);
  const word = useRef<HTMLSpanElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  useBoundary(
    (now) => (run === null ? null : nextFigureChange(run, now)),
    (at) => {
      if (box.current === null || figure.current === null || word.current === null || bar.current === null) return;
      const now = run === null ? null : figureOf(run, at);
      const text = now?.text ?? '--:--';
      figure.current.textContent = text;
      figure.current.dataset.length = String(text.length);
      box.current.dataset.phase = now?.phase ?? 'idle';
      box.current.dataset.paused = String(run !== null && run.pausedAt !== null);
      word.current.textContent = run === null || now === null ? '' : phaseWord(run, now, words);
      const done = run === null ? null : progress(run, at);
      bar.current.style.transform = `scaleX(${done ?? 0})`;
    },
    [run, words],
  );
  return (
    <div className="countdown" ref={box} data-phase="idle">
      <div className="countdown-figure" ref={figure} data-testid="now-figure" role="timer" />
      <span className="countdown-word" ref={word} data-testid="now-phase" />
      <div className="countdown-track" aria-hidden="true">
        <div className="countdown-bar" ref={bar} />
      </div>
    </div>
  );
}

function phaseWord(run: Run, now: Figure, words: Speaker): string {
  if (run.pausedAt !== null) return words.say(OPERATOR['phase-paused']);
  return words.say(now.kind === 'up' ? OPERATOR['now-up'] : OPERATOR[`phase-${now.phase}`]);
}
