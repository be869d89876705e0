import { describe, expect, it } from 'vitest';
import type { Live, ScannerLive } from '../../../shared/contract/live';
import type { ClockState } from '../../../shared/domain/hall';
import { CLOCK_NOTICE_MS, lamps, signedSeconds } from '../../../shared/domain/lamps';
import { type Duration, instant } from '../../../shared/time/time';

const CALM: ClockState = { wallOffset: 0 as Duration, last: null };
const NOW = instant(1_000_000_000);
const scanner = (state: ScannerLive['state'], code: string): ScannerLive => ({
  id: code,
  door: 'Cửa 1',
  path: '/dev/x',
  baudRate: 9600,
  state,
  code,
  params: {},
  since: NOW,
  frames: 0,
  unreadable: 0,
  repeats: 0,
});
const live = (part: Partial<Live>): Live => ({
  storage: { savedRevision: 1, pending: 0, code: null, notice: null },
  obs: {
    link: 'off',
    code: 'off',
    params: {},
    since: NOW,
    version: null,
    canvas: null,
    drawnBy: null,
    asked: null,
    notice: null,
  },
  scanners: [],
  windows: [],
  displays: [],
  desk: {
    language: 'vi',
    obs: { address: '', port: 1, hasPassword: false },
    keyring: true,
    virtualDisplay: false,
    version: '',
  },
  ...part,
});
const lamp = (id: string, part: Partial<Live>, clock = CALM) => {
  const { level, area, code } = lamps(live(part), NOW, clock).find((l) => l.id === id) ?? {
    level: null,
    area: null,
    code: null,
  };
  return [level, area, code];
};

describe('lamps', () => {
  it('are always five in the same order', () => {
    expect(lamps(live({}), NOW, CALM).map((l) => l.id)).toEqual(['storage', 'obs', 'scanner', 'stage', 'clock']);
  });

  it('are off, not red, for what nobody has set up', () => {
    expect(lamp('obs', {})).toEqual(['off', 'obs', 'off']);
    expect(lamp('scanner', {})).toEqual(['off', 'lamps', 'scanners-none']);
    expect(lamp('stage', {})).toEqual(['off', 'lamps', 'stage-closed']);
  });

  it('go red while anything is not on disk, with the disk\u2019s own reason where there is one', () => {
    expect(lamp('storage', { storage: { savedRevision: 1, pending: 2, code: null, notice: null } })).toEqual([
      'bad',
      'lamps',
      'storage-pending',
    ]);
    expect(lamp('storage', { storage: { savedRevision: 1, pending: 2, code: 'disk-full', notice: null } })).toEqual([
      'bad',
      'storage',
      'disk-full',
    ]);
  });

  it('show the worst of several scanners', () => {
    const open = scanner('open', 'scanner-open');
    expect(lamp('scanner', { scanners: [open, open] })).toEqual(['ok', 'lamps', 'scanners-open']);
    expect(lamp('scanner', { scanners: [open, scanner('open', 'scanner-garbled')] })).toEqual([
      'warn',
      'scanner',
      'scanner-garbled',
    ]);
    expect(lamp('scanner', { scanners: [scanner('opening', 'a'), scanner('lost', 'b'), open] })).toEqual([
      'bad',
      'scanner',
      'b',
    ]);
  });

  it('go red for a stage display that is gone', () => {
    expect(lamp('stage', { windows: [{ role: 'stage', state: 'parked', displayId: 3 }] })).toEqual([
      'bad',
      'lamps',
      'stage-parked',
    ]);
  });

  it('keep a step of the clock for ten minutes and no longer', () => {
    const at = (ago: number): ClockState => ({
      ...CALM,
      last: { kind: 'step', ms: 2000 as Duration, at: instant(NOW - ago) },
    });
    expect(lamp('clock', {}, at(CLOCK_NOTICE_MS))[0]).toBe('warn');
    expect(lamp('clock', {}, at(CLOCK_NOTICE_MS + 1))[0]).toBe('ok');
  });

  it('write seconds with their sign', () => {
    expect([signedSeconds(3_600_000), signedSeconds(-2_040), signedSeconds(0)]).toEqual(['+3600', '-2', '0']);
  });
});
