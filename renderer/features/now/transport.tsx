import { useEffect } from 'react';
import { OPERATOR } from '../../../shared/words/operator';
import { useMirror } from '../../store/hall-store';
import { askStop, useUi } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { IconNext, IconPause, IconPlay, IconPrevious, IconStop } from '../../ui/icons';
import { addMinutes, load, next, pauseOrResume, previous, startOrResume, stop, wishToStop } from '../desk/actions';
import type { Speaker } from '../desk/words';

/** A question that nobody answers goes away, so that a later Enter does not stop the timer. */
const ASKS_FOR_MS = 8_000;

export function Transport({ words }: { readonly words: Speaker }) {
  const running = useMirror((m) => m.state?.timer.run !== null && m.state?.timer.run !== undefined);
  const paused = useMirror((m) => (m.state?.timer.run?.pausedAt ?? null) !== null);
  const loaded = useMirror((m) => (m.state?.timer.loaded ?? null) !== null);
  const selected = useUi((u) => u.selected);
  return (
    <div className="transport">
      <div className="transport-main">
        <Button
          testid="btn-start"
          look={!running || paused || loaded ? 'gold' : 'plain'}
          data-quiet={running && !paused && !loaded}
          shortcut="Space"
          icon={<IconPlay size={18} />}
          onClick={startOrResume}
        >
          {words.say(loaded ? OPERATOR['start-loaded'] : paused ? OPERATOR.resume : OPERATOR.start)}
        </Button>
        <Button
          testid="btn-pause"
          look={running && !paused && !loaded ? 'gold' : 'plain'}
          data-quiet={!running}
          shortcut="P"
          icon={paused ? <IconPlay size={18} /> : <IconPause size={18} />}
          onClick={pauseOrResume}
        >
          {words.say(paused ? OPERATOR.resume : OPERATOR.pause)}
        </Button>
        <Button testid="btn-next" shortcut="N" icon={<IconNext size={18} />} onClick={next}>
          {words.say(OPERATOR.next)}
        </Button>
      </div>
      <div className="transport-more">
        <Button
          testid="btn-prev"
          data-quiet={!running}
          shortcut="←"
          icon={<IconPrevious size={14} />}
          onClick={previous}
        >
          {words.say(OPERATOR.previous)}
        </Button>
        <div className="transport-steps" data-quiet={!running}>
          {STEPS.map(({ n, testid, key }) => (
            <Button key={n} testid={testid} data-quiet={!running} shortcut={key} onClick={() => addMinutes(n)}>
              {n > 0 ? `+${n}` : `−${-n}`}
            </Button>
          ))}
        </div>
        <Button testid="btn-load" data-quiet={selected === null} shortcut="L" onClick={() => load(selected)}>
          {words.say(OPERATOR.load)}
        </Button>
        <StopButton words={words} quiet={!running && !loaded} />
      </div>
    </div>
  );
}

const STEPS = [
  { n: -5, testid: 'btn-minus5', key: '[' },
  { n: -1, testid: 'btn-minus1', key: '−' },
  { n: 1, testid: 'btn-plus1', key: '+' },
  { n: 5, testid: 'btn-plus5', key: ']' },
] as const;

/** Stopping always takes two presses at two places. */
function StopButton({ words, quiet }: { readonly words: Speaker; readonly quiet: boolean }) {
  const asked = useUi((u) => u.stopAsked);
  useEffect(() => {
    if (!asked) return;
    const t = setTimeout(() => askStop(false), ASKS_FOR_MS);
    return () => clearTimeout(t);
  }, [asked]);
  return (
    <div className="stop">
      <Button
        testid="btn-stop"
        look="outline-bad"
        data-quiet={quiet}
        shortcut="X"
        icon={<IconStop size={14} />}
        aria-expanded={asked}
        onClick={wishToStop}
      >
        {words.say(OPERATOR.stop)}
      </Button>
      {asked ? (
        <div className="stop-ask" role="alertdialog" aria-label={words.say(OPERATOR['stop-ask'])}>
          <p>{words.say(OPERATOR['stop-ask'])}</p>
          <Button small shortcut="Esc" onClick={() => askStop(false)}>
            {words.say(OPERATOR['stop-no'])}
          </Button>
          <Button small look="lacquer" testid="btn-stop-confirm" shortcut="⇧X" onClick={stop}>
            {words.say(OPERATOR['stop-yes'])}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
