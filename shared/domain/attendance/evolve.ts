import type { HallEvent, Recorded } from '../../contract/events';
import { type AttendanceState, RECENT_SCANS, type Scan } from './attendance';

type AttendanceEvent = Extract<HallEvent, { type: 'scan.judged' | 'presence.undone' }>;

export function evolveAttendance(a: AttendanceState, e: AttendanceEvent, r: Recorded): AttendanceState {
  if (e.type === 'presence.undone') {
    const { [e.delegateId]: _gone, ...present } = a.present;
    return { ...a, present };
  }
  const scan: Scan = {
    seq: r.seq,
    at: e.receivedAt,
    door: e.door,
    source: e.source,
    text: e.text,
    verdict: e.verdict,
    delegateId: e.delegateId,
  };
  const counted = e.verdict === 'new' && e.delegateId !== null;
  return {
    ...a,
    present: counted
      ? { ...a.present, [e.delegateId as string]: { seq: r.seq, at: e.receivedAt, door: e.door, source: e.source } }
      : a.present,
    recent: [scan, ...a.recent].slice(0, RECENT_SCANS),
    scans: a.scans + 1,
  };
}
