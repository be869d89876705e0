import { useLayoutEffect, useRef } from 'react';
import { figure, nextFigureChange } from '../../shared/domain/timer/figure';
import { progress } from '../../shared/domain/timer/timer';
import { clockHm } from '../../shared/time/format';
import { type Duration, type Instant, toWall, wallInstant } from '../../shared/time/time';
import { STAGE } from '../../shared/words/stage';
import { type Language, say } from '../../shared/words/words';
import { onBoundary } from '../store/hall-time';
import { nextWallSecond } from './Clock';
import { FigureFitter } from './fit';
import { type StageView, type StageWord, startWords } from './view';

interface Props {
  readonly view: StageView;
  readonly wallOffset: Duration;
  readonly language: Language;
}

/** What one moment puts on the glass. */
interface Painting {
  readonly text: string;
  readonly word: StageWord;
  readonly look: 'normal' | 'warning' | 'danger' | 'over' | 'paused' | 'up' | 'waiting';
  readonly progress: number | null;
  readonly line: string;
}

const RESTING = {
  'no event': 'no-event',
  'not begun': 'not-begun',
  between: 'between',
  ended: 'ended',
} as const satisfies Readonly<Record<string, StageWord>>;

/** Everything on the glass that changes with time alone, at one moment of hall time. */
export function paint(view: StageView, wallOffset: Duration, language: Language, at: Instant): Painting {
  if (view.run === null) {
    const wall = wallInstant(Math.round(toWall(at, wallOffset)));
    const start = view.item?.start ?? null;
    const about = start === null ? null : startWords(start, wall);
    return {
      text: clockHm(wall, 'wall'),
      word: RESTING[view.mode],
      look: 'waiting',
      progress: null,
      line: about === null ? '' : say(STAGE[about.word], language, about.values),
    };
  }
  const f = figure(view.run, at);
  const paused = view.mode === 'paused';
  return {
    text: f.text,
    word: paused ? 'paused' : f.kind === 'up' ? 'up' : `down-${f.phase}`,
    look: paused ? 'paused' : f.kind === 'up' ? 'up' : f.phase,
    progress: progress(view.run, at),
    line: '',
  };
}

/**
 * The remaining time and all that changes with it. It is written into the page directly, in the frame in which the
 * second begins: a rendering between would only make it later.
 */
export function Figure({ view, wallOffset, language }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const word = useRef<HTMLSpanElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const fitter = useRef<FigureFitter | null>(null);

  useLayoutEffect(() => {
    if (box.current === null || text.current === null) return;
    const f = new FigureFitter(box.current, text.current);
    fitter.current = f;
    const watching = new ResizeObserver(() => f.refit());
    watching.observe(box.current);
    const letters = (): void => f.refit();
    document.fonts?.addEventListener('loadingdone', letters);
    return () => {
      watching.disconnect();
      document.fonts?.removeEventListener('loadingdone', letters);
    };
  }, []);

  useLayoutEffect(() => {
    const { run } = view;
    const draw = (at: Instant): void => {
      const p = paint(view, wallOffset, language, at);
      write(text.current, p.text);
      write(word.current, say(STAGE[p.word], language));
      write(line.current, p.line);
      fitter.current?.show(p.text);
      if (bar.current !== null) {
        bar.current.style.visibility = p.progress === null ? 'hidden' : 'visible';
        bar.current.style.setProperty('--gone', String(p.progress ?? 0));
      }
      // the colours of the whole page follow
      document.documentElement.dataset.look = p.look;
    };
    return onBoundary((from) => (run === null ? nextWallSecond(from, wallOffset) : nextFigureChange(run, from)), draw);
  }, [view, wallOffset, language]);

  return (
    <>
      <div className="phase">
        <span ref={word} data-testid="stage-phase" />
      </div>
      <div className="figure-box" ref={box}>
        <div className="figure" ref={text} data-testid="stage-figure" />
      </div>
      <div className="start-line" ref={line} data-testid="stage-start" />
      <div className="bar" ref={bar}>
        <div />
      </div>
    </>
  );
}

function write(element: HTMLElement | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}
