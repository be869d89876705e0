import { useEffect, useState } from 'react';
import { CLOCK_NOTICE_MS, signedSeconds } from '../../../shared/domain/lamps';
import type { SceneRole } from '../../../shared/domain/scenes/scenes';
import { duration, since } from '../../../shared/time/time';
import { OPERATOR } from '../../../shared/words/operator';
import { useMirror } from '../../store/hall-store';
import { hallNow, useHallNow, useSignalLost } from '../../store/hall-time';
import { dismiss, setNotices, useUi } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { useSame } from '../desk/live';
import { hallHm } from '../desk/times';
import { useWords } from '../desk/words';

/** A change of scene normally takes a few frames; after this it is worth a word. */
const UNCONFIRMED_MS = 1_500;

interface Notice {
  readonly key: string;
  readonly level: 'info' | 'warn' | 'bad';
  readonly text: string;
  /** One that stays true until somebody has read it can be sent away; a fault can't. */
  readonly dismissable: boolean;
}

/** What must not be missed, in one line below the top bar; nothing at all on a good day. */
export function NoticeStrip() {
  const words = useWords();
  const storage = useSame((m) => m.live?.storage ?? null);
  const clock = useMirror((m) => m.state?.clock ?? null);
  const virtual = useMirror((m) => m.live?.desk.virtualDisplay ?? false);
  const obsNotice = useSame((m) => m.live?.obs.notice ?? null);
  const late = useUnconfirmed();
  const lost = useSignalLost();
  const dismissed = useUi((u) => u.notices.gone);
  const tick = useHallNow(30_000);

  const notices: Notice[] = [];
  if (lost) notices.push({ key: 'lost', level: 'bad', text: words.say(OPERATOR['notice-lost']), dismissable: false });
  if (storage !== null && storage.pending > 0) {
    const why = storage.code === null ? '' : ` ${words.code('storage', storage.code, { n: storage.pending })}`;
    const text = `${words.say(OPERATOR['notice-pending'], { n: storage.pending })}.${why}`;
    notices.push({ key: 'pending', level: 'bad', text, dismissable: false });
  }
  const kept = storage?.notice ?? null;
  if (kept !== null) {
    const text = words.code('storage', kept.code, kept.params);
    notices.push({ key: `storage-${text}`, level: 'warn', text, dismissable: true });
  }
  const last = clock?.last ?? null;
  const now = hallNow() ?? tick;
  if (clock !== null && last !== null && now !== null && since(now, last.at) < CLOCK_NOTICE_MS) {
    const say = OPERATOR[last.kind === 'step' ? 'notice-stepped' : 'notice-slept'];
    const values = { s: signedSeconds(last.ms), time: hallHm(last.at, clock.wallOffset) };
    notices.push({ key: `clock-${last.at}`, level: 'warn', text: words.say(say, values), dismissable: true });
  }
  if (late !== null) {
    const scene = words.say(OPERATOR[`role-${late}`]);
    const text = words.say(OPERATOR['notice-unconfirmed'], { scene });
    notices.push({ key: 'unconfirmed', level: 'bad', text, dismissable: false });
  }
  if (obsNotice !== null) {
    const text = words.code('obs', obsNotice.code, obsNotice.params);
    notices.push({ key: `obs-${obsNotice.at}`, level: 'warn', text, dismissable: true });
  }
  if (virtual) {
    notices.push({ key: 'virtual', level: 'info', text: words.say(OPERATOR['notice-virtual']), dismissable: true });
  }
  const shown = notices.filter((n) => !dismissed.includes(n.key));
  const up = shown.filter((n) => n.dismissable).map((n) => n.key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same keys are a new list at each drawing
  useEffect(() => setNotices(up), [up.join('\n')]);
  if (shown.length === 0) return null;
  return (
    <div className="strip" role="status" data-testid="notices">
      {shown.map((n) => (
        <div
          key={n.key}
          className="notice"
          data-level={n.level}
          data-testid={n.key === 'pending' ? 'pending-badge' : 'notice'}
          data-notice={n.key}
        >
          <span>{n.text}</span>
          {n.dismissable ? (
            <Button small look="bare" shortcut="D" onClick={() => dismiss([n.key])}>
              {words.say(OPERATOR.dismiss)}
            </Button>
          ) : null}
        </div>
      ))}
    </div>
  );
}

/** The scene that was asked of OBS too long ago; null while all is well. */
function useUnconfirmed(): SceneRole | null {
  const asked = useMirror((m) => m.live?.obs.asked ?? null);
  const [late, setLate] = useState<SceneRole | null>(null);
  useEffect(() => {
    setLate(null);
    if (asked === null) return;
    const t = setTimeout(() => setLate(asked), duration(UNCONFIRMED_MS));
    return () => clearTimeout(t);
  }, [asked]);
  return late;
}
