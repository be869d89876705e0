import { useEffect, useRef } from 'react';
import { CHECKIN } from '../../shared/words/checkin';
import { isTyping } from '../features/desk/is-typing';
import { run } from '../features/desk/run';
import { speakNow } from '../features/desk/words';
import { Wedge } from '../features/wedge/wedge';
import { toast } from '../store/ui-store';

/** Badges from a reader that acts as a keyboard, whenever no field is being typed in. */
export function useWedge(door: string): void {
  const where = useRef(door);
  where.current = door;
  useEffect(() => {
    const wedge = new Wedge();
    const onKey = (e: KeyboardEvent): void => {
      if (isTyping(e.target) || e.ctrlKey || e.altKey || e.metaKey || e.repeat) return;
      const read = wedge.feed({ code: e.code, key: e.key, shift: e.shiftKey, at: e.timeStamp });
      if (read.kind === 'none') return;
      // a focused button must not be pressed by a badge's Enter or blank
      if (read.kind !== 'first' || e.code === 'Space') e.preventDefault();
      const words = speakNow();
      if (read.kind === 'code') void run({ type: 'checkin.code', text: read.text, door: where.current });
      if (read.kind === 'spoiled') toast('bad', words.say(CHECKIN['turn-off-ime']));
      if (read.kind === 'too long') toast('bad', words.say(CHECKIN['wedge-too-long']));
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
