import { memo, useEffect, useMemo, useState } from 'react';
import type { Recorded } from '../../../shared/contract/events';
import { clockHms, dayDmy } from '../../../shared/time/format';
import { type Duration, dayOf, duration, toWall } from '../../../shared/time/time';
import { OPERATOR } from '../../../shared/words/operator';
import { hallApi, mirror, useMirror } from '../../store/hall-store';
import { useWords } from '../desk/words';
import { describe, namesOf } from './describe';

const LAST = 300;
/** While scans come in by the dozen the log is read a few times a second, not at each of them. */
const CALM_MS = 400;

/** Everything that happened, newest first; follows while it is open. */
export function LogView() {
  const words = useWords();
  const revision = useMirror((m) => m.state?.revision ?? 0);
  const plan = useMirror((m) => m.state?.plan ?? null);
  const delegates = useMirror((m) => m.state?.attendance.delegates ?? null);
  const offset = useMirror((m) => m.state?.clock.wallOffset ?? duration(0));
  const [entries, setEntries] = useState<readonly Recorded[] | null>(null);
  const [failed, setFailed] = useState<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is what there is to read
  useEffect(() => {
    let left = false;
    const t = setTimeout(
      () => {
        hallApi()
          .log(LAST)
          .then((read) => {
            if (left) return;
            setEntries(read);
            setFailed(null);
          })
          .catch((error: unknown) => {
            if (!left) setFailed(error instanceof Error ? error.message : String(error));
          });
      },
      entries === null ? 0 : CALM_MS,
    );
    return () => {
      left = true;
      clearTimeout(t);
    };
  }, [revision]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: names come from these two alone
  const names = useMemo(() => {
    const state = mirror().state;
    return state === null ? { segment: () => null, delegate: () => null } : namesOf(state);
  }, [plan, delegates]);

  return (
    <div className="dialog">
      <p className="dialog-help">
        {failed === null
          ? words.say(OPERATOR['log-about'], { n: entries?.length ?? 0 })
          : words.say(OPERATOR['log-failed'], { detail: failed })}
      </p>
      <ol className="log-list" data-testid="log-list">
        {entries?.length === 0 ? <p className="empty">{words.say(OPERATOR['log-empty'])}</p> : null}
        {entries?.toReversed().map((r) => (
          <Entry key={r.seq} entry={r} offset={offset} text={describe(r, names, words)} />
        ))}
      </ol>
    </div>
  );
}

interface EntryProps {
  readonly entry: Recorded;
  readonly offset: Duration;
  readonly text: string;
}

const Entry = memo(function Entry({ entry, offset, text }: EntryProps) {
  const wall = toWall(entry.at, offset);
  const e = entry.event;
  return (
    <li data-kind={e.type.split('.')[0]} data-bad={e.type === 'lamp.changed' && e.level === 'bad'}>
      <span className="log-day">{dayDmy(dayOf(wall))}</span>
      <time>{clockHms(wall)}</time>
      <span className="log-text">{text}</span>
      <span className="log-seq">{entry.seq}</span>
    </li>
  );
});
