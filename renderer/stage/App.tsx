import { useEffect, useMemo } from 'react';
import type { HallState } from '../../shared/domain/hall';
import { clockHm } from '../../shared/time/format';
import { STAGE } from '../../shared/words/stage';
import { type Language, say } from '../../shared/words/words';
import { connectHall } from '../bridge/bridge';
import { startMirror, useMirror } from '../store/hall-store';
import { useSignalLost } from '../store/hall-time';
import { Clock } from './Clock';
import { Figure } from './Figure';
import { FitText } from './FitText';
import { type StageItem, stageView } from './view';

/** The MC's screen: how long is left, what comes next, what the desk wants to say. */
export function App() {
  useEffect(() => {
    void startMirror(connectHall()).catch(() => undefined);
  }, []);
  const state = useMirror((m) => m.state);
  const language = useMirror((m) => m.live?.desk.language ?? 'vi');
  const lost = useSignalLost();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (state === null) {
    return (
      <div className="stage empty">
        {lost ? <Lost language={language} running={false} /> : <p>{say(STAGE.connecting, language)}</p>}
      </div>
    );
  }
  return <Stage state={state} language={language} lost={lost} />;
}

function Stage({
  state,
  language,
  lost,
}: {
  readonly state: HallState;
  readonly language: Language;
  readonly lost: boolean;
}) {
  const { plan, timer, actuals, message, clock } = state;
  const view = useMemo(() => stageView({ plan, timer, actuals }), [plan, timer, actuals]);
  return (
    <div className={`stage${message === null ? '' : ' with-message'}`}>
      {lost ? <Lost language={language} running={view.mode === 'running'} /> : null}
      <div className="clock-place">
        <Clock wallOffset={clock.wallOffset} />
      </div>
      <div className="what">
        <FitText
          text={view.item?.title ?? plan?.name ?? ''}
          className="title"
          testId="stage-title"
          weight={700}
          lines={message === null ? 2 : 1}
          most={message === null ? 0.062 : 0.05}
          least={0.042}
        />
        {view.item?.presenter != null && message === null ? (
          <div className="presenter" data-testid="stage-presenter">
            {view.item.presenter}
          </div>
        ) : null}
      </div>
      <Figure view={view} wallOffset={clock.wallOffset} language={language} />
      {message === null ? (
        <Next item={view.next} last={view.run !== null} language={language} />
      ) : (
        // a new message is a new band, so that it calls for attention again
        <div className="message" key={message.at} role="alert">
          <span className="message-from">{say(STAGE.message, language)}</span>
          <FitText
            text={message.text}
            className="message-text"
            testId="stage-message"
            weight={800}
            lines={4}
            most={0.095}
            least={0.05}
          />
        </div>
      )}
    </div>
  );
}

function Next({
  item,
  last,
  language,
}: {
  readonly item: StageItem | null;
  readonly last: boolean;
  readonly language: Language;
}) {
  return (
    <div className="next" data-testid="stage-next">
      {item === null ? (
        <span className="next-title">{last ? say(STAGE['next-last'], language) : ''}</span>
      ) : (
        <>
          <span className="next-label">{say(STAGE.next, language)}</span>
          {item.start === null ? null : <span className="next-time">{clockHm(item.start, 'wall')}</span>}
          <span className="next-title">{item.title}</span>
        </>
      )}
    </div>
  );
}

function Lost({ language, running }: { readonly language: Language; readonly running: boolean }) {
  return (
    <div className="lost" data-testid="stage-lost" role="alert">
      {say(STAGE[running ? 'signal-lost' : 'signal-lost-still'], language)}
    </div>
  );
}
