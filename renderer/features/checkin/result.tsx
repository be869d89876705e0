import { CHECKIN } from '../../../shared/words/checkin';
import { useMirror } from '../../store/hall-store';
import { useLastScan, useSaved } from '../desk/scan-view';
import type { Speaker } from '../desk/words';

const MARK = { new: '✓', already: '↻', unknown: '✕', unreadable: '?', undone: '↩' } as const;

/** The last scan as large as the window allows: read from two steps away, by colour, sign and word. */
export function Result({ words }: { readonly words: Speaker }) {
  const scan = useLastScan();
  const saved = useSaved(scan?.seq ?? null);
  const roster = useMirror((m) => (m.state?.attendance.delegates.length ?? 0) > 0);
  if (scan === null) {
    return (
      <div className="result" data-testid="checkin-result" data-verdict="none" data-saved="true">
        <p className="result-ready">{words.say(roster ? CHECKIN.ready : CHECKIN['no-roster'])}</p>
        {roster ? <p className="result-hint">{words.say(CHECKIN['ready-hint'])}</p> : null}
      </div>
    );
  }
  const { who, verdict } = scan;
  return (
    <div className="result" data-testid="checkin-result" data-verdict={verdict} data-saved={saved} aria-live="polite">
      <p className="result-verdict">
        <span aria-hidden="true">{saved ? MARK[verdict] : '…'}</span> {words.say(CHECKIN[verdict])}
        {saved ? null : <em>{words.say(CHECKIN['not-saved'])}</em>}
      </p>
      <p className="result-name">{who?.name ?? (verdict === 'unreadable' ? '' : scan.text)}</p>
      <p className="result-more">{who?.position ?? ''}</p>
      <p className="result-more">{who?.unit ?? ''}</p>
      <p className="result-do">
        {scan.first === null ? null : words.say(CHECKIN['first-seen'], { ...scan.first })}
        {verdict === 'unknown' ? words.say(CHECKIN['unknown-here']) : null}
        {verdict === 'unreadable' ? words.say(CHECKIN['unreadable-do']) : null}
      </p>
      <p className="result-when">
        {scan.time} · {scan.door} · {words.say(CHECKIN[`source-${scan.source}`])}
      </p>
    </div>
  );
}
