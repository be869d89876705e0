import { useMemo } from 'react';
import {
  type AttendanceState,
  counts,
  type Delegate,
  type DelegateId,
} from '../../../shared/domain/attendance/attendance';
import { useMirror } from '../../store/hall-store';

const byId = new WeakMap<readonly Delegate[], ReadonlyMap<DelegateId, Delegate>>();

/** Who an id belongs to; made once per roster. */
export function delegateMap(delegates: readonly Delegate[]): ReadonlyMap<DelegateId, Delegate> {
  const known = byId.get(delegates);
  if (known !== undefined) return known;
  const made = new Map(delegates.map((d) => [d.id, d]));
  byId.set(delegates, made);
  return made;
}

type Counts = ReturnType<typeof counts>;
const counted = new WeakMap<AttendanceState['present'], { of: readonly Delegate[]; counts: Counts }>();

/** The figures, worked out once however many panels show them; a scan that counted nobody costs nothing. */
export function countsOf(a: Pick<AttendanceState, 'delegates' | 'present'>): Counts {
  const known = counted.get(a.present);
  if (known?.of === a.delegates) return known.counts;
  const made = counts({ ...a, recent: [], scans: 0 });
  counted.set(a.present, { of: a.delegates, counts: made });
  return made;
}

const NOBODY: readonly Delegate[] = [];
export function useDelegates(): ReadonlyMap<DelegateId, Delegate> {
  const delegates = useMirror((m) => m.state?.attendance.delegates ?? NOBODY);
  return useMemo(() => delegateMap(delegates), [delegates]);
}
