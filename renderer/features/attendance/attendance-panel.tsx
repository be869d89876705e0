import { memo } from 'react';
import type { Scan } from '../../../shared/domain/attendance/attendance';
import { clockHms } from '../../../shared/time/format';
import { type Duration, duration, toWall } from '../../../shared/time/time';
import { CHECKIN } from '../../../shared/words/checkin';
import { OPERATOR } from '../../../shared/words/operator';
import { useMirror } from '../../store/hall-store';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/panel';
import { exportPaper, openCheckin } from '../desk/actions';
import { countsOf, useDelegates } from '../desk/roster';
import { useSaved, useStanding } from '../desk/scan-view';
import { type Speaker, useWords } from '../desk/words';
import { LastScan } from './last-scan';
import { UnitTable } from './unit-table';
import './attendance.css';

/** Who is here: the figures, the last scan, the units, the newest scans, the papers. */
export function AttendancePanel() {
  const words = useWords();
  return (
    <Panel title={words.say(OPERATOR.attendance)} className="attendance" end={<Figures words={words} />}>
      <LastScan words={words} />
      <div className="attendance-lists">
        <UnitTable words={words} />
        <RecentScans words={words} />
      </div>
      <div className="attendance-foot">
        <Button small testid="export-csv" shortcut="E" onClick={() => void exportPaper('csv')}>
          {words.say(OPERATOR['export-csv'])}
        </Button>
        <Button small testid="export-pdf" shortcut="⇧E" onClick={() => void exportPaper('pdf')}>
          {words.say(OPERATOR['export-pdf'])}
        </Button>
        <Button small testid="open-checkin" shortcut="K" onClick={openCheckin}>
          {words.say(OPERATOR['open-checkin'])}
        </Button>
      </div>
    </Panel>
  );
}

function Figures({ words }: { readonly words: Speaker }) {
  const present = useMirror((m) => (m.state === null ? 0 : countsOf(m.state.attendance).present));
  const summoned = useMirror((m) => m.state?.attendance.delegates.length ?? 0);
  return (
    <p className="attendance-figures">
      <b data-testid="present-count">{present}</b> {words.say(OPERATOR.present)} <i>/</i>{' '}
      <b data-testid="summoned-count">{summoned}</b> {words.say(OPERATOR.summoned)}
    </p>
  );
}

/** As many as can be seen at once with a little to scroll: each scan moves every row. */
const ROWS = 20;
const NONE: readonly Scan[] = [];

function RecentScans({ words }: { readonly words: Speaker }) {
  const recent = useMirror((m) => m.state?.attendance.recent ?? NONE);
  const offset = useMirror((m) => m.state?.clock.wallOffset ?? duration(0));
  return (
    <div className="recent">
      <h3>{words.say(OPERATOR.recent)}</h3>
      <div className="recent-list">
        {recent.slice(0, ROWS).map((scan, i) => (
          <ScanRow key={scan.seq} scan={scan} index={i} offset={offset} words={words} />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly scan: Scan;
  readonly index: number;
  readonly offset: Duration;
  readonly words: Speaker;
}

const ScanRow = memo(function ScanRow({ scan, index, offset, words }: RowProps) {
  const delegates = useDelegates();
  const saved = useSaved(scan.seq);
  const standing = useStanding(scan);
  const who = scan.delegateId === null ? null : (delegates.get(scan.delegateId) ?? null);
  return (
    <div className="recent-row" data-testid={`scan-row-${index}`} data-verdict={standing} data-saved={saved}>
      <span className="recent-mark" aria-hidden="true" />
      <span className="recent-time">{clockHms(toWall(scan.at, offset))}</span>
      <span className="recent-who" title={who === null ? scan.text : `${who.name}\n${who.position}, ${who.unit}`}>
        {who?.name ?? (scan.verdict === 'unreadable' ? '–' : scan.text)}
      </span>
      <span className="recent-say">{words.say(saved ? CHECKIN[standing] : CHECKIN['not-saved'])}</span>
    </div>
  );
});
