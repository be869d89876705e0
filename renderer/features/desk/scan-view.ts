import { useMemo } from 'react';
import type { Delegate, Scan, ScanVerdict } from '../../../shared/domain/attendance/attendance';
import { clockHms } from '../../../shared/time/format';
import { duration, toWall } from '../../../shared/time/time';
import { useMirror } from '../../store/hall-store';
import { useDelegates } from './roster';

/** One scan with everything a person wants to know about it. */
export interface ScanView {
  readonly seq: number;
  readonly verdict: Standing;
  readonly who: Delegate | null;
  readonly text: string;
  readonly source: Scan['source'];
  readonly door: string;
  /** `08:25:07`, Vietnam. */
  readonly time: string;
  /** For somebody who was in already: when and where first. */
  readonly first: { readonly time: string; readonly door: string } | null;
}

/** What a scan is called now: one that was taken back is no longer what it was. */
export type Standing = ScanVerdict | 'undone';

/** The same for one row of a list. */
export function useStanding(scan: Scan): Standing {
  return useMirror((m) =>
    scan.delegateId !== null && m.state?.attendance.present[scan.delegateId] === undefined ? 'undone' : scan.verdict,
  );
}

/** The newest scan; null before the first. */
export function useLastScan(): ScanView | null {
  const scan = useMirror((m) => m.state?.attendance.recent[0] ?? null);
  const presence = useMirror((m) => {
    const id = m.state?.attendance.recent[0]?.delegateId ?? null;
    return id === null ? null : (m.state?.attendance.present[id] ?? null);
  });
  const offset = useMirror((m) => m.state?.clock.wallOffset ?? duration(0));
  const delegates = useDelegates();
  return useMemo(() => {
    if (scan === null) return null;
    const at = (t: Scan['at']): string => clockHms(toWall(t, offset));
    return {
      seq: scan.seq,
      verdict: scan.delegateId !== null && presence === null ? 'undone' : scan.verdict,
      who: scan.delegateId === null ? null : (delegates.get(scan.delegateId) ?? null),
      text: scan.text,
      source: scan.source,
      door: scan.door,
      time: at(scan.at),
      first: scan.verdict === 'already' && presence !== null ? { time: at(presence.at), door: presence.door } : null,
    };
  }, [scan, presence, offset, delegates]);
}

/** Whether what this number stands for is on disk: only then may a screen say that it is done. */
export function useSaved(seq: number | null): boolean {
  return useMirror((m) => seq === null || (m.live !== null && seq <= m.live.storage.savedRevision));
}
