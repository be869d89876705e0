import { memo } from 'react';
import { OPERATOR } from '../../../shared/words/operator';
import { useMirror } from '../../store/hall-store';
import { countsOf } from '../desk/roster';
import type { Speaker } from '../desk/words';

const NO_UNITS: ReturnType<typeof countsOf>['units'] = [];

export function UnitTable({ words }: { readonly words: Speaker }) {
  const units = useMirror((m) => (m.state === null ? NO_UNITS : countsOf(m.state.attendance).units));
  return (
    <div className="units">
      <h3>
        {words.say(OPERATOR.units)} <span>{units.length === 0 ? '' : units.length}</span>
      </h3>
      <div className="units-list" data-testid="unit-table">
        {units.map((u) => (
          <UnitRow key={u.unit} unit={u.unit} present={u.present} summoned={u.summoned} />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly unit: string;
  readonly present: number;
  readonly summoned: number;
}

const UnitRow = memo(function UnitRow({ unit, present, summoned }: RowProps) {
  return (
    <div className="units-row" data-full={present === summoned} title={unit}>
      <span className="units-name">{unit}</span>
      <span className="units-figure">
        <b>{present}</b>/{summoned}
      </span>
      <span className="units-bar" style={{ transform: `scaleX(${summoned === 0 ? 0 : present / summoned})` }} />
    </div>
  );
});
