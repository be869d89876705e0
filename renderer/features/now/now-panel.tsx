import { sceneAtStart } from '../../../shared/domain/scenes/scenes';
import { type Run, remaining } from '../../../shared/domain/timer/timer';
import { signedMinutes } from '../../../shared/time/format';
import { type Duration, duration } from '../../../shared/time/time';
import { OPERATOR } from '../../../shared/words/operator';
import { useMirror } from '../../store/hall-store';
import { hallNow } from '../../store/hall-time';
import { type Programme, useProgramme } from '../desk/programme';
import { hallHm, lateness, latenessSentence } from '../desk/times';
import { type Speaker, useWords } from '../desk/words';
import { CountdownView } from './countdown-view';
import { Transport } from './transport';
import './now.css';

/** What is on, how long it has left, and what comes after it. */
export function NowPanel() {
  const words = useWords();
  const run = useMirror((m) => m.state?.timer.run ?? null);
  const plan = useMirror((m) => m.state?.plan ?? null);
  const offset = useMirror((m) => m.state?.clock.wallOffset ?? duration(0));
  const programme = useProgramme();
  const segment = plan?.segments.find((s) => s.id === run?.segmentId) ?? null;
  const overUnder = programme?.projection.overUnder ?? null;
  const over = programme !== null && run === null && programme.next === null;
  const next = programme?.next ?? null;
  return (
    <section className="panel now" aria-label={words.say(OPERATOR['now-on'])}>
      <div className="now-head">
        <span className="now-label">
          {words.say(OPERATOR[segment !== null ? 'now-on' : over ? 'now-over' : 'now-idle'])}
        </span>
        {over ? null : (
          <span className="now-programme" data-lateness={lateness(overUnder)} data-testid="over-under">
            {latenessSentence(overUnder, words)}
          </span>
        )}
        <span className="now-day">
          {words.say(OPERATOR['day-ends'])} <b>{hallHm(programme?.projection.endsAt ?? null, offset) || '–'}</b>
        </span>
      </div>
      <div className="now-what">
        <h1 data-testid="now-title" title={segment?.title ?? ''}>
          {segment?.title ?? words.say(OPERATOR[over ? 'now-over-hint' : 'now-idle-hint'])}
        </h1>
        <p>{segment?.presenter ?? ''}</p>
      </div>
      <CountdownView run={run} words={words} />
      <Facts run={run} offset={offset} words={words} programme={programme} />
      <div className="now-next" data-testid="now-next">
        <span className="now-label">{words.say(OPERATOR['next-item'])}</span>
        {next === null ? (
          <span>{words.say(OPERATOR['next-none'])}</span>
        ) : (
          <>
            <b>{hallHm(next.projected.start, offset)}</b>
            <span className="now-next-title">{next.item.segment.title}</span>
            <span
              className="tag"
              title={words.say(OPERATOR['scene-at-start'], {
                scene: words.say(OPERATOR[`role-${sceneAtStart(next.item.segment.kind)}`]),
              })}
            >
              {words.say(OPERATOR[`role-${sceneAtStart(next.item.segment.kind)}`])}
            </span>
          </>
        )}
      </div>
      <Transport words={words} />
    </section>
  );
}

interface FactsProps {
  readonly run: Run | null;
  readonly offset: Duration;
  readonly words: Speaker;
  readonly programme: Programme | null;
}

/** Rendered anew with the programme, every few seconds: while paused the end moves on with the clock. */
function Facts({ run, offset, words, programme }: FactsProps) {
  const now = hallNow();
  const left = run === null || now === null ? null : remaining(run, now);
  const due = programme?.projection.segments.find((s) => s.state === 'on')?.end ?? null;
  const whole = run?.allowanceMs ?? null;
  const added = run === null ? 0 : signedMinutes(run.addedMs);
  return (
    <dl className="now-facts">
      <div>
        <dt>{words.say(OPERATOR['started-at'])}</dt>
        <dd>{hallHm(run?.startedAt ?? null, offset) || '–'}</dd>
      </div>
      <div>
        <dt>{words.say(OPERATOR['ends-at'])}</dt>
        <dd>{left === null ? '–' : hallHm(due, offset) || '–'}</dd>
      </div>
      <div>
        <dt>{words.say(OPERATOR.allowed)}</dt>
        <dd>
          {whole === null ? '–' : words.say(OPERATOR['minutes-n'], { n: signedMinutes(duration(whole)) })}
          {added === 0 ? null : <span className="now-added">{added > 0 ? ` +${added}` : ` −${-added}`}</span>}
        </dd>
      </div>
    </dl>
  );
}
