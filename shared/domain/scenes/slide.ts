import { clockHm } from '../../time/format';
import { type Instant, toWall, type WallInstant } from '../../time/time';
import type { Segment } from '../agenda/agenda';
import { project } from '../agenda/projection';
import { schedule } from '../agenda/schedule';
import type { HallState } from '../hall';
import type { DrawnRole } from './scenes';

/** A public picture, as data: everything the painter needs and nothing that may not be shown. */
export type Slide =
  | { readonly role: 'banner'; readonly lines: readonly string[] }
  | {
      readonly role: 'agenda';
      readonly heading: string;
      readonly rows: readonly SlideRow[];
    }
  | {
      readonly role: 'break';
      readonly heading: string;
      /** When the programme goes on, as a clock time; null when nobody knows. */
      readonly until: string | null;
      /** The same moment, for a screen that counts down; null on a picture that stands still. */
      readonly untilWall: WallInstant | null;
      readonly next: string | null;
    };

export interface SlideRow {
  readonly time: string;
  readonly title: string;
  readonly presenter: string | null;
  readonly mark: 'done' | 'now' | 'to come';
}

/** As many rows as an audience can read; the window moves with "now". */
export const AGENDA_ROWS = 7;
/** What stands in for a confidential title on a public screen. */
export const CONFIDENTIAL_TITLE = 'Nội dung nội bộ';

const publicTitle = (s: Segment): string => (s.confidential ? CONFIDENTIAL_TITLE : s.title);

/**
 * The slide of a role for this state. Slides are for the audience, so they speak Vietnamese whatever the desk speaks.
 * @param now hall time; only the break's "until" depends on it, and only while the programme runs late.
 */
export function slideOf(role: DrawnRole, state: HallState, now: Instant): Slide {
  const plan = state.plan;
  if (role === 'banner' || plan === null) return { role: 'banner', lines: plan?.banner ?? [] };
  const items = schedule(plan);
  const projection = project(items, state.timer, state.actuals, state.clock.wallOffset, now);
  const onIndex = projection.segments.findIndex((s) => s.state === 'on');
  if (role === 'break') {
    const resume = projection.segments.find(
      (s, i) => i > onIndex && s.state === 'to come' && plan.segments[i]?.kind !== 'break',
    );
    const at = resume?.start ?? null;
    const wall = at === null ? null : toWall(at, state.clock.wallOffset);
    const next = plan.segments.find((s) => s.id === resume?.id);
    return {
      role: 'break',
      heading: 'NGHỈ GIẢI LAO',
      until: wall === null ? null : clockHm(wall, 'wall'),
      untilWall: wall,
      next: next === undefined ? null : publicTitle(next),
    };
  }
  const day = onIndex >= 0 ? plan.segments[onIndex]?.day : plan.segments[nextIndex(projection.segments)]?.day;
  const rows = plan.segments
    .map((s, i) => ({ s, p: projection.segments[i] }))
    .filter(({ s }) => day === undefined || s.day === day)
    .map(
      ({ s, p }): SlideRow => ({
        time: s.start === null ? '' : clockHm(s.start),
        title: publicTitle(s),
        presenter: s.confidential ? null : s.presenter,
        mark: p?.state === 'on' ? 'now' : p?.state === 'done' || p?.state === 'skipped' ? 'done' : 'to come',
      }),
    );
  return { role: 'agenda', heading: 'CHƯƠNG TRÌNH HỘI NGHỊ', rows: around(rows) };
}

function nextIndex(segments: readonly { state: string }[]): number {
  return segments.findIndex((s) => s.state === 'to come');
}

/** The rows around "now", one finished row above it where there is one. */
function around(rows: readonly SlideRow[]): readonly SlideRow[] {
  const now = rows.findIndex((r) => r.mark === 'now');
  const at = now >= 0 ? now : rows.findIndex((r) => r.mark === 'to come');
  const from = Math.max(0, Math.min((at < 0 ? rows.length : at) - 1, rows.length - AGENDA_ROWS));
  return rows.slice(from, from + AGENDA_ROWS);
}
