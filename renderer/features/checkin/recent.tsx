import { memo } from 'react';
import type { Scan } from '../../../shared/domain/attendance/attendance';
import { clockHms } from '../../../shared/time/format';
import { duration, toWall } from '../../../shared/time/time';
import { CHECKIN } from '../../../shared/words/checkin';
import { useMirror } from '../../store/hall-store';
import { useDelegates } from '../desk/roster';
import { useSaved, useStanding } from '../desk/scan-view';
import type { Speaker } from '../desk/words';
import { UndoButton } from './undo-button';

const ROWS = 15;
const NONE: readonly Scan[] = [];

/** The newest scans, so that the one before is not lost when two people come at once. */
export function Recent({ words }: { readonly words: Speaker }) {
  const recent = useMirror((m) => m.state?.attendance.recent ?? NONE);
  return (
    <section className="checkin-recent">
      <h2>{words.say(CHECKIN.recent)}</h2>
      <div className="checkin-recent-list">
        {recent.slice(0, ROWS).map((scan, i) => (
          <Row key={scan.seq} scan={scan} index={i} words={words} />
        ))}
      </div>
    </section>
  );
}

interface RowProps {
  readonly scan: Scan;
  readonly index: number;
  readonly words: Speaker;
}

const Row = memo(function Row({ scan, index, words }: RowProps) {
  const offset = useMirror((m) => m.state?.clock.wallOffset ?? duration(0));
  const who = useDelegates().get(scan.delegateId ?? ('' as NonNullable<typeof scan.delegateId>)) ?? null;
  const saved = useSaved(scan.seq);
  const standing = useStanding(scan);
  // only the scan that counted can be taken back here
  const counts = useMirror(
    (m) => scan.delegateId !== null && m.state?.attendance.present[scan.delegateId]?.seq === scan.seq,
  );
  return (
    <div className="checkin-row" data-testid={`scan-row-${index}`} data-verdict={standing} data-saved={saved}>
      <span className="recent-mark" aria-hidden="true" />
      <time>{clockHms(toWall(scan.at, offset))}</time>
      <div className="hit-who">
        <b>{who?.name ?? (scan.verdict === 'unreadable' ? '–' : scan.text)}</b>
        <span>{who === null ? scan.door : `${who.unit} · ${scan.door}`}</span>
      </div>
      <span className="hit-state">{words.say(saved ? CHECKIN[standing] : CHECKIN['not-saved'])}</span>
      {counts && who !== null ? <UndoButton delegate={who} testid={`recent-undo-${index}`} words={words} /> : <span />}
    </div>
  );
});
