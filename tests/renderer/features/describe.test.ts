import { expect, describe as group, it } from 'vitest';
import { speaker } from '../../../renderer/features/desk/words';
import { describe } from '../../../renderer/features/log/describe';
import type { HallEvent } from '../../../shared/contract/events';

const names = {
  segment: (id: string) => (id === 's1' ? 'Khai mạc' : null),
  delegate: (id: string) => (id === 'd1' ? { name: 'Đỗ Văn Ất', unit: 'Chi bộ 1' } : null),
};
const line = (event: unknown, language: 'vi' | 'en' = 'vi'): string =>
  describe({ event: event as HallEvent }, names, speaker(language));

group('an entry of the log', () => {
  it('names the segment and its length', () => {
    expect(line({ type: 'timer.started', segmentId: 's1', allowanceMs: 600_000 })).toBe('Bắt đầu: Khai mạc (10 phút).');
    expect(line({ type: 'timer.started', segmentId: 's1', allowanceMs: null })).toBe('Bắt đầu, đếm lên: Khai mạc.');
  });

  it('says so when the segment is no longer on the agenda', () => {
    expect(line({ type: 'timer.loaded', segmentId: 's9' }, 'en')).toBe('Loaded: an item no longer on the agenda.');
  });

  it('tells a check-in by hand from a scan', () => {
    const scan = { type: 'scan.judged', door: 'Cửa 1', text: 'X1', verdict: 'new', delegateId: 'd1' };
    expect(line({ ...scan, source: 'serial' })).toBe('Điểm danh: Đỗ Văn Ất (Chi bộ 1), Cửa 1.');
    expect(line({ ...scan, source: 'manual' })).toContain('bằng tay');
    expect(line({ ...scan, source: 'serial', verdict: 'unknown', delegateId: null })).toContain('“X1”');
  });

  it('puts a sign before minutes and seconds', () => {
    expect(line({ type: 'timer.added', ms: -60_000 })).toBe('Chỉnh thời gian −1 phút.');
    expect(line({ type: 'clock.stepped', byMs: 3_600_000, wallOffset: 0 })).toContain('+3600 giây');
  });

  it('says what a lamp said, from the desk or from the device', () => {
    expect(line({ type: 'lamp.changed', lamp: 'stage', level: 'bad', code: 'stage-parked', params: {} })).toContain(
      'Sân khấu: Màn hình sân khấu đã bị rút',
    );
    expect(
      line({ type: 'lamp.changed', lamp: 'obs', level: 'ok', code: 'linked', params: { version: '29.0.2' } }),
    ).toBe('OBS: Đã nối với OBS 29.0.2.');
  });
});
