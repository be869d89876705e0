import type { LampLevel } from '../../shared/contract/live';

export function LampMark({ level }: { readonly level: LampLevel }) {
  return <span className="lamp-mark" data-level={level} aria-hidden="true" />;
}
