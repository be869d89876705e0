import { CHECKIN } from '../../../shared/words/checkin';
import { OPERATOR } from '../../../shared/words/operator';
import { useMirror } from '../../store/hall-store';
import { useLastScan, useSaved } from '../desk/scan-view';
import type { Speaker } from '../desk/words';

/** What the last scan was, in a word and a colour; a word of warning in place of both while it is not on disk. */
export function LastScan({ words }: { readonly words: Speaker }) {
  const scan = useLastScan();
  const saved = useSaved(scan?.seq ?? null);
  const roster = useMirror((m) => (m.state?.attendance.delegates.length ?? 0) > 0);
  if (scan === null) {
    return (
      <div className="last-scan" data-testid="last-scan" data-verdict="none" data-saved="true">
        <p className="last-scan-none">{words.say(roster ? OPERATOR['no-scan'] : OPERATOR['roster-empty'])}</p>
      </div>
    );
  }
  const { who } = scan;
  return (
    <div className="last-scan" data-testid="last-scan" data-verdict={scan.verdict} data-saved={saved}>
      <div className="last-scan-head">
        <b className="last-scan-verdict">{words.say(CHECKIN[scan.verdict])}</b>
        {saved ? null : <span className="badge-unsaved">{words.say(CHECKIN['not-saved'])}</span>}
        <span className="last-scan-when">
          {scan.time} · {scan.door}
        </span>
      </div>
      <div className="last-scan-name">{who?.name ?? (scan.verdict === 'unreadable' ? '–' : scan.text)}</div>
      <div className="last-scan-more" data-long={who === null}>
        {who !== null ? `${who.position} · ${who.unit}` : null}
        {scan.verdict === 'unknown' ? words.say(CHECKIN['unknown-do'], { text: scan.text }) : null}
        {scan.verdict === 'unreadable' ? words.say(CHECKIN['unreadable-do']) : null}
      </div>
      {scan.first === null ? null : (
        <div className="last-scan-first">{words.say(CHECKIN['first-seen'], { ...scan.first })}</div>
      )}
    </div>
  );
}
