import { useEffect, useState } from 'react';
import { PLANNING } from '../../../shared/words/planning';
import { Button } from '../../ui/button';
import { IconX } from '../../ui/icons';
import { SlidePicture } from '../../ui/slide-picture';
import { TypedField } from '../../ui/typed-field';
import type { TabProps } from './tab';

/** The shape of a plan allows no more. */
const MOST_LINES = 12;

/** The lines of the banner, and the slide as it will be shown, letter by letter while they are typed. */
export function BannerTab({ plan, words, edit }: TabProps) {
  const [typed, setTyped] = useState<readonly string[]>(plan.banner);
  const [adding, setAdding] = useState(false);
  useEffect(() => setTyped(plan.banner), [plan.banner]);
  const rows = adding ? [...plan.banner, ''] : plan.banner;
  const put = (lines: readonly string[]): null => {
    edit({ edit: 'banner', lines: lines.map((l) => l.trim()).filter((l) => l !== '') });
    return null;
  };
  const swap = (i: number, j: number): void => {
    const lines = [...plan.banner];
    const [a, b] = [lines[i], lines[j]];
    if (a === undefined || b === undefined) return;
    lines[i] = b;
    lines[j] = a;
    put(lines);
  };
  return (
    <div className="edit-banner">
      <div>
        {rows.length === 0 ? <p className="empty">{words.say(PLANNING['banner-empty'])}</p> : null}
        {rows.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <div className="edit-line" key={i}>
            <TypedField
              grows
              label={words.say(PLANNING['banner-line'], { n: i + 1 })}
              placeholder={words.say(PLANNING['banner-line'], { n: i + 1 })}
              value={line}
              testid={`edit-banner-${i}`}
              onType={(text) => setTyped(rows.map((l, k) => (k === i ? text : (typed[k] ?? l))))}
              onCommit={(text) => {
                setAdding(false);
                return put(rows.map((l, k) => (k === i ? text : l)));
              }}
            />
            <Button
              small
              look="bare"
              disabled={i === 0 || i >= plan.banner.length}
              aria-label={words.say(PLANNING['move-up'])}
              onClick={() => swap(i, i - 1)}
            >
              ↑
            </Button>
            <Button
              small
              look="bare"
              disabled={i >= plan.banner.length - 1}
              aria-label={words.say(PLANNING['move-down'])}
              onClick={() => swap(i, i + 1)}
            >
              ↓
            </Button>
            <Button
              small
              look="bare"
              icon={<IconX size={14} />}
              aria-label={words.say(PLANNING['remove-line'], { n: i + 1 })}
              onClick={() => {
                if (i >= plan.banner.length) setAdding(false);
                else put(plan.banner.filter((_, k) => k !== i));
              }}
            />
          </div>
        ))}
        <Button
          small
          testid="edit-banner-add"
          disabled={adding || plan.banner.length >= MOST_LINES}
          onClick={() => setAdding(true)}
        >
          {words.say(PLANNING['banner-add'])}
        </Button>
      </div>
      <SlidePicture
        slide={{ role: 'banner', lines: typed.filter((l) => l.trim() !== '') }}
        label={words.say(PLANNING['banner-picture'])}
        width={1280}
        height={720}
        testid="edit-banner-picture"
      />
    </div>
  );
}
