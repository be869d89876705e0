import { useEffect, useState } from 'react';
import { PLANNING } from '../../../shared/words/planning';
import { SlidePicture } from '../../ui/slide-picture';
import { BannerLines, MOST_BANNER_LINES } from '../desk/banner-lines';
import { movedBefore } from '../desk/moved-before';
import type { TabProps } from './tab';

/** The lines of the banner, and the slide as it will be shown, letter by letter while they are typed. */
export function BannerTab({ plan, words, edit }: TabProps) {
  const [typed, setTyped] = useState<readonly string[]>(plan.banner);
  const [adding, setAdding] = useState(false);
  useEffect(() => setTyped(plan.banner), [plan.banner]);
  const rows = adding ? [...plan.banner, ''] : plan.banner;
  const put = (lines: readonly string[]): void =>
    edit({ edit: 'banner', lines: lines.map((l) => l.trim()).filter((l) => l !== '') });
  const kept = plan.banner.length;
  return (
    <div className="edit-banner">
      <BannerLines
        lines={rows}
        words={words}
        testid="edit-banner"
        canAdd={!adding && kept < MOST_BANNER_LINES}
        onType={(i, text) => setTyped(rows.map((l, k) => (k === i ? text : (typed[k] ?? l))))}
        onChange={(i, text) => {
          setAdding(false);
          put(rows.map((l, k) => (k === i ? text : l)));
        }}
        // a line without a word has no place yet
        onMove={(i, before) => i < kept && put(movedBefore(plan.banner, i, before))}
        onRemove={(i) => (i < kept ? put(plan.banner.filter((_, k) => k !== i)) : setAdding(false))}
        onAdd={() => setAdding(true)}
      />
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
