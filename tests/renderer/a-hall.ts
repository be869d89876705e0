import type { HallEvent, Recorded } from '../../shared/contract/events';
import type { Live } from '../../shared/contract/live';
import type { EventPlan, Segment, SegmentId } from '../../shared/domain/agenda/agenda';
import { EMPTY_HALL, evolveAll, type HallState } from '../../shared/domain/hall';
import { type Duration, type Instant, type IsoDay, instant, parseTimeOfDay, wallOf } from '../../shared/time/time';

const DAY = '2026-02-07' as IsoDay;

/** The moment of a time of day of the day of the plan; wall and hall time agree there. */
export const at = (time: string): Instant => {
  const [hm, seconds] = [time.slice(0, 5), Number(time.slice(6) || 0)];
  return instant(wallOf(DAY, parseTimeOfDay(hm)) + seconds * 1000);
};

const segment = (id: string, start: string | null, end: string | null, more: Partial<Segment> = {}): Segment => ({
  id: id as SegmentId,
  day: DAY,
  session: 'morning',
  start: start === null ? null : parseTimeOfDay(start),
  end: end === null ? null : parseTimeOfDay(end),
  block: null,
  title: `Mục ${id}`,
  presenter: `Người trình bày ${id}`,
  kind: 'talk',
  origin: 'central',
  confidential: false,
  ...more,
});

export const PLAN: EventPlan = {
  id: 'p',
  name: 'Hội nghị quán triệt',
  organiser: 'Đảng ủy',
  place: 'Hải Phòng',
  days: [DAY],
  endsAt: parseTimeOfDay('11:30'),
  banner: ['ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG THÀNH PHỐ', 'HỘI NGHỊ', 'QUÁN TRIỆT NGHỊ QUYẾT', 'Hải Phòng, năm 2026'],
  segments: [
    segment('a', '08:15', '08:25'),
    segment('b', '08:25', '09:05'),
    segment('secret', '09:05', '09:30', { confidential: true, title: 'Chuyện mật', presenter: 'Người giấu tên' }),
    segment('break', '09:30', '09:45', { kind: 'break', title: 'Nghỉ giải lao', presenter: null }),
    segment('last', '09:45', '10:25'),
  ],
  deadlines: [],
};

type Told = readonly [time: string, event: HallEvent];

export const opened: Told = ['07:00', { type: 'event.opened', plan: PLAN, delegates: [], mode: 'planned' }];
export const started = (time: string, id: string, minutes: number | null): Told => [
  time,
  {
    type: 'timer.started',
    segmentId: id as SegmentId,
    allowanceMs: minutes === null ? null : ((minutes * 60_000) as Duration),
  },
];
export const recorded = (told: readonly Told[], from = 0): readonly Recorded[] =>
  told.map(([time, event], i) => ({ seq: from + i + 1, at: at(time), event }));
export const hallAfter = (...told: readonly Told[]): HallState => evolveAll(EMPTY_HALL, recorded([opened, ...told]));

/** All is well, nothing is connected. */
export const LIVE: Live = {
  storage: { savedRevision: 0, pending: 0, code: null, notice: null },
  obs: {
    link: 'off',
    code: 'off',
    params: {},
    since: instant(0),
    version: null,
    canvas: null,
    drawnBy: null,
    asked: null,
    notice: null,
  },
  scanners: [],
  windows: [],
  displays: [{ id: 1, label: 'Bàn', width: 1366, height: 768, operator: true }],
  desk: {
    language: 'vi',
    obs: { address: '127.0.0.1', port: 4455, hasPassword: false },
    keyring: true,
    virtualDisplay: false,
    version: '0.1.0',
  },
};
