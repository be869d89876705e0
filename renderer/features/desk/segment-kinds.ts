import type { Segment, SegmentKind } from '../../../shared/domain/agenda/agenda';

/** In the order in which a list offers them. */
export const KINDS: readonly SegmentKind[] = [
  'talk',
  'opening',
  'speech',
  'discussion',
  'break',
  'closing',
  'reception',
  'other',
];
export const ORIGINS: readonly Segment['origin'][] = ['central', 'local'];
