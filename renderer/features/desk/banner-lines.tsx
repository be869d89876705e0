import { useRef } from 'react';
import { PLANNING } from '../../../shared/words/planning';
import { Button } from '../../ui/button';
import { IconX } from '../../ui/icons';
import { useReorder } from '../../ui/reorder';
import { TypedField } from '../../ui/typed-field';
import { keysOf } from './line-keys';
import type { Speaker } from './words';
import './banner-lines.css';

/** The shape of a plan allows no more. */
export const MOST_BANNER_LINES = 12;

interface Props {
  readonly lines: readonly string[];
  readonly words: Speaker;
  /** Begins the test id of every part: `edit-banner` gives `edit-banner-0`, `edit-banner-add`. */
  readonly testid: string;
  /** A name for the place of each line, for those who lead to it. */
  readonly placeOf?: (i: number) => string;
  readonly canAdd: boolean;
  readonly onFocus?: (i: number) => void;
  readonly onType?: (i: number, text: string) => void;
  readonly onChange: (i: number, text: string) => void;
  /** @param before where the line is to stand, by the places as they are now; null is the end */
  readonly onMove: (i: number, before: number | null) => void;
  readonly onRemove: (i: number) => void;
  readonly onAdd: () => void;
}

/** The lines of a banner, each a field: typed, reordered by handle or Alt and the arrows, removed, added. */
export function BannerLines({ lines, words, testid, placeOf, canAdd, onFocus, onType, ...on }: Props) {
  // a line keeps its field, and with it the focus, wherever it moves
  const known = useRef<ReturnType<typeof keysOf>>([]);
  known.current = keysOf(lines, known.current);
  const keys = known.current.map((l) => l.key);
  const order = useReorder((id, before) => on.onMove(keys.indexOf(id), before === null ? null : keys.indexOf(before)));
  return (
    <div className="banner-lines">
      {lines.length === 0 ? <p className="banner-lines-none">{words.say(PLANNING['banner-empty'])}</p> : null}
      <ol {...order}>
        {lines.map((line, i) => (
          <li
            className="banner-line"
            key={keys[i]}
            data-row={keys[i]}
            data-place={placeOf?.(i)}
            data-testid={`${testid}-line-${i}`}
          >
            <button
              type="button"
              className="row-handle"
              data-handle=""
              data-testid={`${testid}-handle-${i}`}
              title={words.say(PLANNING['drag-item'])}
              aria-label={words.say(PLANNING['drag-line'], { n: i + 1 })}
            >
              ⠿
            </button>
            <TypedField
              grows
              label={words.say(PLANNING['banner-line'], { n: i + 1 })}
              placeholder={words.say(PLANNING['banner-line'], { n: i + 1 })}
              value={line}
              testid={`${testid}-${i}`}
              onFocus={() => onFocus?.(i)}
              onType={(text) => onType?.(i, text)}
              onCommit={(text) => {
                on.onChange(i, text);
                return null;
              }}
            />
            <Button
              small
              look="bare"
              testid={`${testid}-remove-${i}`}
              icon={<IconX size={14} />}
              aria-label={words.say(PLANNING['remove-line'], { n: i + 1 })}
              onClick={() => on.onRemove(i)}
            />
          </li>
        ))}
      </ol>
      <Button small testid={`${testid}-add`} disabled={!canAdd} onClick={on.onAdd}>
        {words.say(PLANNING['banner-add'])}
      </Button>
    </div>
  );
}
